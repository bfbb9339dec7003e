// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokenreply.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;
using Fault = TransportFault::Kind;

namespace {

const QByteArray sample = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
const ClockReading asked{1'767'362'400'000, 1'800'000, {}};

// The received answer of a row.
struct Answer
{
    int status = 200;
    QByteArray body;
    HttpHeaders headers = {{"Content-Type", "application/json"}};
    std::optional<Fault> fault = {};
};

// The expected result: a token, or a kind of error.
struct Expected
{
    QByteArray token;
    qint64 seconds = 0;
    bool assumed = false;
    std::optional<Kind> error = {};
};

void row(const char *name, const Answer &answer, const Expected &expected)
{
    QTest::newRow(name) << answer << expected;
}

void token(const char *name, const QByteArray &body, const QByteArray &value = sample,
           qint64 seconds = 3599, bool assumed = false)
{
    row(name, {200, body}, {value, seconds, assumed});
}

void error(const char *name, const Answer &answer, Kind kind)
{
    row(name, answer, {{}, 0, false, kind});
}

// A 200 whose expires_in is \a json.
QByteArray living(const QByteArray &json)
{
    return R"({"access_token": ")" + sample + R"(", "expires_in": )" + json + "}";
}

// A 200 whose access_token is \a json.
QByteArray holding(const QByteArray &json)
{
    return R"({"access_token": )" + json + R"(, "expires_in": "3599"})";
}

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

Answer html(int status, const QByteArray &body)
{
    return {status, body, {{"Content-Type", "text/html; charset=UTF-8"}}};
}

Answer daraja(int status, const char *code, const char *words)
{
    return {status,
            QByteArray(R"({"requestId": "14f5-1", "errorCode": ")") + code
                + R"(", "errorMessage": ")" + words + "\"}"};
}

HttpReply replyOf(const Answer &answer)
{
    HttpReply reply;
    reply.status = answer.status;
    reply.headers = answer.headers;
    reply.body = Secret(answer.body);
    if (answer.fault)
        reply.fault = TransportFault{*answer.fault, u"the system's words"_s};
    reply.sentAt = asked;
    return reply;
}

void lifetimes()
{
    token("expires_in as a string, as Daraja sends it", living(R"("3599")"));
    token("expires_in as a number", living("3599"));
    token("expires_in absent: an hour is assumed", R"({"access_token": ")" + sample + "\"}", sample,
          3600, true);
    token("expires_in null: an hour is assumed", living("null"), sample, 3600, true);
    token("expires_in of one second", living(R"("1")"), sample, 1);
    token("expires_in with spaces around", living(R"(" 3599 ")"));
    token("expires_in with leading zeros", living(R"("003599")"));
    token("expires_in fractional number: cut", living("3599.9"), sample, 3599);
    token("expires_in fractional string: cut", living(R"("3599.9")"), sample, 3599);
    token("expires_in of a week: a day is believed", living("604800"), sample, 86400);
    token("expires_in at 64 bits: a day is believed", living("9223372036854775807"), sample, 86400);
    token("expires_in beyond 64 bits as a number", living("99999999999999999999"), sample, 86400);
    token("expires_in beyond 64 bits as a string", living(R"("99999999999999999999")"), sample,
          86400);
    token("expires_in beyond a double as a string", living(quoted(QByteArray(400, '9'))), sample,
          86400);
    error("expires_in zero as a number", {200, living("0")}, Kind::ExpiredOnArrival);
    error("expires_in zero as a string", {200, living(R"("0")")}, Kind::ExpiredOnArrival);
    error("expires_in under a second", {200, living("0.9")}, Kind::ExpiredOnArrival);
    error("expires_in negative as a number", {200, living("-1")}, Kind::ExpiredOnArrival);
    error("expires_in negative as a string", {200, living(R"("-3599")")}, Kind::ExpiredOnArrival);
    error("expires_in far below zero", {200, living(quoted("-" + QByteArray(400, '9')))},
          Kind::ExpiredOnArrival);
    error("expires_in in words", {200, living(R"("one hour")")}, Kind::InvalidLifetime);
    error("expires_in with a unit", {200, living(R"("3599s")")}, Kind::InvalidLifetime);
    error("expires_in empty", {200, living(R"("")")}, Kind::InvalidLifetime);
    error("expires_in in hexadecimal", {200, living(R"("0xE0F")")}, Kind::InvalidLifetime);
    error("expires_in with an exponent", {200, living(R"("3e9")")}, Kind::InvalidLifetime);
    error("expires_in of two numbers", {200, living(R"("3599 3599")")}, Kind::InvalidLifetime);
    error("expires_in in other digits", {200, living(R"("٣٥٩٩")")}, Kind::InvalidLifetime);
    error("expires_in infinite", {200, living(R"("inf")")}, Kind::InvalidLifetime);
    error("expires_in true", {200, living("true")}, Kind::InvalidLifetime);
    error("expires_in an array", {200, living("[3599]")}, Kind::InvalidLifetime);
    error("expires_in an object", {200, living(R"({"seconds": 3599})")}, Kind::InvalidLifetime);
}

