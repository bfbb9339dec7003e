// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/requestreader.h"
#include "simulator/simulatedanswer.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QTcpSocket;

namespace tokeni {

/*! Limits for the simulator's clients. */
struct ServerLimits
{
    int connections = 100;
    std::chrono::milliseconds idle = std::chrono::seconds(30); //!< Between two requests.
    std::chrono::milliseconds request = std::chrono::seconds(30); //!< For receiving a request.
    std::chrono::milliseconds answer = std::chrono::seconds(30); //!< For sending an answer.
    /*! If another client is waiting for a free place, a connection is closed after being idle this
     *  long. */
    std::chrono::milliseconds idleWhenFull = std::chrono::seconds(1);
    /*! A client that has waited this long for a free place is refused. */
    std::chrono::milliseconds full = std::chrono::seconds(3);
};

/*! One client of the simulator; serves one request after another. Bytes are read in pieces of 64
 *  KiB, and not while an answer is under way, so that no client can make Tokeni use more memory or
 *  block its thread. Deletes itself when the connection ends. */
class Connection : public QObject
{
public:
    using Handler = std::function<SimulatedAnswer(const RequestHead &, const QByteArray &body)>;

    /*! Takes ownership of \a socket. \a handler answers complete requests that are allowed, and gets
     *  their bodies unless these are long (see RequestReader::body()); its answers are sent after their delay, or not at all if the client disconnects first. */
    Connection(QTcpSocket *socket, Handler handler, const ServerLimits &limits, QObject *parent);

    /*! How long nothing has happened on this connection; std::nullopt while an answer is due. */
    [[nodiscard]] std::optional<std::chrono::milliseconds> silence() const;
    /*! Sends \a answer immediately, whatever was asked, and closes. */
    void refuse(const SimulatedAnswer &answer);
    /*! Closes without an answer. */
    void close();

private:
    enum class State
    {
        Idle,
        Reading,
        Answering, // From the end of the request until sending the answer starts.
        Sending,
        // The answer has been sent; whatever still arrives is dropped until the client closes.
        Closing,
    };

    void enter(State state, std::chrono::milliseconds limit);
    void readMore();
    void readSoon();
    void parse();
    void answer();
    void send(const SimulatedAnswer &answer, bool keepAlive);
    void onSent();
    void endAnswers();
    void onDeadline();

    QTcpSocket *m_socket;
    Handler m_handler;
    ServerLimits m_limits;
    std::unique_ptr<RequestReader> m_reader;
    QByteArray m_unread;
    State m_state = State::Idle;
    // Whether to keep the connection open after the answer that is being sent.
    bool m_keepAlive = false;
    QTimer m_deadline;
    QElapsedTimer m_silence;
};

} // namespace tokeni
