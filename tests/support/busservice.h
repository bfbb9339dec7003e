// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVirtualObject>

#include <functional>

namespace tokeni {

/*! A service on the session bus that answers as a test tells it to, on a connection of its own. */
class BusService : public QDBusVirtualObject
{
public:
    /*! Answers a call with a reply or an error. */
    using Answer = std::function<QDBusMessage(const QDBusMessage &call)>;

    /*! Takes \a name, and answers the calls of all objects. */
    BusService(const QString &name, Answer answer)
        : m_name(name), m_answer(std::move(answer)),
          m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
        // A round trip, after which everybody who subscribed to name changes before is notified of
        // this one.
        (void)QDBusConnection::sessionBus().interface()->isServiceRegistered(m_name);
        m_isThere = m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath)
            && m_bus.registerService(m_name);
    }
    ~BusService() override
    {
        m_bus.unregisterService(m_name); // The bus knows at once, so the next can take it.
        QDBusConnection::disconnectFromBus(m_name);
    }

    /*! False if somebody else owns the name. */
    [[nodiscard]] bool isThere() const { return m_isThere; }
    void tell(const QString &path, const QString &interface, const QString &signal,
              const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
        message.setArguments(arguments);
        m_bus.send(message);
    }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        return bus.send(m_answer(message));
    }

private:
    QString m_name;
    Answer m_answer;
    QDBusConnection m_bus;
    bool m_isThere = false;
};

} // namespace tokeni