void tokens()
{
    const QByteArray long4000(4000, 'a');
    token("token of 4,000 characters", holding(quoted(long4000)), long4000);
    token("token of one character", holding(R"("a")"), "a");
    token("token with padding", holding(R"("YWJj==")"), "YWJj==");
    token("token with an escaped solidus", holding(R"("a\/b")"), "a/b");
    token("token written in escapes", holding(R"("\u0061\u0062")"), "ab");
    for (const char c : QByteArrayView("-._~+/09azAZ"))
        row(QByteArray("token with a ").append(c).constData(),
            {200, holding(quoted(QByteArray("x") + c + 'y'))}, {QByteArray("x") + c + 'y', 3599});
    token("token beside other fields",
          R"({"token_type": "Bearer", "access_token": ")" + sample
              + R"(", "scope": "", "expires_in": "3599"})");
    token("token twice: the last counts",
          R"({"access_token": "first", "access_token": "second", "expires_in": "3599"})", "second");
    error("token absent", {200, R"({"expires_in": "3599"})"}, Kind::NoToken);
    error("token null", {200, holding("null")}, Kind::NoToken);
    error("token under another name", {200, R"({"accessToken": "abc", "expires_in": 1})"},
          Kind::NoToken);
    error("token empty", {200, holding(R"("")")}, Kind::EmptyToken);
    error("token a number", {200, holding("12345")}, Kind::MalformedToken);
    error("token true", {200, holding("true")}, Kind::MalformedToken);
    error("token an array", {200, holding(R"(["abc"])")}, Kind::MalformedToken);
    error("token an object", {200, holding(R"({"value": "abc"})")}, Kind::MalformedToken);
    error("token with a space inside", {200, holding(R"("abc def")")}, Kind::MalformedToken);
    error("token with a space before", {200, holding(R"(" abc")")}, Kind::MalformedToken);
    error("token of a space", {200, holding(R"(" ")")}, Kind::MalformedToken);
    error("token with CR LF", {200, holding(R"("abc\r\nX-Evil: 1")")}, Kind::MalformedToken);
    error("token with a line feed at its end", {200, holding(R"("abc\n")")}, Kind::MalformedToken);
    error("token with NUL", {200, holding(R"("abc\u0000def")")}, Kind::MalformedToken);
    error("token with non-ASCII letters", {200, holding(R"("ábc")")}, Kind::MalformedToken);
    error("token with half a surrogate pair", {200, holding(R"("abc\ud800")")},
          Kind::MalformedToken);
    error("token with a quote", {200, holding(R"("a\"b")")}, Kind::MalformedToken);
    error("token with a backslash", {200, holding(R"("a\\b")")}, Kind::MalformedToken);
    error("token with a comma", {200, holding(R"("a,b")")}, Kind::MalformedToken);
    error("token with padding in the middle", {200, holding(R"("ab=cd")")}, Kind::MalformedToken);
    error("token of padding alone", {200, holding(R"("==")")}, Kind::MalformedToken);
}

void bodies()
{
    const QByteArray good = living(R"("3599")");
    token("body after a byte order mark", "\xEF\xBB\xBF" + good);
    token("body with white space around", " \r\n\t" + good + "\n\n ");
    row("good body called text/html", html(200, good), {sample, 3599});
    row("good body without a content type", {200, good, {}}, {sample, 3599});
    error("body empty", {200, ""}, Kind::EmptyAnswer);
    error("body of white space", {200, " \n"}, Kind::EmptyAnswer);
    error("body of words", {200, "OK"}, Kind::NotJson);
    error("body HTML", html(200, "<!DOCTYPE html><html><body>Sign in</body></html>"),
          Kind::HtmlAnswer);
    error("body HTML without a content type", {200, "\n <html><body/></html>", {}},
          Kind::HtmlAnswer);
    error("body HTML called Text/HTML", {200, "<p>Sign in</p>", {{"content-type", "Text/HTML"}}},
          Kind::HtmlAnswer);
    error("body empty and called text/html", html(200, ""), Kind::EmptyAnswer);
    error("body an array", {200, "[" + good + "]"}, Kind::NotJson);
    error("body a string", {200, R"("c9SQxWWhmdVRlyh0zh8gZDTkubVF")"}, Kind::NotJson);
    error("body null", {200, "null"}, Kind::NotJson);
    error("body an empty object", {200, "{}"}, Kind::NoToken);
    error("body of 2,000 arrays in each other", {200, QByteArray(2000, '[')}, Kind::NotJson);
    QByteArray nested;
    for (int i = 0; i < 2000; ++i)
        nested += R"({"a": )";
    error("body of 2,000 objects in each other", {200, nested + "1" + QByteArray(2000, '}')},
          Kind::NotJson);
    error("body in invalid UTF-8", {200, "{\"access_token\": \"\xC3\x28\"}"}, Kind::NotJson);
    error("body cut in the token", {200, good.first(30)}, Kind::NotJson);
    error("body without its last brace", {200, good.chopped(1)}, Kind::NotJson);
    error("body with another object behind", {200, good + good}, Kind::NotJson);
    error("body form-encoded", {200, "access_token=abc&expires_in=3599"}, Kind::NotJson);
    error("wrong keys with 200", daraja(200, "400.008.01", "Invalid Authentication passed"),
          Kind::WrongKeys);
    error("wrong grant type with 200", daraja(200, "400.008.02", "Invalid grant type passed"),
          Kind::WrongGrantType);
    error("wrong credentials with 200", daraja(200, "500.001.1001", "Wrong credentials"),
          Kind::WrongKeys);
    error("a rate limit with 200", daraja(200, "500.003.02", "System busy"), Kind::RateLimited);
    error("another error with 200", daraja(200, "500.002.1001", "System busy"), Kind::NoToken);
}

void refusals()
{
    const QByteArray good = living(R"("3599")");
    const QByteArray incapsula
        = "<html><head></head><body><iframe>Request unsuccessful. Incapsula incident ID: "
          "1234000560-987654321</iframe></body></html>";
    error("400 400.008.01", daraja(400, "400.008.01", "Invalid Authentication passed"),
          Kind::WrongKeys);
    error("400 400.008.02", daraja(400, "400.008.02", "Invalid grant type passed"),
          Kind::WrongGrantType);
    error("400 with an empty body", {400, ""}, Kind::WrongKeys);
    error("400 with another code", daraja(400, "400.002.02", "Bad Request"), Kind::OtherRefusal);
    error("400 with a web page", html(400, "<html/>"), Kind::OtherRefusal);
    error("500 500.001.1001", daraja(500, "500.001.1001", "Wrong credentials"), Kind::WrongKeys);
    error("401", {401, ""}, Kind::Unauthorised);
    error("402", {402, ""}, Kind::OtherRefusal);
    error("403 with the firewall's page", html(403, incapsula), Kind::Firewall);
    error("403 with another web page", html(403, "<html>no</html>"), Kind::Firewall);
    error("403 with JSON", {403, R"({"error": "forbidden"})"}, Kind::Forbidden);
    error("403 with an empty body", {403, "", {}}, Kind::Forbidden);
    error("404", {404, ""}, Kind::NotFound);
    error("404 404.001.03", daraja(404, "404.001.03", "Invalid Access Token"), Kind::NotFound);
    error("405", {405, ""}, Kind::MethodNotAllowed);
    error("407", {407, ""}, Kind::ProxyLogin);
    error("418", {418, ""}, Kind::OtherRefusal);
    error("429 with Apigee's fault",
          {429,
           R"({"fault": {"faultstring": "Rate limit quota violation", "detail": )"
           R"({"errorcode": "policies.ratelimit.QuotaViolation"}}})"},
          Kind::RateLimited);
    error("429 with an empty body", {429, ""}, Kind::RateLimited);
    error("500 with an empty body", {500, ""}, Kind::ServerFault);
    error("502 with a web page", html(502, "<html>Bad Gateway</html>"), Kind::ServerFault);
    error("503 with the firewall's page", html(503, incapsula), Kind::Firewall);
    error("503 with another web page", html(503, "<html>Back soon</html>"), Kind::Unavailable);
    error("503 with an empty body", {503, ""}, Kind::Unavailable);
    error("504", {504, ""}, Kind::ServerFault);
    for (const int status : {301, 302, 303, 307, 308})
        error((QByteArray::number(status) + " with Location").constData(),
              {status, "", {{"Location", "https://elsewhere.example/"}}}, Kind::Redirected);
    error("302 with a good body", {302, good}, Kind::Redirected);
    error("304", {304, ""}, Kind::Redirected);
    error("400 with a good body", {400, good}, Kind::OtherRefusal);
    error("500 with a good body", {500, good}, Kind::ServerFault);
    error("201 with a good body", {201, good}, Kind::OtherRefusal);
    error("204", {204, ""}, Kind::EmptyAnswer);
    error("999", {999, ""}, Kind::OtherRefusal);
}

void faults()
{
    const QByteArray good = living(R"("3599")");
    const HttpHeaders json{{"Content-Type", "application/json"}};
    const std::tuple<const char *, Fault, Kind> known[] = {
        {"offline", Fault::Offline, Kind::Offline},
        {"host not found", Fault::HostNotFound, Kind::HostNotFound},
        {"connection refused", Fault::ConnectionRefused, Kind::ConnectionRefused},
        {"unreachable", Fault::Unreachable, Kind::Unreachable},
        {"connection closed", Fault::ConnectionClosed, Kind::ConnectionClosed},
        {"deadline", Fault::Deadline, Kind::Deadline},
        {"TLS", Fault::Tls, Kind::Tls},
        {"CA file unusable", Fault::CaFileUnusable, Kind::CaFileUnusable},
        {"proxy", Fault::Proxy, Kind::Proxy},
        {"too large", Fault::TooLarge, Kind::TooLarge},
        {"not HTTP", Fault::NotHttp, Kind::NotJson},
        {"other", Fault::Other, Kind::NetworkOther},
    };
    for (const auto &[name, fault, kind] : known) {
        error((QByteArray("fault: ") + name).constData(), {0, "", {}, fault}, kind);
        error((QByteArray("fault over 200 and a good body: ") + name).constData(),
              {200, good, json, fault}, kind);
    }
    error("fault over a refusal", {400, "", json, Fault::ConnectionClosed}, Kind::ConnectionClosed);
}

} // namespace

