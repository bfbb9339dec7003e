// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

namespace tokeni {

/*! The server's side of a SOCKS 5 handshake (RFC 1928) that lets in by name and password alone
 *  (RFC 1929) and knows one command, to connect. */
class SocksHandshake
{
public:
    /*! Where the client wants to be connected to. */
    struct Target
    {
        QString host; //!< A name, in its ASCII form, or an address.
        quint16 port = 0;

        friend bool operator==(const Target &, const Target &) = default;
    };

    /*! Name and password, 255 bytes each at most. */
    SocksHandshake(QByteArray name, QByteArray password);

    /*! Reads what has arrived on \a client and answers it there. False when the client says
     *  anything but what it has to: it is to be sent away. */
    [[nodiscard]] bool advance(QIODevice &client);
    /*! What the client asked for, once it has. */
    [[nodiscard]] const std::optional<Target> &target() const { return m_target; }
    /*! The answer to target(): from here on the bytes are the client's and the server's own. */
    [[nodiscard]] static QByteArray consent();

    /*! The answer to any greeting of somebody who is not let in (section 3). */
    [[nodiscard]] static QByteArray refusal() { return QByteArray("\x05\xff", 2); }

private:
    enum class Step
    {
        Greeting,
        Login,
        Request,
        Done
    };
    // Nothing: not all of it has arrived.
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
