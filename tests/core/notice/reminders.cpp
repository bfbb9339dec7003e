// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/renewalscene.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tokeni::Reminder)

/*! What is told of a token's last minutes, and how often. */
class RemindersTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalScene> m_scene;
    QList<Reminder> m_told;

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<RenewalScene>();
        m_told.clear();
        m_scene->renew(false);
        connect(&m_scene->reminders, &Reminders::due, this,
                [this](const QString &id, Reminder reminder) {
                    QCOMPARE(id, m_scene->sandbox.id);
                    m_told.append(reminder);
                });
    }
    void cleanup() { m_scene.reset(); }

    void eachIsToldOnce_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<QList<int>>("at"); // Seconds left.
        QTest::newRow("an hour") << 3599 << QList{300, 60, 0};
        QTest::newRow("eleven minutes") << 660 << QList{300, 60, 0};
        QTest::newRow("ten minutes") << 600 << QList{60, 0};
        QTest::newRow("three minutes") << 180 << QList{60, 0};
        QTest::newRow("two minutes") << 120 << QList{0};
        QTest::newRow("ten seconds") << 10 << QList{0};
    }
    void eachIsToldOnce()
    {
        QFETCH(int, lifetime);
        QFETCH(QList<int>, at);
        RenewalScene &scene = *m_scene;
        fetch("a-token", lifetime);
        QList<int> seen;
        for (int left = lifetime - 1; left > -30; --left) {
            const qsizetype before = m_told.size();
            scene.pass(RenewalScene::second);
            if (m_told.size() > before)
                seen.append(left);
        }
        QCOMPARE(seen, at);
        QCOMPARE(m_told.last(), Reminder::Expired);
        QVERIFY(!scene.reminders.isAwake());
    }

    void ofSeveralThatPassedTheLastIsTold_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QList<Reminder>>("told");
        QTest::newRow("not yet") << qint64(3000) << QList<Reminder>{};
        QTest::newRow("four minutes left") << qint64(3359) << QList{Reminder::FiveMinutes};
        QTest::newRow("half a minute left") << qint64(3569) << QList{Reminder::OneMinute};
        QTest::newRow("hours ago") << qint64(36000) << QList{Reminder::Expired};
    }
    void ofSeveralThatPassedTheLastIsTold()
    {
        QFETCH(qint64, seconds);
        QFETCH(QList<Reminder>, told);
        fetch("a-token", 3599);
        m_scene->pass(seconds * RenewalScene::second); // Asleep.
        QCOMPARE(m_told, told);
        m_scene->pass(RenewalScene::second);
        QCOMPARE(m_told, told);
    }

    void whatPassedBeforeTheStartIsNotTold_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QList<Reminder>>("told");
        QTest::newRow("four minutes left")
            << qint64(3359) << QList{Reminder::OneMinute, Reminder::Expired};
        QTest::newRow("half a minute left") << qint64(3569) << QList{Reminder::Expired};
        QTest::newRow("dead") << qint64(7200) << QList<Reminder>{};
    }
    void whatPassedBeforeTheStartIsNotTold()
    {
        QFETCH(qint64, seconds);
        QFETCH(QList<Reminder>, told);
        RenewalScene &scene = *m_scene;
        RenewalScene before;
        before.fetch(before.sandbox, "from-before");
        scene.keychain.put(tokenItem(scene.sandbox.id),
                           *before.keychain.value(tokenItem(scene.sandbox.id)));
        scene.clock.advance(seconds * RenewalScene::second);
        scene.keyRing.load(scene.sandbox);
        scene.settle();
        for (int passed = 0; passed < 600; ++passed)
            scene.pass(RenewalScene::second);
        QCOMPARE(m_told, told);
    }

    void aTokenThatIsReplacedIsNotTold()
    {
        fetch("a-token", 3599);
        m_scene->pass(3000 * RenewalScene::second);
        fetch("another", 3599);
        m_scene->pass(599 * RenewalScene::second);
        QCOMPARE(m_told, QList<Reminder>{});
        m_scene->pass(2701 * RenewalScene::second);
        QCOMPARE(m_told, QList{Reminder::FiveMinutes});
    }

    void aDroppedTokenIsNotTold()
    {
        fetch("a-token", 3599);
        m_scene->keyRing.save(m_scene->sandbox, RenewalScene::typed());
        m_scene->pass(RenewalScene::hour);
        QCOMPARE(m_told, QList<Reminder>{});
        QVERIFY(!m_scene->reminders.isAwake());
    }

    void whatTheFieldsHideIsToldWhenTheyAreAsTheyWere()
    {
        RenewalScene &scene = *m_scene;
        fetch("a-token", 3599);
        scene.type(scene.sandbox);
        scene.pass(RenewalScene::hour);
        QCOMPARE(m_told, QList<Reminder>{});
        scene.untype(scene.sandbox);
        QCOMPARE(m_told, QList{Reminder::Expired});
    }

    void nothingIsToldWhereRenewingManages()
    {
        RenewalScene &scene = *m_scene;
        scene.renew(true);
        fetch("a-token", 3599);
        for (int passed = 0; passed < 3539; ++passed)
            scene.pass(RenewalScene::second);
        QCOMPARE(scene.transport.count(), 2);
        scene.answer(tokenReply("the-next"));
        scene.pass(RenewalScene::minute);
        QCOMPARE(m_told, QList<Reminder>{});
    }

    void theEndIsToldWhereRenewingFailed()
    {
        RenewalScene &scene = *m_scene;
        scene.renew(true);
        fetch("a-token", 3599);
        scene.pass(3539 * RenewalScene::second);
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        scene.pass(20 * RenewalScene::second);
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(m_told, QList<Reminder>{});
        // Trying once more right when it ends: it may yet manage.
        scene.pass(40 * RenewalScene::second);
        QCOMPARE(scene.kind(), RenewalState::Kind::Trying);
        QCOMPARE(m_told, QList<Reminder>{});
        scene.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(m_told, QList{Reminder::Expired});
        scene.pass(RenewalScene::hour);
        QCOMPARE(m_told, QList{Reminder::Expired});
    }

    void theNextTokenAfterSuspendIsNoEnd()
    {
        RenewalScene &scene = *m_scene;
        scene.renew(true);
        fetch("a-token", 3599);
        scene.pass(5 * RenewalScene::hour);
        QCOMPARE(scene.kind(), RenewalState::Kind::Trying);
        scene.answer(tokenReply("the-next"));
        QCOMPARE(m_told, QList<Reminder>{});
    }

    void isSaidInWords_data()
    {
        QTest::addColumn<EnvironmentKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Reminder>("reminder");
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("words");
        const auto sandbox = EnvironmentKind::Sandbox;
        const auto production = EnvironmentKind::Production;
        QTest::newRow("five minutes")
            << sandbox << u"Sandbox"_s << Reminder::FiveMinutes << qint64(299'900)
            << u"Sandbox: the token ends in 5 minute(s)"_s;
        QTest::newRow("late") << sandbox << u"Sandbox"_s << Reminder::FiveMinutes << qint64(150'000)
                              << u"Sandbox: the token ends in 3 minute(s)"_s;
        QTest::newRow("ended") << sandbox << u"Sandbox"_s << Reminder::Expired << qint64(0)
                               << u"Sandbox: the token has ended"_s;
        QTest::newRow("production")
            << production << u"Till 174379"_s << Reminder::Expired << qint64(0)
            << u"PRODUCTION · Till 174379: the token has ended"_s;
        QTest::newRow("production by name")
            << production << u"Production"_s << Reminder::FiveMinutes << qint64(300'000)
            << u"PRODUCTION: the token ends in 5 minute(s)"_s;
    }
    void isSaidInWords()
    {
        QFETCH(EnvironmentKind, kind);
        QFETCH(QString, name);
        QFETCH(Reminder, reminder);
        QFETCH(qint64, left);
        Environment environment;
        environment.chosenKind = kind;
        environment.name = name;
        QTEST(reminderWords(environment, reminder, left), "words");
    }

private:
    void fetch(const QByteArray &token, int seconds)
    {
        RenewalScene &scene = *m_scene;
        scene.tokens.request(scene.sandbox, {});
        scene.settle();
        scene.answer(tokenReply(token, QByteArray::number(seconds)));
        QCOMPARE(scene.token(scene.sandbox), token);
    }
};

QTEST_GUILESS_MAIN(RemindersTest)
#include "reminders.moc"
