// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/networkexchange.h"

#include "services/tlstrust.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkCookieJar>
#include <QNetworkInterface>
#include <QNetworkProxyFactory>
#include <QSslError>
#include <QtConcurrentRun>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = TransportFault::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkExchange)
};

std::optional<Kind> faultKind(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return Kind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
        return Kind::ConnectionClosed;
    case QNetworkReply::TimeoutError:
        return Kind::Deadline;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::Tls;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return Kind::Unreachable;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Kind::Proxy;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407 ? std::nullopt : std::optional(Kind::Proxy);
    default:
        break;
    }
    // 201 to 299 and 401 to 499 are Qt's names for HTTP statuses, and so is this one for 400 and
    // 418: a whole answer, no fault.
    const bool namesStatus = (error > 200 && error < 300) || (error > 400 && error < 500)
        || error == QNetworkReply::ProtocolInvalidOperationError;
    return namesStatus && status != 0 ? std::nullopt : std::optional(Kind::Other);
}

// A resolver or a socket of a computer without network says the same as about a wrong host.
bool isOffline()
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::none_of(all.begin(), all.end(), [](const QNetworkInterface &one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsUp)
            && flags.testFlag(QNetworkInterface::IsRunning)
            && !flags.testFlag(QNetworkInterface::IsLoopBack);
    });
}

TlsReason reasonOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return TlsReason::UnknownIssuer;
    case QSslError::CertificateNotYetValid:
        return TlsReason::NotYetValid;
    case QSslError::CertificateExpired:
        return TlsReason::Expired;
    case QSslError::HostNameMismatch:
        return TlsReason::WrongHost;
    default:
        return TlsReason::Other;
    }
}

// Of several reasons the one to deal with first: TlsReason is in that order.
TlsReason reasonOf(const QList<QSslError> &errors)
{
    TlsReason first = TlsReason::Other;
    for (const QSslError &error : errors)
        first = std::min(first, reasonOf(error.error()));
    return first;
}

} // namespace

NetworkExchange::NetworkExchange(std::shared_ptr<QNetworkAccessManager> access, const Clock &clock,
                                 HttpRequest request, HttpTransport::Done done, QObject *context)
    : QObject(context), m_access(std::move(access)), m_clock(clock), m_request(std::move(request)),
      m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp({Kind::Deadline,
                Text::tr("no whole answer within %1 s").arg(m_request.deadline.count() / 1000)});
    });
    connect(&m_trust, &QFutureWatcher<Trust>::finished, this, [this] {
        const Trust trust = m_trust.result();
        if (trust)
            send(*trust);
        else
            giveUp({Kind::CaFileUnusable, trust.error()});
    });
}

NetworkExchange::~NetworkExchange()
{
    abort();
    wipe(m_body);
}

void NetworkExchange::start()
{
    m_reply.sentAt = m_clock.now();
    m_elapsed.start();
    m_deadline.start(m_request.deadline);
    if (m_request.url.scheme() == "https"_L1)
        m_trust.setFuture(QtConcurrent::run(&tlsTrust, m_request.caFile));
    else
        send(QSslConfiguration());
}

void NetworkExchange::send(const QSslConfiguration &tls)
{
    QNetworkRequest request(m_request.url);
    for (const HttpHeader &header : std::as_const(m_request.headers))
        request.setRawHeader(header.name, header.value);
    request.setRawHeader("Authorization", m_request.authorization.view().toByteArray());
    // The keys have been handed on; nothing here needs them any more.
    m_request.authorization = Secret();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // There is no cache to keep out of: the manager has none. AlwaysNetwork would add header
    // fields.
    if (m_request.url.scheme() == "https"_L1)
        request.setSslConfiguration(tls);

    m_reply.sentAt = m_clock.now();
    m_elapsed.start();
    m_networkReply = m_access->get(request);
    m_networkReply->setReadBufferSize(m_request.bodyLimit);
    followProgress();
    connect(m_networkReply, &QNetworkReply::readyRead, this, &NetworkExchange::readBody);
    connect(m_networkReply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_networkReply, &QNetworkReply::finished, this, &NetworkExchange::finish);
}

