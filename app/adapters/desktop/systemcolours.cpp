// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/desktop/systemcolours.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

const auto portal = "org.freedesktop.portal.Desktop"_L1;
const auto portalPath = "/org/freedesktop/portal/desktop"_L1;
const auto settingsInterface = "org.freedesktop.portal.Settings"_L1;
const auto appearance = "org.freedesktop.appearance"_L1;
const auto colourScheme = "color-scheme"_L1;

// 0: no preference, 1: dark, 2: light; any other value means no preference.
std::optional<ColourScheme> schemeOf(QVariant value)
{
    // The portal's older call wraps the value twice.
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return ColourScheme::Dark;
    case 2:
        return ColourScheme::Light;
    default:
        return std::nullopt;
    }
}

} // namespace

SystemColours::SystemColours(QObject *parent) : QObject(parent)
{
    QDBusConnection::sessionBus().connect(portal, portalPath, settingsInterface,
                                          u"SettingChanged"_s, this,
                                          SLOT(takeSetting(QString,QString,QDBusVariant)));
}

void SystemColours::look()
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(portal, portalPath, settingsInterface, u"Read"_s);
    call << QString(appearance) << QString(colourScheme);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> value = *answer;
        if (!value.isError())
            setScheme(schemeOf(QVariant::fromValue(value.value())));
    });
}

void SystemColours::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colourScheme)
        setScheme(schemeOf(QVariant::fromValue(value)));
}

#else

SystemColours::SystemColours(QObject *parent) : QObject(parent)
{ }

void SystemColours::look()
{ }

void SystemColours::takeSetting(const QString &, const QString &, const QDBusVariant &)
{ }

#endif

void SystemColours::setScheme(std::optional<ColourScheme> scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace tokeni
