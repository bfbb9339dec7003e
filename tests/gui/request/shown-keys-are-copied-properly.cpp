// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include "core/time/clocktime.h"
#include "gui/request/secretfield.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace tokeni;

namespace {

QClipboard &clipboard()
{
    return *QApplication::clipboard();
}

} // namespace

/*! A shown consumer key or secret leaves the window only by a copy that is announced, marked and
 *  cleared, and in no other way. */
class ShownKeysAreCopiedProperly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(copyElsewhere("from another program"));
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->click(u"Show consumer secret"_s));
        m_field = m_driver->find<QLineEdit>(u"Consumer secret"_s);
        m_secret = FakeWorld::keysOf(u"alpha"_s).consumerSecret.reveal();
        QTRY_COMPARE(m_field->text(), m_secret);
        m_field->setFocus();
        m_field->selectAll();
        clipboard().clear(QClipboard::Selection);
    }
    void cleanup()
    {
        m_driver.reset();
        clipboard().clear();
    }

    void byTheKeys_data()
    {
        QTest::addColumn<QKeyCombination>("keys");
        QTest::addColumn<bool>("takesAway");
        QTest::newRow("Ctrl+C") << QKeyCombination(Qt::CTRL | Qt::Key_C) << false;
        QTest::newRow("Ctrl+Insert") << QKeyCombination(Qt::CTRL | Qt::Key_Insert) << false;
        QTest::newRow("Ctrl+X") << QKeyCombination(Qt::CTRL | Qt::Key_X) << true;
        QTest::newRow("Shift+Delete") << QKeyCombination(Qt::SHIFT | Qt::Key_Delete) << true;
    }
    void byTheKeys()
    {
        QFETCH(QKeyCombination, keys);
        QFETCH(bool, takesAway);
        QTest::keyClick(m_field, keys.key(), keys.keyboardModifiers());
        checkCopied(m_secret);
        QCOMPARE(m_field->text(), takesAway ? QString() : m_secret);
    }

    void byTheMenu_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("copy") << u"Copy"_s;
        QTest::newRow("cut") << u"Cut"_s;
    }
    void byTheMenu()
    {
        QFETCH(QString, entry);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, m_field->rect().center(),
                                m_field->mapToGlobal(m_field->rect().center()));
        QApplication::sendEvent(m_field, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == entry)
                action->trigger();
        }
        menu->close();
        checkCopied(m_secret);
    }

    void evenIfItIsOnlyAPart()
    {
        m_field->setSelection(2, 3);
        QTest::keyClick(m_field, Qt::Key_C, Qt::ControlModifier);
        checkCopied(m_secret.sliced(2, 3));
    }

    void forAMinuteOrAsLongAsTheSettingsSay()
    {
        QTest::keyClick(m_field, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(m_driver->message().endsWith(clockTime(inSeconds(60))));
        Settings chosen = m_driver->settings().current();
        chosen.clipboardLife = std::chrono::seconds(15);
        m_driver->settings().change(chosen);
        QTest::keyClick(m_field, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(m_driver->message().endsWith(clockTime(inSeconds(15))));
        QVERIFY(m_driver->click(u"Clear the clipboard now"_s));
        QCOMPARE(clipboard().text(), QString());
    }

    void andNotByDeletingToTheEndOfTheLine()
    {
        m_driver->closeWindow();
        m_driver->destroyWindow();
        // Alone, because in the window Ctrl+K finds an environment.
        SecretField field(u"A key"_s);
        field.setShown(true);
        field.setText(m_secret);
        field.setCursorPosition(2);
        const QKeyCombination keys = QKeySequence(QKeySequence::DeleteEndOfLine)[0];
        QTest::keyClick(&field, keys.key(), keys.keyboardModifiers());
        QCOMPARE(field.text(), m_secret.first(2));
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), QByteArray("from another program"));
    }

    void andNotBySelecting()
    {
        QVERIFY(clipboard().supportsSelection());
        const QPoint place(30, m_field->height() / 2);
        QTest::mouseDClick(m_field, Qt::LeftButton, {}, place);
        QVERIFY(m_field->hasSelectedText());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
        QTest::mousePress(m_field, Qt::LeftButton, {}, {4, m_field->height() / 2});
        QTest::mouseMove(m_field, {m_field->width() / 2, m_field->height() / 2});
        QTest::mouseRelease(m_field, Qt::LeftButton, {}, {m_field->width() / 2, 10});
        QVERIFY(m_field->hasSelectedText());
        QCOMPARE(clipboard().text(QClipboard::Selection), QString());
        for (const QKeyCombination keys :
             {Qt::CTRL | Qt::Key_A, Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right,
              Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Right,
              Qt::SHIFT | Qt::Key_Home, Qt::SHIFT | Qt::Key_End}) {
            m_field->setCursorPosition(5);
            QTest::keyClick(m_field, keys.key(), keys.keyboardModifiers());
            QVERIFY(m_field->hasSelectedText());
            QCOMPARE(clipboard().text(QClipboard::Selection), QString());
        }
        QVERIFY(!m_field->dragEnabled());
    }

    void andNotAtAllWhileMasked()
    {
        QVERIFY(m_driver->type(u"Consumer secret"_s, u"typed-and-masked"_s));
        QVERIFY(m_driver->click(u"Show consumer secret"_s));
        m_field->setFocus();
        m_field->selectAll();
        for (const Qt::Key key : {Qt::Key_C, Qt::Key_X})
            QTest::keyClick(m_field, key, Qt::ControlModifier);
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), QByteArray("from another program"));
        QCOMPARE(m_field->text(), u"typed-and-masked"_s);
    }

private:
    QDateTime inSeconds(int seconds) const
    {
        return QDateTime::fromMSecsSinceEpoch(m_driver->clock.now().wallMs + seconds * 1000);
    }
    void checkCopied(const QString &text)
    {
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), text.toUtf8());
        QCOMPARE(clipboardAsOthersSeeIt(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QVERIFY(m_driver->window().clipboard().holdsOurs());
        QVERIFY2(m_driver->message().startsWith(u"Copied the consumer secret of Alpha"_s),
                 qPrintable(m_driver->message()));
        QVERIFY(m_driver->find<QAbstractButton>(u"Clear the clipboard now"_s)->isVisible());
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
    QLineEdit *m_field = nullptr;
    QString m_secret;
};

QTEST_MAIN(ShownKeysAreCopiedProperly)
#include "shown-keys-are-copied-properly.moc"
