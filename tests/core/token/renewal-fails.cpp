// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "renewalscene.h"

#include <QRandomGenerator>

using namespace tokeni;
using namespace Qt::StringLiterals;

using Kind = RenewalState::Kind;

/*! How renewing goes on after a failure, and where it stops. */
class RenewalFails : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalScene> m_scene;

private Q_SLOTS:
    void init() { m_scene = std::make_unique<RenewalScene>(); }
    void cleanup() { m_scene.reset(); }

    void afterAFailureItWaitsLongerEachTime()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        for (const int seconds : {20, 40, 80, 160, 300, 300, 300}) {
            scene.answer(faultReply(TransportFault::Kind::Unreachable));
            QCOMPARE(scene.kind(), Kind::Retrying);
            QCOMPARE(scene.renewal.state(scene.sandbox.id).error->kind,
                     TokenError::Kind::Unreachable);
            QCOMPARE(scene.untilNext(), seconds * RenewalScene::second);
            const int asked = scene.transport.count();
            scene.pass(seconds * RenewalScene::second - 1);
            QCOMPARE(scene.transport.count(), asked);
            scene.pass(1);
            QCOMPARE(scene.transport.count(), asked + 1);
        }
        // The first that works ends it, long after the old one has died.
        scene.answer(tokenReply("at-last"));
        QCOMPARE(scene.token(scene.sandbox), "at-last");
        QCOMPARE(scene.kind(), Kind::Waiting);
        scene.pass(3539 * RenewalScene::second);
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(scene.untilNext(), 20 * RenewalScene::second);
    }

    void aFailureLeavesTheTokenAndSaysSo()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        QVERIFY(!scene.tokens.state(scene.sandbox.id).isBackground);
        scene.pass(3539 * RenewalScene::second);
        scene.answer(refusal(503, "500.003.02"));
        QCOMPARE(scene.token(scene.sandbox), "a-token");
        QVERIFY(scene.tokens.state(scene.sandbox.id).error);
        QVERIFY(scene.tokens.state(scene.sandbox.id).isBackground);
        // The failure stays while it tries again, and goes with the next token.
        scene.pass(20 * RenewalScene::second);
        QCOMPARE(scene.kind(), Kind::Trying);
        QVERIFY(scene.tokens.state(scene.sandbox.id).error);
        scene.answer(tokenReply("the-next"));
        QVERIFY(!scene.tokens.state(scene.sandbox.id).error);
    }

    void whoComesToWaitIsToldOfTheFailure()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        std::optional<TokenError::Kind> told;
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context,
                            [&](const auto &token) { told = token.error().kind; });
        QCOMPARE(scene.transport.count(), 2);
        QVERIFY(!scene.tokens.state(scene.sandbox.id).isBackground);
        scene.answer(refusal(503, "500.003.02"));
        QCOMPARE(told, TokenError::Kind::Unavailable);
        QCOMPARE(scene.kind(), Kind::Retrying);
    }

    void retryAfterIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("longer than the pause") << QByteArray("90") << qint64(90);
        QTest::newRow("shorter") << QByteArray("3") << qint64(20);
        QTest::newRow("longer than the longest pause") << QByteArray("1800") << qint64(1800);
        QTest::newRow("for years") << QByteArray("999999999") << qint64(24 * 3600);
    }
    void retryAfterIsHonoured()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, seconds);
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        HttpReply reply = replyOf(429, "{}");
        reply.headers.append(HttpHeader{"Retry-After", header});
        scene.answer(std::move(reply));
        QCOMPARE(scene.kind(), Kind::Retrying);
        QCOMPARE(scene.untilNext(), seconds * RenewalScene::second);
    }

    void refusedKeysStopIt_data()
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
    void refusedKeysStopIt()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(bool, stops);
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.answer(refusal(status, code));
        QCOMPARE(scene.kind(), stops ? Kind::Stopped : Kind::Retrying);
        QVERIFY(scene.renewal.state(scene.sandbox.id).error);
        QCOMPARE(scene.renewal.isAwake(), !stops);
        for (int minutes = 0; minutes < 120; ++minutes)
            scene.pass(RenewalScene::minute);
        QCOMPARE(scene.transport.count(), stops ? 2 : 3);
    }

    void aProxysLoginStopsItUntilTheProxyChanges()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.answer(faultReply(TransportFault::Kind::ProxyLogin));
        QCOMPARE(scene.kind(), Kind::Stopped);
        for (int minutes = 0; minutes < 120; ++minutes)
            scene.pass(RenewalScene::minute);
        QCOMPARE(scene.transport.count(), 2);
        scene.renewal.proxyChanged();
        scene.pass(RenewalScene::second);
        QCOMPARE(scene.transport.count(), 3);
        scene.answer(tokenReply("through-the-proxy"));
        QCOMPARE(scene.token(scene.sandbox), "through-the-proxy");
    }

    void missingKeysStopItAndABrokenKeychainDoesNot()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"locked"_s});
        scene.pass(3539 * RenewalScene::second);
        QCOMPARE(scene.kind(), Kind::Retrying);
        QCOMPARE(scene.renewal.state(scene.sandbox.id).error->kind,
                 TokenError::Kind::KeychainFailed);
        // Looking at the window meanwhile changes nothing about that.
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        QCOMPARE(scene.kind(), Kind::Retrying);

        scene.keychain.failAll({});
        scene.keychain.take(credentialsItem(scene.sandbox.id));
        scene.pass(20 * RenewalScene::second);
        QCOMPARE(scene.kind(), Kind::Stopped);
        QCOMPARE(scene.renewal.state(scene.sandbox.id).error->kind, TokenError::Kind::NoKeys);
        QCOMPARE(scene.transport.count(), 1);
    }

    void aStopEndsWithATokenByHand()
    {
        RenewalScene &scene = *m_scene;
        stop(scene);
        scene.fetch(scene.sandbox, "by-hand");
        QCOMPARE(scene.kind(), Kind::Waiting);
        scene.pass(3539 * RenewalScene::second);
        QCOMPARE(scene.transport.count(), 4);
    }

    void aStopEndsWithOtherKeys()
    {
        RenewalScene &scene = *m_scene;
        stop(scene);
        scene.keyRing.save(scene.sandbox, RenewalScene::typed());
        scene.settle();
        QCOMPARE(scene.kind(), Kind::Off);
        scene.fetch(scene.sandbox, "for-them");
        QCOMPARE(scene.kind(), Kind::Waiting);
    }

    void aStopEndsWithAnEdit()
    {
        RenewalScene &scene = *m_scene;
        stop(scene);
        scene.sandbox.caFile = u"/etc/ssl/own.pem"_s;
        scene.renew(true);
        QCOMPARE(scene.transport.count(), 3);
        scene.answer(tokenReply("the-next"));
        QCOMPARE(scene.kind(), Kind::Waiting);
    }

    void cancellingOneTryLeavesTheNext()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.tokens.cancel(scene.sandbox.id);
        QCOMPARE(scene.kind(), Kind::Retrying);
        scene.pass(20 * RenewalScene::second);
        QCOMPARE(scene.transport.count(), 3);
    }

    void aTryThatIsReplacedByHandCountsOnce()
    {
        RenewalScene &scene = *m_scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        QVERIFY(scene.transport.isCancelled(1));
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(scene.kind(), Kind::Retrying);
        QCOMPARE(scene.untilNext(), 20 * RenewalScene::second);
        QVERIFY(!scene.tokens.state(scene.sandbox.id).isBackground);
    }

    void neverMoreThanThreeTriesAMinute_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    // Hours of a server that does anything and a user who clicks about, a second or less at a time.
    void neverMoreThanThreeTriesAMinute()
    {
        QFETCH(quint32, seed);
        RenewalScene &scene = *m_scene;
        QRandomGenerator random(seed);
        scene.transport.setServer([&](const HttpRequest &) {
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
        for (qint64 passed = 0; passed < 3 * RenewalScene::hour;) {
            const qint64 step = random.bounded(1, 1500);
            passed += step;
            scene.pass(step);
            if (!byHand && scene.transport.count() > sent)
                tries.append(scene.clock.now().steadyMs);
            sent = scene.transport.count();
            byHand = false;
            const int whim = random.bounded(200);
            if (whim < 3) { // Off and on again, to get around the limit.
                scene.renew(false);
                scene.renew(true);
            } else if (whim < 4) {
                scene.sandbox.caFile = u"/tmp/%1.pem"_s.arg(random.bounded(9));
                scene.renew(true);
            }
            if (whim < 4 && scene.transport.count() > sent)
                tries.append(scene.clock.now().steadyMs);
            sent = scene.transport.count();
            if (scene.kind() == Kind::Stopped || scene.kind() == Kind::Off) {
                scene.tokens.request(scene.sandbox, {});
                scene.settle();
                // What a token that is born dead leads to comes with the next step.
                sent = scene.transport.count();
            }
        }
        QVERIFY2(tries.size() > 100, qPrintable(QString::number(tries.size())));
        for (qsizetype i = 3; i < tries.size(); ++i)
            QVERIFY2(tries[i] - tries[i - 3] > RenewalScene::minute,
                     qPrintable(u"tries %1 and %2"_s.arg(i - 3).arg(i)));
    }

private:
    static void stop(RenewalScene &scene)
    {
        scene.fetch(scene.sandbox, "a-token");
        scene.pass(3539 * RenewalScene::second);
        scene.answer(refusal(400, "400.008.01"));
        QCOMPARE(scene.kind(), Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(RenewalFails)
#include "renewal-fails.moc"
