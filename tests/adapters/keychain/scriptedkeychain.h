// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/busservice.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace tokeni {

/*! A Secret Service that answers as a test tells it to, even in ways in which no keychain that we
 *  know answers. Names and arguments of calls are those of freedesktop.org's Secret Service API
 *  0.2. */
class ScriptedKeychain
{
public:
    using Paths = QList<QDBusObjectPath>;

    QString collection = QStringLiteral("/org/freedesktop/secrets/collection/login");
    bool isLocked = false;
    Paths items = {}; //!< The items that the collection lists.
    Paths found = {}; //!< The items that a search finds unlocked,
    Paths foundLocked = {}; //!< and those that it finds locked.
    QString prompt = QStringLiteral("/"); //!< Prompt of an unlock; "/" means none.
    QList<bool> dismissed = {}; //!< How the prompt ends; true if dismissed.
    QString refused = {}; //!< The call that fails.
    QStringList calls = {}; //!< All calls that were made.

    [[nodiscard]] bool isThere() const { return m_service.isThere(); }
    /*! An object path different from those above. */
    static QDBusObjectPath item() { return QDBusObjectPath(QStringLiteral("/item")); }

private:
    QDBusMessage answer(const QDBusMessage &call)
    {
        const QString asked = call.member() == QLatin1StringView("Get")
            ? call.arguments().value(1).toString()
            : call.member();
        calls += asked;
        if (asked == refused) {
            return call.createErrorReply(QStringLiteral("org.freedesktop.DBus.Error.Failed"),
                                         QStringLiteral("the keychain is broken"));
        }
        if (asked == QLatin1StringView("ReadAlias"))
            return call.createReply(QVariant::fromValue(QDBusObjectPath(collection)));
        if (asked == QLatin1StringView("Locked"))
            return property(call, isLocked);
        if (asked == QLatin1StringView("Items"))
            return property(call, QVariant::fromValue(items));
        if (asked == QLatin1StringView("SearchItems")) {
            return call.createReply({QVariant::fromValue(found), QVariant::fromValue(foundLocked)});
        }
        if (asked == QLatin1StringView("Unlock")) {
            return call.createReply(
                {QVariant::fromValue(Paths()), QVariant::fromValue(QDBusObjectPath(prompt))});
        }
        for (const bool end : std::as_const(dismissed)) {
            m_service.tell(prompt, QStringLiteral("org.freedesktop.Secret.Prompt"),
                           QStringLiteral("Completed"),
                           {end, QVariant::fromValue(QDBusVariant(QString()))});
        }
        return call.createReply();
    }
    static QDBusMessage property(const QDBusMessage &call, const QVariant &value)
    {
        return call.createReply(QVariant::fromValue(QDBusVariant(value)));
    }

    BusService m_service{QStringLiteral("org.freedesktop.secrets"),
                         [this](const QDBusMessage &call) { return answer(call); }};
};

} // namespace tokeni
