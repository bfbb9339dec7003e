// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attemptscene.h"

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = TokenError::Kind;
using Scene = AttemptScene;

namespace {

const QString id = u"sandbox"_s;

} // namespace

class TokenAttemptTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromTheKeychainToTheServerAndBack()
    {
        Scene scene;
        scene.start();
        QCOMPARE(int(scene.attempt->stage()), int(TokenAttempt::Stage::Keychain));
        QVERIFY(scene.sent());
        QCOMPARE(scene.told, QStringList{u"server"_s});

        const HttpRequest &request = scene.transport.request(0);
        QCOMPARE(request.url, requestUrl(sandbox().tokenUrl));
        QVERIFY(request.authorization == basicAuthorization(rightKeys()));
        QVERIFY(!headerValue(request.headers, "Authorization"));

        scene.transport.answer(0, tokenReply("first"));
        QVERIFY(scene.finished());
        QCOMPARE(scene.told, (QStringList{u"server"_s, u"answered"_s, u"finished"_s}));
        QVERIFY(scene.outcome->token);
        QCOMPARE(scene.outcome->token->value().view(), "first");
        QCOMPARE(scene.outcome->issuanceId, issuanceIdOf(sandbox(), rightKeys()));
        QCOMPARE(scene.outcome->exchange->reply.status, 200);
    }

    void answersBeforeTheTokenIsStored()
    {
        Scene scene;
        scene.start();
        QVERIFY(scene.sent());
        scene.keychain.hold();
        scene.transport.answer(0, tokenReply("first"));
        QVERIFY(QTest::qWaitFor([&] { return scene.outcome != nullptr; }));
        QVERIFY(!scene.told.contains(u"finished"_s));
        QVERIFY(!scene.keychain.value(tokenItem(id)));
        scene.keychain.release();
        QVERIFY(scene.finished());
        const auto stored = Token::fromKeychainItem(Secret(*scene.keychain.value(tokenItem(id))),
                                                    issuanceIdOf(sandbox(), rightKeys()));
        QVERIFY(stored);
        QCOMPARE(stored->value().view(), "first");
    }

    void typedKeysGoBeforeStoredOnes()
    {
        Scene scene;
        scene.start(ReusePolicy::never(),
                    Credentials{Secret(" typed-key\n"), Secret("typed-secret ")});
        QVERIFY(scene.sent());
        QVERIFY(scene.transport.request(0).authorization
                == basicAuthorization({Secret("typed-key"), Secret("typed-secret")}));
    }

    void withoutKeysNothingIsSent_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::newRow("no item") << QByteArray();
        QTest::newRow("foreign bytes") << QByteArray("a password of another program");
        QTest::newRow("white space for a key") << QByteArray(" \nsecret");
    }

    void withoutKeysNothingIsSent()
    {
        QFETCH(QByteArray, item);
        Scene scene(false);
        if (!item.isEmpty())
            scene.keychain.put(credentialsItem(id), item);
        scene.start();
        QVERIFY(scene.finished());
        QVERIFY(scene.error() == Kind::NoKeys);
        QVERIFY(!scene.outcome->exchange);
        QCOMPARE(scene.transport.count(), 0);
    }

    void anIncompletePairIsNotSent()
    {
        Scene scene;
        scene.start(ReusePolicy::never(), Credentials{Secret("typed-key"), Secret(" ")});
        QVERIFY(scene.finished());
        QVERIFY(scene.error() == Kind::NoKeys);
        QCOMPARE(scene.transport.count(), 0);
    }

    void aKeychainThatFailsIsTold()
    {
        Scene scene;
        scene.keychain.failNext(FakeStore::Call::Read,
                                {StoreFault::Kind::Unavailable, u"it is locked"_s});
        scene.start();
        QVERIFY(scene.finished());
        QVERIFY(scene.error() == Kind::KeychainFailed);
        QCOMPARE(scene.outcome->token.error().detail, u"it is locked"_s);
        QCOMPARE(scene.transport.count(), 0);
    }

    void theSimulatorHasKeysOfItsOwn()
    {
        Scene scene(false);
        scene.start(ReusePolicy::never(), {}, defaultEnvironments().at(0));
        QVERIFY(scene.sent());
        QVERIFY(scene.transport.request(0).authorization
                == basicAuthorization(simulatorCredentials()));
    }

    void theSimulatorsKeysStayAwayFromProduction()
    {
        Scene scene(false);
        Environment strayed = defaultEnvironments().at(0);
        strayed.tokenUrl = defaultTokenUrl(EnvironmentKind::Production);
        scene.start(ReusePolicy::never(), {}, strayed);
        QVERIFY(scene.finished());
        QVERIFY(scene.error() == Kind::NoKeys);
        QCOMPARE(scene.transport.count(), 0);
    }

    void aSharedTokenSparesTheRequest()
    {
        Scene scene;
        scene.share("shared", 10min);
        scene.start(ReusePolicy::outsideMargin());
        QVERIFY(scene.finished());
        QCOMPARE(scene.outcome->token->value().view(), "shared");
        QVERIFY(!scene.outcome->exchange);
        QCOMPARE(scene.transport.count(), 0);
        QVERIFY(!scene.locks.isHeld(id));
    }

    void aSharedTokenThatWillNotDoIsReplaced_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("atLeast"); // Seconds; -1: the token's own margin.
        QTest::addColumn<bool>("otherUrl");
        QTest::newRow("within its margin") << qint64(3599 - 59) << -1 << false;
        QTest::newRow("dead") << qint64(4000) << -1 << false;
        QTest::newRow("shorter than wanted") << qint64(600) << 3000 << false;
        QTest::newRow("of another URL") << qint64(1) << -1 << true;
    }

    void aSharedTokenThatWillNotDoIsReplaced()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, atLeast);
        QFETCH(bool, otherUrl);
        Scene scene;
        Environment other = sandbox();
        if (otherUrl)
            other.tokenUrl.setHost(u"api.safaricom.co.ke"_s);
        scene.share("shared", std::chrono::seconds(seconds), other);
        scene.start(atLeast < 0 ? ReusePolicy::outsideMargin()
                                : ReusePolicy::withMinValidity(std::chrono::seconds(atLeast)));
        QVERIFY(scene.sent());
        scene.transport.answer(0, tokenReply("fresh"));
        QVERIFY(scene.finished());
        QCOMPARE(scene.outcome->token->value().view(), "fresh");
    }

    void aFreshTokenIsAskedForWhateverIsShared()
    {
        Scene scene;
        scene.share("shared", 1s);
        scene.locks.takeElsewhere(id);
        scene.start(ReusePolicy::never());
        QVERIFY(scene.sent());
        QCOMPARE(scene.locks.tries(), 0);
    }

    void waitsForTheLockAndTakesTheOthersToken()
    {
        Scene scene;
        scene.locks.takeElsewhere(id);
        scene.start(ReusePolicy::outsideMargin());
        QVERIFY(QTest::qWaitFor([&] { return scene.locks.tries() > 2; }));
        QCOMPARE(scene.transport.count(), 0);
        QVERIFY(!scene.outcome);

        scene.share("of-the-other", 1s);
        scene.locks.letGoElsewhere(id);
        QVERIFY(scene.finished());
        QCOMPARE(scene.outcome->token->value().view(), "of-the-other");
        QCOMPARE(scene.transport.count(), 0);
    }

    // Its holder may be stopped.
    void saysThatItWaitsForTheLockAndGivesUp()
    {
        Scene scene;
        scene.locks.takeElsewhere(id);
        scene.start(ReusePolicy::outsideMargin());
        const auto triesAgain = [&scene] {
            const int before = scene.locks.tries();
            return QTest::qWaitFor([&] { return scene.locks.tries() > before + 1; });
        };
        QVERIFY(triesAgain());
        scene.clock.advance(1'900);
        QVERIFY(triesAgain());
        QCOMPARE(scene.told, QStringList());
        scene.clock.advance(200);
        QVERIFY(triesAgain());
        QCOMPARE(scene.told, QStringList{u"other request"_s});
        scene.clock.advance(27'000);
        QVERIFY(triesAgain());
        QCOMPARE(scene.transport.count(), 0);

        scene.clock.advance(1'000);
        QVERIFY(scene.sent());
        QCOMPARE(scene.told, (QStringList{u"other request"_s, u"keychain"_s, u"server"_s}));
        scene.transport.answer(0, tokenReply("of-its-own"));
        QVERIFY(scene.finished());
        QCOMPARE(scene.outcome->token->value().view(), "of-its-own");
        QVERIFY(scene.locks.isHeld(id));
    }

    void saysThatTheTokenWasNotStored()
    {
        Scene scene;
        scene.start();
        QVERIFY(scene.sent());
        scene.keychain.failNext(FakeStore::Call::Write,
                                {StoreFault::Kind::Denied, u"the user refused"_s});
        scene.transport.answer(0, tokenReply("first"));
        QVERIFY(scene.finished());
        QCOMPARE(scene.told,
                 (QStringList{u"server"_s, u"answered"_s, u"not stored: the user refused"_s,
                              u"finished"_s}));
        QCOMPARE(scene.locks.told(), QStringList());
    }

    // Whoever comes next must find the token.
    void holdsTheLockUntilTheTokenIsStored()
    {
        Scene scene;
        scene.start(ReusePolicy::outsideMargin());
        QVERIFY(scene.sent());
        QVERIFY(scene.locks.isHeld(id));
        scene.keychain.hold();
        scene.transport.answer(0, tokenReply("first"));
        QVERIFY(QTest::qWaitFor([&] { return scene.outcome != nullptr; }));
        QVERIFY(scene.locks.isHeld(id));
        scene.keychain.release();
        QVERIFY(scene.finished());
        QVERIFY(!scene.locks.isHeld(id));
        QVERIFY(scene.keychain.value(tokenItem(id)));
    }

    void letsTheLockGoWithARefusal()
    {
        Scene scene;
        scene.start(ReusePolicy::outsideMargin());
        QVERIFY(scene.sent());
        scene.transport.answer(0, replyOf(503, {}));
        QVERIFY(scene.finished());
        QVERIFY(scene.error() == Kind::Unavailable);
        QVERIFY(!scene.locks.isHeld(id));
    }

    void isCancelledByDeletingIt_data()
    {
        QTest::addColumn<QString>("stage");
        for (const char *stage : {"keys", "lock", "shared token", "request", "answer under way"})
            QTest::newRow(stage) << QString::fromLatin1(stage);
    }

    void isCancelledByDeletingIt()
    {
        QFETCH(QString, stage);
        Scene scene;
        if (stage == u"keys"_s)
            scene.keychain.hold();
        if (stage == u"lock"_s)
            scene.locks.takeElsewhere(id);
        scene.start(ReusePolicy::outsideMargin());
        if (stage == u"lock"_s) {
            QVERIFY(QTest::qWaitFor([&] { return scene.locks.tries() > 1; }));
        } else if (stage == u"shared token"_s) {
            QVERIFY(QTest::qWaitFor([&] { return scene.locks.isHeld(id); }));
        } else if (stage != u"keys"_s) {
            QVERIFY(scene.sent());
        }
        if (stage == u"answer under way"_s)
            scene.transport.answer(0, tokenReply("late"));
        scene.attempt.reset();

        scene.keychain.release();
        scene.locks.letGoElsewhere(id);
        QTest::qWait(60);
        QVERIFY(!scene.outcome);
        QVERIFY(!scene.locks.isHeld(id));
        QVERIFY(!scene.keychain.value(tokenItem(id)));
        for (int number = 0; number < scene.transport.count(); ++number)
            QVERIFY(scene.transport.isCancelled(number));
    }

    void whoeverHearsTheAnswerMayEndIt()
    {
        for (const auto &reply : {0, 1}) {
            Scene scene;
            scene.start(ReusePolicy::outsideMargin());
            QObject::connect(scene.attempt.get(), &TokenAttempt::answered, &scene.secrets,
                             [&] { scene.attempt.reset(); });
            QVERIFY(scene.sent());
            scene.transport.answer(0, reply ? tokenReply("first") : replyOf(503, {}));
            QVERIFY(QTest::qWaitFor([&] { return !scene.attempt; }));
            QVERIFY(!scene.locks.isHeld(id));
        }
    }

    void noKeyComesBackInTheAnswer()
    {
        Scene scene;
        scene.start();
        QVERIFY(scene.sent());
        HttpReply echo = replyOf(400,
                                 R"({"errorCode": "the-consumer-key", "errorMessage": )"
                                 R"("bad: the-consumer-secret"})");
        echo.headers.append(
            {"X-Echo", basicAuthorization(rightKeys()).view().sliced(6).toByteArray()});
        scene.transport.answer(0, std::move(echo));
        QVERIFY(scene.finished());
        const TokenError &error = scene.outcome->token.error();
        const HttpReply &shown = scene.outcome->exchange->reply;
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
