// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportfixture.h"

#include "core/keys/credentials.h"
#include "core/request/httpexchange.h"

#include <QEventLoop>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QStringList headerLines(const QByteArray &head)
{
    QStringList lines = QString::fromUtf8(head.first(head.indexOf("\r\n\r\n"))).split(u"\r\n"_s);
    lines.removeFirst();
    return lines;
}

QByteArray tokenAnswer(const QByteArray &headers)
{
    return RawServer::http(
        "200 OK", R"({"access_token": "c9SQxWWhmdVRlyh0zh8gZDTkubVF", "expires_in": "3599"})",
        headers);
}

TransportFixture::ThreadsEnd::~ThreadsEnd()
{
    QThreadPool::globalInstance()->waitForDone();
    QThread::msleep(50);
}

HttpRequest TransportFixture::requestTo(const QUrl &url, const QString &caFile)
{
    Environment environment;
    environment.tokenUrl = url;
    environment.caFile = caFile;
    HttpRequest request = tokenRequest(environment);
    request.authorization = basicAuthorization({Secret(fixtureKey), Secret(fixtureSecret)});
    request.deadline = 25s;
    return request;
}

HttpReply TransportFixture::ask(HttpRequest request)
{
    const auto patience = request.deadline + 5s;
    // The answer may arrive after a test has given up.
    auto reply = std::make_shared<std::optional<HttpReply>>();
    QObject context;
    // QTest's own wait sleeps between events.
    QEventLoop loop;
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    transport.send(std::move(request), &context, [reply, &loop](HttpReply answer) {
        *reply = std::move(answer);
        loop.quit();
    });
    if (!reply->has_value())
        loop.exec();
    if (!reply->has_value()) {
        HttpReply none;
        none.fault = TransportFault{TransportFault::Kind::Other, u"the test waited in vain"_s};
        return none;
    }
    return std::move(**reply);
}

HttpReply TransportFixture::ask(const QUrl &url, const QString &caFile)
{
    return ask(requestTo(url, caFile));
}

bool TransportFixture::stillWorks()
{
    RawServer server;
    server.setScript(RawServer::answering(tokenAnswer()));
    const HttpReply reply = ask(server.url());
    return !reply.fault && reply.status == 200 && server.received().contains(fixtureBasic);
}

QString faultName(const HttpReply &reply)
{
    using Kind = TransportFault::Kind;
    if (!reply.fault)
        return u"none"_s;
    switch (reply.fault->kind) {
    case Kind::Offline:
        return u"offline"_s;
    case Kind::HostNotFound:
        return u"host not found"_s;
    case Kind::ConnectionRefused:
        return u"connection refused"_s;
    case Kind::Unreachable:
        return u"unreachable"_s;
    case Kind::ConnectionClosed:
        return u"connection closed"_s;
    case Kind::Deadline:
        return u"deadline"_s;
    case Kind::Tls:
        return u"TLS"_s;
    case Kind::CaFileUnusable:
        return u"CA file unusable"_s;
    case Kind::Proxy:
        return u"proxy"_s;
    case Kind::ProxyLogin:
        return u"proxy login"_s;
    case Kind::ProxyUnusable:
        return u"proxy unusable"_s;
    case Kind::TooLarge:
        return u"too large"_s;
    case Kind::NotHttp:
        return u"no HTTP"_s;
    case Kind::Other:
        return u"other: "_s + reply.fault->text;
    }
    Q_UNREACHABLE();
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace tokeni
