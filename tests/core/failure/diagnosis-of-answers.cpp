// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosiscases.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using enum DiagnosisAction::Kind;

/*! How a diagnosis uses what the server sent, and what is known of the URL. */
class DiagnosisOfAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A percent sign in the server's text is not a placeholder.
    void keepsPercentSignsInTheServersText()
    {
        TokenError error = refusal();
        error.serverWords = u"%1 of %2"_s;
        QCOMPARE(diagnose(error, environmentOf(EnvironmentKind::Sandbox)).serverSaid,
                 u"400.008.01 · %1 of %2"_s);
    }

    void recognisesAFirewallWithoutAnIncidentNumber()
    {
        QCOMPARE(
            diagnose({Kind::Firewall, 403}, environmentOf(EnvironmentKind::Sandbox)).serverSaid,
            u"HTTP 403, without a message"_s);
    }

    void resolvesARelativeRedirect()
    {
        const auto said = [](const QString &target) {
            return diagnose(withDetail(Kind::Redirected, 302, target),
                            environmentOf(EnvironmentKind::Custom))
                .serverSaid;
        };
        QCOMPARE(said(u"/login"_s), u"HTTP 302 to https://gateway.example/login"_s);
        QCOMPARE(said(u"//sso.example/in"_s), u"HTTP 302 to https://sso.example/in"_s);
        QCOMPARE(said({}), u"HTTP 302, without a message"_s);
    }

    void reportsHowLongTheServerWantsUsToWait()
    {
        const Environment sandbox = environmentOf(EnvironmentKind::Sandbox);
        for (const Kind kind : {Kind::RateLimited, Kind::Unavailable, Kind::ServerFault}) {
            const QString open = diagnose({kind, 503}, sandbox).advice.first().text;
            QVERIFY2(open.startsWith(u"Wait a minute"_s), qPrintable(open));
            const QString named = diagnose(withWait(kind, 503), sandbox).advice.first().text;
            QVERIFY2(named.contains(u"asks you to wait 42 s before"_s), qPrintable(named));
        }
    }

    void derivesTheWaitFromTheServersRate()
    {
        TokenError error = withWait(Kind::RateLimited, 429);
        error.isWaitFromRate = true;
        const QString first
            = diagnose(error, environmentOf(EnvironmentKind::Sandbox)).advice.first().text;
        QVERIFY2(first.startsWith(u"The server allows one request every 42 s"_s),
                 qPrintable(first));
    }

    void namesTheRequestToSafaricomsSupportOnly()
    {
        TokenError error{Kind::ServerFault, 500};
        error.requestId = u"5be1-77"_s;
        const Diagnosis sandbox = diagnose(error, environmentOf(EnvironmentKind::Sandbox));
        QCOMPARE(sandbox.serverSaid, u"HTTP 500, without a message · request ID 5be1-77"_s);
        QVERIFY(textsOf(sandbox).join(u' ').contains(u"support asks for the ID above"_s));
        QVERIFY(kindsOf(sandbox.actions).contains(OpenIncidents));
        const Diagnosis gateway = diagnose(error, environmentOf(EnvironmentKind::Custom));
        QVERIFY(gateway.serverSaid.endsWith(u"request ID 5be1-77"_s));
        QVERIFY(!textsOf(gateway).join(u' ').contains(u"Safaricom"_s));
        QVERIFY(!kindsOf(gateway.actions).contains(OpenIncidents));
    }

    void comparesThePathOfTheUrl()
    {
        Environment environment = environmentOf(EnvironmentKind::Production);
        for (const QString &path : {u"/mpesa/oauth/v1/generate"_s, u"/oauth/v2/generate"_s}) {
            environment.tokenUrl.setPath(path);
            const QString told = textsOf(diagnose({Kind::NotFound, 404}, environment)).join(u' ');
            QCOMPARE(
                told,
                u"The path of the token URL is %1. On Daraja it must be /oauth/v1/generate, with "
                "nothing before or after it."_s.arg(path));
        }
    }

    void roundsALongWaitUp()
    {
        const auto told = [](int seconds) {
            TokenError error{Kind::RateLimited, 429};
            error.retryAfter = std::chrono::seconds(seconds);
            const QString text
                = diagnose(error, environmentOf(EnvironmentKind::Sandbox)).advice.first().text;
            return text.section(u' ', 6, 7);
        };
        QCOMPARE(told(0), u"0 s"_s);
        QCOMPARE(told(119), u"119 s"_s);
        QCOMPARE(told(120), u"2 min"_s);
        QCOMPARE(told(121), u"3 min"_s);
        QCOMPARE(told(7200), u"2 h"_s);
        QCOMPARE(told(86'400), u"24 h"_s);
    }
};

QTEST_APPLESS_MAIN(DiagnosisOfAnswers)
#include "diagnosis-of-answers.moc"
