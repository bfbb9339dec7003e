// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diagnosis.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

namespace {

Environment environmentOf(EnvironmentKind kind)
{
    Environment environment;
    environment.id = u"id"_s;
    environment.name = u"Name"_s;
    environment.kind = kind;
    environment.tokenUrl = kind == EnvironmentKind::Custom
        ? QUrl(u"https://gateway.example/oauth/v1/generate"_s)
        : defaultTokenUrl(kind);
    return environment;
}

constexpr EnvironmentKind environmentKinds[]
    = {EnvironmentKind::Simulator, EnvironmentKind::Sandbox, EnvironmentKind::Production,
       EnvironmentKind::Custom};

TokenError refusal()
{
    TokenError error{Kind::WrongKeys, 400};
    error.serverCode = u"400.008.01"_s;
    error.serverWords = u"Invalid Authentication passed"_s;
    return error;
}

} // namespace

class DiagnosisTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFailureHasATitleAndAdvice_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("environment");
        for (int kind = 0; kind <= int(Kind::StrangeLifetime); ++kind) {
            for (const EnvironmentKind environment : environmentKinds)
                QTest::addRow("kind %d in %s", kind, qPrintable(kindName(environment)))
                    << kind << int(environment);
        }
    }

    void everyFailureHasATitleAndAdvice()
    {
        QFETCH(int, kind);
        QFETCH(int, environment);
        const Environment where = environmentOf(EnvironmentKind(environment));
        for (const bool told : {false, true}) {
            TokenError error{Kind(kind), told ? 429 : 0};
            if (told) {
                error.serverCode = u"1.2.3"_s;
                error.serverWords = u"words"_s;
                error.detail = u"detail"_s;
                error.retryAfter = std::chrono::seconds(7);
            }
            const Diagnosis diagnosis = diagnose(error, where);
            QVERIFY(!diagnosis.title.isEmpty());
            QCOMPARE(diagnosis.advice.isEmpty(), error.kind == Kind::Cancelled);
            for (const QString &text :
                 QStringList{diagnosis.title, diagnosis.serverSaid} + diagnosis.advice) {
                QVERIFY2(!text.contains(u'%'), qPrintable(text));
                QVERIFY2(!text.contains(u'<'), qPrintable(text));
                QCOMPARE(text, text.simplified());
            }
            QVERIFY(!diagnosis.advice.contains(QString()));
            QCOMPARE(QStringList(diagnosis.advice).removeDuplicates(), 0);
            if (told)
                QVERIFY(diagnosis.serverSaid.contains(u"1.2.3"_s));
        }
    }

    void wrongKeysAreTakenForThoseOfTheOtherEnvironment()
    {
        const auto first = [](EnvironmentKind kind) {
            return diagnose(refusal(), environmentOf(kind)).advice.first();
        };
        QVERIFY(first(EnvironmentKind::Production).startsWith(u"Sandbox keys never work"_s));
        QVERIFY(first(EnvironmentKind::Sandbox).startsWith(u"Keys of a live app never work"_s));
        QVERIFY(first(EnvironmentKind::Simulator).contains(u"its own keys"_s));
        QVERIFY(first(EnvironmentKind::Custom).contains(u"this server"_s));
    }

    void theServersWordsStandAsTheyCame()
    {
        const Diagnosis diagnosis = diagnose(refusal(), environmentOf(EnvironmentKind::Sandbox));
        QCOMPARE(diagnosis.title, u"Daraja did not accept these keys"_s);
        QCOMPARE(diagnosis.serverSaid, u"400.008.01 · Invalid Authentication passed"_s);
        QCOMPARE(
            diagnose({Kind::Unauthorised, 401}, environmentOf(EnvironmentKind::Custom)).serverSaid,
            u"HTTP 401, without words"_s);
    }

    // Words with a percent sign are no place to put something into.
    void wordsWithPlaceholdersStay()
    {
        TokenError error = refusal();
        error.serverWords = u"%1 of %2"_s;
        QCOMPARE(diagnose(error, environmentOf(EnvironmentKind::Sandbox)).serverSaid,
                 u"400.008.01 · %1 of %2"_s);
    }

    void theIncidentIsNamed()
    {
        TokenError error{Kind::Firewall, 403};
        error.detail = u"1234-5678"_s;
        QCOMPARE(diagnose(error, environmentOf(EnvironmentKind::Production)).serverSaid,
                 u"incident ID 1234-5678"_s);
    }

    void theServersWishToWaitIsTold()
    {
        TokenError error{Kind::Unavailable, 503};
        const Environment sandbox = environmentOf(EnvironmentKind::Sandbox);
        QVERIFY(diagnose(error, sandbox).advice.first().startsWith(u"Wait a minute"_s));
        error.retryAfter = std::chrono::seconds(42);
        QVERIFY(diagnose(error, sandbox).advice.first().contains(u"42 seconds"_s));
    }

    void thePortalIsDarajas()
    {
        QCOMPARE(darajaPortal().host(), u"daraja.safaricom.co.ke"_s);
        QCOMPARE(darajaPortal().scheme(), u"https"_s);
    }
};

QTEST_APPLESS_MAIN(DiagnosisTest)
#include "diagnosis.moc"
