// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"
#include "simulator/simulator.h"

#include <QJsonObject>
#include <QNetworkAccessManager>

class QNetworkReply;

namespace tokeni {

/*! A reply as core has it, with its body parsed as JSON. */
struct SimulatorReply : HttpReply
{
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QString errorCode() const;
};

/*! Talks to a simulator over a socket, like any HTTP program. */
class SimulatorClient
{
public:
    /*! The header for the right keys. */
    static QByteArray rightKeys();
    static constexpr auto tokenTarget = "/oauth/v1/generate?grant_type=client_credentials";
    /*! The last bytes of the answer to it. */
    static constexpr auto tokenEnd = "\"3599\"\n        }\n        ";
    static constexpr auto stkPushTarget = "/mpesa/stkpush/v1/processrequest";
    static constexpr auto stkQueryTarget = "/mpesa/stkpushquery/v1/query";

    /*! \a simulator must outlive this object. */
    explicit SimulatorClient(const Simulator &simulator);

    /*! The URL of \a target on the simulator's port. */
    [[nodiscard]] QUrl url(const QByteArray &target) const;
    /*! Sends a request and does not wait. The caller owns the reply. */
    [[nodiscard]] QNetworkReply *sendNow(const QByteArray &method, const QByteArray &target,
                                         const QByteArray &authorization = {},
                                         const QByteArray &body = {});
    /*! Sends a request and waits for the whole answer; status 0 if there is none. */
    [[nodiscard]] SimulatorReply send(const QByteArray &method, const QByteArray &target,
                                      const QByteArray &authorization = {},
                                      const QByteArray &body = {});
    /*! The token call with the right keys. */
    [[nodiscard]] SimulatorReply getToken();
    /*! The token from a getToken() that must succeed; empty if it does not. */
    [[nodiscard]] QByteArray token();
    /*! The business call with \a token. */
    [[nodiscard]] SimulatorReply stkPush(const QByteArray &token);
    /*! The question what became of a business call. */
    [[nodiscard]] SimulatorReply stkQuery(const QByteArray &token, const QString &checkoutId);

private:
    const Simulator &m_simulator;
    QNetworkAccessManager m_network;
};

/*! The content of \a reply, once it is finished. */
[[nodiscard]] SimulatorReply contentOf(QNetworkReply &reply);

} // namespace tokeni
