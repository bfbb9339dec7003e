// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/network/httprequestjob.h"

#include "adapters/network/transportfaults.h"
#include "core/environment/environment.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLibraryInfo>
#include <QVersionNumber>

#include <algorithm>
#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = TransportFault::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpRequestJob)
};

// What the server may send in addition to the body: its header, and the overhead of TLS and HTTP.
constexpr qint64 overheadLimit = qint64(256) * 1024;

// Whether this version of Qt writes the names of header fields in lower case over HTTP/1.1 too:
// seen with 6.8.2, but no longer with 6.11.2. QNetworkRequest itself reports them in lower case
// with both.
bool writesLowerCase()
{
    const QVersionNumber version = QLibraryInfo::version();
    return version >= QVersionNumber(6, 8) && version < QVersionNumber(6, 11);
}

} // namespace

HttpRequestJob::HttpRequestJob(QNetworkAccessManager *access, const NetworkParts &parts,
                               HttpRequest request, HttpTransport::Done done, QObject *context)
    : QObject(context), m_access(access), m_parts(parts), m_request(std::move(request)),
      m_done(std::move(done))
{
    m_reply.timing.tls = m_request.url.scheme() == "https"_L1;
    m_reply.timing.namedHost = QHostAddress(m_request.url.host()).isNull();
    m_reply.lowerCaseNames = writesLowerCase();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(late()); });
    m_farewell.setSingleShot(true);
    connect(&m_farewell, &QTimer::timeout, this, &HttpRequestJob::finish);
}

HttpRequestJob::~HttpRequestJob()
{
    abort();
    wipe(m_body);
    // Not deleted directly, since we may be inside one of its signals.
    if (m_access)
        m_access->deleteLater();
}

void HttpRequestJob::start(const ProxyChoice &proxy)
{
    m_reply.sentAt = m_parts.clock.now();
    m_elapsed.start();
    m_deadline.start(m_request.deadline);
    m_parts.proxies.find(proxy, m_request.url, this, [this](const ProxyFinder::Outcome &found) {
        if (!found) {
            giveUp(found.error());
            return;
        }
        m_onward = *found;
        sendWhenReady();
    });
    if (!m_reply.timing.tls)
        return;
    m_parts.trust.make(m_request.caFile, this, [this](const TlsTrust::Outcome &trust) {
        if (!trust) {
            giveUp({Kind::CaFileUnusable, trust.error().message()});
            return;
        }
        m_trust = *trust;
        sendWhenReady();
    });
}

void HttpRequestJob::sendWhenReady()
{
    const bool isReady = m_onward && (m_trust || !m_reply.timing.tls);
    if (!isReady || !m_access || m_reply.fault)
        return;
    if (openConnection())
        send();
    else
        giveUp({Kind::Other, m_connection->failure()->text});
}

bool HttpRequestJob::openConnection()
{
    m_connection = new SingleUseProxy(m_request.url, *m_onward, m_request.bodyLimit + overheadLimit,
                                      m_access);
    connect(m_connection, &SingleUseProxy::connecting, this,
            [this] { mark(m_reply.timing.connecting); });
    connect(m_connection, &SingleUseProxy::connected, this,
            [this] { mark(m_reply.timing.connected); });
    // Queued, since we are inside a signal of the connection, and this may be the end of it.
    connect(
        m_connection, &SingleUseProxy::exceeded, this,
        [this] {
            const bool isAnswer = !m_reply.timing.tls || m_reply.timing.encrypted;
            giveUp(isAnswer ? tooLarge()
                            : TransportFault{Kind::Tls, Text::tr("the TLS handshake did not end"),
                                             TlsReason::Other});
        },
        Qt::QueuedConnection);
    return m_connection->open();
}

void HttpRequestJob::send()
{
    m_access->setProxy(m_connection->proxy());
    QNetworkRequest request(urlAsSent(m_request.url));
    for (const HttpHeader &header : std::as_const(m_request.headers))
        request.setRawHeader(header.name, header.value);
    request.setRawHeader("Authorization", m_request.authorization.view().toByteArray());
    // The keys have been passed on; nothing here needs them any more.
    m_request.authorization = Secret();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // No cache has to be avoided: the manager has none. AlwaysNetwork would add header fields.
    if (m_trust)
        request.setSslConfiguration(m_trust->configuration);

    m_reply.sentAt = m_parts.clock.now();
    m_elapsed.start();
    m_networkReply = m_access->get(request);
    m_networkReply->setReadBufferSize(m_request.bodyLimit);
    followProgress();
    connect(m_networkReply, &QNetworkReply::readyRead, this, [this] {
        if (!readBody())
            giveUp(tooLarge());
    });
    connect(m_networkReply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_networkReply, &QNetworkReply::finished, this, &HttpRequestJob::finishWhenClear);
}

