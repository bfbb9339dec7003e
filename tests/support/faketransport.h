// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/httptransport.h"

#include <QPointer>

#include <vector>

namespace tokeni {

/*! An answer with that status and body, and a JSON content type. */
[[nodiscard]] HttpReply replyOf(int status, const QByteArray &body);
/*! Daraja's answer with a token. */
[[nodiscard]] HttpReply tokenReply(const QByteArray &token, const QByteArray &seconds = "3599");
/*! No answer, but a network fault. */
[[nodiscard]] HttpReply faultReply(TransportFault::Kind kind, const QString &words = {});

/*! Receives requests and answers them when told to, in any order. */
class FakeTransport : public HttpTransport
{
public:
    using Server = std::function<HttpReply(const HttpRequest &)>;

    /*! \a clock gives the time at which each request was sent; it must outlive this object. */
    explicit FakeTransport(const Clock &clock) : m_clock(clock) { }

    void send(HttpRequest request, QObject *context, Done done) override;

    /*! How many requests were sent, including cancelled ones. */
    [[nodiscard]] int count() const { return int(m_sent.size()); }
    /*! The request with that number, counted from 0 in the order of sending. */
    [[nodiscard]] const HttpRequest &request(int number) const { return at(number).request; }
    [[nodiscard]] bool isAnswered(int number) const { return at(number).answered; }
    /*! True if the context was deleted before the answer was delivered. */
    [[nodiscard]] bool isCancelled(int number) const
    {
        return !at(number).answered && !at(number).context;
    }
    /*! The numbers of the requests that are neither answered nor cancelled. */
    [[nodiscard]] QList<int> open() const;

    /*! Answers from the event loop, with sentAt and elapsedMs filled in; does nothing if the
     *  request is cancelled by then. */
    void answer(int number, HttpReply reply);
    /*! From now on, answers each request automatically; with an empty function, waits for answer()
     *  again. */
    void setServer(Server server) { m_server = std::move(server); }

private:
    struct Sent
    {
        HttpRequest request;
        QPointer<QObject> context;
        Done done;
        ClockReading at;
        bool answered = false;
    };
    [[nodiscard]] const Sent &at(int number) const { return *m_sent.at(std::size_t(number)); }

    const Clock &m_clock;
    std::vector<std::shared_ptr<Sent>> m_sent;
    Server m_server;
};

} // namespace tokeni
