// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokensfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// The sandbox, and a second environment at the same server with the same keys.
struct Fixture : TokensFixture
{
    Environment twin = sandbox;

    Fixture()
    {
        twin.id = u"twin"_s;
        twin.name = u"Twin"_s;
        giveKeys(twin, sandbox);
        load();
    }
    void giveKeys(const Environment &environment, const Environment &source)
    {
        keychain.put(credentialsItem(environment.id),
                     toKeychainItem(keysIn(source)).view().toByteArray());
    }
    void load()
    {
        for (const Environment &environment : {sandbox, twin, production})
            keyRing.load(environment);
        settle();
    }
    // Gets a token a minute after the one before.
    void fetchLater(const Environment &environment, const QByteArray &token)
    {
        clock.advance(60'000);
        fetch(environment, token);
    }
    // The name of the environment whose token is newer; empty if there is none.
    [[nodiscard]] QString endedBy(const Environment &environment) const
    {
        const auto newer = tokens.perhapsEndedBy(environment.id);
        return newer ? newer->environmentName : QString();
    }
};

} // namespace

/*! Safaricom's documentation says that each request ends the token before. */
class NewerToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void perhapsEndedTheOneOfTheSameKeys()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "the-first");
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
        fixture.fetchLater(fixture.twin, "the-second");
        QCOMPARE(fixture.endedBy(fixture.sandbox), u"Twin"_s);
        QCOMPARE(fixture.endedBy(fixture.twin), QString());
        QCOMPARE(fixture.tokens.perhapsEndedBy(fixture.sandbox.id)->acceptedAt,
                 QDateTime::fromMSecsSinceEpoch(fixture.clock.now().wallMs));
        // It is still there, and the next one is good.
        QCOMPARE(fixture.token(fixture.sandbox), "the-first");
        fixture.fetchLater(fixture.sandbox, "the-third");
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
        QCOMPARE(fixture.endedBy(fixture.twin), fixture.sandbox.name);
    }

    void mayComeFromAnotherProcess()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "the-first");
        fixture.clock.advance(60'000);
        const Token stored(Secret("the-second"), fixture.clock.now(), usualLifetime, false);
        const QByteArray id = issuanceIdOf(fixture.twin, Fixture::keysIn(fixture.sandbox));
        fixture.keychain.put(tokenItem(fixture.twin.id),
                             stored.toKeychainItem(id).view().toByteArray());
        fixture.tokens.reload(fixture.twin.id);
        fixture.keyRing.load(fixture.twin);
        fixture.settle();
        QCOMPARE(fixture.token(fixture.twin), "the-second");
        QCOMPARE(fixture.endedBy(fixture.sandbox), u"Twin"_s);
    }

    void endsNothingOfOtherKeys()
    {
        Fixture fixture;
        fixture.giveKeys(fixture.twin, fixture.production);
        fixture.load();
        fixture.fetch(fixture.sandbox, "the-first");
        fixture.fetchLater(fixture.twin, "the-second");
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
    }

    void endsNothingAtAnotherServer()
    {
        Fixture fixture;
        fixture.giveKeys(fixture.production, fixture.sandbox);
        fixture.load();
        fixture.fetch(fixture.sandbox, "the-first");
        fixture.fetchLater(fixture.production, "the-second");
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
    }

    void endsNothingOfKeysThatWereReplaced()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "the-first");
        fixture.fetchLater(fixture.twin, "the-second");
        fixture.keyRing.save(fixture.twin, Fixture::typed());
        fixture.settle();
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
    }

    void isNotToldOfATokenThatHasEndedAnyway()
    {
        Fixture fixture;
        fixture.fetch(fixture.sandbox, "the-first");
        fixture.fetchLater(fixture.twin, "the-second");
        fixture.clock.advance(3'600'000);
        QCOMPARE(fixture.endedBy(fixture.sandbox), QString());
    }
};

QTEST_GUILESS_MAIN(NewerToken)
#include "newer-token.moc"
