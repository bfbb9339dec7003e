// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/connection.h"

#include "simulator/refusal.h"

#include <QTcpSocket>

#include <boost/beast/http/status.hpp>

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace tokeni {

namespace {

// How long a client may continue to send after its last answer. Closing immediately would reset the
// connection, and the answer might be lost (RFC 9112 section 9.6).
constexpr std::chrono::seconds lingering{2};

QByteArray reasonOf(int status)
{
    const auto reason
        = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(unsigned(status)));
    return {reason.data(), qsizetype(reason.size())};
}

// The order of the headers is that of the only complete set that is recorded of Daraja
// (safaricom/LNMOnlineAndroidSample issue 41, 2020-12-23).
QByteArray bytesOf(const SimulatedAnswer &answer, bool keepAlive)
{
    const QByteArray reason = answer.reason.isEmpty() ? reasonOf(answer.status) : answer.reason;
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason + "\r\n";
    for (const HttpHeader &header : answer.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    bytes += QByteArray("Connection: ") + (keepAlive ? "keep-alive" : "close") + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    bytes += "Content-Type: " + answer.contentType + "\r\n";
    if (!answer.date.isEmpty())
        bytes += "Date: " + answer.date + "\r\n";
    return bytes + "\r\n" + answer.body;
}

} // namespace

Connection::Connection(QTcpSocket *socket, Handler handler, const ServerLimits &limits,
                       QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(std::move(handler)), m_limits(limits),
      m_reader(std::make_unique<RequestReader>())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(RequestReader::maxHeadBytes);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { onDeadline(); });
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { readMore(); });
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_state == State::Sending && m_socket->bytesToWrite() == 0)
            onSent();
    });
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    enter(State::Idle, m_limits.idle);
    readSoon(); // Bytes may have arrived before this object was created.
}

std::optional<std::chrono::milliseconds> Connection::silence() const
{
    if (m_state == State::Answering || m_state == State::Sending)
        return std::nullopt;
    return std::chrono::milliseconds(m_silence.elapsed());
}

void Connection::refuse(const SimulatedAnswer &answer)
{
    send(answer, false);
}

void Connection::close()
{
    m_socket->abort();
    deleteLater();
}

void Connection::enter(State state, std::chrono::milliseconds limit)
{
    m_state = state;
    m_silence.start();
    m_deadline.start(limit);
}

void Connection::readSoon()
{
    QMetaObject::invokeMethod(
        this, [this] { readMore(); }, Qt::QueuedConnection);
}

void Connection::readMore()
{
    if (m_state == State::Closing) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    // The next request stays in the socket until the answer has been sent.
    if (m_state == State::Answering || m_state == State::Sending)
        return;
    m_unread += m_socket->read(RequestReader::maxHeadBytes - m_unread.size());
    if (m_unread.isEmpty())
        return;
    if (m_state == State::Idle)
        enter(State::Reading, m_limits.request);
    m_silence.start();
    parse();
    if (m_state == State::Reading && m_socket->bytesAvailable() > 0)
        readSoon();
}

void Connection::parse()
{
    while (true) {
        switch (m_reader->read(m_unread)) {
        case RequestReader::Progress::NeedsMore:
            return;
        case RequestReader::Progress::HeadRead:
            if (const auto refusal = refusalOf(m_reader->head()))
                return refuse(*refusal);
            if (m_reader->head().expectsContinue)
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            break;
        case RequestReader::Progress::Complete:
            return answer();
        case RequestReader::Progress::Failed:
            return refuse(refusalOf(m_reader->fault()));
        }
    }
}

void Connection::answer()
{
    m_state = State::Answering;
    m_deadline.stop();
    SimulatedAnswer answer = m_handler(m_reader->head(), m_reader->body());
    // An answer to HEAD has no content (RFC 9110 section 9.3.2).
    if (m_reader->head().method == "HEAD")
        answer.body.clear();
    const bool keepAlive = m_reader->head().keepAlive;
    if (answer.delay.count() == 0)
        return send(answer, keepAlive);
    QTimer::singleShot(answer.delay, this, [this, answer, keepAlive] { send(answer, keepAlive); });
}

void Connection::send(const SimulatedAnswer &answer, bool keepAlive)
{
    m_keepAlive = keepAlive;
    enter(State::Sending, m_limits.answer);
    m_socket->write(bytesOf(answer, keepAlive));
}

void Connection::onSent()
{
    if (!m_keepAlive)
        return endAnswers();
    m_reader = std::make_unique<RequestReader>();
    enter(State::Idle, m_limits.idle);
    // The next request may have arrived already. It is read later, so that a client that sends many
    // requests at once does not block the thread.
    readSoon();
}

void Connection::endAnswers()
{
    m_unread.clear();
    enter(State::Closing, lingering);
#ifdef Q_OS_UNIX
    // The client sees the end immediately, but can still send.
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    readMore();
#else
    m_socket->disconnectFromHost();
#endif
}

void Connection::onDeadline()
{
    if (m_state == State::Reading)
        refuse(tooSlow());
    else
        close();
}

} // namespace tokeni
