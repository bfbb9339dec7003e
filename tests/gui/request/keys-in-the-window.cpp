// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace tokeni;

namespace {

const QString keyField = u"Consumer key"_s;
const QString secretField = u"Consumer secret"_s;

QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

} // namespace

/*! Consumer key and secret, from the fields to the request and the keychain. */
class KeysInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_driver.reset(); }

    void typedKeysAreUsedAndSavedByGetToken()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
        // They are stored now: nothing of them is left in the fields.
        QCOMPARE(m_driver->text(keyField), QString());
        QCOMPARE(m_driver->text(secretField), QString());
        QVERIFY(!m_driver->everything().contains(u"my-secret"_s));
    }

    void typedKeysAreUsedAndSavedByACopy()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
    }

    void returnInAFieldGetsAToken()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QTest::keyClick(m_driver->find<QLineEdit>(secretField), Qt::Key_Return);
        QTRY_COMPARE(m_driver->transport.count(), 1);
    }

    void saveKeysSavesAndSendsNothing()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(m_driver->message().contains(u"Saved the keys"_s));
        QVERIFY(!m_driver->find<QWidget>(u"Save keys"_s)->isVisible());

        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
    }

    void theRealKeyringGetsOneItem()
    {
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.type(keyField, u"typed-key"_s));
        QVERIFY(driver.type(secretField, u"typed-secret"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_VERIFY(
            !driver.text(u"Diagnosis"_s).isEmpty()); // The simulator only knows its own keys.
        driver.settle();
        QCOMPARE(driver.item(credentialsItem(driver.environment().id)),
                 QByteArray("typed-key\ntyped-secret"));
        QCOMPARE(driver.item(tokenItem(driver.environment().id)), QByteArray());
    }

    void halfAPairIsJoinedWithTheStoredHalf_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("pair");
        QTest::newRow("key") << keyField << QByteArray("typed:alpha-consumer-secret-0123456789");
        QTest::newRow("secret") << secretField << QByteArray("alpha-consumer-key-0123456789:typed");
    }
    void halfAPairIsJoinedWithTheStoredHalf()
    {
        QFETCH(QString, field);
        QFETCH(QByteArray, pair);
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(m_driver->type(field, u"typed"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic(pair));
        QCOMPARE(stored(), pair.replace(':', '\n'));
    }

    // With a slow keychain both clicks come before the stored half arrives.
    void aDoubleClickDoesNotPutTheOldHalfBack()
    {
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(m_driver->type(keyField, u"typed"_s));
        m_driver->keychain.hold();
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        m_driver->keychain.release();
        m_driver->settle();
        QCOMPARE(stored(), QByteArray("typed\nalpha-consumer-secret-0123456789"));
        QVERIFY(m_driver->transport.count() >= 1);
        QCOMPARE(sent(m_driver->transport.count() - 1),
                 basic("typed:alpha-consumer-secret-0123456789"));
    }

    void whatIsTypedWhileTheKeychainIsReadIsNotIgnored()
    {
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(m_driver->type(keyField, u"typed"_s));
        m_driver->keychain.hold();
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://other.test/"_s));
        m_driver->keychain.release();
        m_driver->settle();
        // Either the new URL is used, or a token from the old one is not shown beside the new one.
        if (m_driver->transport.count() > 0
            && m_driver->transport.request(0).url.host() != u"other.test"_s) {
            m_driver->answer(0, tokenReply("token-of-another-url-0123"));
            QVERIFY(!m_driver->hasToken());
        }
    }

    void halfAPairWithNothingStoredIsReported_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        QTest::newRow("key") << keyField << u"Enter the consumer secret too."_s;
        QTest::newRow("secret") << secretField << u"Enter the consumer key too."_s;
    }
    void halfAPairWithNothingStoredIsReported()
    {
        QFETCH(QString, field);
        QFETCH(QString, words);
        for (const QString &button : {u"Get token"_s, u"Save keys"_s, u"Copy Bearer header"_s}) {
            open(FakeWindowDriver::Keys::None);
            QVERIFY(m_driver->type(field, u"typed"_s));
            QVERIFY(m_driver->click(button));
            m_driver->settle();
            QVERIFY2(m_driver->everything().contains(words), qPrintable(button));
            QCOMPARE(m_driver->transport.count(), 0);
            QVERIFY(!m_driver->keychain.value(credentialsItem(u"alpha"_s)));
            QCOMPARE(m_driver->text(field), u"typed"_s); // Typed text is kept.
            // The message disappears once the other half is typed.
            QVERIFY(m_driver->type(field == keyField ? secretField : keyField, u"other"_s));
            QVERIFY(!m_driver->everything().contains(words));
        }
    }

    void whiteSpaceIsNotAKey()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"   "_s, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Get token"_s));
        m_driver->settle();
        QVERIFY(m_driver->everything().contains(u"Enter the consumer key too."_s));
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void missingKeysAreReported()
    {
        open(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->click(u"Get token"_s));
        m_driver->settle();
        QVERIFY(!m_driver->text(u"Diagnosis"_s).isEmpty());
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void draftsSurviveSwitching()
    {
        open(FakeWindowDriver::Keys::Stored);
        typeBoth(u"draft-key"_s, u"draft-secret"_s);
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->text(keyField), QString());
        QCOMPARE(m_driver->text(secretField), QString());
        QVERIFY(!m_driver->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(m_driver->type(keyField, u"beta-draft"_s));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(keyField), u"draft-key"_s);
        QCOMPARE(m_driver->text(secretField), u"draft-secret"_s);
        QVERIFY(m_driver->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(!m_driver->everything().contains(u"draft-key"_s)); // Masked.
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->text(keyField), u"beta-draft"_s);

        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic("draft-key:draft-secret"));
    }

    void storedKeysAreNotInTheFieldsUntilShown()
    {
        open(FakeWindowDriver::Keys::Stored);
        const Credentials keys = FakeWindowDriver::keysOf(u"alpha"_s);
        for (const auto &[field, toggle, secret] :
             {std::tuple(keyField, u"Show consumer key"_s, keys.consumerKey.reveal()),
              std::tuple(secretField, u"Show consumer secret"_s, keys.consumerSecret.reveal())}) {
            auto *edit = m_driver->find<QLineEdit>(field);
            QCOMPARE(edit->text(), QString());
            QVERIFY(edit->placeholderText().contains(u"••••"_s));
            QVERIFY(!edit->placeholderText().contains(secret));

            QVERIFY(m_driver->click(toggle));
            m_driver->settle();
            QCOMPARE(edit->displayText(), secret);
            QVERIFY(!m_driver->find<QWidget>(u"Save keys"_s)->isVisible()); // Showing isn't typing.

            QVERIFY(m_driver->click(toggle));
            QCOMPARE(edit->text(), QString());
            QVERIFY(!edit->isUndoAvailable());
            QVERIFY(!m_driver->everything().contains(secret));
        }
    }

    void typedKeysAreMaskedUntilShown()
    {
        open(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->type(keyField, u"typed-key"_s));
        auto *edit = m_driver->find<QLineEdit>(keyField);
        QVERIFY(!edit->displayText().contains(u"typed"_s));
        QVERIFY(m_driver->click(u"Show consumer key"_s));
        QCOMPARE(edit->displayText(), u"typed-key"_s);
        QVERIFY(m_driver->click(u"Show consumer key"_s));
        QVERIFY(!edit->displayText().contains(u"typed"_s));
        QCOMPARE(edit->text(), u"typed-key"_s);
    }

    void shownKeysAreHiddenBySwitching()
    {
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(m_driver->click(u"Show consumer key"_s));
        m_driver->keychain.hold();
        QVERIFY(m_driver->click(u"Show consumer secret"_s)); // The answer comes after the switch.
        QVERIFY(m_driver->select(u"Beta"_s));
        m_driver->keychain.release();
        m_driver->settle();
        QVERIFY(!m_driver->everything().contains(u"alpha-consumer"_s));
        for (const QString &toggle : {u"Show consumer key"_s, u"Show consumer secret"_s})
            QVERIFY(!m_driver->find<QAbstractButton>(toggle)->isChecked());
        QCOMPARE(m_driver->text(keyField), QString());
        QCOMPARE(m_driver->text(secretField), QString());
    }

    void whatWasInAFieldIsWipedInItsMemory()
    {
        open(FakeWindowDriver::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        // Shares its memory with the field.
        const QString secret = m_driver->find<QLineEdit>(secretField)->text();
        QCOMPARE(secret, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(secret, QString(secret.size(), QChar(u'\0')));
        QVERIFY(!m_driver->find<QLineEdit>(secretField)->isUndoAvailable());
        // The same for what is destroyed with the window.
        QVERIFY(m_driver->type(secretField, u"another"_s));
        const QString left = m_driver->find<QLineEdit>(secretField)->text();
        m_driver->closeWindow();
        m_driver.reset();
        QCOMPARE(left, QString(left.size(), QChar(u'\0')));
    }

    void emptiedFieldsMeanTheStoredKeysAgain()
    {
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(m_driver->getToken("stored-keys-token-0123"));
        QVERIFY(m_driver->type(keyField, u"typed"_s));
        QVERIFY(!m_driver->hasToken());
        QVERIFY(m_driver->type(keyField, {}));
        QVERIFY(!m_driver->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(m_driver->hasToken());
    }

    void aMissingKeychainIsReportedAndTheKeysWork()
    {
        open(FakeWindowDriver::Keys::NoKeychain);
        QVERIFY(m_driver->everything().contains(u"no such service"_s));
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        m_driver->answer(0, tokenReply("memory-token-0123456789"));
        QVERIFY(m_driver->hasToken());
        const QString words = m_driver->everything();
        QVERIFY(words.contains(u"Kept in memory until Tokeni quits"_s));
        QVERIFY(words.contains(u"no such service"_s));
        QVERIFY(m_driver->keychain.items().isEmpty());

        // And again, from memory.
        QVERIFY(m_driver->getToken("second-token-0123456789"));
        QCOMPARE(sent(1), basic("my-key:my-secret"));
    }

    // A prompt that closes activates the window, which would open the next prompt.
    void activatingTheWindowDoesNotRetryAKeychainThatRefused()
    {
        const auto comeBack = [this] {
            m_driver->keychain.clearLog();
            QEvent event(QEvent::ActivationChange);
            QApplication::sendEvent(&m_driver->window(), &event);
            m_driver->settle();
            return m_driver->keychain.log();
        };
        open(FakeWindowDriver::Keys::Stored);
        QVERIFY(!comeBack().isEmpty());
        m_driver->keychainStatus().setLocked(true);
        QCOMPARE(comeBack(), QStringList());
        open(FakeWindowDriver::Keys::NoKeychain);
        QCOMPARE(comeBack(), QStringList());
    }

    void theirLocationIsShownByTheKeychainsName()
    {
        open(FakeWindowDriver::Keys::Stored);
        m_driver->keychainStatus().setName(u"Test Keyring"_s);
        QVERIFY(m_driver->everything().contains(u"Kept in the system keychain (Test Keyring)"_s));
    }

private:
    void open(FakeWindowDriver::Keys keys)
    {
        m_driver.reset();
        m_driver = std::make_unique<FakeWindowDriver>(keys);
        QVERIFY(m_driver->show());
    }
    void typeBoth(const QString &key, const QString &secret)
    {
        QVERIFY(m_driver->type(keyField, key));
        QVERIFY(m_driver->type(secretField, secret));
    }
    QByteArray sent(int number)
    {
        return m_driver->transport.request(number).authorization.view().toByteArray();
    }
    QByteArray stored()
    {
        m_driver->settle();
        return m_driver->keychain.value(credentialsItem(u"alpha"_s)).value_or(QByteArray());
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(KeysInTheWindow)
#include "keys-in-the-window.moc"
