// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/simulator.h"

#include "core/environment/environment.h"
#include "simulator/listener.h"

#include <QCoreApplication>

#include <utility>

#include <tl/expected.hpp>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The context of the following texts for lupdate and the translators.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Simulator)
};

SimulatedCall callOf(const RequestHead &head, const QByteArray &body)
{
    QByteArray target = head.target;
    if (!target.startsWith('/')) {
        // The form of target in a request to a proxy (RFC 9112 section 3.2.2).
        const QUrl absolute = QUrl::fromEncoded(target);
        target = absolute.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }
    // Split manually, since a path like "//x" would be parsed as a host.
    const qsizetype mark = target.indexOf('?');
    QUrl url;
    url.setPath(QString::fromUtf8(target.first(mark < 0 ? target.size() : mark)));
    const QByteArray query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    return {head.method, url.path(), QUrlQuery(QString::fromUtf8(query)),
            headerValue(head.headers, "Authorization").value_or(QByteArray()), body};
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
        return Text::tr("Another program is already using port %1, perhaps a tokeni-cli simulator. "
                        "Stop it, or choose another port in the token URL.")
            .arg(port);
    return Text::tr("The simulator can't listen on %1, port %2: %3")
        .arg(address.toString(), QString::number(port), listener.errorString());
}

} // namespace

Simulator::Simulator(const Clock &clock, const ServerLimits &limits)
    : m_clock(clock), m_limits(limits)
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
    return m_listener != nullptr;
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
    m_listener.reset();
}

QString Simulator::listen(const QHostAddress &address, quint16 port)
{
    auto listener = std::make_unique<Listener>(
        [this](const RequestHead &head, const QByteArray &body) {
            return m_daraja.answer(callOf(head, body), m_scenario, m_clock.now());
        },
        m_limits);
    if (!listener->open(address, port))
        return wordsOf(*listener, address, port);
    m_listener = std::move(listener);
    return {};
}

} // namespace tokeni
