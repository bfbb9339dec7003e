// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/report.h"
#include "core/request/redaction.h"
#include "core/secret/masking.h"
#include "core/token/tokenreply.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

ClockReading someTime()
{
    return {1'767'362'400'000, 1000, "boot"}; // 2026-01-02 14:00:00 UTC.
}

// What is known after an answer: the keys are taken out, and the error is derived from the rest.
struct Failure
{
    Environment environment = defaultEnvironments().at(2);
    Credentials keys{Secret("the-consumer-key-0123456789"), Secret("the-consumer-secret-012345")};
    HttpExchange exchange;

    Failure(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        exchange = shownRequest(tokenRequest(environment));
        exchange.reply.status = status;
        exchange.reply.reason = "Bad Request";
        exchange.reply.headers = headers;
        exchange.reply.body = Secret(body);
        exchange.reply.sentAt = someTime();
        exchange.reply.elapsedMs = 287;
    }
    [[nodiscard]] QString report()
    {
        scrub(exchange.reply, keys);
        const auto outcome = parseTokenReply(exchange.reply);
        const TokenError error
            = outcome ? TokenError{TokenError::Kind::Cancelled} : outcome.error();
        return reportOf(error, environment, &exchange, someTime());
    }
};

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void containsWhatASupporterAsksFor()
    {
        Failure failure(400,
                        R"({"requestId": "4788-81090592-4", "errorCode": "400.008.01",
                            "errorMessage": "Invalid Authentication passed"})",
                        {{"content-type", "application/json"},
                         {"Date", "Fri, 02 Jan 2026 14:00:00 GMT"},
                         {"Server", "Apigee"}});
        const QString report = failure.report();
        for (const QString &line :
             {u"Tokeni " TOKENI_VERSION "\n"_s, u"Finding: Daraja did not accept these keys\n"_s,
              u"Time: 2026-01-02T14:00:00Z\n"_s, u"Kind of environment: production\n"_s,
              u"Request: GET https://api.safaricom.co.ke/oauth/v1/generate\n"_s,
              u"Answer: HTTP/1.1 400 Bad Request\n"_s, u"Time taken: 287 ms\n"_s,
              u"Content-Type: application/json\n"_s, u"Date: Fri, 02 Jan 2026 14:00:00 GMT\n"_s,
              u"Server: Apigee\n"_s, u"Server's code: 400.008.01\n"_s,
              u"Server's message: Invalid Authentication passed\n"_s,
              u"Request ID: 4788-81090592-4\n"_s})
            QVERIFY2(report.contains(line), qPrintable(line + u"missing in\n"_s + report));
        QVERIFY(!report.contains(failure.environment.name));
    }

    void namesProductionWhateverItsName()
    {
        Failure failure(400, {});
        failure.environment.chosenKind = EnvironmentKind::Sandbox;
        const QString report = failure.report();
        QVERIFY2(report.contains(u"Kind of environment: production\n"_s), qPrintable(report));
    }

    void namesTheIncidentAndTheProtocol()
    {
        Failure failure(403, "<html>Incapsula incident ID: 1234-5678</html>");
        failure.exchange.reply.http2 = true;
        failure.exchange.reply.reason.clear();
        const QString report = failure.report();
        QVERIFY2(report.contains(u"Incident ID: 1234-5678\n"_s), qPrintable(report));
        QVERIFY2(report.contains(u"Answer: HTTP/2 403\n"_s), qPrintable(report));
    }

    void includesTheTextOfAFault()
    {
        Failure failure(0, {});
        failure.exchange.reply.fault
            = TransportFault{TransportFault::Kind::Tls, u"The certificate has expired"_s};
        const QString report = failure.report();
        QVERIFY2(report.contains(u"Answer: none\n"_s), qPrintable(report));
        QVERIFY2(report.contains(u"Detail: The certificate has expired\n"_s), qPrintable(report));
    }

    void saysThatThereWasNoExchange()
    {
        const QString report = reportOf({TokenError::Kind::NoKeys}, defaultEnvironments().at(1),
                                        nullptr, someTime());
        QVERIFY2(report.contains(u"Answer: none, nothing was sent\n"_s), qPrintable(report));
        QVERIFY2(report.contains(u"Time: 2026-01-02T14:00:00Z\n"_s), qPrintable(report));
    }

    void containsNoSecrets_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("tokenSent"); // If false, the body contains the keys.
        const QByteArray quoted = '"' + token + '"';
        QTest::newRow("token with a lifetime that is not a number")
            << "{\"access_token\": " + quoted + ", \"expires_in\": \"soon\"}" << true;
        QTest::newRow("name written with escapes")
            << "{\"access\\u005ftoken\": " + quoted + ", \"expires_in\": \"soon\"}" << true;
        QTest::newRow("deeper, under another name")
            << "{\"data\": [{\"refreshToken\": " + quoted + "}]}" << true;
        QTest::newRow("an object under the name")
            << "{\"token\": {\"value\": " + quoted + "}}" << true;
        QTest::newRow("XML") << "<r><access_token>" + token + "</access_token></r>" << true;
        QTest::newRow("just a token") << token + "\n" << true;
        QTest::newRow("truncated JSON") << "{\"access_token\": \"" + token << true;
        QTest::newRow("truncated JSON, escaped in other JSON")
            << "{\"answer\": \"{\\\"access_token\\\": \\\"" + token << true;
        QTest::newRow("JSON in JSON")
            << "{\"answer\": \"{\\\"access_token\\\": \\\"" + token + "\\\"}\"}" << true;
        QTest::newRow("JSON in a page")
            << "<pre>{&quot;access_token&quot;: &quot;" + token + "&quot;}</pre>" << true;
        QTest::newRow("as a header in words")
            << "{\"errorMessage\": \"got Bearer " + token + " which is old\"}" << true;
        QTest::newRow("in a page") << "<p>Authorization: Bearer " + token + "</p>" << true;
        QTest::newRow("in a URL") << "<a href='/x?access_token=" + token + "&b=1'>" << true;
        QTest::newRow("cut in two by the limit")
            << QByteArray(maxReportedBody - 20, 'x') + " access_token=" + token << true;
        QTest::newRow("keys sent back")
            << QByteArray("{\"errorMessage\": \"no app the-consumer-key-0123456789 with "
                          "the-consumer-secret-012345\"}")
            << false;
        QTest::newRow("Basic sent back")
            << QByteArray("<pre>Authorization: Basic "
                          "dGhlLWNvbnN1bWVyLWtleS0wMTIzNDU2Nzg5OnRoZS1jb25zdW1lci1zZWNyZXQtMDEyMzQ1"
                          "</pre>")
            << false;
    }

    void containsNoSecrets()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, tokenSent);
        Failure failure(tokenSent ? 200 : 400, body);
        const QString report = failure.report();
        const QStringList secrets = tokenSent
            ? QStringList{QString::fromUtf8(token.first(8)), QString::fromUtf8(token.last(8))}
            : QStringList{failure.keys.consumerKey.reveal(), failure.keys.consumerSecret.reveal(),
                          basicAuthorization(failure.keys).reveal().sliced(6)};
        for (const QString &secret : secrets)
            QVERIFY2(!report.contains(secret), qPrintable(report));
        QVERIFY2(report.contains(u"••"_s), qPrintable(report));
    }

    void includesOnlyListedHeaders()
    {
        Failure failure(302, {},
                        {{"Set-Cookie", "session=crimson"},
                         {"X-Secret", "crimson"},
                         {"Retry-After", "28"},
                         {"WWW-Authenticate", "Basic realm=\"daraja\""},
                         {"Location", "https://me:crimson@sso.example/in?ticket=crimson#crimson"}});
        const QString report = failure.report();
        QVERIFY2(!report.contains(u"crimson"_s), qPrintable(report));
        QVERIFY(!report.contains(u"Cookie"_s));
        QVERIFY2(report.contains(u"Location: https://sso.example/in\n"_s), qPrintable(report));
        QVERIFY(report.contains(u"Retry-After: 28\n"_s));
        QVERIFY(report.contains(u"WWW-Authenticate: Basic "_s));
    }

    void leavesOutTheUrlsQuery()
    {
        Failure failure(404, {});
        failure.environment.tokenUrl
            = QUrl(u"https://gateway.example:8443/oauth?grant_type=client_credentials&k=crimson"_s);
        const QString report = failure.report();
        QVERIFY2(report.contains(u"Request: GET https://gateway.example:8443/oauth\n"_s),
                 qPrintable(report));
        QVERIFY(!report.contains(u"crimson"_s));
    }

    void doesNotNameFilesOfThisComputer()
    {
        Failure failure(0, {});
        failure.exchange.reply.fault = TransportFault{TransportFault::Kind::CaFileUnusable,
                                                      u"/home/wanjiru/ca.pem: no such file"_s};
        const QString report = failure.report();
        QVERIFY2(!report.contains(u"wanjiru"_s), qPrintable(report));
    }

    void cutsALongBody()
    {
        Failure failure(500, QByteArray(100'000, 'x'));
        const QString report = failure.report();
        QVERIFY(report.size() < 2 * maxReportedBody);
        QVERIFY(report.contains(u"Body (100000 bytes):\n"_s));
        QVERIFY(report.endsWith(u"\n… and so on\n"_s));
    }

    // The text is pasted into terminals and issue trackers.
    void containsNoTerminalCommandsOrDirectionMarks()
    {
        Failure failure(500, "a\x1b[31m red \xE2\x80\xAE back \x07\x9b",
                        {{"Server", "x\x1b[2J\xE2\x80\xAE"}});
        const QString report = failure.report();
        for (const QChar c : report)
            QVERIFY(c == u'\n' || c.isPrint());
        QVERIFY(!report.contains(QChar(0x202E)));
    }
};

QTEST_APPLESS_MAIN(ReportTest)
#include "report.moc"
