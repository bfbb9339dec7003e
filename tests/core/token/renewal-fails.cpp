// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "renewalfixture.h"

#include <QRandomGenerator>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Kind = RenewalState::Kind;

/*! How renewal continues after a failure, and when it stops. */
class RenewalFails : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalFixture> m_fixture;

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RenewalFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void andWaitsLongerAfterEachFailure()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        for (const int seconds : {20, 40, 80, 160, 300, 300, 300}) {
            fixture.answer(faultReply(TransportFault::Kind::Unreachable));
            QCOMPARE(fixture.kind(), Kind::Retrying);
            QCOMPARE(fixture.renewal.state(fixture.sandbox.id).error->kind,
                     TokenError::Kind::Unreachable);
            QCOMPARE(fixture.untilNext(), seconds * RenewalFixture::second);
            const int asked = fixture.transport.count();
            fixture.pass(seconds * RenewalFixture::second - 1);
            QCOMPARE(fixture.transport.count(), asked);
            fixture.pass(1);
            QCOMPARE(fixture.transport.count(), asked + 1);
        }
        // The first success ends the retries, long after the old token has expired.
        fixture.answer(tokenReply("at-last"));
        QCOMPARE(fixture.token(fixture.sandbox), "at-last");
        QCOMPARE(fixture.kind(), Kind::Waiting);
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(fixture.untilNext(), 20 * RenewalFixture::second);
    }

    void butKeepsTheTokenAndReportsTheFailure()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        QVERIFY(!fixture.tokens.state(fixture.sandbox.id).isBackground);
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(refusal(503, "500.002.1001"));
        QCOMPARE(fixture.token(fixture.sandbox), "a-token");
        QVERIFY(fixture.tokens.state(fixture.sandbox.id).error);
        QVERIFY(fixture.tokens.state(fixture.sandbox.id).isBackground);
        // The failure stays shown during the next try and is cleared by the next token.
        fixture.pass(20 * RenewalFixture::second);
        QCOMPARE(fixture.kind(), Kind::Trying);
        QVERIFY(fixture.tokens.state(fixture.sandbox.id).error);
        fixture.answer(tokenReply("the-next"));
        QVERIFY(!fixture.tokens.state(fixture.sandbox.id).error);
    }

    void andTellsCallersThatWait()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        std::optional<TokenError::Kind> told;
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              [&](const auto &token) { told = token.error().kind; });
        QCOMPARE(fixture.transport.count(), 2);
        QVERIFY(!fixture.tokens.state(fixture.sandbox.id).isBackground);
        fixture.answer(refusal(503, "500.002.1001"));
        QCOMPARE(told, TokenError::Kind::Unavailable);
        QCOMPARE(fixture.kind(), Kind::Retrying);
    }

    void andHonoursRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("longer than the pause") << QByteArray("90") << qint64(90);
        QTest::newRow("shorter") << QByteArray("3") << qint64(20);
        QTest::newRow("longer than the maximum pause") << QByteArray("1800") << qint64(1800);
        QTest::newRow("for years") << QByteArray("999999999") << qint64(24 * 3600);
    }
    void andHonoursRetryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, seconds);
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        HttpReply reply = replyOf(429, "{}");
        reply.headers.append(HttpHeader{"Retry-After", header});
        fixture.answer(std::move(reply));
        QCOMPARE(fixture.kind(), Kind::Retrying);
        QCOMPARE(fixture.untilNext(), seconds * RenewalFixture::second);
    }

    void andRestsAfterABurst_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("seconds");
        const QByteArray page = "<html>Incapsula incident ID: 12-3456</html>";
        QTest::newRow("firewall") << 403 << page << qint64(300);
        QTest::newRow("firewall with 200") << 200 << page << qint64(300);
        QTest::newRow("rate limit") << 429 << QByteArray() << qint64(300);
        QTest::newRow("rate limit with 500")
            << 500 << QByteArray(R"({"errorCode": "500.003.02"})") << qint64(300);
        QTest::newRow("rate limit that names its rate")
            << 429
            << QByteArray(R"({"message": "MessageRate{messagesPerPeriod=2, )"
                          R"(periodInMicroseconds=60000000}"})")
            << qint64(30);
        QTest::newRow("outage") << 500 << QByteArray() << qint64(20);
    }
    void andRestsAfterABurst()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(qint64, seconds);
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(replyOf(status, body));
        QCOMPARE(fixture.kind(), Kind::Retrying);
        QCOMPARE(fixture.untilNext(), seconds * RenewalFixture::second);
        fixture.sandbox.caFile = u"/etc/ssl/own.pem"_s;
        fixture.renew(true);
        QCOMPARE(fixture.transport.count(), seconds < 300 ? 3 : 2);
    }

    void andRestsInAllEnvironmentsAtTheServer()
    {
        RenewalFixture &fixture = *m_fixture;
        Environment twin = fixture.sandbox;
        twin.id = u"twin"_s;
        twin.name = u"Twin"_s;
        QVERIFY(fixture.environments.add(twin));
        fixture.keychain.put(
            credentialsItem(twin.id),
            toKeychainItem(RenewalFixture::keysIn(fixture.sandbox)).view().toByteArray());
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(RenewalFixture::minute);
        fixture.fetch(twin, "of-the-twin");
        fixture.pass(3479 * RenewalFixture::second);
        fixture.answer(replyOf(403, "<html>Incapsula incident ID: 12-3456</html>"));
        QCOMPARE(fixture.transport.count(), 3);
        // Now the twin's is due as well.
        fixture.pass(RenewalFixture::minute);
        QCOMPARE(fixture.transport.count(), 3);
        QVERIFY(fixture.renewal.state(twin.id).kind == Kind::Waiting);
        fixture.pass(4 * RenewalFixture::minute);
        QCOMPARE(fixture.transport.count(), 5);
    }

    void andStopsAtRefusedKeys_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("stops");
        QTest::newRow("wrong keys") << 400 << QByteArray("400.008.01") << true;
        QTest::newRow("unauthorised") << 401 << QByteArray("") << true;
        QTest::newRow("forbidden") << 403 << QByteArray("") << true;
        QTest::newRow("proxy login") << 407 << QByteArray("") << true;
        QTest::newRow("not found") << 404 << QByteArray("") << false;
        QTest::newRow("server fault") << 500 << QByteArray("") << false;
        QTest::newRow("unavailable") << 503 << QByteArray("") << false;
    }
    void andStopsAtRefusedKeys()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(bool, stops);
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(refusal(status, code));
        QCOMPARE(fixture.kind(), stops ? Kind::Stopped : Kind::Retrying);
        QVERIFY(fixture.renewal.state(fixture.sandbox.id).error);
        QCOMPARE(fixture.renewal.isAwake(), !stops);
        for (int minutes = 0; minutes < 120; ++minutes)
            fixture.pass(RenewalFixture::minute);
        QCOMPARE(fixture.transport.count(), stops ? 2 : 3);
    }

    void andStopsAtAProxysLoginUntilTheProxyChanges()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(faultReply(TransportFault::Kind::ProxyLogin));
        QCOMPARE(fixture.kind(), Kind::Stopped);
        for (int minutes = 0; minutes < 120; ++minutes)
            fixture.pass(RenewalFixture::minute);
        QCOMPARE(fixture.transport.count(), 2);
        fixture.renewal.proxyChanged();
        fixture.pass(RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 3);
        fixture.answer(tokenReply("through-the-proxy"));
        QCOMPARE(fixture.token(fixture.sandbox), "through-the-proxy");
    }

    void andStopsAtMissingKeysButNotAtABrokenKeychain()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"locked"_s});
        fixture.pass(3539 * RenewalFixture::second);
        QCOMPARE(fixture.kind(), Kind::Retrying);
        QCOMPARE(fixture.renewal.state(fixture.sandbox.id).error->kind,
                 TokenError::Kind::KeychainFailed);
        // Looking at the window meanwhile makes no difference.
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        QCOMPARE(fixture.kind(), Kind::Retrying);

        fixture.keychain.failAll({});
        fixture.keychain.take(credentialsItem(fixture.sandbox.id));
        fixture.pass(20 * RenewalFixture::second);
        QCOMPARE(fixture.kind(), Kind::Stopped);
        QCOMPARE(fixture.renewal.state(fixture.sandbox.id).error->kind, TokenError::Kind::NoKeys);
        QCOMPARE(fixture.transport.count(), 1);
    }

    void andResumesWithATokenRequestedByHand()
    {
        RenewalFixture &fixture = *m_fixture;
        stop(fixture);
        fixture.fetch(fixture.sandbox, "by-hand");
        QCOMPARE(fixture.kind(), Kind::Waiting);
        fixture.pass(3539 * RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 4);
    }

    void andResumesWithOtherKeys()
    {
        RenewalFixture &fixture = *m_fixture;
        stop(fixture);
        fixture.keyRing.save(fixture.sandbox, RenewalFixture::typed());
        fixture.settle();
        QCOMPARE(fixture.kind(), Kind::Off);
        fixture.fetch(fixture.sandbox, "for-them");
        QCOMPARE(fixture.kind(), Kind::Waiting);
    }

    void andResumesAfterAnEdit()
    {
        RenewalFixture &fixture = *m_fixture;
        stop(fixture);
        fixture.sandbox.caFile = u"/etc/ssl/own.pem"_s;
        fixture.renew(true);
        QCOMPARE(fixture.transport.count(), 3);
        fixture.answer(tokenReply("the-next"));
        QCOMPARE(fixture.kind(), Kind::Waiting);
    }

    void butCancellingOneTryKeepsTheNext()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.tokens.cancel(fixture.sandbox.id);
        QCOMPARE(fixture.kind(), Kind::Retrying);
        fixture.pass(20 * RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 3);
    }

    void andCountsATryReplacedByHandOnce()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        QVERIFY(fixture.transport.isCancelled(1));
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(fixture.kind(), Kind::Retrying);
        QCOMPARE(fixture.untilNext(), 20 * RenewalFixture::second);
        QVERIFY(!fixture.tokens.state(fixture.sandbox.id).isBackground);
    }

    void withThreeTriesAMinuteAtMost_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    // Simulates hours with a server that does anything and a user who clicks at random, in steps of
    // at most a second.
    void withThreeTriesAMinuteAtMost()
    {
        QFETCH(quint32, seed);
        RenewalFixture &fixture = *m_fixture;
        QRandomGenerator random(seed);
        fixture.transport.setServer([&](const HttpRequest &) {
            switch (random.bounded(6)) {
            case 0:
                return tokenReply("short", "4");
            case 1:
                return tokenReply("longer", "90");
            case 2:
                return faultReply(TransportFault::Kind::Unreachable);
            case 3:
                return refusal(503, "");
            case 4:
                return replyOf(200, "<html>");
            default:
                return random.bounded(4) == 0 ? refusal(400, "400.008.01") : refusal(500, "");
            }
        });
        QList<qint64> tries;
        int sent = 0;
        bool byHand = false;
        for (qint64 passed = 0; passed < 3 * RenewalFixture::hour;) {
            const qint64 step = random.bounded(1, 1500);
            passed += step;
            fixture.pass(step);
            if (!byHand && fixture.transport.count() > sent)
                tries.append(fixture.clock.now().steadyMs);
            sent = fixture.transport.count();
            byHand = false;
            const int whim = random.bounded(200);
            if (whim < 3) { // Turns renewal off and on again, to get around the limit.
                fixture.renew(false);
                fixture.renew(true);
            } else if (whim < 4) {
                fixture.sandbox.caFile = u"/tmp/%1.pem"_s.arg(random.bounded(9));
                fixture.renew(true);
            }
            if (whim < 4 && fixture.transport.count() > sent)
                tries.append(fixture.clock.now().steadyMs);
            sent = fixture.transport.count();
            if (fixture.kind() == Kind::Stopped || fixture.kind() == Kind::Off) {
                fixture.tokens.request(fixture.sandbox, {});
                fixture.settle();
                // The consequences of a token that arrives expired come with the next step.
                sent = fixture.transport.count();
            }
        }
        QVERIFY2(tries.size() > 100, qPrintable(QString::number(tries.size())));
        for (qsizetype i = 3; i < tries.size(); ++i)
            QVERIFY2(tries[i] - tries[i - 3] > RenewalFixture::minute,
                     qPrintable(u"tries %1 and %2"_s.arg(i - 3).arg(i)));
    }

private:
    static void stop(RenewalFixture &fixture)
    {
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(refusal(400, "400.008.01"));
        QCOMPARE(fixture.kind(), Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(RenewalFails)
#include "renewal-fails.moc"
