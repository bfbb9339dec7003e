// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faketransport.h"

namespace tokeni {

HttpReply replyOf(int status, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = Secret(body);
    return reply;
}

HttpReply tokenReply(const QByteArray &token, const QByteArray &seconds)
{
    return replyOf(200,
                   "{\"access_token\": \"" + token + "\", \"expires_in\": \"" + seconds + "\"}");
}

HttpReply faultReply(TransportFault::Kind kind, const QString &words)
{
    HttpReply reply;
    reply.fault = TransportFault{kind, words};
    return reply;
}

void FakeTransport::send(HttpRequest request, QObject *context, Done done)
{
    auto sent = std::make_shared<Sent>();
    sent->request = std::move(request);
    sent->context = context;
    sent->done = std::move(done);
    sent->at = m_clock.now();
    m_sent.push_back(sent);
    if (m_server)
        answer(count() - 1, m_server(sent->request));
}

QList<int> FakeTransport::open() const
{
    QList<int> numbers;
    for (int number = 0; number < count(); ++number) {
        if (!isAnswered(number) && !isCancelled(number))
            numbers.append(number);
    }
    return numbers;
}

void FakeTransport::answer(int number, HttpReply reply)
{
    const auto sent = m_sent.at(std::size_t(number));
    if (sent->answered || !sent->context)
        return;
    reply.sentAt = sent->at;
    reply.elapsedMs = millisecondsBetween(sent->at, m_clock.now());
    // Continuations are copyable functions, so the reply is passed in a shared pointer.
    auto kept = std::make_shared<HttpReply>(std::move(reply));
    QMetaObject::invokeMethod(
        sent->context.data(),
        [sent, kept] {
            if (std::exchange(sent->answered, true))
                return;
            const Done once = std::exchange(sent->done, {});
            once(std::move(*kept));
        },
        Qt::QueuedConnection);
}

} // namespace tokeni
