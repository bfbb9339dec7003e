// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/unheardcopy.h"
#include "responsedesk.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTableView>

using namespace tokeni;

namespace {

const QString token = QString::fromLatin1(deskToken);
const QString mask = u"c9SQ••••••••••••••••••••ubVF"_s;

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

bool isMarkedSecret()
{
    return QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s);
}

} // namespace

/*! What is copied out of an answer, and how its token is. */
class ResponseCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::clipboard()->clear();
        m_desk = std::make_unique<ResponseDesk>();
        QVERIFY(m_desk->show());
        QVERIFY(m_desk->getToken());
    }
    void cleanup() { m_desk.reset(); }

    void withoutASelectionTheValueAtTheCursorIsCopied_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("message");
        QTest::newRow("text") << u"expires_in"_s << u"3599"_s
                              << u"Copied the value of expires_in"_s;
        QTest::newRow("number") << u"2.50"_s << u"2.50"_s << u"Copied the value"_s;
        QTest::newRow("null") << u"last"_s << u"null"_s << u"Copied the value of last"_s;
        QTest::newRow("object") << u"{\n      \"deep"_s << u"{\n  \"deep\": true\n}"_s
                                << u"Copied the value"_s;
    }
    void withoutASelectionTheValueAtTheCursorIsCopied()
    {
        QFETCH(QString, line);
        QFETCH(QString, copied);
        QFETCH(QString, message);
        m_desk->putCursorAt(line);
        press();
        QCOMPARE(clipboardText(), copied);
        QCOMPARE(m_desk->message(), message);
        QVERIFY(!isMarkedSecret());

        QApplication::clipboard()->clear();
        QVERIFY(m_desk->chooseFrom(&m_desk->body(), u"Copy value"_s));
        QCOMPARE(clipboardText(), copied);
    }

    void theTokensValueIsCopiedAsATokenIs_data() { shown(); }
    void theTokensValueIsCopiedAsATokenIs()
    {
        QFETCH(bool, isShown);
        showToken(isShown);
        m_desk->putCursorAt(u"access_token"_s);
        press();
        checkTokenCopied();
    }

    void aSelectedTokenIsCopiedAsATokenIs_data()
    {
        QTest::addColumn<bool>("isShown");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("shown") << true << token << token;
        QTest::newRow("with its quotes") << true << u"\"c9SQ"_s << u"ubVF\","_s;
        QTest::newRow("a part of it") << true << u"xWWh"_s << u"zh8g"_s;
        QTest::newRow("masked") << false << mask << mask;
    }
    void aSelectedTokenIsCopiedAsATokenIs()
    {
        QFETCH(bool, isShown);
        QFETCH(QString, first);
        QFETCH(QString, last);
        showToken(isShown);
        m_desk->selectText(first, last);
        press();
        checkTokenCopied();
        QApplication::clipboard()->clear();
        QVERIFY(m_desk->chooseFrom(&m_desk->body(), u"Copy"_s));
        checkTokenCopied();
    }

    void aTokenCloseToItsEndIsRenewedFirst()
    {
        m_desk->clock.advance(3550 * 1000);
        m_desk->putCursorAt(u"access_token"_s);
        const int requests = m_desk->transport.count();
        press();
        QTRY_COMPARE(m_desk->transport.count(), requests + 1);
        QCOMPARE(clipboardText(), QString());
        m_desk->answer(requests, tokenReply("d9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        QCOMPARE(clipboardText(), u"d9SQxWWhmdVRlyh0zh8gZDTkubVF"_s);
    }

    void aroundATokenItIsMasked_data() { shown(); }
    void aroundATokenItIsMasked()
    {
        QFETCH(bool, isShown);
        showToken(isShown);
        m_desk->body().setFocus();
        m_desk->body().selectAll();
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(u"\"access_token\": \""_s + mask + u"\",\n"_s));
        QVERIFY(clipboardText().endsWith(u"\"last\": null\n}"_s));
        QCOMPARE(m_desk->message(), u"Copied the selected text, the token masked"_s);

        // From its middle to behind it, and the whole object as a value.
        m_desk->selectText(isShown ? u"xWWh"_s : u"••"_s, u"expires_in"_s);
        press();
        QVERIFY(!clipboardText().contains(u"zh8g"_s));
        QVERIFY(clipboardText().endsWith(u"expires_in"_s));
        m_desk->putCursorAt(u"{"_s);
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(mask));
        QCOMPARE(m_desk->message(), u"Copied the value, the token in it masked"_s);
    }

    void selectingItWithTheMouseGivesItToNobody()
    {
        showToken(true);
        QClipboard *clipboard = QApplication::clipboard();
        QVERIFY(clipboard->supportsSelection());
        m_desk->putCursorAt(u"xWWh"_s);
        const QPoint place = m_desk->body().cursorRect().center();
        QTest::mouseDClick(m_desk->body().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_desk->body().textCursor().selectedText(), token);
        QVERIFY(!clipboard->text(QClipboard::Selection).contains(u"xWWhmd"_s));
        // What is no token is selected as everywhere.
        m_desk->putCursorAt(u"3599"_s);
        QTest::mouseDClick(m_desk->body().viewport(), Qt::LeftButton, {},
                           m_desk->body().cursorRect().center());
        QCOMPARE(clipboard->text(QClipboard::Selection), u"3599"_s);
    }

    void rawBytesAreNoWayRoundIt()
    {
        showToken(true);
        QVERIFY(m_desk->click(u"Raw bytes"_s));
        QVERIFY(m_desk->bodyText().contains(token));
        m_desk->selectText(token, token);
        press();
        checkTokenCopied();
        m_desk->body().selectAll();
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(mask));
        // There are no values in bytes.
        QApplication::clipboard()->clear();
        m_desk->putCursorAt(u"expires_in"_s);
        press();
        QCOMPARE(clipboardText(), QString());
    }

    void selectedTextIsCopiedAsItIs()
    {
        m_desk->selectText(u"expires_in"_s, u"3599"_s);
        press();
        QCOMPARE(clipboardText(), u"expires_in\": \"3599"_s);
        QCOMPARE(m_desk->message(), u"Copied the selected text"_s);
    }

    void copiedIsSaidOnceItIs()
    {
        m_desk->putCursorAt(u"expires_in"_s);
        const UnheardCopy other("from another program");
        QVERIFY(other.isThere());
        press();
        QVERIFY2(!m_desk->message().contains(u"Copied"_s), qPrintable(m_desk->message()));
        QTRY_COMPARE(m_desk->message(), u"Copied the value of expires_in"_s);
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), QByteArray("3599"));
    }

    void headersAreCopied()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.headers = {{"Date", "today"}, {"X-Id", "7f: 1"}};
        QVERIFY(m_desk->get(std::move(reply)));
        QVERIFY(m_desk->openTab(u"Headers"_s));
        auto *table = m_desk->find<QTableView>(u"Response headers"_s);
        table->setFocus(Qt::TabFocusReason);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"7f: 1"_s);
        QCOMPARE(m_desk->message(), u"Copied the value of X-Id"_s);
        QVERIFY(m_desk->chooseFrom(table, u"Copy all headers"_s));
        QCOMPARE(clipboardText(), u"Date: today\nX-Id: 7f: 1\n"_s);
    }

private:
    static void shown()
    {
        QTest::addColumn<bool>("isShown");
        QTest::newRow("masked") << false;
        QTest::newRow("shown") << true;
    }
    void showToken(bool isShown)
    {
        if (isShown)
            QVERIFY(m_desk->click(u"Show token"_s));
        QCOMPARE(m_desk->bodyText().contains(token), isShown);
    }
    void press() { QTest::keyClick(&m_desk->body(), Qt::Key_C, Qt::ControlModifier); }
    void checkTokenCopied()
    {
        QCOMPARE(clipboardText(), token);
        QVERIFY(isMarkedSecret());
        QVERIFY2(m_desk->message().startsWith(u"Copied the token of Alpha"_s),
                 qPrintable(m_desk->message()));
        QVERIFY(m_desk->window().clipboard().holdsOurs());
    }

    std::unique_ptr<ResponseDesk> m_desk;
};

QTEST_MAIN(ResponseCopy)
#include "response-copy.moc"
