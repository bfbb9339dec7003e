// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/sessionscene.h"

#include <QCryptographicHash>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray refusal = R"({"errorCode": "400.008.01"})";

// Sandbox and production with the same keys in the keychain, and both looked at.
struct Scene : SessionScene
{
    Scene()
    {
        keychain.put(credentialsItem(production.id),
                     toKeychainItem(keysIn(sandbox)).view().toByteArray());
        for (const Environment &environment : {simulator, sandbox, production})
            keyRing.load(environment);
        settle();
    }
    void refuse(const Environment &environment)
    {
        tokens.request(environment, {});
        settle();
        transport.answer(transport.count() - 1, replyOf(400, refusal));
        settle();
    }
    [[nodiscard]] std::optional<SameKeys> found(const Environment &environment) const
    {
        return tokens.diagnosisContext(environment.id).sameKeys;
    }
    [[nodiscard]] Cause cause(const Environment &environment) const
    {
        return causeOf(*tokens.state(environment.id).error, environment,
                       tokens.diagnosisContext(environment.id));
    }
};

} // namespace

class SameKeysElsewhere : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areFoundWhereTheyAreKept()
    {
        Scene scene;
        scene.refuse(scene.production);
        const auto same = scene.found(scene.production);
        QVERIFY(same);
        QCOMPARE(same->environmentId, scene.sandbox.id);
        QCOMPARE(same->environmentName, scene.sandbox.name);
        QCOMPARE(int(same->kind), int(EnvironmentKind::Sandbox));
        QVERIFY(!same->acceptedAt.isValid());
        QCOMPARE(int(scene.cause(scene.production)), int(Cause::SameKeysInOtherKind));
        QVERIFY(!scene.found(scene.simulator));
    }

    void andWhereTheyWereAccepted()
    {
        Scene scene;
        scene.fetch(scene.sandbox, "a-token");
        const qint64 accepted = scene.clock.now().wallMs;
        scene.clock.advance(60'000);
        scene.refuse(scene.production);
        QCOMPARE(scene.found(scene.production)->acceptedAt.toMSecsSinceEpoch(), accepted);
        QCOMPARE(int(scene.cause(scene.production)), int(Cause::SandboxKeysInProduction));
    }

    void ofSeveralTheOneThatAcceptedThemLast()
    {
        Scene scene;
        Environment till = scene.sandbox;
        till.id = u"till"_s;
        till.name = u"Till"_s;
        scene.keyRing.save(till, SessionScene::keysIn(scene.sandbox));
        scene.fetch(scene.sandbox, "a-token");
        scene.clock.advance(1000);
        scene.fetch(till, "another-token");
        QCOMPARE(scene.found(scene.production)->environmentId, till.id);
        scene.clock.advance(1000);
        scene.fetch(scene.sandbox, "a-third-token");
        QCOMPARE(scene.found(scene.production)->environmentId, scene.sandbox.id);
    }

    void otherKeysAreNotTheSame()
    {
        Scene scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.keyRing.save(scene.production, SessionScene::typed());
        QVERIFY(!scene.found(scene.production));
        // Half a pair is not the pair.
        scene.keyRing.save(
            scene.production,
            {Secret(SessionScene::keysIn(scene.sandbox).consumerKey.view()), Secret("other")});
        QVERIFY(!scene.found(scene.production));
        scene.keyRing.save(scene.production, SessionScene::keysIn(scene.sandbox));
        QVERIFY(scene.found(scene.production));
    }

    // What was accepted was accepted with these keys at this URL.
    void anotherUrlOrOtherKeysForgetTheAcceptance()
    {
        Scene scene;
        scene.fetch(scene.sandbox, "a-token");
        QVERIFY(scene.found(scene.production)->acceptedAt.isValid());
        Environment moved = scene.sandbox;
        moved.tokenUrl = QUrl(u"https://elsewhere.example/oauth"_s);
        scene.keyRing.environmentChanged(moved);
        scene.settle();
        QVERIFY(!scene.found(scene.production)->acceptedAt.isValid());

        scene.fetch(moved, "b-token");
        QVERIFY(scene.found(scene.production)->acceptedAt.isValid());
        scene.keyRing.save(moved, SessionScene::typed());
        QVERIFY(!scene.found(scene.production));
        scene.keyRing.save(moved, SessionScene::keysIn(scene.sandbox));
        QVERIFY(!scene.found(scene.production)->acceptedAt.isValid());
    }

    void anEnvironmentThatIsGoneHasNone()
    {
        Scene scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.keyRing.forget(scene.sandbox.id);
        QVERIFY(!scene.found(scene.production));
    }

    // A token that was there already proves nothing about this run.
    void aTokenOutOfTheKeychainIsNoAcceptance()
    {
        Scene scene;
        const Token token(Secret("kept-token"), scene.clock.now(), usualLifetime, false);
        const QByteArray issuanceId
            = issuanceIdOf(scene.sandbox, SessionScene::keysIn(scene.sandbox));
        scene.keychain.put(tokenItem(scene.sandbox.id),
                           token.toKeychainItem(issuanceId).view().toByteArray());
        scene.tokens.obtain(scene.sandbox, {}, ReusePolicy::outsideMargin(), &scene.context,
                            [](const auto &) {});
        scene.settle();
        QCOMPARE(scene.token(scene.sandbox), "kept-token");
        QVERIFY(!scene.found(scene.production)->acceptedAt.isValid());
    }

    void whatThePresentTokenIsGoodFor()
    {
        Scene scene;
        scene.fetch(scene.sandbox, "a-token");
        scene.refuse(scene.sandbox);
        QVERIFY(scene.tokens.diagnosisContext(scene.sandbox.id).tokenAlive);
        scene.clock.advance(3600'000);
        QVERIFY(!scene.tokens.diagnosisContext(scene.sandbox.id).tokenAlive);
        QVERIFY(!scene.tokens.diagnosisContext(scene.production.id).tokenAlive);
        QVERIFY(!scene.tokens.diagnosisContext(u"nobody"_s).tokenAlive);
    }

    // The clock is told as it stood then: the words must not change while they are read.
    void theClockIsToldAsItStoodAtTheFailure()
    {
        Scene scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.clock.advance(500);
        const qint64 failed = scene.clock.now().wallMs;
        scene.transport.answer(0, faultReply(TransportFault::Kind::Tls));
        scene.settle();
        scene.clock.advance(90'000);
        QCOMPARE(scene.tokens.diagnosisContext(scene.sandbox.id).failedAt.toMSecsSinceEpoch(),
                 failed);
    }

    void whatIsComparedTellsNoKey()
    {
        const Credentials keys = SessionScene::typed();
        const QByteArray fingerprint = fingerprintOf(keys);
        QCOMPARE(fingerprint.size(), 32);
        QCOMPARE(fingerprintOf(keys.clone()), fingerprint);
        QVERIFY(fingerprintOf(SessionScene::typed("other")) != fingerprint);
        // Where key and secret meet makes a difference.
        QVERIFY(fingerprintOf({Secret("ab"), Secret("c")})
                != fingerprintOf({Secret("a"), Secret("bc")}));
        // Without the run's own key it could be looked up in a list of known keys.
        QByteArray plain;
        for (const Secret *part : {&keys.consumerKey, &keys.consumerSecret})
            plain += QByteArray::number(part->size()) + ':' + part->view().toByteArray();
        QVERIFY(QCryptographicHash::hash(plain, QCryptographicHash::Sha256) != fingerprint);
    }
};

QTEST_GUILESS_MAIN(SameKeysElsewhere)
#include "same-keys-elsewhere.moc"
