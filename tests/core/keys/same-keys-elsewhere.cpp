// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/tokensfixture.h"

#include <QCryptographicHash>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray refusal = R"({"errorCode": "400.008.01"})";

// Sandbox and production have the same keys in the keychain, and both were loaded.
struct Fixture : TokensFixture
{
    Fixture()
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
    void areFoundWhereTheyAreStored()
    {
        Fixture fixture;
        fixture.refuse(fixture.production);
        const auto same = fixture.found(fixture.production);
        QVERIFY(same);
        QCOMPARE(same->environmentId, fixture.sandbox.id);
        QCOMPARE(same->environmentName, fixture.sandbox.name);
        QCOMPARE(int(same->kind), int(EnvironmentKind::Sandbox));
        QVERIFY(!same->acceptedAt.isValid());
        QCOMPARE(int(fixture.cause(fixture.production)), int(Cause::SameKeysInOtherKind));
        QVERIFY(!fixture.found(fixture.simulator));
    }

    void andWhereTheyWereAccepted()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        const qint64 accepted = fixture.clock.now().wallMs;
        fixture.clock.advance(60'000);
        fixture.refuse(fixture.production);
        QCOMPARE(fixture.found(fixture.production)->acceptedAt.toMSecsSinceEpoch(), accepted);
        QCOMPARE(int(fixture.cause(fixture.production)), int(Cause::SandboxKeysInProduction));
    }

    void areFoundWhereTheyWereAcceptedLast()
    {
        Fixture fixture;
        Environment till = fixture.sandbox;
        till.id = u"till"_s;
        till.name = u"Till"_s;
        fixture.keyRing.save(till, TokensFixture::keysIn(fixture.sandbox));
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.clock.advance(1000);
        fixture.fetch(till, "another-token");
        QCOMPARE(fixture.found(fixture.production)->environmentId, till.id);
        fixture.clock.advance(1000);
        fixture.fetch(fixture.sandbox, "a-third-token");
        QCOMPARE(fixture.found(fixture.production)->environmentId, fixture.sandbox.id);
    }

    void areNotFoundIfTheyDiffer()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.keyRing.save(fixture.production, TokensFixture::typed());
        QVERIFY(!fixture.found(fixture.production));
        // One half alone is not the same pair.
        fixture.keyRing.save(
            fixture.production,
            {Secret(TokensFixture::keysIn(fixture.sandbox).consumerKey.view()), Secret("other")});
        QVERIFY(!fixture.found(fixture.production));
        fixture.keyRing.save(fixture.production, TokensFixture::keysIn(fixture.sandbox));
        QVERIFY(fixture.found(fixture.production));
    }

    // Acceptance applies to these keys at this URL.
    void areNoLongerAcceptedAfterAChangeOfUrlOrKeys()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        QVERIFY(fixture.found(fixture.production)->acceptedAt.isValid());
        Environment moved = fixture.sandbox;
        moved.tokenUrl = QUrl(u"https://elsewhere.example/oauth"_s);
        fixture.keyRing.environmentChanged(moved);
        fixture.settle();
        QVERIFY(!fixture.found(fixture.production)->acceptedAt.isValid());

        fixture.fetch(moved, "b-token");
        QVERIFY(fixture.found(fixture.production)->acceptedAt.isValid());
        fixture.keyRing.save(moved, TokensFixture::typed());
        QVERIFY(!fixture.found(fixture.production));
        fixture.keyRing.save(moved, TokensFixture::keysIn(fixture.sandbox));
        QVERIFY(!fixture.found(fixture.production)->acceptedAt.isValid());
    }

    void areNotFoundInADeletedEnvironment()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.keyRing.forget(fixture.sandbox.id);
        QVERIFY(!fixture.found(fixture.production));
    }

    // A token that existed before proves nothing about this run.
    void areNotAcceptedJustBecauseATokenIsStored()
    {
        Fixture fixture;
        const Token token(Secret("kept-token"), fixture.clock.now(), usualLifetime, false);
        const QByteArray issuanceId
            = issuanceIdOf(fixture.sandbox, TokensFixture::keysIn(fixture.sandbox));
        fixture.keychain.put(tokenItem(fixture.sandbox.id),
                             token.toKeychainItem(issuanceId).view().toByteArray());
        fixture.tokens.obtain(fixture.sandbox, {}, ReusePolicy::outsideMargin(), &fixture.context,
                              [](const auto &) {});
        fixture.settle();
        QCOMPARE(fixture.token(fixture.sandbox), "kept-token");
        QVERIFY(!fixture.found(fixture.production)->acceptedAt.isValid());
    }

    void areShownWithWhetherTheTokenIsValid()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "a-token");
        fixture.refuse(fixture.sandbox);
        QVERIFY(fixture.tokens.diagnosisContext(fixture.sandbox.id).tokenAlive);
        fixture.clock.advance(3600'000);
        QVERIFY(!fixture.tokens.diagnosisContext(fixture.sandbox.id).tokenAlive);
        QVERIFY(!fixture.tokens.diagnosisContext(fixture.production.id).tokenAlive);
        QVERIFY(!fixture.tokens.diagnosisContext(u"nobody"_s).tokenAlive);
    }

    // The time is the one at the failure: the text must not change while the user reads it.
    void areShownWithTheTimeOfTheFailure()
    {
        Fixture fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.clock.advance(500);
        const qint64 failed = fixture.clock.now().wallMs;
        fixture.transport.answer(0, faultReply(TransportFault::Kind::Tls));
        fixture.settle();
        fixture.clock.advance(90'000);
        QCOMPARE(fixture.tokens.diagnosisContext(fixture.sandbox.id).failedAt.toMSecsSinceEpoch(),
                 failed);
    }

    void areComparedWithoutRevealingThem()
    {
        const Credentials keys = TokensFixture::typed();
        const QByteArray fingerprint = fingerprintOf(keys);
        QCOMPARE(fingerprint.size(), 32);
        QCOMPARE(fingerprintOf(keys.clone()), fingerprint);
        QVERIFY(fingerprintOf(TokensFixture::typed("other")) != fingerprint);
        // The boundary between key and secret makes a difference.
        QVERIFY(fingerprintOf({Secret("ab"), Secret("c")})
                != fingerprintOf({Secret("a"), Secret("bc")}));
        // Without a key of this run the fingerprint could be looked up in a list of known keys.
        QByteArray plain;
        for (const Secret *part : {&keys.consumerKey, &keys.consumerSecret})
            plain += QByteArray::number(part->size()) + ':' + part->view().toByteArray();
        QVERIFY(QCryptographicHash::hash(plain, QCryptographicHash::Sha256) != fingerprint);
    }
};

QTEST_GUILESS_MAIN(SameKeysElsewhere)
#include "same-keys-elsewhere.moc"
