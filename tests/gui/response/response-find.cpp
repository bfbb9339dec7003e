// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedriver.h"

#include <QApplication>
#include <QLineEdit>

using namespace tokeni;

namespace {

const QString field = u"Find in response"_s;
const QString matches = u"Matches"_s;

} // namespace

/*! Ctrl+F finds text in the answer. */
class ResponseFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ResponseDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->get(R"({"Error":"error one","list":["an ERROR",{"deep":"two errors"}]})",
                              400));
    }
    void cleanup() { m_driver.reset(); }

    void theBarOpensOverAnyTabAndHasTheFocus()
    {
        QVERIFY(!m_driver->find<QLineEdit>(field)->isVisible());
        QVERIFY(m_driver->openTab(u"Timing"_s));
        open();
        QVERIFY(m_driver->find<QLineEdit>(field)->isVisible());
        QVERIFY(m_driver->body().isVisible());
        QCOMPARE(QApplication::focusWidget(), m_driver->find<QLineEdit>(field));
    }

    void allMatchesAreMarkedAndOneSelected()
    {
        findWords(u"error"_s);
        QCOMPARE(m_driver->text(matches), u"1 of 4"_s);
        QCOMPARE(m_driver->body().extraSelections().size(), 4);
        QCOMPARE(m_driver->body().textCursor().selectedText(), u"Error"_s);
    }

    void keysGoForwardBackAndAround()
    {
        findWords(u"error"_s);
        QWidget *words = m_driver->find<QLineEdit>(field);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(words, key, modifiers);
            return m_driver->text(matches);
        };
        QCOMPARE(press(Qt::Key_Return, {}), u"2 of 4"_s);
        QCOMPARE(press(Qt::Key_F3, {}), u"3 of 4"_s);
        QCOMPARE(m_driver->body().textCursor().selectedText(), u"ERROR"_s);
        QCOMPARE(press(Qt::Key_Return, Qt::ShiftModifier), u"2 of 4"_s);
        QCOMPARE(press(Qt::Key_F3, Qt::ShiftModifier), u"1 of 4"_s);
        QCOMPARE(press(Qt::Key_F3, Qt::ShiftModifier), u"4 of 4"_s);
        QCOMPARE(press(Qt::Key_Enter, Qt::KeypadModifier), u"1 of 4"_s);
        QVERIFY(m_driver->click(u"Next match"_s));
        QCOMPARE(m_driver->text(matches), u"2 of 4"_s);
        QVERIFY(m_driver->click(u"Previous match"_s));
        QCOMPARE(m_driver->text(matches), u"1 of 4"_s);
    }

    void foldsThatHideAMatchAreOpened()
    {
        for (const QString &fold : {u"deep"_s, u"list"_s}) {
            m_driver->putCursorAt(fold);
            QTest::keyClick(&m_driver->body(), Qt::Key_Minus, Qt::ControlModifier);
        }
        QVERIFY(!m_driver->seenLines().contains(u"\"deep\": \"two errors\""_s));
        findWords(u"two err"_s);
        QCOMPARE(m_driver->text(matches), u"1 of 1"_s);
        QVERIFY(m_driver->seenLines().contains(u"\"deep\": \"two errors\""_s));
    }

    void aMissingMatchIsReported()
    {
        findWords(u"token"_s);
        QCOMPARE(m_driver->text(matches), u"No match"_s);
        QVERIFY(!m_driver->click(u"Next match"_s));
        QVERIFY(m_driver->body().extraSelections().isEmpty());
        findWords({});
        QCOMPARE(m_driver->text(matches), QString());
    }

    void aNewAnswerIsSearchedAgain()
    {
        findWords(u"error"_s);
        QVERIFY(m_driver->get(R"({"an":"error"})", 400));
        QCOMPARE(m_driver->text(matches), u"1 of 1"_s);
        QCOMPARE(m_driver->body().textCursor().selectedText(), u"error"_s);
    }

    void selectedTextIsSearchedFor()
    {
        m_driver->selectText(u"two"_s, u"two"_s);
        open();
        QCOMPARE(m_driver->text(field), u"two"_s);
        QCOMPARE(m_driver->text(matches), u"1 of 1"_s);
    }

    void escapeReturnsTheFocus_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("to the body") << u"Response body"_s;
        QTest::newRow("to another zone") << u"Token URL"_s;
    }
    void escapeReturnsTheFocus()
    {
        QFETCH(QString, name);
        auto *before = m_driver->find<QWidget>(name);
        before->setFocus();
        findWords(u"error"_s);
        QTest::keyClick(m_driver->find<QLineEdit>(field), Qt::Key_Escape);
        QVERIFY(!m_driver->find<QLineEdit>(field)->isVisible());
        QVERIFY(m_driver->body().extraSelections().isEmpty());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void escapeInTheBodyClosesItToo()
    {
        findWords(u"error"_s);
        m_driver->body().setFocus();
        QTest::keyClick(&m_driver->body(), Qt::Key_Escape);
        QVERIFY(!m_driver->find<QLineEdit>(field)->isVisible());
        QCOMPARE(QApplication::focusWidget(), &m_driver->body());
    }

    void theMenuOpensItToo()
    {
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Find…"_s));
        QVERIFY(m_driver->find<QLineEdit>(field)->isVisible());
    }

    void aMaskedTokenIsNotFound()
    {
        QVERIFY(m_driver->getToken());
        findWords(QString::fromLatin1(deskToken));
        QCOMPARE(m_driver->text(matches), u"No match"_s);
    }

private:
    void open() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier); }
    void findWords(const QString &words)
    {
        open();
        QVERIFY(m_driver->type(field, words));
    }

    std::unique_ptr<ResponseDriver> m_driver;
};

QTEST_MAIN(ResponseFind)
#include "response-find.moc"
