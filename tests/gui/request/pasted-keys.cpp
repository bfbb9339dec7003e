// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include "support/eventloopbeat.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace tokeni;

namespace {

const QString keyField = u"Consumer key"_s;
const QString secretField = u"Consumer secret"_s;

} // namespace

/*! What is pasted as a key or secret but can't be one: the window keeps working, a message says
 *  why, and nothing is cut, stored or sent behind the user's back. */
class PastedKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->show());
        m_driver->settle();
    }
    void cleanup()
    {
        m_driver.reset();
        QApplication::clipboard()->clear();
    }

    void areRefusedIfHugeWithoutBlockingTheWindow_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("before");
        for (const QString &field : {keyField, secretField}) {
            QTest::addRow("%s, empty", qPrintable(field)) << field << QString();
            QTest::addRow("%s, partly filled", qPrintable(field)) << field << u"begun"_s;
        }
    }
    void areRefusedIfHugeWithoutBlockingTheWindow()
    {
        QFETCH(QString, field);
        QFETCH(QString, before);
        QVERIFY(before.isEmpty() || m_driver->type(field, before));
        EventLoopBeat beat;
        paste(field, QString(1024 * 1024, u'k'));
        QTRY_VERIFY2(m_driver->everything().contains(u"can't be longer than 4 KiB"_s),
                     qPrintable(m_driver->text(field).left(20)));
        QVERIFY2(beat.maxMs() <= EventLoopBeat::maxAllowedMs,
                 qPrintable(QString::number(beat.maxMs())));
        // The earlier text is still there, and nothing of the pasted text.
        QCOMPARE(m_driver->find<QLineEdit>(field)->text(), before);
        QCOMPARE(m_driver->find<QLineEdit>(field)->isModified() && before.isEmpty(), false);
    }

    void areAcceptedUpToTheLongestKey()
    {
        const QString key(4096, u'k');
        EventLoopBeat beat;
        paste(keyField, key);
        paste(secretField, key);
        QVERIFY(beat.maxMs() <= EventLoopBeat::maxAllowedMs);
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QCOMPARE(stored(), key.toLatin1() + '\n' + key.toLatin1());
    }

    void areNeitherStoredNorSentIfInvalid_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("words");
        const QString controls = u"can't contain line breaks or control characters"_s;
        QTest::newRow("both in one field") << u"key\nsecret"_s << u"s"_s << controls;
        QTest::newRow("a header of its own")
            << u"k"_s << u"s\r\nX-Injected: yes"_s << u"consumer secret "_s + controls;
        QTest::newRow("NUL") << u"k"_s + QChar(0) + u'k' << u"s"_s << controls;
        QTest::newRow("escape") << u"k\u001B[31m"_s << u"s"_s << controls;
        QTest::newRow("next line, beyond ASCII") << u"k\u0085k"_s << u"s"_s << controls;
        const QString half(QChar(0xD83D));
        const QString broken = u" contains an invalid character"_s;
        QTest::newRow("half a surrogate pair in the key")
            << u"key"_s + half + u'k' << u"s"_s << u"consumer key"_s + broken;
        QTest::newRow("half a surrogate pair ends the secret")
            << u"k"_s << u"secret"_s + half << u"consumer secret"_s + broken;
        QTest::newRow("colon in the key")
            << u"key:secret"_s << u"s"_s << u"can't contain a colon"_s;
    }
    void areNeitherStoredNorSentIfInvalid()
    {
        QFETCH(QString, key);
        QFETCH(QString, secret);
        QFETCH(QString, words);
        for (const QString &button : {u"Save keys"_s, u"Get token"_s}) {
            set(keyField, key);
            set(secretField, secret);
            QVERIFY(m_driver->click(button));
            m_driver->settle();
            QVERIFY2(m_driver->everything().contains(words), qPrintable(m_driver->everything()));
            QCOMPARE(m_driver->transport.count(), 0);
            QCOMPARE(stored(), QByteArray());
        }
    }

    void areStillInvalidAfterVisitingAnotherEnvironment()
    {
        const QString key = u"key"_s + QChar(0xDC00);
        set(keyField, key);
        set(secretField, u"s"_s);
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->find<QLineEdit>(keyField)->text(), key);
        QVERIFY(m_driver->click(u"Save keys"_s));
        QCOMPARE(stored(), QByteArray());
    }

    void areReportedAsTrimmedOfWhiteSpace_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("by Get token") << u"Get token"_s;
        QTest::newRow("by Save keys") << u"Save keys"_s;
    }
    void areReportedAsTrimmedOfWhiteSpace()
    {
        QFETCH(QString, button);
        paste(keyField, u" my-key\t\n"_s);
        paste(secretField, u"\u00A0my-secret \r\n"_s);
        QVERIFY(m_driver->click(button));
        m_driver->settle();
        QCOMPARE(stored(), QByteArray("my-key\nmy-secret"));
        QVERIFY(m_driver->everything().contains(u"white space around them was removed"_s));
    }

    void areSavedSilentlyIfClean()
    {
        paste(keyField, u"my-key"_s);
        paste(secretField, u"my-secret"_s);
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QVERIFY(!m_driver->everything().contains(u"white space"_s));
    }

    void fillBothFieldsAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("source");
        const QString key = u"PastedKeyInvented00000000000000A"_s;
        const QString secret = u"PastedSecretInvA"_s;
        const auto base64 = QString::fromLatin1((key + u':' + secret).toLatin1().toBase64());
        QTest::newRow("a .env file")
            << u"APP=duka\nMPESA_CONSUMER_KEY=%1\nMPESA_CONSUMER_SECRET=%2\n"_s.arg(key, secret)
            << u"variables"_s;
        QTest::newRow("a curl command")
            << u"curl -H 'Authorization: Basic %1' https://gw.example/oauth"_s.arg(base64)
            << u"a curl command"_s;
        QTest::newRow("a pair") << key + u':' + secret << u"a pair of keys"_s;
    }
    void fillBothFieldsAtOnce()
    {
        QFETCH(QString, text);
        QFETCH(QString, source);
        paste(keyField, text);
        QCOMPARE(m_driver->find<QLineEdit>(keyField)->text(),
                 u"PastedKeyInvented00000000000000A"_s);
        QCOMPARE(m_driver->find<QLineEdit>(secretField)->text(), u"PastedSecretInvA"_s);
        const QString words = u"Took the key and the secret from "_s + source;
        QVERIFY2(m_driver->everything().contains(words), qPrintable(m_driver->everything()));
        QVERIFY(m_driver->click(u"Save keys"_s));
        QCOMPARE(stored(), QByteArray("PastedKeyInvented00000000000000A\nPastedSecretInvA"));
        // What is stored can't be taken back by emptying the fields.
        QVERIFY(!m_driver->find<QPushButton>(u"Undo the change"_s)->isVisible());
    }

    void areTakenFromTheClipboardAnywhereInTheWindow()
    {
        QApplication::clipboard()->setText(u"PastedKeyInvented00000000000000A\nPastedSecretInvA"_s);
        QVERIFY(m_driver->type(keyField, u"begun"_s));
        pasteOnTheWindow();
        QCOMPARE(m_driver->find<QLineEdit>(secretField)->text(), u"PastedSecretInvA"_s);
        // One click takes it back, with what was in the fields before.
        QVERIFY(m_driver->click(u"Undo the change"_s));
        QCOMPARE(m_driver->find<QLineEdit>(keyField)->text(), u"begun"_s);
        QCOMPARE(m_driver->find<QLineEdit>(secretField)->text(), QString());
    }

    void areReportedMissingInAnotherText()
    {
        QApplication::clipboard()->setText(u"Karibu tena"_s);
        pasteOnTheWindow();
        QVERIFY(m_driver->everything().contains(u"contains no keys of Daraja"_s));
        QCOMPARE(m_driver->find<QLineEdit>(keyField)->text(), QString());
    }

    void areReportedAsMeantForAnotherKind()
    {
        Environment sandbox = FakeWorld::alpha();
        sandbox.id = u"sandbox"_s;
        sandbox.name = u"Sandbox"_s;
        sandbox.chosenKind = EnvironmentKind::Sandbox;
        sandbox.tokenUrl = defaultTokenUrl(EnvironmentKind::Sandbox);
        QVERIFY(m_driver->environments().add(sandbox));
        QVERIFY(m_driver->select(u"Sandbox"_s));
        paste(keyField,
              u"MPESA_ENV=production\nMPESA_CONSUMER_KEY=PastedKeyInvented0000000A\n"
              "MPESA_CONSUMER_SECRET=PastedSecretInvA\n"_s);
        QVERIFY2(m_driver->everything().contains(u"is for api.safaricom.co.ke, not for"_s),
                 qPrintable(m_driver->everything()));
    }

    void mayHaveAColonInTheSecret()
    {
        set(keyField, u"key"_s);
        set(secretField, u"sec:ret"_s);
        QVERIFY(m_driver->click(u"Save keys"_s));
        m_driver->settle();
        QCOMPARE(stored(), QByteArray("key\nsec:ret"));
    }

private:
    // With the focus in the list, which takes no text.
    void pasteOnTheWindow()
    {
        m_driver->window().findChild<QListView *>()->setFocus();
        QTest::keyClick(&m_driver->window(), Qt::Key_V, Qt::ControlModifier);
    }
    void paste(const QString &field, const QString &text)
    {
        QApplication::clipboard()->setText(text);
        auto *edit = m_driver->find<QLineEdit>(field);
        edit->setFocus();
        edit->end(false);
        QTest::keySequence(edit, QKeySequence(QKeySequence::Paste));
        QCoreApplication::processEvents();
    }
    // As an input method or another program's clipboard delivers it, including NUL.
    void set(const QString &field, const QString &text)
    {
        auto *edit = m_driver->find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        edit->insert(text);
        QCOMPARE(edit->text(), text);
    }
    [[nodiscard]] QByteArray stored()
    {
        m_driver->settle();
        return m_driver->keychain.value(credentialsItem(u"alpha"_s)).value_or(QByteArray());
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(PastedKeys)
#include "pasted-keys.moc"
