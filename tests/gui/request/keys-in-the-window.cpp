// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/desk.h"

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
    void cleanup() { m_desk.reset(); }

    void typedKeysAreUsedAndSavedByGetToken()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
        // Stored now: nothing of them is left in the fields.
        QCOMPARE(m_desk->text(keyField), QString());
        QCOMPARE(m_desk->text(secretField), QString());
        QVERIFY(!m_desk->everything().contains(u"my-secret"_s));
    }

    void typedKeysAreUsedAndSavedByACopy()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Copy Bearer header"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
    }

    void returnInAFieldGetsAToken()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QTest::keyClick(m_desk->find<QLineEdit>(secretField), Qt::Key_Return);
        QTRY_COMPARE(m_desk->transport.count(), 1);
    }

    void saveKeysSavesAndSendsNothing()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Save keys"_s));
        m_desk->settle();
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
        QCOMPARE(m_desk->transport.count(), 0);
        QVERIFY(m_desk->message().contains(u"Saved the keys"_s));
        QVERIFY(!m_desk->find<QWidget>(u"Save keys"_s)->isVisible());

        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
    }

    void theRealKeyringGetsOneItem()
    {
        RealDesk desk;
        QVERIFY(desk.show());
        QVERIFY(desk.type(keyField, u"typed-key"_s));
        QVERIFY(desk.type(secretField, u"typed-secret"_s));
        QVERIFY(desk.click(u"Get token"_s));
        QTRY_VERIFY(!desk.text(u"Diagnosis"_s).isEmpty()); // The simulator knows its own keys only.
        desk.settle();
        QCOMPARE(desk.item(credentialsItem(desk.environment().id)),
                 QByteArray("typed-key\ntyped-secret"));
        QCOMPARE(desk.item(tokenItem(desk.environment().id)), QByteArray());
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
        open(FakeDesk::Keys::Stored);
        QVERIFY(m_desk->type(field, u"typed"_s));
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic(pair));
        QCOMPARE(stored(), pair.replace(':', '\n'));
    }

    // A slow keychain: both clicks come before the stored half does.
    void aDoubleClickDoesNotPutTheOldHalfBack()
    {
        open(FakeDesk::Keys::Stored);
        QVERIFY(m_desk->type(keyField, u"typed"_s));
        m_desk->keychain.hold();
        QVERIFY(m_desk->click(u"Get token"_s));
        QVERIFY(m_desk->click(u"Get token"_s));
        m_desk->keychain.release();
        m_desk->settle();
        QCOMPARE(stored(), QByteArray("typed\nalpha-consumer-secret-0123456789"));
        QVERIFY(m_desk->transport.count() >= 1);
        QCOMPARE(sent(m_desk->transport.count() - 1),
                 basic("typed:alpha-consumer-secret-0123456789"));
    }

    void whatIsTypedWhileTheKeychainIsReadIsNotPassedOver()
    {
        open(FakeDesk::Keys::Stored);
        QVERIFY(m_desk->type(keyField, u"typed"_s));
        m_desk->keychain.hold();
        QVERIFY(m_desk->click(u"Get token"_s));
        QVERIFY(m_desk->type(u"Token URL"_s, u"https://other.test/"_s));
        m_desk->keychain.release();
        m_desk->settle();
        // Either the new URL is asked, or what the old one gave is not shown beside the new one.
        if (m_desk->transport.count() > 0
            && m_desk->transport.request(0).url.host() != u"other.test"_s) {
            m_desk->answer(0, tokenReply("token-of-another-url-0123"));
            QVERIFY(!m_desk->hasToken());
        }
    }

    void halfAPairWithNothingStoredIsSaid_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        QTest::newRow("key") << keyField << u"Enter the consumer secret too."_s;
        QTest::newRow("secret") << secretField << u"Enter the consumer key too."_s;
    }
    void halfAPairWithNothingStoredIsSaid()
    {
        QFETCH(QString, field);
        QFETCH(QString, words);
        for (const QString &button : {u"Get token"_s, u"Save keys"_s, u"Copy Bearer header"_s}) {
            open(FakeDesk::Keys::None);
            QVERIFY(m_desk->type(field, u"typed"_s));
            QVERIFY(m_desk->click(button));
            m_desk->settle();
            QVERIFY2(m_desk->everything().contains(words), qPrintable(button));
            QCOMPARE(m_desk->transport.count(), 0);
            QVERIFY(!m_desk->keychain.value(credentialsItem(u"alpha"_s)));
            QCOMPARE(m_desk->text(field), u"typed"_s); // Nothing typed is lost.
            // Said no longer once the other half comes.
            QVERIFY(m_desk->type(field == keyField ? secretField : keyField, u"other"_s));
            QVERIFY(!m_desk->everything().contains(words));
        }
    }

    void whiteSpaceAloneIsNoKey()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"   "_s, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Get token"_s));
        m_desk->settle();
        QVERIFY(m_desk->everything().contains(u"Enter the consumer key too."_s));
        QCOMPARE(m_desk->transport.count(), 0);
    }

    void noKeysAtAllIsSaid()
    {
        open(FakeDesk::Keys::None);
        QVERIFY(m_desk->click(u"Get token"_s));
        m_desk->settle();
        QVERIFY(!m_desk->text(u"Diagnosis"_s).isEmpty());
        QCOMPARE(m_desk->transport.count(), 0);
    }

    void draftsSurviveSwitching()
    {
        open(FakeDesk::Keys::Stored);
        typeBoth(u"draft-key"_s, u"draft-secret"_s);
        QVERIFY(m_desk->select(u"Beta"_s));
        QCOMPARE(m_desk->text(keyField), QString());
        QCOMPARE(m_desk->text(secretField), QString());
        QVERIFY(!m_desk->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(m_desk->type(keyField, u"beta-draft"_s));
        QVERIFY(m_desk->select(u"Alpha"_s));
        QCOMPARE(m_desk->text(keyField), u"draft-key"_s);
        QCOMPARE(m_desk->text(secretField), u"draft-secret"_s);
        QVERIFY(m_desk->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(!m_desk->everything().contains(u"draft-key"_s)); // Masked.
        QVERIFY(m_desk->select(u"Beta"_s));
        QCOMPARE(m_desk->text(keyField), u"beta-draft"_s);

        QVERIFY(m_desk->select(u"Alpha"_s));
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic("draft-key:draft-secret"));
    }

    void storedKeysAreNotInTheFieldsUntilShown()
    {
        open(FakeDesk::Keys::Stored);
        const Credentials keys = FakeDesk::keysOf(u"alpha"_s);
        for (const auto &[field, toggle, secret] :
             {std::tuple(keyField, u"Show consumer key"_s, keys.consumerKey.reveal()),
              std::tuple(secretField, u"Show consumer secret"_s, keys.consumerSecret.reveal())}) {
            auto *edit = m_desk->find<QLineEdit>(field);
            QCOMPARE(edit->text(), QString());
            QVERIFY(edit->placeholderText().contains(u"••••"_s));
            QVERIFY(!edit->placeholderText().contains(secret));

            QVERIFY(m_desk->click(toggle));
            m_desk->settle();
            QCOMPARE(edit->displayText(), secret);
            QVERIFY(!m_desk->find<QWidget>(u"Save keys"_s)->isVisible()); // Shown is not typed.

            QVERIFY(m_desk->click(toggle));
            QCOMPARE(edit->text(), QString());
            QVERIFY(!edit->isUndoAvailable());
            QVERIFY(!m_desk->everything().contains(secret));
        }
    }

    void typedKeysAreMaskedUntilShown()
    {
        open(FakeDesk::Keys::None);
        QVERIFY(m_desk->type(keyField, u"typed-key"_s));
        auto *edit = m_desk->find<QLineEdit>(keyField);
        QVERIFY(!edit->displayText().contains(u"typed"_s));
        QVERIFY(m_desk->click(u"Show consumer key"_s));
        QCOMPARE(edit->displayText(), u"typed-key"_s);
        QVERIFY(m_desk->click(u"Show consumer key"_s));
        QVERIFY(!edit->displayText().contains(u"typed"_s));
        QCOMPARE(edit->text(), u"typed-key"_s);
    }

    void shownKeysAreHiddenBySwitching()
    {
        open(FakeDesk::Keys::Stored);
        QVERIFY(m_desk->click(u"Show consumer key"_s));
        m_desk->keychain.hold();
        QVERIFY(m_desk->click(u"Show consumer secret"_s)); // Its answer comes after the switch.
        QVERIFY(m_desk->select(u"Beta"_s));
        m_desk->keychain.release();
        m_desk->settle();
        QVERIFY(!m_desk->everything().contains(u"alpha-consumer"_s));
        for (const QString &toggle : {u"Show consumer key"_s, u"Show consumer secret"_s})
            QVERIFY(!m_desk->find<QAbstractButton>(toggle)->isChecked());
        QCOMPARE(m_desk->text(keyField), QString());
        QCOMPARE(m_desk->text(secretField), QString());
    }

    void whatWasInAFieldIsWipedInItsMemory()
    {
        open(FakeDesk::Keys::None);
        typeBoth(u"my-key"_s, u"my-secret"_s);
        // Shares the field's own memory.
        const QString secret = m_desk->find<QLineEdit>(secretField)->text();
        QCOMPARE(secret, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(secret, QString(secret.size(), QChar(u'\0')));
        QVERIFY(!m_desk->find<QLineEdit>(secretField)->isUndoAvailable());
        // What goes with the window too.
        QVERIFY(m_desk->type(secretField, u"another"_s));
        const QString left = m_desk->find<QLineEdit>(secretField)->text();
        m_desk->closeWindow();
        m_desk.reset();
        QCOMPARE(left, QString(left.size(), QChar(u'\0')));
    }

    void emptiedFieldsStandForTheStoredKeysAgain()
    {
        open(FakeDesk::Keys::Stored);
        QVERIFY(m_desk->getToken("stored-keys-token-0123"));
        QVERIFY(m_desk->type(keyField, u"typed"_s));
        QVERIFY(!m_desk->hasToken());
        QVERIFY(m_desk->type(keyField, {}));
        QVERIFY(!m_desk->find<QWidget>(u"Save keys"_s)->isVisible());
        QVERIFY(m_desk->hasToken());
    }

    void withoutAKeychainItIsSaidAndWorks()
    {
        open(FakeDesk::Keys::NoKeychain);
        QVERIFY(m_desk->everything().contains(u"no such service"_s));
        typeBoth(u"my-key"_s, u"my-secret"_s);
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QCOMPARE(sent(0), basic("my-key:my-secret"));
        m_desk->answer(0, tokenReply("memory-token-0123456789"));
        QVERIFY(m_desk->hasToken());
        const QString words = m_desk->everything();
        QVERIFY(words.contains(u"Kept in memory until Tokeni quits"_s));
        QVERIFY(words.contains(u"no such service"_s));
        QVERIFY(m_desk->keychain.items().isEmpty());

        // And once more, from memory.
        QVERIFY(m_desk->getToken("second-token-0123456789"));
        QCOMPARE(sent(1), basic("my-key:my-secret"));
    }

    // Its prompt going away brings the window back, and would open the next one.
    void comingBackAsksNothingOfAKeychainThatRefused()
    {
        const auto comeBack = [this] {
            m_desk->keychain.clearLog();
            QEvent event(QEvent::ActivationChange);
            QApplication::sendEvent(&m_desk->window(), &event);
            m_desk->settle();
            return m_desk->keychain.log();
        };
        open(FakeDesk::Keys::Stored);
        QVERIFY(!comeBack().isEmpty());
        m_desk->keychainStatus().setLocked(true);
        QCOMPARE(comeBack(), QStringList());
        open(FakeDesk::Keys::NoKeychain);
        QCOMPARE(comeBack(), QStringList());
    }

    void whereTheyAreKeptIsSaidByTheKeychainsName()
    {
        open(FakeDesk::Keys::Stored);
        m_desk->keychainStatus().setName(u"Test Keyring"_s);
        QVERIFY(m_desk->everything().contains(u"Kept in the system keychain (Test Keyring)"_s));
    }

private:
    void open(FakeDesk::Keys keys)
    {
        m_desk.reset();
        m_desk = std::make_unique<FakeDesk>(keys);
        QVERIFY(m_desk->show());
    }
    void typeBoth(const QString &key, const QString &secret)
    {
        QVERIFY(m_desk->type(keyField, key));
        QVERIFY(m_desk->type(secretField, secret));
    }
    QByteArray sent(int number)
    {
        return m_desk->transport.request(number).authorization.view().toByteArray();
    }
    QByteArray stored()
    {
        m_desk->settle();
        return m_desk->keychain.value(credentialsItem(u"alpha"_s)).value_or(QByteArray());
    }

    std::unique_ptr<FakeDesk> m_desk;
};

QTEST_MAIN(KeysInTheWindow)
#include "keys-in-the-window.moc"
