// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace tokeni;

namespace {

const QString urlField = u"Token URL"_s;
const QString insecure = u"http://gamma.test/oauth"_s;
const QString insecureWords = u"The URL must begin with https://"_s;

} // namespace

/*! Editing the token URL in the request line. */
class UrlInPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void isTheUrlOfTheRequest()
    {
        QCOMPARE(m_driver->text(urlField),
                 u"https://alpha.test/oauth?grant_type=client_credentials"_s);
    }

    void aGoodUrlIsTakenAndKept_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::newRow("without grant type")
            << u"https://gamma.test/oauth"_s
            << u"https://gamma.test/oauth?grant_type=client_credentials"_s;
        QTest::newRow("with it") << u"https://gamma.test/oauth?grant_type=client_credentials"_s
                                 << u"https://gamma.test/oauth?grant_type=client_credentials"_s;
        QTest::newRow("with it twice")
            << u"https://gamma.test/?grant_type=client_credentials&grant_type=client_credentials"_s
            << u"https://gamma.test/?grant_type=client_credentials"_s;
        QTest::newRow("beside another")
            << u"https://gamma.test/?a=b"_s
            << u"https://gamma.test/?a=b&grant_type=client_credentials"_s;
        QTest::newRow("white space around")
            << u"  https://gamma.test/ "_s
            << u"https://gamma.test/?grant_type=client_credentials"_s;
        QTest::newRow("http on loopback")
            << u"http://127.0.0.1:9/"_s << u"http://127.0.0.1:9/?grant_type=client_credentials"_s;
    }
    void aGoodUrlIsTakenAndKept()
    {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        QVERIFY(m_driver->type(urlField, typed));
        QVERIFY(m_driver->click(u"Get token"_s));
        useTheOtherServer();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.toString(QUrl::FullyEncoded), asked);
        QCOMPARE(m_driver->text(urlField), asked);
        QCOMPARE(requestUrl(stored().tokenUrl).toString(QUrl::FullyEncoded), asked);
        m_driver->answer(0, tokenReply("gammas-token-0123456789"));
        QVERIFY(m_driver->hasToken());
    }

    void aKnownHostIsCompletedInTheField_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("completed");
        QTest::addColumn<bool>("production");
        const QString query = u"?grant_type=client_credentials"_s;
        const QString kenya = u"https://sandbox.safaricom.co.ke/oauth/v1/generate"_s + query;
        QTest::newRow("a host") << u"sandbox.safaricom.co.ke"_s << kenya << false;
        QTest::newRow("with a scheme") << u"https://sandbox.safaricom.co.ke/"_s << kenya << false;
        QTest::newRow("production")
            << u"api.safaricom.co.ke"_s
            << u"https://api.safaricom.co.ke/oauth/v1/generate"_s + query << true;
        QTest::newRow("Ethiopia's sandbox")
            << u"apisandbox.safaricom.et"_s
            << u"https://apisandbox.safaricom.et/v1/token/generate"_s + query << false;
        QTest::newRow("Ethiopia's production")
            << u"api.safaricom.et"_s << u"https://api.safaricom.et/v1/token/generate"_s + query
            << true;
        QTest::newRow("another host stays") << u"gamma.test"_s << u"gamma.test"_s << false;
    }
    void aKnownHostIsCompletedInTheField()
    {
        QFETCH(QString, typed);
        QFETCH(QString, completed);
        QFETCH(bool, production);
        QVERIFY(m_driver->type(urlField, typed));
        QCOMPARE(m_driver->text(urlField), typed);
        QCOMPARE(m_driver->find<QPushButton>(u"Get token"_s)->property("production").toBool(),
                 production);
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_Tab);
        QCOMPARE(m_driver->text(urlField), completed);
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        // It can be taken back, like everything that is typed.
        if (completed != typed)
            m_driver->find<QLineEdit>(urlField)->undo();
        QCOMPARE(m_driver->text(urlField), typed);
    }

    void aKnownHostIsCompletedBeforeItIsUsed_data()
    {
        QTest::addColumn<int>("key"); // In the field, with Ctrl; 0 for a click of the button.
        QTest::newRow("by the button") << 0;
        QTest::newRow("by the keyboard") << int(Qt::Key_Return);
    }
    void aKnownHostIsCompletedBeforeItIsUsed()
    {
        QFETCH(int, key);
        QVERIFY(m_driver->type(urlField, u"api.safaricom.et"_s));
        if (key == 0)
            QVERIFY(m_driver->click(u"Get token"_s));
        else
            QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key(key), Qt::ControlModifier);
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        const QString completed
            = u"https://api.safaricom.et/v1/token/generate?grant_type=client_credentials"_s;
        QCOMPARE(m_driver->text(urlField), completed);
        QVERIFY(m_driver->everything().contains(u"“Alpha” is PRODUCTION in Ethiopia: "_s));
        QVERIFY(m_driver->everything().contains(u"real money in Ethiopia"_s));
        QVERIFY(m_driver->click(u"Use production"_s, question));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.toString(), completed);
        QCOMPARE(stored().tokenUrl.toString(), completed);
    }

    void aPathBesideTheTokenCallIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("better");
        const QString query = u"?grant_type=client_credentials"_s;
        QTest::newRow("below /mpesa")
            << u"https://sandbox.safaricom.co.ke/mpesa/oauth/v1/generate"_s
            << u"Leave out /mpesa before it."_s << u"Use /oauth/v1/generate"_s
            << u"https://sandbox.safaricom.co.ke/oauth/v1/generate"_s + query;
        QTest::newRow("another version")
            << u"https://sandbox.safaricom.co.ke/oauth/v2/generate"_s
            << u"does not have /oauth/v2/generate"_s << u"Use /oauth/v1/generate"_s
            << u"https://sandbox.safaricom.co.ke/oauth/v1/generate"_s + query;
        QTest::newRow("another product")
            << u"https://apistg.safaricom.co.ke/oauth2/v1/generate"_s << u"takes POST"_s
            << u"Use /oauth/v1/generate"_s
            << u"https://apistg.safaricom.co.ke/oauth/v1/generate"_s + query;
        QTest::newRow("the other country's path")
            << u"https://apisandbox.safaricom.et/oauth/v1/generate"_s
            << u"The token path of Safaricom Ethiopia is /v1/token/generate."_s
            << u"Use /v1/token/generate"_s
            << u"https://apisandbox.safaricom.et/v1/token/generate"_s + query;
        QTest::newRow("a host for other calls")
            << u"https://prod.safaricom.co.ke/v1"_s << u"come from api.safaricom.co.ke."_s
            << u"Use api.safaricom.co.ke"_s
            << u"https://api.safaricom.co.ke/oauth/v1/generate"_s + query;
    }
    void aPathBesideTheTokenCallIsTold()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        QFETCH(QString, button);
        QFETCH(QString, better);
        QVERIFY(m_driver->type(urlField, typed));
        QVERIFY2(m_driver->everything().contains(words), qPrintable(m_driver->everything()));
        QVERIFY(m_driver->find<QLineEdit>(urlField)->accessibleDescription().contains(words));
        QVERIFY(m_driver->click(button));
        QCOMPARE(m_driver->text(urlField), better);
        QVERIFY(!m_driver->everything().contains(words));
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void theUserMayInsistOnAPath()
    {
        const QString typed = u"https://sandbox.safaricom.co.ke/oauth/v3/generate"_s;
        QVERIFY(m_driver->type(urlField, typed));
        QVERIFY(m_driver->click(u"Get token"_s));
        useTheOtherServer();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.path(), u"/oauth/v3/generate"_s);
        QVERIFY(m_driver->everything().contains(u"does not have /oauth/v3/generate"_s));
    }

    // Written by hand, or by an earlier version.
    void aStoredPortalGetsNoKeys()
    {
        QFile file(m_driver->filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray list = file.readAll().replace("alpha.test", "developer.safaricom.et");
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(list);
        file.close();
        QTRY_VERIFY(m_driver->text(urlField).contains(u"developer.safaricom.et"_s));
        QVERIFY(m_driver->everything().contains(u"This is the portal, not the API."_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        m_driver->settle();
        QVERIFY(m_driver->everything().contains(u"gives no tokens, so nothing was sent"_s));
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void leavingTheFieldStoresNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Tab") << int(Qt::Key_Tab);
        QTest::newRow("Shift+Tab") << int(Qt::Key_Backtab);
        QTest::newRow("a popup") << int(Qt::Key_Menu);
    }
    void leavingTheFieldStoresNothing()
    {
        QFETCH(int, key);
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key(key));
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        QVERIFY(m_driver->select(u"Beta"_s));
        m_driver->settle();
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QFile file(m_driver->filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("gamma.test"));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(urlField), u"https://gamma.test/"_s);
    }

    void returnUsesIt()
    {
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_Return);
        QVERIFY(m_driver->dialog());
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        useTheOtherServer();
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(m_driver->transport.request(0).url.host(), u"gamma.test"_s);
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
    }

    void aBadUrlIsReportedBesideTheFieldAndKept_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("http") << insecure << insecureWords;
        QTest::newRow("nothing") << QString() << u"Enter the token URL."_s;
        QTest::newRow("no scheme") << u"gamma.test"_s << u"This is not a complete URL."_s;
        QTest::newRow("a portal") << u"https://developer.safaricom.co.ke/"_s
                                  << u"This is the portal, not the API."_s;
        QTest::newRow("another interface")
            << u"https://openapi.m-pesa.com/sandbox/ipg/v2/getSession/"_s
            << u"This is not Daraja but the M-Pesa OpenAPI"_s;
        QTest::newRow("keys in it")
            << u"https://key:secret@gamma.test/"_s << u"Leave the keys out of the URL"_s;
    }
    void aBadUrlIsReportedBesideTheFieldAndKept()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        for (const QString &button : {u"Get token"_s, u"Copy Bearer header"_s}) {
            QVERIFY(m_driver->type(urlField, typed));
            QVERIFY(m_driver->click(button));
            m_driver->settle();
            auto *field = m_driver->find<QLineEdit>(urlField);
            QVERIFY2(field->accessibleDescription().contains(words),
                     qPrintable(field->accessibleDescription()));
            QVERIFY(m_driver->everything().contains(words));
            QCOMPARE(field->text(), typed);
            QVERIFY(field->hasFocus());
            QCOMPARE(m_driver->transport.count(), 0);
            QCOMPARE(stored(), FakeWindowDriver::alpha());
        }
    }

    void theMessageDisappearsWithTheNextKey()
    {
        QVERIFY(m_driver->type(urlField, insecure));
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_Return);
        QVERIFY(m_driver->everything().contains(insecureWords));
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_X);
        QVERIFY(!m_driver->everything().contains(insecureWords));
    }

    void aBadUrlWaitsWithItsEnvironment()
    {
        QVERIFY(m_driver->type(urlField, insecure));
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->text(urlField),
                 u"https://beta.test/oauth?grant_type=client_credentials"_s);
        QVERIFY(!m_driver->everything().contains(insecureWords));
        QVERIFY(m_driver->getToken("betas-token-0123456789"));
        QCOMPARE(m_driver->transport.request(0).url.host(), u"beta.test"_s);

        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(urlField), insecure);
        QVERIFY(m_driver->everything().contains(insecureWords));
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        useTheOtherServer();
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QCOMPARE(m_driver->transport.request(1).url.host(), u"gamma.test"_s);
    }

    void theOldUrlTypedAgainShowsItsToken()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        const QString url = m_driver->text(urlField);
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_End);
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_X);
        QVERIFY(!m_driver->hasToken());
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_Backspace);
        QCOMPARE(m_driver->text(urlField), url);
        QVERIFY(m_driver->hasToken());
        QCOMPARE(m_driver->transport.count(), 1);
    }

    void savingKeysWithABadUrlRestoresNoToken()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        const Credentials keys = FakeWindowDriver::keysOf(u"alpha"_s);
        QVERIFY(m_driver->type(urlField, insecure));
        QVERIFY(m_driver->type(u"Consumer key"_s, keys.consumerKey.reveal()));
        QVERIFY(m_driver->type(u"Consumer secret"_s, keys.consumerSecret.reveal()));
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QCOMPARE(m_driver->text(urlField), insecure);
        QVERIFY(!m_driver->hasToken());
        QVERIFY(m_driver->everything().contains(insecureWords));
    }

    void theWindowMayBeDestroyedWhileAUrlIsTyped()
    {
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        // The window is not closed first: the field loses its focus while the window is being
        // destroyed.
        m_driver->destroyWindow();
        m_driver->settle();
    }

private:
    void useTheOtherServer()
    {
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(m_driver->click(u"Use the other server"_s, question));
        m_driver->settle();
    }
    Environment stored() { return *m_driver->environments().list().find(u"alpha"_s); }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(UrlInPlace)
#include "url-in-place.moc"
