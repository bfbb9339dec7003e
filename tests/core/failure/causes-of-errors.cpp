// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/cause.h"
#include "core/token/tokenreply.h"

#include <QTest>

#include <variant>

using namespace tokeni;
using namespace Qt::StringLiterals;
using enum TokenError::Kind;
using Fault = TransportFault::Kind;

Q_DECLARE_METATYPE(tokeni::TransportFault)

namespace {

Environment environmentOf(EnvironmentKind kind, const QString &url = {})
{
    Environment environment;
    environment.id = u"here"_s;
    environment.name = u"Here"_s;
    environment.chosenKind = kind;
    environment.tokenUrl = url.isEmpty() ? defaultTokenUrl(kind) : QUrl(url);
    return environment;
}

const QString gateway = u"https://gateway.example/oauth/v1/generate"_s;

HttpReply replyWith(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.headers = headers;
    reply.body = Secret(body);
    return reply;
}

TokenError errorOf(const HttpReply &reply)
{
    auto outcome = parseTokenReply(reply);
    return outcome ? TokenError{TokenError::Kind::Cancelled} : outcome.error();
}

const TokenError refusedKeys{TokenError::Kind::WrongKeys, 400};

SameKeys sameKeys(EnvironmentKind kind, bool accepted)
{
    return {u"there"_s, u"There"_s, kind,
            accepted ? QDateTime(QDate(2026, 1, 2), QTime(16, 42)) : QDateTime()};
}

/*! A cause, or just the kind of error if no finer cause is known. */
using Expected = std::variant<TokenError::Kind, Cause>;

// The cause that is derived from \a error.
Expected causeFor(const TokenError &error, const Environment &environment,
                  const DiagnosisContext &context = {})
{
    const Cause cause = causeOf(error, environment, context);
    return cause == Cause::None ? Expected(error.kind) : Expected(cause);
}

} // namespace

