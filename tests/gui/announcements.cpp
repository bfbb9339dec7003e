// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>

using namespace tokeni;

/*! The status bar announces a token's last minutes and its end, for assistive technology too. */
class Announcements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includeEachReminder_data()
    {
        QTest::addColumn<Reminder>("reminder");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("words");
        QTest::newRow("five minutes") << Reminder::FiveMinutes << 5 << u"expires in 5"_s;
        QTest::newRow("a minute") << Reminder::OneMinute << 1 << u"expires in 1"_s;
        QTest::newRow("the end") << Reminder::Expired << 0 << u"has expired"_s;
    }
    void includeEachReminder()
    {
        QFETCH(Reminder, reminder);
        QFETCH(int, minutes);
        QFETCH(QString, words);
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        driver.clock.advance(*driver.tokens().state(u"alpha"_s).millisecondsLeft
                             - minutes * 60'000);
        driver.window().announceReminder(u"alpha"_s, reminder);
        QVERIFY2(driver.message().startsWith(u"Alpha"_s), qPrintable(driver.message()));
        QVERIFY2(driver.message().contains(words), qPrintable(driver.message()));
        QAccessibleInterface *told
            = QAccessible::queryAccessibleInterface(driver.find<QLabel>(u"Message"_s));
        QCOMPARE(told->text(QAccessible::Value), driver.message());
        QCOMPARE(told->text(QAccessible::Description), driver.message());
    }

    void leaveOutADeletedEnvironment()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        const QString before = driver.message();
        driver.window().announceReminder(u"gone"_s, Reminder::Expired);
        QCOMPARE(driver.message(), before);
    }
};

QTEST_MAIN(Announcements)
#include "announcements.moc"
