// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

namespace tokeni {

/*! The server's side of a SOCKS 5 handshake (RFC 1928) that only accepts a login by name and
 *  password (RFC 1929) and only the command to connect. */
class SocksHandshake
{
public:
    /*! The address that the client wants to connect to. */
    struct Target
    {
        QString host; //!< A name, in its ASCII form, or an address.
        quint16 port = 0;

        friend bool operator==(const Target &, const Target &) = default;
    };

    /*! Name and password, at most 255 bytes each. */
    SocksHandshake(QByteArray name, QByteArray password);

    /*! Reads what has arrived on \a client and answers it there. Returns false if the client
     *  violates the protocol and should be disconnected. */
    [[nodiscard]] bool advance(QIODevice &client);
    /*! The client's request, once it has arrived. */
    [[nodiscard]] const std::optional<Target> &target() const { return m_target; }
    /*! The positive answer to target(): all following bytes are exchanged between client and
     *  server. */
    [[nodiscard]] static QByteArray consent();

    /*! The answer to any greeting of a client that is not accepted (section 3). */
    [[nodiscard]] static QByteArray refusal() { return QByteArray("\x05\xff", 2); }

private:
    enum class Step
    {
        Greeting,
        Login,
        Request,
        Done
    };
    // std::nullopt: not everything has arrived yet.
    using Understood = std::optional<bool>;

    Understood readGreeting(QIODevice &client);
    Understood readLogin(QIODevice &client);
    Understood readRequest(QIODevice &client);

    QByteArray m_name;
    QByteArray m_password;
    Step m_step = Step::Greeting;
    std::optional<Target> m_target;
};

} // namespace tokeni
