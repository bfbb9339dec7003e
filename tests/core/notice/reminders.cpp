// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/renewalfixture.h"

using namespace tokeni;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tokeni::Reminder)

/*! What is reported about a token's last minutes, and how often. */
class RemindersTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RenewalFixture> m_fixture;
    QList<Reminder> m_told;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenewalFixture>();
        m_told.clear();
        m_fixture->renew(false);
        connect(&m_fixture->reminders, &Reminders::due, this,
                [this](const QString &id, Reminder reminder) {
                    QCOMPARE(id, m_fixture->sandbox.id);
                    m_told.append(reminder);
                });
    }
    void cleanup() { m_fixture.reset(); }

    void areEachReportedOnce_data()
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
    void areEachReportedOnce()
    {
        QFETCH(int, lifetime);
        QFETCH(QList<int>, at);
        RenewalFixture &fixture = *m_fixture;
        fetch("a-token", lifetime);
        QList<int> seen;
        for (int left = lifetime - 1; left > -30; --left) {
            const qsizetype before = m_told.size();
            fixture.pass(RenewalFixture::second);
            if (m_told.size() > before)
                seen.append(left);
        }
        QCOMPARE(seen, at);
        QCOMPARE(m_told.last(), Reminder::Expired);
        QVERIFY(!fixture.reminders.isAwake());
    }

    void reportOnlyTheLastOfSeveralThatPassed_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QList<Reminder>>("told");
        QTest::newRow("not yet") << qint64(3000) << QList<Reminder>{};
        QTest::newRow("four minutes left") << qint64(3359) << QList{Reminder::FiveMinutes};
        QTest::newRow("half a minute left") << qint64(3569) << QList{Reminder::OneMinute};
        QTest::newRow("hours ago") << qint64(36000) << QList{Reminder::Expired};
    }
    void reportOnlyTheLastOfSeveralThatPassed()
    {
        QFETCH(qint64, seconds);
        QFETCH(QList<Reminder>, told);
        fetch("a-token", 3599);
        m_fixture->pass(seconds * RenewalFixture::second); // Asleep.
        QCOMPARE(m_told, told);
        m_fixture->pass(RenewalFixture::second);
        QCOMPARE(m_told, told);
    }

    void doNotReportWhatPassedBeforeTheStart_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QList<Reminder>>("told");
        QTest::newRow("four minutes left")
            << qint64(3359) << QList{Reminder::OneMinute, Reminder::Expired};
        QTest::newRow("half a minute left") << qint64(3569) << QList{Reminder::Expired};
        QTest::newRow("dead") << qint64(7200) << QList<Reminder>{};
    }
    void doNotReportWhatPassedBeforeTheStart()
    {
        QFETCH(qint64, seconds);
        QFETCH(QList<Reminder>, told);
        RenewalFixture &fixture = *m_fixture;
        RenewalFixture before;
        before.fetch(before.sandbox, "from-before");
        fixture.keychain.put(tokenItem(fixture.sandbox.id),
                             *before.keychain.value(tokenItem(fixture.sandbox.id)));
        fixture.clock.advance(seconds * RenewalFixture::second);
        fixture.keyRing.load(fixture.sandbox);
        fixture.settle();
        for (int passed = 0; passed < 600; ++passed)
            fixture.pass(RenewalFixture::second);
        QCOMPARE(m_told, told);
    }

    void doNotReportAReplacedToken()
    {
        fetch("a-token", 3599);
        m_fixture->pass(3000 * RenewalFixture::second);
        fetch("another", 3599);
        m_fixture->pass(599 * RenewalFixture::second);
        QCOMPARE(m_told, QList<Reminder>{});
        m_fixture->pass(2701 * RenewalFixture::second);
        QCOMPARE(m_told, QList{Reminder::FiveMinutes});
    }

    void doNotReportADroppedToken()
    {
        fetch("a-token", 3599);
        m_fixture->keyRing.save(m_fixture->sandbox, RenewalFixture::typed());
        m_fixture->pass(RenewalFixture::hour);
        QCOMPARE(m_told, QList<Reminder>{});
        QVERIFY(!m_fixture->reminders.isAwake());
    }

    void waitUntilUnsavedEditsAreUndone()
    {
        RenewalFixture &fixture = *m_fixture;
        fetch("a-token", 3599);
        fixture.type(fixture.sandbox);
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(m_told, QList<Reminder>{});
        fixture.untype(fixture.sandbox);
        QCOMPARE(m_told, QList{Reminder::Expired});
    }

    void areNotNeededIfRenewingSucceeds()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.renew(true);
        fetch("a-token", 3599);
        for (int passed = 0; passed < 3539; ++passed)
            fixture.pass(RenewalFixture::second);
        QCOMPARE(fixture.transport.count(), 2);
        fixture.answer(tokenReply("the-next"));
        fixture.pass(RenewalFixture::minute);
        QCOMPARE(m_told, QList<Reminder>{});
    }

    void reportTheEndIfRenewingFailed()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.renew(true);
        fetch("a-token", 3599);
        fixture.pass(3539 * RenewalFixture::second);
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        fixture.pass(20 * RenewalFixture::second);
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(m_told, QList<Reminder>{});
        // One more try at the very end: it may still succeed.
        fixture.pass(40 * RenewalFixture::second);
        QCOMPARE(fixture.kind(), RenewalState::Kind::Trying);
        QCOMPARE(m_told, QList<Reminder>{});
        fixture.answer(faultReply(TransportFault::Kind::Unreachable));
        QCOMPARE(m_told, QList{Reminder::Expired});
        fixture.pass(RenewalFixture::hour);
        QCOMPARE(m_told, QList{Reminder::Expired});
    }

    void doNotReportAnEndIfATokenIsRenewedAfterSuspend()
    {
        RenewalFixture &fixture = *m_fixture;
        fixture.renew(true);
        fetch("a-token", 3599);
        fixture.pass(5 * RenewalFixture::hour);
        QCOMPARE(fixture.kind(), RenewalState::Kind::Trying);
        fixture.answer(tokenReply("the-next"));
        QCOMPARE(m_told, QList<Reminder>{});
    }

    void haveATextForEach_data()
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
            << u"Sandbox: the token expires in 5 minute(s)"_s;
        QTest::newRow("late") << sandbox << u"Sandbox"_s << Reminder::FiveMinutes << qint64(150'000)
                              << u"Sandbox: the token expires in 3 minute(s)"_s;
        QTest::newRow("ended") << sandbox << u"Sandbox"_s << Reminder::Expired << qint64(0)
                               << u"Sandbox: the token has expired"_s;
        QTest::newRow("production")
            << production << u"Till 174379"_s << Reminder::Expired << qint64(0)
            << u"PRODUCTION · Till 174379: the token has expired"_s;
        QTest::newRow("production by name")
            << production << u"Production"_s << Reminder::FiveMinutes << qint64(300'000)
            << u"PRODUCTION: the token expires in 5 minute(s)"_s;
    }
    void haveATextForEach()
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
        RenewalFixture &fixture = *m_fixture;
        fixture.tokens.request(fixture.sandbox, {});
        fixture.settle();
        fixture.answer(tokenReply(token, QByteArray::number(seconds)));
        QCOMPARE(fixture.token(fixture.sandbox), token);
    }
};

QTEST_GUILESS_MAIN(RemindersTest)
#include "reminders.moc"
