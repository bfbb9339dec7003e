// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychainwatch.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include "services/secretservice.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent)
{
    // A collection that is locked tells of each of its items.
    m_soon.setInterval(100);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &KeychainWatch::look);

    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *owner = new QDBusServiceWatcher(secretServiceName, bus,
                                          QDBusServiceWatcher::WatchForRegistration, this);
    connect(owner, &QDBusServiceWatcher::serviceRegistered, this, &KeychainWatch::hear);
    for (const QString &name :
         {u"CollectionCreated"_s, u"CollectionDeleted"_s, u"CollectionChanged"_s})
        bus.connect(secretServiceName, secretServicePath, u"org.freedesktop.Secret.Service"_s, name,
                    this, SLOT(hear()));
    for (const QString &name : {u"ItemCreated"_s, u"ItemDeleted"_s, u"ItemChanged"_s})
        bus.connect(secretServiceName, {}, u"org.freedesktop.Secret.Collection"_s, name, this,
                    SLOT(hear()));
    secretservice::askLocked(this, [this](bool locked) { setLocked(locked); });
}

void KeychainWatch::look()
{
    secretservice::askLocked(this, [this](bool locked) {
        setLocked(locked);
        if (!locked)
            Q_EMIT changed();
    });
}

#else

KeychainWatch::KeychainWatch(QObject *parent) : QObject(parent)
{ }

void KeychainWatch::look()
{ }

#endif

void KeychainWatch::setLocked(bool locked)
{
    if (std::exchange(m_locked, locked) != locked)
        Q_EMIT lockedChanged(locked);
}

void KeychainWatch::hear()
{
    if (!m_soon.isActive())
        m_soon.start();
}

} // namespace tokeni
