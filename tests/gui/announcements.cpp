// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include <QAccessible>
#include <QTest>

using namespace tokeni;

namespace {

// What assistive technology is told, as text of the control of that name.
QStringList heard;

void hear(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::TextUpdated)
        return;
    QAccessibleInterface *interface = event->accessibleInterface();
    if (interface && interface->text(QAccessible::Name) == "Message"_L1)
        heard.append(static_cast<QAccessibleTextUpdateEvent *>(event)->textInserted());
}

} // namespace

/*! A token's last minutes and its end are told to assistive technology, and shown. */
class Announcements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        QAccessible::installUpdateHandler(&hear);
    }
    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }

    void eachReminderIsToldOnce_data()
    {
        QTest::addColumn<Reminder>("reminder");
        QTest::addColumn<QString>("words");
        QTest::newRow("five minutes") << Reminder::FiveMinutes << u"ends in 5"_s;
        QTest::newRow("a minute") << Reminder::OneMinute << u"ends in 1"_s;
        QTest::newRow("the end") << Reminder::Expired << u"has ended"_s;
    }
    void eachReminderIsToldOnce()
    {
        QFETCH(Reminder, reminder);
        QFETCH(QString, words);
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        const qint64 left = reminder == Reminder::FiveMinutes ? 300
            : reminder == Reminder::OneMinute                 ? 60
                                                              : 0;
        desk.clock.advance(*desk.session().millisecondsLeft(u"alpha"_s) - left * 1000);
        heard.clear();
        desk.window().announceReminder(u"alpha"_s, reminder);
        QCOMPARE(heard.size(), 1);
        QVERIFY2(heard.first().startsWith(u"Alpha"_s), qPrintable(heard.first()));
        QVERIFY2(heard.first().contains(words), qPrintable(heard.first()));
        QCOMPARE(desk.message(), heard.first());
    }

    void oneThatIsGoneIsNotTold()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        heard.clear();
        desk.window().announceReminder(u"gone"_s, Reminder::Expired);
        QVERIFY(heard.isEmpty());
    }
};

QTEST_MAIN(Announcements)
#include "announcements.moc"
