// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/simulator.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureInterface>
#include <QHttpServer>
#include <QMetaEnum>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Gives lupdate and the translators a context for the words below.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Simulator)
};

// One rule for every path and every method, the server's own 404 being no Daraja's.
class EveryCall : public QHttpServerRouterRule
{
public:
    using QHttpServerRouterRule::QHttpServerRouterRule;

protected:
    bool matches(const QHttpServerRequest &, QRegularExpressionMatch *) const override
    {
        return true;
    }
};

SimulatedCall callOf(const QHttpServerRequest &request)
{
    const char *method
        = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()));
    return {QByteArray(method).toUpper(), request.url().path(), request.query(),
            request.value("Authorization")};
}

QHttpServerResponse responseOf(const SimulatedAnswer &answer)
{
    QHttpServerResponse response(answer.contentType, answer.body,
                                 QHttpServerResponse::StatusCode(answer.status));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    for (const HttpHeader &header : answer.headers)
        headers.append(header.name, header.value);
    response.setHeaders(std::move(headers));
#else
    for (const HttpHeader &header : answer.headers)
        response.addHeader(header.name, header.value);
#endif
    return response;
}

// No QPromise: in Qt 6.4 it runs the continuation a second time when it goes, if the result, which
// can only be moved, was taken out of it.
using Promise = QFutureInterface<QHttpServerResponse>;

void keep(Promise promise, const SimulatedAnswer &answer)
{
    promise.reportResult(responseOf(answer));
    promise.reportFinished();
}

// The answer when its time has come; never when "waiting" or the connection has gone by then,
// because Qt 6.4 would write it to the deleted socket.
QFuture<QHttpServerResponse> inTime(const SimulatedAnswer &answer, QObject *waiting,
                                    const QTcpSocket *connection)
{
    Promise promise(QFutureInterfaceBase::Started);
    if (answer.delay.count() == 0) {
        keep(promise, answer);
        return promise.future();
    }
    auto *timer = new QTimer(waiting);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, promise, answer] {
        timer->deleteLater();
        keep(promise, answer);
    });
    if (connection) {
        QObject::connect(connection, &QTcpSocket::disconnected, timer, [timer] {
            timer->stop();
            timer->deleteLater();
        });
    }
    timer->start(answer.delay);
    return promise.future();
}

// The address to listen on for \a url, or why there is none.
tl::expected<QHostAddress, QString> addressFor(const QUrl &url)
{
    const QString host = url.host();
    const QHostAddress address
        = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (!isLoopback(url) || address.isNull())
        return tl::make_unexpected(
            Text::tr("The simulator runs on this computer only, so its token URL can't have the "
                     "host \"%1\". Use 127.0.0.1.")
                .arg(host));
    if (url.scheme() != "http"_L1)
        return tl::make_unexpected(Text::tr(
            "The simulator has no certificate, so its token URL must begin with http://."));
    return address;
}

QString wordsOf(const QTcpServer &listener, const QHostAddress &address, quint16 port)
{
    if (listener.serverError() == QAbstractSocket::AddressInUseError)
        return Text::tr("Another program is using port %1 already, perhaps a tokeni-cli simulator. "
                        "End it, or choose another port in the token URL.")
            .arg(port);
    return Text::tr("The simulator can't listen on %1, port %2: %3")
        .arg(address.toString(), QString::number(port), listener.errorString());
}

} // namespace

// Knows which connection a request comes from, which QHttpServer does not tell. The slot here runs
// before QHttpServer's, which reads the request and asks for the answer.
class Simulator::Listener : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

    [[nodiscard]] const QTcpSocket *asking() const { return m_asking; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { m_asking = socket; });
        addPendingConnection(socket);
    }

private:
    QPointer<const QTcpSocket> m_asking; // The one read from most recently.
};

Simulator::Simulator(const Clock &clock, QObject *parent) : SimulatorControl(parent), m_clock(clock)
{ }

Simulator::~Simulator() = default;

void Simulator::start(const QUrl &tokenUrl)
{
    const auto address = addressFor(tokenUrl);
    const auto wanted = quint16(tokenUrl.port(simulatorPort));
    if (address && isListening() && m_listener->serverAddress() == *address
        && (wanted == port() || wanted == 0))
        return;

    const bool wasListening = isListening();
    const QString oldProblem = std::exchange(m_problem, {});
    stop();
    m_problem = address ? listen(*address, wanted) : address.error();
    if (isListening() || wasListening || m_problem != oldProblem)
        Q_EMIT changed();
}

bool Simulator::isListening() const
{
    return m_server != nullptr;
}

quint16 Simulator::port() const
{
    return isListening() ? m_listener->serverPort() : 0;
}

QString Simulator::problem() const
{
    return m_problem;
}

QList<SimulatorControl::Scenario> Simulator::scenarios() const
{
    QList<SimulatorControl::Scenario> all;
    for (const tokeni::Scenario scenario : allScenarios())
        all.append({scenarioName(scenario), scenarioWords(scenario)});
    return all;
}

QString Simulator::scenario() const
{
    return scenarioName(m_scenario);
}

void Simulator::setScenario(const QString &name)
{
    const auto scenario = scenarioFromName(name);
    if (!scenario || *scenario == m_scenario)
        return;
    m_scenario = *scenario;
    Q_EMIT changed();
}

void Simulator::stop()
{
    m_waiting.reset();
    m_listener = nullptr;
    m_server.reset();
}

QString Simulator::listen(const QHostAddress &address, quint16 port)
{
    auto server = std::make_unique<QHttpServer>();
    auto *listener = new Listener(server.get());
    if (!listener->listen(address, port))
        return wordsOf(*listener, address, port);

    m_waiting = std::make_unique<QObject>();
    server->route<EveryCall>(u"/"_s, [this, listener](const QHttpServerRequest &request) {
        SimulatedAnswer answer = m_daraja.answer(callOf(request), m_scenario, m_clock.now());
        // An answer to HEAD has no content (RFC 9110 section 9.3.2).
        if (request.method() == QHttpServerRequest::Method::Head)
            answer.body.clear();
        return inTime(answer, m_waiting.get(), listener->asking());
    });
    server->bind(listener);
    m_listener = listener;
    m_server = std::move(server);
    return {};
}

} // namespace tokeni
