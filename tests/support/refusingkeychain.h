// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/busservice.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace tokeni {

/*! A secret as the Secret Service API 0.2 transfers it, in a session without encryption. */
struct UnencryptedSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

inline QDBusArgument &operator<<(QDBusArgument &argument, const UnencryptedSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument &operator>>(const QDBusArgument &argument, UnencryptedSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace tokeni

Q_DECLARE_METATYPE(tokeni::UnencryptedSecret)

namespace tokeni {

/*! A Secret Service with one item. It returns the item but refuses to replace it, as KeePassXC does
 *  if its user says no. */
class RefusingKeychain
{
public:
    using Secrets = QMap<QDBusObjectPath, UnencryptedSecret>;

    /*! \a item: tokeni's name of the item; if empty, there is no item. */
    RefusingKeychain(QString item, QByteArray value)
        : m_item(std::move(item)), m_value(std::move(value))
    {
        qDBusRegisterMetaType<UnencryptedSecret>();
        qDBusRegisterMetaType<Secrets>();
        qDBusRegisterMetaType<QMap<QString, QString>>();
    }

    [[nodiscard]] bool isThere() const { return m_service.isThere(); }

private:
    using Paths = QList<QDBusObjectPath>;

    [[nodiscard]] QDBusMessage answer(const QDBusMessage &call) const
    {
        const QString method = call.member();
        const QVariantList arguments = call.arguments();
        const QDBusObjectPath path(QStringLiteral("/org/freedesktop/secrets/collection/login/1"));
        const QDBusObjectPath session(QStringLiteral("/org/freedesktop/secrets/session/1"));
        if (method == QLatin1StringView("OpenSession")) {
            if (arguments.value(0).toString() != QLatin1StringView("plain"))
                return call.createErrorReply(QDBusError::NotSupported,
                                             QStringLiteral("plain only"));
            return call.createReply(
                {QVariant::fromValue(QDBusVariant(QString())), QVariant::fromValue(session)});
        }
        if (method == QLatin1StringView("SearchItems")) {
            const auto wanted = qdbus_cast<QMap<QString, QString>>(arguments.value(0));
            const bool isItem = !m_item.isEmpty() && wanted.value(QStringLiteral("user")) == m_item;
            return call.createReply({QVariant::fromValue(isItem ? Paths{path} : Paths()),
                                     QVariant::fromValue(Paths())});
        }
        if (method == QLatin1StringView("GetSecrets")) {
            const Secrets secrets{{path, {session, {}, m_value, QStringLiteral("text/plain")}}};
            return call.createReply(QVariant::fromValue(secrets));
        }
        if (method == QLatin1StringView("ReadAlias")) {
            return call.createReply(QVariant::fromValue(
                QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))));
        }
        if (method == QLatin1StringView("Get")) // The property "Locked".
            return call.createReply(QVariant::fromValue(QDBusVariant(false)));
        if (method == QLatin1StringView("GetAll"))
            return call.createReply(QVariantMap());
        return call.createErrorReply(QDBusError::AccessDenied, QStringLiteral("the user said no"));
    }

    QString m_item;
    QByteArray m_value;
    BusService m_service{QStringLiteral("org.freedesktop.secrets"),
                         [this](const QDBusMessage &call) { return answer(call); }};
};

} // namespace tokeni
