// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testcertificates.h"

#include <QByteArrayList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <deque>
#include <memory>

namespace tokeni {

/*! A server on loopback, plain or TLS, that answers each connection with a script of raw bytes,
 *  pauses and endings, and keeps everything it received. All it knows about HTTP is where a
 *  request's head ends, so it can answer as no proper server would. */
class RawServer : public QTcpServer
{
    Q_OBJECT
public:
    /*! One step of a script. */
    struct Step
    {
        enum class Kind
        {
            AwaitRequest, //!< Continues once another request head has arrived.
            Send,
            Pause,
            Stall, //!< Does nothing forever; as the first step, not even TLS.
            Flood, //!< Sends the bytes over and over, as fast as the client reads.
            HangUp, //!< Ends the connection properly, after sending everything.
            Cut, //!< Ends TCP after sending everything, without ending TLS.
            Reset, //!< Ends it with a TCP reset.
        };

        Kind kind;
        QByteArray bytes = {};
        std::chrono::milliseconds time{0};
    };
    /*! A connection stays open after the last step. */
    using Script = QList<Step>;

    static Step awaitRequest() { return {Step::Kind::AwaitRequest}; }
    static Step send(const QByteArray &bytes) { return {Step::Kind::Send, bytes}; }
    static Step pause(std::chrono::milliseconds time) { return {Step::Kind::Pause, {}, time}; }
    static Step stall() { return {Step::Kind::Stall}; }
    static Step flood(const QByteArray &bytes) { return {Step::Kind::Flood, bytes}; }
    static Step hangUp() { return {Step::Kind::HangUp}; }
    static Step cut() { return {Step::Kind::Cut}; }
    static Step reset() { return {Step::Kind::Reset}; }
    /*! Answers the next request with \a bytes. */
    static Script answering(const QByteArray &bytes) { return {awaitRequest(), send(bytes)}; }
    /*! Sends \a bytes one by one, \a time apart. */
    static Script dripping(const QByteArray &bytes, std::chrono::milliseconds time);
    /*! A complete HTTP/1.1 answer: \a status is "200 OK", and each of \a headers ends in CR LF. */
    static QByteArray http(const QByteArray &status, const QByteArray &body,
                           const QByteArray &headers = {});

    /*! Plain, listening on a free port of 127.0.0.1. */
    RawServer();
    /*! TLS, offering \a protocols by ALPN (RFC 7301). */
    explicit RawServer(const ServerCertificate &certificate,
                       const QList<QByteArray> &protocols = {"http/1.1"});
    ~RawServer() override;

    /*! "http" or "https", this address, and \a path. */
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/oauth/v1/generate")) const;
    /*! The script for every connection from now on. */
    void setScript(const Script &script) { m_script = script; }
    /*! The script for the next connection; may be called several times. */
    void queueScript(const Script &script) { m_queued.push_back(script); }

    /*! The number of connections so far, including those with a failed handshake. */
    [[nodiscard]] int connections() const { return int(m_connections.size()); }
    [[nodiscard]] int openConnections() const;
    /*! Everything that connection \a index sent, decrypted. */
    [[nodiscard]] QByteArray received(int index) const;
    /*! Everything that all connections sent, in their order. */
    [[nodiscard]] QByteArray received() const;
    /*! The number of bytes that all connections read. */
    [[nodiscard]] qint64 taken() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    std::optional<QSslConfiguration> m_tls;
    Script m_script;
    std::deque<Script> m_queued;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

} // namespace tokeni
