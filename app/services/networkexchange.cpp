// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/networkexchange.h"

#include "services/tlstrust.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkInterface>
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

// What the server may send beside the body: its header, and what TLS and HTTP put around.
constexpr qint64 overheadLimit = qint64(256) * 1024;

// Why the manager has no whole answer, as far as it knows; Kind::Proxy is about GuardedConnection.
std::optional<Kind> faultKind(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::RemoteHostClosedError:
        return Kind::ConnectionClosed;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::Tls;
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
    // 418: a whole answer, no fault. Beside another status they name what broke off HTTP/2.
    const bool namesStatus = (error > 200 && error < 300) || (error > 400 && error < 500)
        || error == QNetworkReply::ProtocolInvalidOperationError;
    return namesStatus && status >= 400 ? std::nullopt : std::optional(Kind::Other);
}

// Why there was no connection to the server, or how it ended.
Kind faultKind(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Kind::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QAbstractSocket::RemoteHostClosedError:
        return Kind::ConnectionClosed;
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketAccessError:
    case QAbstractSocket::SocketTimeoutError:
        return Kind::Unreachable;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Kind::Proxy;
    default:
        return Kind::Other;
    }
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

NetworkExchange::NetworkExchange(QNetworkAccessManager *access, const QNetworkProxy &onward,
                                 const Clock &clock, HttpRequest request, HttpTransport::Done done,
                                 QObject *context)
    : QObject(context), m_access(access), m_onward(onward), m_clock(clock),
      m_request(std::move(request)), m_done(std::move(done)),
      m_connection(
          new GuardedConnection(m_request.url, onward, m_request.bodyLimit + overheadLimit, access))
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
    connect(m_connection, &GuardedConnection::connecting, this,
            [this] { mark(m_reply.timing.connecting); });
    connect(m_connection, &GuardedConnection::connected, this,
            [this] { mark(m_reply.timing.connected); });
    // Later, since this may be the end of the connection too, which is telling us just now.
    connect(
        m_connection, &GuardedConnection::exceeded, this,
        [this] {
            const bool isAnswer = !m_reply.timing.tls || m_reply.timing.encrypted;
            giveUp(isAnswer ? tooLarge()
                            : TransportFault{Kind::Tls, Text::tr("no end to the TLS handshake"),
                                             TlsReason::Other});
        },
        Qt::QueuedConnection);
}

NetworkExchange::~NetworkExchange()
{
    abort();
    wipe(m_body);
    // It may be telling us something just now.
    if (m_access)
        m_access->deleteLater();
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
    if (!m_access)
        return;
    if (!m_connection->open()) {
        // Later: the answer must not come before the question has been handed over.
        QMetaObject::invokeMethod(
            this,
            [this] {
                giveUp({Kind::Other, m_connection->failure()->words});
            },
            Qt::QueuedConnection);
        return;
    }
    m_access->setProxy(m_connection->proxy());
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
    connect(m_networkReply, &QNetworkReply::readyRead, this, [this] {
        if (!readBody())
            giveUp(tooLarge());
    });
    connect(m_networkReply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_networkReply, &QNetworkReply::finished, this, &NetworkExchange::finish);
}

void NetworkExchange::followProgress()
{
    HttpTiming &timing = m_reply.timing;
    timing.tls = m_request.url.scheme() == "https"_L1;
    timing.namedHost = QHostAddress(m_request.url.host()).isNull();
    connect(m_networkReply, &QNetworkReply::encrypted, this,
            [this] { mark(m_reply.timing.encrypted); });
    connect(m_networkReply, &QNetworkReply::requestSent, this,
            [this] { mark(m_reply.timing.requestSent); });
    connect(m_networkReply, &QNetworkReply::metaDataChanged, this,
            [this] { mark(m_reply.timing.headers); });
    // Later, since the manager is not done with the header yet.
    connect(m_networkReply, &QNetworkReply::metaDataChanged, this, &NetworkExchange::judgeHeader,
            Qt::QueuedConnection);
}

void NetworkExchange::mark(HttpTiming::Mark &moment)
{
    if (!moment)
        moment = m_elapsed.nsecsElapsed() / 1000;
}

