// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosiscases.h"

#include "core/failure/failuretable.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <vector>

using namespace tokeni;
using namespace Qt::StringLiterals;
using enum DiagnosisAction::Kind;

/*! The table, row by row: what is shown and offered for each cause. */
class DiagnosisTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCauseHasItsRow_data()
    {
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<TokenError>("error");
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<DiagnosisContext>("context");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("advice");
        QTest::addColumn<Actions>("actions");
        const Environment sandbox = environmentOf(EnvironmentKind::Sandbox);
        const Environment production = environmentOf(EnvironmentKind::Production);
        const Environment custom = environmentOf(EnvironmentKind::Custom);
        const auto row = [](Cause cause, const TokenError &error, const Environment &environment,
                            const QString &title, const QString &said, const QString &advice,
                            const Actions &actions, const DiagnosisContext &context = {}) {
            QTest::addRow("%02d %02d %s", int(error.kind), int(cause), qPrintable(title))
                << cause << error << environment << context << title << said << advice << actions;
        };
        const QString refused = u"Daraja did not accept these keys"_s;
        const QString code = u"400.008.01 · Invalid Authentication passed"_s;

        row(Cause::None, {Kind::NoKeys}, sandbox,
            u"The consumer key or the consumer secret is missing"_s, {}, u"Paste both"_s,
            {EditKeys, OpenPortal, CopyReport});
        row(Cause::None, withDetail(Kind::KeychainFailed, 0, u"it is locked"_s), sandbox,
            u"The keys could not be read from the system keychain"_s, u"it is locked"_s,
            u"Unlock the keychain"_s, {Retry, EditKeys, CopyReport});
        row(Cause::None, {Kind::GivesNoTokens}, environmentAt(u"developer.safaricom.co.ke"_s),
            u"developer.safaricom.co.ke gives no tokens, so nothing was sent"_s,
            u"This is the portal, not the API. The API is at sandbox.safaricom.co.ke for the "
            "sandbox, and at api.safaricom.co.ke for production."_s,
            u"Correct the host"_s, {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::Cancelled}, sandbox, u"The request was cancelled"_s, {}, {}, {});

        row(Cause::None, {Kind::Offline}, sandbox, u"This computer is offline"_s, {},
            u"Connect it to a network"_s, {Retry, CopyReport});
        row(Cause::None, {Kind::HostNotFound}, custom, u"The host gateway.example was not found"_s,
            {}, u"Check the host"_s, {Retry, EditEnvironment, CopyReport});
        row(Cause::None, {Kind::ConnectionRefused}, custom, u"Nothing answers at gateway.example"_s,
            {}, u"the host and the port"_s, {Retry, EditEnvironment, CopyReport});
        row(Cause::None, {Kind::Unreachable}, custom, u"gateway.example can't be reached"_s, {},
            u"firewall or VPN"_s, {Retry, OpenSettings, CopyReport});
        row(Cause::None, {Kind::ConnectionClosed}, custom,
            u"gateway.example closed the connection before the answer was complete"_s, {},
            u"Try again."_s, {Retry, OpenSettings, CopyReport});
        row(Cause::None, withDetail(Kind::Deadline, 0, u"no complete answer within 30 s"_s), custom,
            u"gateway.example did not answer in time"_s, u"no complete answer within 30 s"_s,
            u"Try again in a minute."_s, {Retry, OpenSettings, CopyReport});
        row(Cause::Unfinished, withDetail(Kind::Deadline, 200, u"no complete answer within 30 s"_s),
            custom, u"gateway.example began to answer but did not finish in time"_s,
            u"no complete answer within 30 s"_s, u"a proxy or firewall may be the cause"_s,
            {Retry, OpenSettings, CopyReport});
        row(Cause::NoAuthorities, tls(TlsReason::NoAuthorities), custom,
            u"This computer has no list of certificate authorities, so nothing was sent"_s, {},
            u"Install the package ca-certificates"_s, {Retry, CopyReport});
        row(Cause::UnknownIssuer, tls(TlsReason::UnknownIssuer), custom,
            u"This computer does not trust the certificate of gateway.example, so nothing was "
            "sent"_s,
            {}, u"set its CA file"_s, {EditEnvironment, Retry, CopyReport});
        row(Cause::CertificateNotYetValid, tls(TlsReason::NotYetValid), custom,
            u"The certificate of gateway.example is not valid yet, so nothing was sent"_s, {},
            u"may be wrong: check the date and time"_s, {Retry, CopyReport});
        row(Cause::CertificateExpired, tls(TlsReason::Expired), custom,
            u"The certificate of gateway.example has expired, so nothing was sent"_s, {},
            u"only the server's owner can fix this"_s, {Retry, CopyReport});
        row(Cause::CertificateOfOtherHost, tls(TlsReason::WrongHost), custom,
            u"The certificate was not issued for gateway.example, so nothing was sent"_s, {},
            u"Check the host in the token URL."_s, {EditEnvironment, Retry, CopyReport});
        row(Cause::None, tls(TlsReason::Other), custom,
            u"The connection to gateway.example is not secure, so nothing was sent"_s, {},
            u"speak HTTPS"_s, {Retry, EditEnvironment, CopyReport});
        row(Cause::None, {Kind::CaFileUnusable}, custom,
            u"The CA file can't be used, so nothing was sent"_s, {}, u"BEGIN CERTIFICATE"_s,
            {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::Proxy}, sandbox, u"The proxy did not let the request through"_s, {},
            u"Check the proxy"_s, {OpenSettings, Retry, CopyReport});
        row(Cause::None,
            withDetail(Kind::ProxyUnusable, 0, u"https_proxy says https://proxy.example:443"_s),
            sandbox, u"Tokeni can't use the proxy, so nothing was sent"_s,
            u"https_proxy says https://proxy.example:443"_s, u"HTTP and SOCKS 5 proxies"_s,
            {OpenSettings, Retry, CopyReport});
        row(Cause::None, {Kind::NetworkOther}, custom,
            u"The request failed on the way to gateway.example"_s, {}, u"Try again."_s,
            {Retry, CopyReport});

        row(Cause::SandboxHostInProduction, refusal(), sandboxHostInProduction(), refused, code,
            u"The token URL is the sandbox's"_s, {EditEnvironment, EditKeys, CopyReport});
        row(Cause::ProductionHostInSandbox, refusal(), productionHostInSandbox(), refused, code,
            u"The token URL is production's"_s, {EditEnvironment, EditKeys, CopyReport});
        row(Cause::SandboxKeysInProduction, refusal(), production, refused, code,
            u"The same keys were accepted by Shop at 16:42: sandbox keys never work in "
            "production."_s,
            {EditKeys, SwitchEnvironment, OpenPortal, CopyReport},
            sameKeys(u"Shop"_s, EnvironmentKind::Sandbox, accepted));
        row(Cause::LiveKeysInSandbox, refusal(), sandbox, refused, code,
            u"The same keys were accepted by Till at 16:42: keys of a live app never work in the "
            "sandbox."_s,
            {EditKeys, SwitchEnvironment, OpenPortal, CopyReport},
            sameKeys(u"Till"_s, EnvironmentKind::Production, accepted));
        row(Cause::KeysOfAnotherEnvironment, refusal(), custom,
            u"gateway.example did not accept these keys"_s, code,
            u"The same keys were accepted by Shop at 16:42"_s,
            {EditKeys, SwitchEnvironment, CopyReport},
            sameKeys(u"Shop"_s, EnvironmentKind::Sandbox, accepted));
        row(Cause::SpaceInKey, oddKeys({true, false, false}), sandbox, refused, code,
            u"white space inside the consumer key, as"_s, {EditKeys, OpenPortal, CopyReport});
        row(Cause::SpaceInSecret, oddKeys({false, true, false}), sandbox, refused, code,
            u"white space inside the consumer secret, as"_s, {EditKeys, OpenPortal, CopyReport});
        row(Cause::SpaceInBoth, oddKeys({true, true, false}), sandbox, refused, code,
            u"inside the consumer key and the consumer secret"_s,
            {EditKeys, OpenPortal, CopyReport});
        row(Cause::KeysSwapped, oddKeys({false, false, true}), sandbox, refused, code,
            u"The key and the secret may be swapped"_s, {EditKeys, OpenPortal, CopyReport});
        row(Cause::WrongKey, withCode(Kind::WrongKeys, wrongKeyCode), custom,
            u"gateway.example did not accept these keys"_s, u"999991"_s, u"The key is wrong"_s,
            {EditKeys, CopyReport});
        row(Cause::WrongSecret, withCode(Kind::WrongKeys, wrongSecretCode), custom,
            u"gateway.example did not accept these keys"_s, u"999997"_s, u"The secret is wrong"_s,
            {EditKeys, CopyReport});
        row(Cause::AuthorizationNotBasic, withCode(Kind::Unauthorised, notBasicCode), custom,
            u"gateway.example did not get the keys in a Basic Authorization header"_s, u"999996"_s,
            u"a proxy on the way may have dropped or changed it"_s,
            {OpenSettings, Retry, CopyReport});
        row(Cause::SameKeysInOtherKind, refusal(), production, refused, code,
            u"Shop has the same keys, but"_s, {EditKeys, SwitchEnvironment, OpenPortal, CopyReport},
            sameKeys(u"Shop"_s, EnvironmentKind::Sandbox));
        row(Cause::WrongKeysInProduction, refusal(), production, refused, code,
            u"Sandbox keys never work in production"_s, {EditKeys, OpenPortal, CopyReport});
        row(Cause::WrongKeysInSandbox, {Kind::WrongKeys, 400}, sandbox, refused,
            u"HTTP 400, without a message"_s, u"Keys of a live app never work in the sandbox"_s,
            {EditKeys, OpenPortal, CopyReport});
        row(Cause::WrongKeysInSimulator, refusal(), environmentOf(EnvironmentKind::Simulator),
            u"The simulator did not accept these keys"_s, code, u"its own keys only"_s,
            {EditKeys, Retry, CopyReport});
        row(Cause::None, refusal(), custom, u"gateway.example did not accept these keys"_s, code,
            u"belong to this server"_s, {EditKeys, EditEnvironment, CopyReport});
        row(Cause::None, {Kind::Unauthorised, 401}, custom,
            u"gateway.example did not accept these keys"_s, u"HTTP 401, without a message"_s,
            u"its own login"_s, {EditKeys, CopyReport});

        row(Cause::None, {Kind::WrongGrantType, 400}, sandbox,
            u"Daraja did not accept the grant type"_s, u"HTTP 400, without a message"_s,
            u"Remove grant_type from"_s, {EditEnvironment, CopyReport});
        row(Cause::None, withDetail(Kind::Firewall, 403, u"1234-5678"_s), sandbox,
            u"A web firewall in front of Daraja stopped the request"_s, u"incident ID 1234-5678"_s,
            u"not to your keys"_s, {Retry, OpenIncidents, CopyReport});
        row(Cause::None, {Kind::Forbidden, 403}, sandbox, u"Daraja forbids this request"_s,
            u"HTTP 403, without a message"_s,
            u"Last, check in the portal that the app is approved"_s,
            {Retry, OpenPortal, EditKeys, CopyReport});
        row(Cause::None, {Kind::NotFound, 404}, sandbox, u"There is no token service at this URL"_s,
            u"HTTP 404, without a message"_s, u"its path must be /oauth/v1/generate"_s,
            {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::MethodNotAllowed, 405}, sandbox,
            u"This URL does not take GET requests"_s, u"HTTP 405, without a message"_s,
            u"its path must be /oauth/v1/generate"_s, {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::ProxyLogin, 407}, sandbox, u"The proxy requires a login"_s,
            u"HTTP 407, without a message"_s, u"proxy settings"_s,
            {OpenSettings, Retry, CopyReport});
        row(Cause::None, {Kind::RateLimited, 429}, sandbox, u"Too many requests"_s,
            u"HTTP 429, without a message"_s, u"Wait a minute"_s, {Retry, CopyReport});
        row(Cause::None, {Kind::Unavailable, 503}, sandbox, u"Daraja is down at the moment"_s,
            u"HTTP 503, without a message"_s, u"Your keys may be right"_s, {Retry, CopyReport});
        row(Cause::None, {Kind::ServerFault, 502}, sandbox, u"Daraja had an internal error"_s,
            u"HTTP 502, without a message"_s, u"Your keys may be right"_s, {Retry, CopyReport});
        row(Cause::None, withDetail(Kind::Redirected, 302, u"https://sso.example/login"_s), sandbox,
            u"The server redirected the request, so Tokeni stopped"_s,
            u"HTTP 302 to https://sso.example/login"_s, u"Your keys were not sent there"_s,
            {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::OtherRefusal, 418}, sandbox, u"Daraja refused the request"_s,
            u"HTTP 418, without a message"_s, u"Copy the key and the secret again"_s,
            {EditKeys, EditEnvironment, CopyReport});

        row(Cause::None, {Kind::EmptyAnswer, 200}, sandbox, u"The answer was empty"_s, {},
            u"Try again in a minute."_s, {Retry, EditEnvironment, CopyReport});
        row(Cause::None, withDetail(Kind::TooLarge, 200, u"more than 1024 KiB"_s), sandbox,
            u"The answer is far too large for a token"_s, u"more than 1024 KiB"_s,
            u"its path must be /oauth/v1/generate"_s, {EditEnvironment, CopyReport});
        row(Cause::None, {Kind::HtmlAnswer, 200}, sandbox,
            u"The answer is a web page, not a token"_s, {}, u"sign-in page"_s,
            {EditEnvironment, Retry, CopyReport});
        row(Cause::None, withDetail(Kind::NotJson, 200, u"illegal value"_s), sandbox,
            u"The answer is not what a token service sends"_s, u"illegal value"_s,
            u"its path must be /oauth/v1/generate"_s, {EditEnvironment, Retry, CopyReport});
        row(Cause::None, {Kind::NoToken, 200}, sandbox, u"The answer contains no token"_s, {},
            u"its path must be /oauth/v1/generate"_s, {EditEnvironment, Retry, CopyReport});
        row(Cause::None, {Kind::EmptyToken, 200}, sandbox, u"The answer contains an empty token"_s,
            {}, u"Try again in a minute."_s, {Retry, CopyReport});
        row(Cause::None, {Kind::MalformedToken, 200}, sandbox,
            u"The token contains characters that are not allowed in a header"_s, {},
            u"its path must be /oauth/v1/generate"_s, {EditEnvironment, Retry, CopyReport});
        row(Cause::None, {Kind::ExpiredOnArrival, 200}, sandbox,
            u"The token had expired before it arrived"_s, {}, u"Try again."_s, {Retry, CopyReport});
        row(Cause::None, {Kind::InvalidLifetime, 200}, sandbox,
            u"The answer does not say how long the token is valid"_s, {},
            u"not a number of seconds"_s, {EditEnvironment, Retry, CopyReport});
    }

    void everyCauseHasItsRow()
    {
        QFETCH(Cause, cause);
        QFETCH(TokenError, error);
        QFETCH(Environment, environment);
        QFETCH(DiagnosisContext, context);
        QFETCH(QString, title);
        QFETCH(QString, said);
        QFETCH(QString, advice);
        QFETCH(Actions, actions);
        const Diagnosis diagnosis = diagnose(error, environment, context);
        QCOMPARE(int(diagnosis.cause), int(cause));
        QCOMPARE(diagnosis.title, title);
        QCOMPARE(diagnosis.serverSaid, said);
        const QStringList texts = textsOf(diagnosis);
        QVERIFY2(texts.join(u'\n').contains(atTime(advice)), qPrintable(texts.join(u'\n')));
        QCOMPARE(texts.isEmpty(), error.kind == Kind::Cancelled);
        QCOMPARE(kindsOf(diagnosis.actions), actions);
        for (const QString &text : QStringList{diagnosis.title, diagnosis.serverSaid} + texts) {
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            QVERIFY2(!text.contains(u'<'), qPrintable(text));
            QCOMPARE(text, text.simplified());
        }
        QCOMPARE(QStringList(texts).removeDuplicates(), 0);
        m_seen.insert(&explanationOf(error.kind, cause));
    }

    // Runs after the rows above.
    void everyRowWasShown()
    {
        if (m_seen.size() > 1) // All cases ran, not just a single one.
            QCOMPARE(m_seen.size(), qsizetype(explanations().size()));
    }

    // A translated sentence has exactly the placeholders that the table fills.
    void everyLineHasExactlyThePlaceholdersThatAreFilled()
    {
        for (const Explanation *explanation : explanations()) {
            QList<DiagnosisLine> lines{explanation->title};
            for (const DiagnosisLine &line : explanation->advice)
                lines.append(line);
            for (const DiagnosisLine &line : lines) {
                const QString text = QString::fromUtf8(line.text);
                QCOMPARE(text.contains(u"%1"_s), line.first != Placeholder::None);
                QCOMPARE(text.contains(u"%2"_s), line.second != Placeholder::None);
            }
        }
    }

    // The command line knows nothing but the error and the environment.
    void everyFailureIsExplainedWithoutContextToo()
    {
        for (int kind = 0; kind < int(Kind::Count); ++kind) {
            for (const EnvironmentKind environment :
                 {EnvironmentKind::Simulator, EnvironmentKind::Sandbox, EnvironmentKind::Production,
                  EnvironmentKind::Custom}) {
                const Diagnosis diagnosis = diagnose({Kind(kind)}, environmentOf(environment));
                QVERIFY(!diagnosis.title.isEmpty());
                QCOMPARE(diagnosis.advice.isEmpty(), Kind(kind) == Kind::Cancelled);
                QVERIFY(!kindsOf(diagnosis.actions).contains(SwitchEnvironment));
            }
        }
    }

    void namesAndOffersTheOtherEnvironment()
    {
        const QString name = u"<b>50 %1 & %2</b>"_s;
        const Diagnosis diagnosis = diagnose(refusal(), environmentOf(EnvironmentKind::Production),
                                             sameKeys(name, EnvironmentKind::Sandbox, accepted));
        const Advice line = diagnosis.advice.first();
        QVERIFY2(line.text.startsWith(u"The same keys were accepted by "_s + name
                                      + atTime(u" at 16:42"_s)),
                 qPrintable(line.text));
        QCOMPARE(line.text.sliced(line.nameAt, line.nameLength), name);
        QCOMPARE(diagnosis.advice.last().nameLength, 0);
        const DiagnosisAction action = diagnosis.actions.at(1);
        QCOMPARE(action.environmentId, u"there"_s);
        QCOMPARE(action.environmentName, name);
    }

    void isShownWithTheDateOnAnotherDay()
    {
        const Diagnosis diagnosis
            = diagnose(refusal(), environmentOf(EnvironmentKind::Production),
                       sameKeys(u"Shop"_s, EnvironmentKind::Sandbox, accepted.addDays(-1)));
        const QString when = QLocale().toString(accepted.addDays(-1), QLocale::ShortFormat);
        QVERIFY2(diagnosis.advice.first().text.contains(when),
                 qPrintable(diagnosis.advice.first().text));
    }

    void showsTheComputersClock()
    {
        const DiagnosisContext context{{}, false, failed};
        for (const TlsReason reason : {TlsReason::NotYetValid, TlsReason::Expired}) {
            const Diagnosis diagnosis
                = diagnose(tls(reason), environmentOf(EnvironmentKind::Sandbox), context);
            const QString words = textsOf(diagnosis).join(u'\n');
            QVERIFY2(
                words.contains(u" shows "_s + QLocale().toString(failed, QLocale::ShortFormat)),
                qPrintable(words));
        }
    }

    void offersTheTokenThatIsStillValid()
    {
        DiagnosisContext context{{}, true, failed};
        const Environment production = environmentOf(EnvironmentKind::Production);
        QCOMPARE(kindsOf(diagnose({Kind::Unavailable, 503}, production, context).actions),
                 Actions({Retry, UseToken, CopyReport}));
        // At most four actions; the report is always one of them.
        context.sameKeys = SameKeys{u"there"_s, u"Shop"_s, EnvironmentKind::Sandbox, accepted};
        QCOMPARE(kindsOf(diagnose(refusal(), production, context).actions),
                 Actions({EditKeys, UseToken, SwitchEnvironment, CopyReport}));
    }

    void linksToDarajasPortal()
    {
        QCOMPARE(incidentPage().host(), u"daraja.safaricom.co.ke"_s);
        QCOMPARE(incidentPage().scheme(), u"https"_s);
    }

private:
    static std::vector<const Explanation *> explanations()
    {
        std::vector<const Explanation *> all;
        for (const FailureRow &row : failureTable())
            all.push_back(&row.explanation);
        for (const CauseRow &row : causeTable())
            all.push_back(&row.explanation);
        return all;
    }

    QSet<const Explanation *> m_seen;
};

QTEST_APPLESS_MAIN(DiagnosisTest)
#include "diagnosis.moc"
