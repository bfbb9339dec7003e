// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;

namespace {

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

const QString bearer = u"Authorization: Bearer "_s;

} // namespace

/*! The main job: click, token, countdown, copy, expiry; with the real keychain and simulator. */
class FirstToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void aClickGetsATokenAndAnotherCopiesIt()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QCOMPARE(driver.text(u"Time left"_s), u"no token"_s);
        QVERIFY(!driver.hasToken());

        QVERIFY(driver.click(u"Get token"_s));
        QTRY_VERIFY(driver.hasToken());
        driver.settle();
        const QString token = storedToken(driver);
        QVERIFY(token.size() >= 20);

        static const QRegularExpression nearlyAnHour(u"\\A59:5\\d\\z"_s);
        QVERIFY2(nearlyAnHour.match(driver.text(u"Time left"_s)).hasMatch(),
                 qPrintable(driver.text(u"Time left"_s)));
        const QString masked = driver.text(u"Bearer header"_s);
        QVERIFY(masked.startsWith(bearer));
        QVERIFY(masked.contains(u"••••"_s));
        QVERIFY(!driver.everything().contains(token));
        QVERIFY(driver.text(u"Response status"_s).startsWith(u"200"_s));
        QVERIFY(driver.text(u"Response body"_s).contains(u"\"3599\""_s));

        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_COMPARE(clipboardText(), bearer + token);
        QVERIFY(driver.message().contains(u"Copied the Bearer header of Simulator"_s));
        QCOMPARE(QApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
                 QByteArray("secret"));
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), (bearer + token).toUtf8());
        QCOMPARE(clipboardAsOthersSeeIt(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));

        QVERIFY(driver.click(u"Copy token"_s));
        QTRY_COMPARE(clipboardText(), token);
    }

    void copyingWithoutATokenGetsOneFirst()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_VERIFY(clipboardText().startsWith(bearer));
        driver.settle();
        QCOMPARE(clipboardText(), bearer + storedToken(driver));
        QVERIFY(driver.hasToken());
    }

    void isDisabledAtItsEndAndRenewedByACopy()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.play(u"short-lived"_s));
        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_VERIFY(driver.hasToken());
        const QString first = clipboardText();
        QVERIFY(first.startsWith(bearer));
        QVERIFY(driver.find<QWidget>(u"Clear the clipboard now"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(driver.text(u"Time left"_s), u"expired"_s, 12'000);
        QVERIFY(!driver.hasToken());
        QVERIFY(itemName(driver).endsWith(u"expired"_s));
        QCOMPARE(driver.find<QLabel>(u"Time left"_s)->accessibleDescription(),
                 u"The token has expired"_s);
        QTRY_COMPARE(clipboardText(), QString());
        QTRY_VERIFY(driver.message().contains(u"Cleared the clipboard"_s));
        QVERIFY(!driver.find<QWidget>(u"Clear the clipboard now"_s)->isVisible());

        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_VERIFY(clipboardText().startsWith(bearer));
        QVERIFY(clipboardText() != first);
        driver.settle();
        QCOMPARE(clipboardText(), bearer + storedToken(driver));
    }

    void theClipboardIsClearedOnRequest()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.click(u"Copy token"_s));
        QTRY_VERIFY(!clipboardText().isEmpty());
        QVERIFY(driver.click(u"Clear the clipboard now"_s));
        QCOMPARE(clipboardText(), QString());
        QVERIFY(driver.hasToken());
    }

    void theClipboardIsClearedWithTheWindow()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.click(u"Copy token"_s));
        QTRY_VERIFY(!clipboardText().isEmpty());
        driver.closeWindow();
        QCOMPARE(clipboardText(), QString());
    }

    void anotherWindowFindsTheTokenAgain()
    {
        FakeWorld world(FakeWorld::Keys::Stored);
        const WindowDriver::World parts{world.keychain, world.transport, world.locks, world.clock};
        {
            WindowDriver first(parts, {FakeWorld::alpha()});
            QVERIFY(first.show());
            QVERIFY(first.click(u"Get token"_s));
            QTRY_COMPARE(world.transport.count(), 1);
            world.clock.advance(1);
            world.transport.answer(0, tokenReply("kept-token-0123456789"));
            QTRY_VERIFY(first.hasToken());
            first.settle();
        }
        world.clock.advance(60'000);
        WindowDriver second(parts, {FakeWorld::alpha()});
        QVERIFY(second.show());
        QTRY_COMPARE(second.text(u"Time left"_s), u"58:58"_s);
        QVERIFY(second.click(u"Copy token"_s));
        QCOMPARE(clipboardText(), u"kept-token-0123456789"_s);
        QCOMPARE(world.transport.count(), 1);
    }

    void aTokenNearItsEndIsRenewedBeforeTheCopy_data()
    {
        QTest::addColumn<QByteArray>("lifetime");
        QTest::addColumn<qint64>("passed");
        QTest::addColumn<bool>("renewed");
        // 60 s, or a quarter of the lifetime if that is less.
        QTest::newRow("61 s of an hour left") << QByteArray("3600") << qint64(3'539'000) << false;
        QTest::newRow("60 s of an hour left") << QByteArray("3600") << qint64(3'540'000) << true;
        QTest::newRow("11 s of 40 left") << QByteArray("40") << qint64(29'000) << false;
        QTest::newRow("10 s of 40 left") << QByteArray("40") << qint64(30'000) << true;
        QTest::newRow("nothing of an hour left") << QByteArray("3600") << qint64(3'600'000) << true;
    }
    void aTokenNearItsEndIsRenewedBeforeTheCopy()
    {
        QFETCH(QByteArray, lifetime);
        QFETCH(qint64, passed);
        QFETCH(bool, renewed);
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.getToken("first-token-0123456789", lifetime));
        driver.clock.advance(passed - 1); // getToken() has advanced the clock by a millisecond.
        QVERIFY(driver.click(u"Copy Bearer header"_s));
        driver.settle();
        QCOMPARE(driver.transport.count(), renewed ? 2 : 1);
        if (renewed) {
            QCOMPARE(clipboardText(), QString());
            QVERIFY(driver.message().contains(u"Alpha"_s));
            driver.answer(1, tokenReply("second-token-0123456789"));
        }
        QCOMPARE(clipboardText(),
                 bearer + (renewed ? u"second-token-0123456789"_s : u"first-token-0123456789"_s));
    }

    void aRenewalThatFailsCopiesNothing()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.getToken("first-token-0123456789", "40"));
        driver.clock.advance(35'000);
        QVERIFY(driver.click(u"Copy Bearer header"_s));
        QTRY_COMPARE(driver.transport.count(), 2);
        driver.answer(1, faultReply(TransportFault::Kind::ConnectionRefused));
        QCOMPARE(clipboardText(), QString());
        QVERIFY2(driver.message().contains(u"nothing was copied"_s), qPrintable(driver.message()));
        QVERIFY(!driver.text(u"Diagnosis"_s).isEmpty());
    }

    // A right-to-left name must not turn the sentence around.
    void aFailureIsReportedWithTheNameIsolated()
    {
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        Environment renamed = *driver.environments().list().find(u"alpha"_s);
        renamed.name = u"אבג"_s;
        QVERIFY(driver.environments().replace(renamed));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_COMPARE(driver.transport.count(), 1);
        driver.answer(0, faultReply(TransportFault::Kind::ConnectionRefused));
        QVERIFY2(driver.message().contains(QChar(0x2068) + u"אבג"_s + QChar(0x2069)),
                 qPrintable(driver.message()));
    }

    void copyAsOffersEachFormat_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("expected");
        const QString token = u"c9SQxWWhmdVRlyh0zh8gZDTkubVF"_s;
        QTest::newRow("value") << u"Header value"_s << u"Bearer "_s + token;
        QTest::newRow("curl") << u"Curl option"_s << u"-H 'Authorization: Bearer %1'"_s.arg(token);
        QTest::newRow("JSON") << u"JSON header"_s
                              << u"\"Authorization\": \"Bearer %1\""_s.arg(token);
        QTest::newRow("variable") << u"Environment variable"_s << u"DARAJA_ACCESS_TOKEN="_s + token;
    }
    void copyAsOffersEachFormat()
    {
        QFETCH(QString, entry);
        QFETCH(QString, expected);
        FakeWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.getToken("c9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        QVERIFY(driver.click(u"Copy as…"_s));
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() != entry)
                continue;
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        }
        QTRY_COMPARE(clipboardText(), expected);
    }

private:
    // The token in the keyring: the last line of its item.
    static QString storedToken(RealWindowDriver &driver)
    {
        const QByteArray item = driver.item(tokenItem(driver.environment().id));
        return QString::fromUtf8(item.sliced(item.lastIndexOf('\n') + 1));
    }
    static QString itemName(WindowDriver &driver)
    {
        return driver.find<QListView>(u"Environments"_s)
            ->model()
            ->index(0, 0)
            .data(Qt::AccessibleTextRole)
            .toString();
    }
};

QTEST_MAIN(FirstToken)
#include "first-token.moc"
