// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attemptfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = TokenError::Kind;
using Fixture = AttemptFixture;

namespace {

const QString id = u"sandbox"_s;

} // namespace

class TokenAttemptTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromTheKeychainToTheServerAndBack()
    {
        Fixture fixture;
        fixture.start();
        QCOMPARE(int(fixture.attempt->stage()), int(TokenAttempt::Stage::Keychain));
        QVERIFY(fixture.sent());
        QCOMPARE(fixture.told, QStringList{u"server"_s});

        const HttpRequest &request = fixture.transport.request(0);
        QCOMPARE(request.url, requestUrl(sandbox().tokenUrl));
        QVERIFY(request.authorization == basicAuthorization(rightKeys()));
        QVERIFY(!headerValue(request.headers, "Authorization"));

        fixture.transport.answer(0, tokenReply("first"));
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.told, (QStringList{u"server"_s, u"answered"_s, u"finished"_s}));
        QVERIFY(fixture.outcome->token);
        QCOMPARE(fixture.outcome->token->value().view(), "first");
        QCOMPARE(fixture.outcome->issuanceId, issuanceIdOf(sandbox(), rightKeys()));
        QCOMPARE(fixture.outcome->exchange->reply.status, 200);
    }

    void answersBeforeTheTokenIsStored()
    {
        Fixture fixture;
        fixture.start();
        QVERIFY(fixture.sent());
        fixture.keychain.hold();
        fixture.transport.answer(0, tokenReply("first"));
        QVERIFY(QTest::qWaitFor([&] { return fixture.outcome != nullptr; }));
        QVERIFY(!fixture.told.contains(u"finished"_s));
        QVERIFY(!fixture.keychain.value(tokenItem(id)));
        fixture.keychain.release();
        QVERIFY(fixture.finished());
        const auto stored = Token::fromKeychainItem(Secret(*fixture.keychain.value(tokenItem(id))),
                                                    issuanceIdOf(sandbox(), rightKeys()));
        QVERIFY(stored);
        QCOMPARE(stored->value().view(), "first");
    }

    void prefersTypedKeysToStoredOnes()
    {
        Fixture fixture;
        fixture.start(ReusePolicy::never(),
                      Credentials{Secret(" typed-key\n"), Secret("typed-secret ")});
        QVERIFY(fixture.sent());
        QVERIFY(fixture.transport.request(0).authorization
                == basicAuthorization({Secret("typed-key"), Secret("typed-secret")}));
    }

    void sendsNothingWithoutKeys_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::newRow("no item") << QByteArray();
        QTest::newRow("another program's bytes") << QByteArray("a password of another program");
        QTest::newRow("white space for a key") << QByteArray(" \nsecret");
    }

    void sendsNothingWithoutKeys()
    {
        QFETCH(QByteArray, item);
        Fixture fixture(false);
        if (!item.isEmpty())
            fixture.keychain.put(credentialsItem(id), item);
        fixture.start();
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::NoKeys);
        QVERIFY(!fixture.outcome->exchange);
        QCOMPARE(fixture.transport.count(), 0);
    }

    void doesNotSendAnIncompletePair()
    {
        Fixture fixture;
        fixture.start(ReusePolicy::never(), Credentials{Secret("typed-key"), Secret(" ")});
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::NoKeys);
        QCOMPARE(fixture.transport.count(), 0);
    }

    void reportsAKeychainThatFails()
    {
        Fixture fixture;
        fixture.keychain.failNext(FakeStore::Call::Read,
                                  {StoreFault::Kind::Unavailable, u"it is locked"_s});
        fixture.start();
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::KeychainFailed);
        QCOMPARE(fixture.outcome->token.error().detail, u"it is locked"_s);
        QCOMPARE(fixture.transport.count(), 0);
    }

    void sendsNothingToAHostThatGivesNoTokens_data()
    {
        QTest::addColumn<QString>("tokenUrl");
        QTest::addColumn<bool>("typed");
        for (const auto &url : {u"https://developer.safaricom.co.ke/oauth/v1/generate"_s,
                                u"https://daraja.safaricom.co.ke/"_s,
                                u"https://developer.safaricom.et/v1/token/generate"_s,
                                u"https://openapi.m-pesa.com/sandbox/ipg/v2/getSession/"_s}) {
            QTest::addRow("stored keys, %s", qPrintable(url)) << url << false;
            QTest::addRow("typed keys, %s", qPrintable(url)) << url << true;
        }
    }

    void sendsNothingToAHostThatGivesNoTokens()
    {
        QFETCH(QString, tokenUrl);
        QFETCH(bool, typed);
        Fixture fixture;
        Environment environment = sandbox();
        environment.tokenUrl = QUrl(tokenUrl);
        fixture.start(ReusePolicy::never(), typed ? std::optional(rightKeys()) : std::nullopt,
                      environment);
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::GivesNoTokens);
        QVERIFY(!fixture.outcome->exchange);
        QCOMPARE(fixture.transport.count(), 0);
        QCOMPARE(fixture.told, QStringList({u"answered"_s, u"finished"_s}));
    }

    void usesTheSimulatorsOwnKeys()
    {
        Fixture fixture(false);
        fixture.start(ReusePolicy::never(), {}, defaultEnvironments().at(0));
        QVERIFY(fixture.sent());
        QVERIFY(fixture.transport.request(0).authorization
                == basicAuthorization(simulatorCredentials()));
    }

    void neverSendsTheSimulatorsKeysToProduction()
    {
        Fixture fixture(false);
        Environment strayed = defaultEnvironments().at(0);
        strayed.tokenUrl = defaultTokenUrl(EnvironmentKind::Production);
        fixture.start(ReusePolicy::never(), {}, strayed);
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::NoKeys);
        QCOMPARE(fixture.transport.count(), 0);
    }

    void usesASharedTokenInsteadOfARequest()
    {
        Fixture fixture;
        fixture.share("shared", 10min);
        fixture.start(ReusePolicy::outsideMargin());
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.outcome->token->value().view(), "shared");
        QVERIFY(!fixture.outcome->exchange);
        QCOMPARE(fixture.transport.count(), 0);
        QVERIFY(!fixture.locks.isHeld(id));
    }

    void replacesASharedTokenThatIsNotGoodEnough_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("atLeast"); // Seconds; -1 means the token's own margin.
        QTest::addColumn<bool>("otherUrl");
        QTest::newRow("within its margin") << qint64(3599 - 59) << -1 << false;
        QTest::newRow("expired") << qint64(4000) << -1 << false;
        QTest::newRow("shorter than requested") << qint64(600) << 3000 << false;
        QTest::newRow("for another URL") << qint64(1) << -1 << true;
    }

    void replacesASharedTokenThatIsNotGoodEnough()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, atLeast);
        QFETCH(bool, otherUrl);
        Fixture fixture;
        Environment other = sandbox();
        if (otherUrl)
            other.tokenUrl.setHost(u"api.safaricom.co.ke"_s);
        fixture.share("shared", std::chrono::seconds(seconds), other);
        fixture.start(atLeast < 0 ? ReusePolicy::outsideMargin()
                                  : ReusePolicy::withMinValidity(std::chrono::seconds(atLeast)));
        QVERIFY(fixture.sent());
        fixture.transport.answer(0, tokenReply("fresh"));
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.outcome->token->value().view(), "fresh");
    }

    void requestsAFreshTokenWhateverIsShared()
    {
        Fixture fixture;
        fixture.share("shared", 1s);
        fixture.locks.takeElsewhere(id);
        fixture.start(ReusePolicy::never());
        QVERIFY(fixture.sent());
        QCOMPARE(fixture.locks.tries(), 0);
    }

    void waitsForTheLockAndTakesTheOthersToken()
    {
        Fixture fixture;
        fixture.locks.takeElsewhere(id);
        fixture.start(ReusePolicy::outsideMargin());
        QVERIFY(QTest::qWaitFor([&] { return fixture.locks.tries() > 2; }));
        QCOMPARE(fixture.transport.count(), 0);
        QVERIFY(!fixture.outcome);

        fixture.share("of-the-other", 1s);
        fixture.locks.letGoElsewhere(id);
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.outcome->token->value().view(), "of-the-other");
        QCOMPARE(fixture.transport.count(), 0);
    }

    // Its holder may be a stopped process.
    void saysThatItWaitsForTheLockAndGivesUp()
    {
        Fixture fixture;
        fixture.locks.takeElsewhere(id);
        fixture.start(ReusePolicy::outsideMargin());
        const auto triesAgain = [&fixture] {
            const int before = fixture.locks.tries();
            return QTest::qWaitFor([&] { return fixture.locks.tries() > before + 1; });
        };
        QVERIFY(triesAgain());
        fixture.clock.advance(1'900);
        QVERIFY(triesAgain());
        QCOMPARE(fixture.told, QStringList());
        fixture.clock.advance(200);
        QVERIFY(triesAgain());
        QCOMPARE(fixture.told, QStringList{u"other request"_s});
        fixture.clock.advance(27'000);
        QVERIFY(triesAgain());
        QCOMPARE(fixture.transport.count(), 0);

        fixture.clock.advance(1'000);
        QVERIFY(fixture.sent());
        QCOMPARE(fixture.told, (QStringList{u"other request"_s, u"keychain"_s, u"server"_s}));
        fixture.transport.answer(0, tokenReply("of-its-own"));
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.outcome->token->value().view(), "of-its-own");
        QVERIFY(fixture.locks.isHeld(id));
    }

    void saysThatTheTokenWasNotStored()
    {
        Fixture fixture;
        fixture.start();
        QVERIFY(fixture.sent());
        fixture.keychain.failNext(FakeStore::Call::Write,
                                  {StoreFault::Kind::Denied, u"the user refused"_s});
        fixture.transport.answer(0, tokenReply("first"));
        QVERIFY(fixture.finished());
        QCOMPARE(fixture.told,
                 (QStringList{u"server"_s, u"answered"_s, u"not stored: the user refused"_s,
                              u"finished"_s}));
        QCOMPARE(fixture.locks.told(), QStringList());
    }

    // The next caller must find the token.
    void holdsTheLockUntilTheTokenIsStored()
    {
        Fixture fixture;
        fixture.start(ReusePolicy::outsideMargin());
        QVERIFY(fixture.sent());
        QVERIFY(fixture.locks.isHeld(id));
        fixture.keychain.hold();
        fixture.transport.answer(0, tokenReply("first"));
        QVERIFY(QTest::qWaitFor([&] { return fixture.outcome != nullptr; }));
        QVERIFY(fixture.locks.isHeld(id));
        fixture.keychain.release();
        QVERIFY(fixture.finished());
        QVERIFY(!fixture.locks.isHeld(id));
        QVERIFY(fixture.keychain.value(tokenItem(id)));
    }

    void releasesTheLockAfterARefusal()
    {
        Fixture fixture;
        fixture.start(ReusePolicy::outsideMargin());
        QVERIFY(fixture.sent());
        fixture.transport.answer(0, replyOf(503, {}));
        QVERIFY(fixture.finished());
        QVERIFY(fixture.error() == Kind::Unavailable);
        QVERIFY(!fixture.locks.isHeld(id));
    }

    void isCancelledWhenDeleted_data()
    {
        QTest::addColumn<QString>("stage");
        for (const char *stage : {"keys", "lock", "shared token", "request", "answer under way"})
            QTest::newRow(stage) << QString::fromLatin1(stage);
    }

    void isCancelledWhenDeleted()
    {
        QFETCH(QString, stage);
        Fixture fixture;
        if (stage == u"keys"_s)
            fixture.keychain.hold();
        if (stage == u"lock"_s)
            fixture.locks.takeElsewhere(id);
        fixture.start(ReusePolicy::outsideMargin());
        if (stage == u"lock"_s) {
            QVERIFY(QTest::qWaitFor([&] { return fixture.locks.tries() > 1; }));
        } else if (stage == u"shared token"_s) {
            QVERIFY(QTest::qWaitFor([&] { return fixture.locks.isHeld(id); }));
        } else if (stage != u"keys"_s) {
            QVERIFY(fixture.sent());
        }
        if (stage == u"answer under way"_s)
            fixture.transport.answer(0, tokenReply("late"));
        fixture.attempt.reset();

        fixture.keychain.release();
        fixture.locks.letGoElsewhere(id);
        QTest::qWait(60);
        QVERIFY(!fixture.outcome);
        QVERIFY(!fixture.locks.isHeld(id));
        QVERIFY(!fixture.keychain.value(tokenItem(id)));
        for (int number = 0; number < fixture.transport.count(); ++number)
            QVERIFY(fixture.transport.isCancelled(number));
    }

    void mayBeDeletedByAReceiverOfItsAnswer()
    {
        for (const auto &reply : {0, 1}) {
            Fixture fixture;
            fixture.start(ReusePolicy::outsideMargin());
            QObject::connect(fixture.attempt.get(), &TokenAttempt::answered, &fixture.secrets,
                             [&] { fixture.attempt.reset(); });
            QVERIFY(fixture.sent());
            fixture.transport.answer(0, reply ? tokenReply("first") : replyOf(503, {}));
            QVERIFY(QTest::qWaitFor([&] { return !fixture.attempt; }));
            QVERIFY(!fixture.locks.isHeld(id));
        }
    }

    void removesTheKeysFromTheAnswer()
    {
        Fixture fixture;
        fixture.start();
        QVERIFY(fixture.sent());
        HttpReply echo = replyOf(400,
                                 R"({"errorCode": "the-consumer-key", "errorMessage": )"
                                 R"("bad: the-consumer-secret"})");
        echo.headers.append(
            {"X-Echo", basicAuthorization(rightKeys()).view().sliced(6).toByteArray()});
        fixture.transport.answer(0, std::move(echo));
        QVERIFY(fixture.finished());
        const TokenError &error = fixture.outcome->token.error();
        const HttpReply &shown = fixture.outcome->exchange->reply;
        for (const QString &text :
             {error.serverCode, error.serverWords, error.detail, shown.body.reveal(),
              QString::fromUtf8(headerValue(shown.headers, "X-Echo").value_or(""))}) {
            QVERIFY(!text.contains(u"consumer"_s));
            QVERIFY(!text.contains(basicAuthorization(rightKeys()).reveal().sliced(6)));
        }
        QVERIFY(error.serverWords.startsWith(u"bad: •"_s));
    }
};

QTEST_GUILESS_MAIN(TokenAttemptTest)
#include "token-attempt.moc"