Q_DECLARE_METATYPE(Answer)
Q_DECLARE_METATYPE(Expected)

class TokenReplyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isATokenOrOneKindOfError_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Expected>("expected");
        lifetimes();
        tokens();
        bodies();
        refusals();
        faults();
    }

    void isATokenOrOneKindOfError()
    {
        QFETCH(Answer, answer);
        QFETCH(Expected, expected);
        const auto outcome = parseTokenReply(replyOf(answer));
        if (expected.error) {
            QVERIFY(!outcome);
            QCOMPARE(int(outcome.error().kind), int(*expected.error));
            QCOMPARE(outcome.error().status, answer.status);
            return;
        }
        QVERIFY2(outcome, qPrintable(u"error %1"_s.arg(outcome ? 0 : int(outcome.error().kind))));
        QCOMPARE(outcome->value().view().toByteArray(), expected.token);
        QCOMPARE(qint64(outcome->lifetime().count()), expected.seconds);
        QCOMPARE(outcome->lifetimeAssumed(), expected.assumed);
    }

    void countsTheLifetimeFromTheMomentOfSending()
    {
        HttpReply reply = replyOf({200, living(R"("3599")")});
        reply.sentAt = {5'000'000, 70'000, "boot"};
        reply.elapsedMs = 2'500;
        const auto outcome = parseTokenReply(reply);
        QVERIFY(outcome);
        QCOMPARE(outcome->millisecondsLeft({5'002'500, 72'500, "boot"}), 3'599'000 - 2'500);
    }
};

QTEST_APPLESS_MAIN(TokenReplyTest)
#include "token-reply.moc"
