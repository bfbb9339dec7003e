// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QTcpServer>

#include <chrono>

namespace tokeni {

/*! A token service that keeps the requests and answers each one with the same body, or with a new
 *  token each time. Plain HTTP on loopback. */
class CountingServer : public QTcpServer
{
    Q_OBJECT
public:
    CountingServer();

    /*! The token URL. \a scheme is "http", or "https" for a handshake that fails. */
    [[nodiscard]] QString url(const QString &scheme = QStringLiteral("http")) const;
    /*! The heads of all requests so far. */
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    /*! The token in the answer to request \a number, counted from 1. */
    [[nodiscard]] static QByteArray token(int number);

    /*! Answers with \a body from now on. */
    void answer(int status, const QByteArray &body,
                const QByteArray &contentType = "application/json");
    /*! Lifetime of the tokens in seconds, from now on. */
    void setLifetime(int seconds) { m_lifetime = seconds; }
    /*! Waits this long before each answer. */
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

private:
    void reply(QTcpSocket &socket);

    QByteArrayList m_requests;
    int m_status = 200;
    QByteArray m_body; // Empty: answers with tokens.
    QByteArray m_contentType = "application/json";
    int m_lifetime = 3599;
    std::chrono::milliseconds m_delay{0};
};

} // namespace tokeni
