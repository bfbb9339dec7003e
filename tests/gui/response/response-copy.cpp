// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/unheardcopy.h"
#include "responsedriver.h"

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

/*! What is copied from an answer, and how its token is. */
class ResponseCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::clipboard()->clear();
        m_driver = std::make_unique<ResponseDriver>();
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->getToken());
    }
    void cleanup() { m_driver.reset(); }

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
        m_driver->putCursorAt(line);
        press();
        QCOMPARE(clipboardText(), copied);
        QCOMPARE(m_driver->message(), message);
        QVERIFY(!isMarkedSecret());

        QApplication::clipboard()->clear();
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Copy value"_s));
        QCOMPARE(clipboardText(), copied);
    }

    void theTokensValueIsCopiedLikeAToken_data() { shown(); }
    void theTokensValueIsCopiedLikeAToken()
    {
        QFETCH(bool, isShown);
        showToken(isShown);
        m_driver->putCursorAt(u"access_token"_s);
        press();
        checkTokenCopied();
    }

    void aSelectedTokenIsCopiedLikeAToken_data()
    {
        QTest::addColumn<bool>("isShown");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("shown") << true << token << token;
        QTest::newRow("with its quotes") << true << u"\"c9SQ"_s << u"ubVF\","_s;
        QTest::newRow("a part of it") << true << u"xWWh"_s << u"zh8g"_s;
        QTest::newRow("masked") << false << mask << mask;
    }
    void aSelectedTokenIsCopiedLikeAToken()
    {
        QFETCH(bool, isShown);
        QFETCH(QString, first);
        QFETCH(QString, last);
        showToken(isShown);
        m_driver->selectText(first, last);
        press();
        checkTokenCopied();
        QApplication::clipboard()->clear();
        QVERIFY(m_driver->chooseFrom(&m_driver->body(), u"Copy"_s));
        checkTokenCopied();
    }

    void aTokenCloseToItsEndIsRenewedFirst()
    {
        m_driver->clock.advance(3550 * 1000);
        m_driver->putCursorAt(u"access_token"_s);
        const int requests = m_driver->transport.count();
        press();
        QTRY_COMPARE(m_driver->transport.count(), requests + 1);
        QCOMPARE(clipboardText(), QString());
        m_driver->answer(requests, tokenReply("d9SQxWWhmdVRlyh0zh8gZDTkubVF"));
        QCOMPARE(clipboardText(), u"d9SQxWWhmdVRlyh0zh8gZDTkubVF"_s);
    }

    void aTokenInsideASelectionIsMasked_data() { shown(); }
    void aTokenInsideASelectionIsMasked()
    {
        QFETCH(bool, isShown);
        showToken(isShown);
        m_driver->body().setFocus();
        m_driver->body().selectAll();
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(u"\"access_token\": \""_s + mask + u"\",\n"_s));
        QVERIFY(clipboardText().endsWith(u"\"last\": null\n}"_s));
        QCOMPARE(m_driver->message(), u"Copied the selected text, with the token masked"_s);

        // A selection from the token's middle to behind it, and the whole object as a value.
        m_driver->selectText(isShown ? u"xWWh"_s : u"••"_s, u"expires_in"_s);
        press();
        QVERIFY(!clipboardText().contains(u"zh8g"_s));
        QVERIFY(clipboardText().endsWith(u"expires_in"_s));
        m_driver->putCursorAt(u"{"_s);
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(mask));
        QCOMPARE(m_driver->message(), u"Copied the value, with the token in it masked"_s);
    }

    void selectingATokenWithTheMouseGivesItToNobody()
    {
        showToken(true);
        QClipboard *clipboard = QApplication::clipboard();
        QVERIFY(clipboard->supportsSelection());
        m_driver->putCursorAt(u"xWWh"_s);
        const QPoint place = m_driver->body().cursorRect().center();
        QTest::mouseDClick(m_driver->body().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_driver->body().textCursor().selectedText(), token);
        QVERIFY(!clipboard->text(QClipboard::Selection).contains(u"xWWhmd"_s));
        // Text that is not a token can be selected as anywhere else.
        m_driver->putCursorAt(u"3599"_s);
        QTest::mouseDClick(m_driver->body().viewport(), Qt::LeftButton, {},
                           m_driver->body().cursorRect().center());
        QCOMPARE(clipboard->text(QClipboard::Selection), u"3599"_s);
    }

    void rawBytesDoNotRevealATokenEither()
    {
        showToken(true);
        QVERIFY(m_driver->click(u"Raw bytes"_s));
        QVERIFY(m_driver->bodyText().contains(token));
        m_driver->selectText(token, token);
        press();
        checkTokenCopied();
        m_driver->body().selectAll();
        press();
        QVERIFY(!clipboardText().contains(u"xWWhmd"_s));
        QVERIFY(clipboardText().contains(mask));
        // Raw bytes have no values.
        QApplication::clipboard()->clear();
        m_driver->putCursorAt(u"expires_in"_s);
        press();
        QCOMPARE(clipboardText(), QString());
    }

    void selectedTextIsCopiedUnchanged()
    {
        m_driver->selectText(u"expires_in"_s, u"3599"_s);
        press();
        QCOMPARE(clipboardText(), u"expires_in\": \"3599"_s);
        QCOMPARE(m_driver->message(), u"Copied the selected text"_s);
    }

    void aCopyIsReportedOnceItIsDone()
    {
        m_driver->putCursorAt(u"expires_in"_s);
        const UnheardCopy other("from another program");
        QVERIFY(other.isThere());
        press();
        QVERIFY2(!m_driver->message().contains(u"Copied"_s), qPrintable(m_driver->message()));
        QTRY_COMPARE(m_driver->message(), u"Copied the value of expires_in"_s);
        QCOMPARE(clipboardAsOthersSeeIt(u"UTF8_STRING"_s), QByteArray("3599"));
    }

    void headersAreCopied()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.headers = {{"Date", "today"}, {"X-Id", "7f: 1"}};
        QVERIFY(m_driver->get(std::move(reply)));
        QVERIFY(m_driver->openTab(u"Headers"_s));
        auto *table = m_driver->find<QTableView>(u"Response headers"_s);
        table->setFocus(Qt::TabFocusReason);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText(), u"7f: 1"_s);
        QCOMPARE(m_driver->message(), u"Copied the value of X-Id"_s);
        QVERIFY(m_driver->chooseFrom(table, u"Copy all headers"_s));
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
            QVERIFY(m_driver->click(u"Show token"_s));
        QCOMPARE(m_driver->bodyText().contains(token), isShown);
    }
    void press() { QTest::keyClick(&m_driver->body(), Qt::Key_C, Qt::ControlModifier); }
    void checkTokenCopied()
    {
        QCOMPARE(clipboardText(), token);
        QVERIFY(isMarkedSecret());
        QVERIFY2(m_driver->message().startsWith(u"Copied the token of Alpha"_s),
                 qPrintable(m_driver->message()));
        QVERIFY(m_driver->window().clipboard().holdsOurs());
    }

    std::unique_ptr<ResponseDriver> m_driver;
};

QTEST_MAIN(ResponseCopy)
#include "response-copy.moc"
