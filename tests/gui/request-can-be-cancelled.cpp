// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include "support/eventloopbeat.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QTest>

using namespace tokeni;

/*! A request under way can be cancelled at any time, and never holds up the window. */
class RequestCanBeCancelled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void theButtonBecomesCancelAndBack()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(!desk.find<QWidget>(u"Cancel request"_s));
        QVERIFY(desk.click(u"Get token"_s));
        QTRY_COMPARE(desk.transport.count(), 1);
        QVERIFY(desk.find<QWidget>(u"Cancel request"_s));
        QVERIFY(!desk.find<QWidget>(u"Get token"_s));
        QVERIFY(desk.text(u"Time left"_s).startsWith(u"asking"_s));

        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(desk.click(u"Cancel request"_s));
        QVERIFY(desk.transport.isCancelled(0));
        QVERIFY(desk.find<QWidget>(u"Get token"_s));
        QVERIFY(!desk.find<QWidget>(u"Cancel request"_s));
        QCOMPARE(desk.text(u"Time left"_s), u"no token"_s);
        QVERIFY(desk.message().contains(u"Cancelled"_s));
        QVERIFY(!desk.find<QWidget>(u"Diagnosis"_s)->isVisible());
    }

    void anAnswerAfterCancellingIsDropped()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.click(u"Copy Bearer header"_s));
        QTRY_COMPARE(desk.transport.count(), 1);
        QVERIFY(desk.click(u"Cancel request"_s));
        desk.answer(0, tokenReply("late-token-0123456789"));
        QVERIFY(!desk.hasToken());
        QCOMPARE(QApplication::clipboard()->text(), QString());
        // And the next one works.
        QVERIFY(desk.getToken("next-token-0123456789"));
    }

    void theOldTokenStaysWhenTheNextIsCancelled()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.getToken("first-token-0123456789"));
        QVERIFY(desk.click(u"Get token"_s));
        QTRY_COMPARE(desk.transport.count(), 2);
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(desk.click(u"Cancel request"_s));
        QVERIFY(desk.hasToken());
        QVERIFY(desk.click(u"Copy token"_s));
        QCOMPARE(QApplication::clipboard()->text(), u"first-token-0123456789"_s);
    }

    void aDoubleClickDoesNotCancelAtOnce()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        QWidget *button = desk.find<QWidget>(u"Get token"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(desk.transport.count(), 1);
        desk.settle();
        QVERIFY(!desk.transport.isCancelled(0));
        QVERIFY(desk.find<QWidget>(u"Cancel request"_s));
    }

    void cancellingWorksWhileTheKeychainIsSilent()
    {
        FakeDesk desk;
        QVERIFY(desk.show());
        desk.keychain.hold();
        QVERIFY(desk.click(u"Get token"_s));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(desk.click(u"Cancel request"_s));
        desk.keychain.release();
        desk.settle();
        QCOMPARE(desk.transport.count(), 0);
        QVERIFY(desk.find<QWidget>(u"Get token"_s));
    }

    void aSlowServerDoesNotHoldUpTheWindow()
    {
        RealDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.play(u"slow"_s));
        QElapsedTimer whole;
        whole.start();
        EventLoopBeat beat;
        QVERIFY(desk.click(u"Get token"_s));
        QVERIFY(desk.find<QWidget>(u"Cancel request"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.hasToken(), 15'000);
        QVERIFY2(whole.elapsed() >= 2900, qPrintable(QString::number(whole.elapsed())));
        const qint64 longest = beat.maxMs();
        QVERIFY2(longest <= EventLoopBeat::maxAllowedMs, QByteArray::number(longest).constData());
    }

    void cancellingASlowServerFreesTheWindowAtOnce()
    {
        RealDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.play(u"slow"_s));
        QVERIFY(desk.click(u"Get token"_s));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(desk.click(u"Cancel request"_s));
        QVERIFY(desk.find<QWidget>(u"Get token"_s));
        QVERIFY(desk.play(u"normal"_s));
        QVERIFY(desk.click(u"Get token"_s));
        QTRY_VERIFY(desk.hasToken());
        const QString token = desk.text(u"Bearer header"_s);
        QTest::qWait(3200); // When the slow answer would have come.
        QCOMPARE(desk.text(u"Bearer header"_s), token);
    }
};

QTEST_MAIN(RequestCanBeCancelled)
#include "request-can-be-cancelled.moc"