void HttpRequestJob::followProgress()
{
    connect(m_networkReply, &QNetworkReply::encrypted, this,
            [this] { mark(m_reply.timing.encrypted); });
    connect(m_networkReply, &QNetworkReply::requestSent, this,
            [this] { mark(m_reply.timing.requestSent); });
    connect(m_networkReply, &QNetworkReply::metaDataChanged, this,
            [this] { mark(m_reply.timing.headers); });
    // Queued, since the manager has not finished processing the header.
    connect(m_networkReply, &QNetworkReply::metaDataChanged, this, &HttpRequestJob::judgeHeader,
            Qt::QueuedConnection);
}

void HttpRequestJob::mark(HttpTiming::Mark &moment)
{
    if (!moment)
        moment = m_elapsed.nsecsElapsed() / 1000;
}

void HttpRequestJob::markEnd()
{
    m_reply.elapsedMs = m_elapsed.elapsed();
    if (m_networkReply)
        mark(m_reply.timing.end);
}

void HttpRequestJob::judgeHeader()
{
    if (!m_networkReply)
        return;
    if (auto fault = headerFault())
        giveUp(std::move(*fault));
}

std::optional<TransportFault> HttpRequestJob::headerFault() const
{
    // Up to Qt 6.4.2 any number is accepted as a status, including that of an interim response (102
    // and 103: RFC 9110 section 15.2); the final answer is lost in that case.
    const int status = m_networkReply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status > 599)
        return TransportFault{Kind::NotHttp, Text::tr("the status is %1").arg(status)};
    // Qt also ignores an invalid Content-Length and reads until the connection closes.
    const QByteArray length = m_networkReply->rawHeader("Content-Length");
    bool isNumber = true;
    const qulonglong bytes = length.isNull() ? 0 : length.toULongLong(&isNumber);
    if (!isNumber)
        return TransportFault{Kind::NotHttp, Text::tr("the length of the answer is not a number")};
    if (bytes > qulonglong(m_request.bodyLimit))
        return tooLarge();
    return std::nullopt;
}

// Returns false if the body is longer than the limit.
bool HttpRequestJob::readBody()
{
    QByteArray part = m_networkReply->readAll();
    const qsizetype left = m_request.bodyLimit - m_body.size();
    const bool fits = part.size() <= left;
    m_body.append(part.constData(), std::min(part.size(), left));
    wipe(part);
    return fits;
}

TransportFault HttpRequestJob::tooLarge() const
{
    return {Kind::TooLarge, Text::tr("more than %1 KiB").arg(m_request.bodyLimit / 1024)};
}

// Says as precisely as possible what did not arrive in time.
TransportFault HttpRequestJob::late() const
{
    const HttpTiming &timing = m_reply.timing;
    const QString seconds = QString::number(m_request.deadline.count() / 1000);
    const bool isBehindProxy = m_onward && m_onward->type() != QNetworkProxy::NoProxy;
    if (!m_onward) {
        return {Kind::ProxyUnusable,
                Text::tr("the system's proxy settings gave no answer within %1 s").arg(seconds)};
    }
    if (timing.tls && !m_trust && m_request.caFile.isEmpty()) {
        return {Kind::Deadline,
                Text::tr("the system's certificates were not read within %1 s").arg(seconds)};
    }
    if (timing.tls && !m_trust) {
        return {Kind::CaFileUnusable,
                Text::tr("%1: it could not be read within %2 s").arg(m_request.caFile, seconds)};
    }
    if (!timing.connecting && isBehindProxy) {
        return faultOf(Kind::Unreachable,
                       Text::tr("the address of the proxy was not found within %1 s").arg(seconds));
    }
    if (!timing.connecting) {
        return faultOf(Kind::HostNotFound,
                       Text::tr("no name server answered within %1 s").arg(seconds));
    }
    if (!timing.connected)
        return {Kind::Deadline, Text::tr("there was no connection within %1 s").arg(seconds)};
    if (timing.tls && !timing.encrypted)
        return {Kind::Deadline, Text::tr("the TLS handshake took more than %1 s").arg(seconds)};
    return {Kind::Deadline, Text::tr("no complete answer within %1 s").arg(seconds)};
}

