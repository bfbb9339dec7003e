// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedesk.h"

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

void pressFold(ResponseDesk &desk)
{
    QTest::keyClick(&desk.body(), Qt::Key_Minus, Qt::ControlModifier);
}

// Clicks beside the line that begins with \a words.
void clickMargin(ResponseDesk &desk, const QString &words)
{
    desk.putCursorAt(words);
    const QPoint line = desk.body().viewport()->mapTo(
        &desk.window(), QPoint(6, desk.body().cursorRect().center().y()));
    QWidget *hit = desk.window().childAt(line);
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&desk.window(), line));
}

} // namespace

/*! Objects and arrays of an answer can be folded away. */
class ResponseFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ResponseDesk>();
        QVERIFY(m_desk->show());
        QVERIFY(m_desk->getToken());
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }
    void cleanup() { m_desk.reset(); }

    void theKeyboardFoldsAtTheCursor()
    {
        m_desk->putCursorAt(u"list"_s);
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().mid(2),
                 (QStringList{u"\"expires_in\": \"3599\","_s, u"\"list\": ["_s, u"\"last\": null"_s,
                              u"}"_s}));
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }

    void insideItFoldsWhatTheCursorIsIn()
    {
        m_desk->putCursorAt(u"deep"_s);
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), allLines - 2);
        // The cursor stays in sight, on the folded line.
        QCOMPARE(m_desk->body().textCursor().block().text().trimmed(), u"{"_s);
        // From there the same keys unfold it.
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }

    void aClickOnTheMarkerFolds()
    {
        clickMargin(*m_desk, u"\"list\""_s);
        QCOMPARE(m_desk->seenLines().size(), allLines - 6);
        clickMargin(*m_desk, u"\"list\""_s);
        QCOMPARE(m_desk->seenLines().size(), allLines);
        clickMargin(*m_desk, u"\"expires_in\""_s);
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }

    void whatWasFoldedInsideStaysFolded()
    {
        m_desk->putCursorAt(u"deep"_s);
        pressFold(*m_desk);
        m_desk->putCursorAt(u"list"_s);
        pressFold(*m_desk);
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), allLines - 2);
    }

    void allCanBeUnfolded()
    {
        m_desk->putCursorAt(u"deep"_s);
        pressFold(*m_desk);
        m_desk->putCursorAt(u"access_token"_s);
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), 1);
        QVERIFY(m_desk->chooseFrom(&m_desk->body(), u"Unfold all"_s));
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }

    void theMenuFoldsToo()
    {
        m_desk->putCursorAt(u"list"_s);
        QVERIFY(m_desk->chooseFrom(&m_desk->body(), u"Fold"_s));
        QCOMPARE(m_desk->seenLines().size(), allLines - 6);
        QVERIFY(m_desk->chooseFrom(&m_desk->body(), u"Unfold"_s));
        QCOMPARE(m_desk->seenLines().size(), allLines);
    }

    void thePageIsAsLongAsWhatIsSeen()
    {
        QScrollBar *bar = m_desk->body().verticalScrollBar();
        m_desk->window().resize(1080, 600);
        QTRY_VERIFY(bar->maximum() > 0);
        m_desk->putCursorAt(u"access_token"_s);
        pressFold(*m_desk);
        QCOMPARE(bar->maximum(), 0);
    }

    void theTextIsWholeAllTheSame()
    {
        const QString text = m_desk->bodyText();
        m_desk->putCursorAt(u"list"_s);
        pressFold(*m_desk);
        QCOMPARE(m_desk->bodyText(), text);
    }

    void anotherAnswerIsUnfolded()
    {
        m_desk->putCursorAt(u"list"_s);
        pressFold(*m_desk);
        QVERIFY(m_desk->get(R"({"list":[1]})"));
        QCOMPARE(m_desk->seenLines().size(), 5);
    }

    void theSameAnswerStaysFolded()
    {
        m_desk->putCursorAt(u"list"_s);
        pressFold(*m_desk);
        m_desk->theme().setScheme(Theme::Scheme::Dark);
        Q_EMIT m_desk->tokens().changed(u"alpha"_s);
        QCOMPARE(m_desk->seenLines().size(), allLines - 6);
    }

    void whatIsNotJsonHasNothingToFold()
    {
        QVERIFY(m_desk->get("<html>{\n  a\n}</html>", 403));
        const qsizetype lines = m_desk->seenLines().size();
        m_desk->putCursorAt(u"a"_s);
        pressFold(*m_desk);
        QCOMPARE(m_desk->seenLines().size(), lines);
    }

private:
    std::unique_ptr<ResponseDesk> m_desk;
};

QTEST_MAIN(ResponseFolding)
#include "response-folding.moc"
