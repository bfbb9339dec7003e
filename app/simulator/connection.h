// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/requestreader.h"
#include "simulator/simulateddaraja.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QTcpSocket;

namespace tokeni {

/*! What the simulator's clients may take. */
struct ServerLimits
{
    int connections = 100;
    std::chrono::milliseconds idle = std::chrono::seconds(30); //!< Between two requests.
    std::chrono::milliseconds request = std::chrono::seconds(30); //!< For a request to arrive.
    std::chrono::milliseconds answer = std::chrono::seconds(30); //!< For an answer to be taken.
    /*! An idle connection is closed this early when another client waits for its place. */
    std::chrono::milliseconds idleWhenFull = std::chrono::seconds(1);
    /*! After this time without a free place a waiting client is told so. */
    std::chrono::milliseconds full = std::chrono::seconds(3);
};

/*! One client of the simulator, served request after request. Bytes are read in pieces of 64 KiB,
 *  and none while an answer is under way, so that no client can make Tokeni hold more or keep its
 *  thread. Deletes itself when the connection ends. */
class Connection : public QObject
{
public:
    using Handler = std::function<SimulatedAnswer(const RequestHead &)>;

    /*! Takes \a socket over. \a handler answers whole requests that may be served; its answers are
     *  sent when their delay is over, or never if the client goes first. */
    Connection(QTcpSocket *socket, Handler handler, const ServerLimits &limits, QObject *parent);

    /*! How long nothing has happened here, or nothing while an answer is due. */
    [[nodiscard]] std::optional<std::chrono::milliseconds> silence() const;
    /*! Answers at once, whatever was asked, and closes. */
    void refuse(const SimulatedAnswer &answer);
    /*! Closes without an answer. */
    void close();

private:
    enum class State
    {
        Idle,
        Reading,
        Answering, // From the end of the request until the answer is on its way.
        Sending,
        Closing, // The answer is out; what still comes is dropped until the client closes.
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
    bool m_keepAlive = false; // After the answer that is being sent.
    QTimer m_deadline;
    QElapsedTimer m_silence;
};

} // namespace tokeni