void NetworkExchange::judgeHeader()
{
    if (!m_networkReply)
        return;
    if (auto fault = headerFault())
        giveUp(std::move(*fault));
}

std::optional<TransportFault> NetworkExchange::headerFault() const
{
    // To Qt 6.4.2 any number is a status, and so is what comes before the answer (102 and 103:
    // RFC 9110 section 15.2); the answer itself is lost then.
    const int status = m_networkReply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status > 599)
        return TransportFault{Kind::NotHttp, Text::tr("the status is %1").arg(status)};
    // Nor does it see a length that is none, and waits for the end.
    const QByteArray length = m_networkReply->rawHeader("Content-Length");
    bool isNumber = true;
    const qulonglong bytes = length.isNull() ? 0 : length.toULongLong(&isNumber);
    if (!isNumber)
        return TransportFault{Kind::NotHttp, Text::tr("the length of the answer is not a number")};
    if (bytes > qulonglong(m_request.bodyLimit))
        return tooLarge();
    return std::nullopt;
}

// False when there is more than there may be.
bool NetworkExchange::readBody()
{
    QByteArray part = m_networkReply->readAll();
    const qsizetype left = m_request.bodyLimit - m_body.size();
    const bool fits = part.size() <= left;
    m_body.append(part.constData(), std::min(part.size(), left));
    wipe(part);
    return fits;
}

TransportFault NetworkExchange::tooLarge() const
{
    return {Kind::TooLarge, Text::tr("more than %1 KiB").arg(m_request.bodyLimit / 1024)};
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
    // That takes the request back too. abort() would have Qt warn of a second end where the first
    // is on its way from the manager's thread.
    m_networkReply->deleteLater();
    m_networkReply = nullptr;
}

std::optional<TransportFault> NetworkExchange::fault() const
{
    const auto kind = faultKind(m_networkReply->error(), m_reply.status);
    const auto &failure = m_connection->failure();
    if (!kind && failure && failure->error != QAbstractSocket::RemoteHostClosedError)
        return TransportFault{Kind::ConnectionClosed, failure->words};
    if (!kind)
        return headerFault();
    if (*kind == Kind::Tls)
        return tlsFault();
    // The manager knows no more of a connection that failed than that it can't have another one.
    const bool connected = m_reply.timing.connected.has_value();
    const bool ended = *kind == Kind::ConnectionClosed || *kind == Kind::Proxy;
    if (failure && (ended || !connected))
        return faultOf(faultKind(failure->error), failure->words);
    if (!connected)
        return faultOf(Kind::Unreachable, m_networkReply->errorString());
    // It had one, did not like what came, and asked for another to send the keys once more.
    if (*kind == Kind::Proxy)
        return TransportFault{Kind::NotHttp, Text::tr("what came is not HTTP")};
    return faultOf(*kind, m_networkReply->errorString());
}

TransportFault NetworkExchange::faultOf(Kind kind, const QString &words) const
{
    const bool unreached = kind == Kind::HostNotFound || kind == Kind::Unreachable;
    if (unreached && !isLoopback(m_request.url) && isOffline())
        return {Kind::Offline, words};
    // Behind a proxy nothing but the proxy is reached from here, and Qt has no name for its
    // absence.
    if (kind == Kind::Unreachable && m_onward.type() != QNetworkProxy::NoProxy)
        return {Kind::Proxy, words};
    return {kind, words};
}

TransportFault NetworkExchange::tlsFault() const
{
    QStringList words;
    for (const QSslError &error : m_tlsErrors)
        words.append(error.errorString());
    return {Kind::Tls, words.isEmpty() ? m_networkReply->errorString() : words.join(u"; "_s),
            reasonOf(m_tlsErrors)};
}

void NetworkExchange::finish()
{
    m_deadline.stop();
    if (m_networkReply && !m_reply.fault) {
        if (!readBody())
            m_reply.fault = tooLarge();
    }
    readReply();
    if (m_networkReply && !m_reply.fault)
        m_reply.fault = fault();
    abort();
    deleteLater();
    // Whoever is told may delete this.
    const HttpTransport::Done done = std::move(m_done);
    done(std::move(m_reply));
}

} // namespace tokeni
