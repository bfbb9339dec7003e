// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedriver.h"

#include <QScrollBar>

using namespace tokeni;

namespace {

//  0 {
//  1   "access_token": "…",
//  2   "expires_in": "3599",
//  3   "list": [
//  4     1,
//  5     {
//  6       "deep": true
//  7     },
//  8     2.50
//  9   ],
// 10   "last": null
// 11 }
const int allLines = 12;

void pressFold(ResponseDriver &driver)
{
    QTest::keyClick(&driver.body(), Qt::Key_Minus, Qt::ControlModifier);
}

// Clicks beside the line that begins with \a words.
void clickMargin(ResponseDriver &driver, const QString &words)
{
    driver.putCursorAt(words);
    const QPoint line = driver.body().viewport()->mapTo(
        &driver.window(), QPoint(6, driver.body().cursorRect().center().y()));
    QWidget *hit = driver.window().childAt(line);
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&driver.window(), line));
}

} // namespace

/*! Objects and arrays of an answer can be folded. */
class ResponseFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ResponseDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->getToken());
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }
    void cleanup() { m_driver.reset(); }

    void theKeyboardFoldsAtTheCursor()
    {
        m_driver->putCursorAt(u"list"_s);
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().mid(2),
                 (QStringList{u"\"expires_in\": \"3599\","_s, u"\"list\": ["_s, u"\"last\": null"_s,
                              u"}"_s}));
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }

    void theCursorsObjectFoldsFromInside()
    {
        m_driver->putCursorAt(u"deep"_s);
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), allLines - 2);
        // The cursor stays visible, on the folded line.
        QCOMPARE(m_driver->body().textCursor().block().text().trimmed(), u"{"_s);
        // The same keys unfold it from there.
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }

    void aClickOnTheMarkerFolds()
    {
        clickMargin(*m_driver, u"\"list\""_s);
        QCOMPARE(m_driver->seenLines().size(), allLines - 6);
        clickMargin(*m_driver, u"\"list\""_s);
        QCOMPARE(m_driver->seenLines().size(), allLines);
        clickMargin(*m_driver, u"\"expires_in\""_s);
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }

    void whatWasFoldedInsideStaysFolded()
    {
        m_driver->putCursorAt(u"deep"_s);
        pressFold(*m_driver);
        m_driver->putCursorAt(u"list"_s);
        pressFold(*m_driver);
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), allLines - 2);
    }

    void allCanBeUnfolded()
    {
        m_driver->putCursorAt(u"deep"_s);
        pressFold(*m_driver);
        m_driver->putCursorAt(u"access_token"_s);
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), 1);
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Unfold all"_s));
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }

    void theMenuFoldsToo()
    {
        m_driver->putCursorAt(u"list"_s);
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Fold"_s));
        QCOMPARE(m_driver->seenLines().size(), allLines - 6);
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Unfold"_s));
        QCOMPARE(m_driver->seenLines().size(), allLines);
    }

    void thePageIsAsLongAsTheVisibleLines()
    {
        QScrollBar *bar = m_driver->body().verticalScrollBar();
        m_driver->window().resize(1080, 600);
        QTRY_VERIFY(bar->maximum() > 0);
        m_driver->putCursorAt(u"access_token"_s);
        pressFold(*m_driver);
        QCOMPARE(bar->maximum(), 0);
    }

    void theTextStaysComplete()
    {
        const QString text = m_driver->bodyText();
        m_driver->putCursorAt(u"list"_s);
        pressFold(*m_driver);
        QCOMPARE(m_driver->bodyText(), text);
    }

    void anotherAnswerIsUnfolded()
    {
        m_driver->putCursorAt(u"list"_s);
        pressFold(*m_driver);
        QVERIFY(m_driver->get(R"({"list":[1]})"));
        QCOMPARE(m_driver->seenLines().size(), 5);
    }

    void theSameAnswerStaysFolded()
    {
        m_driver->putCursorAt(u"list"_s);
        pressFold(*m_driver);
        m_driver->theme().setScheme(Theme::Scheme::Dark);
        Q_EMIT m_driver->tokens().changed(u"alpha"_s);
        QCOMPARE(m_driver->seenLines().size(), allLines - 6);
    }

    void textThatIsNotJsonHasNothingToFold()
    {
        QVERIFY(m_driver->get("<html>{\n  a\n}</html>", 403));
        const qsizetype lines = m_driver->seenLines().size();
        m_driver->putCursorAt(u"a"_s);
        pressFold(*m_driver);
        QCOMPARE(m_driver->seenLines().size(), lines);
    }

private:
    std::unique_ptr<ResponseDriver> m_driver;
};

QTEST_MAIN(ResponseFolding)
#include "response-folding.moc"
