// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokenreply.h"

#include <QTest>
#include <QTimeZone>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// 2026-01-02 14:00:00 UTC.
constexpr qint64 sentMs = 1'767'362'400'000;

TokenError errorOf(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.headers = headers;
    reply.body = Secret(body);
    reply.sentAt = {sentMs, 1000, "boot"};
    auto outcome = parseTokenReply(reply);
    return outcome ? TokenError{TokenError::Kind::Cancelled} : outcome.error();
}

} // namespace

class RefusalWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepTheServersCodeAndText_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("Daraja") << 400
                                << QByteArray(R"({"requestId": "1", "errorCode": "400.008.01", )"
                                              R"("errorMessage": "Invalid Authentication passed"})")
                                << u"400.008.01"_s << u"Invalid Authentication passed"_s;
        QTest::newRow("Apigee")
            << 429
            << QByteArray(R"({"fault": {"faultstring": "Rate limit", )"
                          R"("detail": {"errorcode": "policies.ratelimit.QuotaViolation"}}})")
            << u"policies.ratelimit.QuotaViolation"_s << u"Rate limit"_s;
        QTest::newRow("OAuth (RFC 6749)")
            << 401
            << QByteArray(R"({"error": "invalid_client", "error_description": "No such client"})")
            << u"invalid_client"_s << u"No such client"_s;
        QTest::newRow("code and message")
            << 500 << QByteArray(R"({"code": 17, "message": "Broken"})") << u"17"_s << u"Broken"_s;
        QTest::newRow("with 200, but no token")
            << 200 << QByteArray(R"({"errorCode": "500.003.02", "errorMessage": "Busy"})")
            << u"500.003.02"_s << u"Busy"_s;
        QTest::newRow("line ends become spaces")
            << 500 << QByteArray(R"({"errorCode": "a\nb", "errorMessage": " Go\r\n\taway "})")
            << u"a b"_s << u"Go away"_s;
        QTest::newRow("values that are not strings")
            << 400 << QByteArray(R"({"errorCode": {}, "errorMessage": [1]})") << QString()
            << QString();
        QTest::newRow("not JSON") << 500 << QByteArray("Broken") << QString() << u"Broken"_s;
        QTest::newRow("an array") << 500 << QByteArray(R"([{"errorCode": "1"}])") << u"1"_s
                                  << QString();
    }

    void keepTheServersCodeAndText()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const TokenError error = errorOf(status, body);
        QCOMPARE(error.serverCode, code);
        QCOMPARE(error.serverWords, words);
        QCOMPARE(error.status, status);
    }

    void areCutIfTooLong()
    {
        const QByteArray words(5000, 'x');
        const TokenError error = errorOf(500, "{\"errorMessage\": \"" + words + "\"}");
        QCOMPARE(error.serverWords.size(), 300);
        QVERIFY(error.serverWords.endsWith(u'…'));
    }

    void nameTheFirewallsIncident_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("id");
        QTest::newRow("Incapsula")
            << 403 << QByteArray("Request unsuccessful. Incapsula incident ID: 1234000560-98765")
            << u"1234000560-98765"_s;
        QTest::newRow("in a URL") << 503
                                  << QByteArray("src='/_Incapsula?incident_id=1'>Incident "
                                                "ID: 77-123456")
                                  << u"77-123456"_s;
        QTest::newRow("no incident") << 403 << QByteArray("Access denied") << QString();
    }

    void nameTheFirewallsIncident()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        QFETCH(QString, id);
        const TokenError error = errorOf(status, "<html><body>" + words + "</body></html>");
        QCOMPARE(int(error.kind), int(TokenError::Kind::Firewall));
        QCOMPARE(error.detail, id);
    }

    void nameTheTargetOfARedirect()
    {
        const TokenError error = errorOf(
            302, {}, {{"location", "https://me:pw@elsewhere.example/login?ticket=1#here"}});
        // Without the parts that may contain somebody's session.
        QCOMPARE(error.detail, u"https://elsewhere.example/login"_s);
        QCOMPARE(errorOf(302, {}, {{"Location", "/login?ticket=1"}}).detail, u"/login"_s);
        QCOMPARE(errorOf(302, {}).detail, QString());
    }

    void keepTheTextOfAFault()
    {
        HttpReply reply;
        reply.fault = TransportFault{TransportFault::Kind::Tls, u"The certificate has expired"_s,
                                     TlsReason::Expired};
        const auto outcome = parseTokenReply(reply);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().detail, u"The certificate has expired"_s);
        QVERIFY(outcome.error().tlsReason == TlsReason::Expired);
    }

    void retryAfterIsANumberOrADate_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds"); // -1: nothing.
        QTest::newRow("number") << QByteArray("120") << qint64(120);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("spaces around") << QByteArray(" 5 ") << qint64(5);
        QTest::newRow("a year: limited to a day") << QByteArray("31536000") << qint64(86400);
        QTest::newRow("date") << QByteArray("Fri, 02 Jan 2026 14:01:30 GMT") << qint64(90);
        QTest::newRow("date far in the future")
            << QByteArray("Sat, 02 Jan 2027 14:00:00 GMT") << qint64(86400);
        QTest::newRow("date in the past")
            << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << qint64(-1);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray("") << qint64(-1);
        QTest::newRow("date with an invalid month")
            << QByteArray("Fri, 02 Foo 2026 14:01:30 GMT") << qint64(-1);
    }

    void retryAfterIsANumberOrADate()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, seconds);
        for (const int status : {429, 503}) {
            const TokenError error = errorOf(status, {}, {{"retry-after", value}});
            QCOMPARE(error.retryAfter.has_value(), seconds >= 0);
            if (error.retryAfter)
                QCOMPARE(qint64(error.retryAfter->count()), seconds);
        }
    }

    // The date is in GMT; it does not matter that this computer's time zone skips that very hour.
    void retryAfterMeansGreenwichTimeEverywhere()
    {
        qputenv("TZ", "EST5EDT,M3.2.0,M11.1.0");
        HttpReply reply;
        reply.status = 503;
        reply.headers = {{"Retry-After", "Sun, 08 Mar 2026 02:30:00 GMT"}};
        reply.sentAt.wallMs
            = QDateTime({2026, 3, 8}, {2, 29}, QTimeZone::utc()).toMSecsSinceEpoch();
        const auto outcome = parseTokenReply(reply);
        qunsetenv("TZ");
        QVERIFY(!outcome && outcome.error().retryAfter);
        QCOMPARE(qint64(outcome.error().retryAfter->count()), 60);
    }
};

QTEST_APPLESS_MAIN(RefusalWordsTest)
#include "refusal-words.moc"