void NetworkExchange::followProgress()
{
    HttpTiming &timing = m_reply.timing;
    timing.tls = m_request.url.scheme() == "https"_L1;
    timing.namedHost = QHostAddress(m_request.url.host()).isNull();
    connect(m_networkReply, &QNetworkReply::socketStartedConnecting, this,
            [this] { mark(m_reply.timing.connecting); });
    connect(m_networkReply, &QNetworkReply::encrypted, this, [this] {
        // After the request it is the handshake of another connection, see sentAgain.
        if (!m_reply.timing.requestSent)
            mark(m_reply.timing.encrypted);
    });
    connect(m_networkReply, &QNetworkReply::requestSent, this, [this] {
        mark(m_reply.timing.requestSent ? m_reply.timing.sentAgain : m_reply.timing.requestSent);
    });
    connect(m_networkReply, &QNetworkReply::metaDataChanged, this,
            [this] { mark(m_reply.timing.headers); });
}

void NetworkExchange::mark(HttpTiming::Mark &moment)
{
    moment = m_elapsed.nsecsElapsed() / 1000;
}

void NetworkExchange::readBody()
{
    QByteArray part = m_networkReply->readAll();
    const bool tooLarge = m_body.size() + part.size() > m_request.bodyLimit;
    m_body.append(part.first(std::min(part.size(), m_request.bodyLimit - m_body.size())));
    wipe(part);
    if (tooLarge) {
        giveUp({Kind::BodyTooLarge, Text::tr("more than %1 KiB").arg(m_request.bodyLimit / 1024)});
    }
}

void NetworkExchange::readReply()
{
    m_reply.elapsedMs = m_elapsed.elapsed();
    if (!m_networkReply)
        return;
    mark(m_reply.timing.end);
    const auto attribute
        = [this](QNetworkRequest::Attribute code) { return m_networkReply->attribute(code); };
    m_reply.status = attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_reply.reason = attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    m_reply.http2 = attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    for (const QNetworkReply::RawHeaderPair &header : m_networkReply->rawHeaderPairs())
        m_reply.headers.append({header.first, header.second});
    m_reply.body = Secret::taking(std::move(m_body));
}

void NetworkExchange::giveUp(TransportFault fault)
{
    if (m_reply.fault)
        return;
    m_reply.fault = std::move(fault);
    finish();
}

void NetworkExchange::abort()
{
    if (!m_networkReply)
        return;
    m_networkReply->disconnect(this);
    const bool underWay = m_networkReply->isRunning();
    m_networkReply->abort();
    m_networkReply->deleteLater();
    m_networkReply = nullptr;
    if (underWay)
        Q_EMIT brokenOff();
}

bool NetworkExchange::isProxied() const
{
    const QList<QNetworkProxy> proxies
        = m_access->proxyFactory()->queryProxy(QNetworkProxyQuery(m_request.url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

TransportFault NetworkExchange::faultOf(Kind kind) const
{
    const bool unreached = kind == Kind::HostNotFound || kind == Kind::Unreachable;
    if (unreached && !isLoopback(m_request.url) && isOffline())
        return {Kind::Offline, m_networkReply->errorString()};
    // Behind a proxy nothing but the proxy is reached from here, and Qt has no name for its
    // absence.
    if (kind == Kind::Unreachable && isProxied())
        return {Kind::Proxy, m_networkReply->errorString()};
    if (kind != Kind::Tls)
        return {kind, m_networkReply->errorString()};
    QStringList words;
    for (const QSslError &error : m_tlsErrors)
        words.append(error.errorString());
    return {kind, words.isEmpty() ? m_networkReply->errorString() : words.join(u"; "_s),
            reasonOf(m_tlsErrors)};
}

void NetworkExchange::finish()
{
    m_deadline.stop();
    if (m_networkReply && !m_reply.fault) {
        readBody();
        if (m_reply.fault)
            return; // The last bytes were too many, and giveUp() has finished.
    }
    readReply();
    if (m_networkReply && !m_reply.fault) {
        if (const auto kind = faultKind(m_networkReply->error(), m_reply.status))
            m_reply.fault = faultOf(*kind);
    }
    abort();
    deleteLater();
    m_done(std::move(m_reply));
}

} // namespace tokeni