/*! From the received answer to the cause, and from refused keys to the reason. */
class CausesOfErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areFoundInAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Expected>("cause");
        const auto row = [](const char *name, int status, const char *body, Expected cause) {
            QTest::newRow(name) << status << QByteArray(body) << cause;
        };
        row("wrong keys", 400,
            R"({"requestId": "1", "errorCode": "400.008.01",
                "errorMessage": "Invalid Authentication passed"})",
            Cause::WrongKeysInSandbox);
        row("wrong keys with 500", 500,
            R"({"errorCode": "500.001.1001", "errorMessage": "Wrong credentials"})",
            Cause::WrongKeysInSandbox);
        row("an empty 400", 400, "", Cause::WrongKeysInSandbox);
        row("wrong keys wrapped in a 200", 200, R"({"errorCode": "400.008.01"})",
            Cause::WrongKeysInSandbox);
        row("wrong grant type", 400,
            R"({"errorCode": "400.008.02", "errorMessage": "Invalid grant type passed"})",
            WrongGrantType);
        row("another 400", 400, R"({"errorCode": "400.002.02"})", OtherRefusal);
        row("401", 401, "", Unauthorised);
        row("firewall", 403, "<html>Incapsula incident ID: 12-34</html>", Firewall);
        row("firewall with 503", 503, "<html>Incapsula incident ID: 12-34</html>", Firewall);
        row("plain 403", 403, "{}", Forbidden);
        row("404", 404, "", NotFound);
        row("405", 405, "", MethodNotAllowed);
        row("407", 407, "", ProxyLogin);
        row("429", 429, "", RateLimited);
        row("500", 500, "", ServerFault);
        row("502", 502, "<html>Bad gateway</html>", ServerFault);
        row("503", 503, "", Unavailable);
        row("504", 504, "", ServerFault);
        row("redirect", 302, "", Redirected);
        row("a web page", 200, "<html><body>Sign in</body></html>", HtmlAnswer);
        row("not JSON", 200, "token", NotJson);
        row("no token", 200, "{}", NoToken);
        row("empty token", 200, R"({"access_token": ""})", EmptyToken);
        row("malformed token", 200, R"({"access_token": "a b"})", MalformedToken);
        row("dead token", 200, R"({"access_token": "abc", "expires_in": "0"})", ExpiredOnArrival);
        row("invalid lifetime", 200, R"({"access_token": "abc", "expires_in": "soon"})",
            InvalidLifetime);
        // Not an error: an hour is assumed, and the token says so.
        row("no lifetime", 200, R"({"access_token": "abc"})", Cancelled);
    }

    void areFoundInAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Expected, cause);
        const TokenError error = errorOf(replyWith(status, body));
        QVERIFY(causeFor(error, environmentOf(EnvironmentKind::Sandbox)) == cause);
    }

    void areFoundInFaults_data()
    {
        QTest::addColumn<TransportFault>("fault");
        QTest::addColumn<Expected>("cause");
        const auto row = [](const char *name, const TransportFault &fault, Expected cause) {
            QTest::newRow(name) << fault << cause;
        };
        row("offline", {Fault::Offline}, Offline);
        row("DNS", {Fault::HostNotFound}, HostNotFound);
        row("refused", {Fault::ConnectionRefused}, ConnectionRefused);
        row("unreachable", {Fault::Unreachable}, Unreachable);
        row("reset", {Fault::ConnectionClosed}, ConnectionClosed);
        row("deadline", {Fault::Deadline}, Deadline);
        row("no authorities", {Fault::Tls, {}, TlsReason::NoAuthorities}, Cause::NoAuthorities);
        row("unknown issuer", {Fault::Tls, {}, TlsReason::UnknownIssuer}, Cause::UnknownIssuer);
        row("not yet valid", {Fault::Tls, {}, TlsReason::NotYetValid},
            Cause::CertificateNotYetValid);
        row("expired", {Fault::Tls, {}, TlsReason::Expired}, Cause::CertificateExpired);
        row("wrong host", {Fault::Tls, {}, TlsReason::WrongHost}, Cause::CertificateOfOtherHost);
        row("another TLS fault", {Fault::Tls, {}, TlsReason::Other}, Tls);
        row("TLS without a reason", {Fault::Tls}, Tls);
        row("CA file", {Fault::CaFileUnusable}, CaFileUnusable);
        row("proxy", {Fault::Proxy}, Proxy);
        row("proxy's login", {Fault::ProxyLogin}, ProxyLogin);
        row("proxy of an unknown kind", {Fault::ProxyUnusable}, ProxyUnusable);
        row("too large", {Fault::TooLarge}, TooLarge);
        row("not HTTP", {Fault::NotHttp}, NotJson);
        row("other", {Fault::Other}, NetworkOther);
    }

    void areFoundInFaults()
    {
        QFETCH(TransportFault, fault);
        QFETCH(Expected, cause);
        HttpReply reply;
        reply.fault = fault;
        QVERIFY(causeFor(errorOf(reply), environmentOf(EnvironmentKind::Sandbox)) == cause);
    }

    void areFoundForAnAnswerThatHadBegun()
    {
        HttpReply reply = replyWith(200, "{");
        reply.fault = {Fault::Deadline};
        QVERIFY(causeFor(errorOf(reply), environmentOf(EnvironmentKind::Sandbox))
                == Expected(Cause::Unfinished));
    }

    void areFoundBeforeAnythingIsSent()
    {
        const Environment sandbox = environmentOf(EnvironmentKind::Sandbox);
        QVERIFY(causeFor({TokenError::Kind::NoKeys}, sandbox) == Expected(NoKeys));
        QVERIFY(causeFor({TokenError::Kind::KeychainFailed}, sandbox) == Expected(KeychainFailed));
        QVERIFY(causeFor({TokenError::Kind::Cancelled}, sandbox) == Expected(Cancelled));
    }

    void dependOnTheEnvironmentOfRefusedKeys_data()
    {
        QTest::addColumn<EnvironmentKind>("kind");
        QTest::addColumn<QString>("url");
        QTest::addColumn<Expected>("cause");
        using enum EnvironmentKind;
        const QString sandboxUrl = defaultTokenUrl(Sandbox).toString();
        const QString productionUrl = defaultTokenUrl(Production).toString();
        QTest::newRow("simulator")
            << Simulator << QString() << Expected(Cause::WrongKeysInSimulator);
        QTest::newRow("sandbox") << Sandbox << QString() << Expected(Cause::WrongKeysInSandbox);
        QTest::newRow("production")
            << Production << QString() << Expected(Cause::WrongKeysInProduction);
        QTest::newRow("custom") << Custom << gateway << Expected(WrongKeys);
        QTest::newRow("custom at the sandbox's host")
            << Custom << sandboxUrl << Expected(Cause::WrongKeysInSandbox);
        QTest::newRow("custom at production's host")
            << Custom << productionUrl << Expected(Cause::WrongKeysInProduction);
        QTest::newRow("production behind a gateway")
            << Production << gateway << Expected(Cause::WrongKeysInProduction);
        QTest::newRow("sandbox host in production")
            << Production << sandboxUrl << Expected(Cause::SandboxHostInProduction);
        QTest::newRow("production host in the sandbox")
            << Sandbox << productionUrl << Expected(Cause::ProductionHostInSandbox);
    }

    void dependOnTheEnvironmentOfRefusedKeys()
    {
        QFETCH(EnvironmentKind, kind);
        QFETCH(QString, url);
        QFETCH(Expected, cause);
        QVERIFY(causeFor(refusedKeys, environmentOf(kind, url)) == cause);
    }

    void dependOnTheRefusedKeysThemselves_data()
    {
        QTest::addColumn<KeyFacts>("facts");
        QTest::addColumn<Expected>("cause");
        QTest::newRow("space in the key")
            << KeyFacts{true, false, false} << Expected(Cause::SpaceInKey);
        QTest::newRow("space in the secret")
            << KeyFacts{false, true, false} << Expected(Cause::SpaceInSecret);
        QTest::newRow("space in both")
            << KeyFacts{true, true, false} << Expected(Cause::SpaceInBoth);
        QTest::newRow("swapped") << KeyFacts{false, false, true} << Expected(Cause::KeysSwapped);
        QTest::newRow("space, and of swapped length")
            << KeyFacts{true, false, true} << Expected(Cause::SpaceInKey);
    }

    void dependOnTheRefusedKeysThemselves()
    {
        QFETCH(KeyFacts, facts);
        QFETCH(Expected, cause);
        const Environment sandbox = environmentOf(EnvironmentKind::Sandbox);
        for (const auto kind : {TokenError::Kind::WrongKeys, TokenError::Kind::Unauthorised}) {
            TokenError error{kind, 400};
            error.keyFacts = facts;
            QVERIFY(causeFor(error, sandbox) == cause);
            // Proof takes precedence over what the keys look like, and that over where else they
            // are stored.
            QVERIFY(causeFor(error, sandbox, {sameKeys(EnvironmentKind::Production, true)})
                    == Expected(Cause::LiveKeysInSandbox));
            QVERIFY(causeFor(error, sandbox, {sameKeys(EnvironmentKind::Production, false)})
                    == cause);
        }
        // A broken server says nothing about the keys, whatever they look like.
        TokenError broken{TokenError::Kind::ServerFault, 500};
        broken.keyFacts = facts;
        QVERIFY(causeFor(broken, sandbox) == Expected(ServerFault));
    }

    void dependOnWhereElseRefusedKeysAreUsed_data()
    {
        QTest::addColumn<EnvironmentKind>("here");
        QTest::addColumn<EnvironmentKind>("there");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<Expected>("cause");
        using enum EnvironmentKind;
        QTest::newRow("accepted by the sandbox")
            << Production << Sandbox << true << Expected(Cause::SandboxKeysInProduction);
        QTest::newRow("accepted by production")
            << Sandbox << Production << true << Expected(Cause::LiveKeysInSandbox);
        QTest::newRow("accepted by the same kind")
            << Production << Production << true << Expected(Cause::KeysOfAnotherEnvironment);
        QTest::newRow("accepted by a gateway")
            << Sandbox << Custom << true << Expected(Cause::KeysOfAnotherEnvironment);
        QTest::newRow("kept in another kind")
            << Production << Sandbox << false << Expected(Cause::SameKeysInOtherKind);
        QTest::newRow("kept in the same kind")
            << Production << Production << false << Expected(Cause::WrongKeysInProduction);
    }

    void dependOnWhereElseRefusedKeysAreUsed()
    {
        QFETCH(EnvironmentKind, here);
        QFETCH(EnvironmentKind, there);
        QFETCH(bool, accepted);
        QFETCH(Expected, cause);
        QVERIFY(causeFor(refusedKeys, environmentOf(here), {sameKeys(there, accepted)}) == cause);
    }

    // Whatever the keys are, a URL of the other kind won't accept them.
    void nameAHostOfTheOtherKindFirst()
    {
        const Environment here = environmentOf(
            EnvironmentKind::Production, defaultTokenUrl(EnvironmentKind::Sandbox).toString());
        QVERIFY(causeFor(refusedKeys, here, {sameKeys(EnvironmentKind::Production, true)})
                == Expected(Cause::SandboxHostInProduction));
    }
};

QTEST_APPLESS_MAIN(CausesOfErrors)
#include "causes-of-errors.moc"
