// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "support/eventloopbeat.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QTest>

using namespace tokeni;

/*! A pending request can be cancelled at any time and never blocks the window. */
class RequestCanBeCancelled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void byTheButtonThatTurnsIntoCancel()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(!driver.find<QWidget>(u"Cancel request"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_COMPARE(driver.transport.count(), 1);
        QVERIFY(driver.find<QWidget>(u"Cancel request"_s));
        QVERIFY(!driver.find<QWidget>(u"Get token"_s));
        QVERIFY(driver.text(u"Time left"_s).startsWith(u"asking"_s));

        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(driver.click(u"Cancel request"_s));
        QVERIFY(driver.transport.isCancelled(0));
        QVERIFY(driver.find<QWidget>(u"Get token"_s));
        QVERIFY(!driver.find<QWidget>(u"Cancel request"_s));
        QCOMPARE(driver.text(u"Time left"_s), u"no token"_s);
        QVERIFY(driver.message().contains(u"Cancelled"_s));
        QVERIFY(!driver.find<QWidget>(u"Diagnosis"_s)->isVisible());
    }

    void andALateAnswerIsDropped()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_COMPARE(driver.transport.count(), 1);
        QVERIFY(driver.click(u"Cancel request"_s));
        driver.answer(0, tokenReply("late-token-0123456789"));
        QVERIFY(!driver.hasToken());
        QCOMPARE(QApplication::clipboard()->text(), QString());
        // The next request works.
        QVERIFY(driver.getToken("next-token-0123456789"));
    }

    void andTheOldTokenIsKept()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.getToken("first-token-0123456789"));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_COMPARE(driver.transport.count(), 2);
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(driver.click(u"Cancel request"_s));
        QVERIFY(driver.hasToken());
        QVERIFY(driver.click(u"Copy token"_s));
        QCOMPARE(QApplication::clipboard()->text(), u"first-token-0123456789"_s);
    }

    void butNotByADoubleClick()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QWidget *button = driver.find<QWidget>(u"Get token"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(driver.transport.count(), 1);
        driver.settle();
        QVERIFY(!driver.transport.isCancelled(0));
        QVERIFY(driver.find<QWidget>(u"Cancel request"_s));
    }

    void whileTheKeychainIsSilent()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        driver.keychain.hold();
        QVERIFY(driver.click(u"Get token"_s));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(driver.click(u"Cancel request"_s));
        driver.keychain.release();
        driver.settle();
        QCOMPARE(driver.transport.count(), 0);
        QVERIFY(driver.find<QWidget>(u"Get token"_s));
    }

    void andASlowServerDoesNotBlockTheWindow()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.play(u"slow"_s));
        QElapsedTimer whole;
        whole.start();
        EventLoopBeat beat;
        QVERIFY(driver.click(u"Get token"_s));
        QVERIFY(driver.find<QWidget>(u"Cancel request"_s));
        QTRY_VERIFY_WITH_TIMEOUT(driver.hasToken(), 15'000);
        QVERIFY2(whole.elapsed() >= 2900, qPrintable(QString::number(whole.elapsed())));
        const qint64 longest = beat.maxMs();
        QVERIFY2(longest <= EventLoopBeat::maxAllowedMs, QByteArray::number(longest).constData());
    }

    void andTheWindowIsFreeAtOnce()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.play(u"slow"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(driver.click(u"Cancel request"_s));
        QVERIFY(driver.find<QWidget>(u"Get token"_s));
        QVERIFY(driver.play(u"normal"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_VERIFY(driver.hasToken());
        const QString token = driver.text(u"Bearer header"_s);
        QTest::qWait(3200); // When the slow answer would have arrived.
        QCOMPARE(driver.text(u"Bearer header"_s), token);
    }
};

QTEST_MAIN(RequestCanBeCancelled)
#include "request-can-be-cancelled.moc"
