// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatorclient.h"

#include "core/keys/credentials.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;

QJsonObject SimulatorReply::json() const
{
    return QJsonDocument::fromJson(body.view().toByteArray()).object();
}

QByteArray SimulatorReply::header(QByteArrayView name) const
{
    return headerValue(headers, name).value_or(QByteArray());
}

QString SimulatorReply::errorCode() const
{
    return json()["errorCode"_L1].toString();
}

QByteArray SimulatorClient::rightKeys()
{
    return basicAuthorization(simulatorCredentials()).view().toByteArray();
}

SimulatorClient::SimulatorClient(const Simulator &simulator) : m_simulator(simulator)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

QUrl SimulatorClient::url(const QByteArray &target) const
{
    return QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(m_simulator.port()) + target);
}

QNetworkReply *SimulatorClient::sendNow(const QByteArray &method, const QByteArray &target,
                                        const QByteArray &authorization, const QByteArray &body)
{
    QNetworkRequest request(url(target));
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return m_network.sendCustomRequest(request, method, body);
}

SimulatorReply SimulatorClient::send(const QByteArray &method, const QByteArray &target,
                                     const QByteArray &authorization, const QByteArray &body)
{
    const std::unique_ptr<QNetworkReply> reply(sendNow(method, target, authorization, body));
    // Not qWaitFor, which sleeps 10 ms between any two steps of client and server.
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, [&loop] { loop.quit(); });
    QTimer::singleShot(15'000, &loop, [&loop] { loop.quit(); });
    if (!reply->isFinished())
        loop.exec();
    return reply->isFinished() ? contentOf(*reply) : SimulatorReply();
}

SimulatorReply SimulatorClient::getToken()
{
    return send("GET", tokenTarget, rightKeys());
}

QByteArray SimulatorClient::token()
{
    return getToken().json()["access_token"_L1].toString().toLatin1();
}

SimulatorReply SimulatorClient::stkPush(const QByteArray &token)
{
    return send("POST", stkPushTarget, "Bearer " + token);
}

SimulatorReply SimulatorClient::stkQuery(const QByteArray &token, const QString &checkoutId)
{
    const QJsonObject body{{u"CheckoutRequestID"_s, checkoutId}};
    return send("POST", stkQueryTarget, "Bearer " + token, QJsonDocument(body).toJson());
}

SimulatorReply contentOf(QNetworkReply &reply)
{
    SimulatorReply content;
    content.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply.rawHeaderPairs())
        content.headers.append({name, value});
    content.body = Secret(reply.readAll());
    return content;
}

} // namespace tokeni
