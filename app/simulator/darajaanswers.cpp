// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/darajaanswers.h"

#include "simulator/randomtext.h"

#include <QRandomGenerator>
#include <QUuid>

namespace tokeni {

namespace {

// Recorded for 404.001.03, and assumed for everything else: a token must not be stored in a cache
// (RFC 6749 section 5.1).
SimulatedAnswer uncached(SimulatedAnswer answer)
{
    answer.headers.append(HttpHeader{"Cache-Control", "no-store"});
    return answer;
}

SimulatedAnswer json(int status, const QByteArray &body)
{
    return uncached({status, "application/json;charset=UTF-8", body});
}

} // namespace

QByteArray newRequestId()
{
    const qsizetype digits = QRandomGenerator::system()->bounded(5, 8);
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces).sliced(9) + randomDigits(digits);
}

SimulatedAnswer darajaToken(const QByteArray &token, std::chrono::seconds lifetime)
{
    return json(200,
                "{\n"
                "            \"access_token\": \""
                    + token
                    + "\",\n"
                      "            \"expires_in\": \""
                    + QByteArray::number(qint64(lifetime.count()))
                    + "\"\n"
                      "        }\n"
                      "        ");
}

SimulatedAnswer darajaWrongKeys()
{
    return uncached({400, "text/plain", {}});
}

SimulatedAnswer darajaRefusal(int status, const QByteArray &code, const QByteArray &message)
{
    SimulatedAnswer answer = json(status,
                                  "{\n"
                                  "                    \"requestId\":\""
                                      + newRequestId()
                                      + "\",\n"
                                        "                    \"errorCode\": \""
                                      + code
                                      + "\",\n"
                                        "                    \"errorMessage\": \""
                                      + message
                                      + "\"\n"
                                        "                }\n"
                                        "            ");
    if (status == 404)
        answer.reason = "Resource not found";
    return answer;
}

SimulatedAnswer stkPushAccepted(const StkPushIds &push)
{
    return json(200,
                R"({"MerchantRequestID":")" + push.merchantRequestId + R"(","CheckoutRequestID":")"
                    + push.checkoutRequestId
                    + R"(","ResponseCode":"0",)"
                      R"("ResponseDescription":"Success. Request accepted for processing",)"
                      R"("CustomerMessage":"Success. Request accepted for processing"})");
}

SimulatedAnswer stkPushPaid(const StkPushIds &push)
{
    return json(200,
                R"({"ResponseCode":"0",)"
                R"("ResponseDescription":"The service request has been accepted successsfully",)"
                R"("MerchantRequestID":")"
                    + push.merchantRequestId + R"(","CheckoutRequestID":")" + push.checkoutRequestId
                    + R"(","ResultCode":"0",)"
                      R"("ResultDesc":"The service request is processed successfully."})");
}

SimulatedAnswer ethiopianToken(const QByteArray &token, std::chrono::seconds lifetime)
{
    return json(200,
                R"({"access_token":")" + token + R"(","token_type":"Bearer","expires_in":")"
                    + QByteArray::number(qint64(lifetime.count())) + R"("})");
}

SimulatedAnswer ethiopianRefusal(EthiopianRefusal refusal)
{
    const auto answer = [](int status, const QByteArray &code, const QByteArray &words) {
        return json(status, R"({"resultCode":")" + code + R"(","resultDesc":")" + words + R"("})");
    };
    switch (refusal) {
    case EthiopianRefusal::WrongKey:
        return answer(400, "999991", "Invalid client id passed");
    case EthiopianRefusal::NotBasic:
        return answer(401, "999996", "Invalid Authentication passed");
    case EthiopianRefusal::WrongSecret:
        return answer(401, "999997", "Invalid Authorization Header");
    case EthiopianRefusal::WrongGrantType:
        return answer(400, "999998", "Required parameter [grant_type] is invalid or empty");
    }
    Q_UNREACHABLE();
}

} // namespace tokeni