void HttpRequestJob::readReply()
{
    if (!m_networkReply)
        return;
    const auto attribute
        = [this](QNetworkRequest::Attribute code) { return m_networkReply->attribute(code); };
    m_reply.status = attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_reply.reason = attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    m_reply.http2 = attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    m_reply.lowerCaseNames = m_reply.lowerCaseNames || m_reply.http2;
    for (const QNetworkReply::RawHeaderPair &header : m_networkReply->rawHeaderPairs())
        m_reply.headers.append({header.first.toLower(), header.second});
    m_reply.body = Secret::taking(std::move(m_body));
}

void HttpRequestJob::giveUp(TransportFault fault)
{
    if (m_reply.fault)
        return;
    m_reply.fault = std::move(fault);
    markEnd();
    finish();
}

void HttpRequestJob::abort()
{
    if (!m_networkReply)
        return;
    m_networkReply->disconnect(this);
    // This also aborts the request. With abort(), Qt would warn of a second end while the first one
    // is on its way from the manager's thread.
    m_networkReply->deleteLater();
    m_networkReply = nullptr;
}

// Over TLS the server announces that it will close the connection, and Qt then closes its side.
// Only a moment later is it known whether the server has closed the connection too.
void HttpRequestJob::finishWhenClear()
{
    markEnd();
    m_reply.status = m_networkReply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto kind = faultKind(m_networkReply->error(), m_reply.status);
    const bool isBroken = kind == Kind::ConnectionClosed || kind == Kind::Other;
    if (!isBroken || !m_reply.timing.connected || m_connection->failure()) {
        finish();
        return;
    }
    m_deadline.stop();
    connect(m_connection, &SingleUseProxy::failed, this, [this] { m_farewell.start(0); });
    m_farewell.start(SingleUseProxy::farewell);
}

// m_connection knows how the connection ended; what Qt reports differs between its versions, and
// between HTTP/2 and HTTP/1.1.
std::optional<TransportFault> HttpRequestJob::fault() const
{
    const auto kind = faultKind(m_networkReply->error(), m_reply.status);
    const auto &failure = m_connection->failure();
    if (!kind && failure && failure->error != QAbstractSocket::RemoteHostClosedError)
        return TransportFault{Kind::ConnectionClosed, failure->text};
    if (!kind)
        return headerFault();
    if (*kind == Kind::Tls)
        return tlsFault();
    if (failure)
        return faultOf(faultKind(failure->error), failure->text);
    if (!m_reply.timing.connected)
        return faultOf(Kind::Unreachable, m_networkReply->errorString());
    // Qt rejected the answer and is reconnecting to resend the keys.
    if (*kind == Kind::Proxy)
        return TransportFault{Kind::NotHttp, Text::tr("the answer is not HTTP")};
    return faultOf(Kind::Other, m_networkReply->errorString());
}

TransportFault HttpRequestJob::faultOf(Kind kind, const QString &text) const
{
    const bool unreached = kind == Kind::HostNotFound || kind == Kind::Unreachable;
    if (unreached && !isLoopback(m_request.url) && isOffline())
        return {Kind::Offline, text};
    // If there is a proxy, it is the only host that is contacted from here, and Qt has no error of
    // its own for a proxy that can't be reached.
    const bool isBehindProxy = m_onward && m_onward->type() != QNetworkProxy::NoProxy;
    if (kind == Kind::Unreachable && isBehindProxy)
        return {Kind::Proxy, text};
    if (kind == Kind::ProxyLogin && !m_onward->user().isEmpty())
        return {kind, Text::tr("it did not accept the login")};
    return {kind, text};
}

TransportFault HttpRequestJob::tlsFault() const
{
    QStringList errors;
    for (const QSslError &error : m_tlsErrors)
        errors.append(error.errorString());
    TlsReason reason = reasonOf(m_tlsErrors);
    if (reason == TlsReason::UnknownIssuer && !m_trust->systemHasAuthorities)
        reason = TlsReason::NoAuthorities;
    return {Kind::Tls, errors.isEmpty() ? m_networkReply->errorString() : errors.join(u"; "_s),
            reason};
}

void HttpRequestJob::finish()
{
    // The receiver may delete this object. \a done is called only once: another end may be reported
    // before this object is deleted.
    const HttpTransport::Done done = std::exchange(m_done, {});
    if (!done)
        return;
    m_deadline.stop();
    m_farewell.stop();
    if (m_networkReply && !m_reply.fault) {
        if (!readBody())
            m_reply.fault = tooLarge();
    }
    readReply();
    if (m_networkReply && !m_reply.fault)
        m_reply.fault = fault();
    abort();
    deleteLater();
    done(std::move(m_reply));
}

} // namespace tokeni
