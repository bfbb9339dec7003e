// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsedriver.h"

#include "core/request/formattedbody.h"

#include <QAccessible>
#include <QLabel>
#include <QScreen>
#include <QTableView>

using namespace tokeni;

/*! The pages of the bottom zone: raw bytes, headers, request and timing. */
class ResponsePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ResponseDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void explainWhyTheyAreEmpty()
    {
        const auto *body = m_driver->find<QPlainTextEdit>(u"Response body"_s);
        const QString before = body->placeholderText();
        QVERIFY(m_driver->get(QByteArray(), 400));
        const QString noBody = body->placeholderText();
        QVERIFY(noBody != before);
        QVERIFY(m_driver->get(faultReply(TransportFault::Kind::HostNotFound)));
        QVERIFY(body->placeholderText() != before);
        QVERIFY(body->placeholderText() != noBody);
        // Another environment has no answer yet.
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(body->placeholderText(), before);
    }

    void paintThatExplanation()
    {
        const QWidget *page = m_driver->body().viewport();
        const auto onScreen = [page] {
            const QRect place(page->mapToGlobal(QPoint()), page->size());
            return page->screen()
                ->grabWindow(0, place.x(), place.y(), place.width(), place.height())
                .toImage();
        };
        QImage before;
        QTRY_VERIFY(!(before = onScreen()).isNull());
        QVERIFY(m_driver->get(faultReply(TransportFault::Kind::HostNotFound)));
        QTRY_VERIFY(onScreen() != before);
        before = onScreen();
        QVERIFY(m_driver->get(faultReply(TransportFault::Kind::TooLarge)));
        QTRY_VERIFY(onScreen() != before);
    }

    void showRawBytesUnchanged()
    {
        const QByteArray body = "{\"b\":1,\r\n \"a\":\"\xff\"}";
        QVERIFY(m_driver->get(body, 500));
        QVERIFY(m_driver->click(u"Raw bytes"_s));
        QCOMPARE(m_driver->bodyText(), u"{\"b\":1,\\x0D\n \"a\":\"\\xFF\"}"_s);
        QVERIFY(m_driver->click(u"Raw bytes"_s));
        QCOMPARE(m_driver->bodyText(), formattedBody(body, false).remove(u'\r'));
    }

    void maskTheTokenInRawBytesUntilItIsShown()
    {
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->click(u"Raw bytes"_s));
        QVERIFY(m_driver->bodyText().startsWith(u"{\"access_token\":\"c9SQ•"_s));
        QVERIFY(!m_driver->everything().contains(u"xWWhmd"_s));
        QVERIFY(m_driver->click(u"Show token"_s));
        QVERIFY(m_driver->bodyText().contains(QString::fromLatin1(deskToken)));
        QVERIFY(m_driver->click(u"Show token"_s));
        QVERIFY(!m_driver->everything().contains(u"xWWhmd"_s));
    }

    void keepTheScrollPosition()
    {
        QVERIFY(m_driver->get("<html>\r\n\xc2\xa0one two\r\n</html>", 403));
        m_driver->selectText(u"two"_s, u"two"_s);
        Q_EMIT m_driver->tokens().changed(u"alpha"_s);
        QCOMPARE(m_driver->body().textCursor().selectedText(), u"two"_s);
    }

    void stayRawWhenAnotherEnvironmentIsSelected()
    {
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->click(u"Raw bytes"_s));
        const QString raw = m_driver->bodyText();
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->bodyText(), QString());
        QVERIFY(m_driver->get("{\"a\":1}"));
        QCOMPARE(m_driver->bodyText(), u"{\"a\":1}"_s);
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->bodyText(), raw);
    }

    void listHeadersInTheirOrder()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.headers = {{"Date", "today"}, {"Set-Cookie", "a"}, {"Set-Cookie", "<b>b</b>"}};
        QVERIFY(m_driver->get(std::move(reply)));
        const QString rows = u"Date\ttoday\nSet-Cookie\ta\nSet-Cookie\t<b>b</b>"_s;
        QCOMPARE(m_driver->text(u"Response headers"_s), rows);
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->text(u"Response headers"_s), QString());
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(u"Response headers"_s), rows);
    }

    void explainWhyHeaderNamesAreInLowerCase()
    {
        const auto *table = m_driver->find<QTableView>(u"Response headers"_s);
        QVERIFY(table);
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole)}) {
            const QString said = table->model()->headerData(0, Qt::Horizontal, role).toString();
            QVERIFY2(said.contains(u"however the server wrote them"_s), qPrintable(said));
        }
    }

    void showTheRequestAsItWasSent()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.http2 = true;
        QVERIFY(m_driver->get("{}"));
        QVERIFY(m_driver->text(u"Request sent"_s)
                    .startsWith(u"GET /oauth?grant_type=client_credentials HTTP/1.1\n"
                                "Host: alpha.test\n"_s));
        QVERIFY(m_driver->get(std::move(reply)));
        QVERIFY(m_driver->text(u"Request sent"_s).startsWith(u":authority: alpha.test\n"_s));
        QVERIFY(m_driver->text(u"Request sent"_s).contains(u"Basic ••••"_s));
    }

    void showTimingAsTextToo()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.timing = {true, true, 2400, 50'000, 155'000, 156'000, 300'000, 312'000};
        QVERIFY(m_driver->get(std::move(reply)));
        const QStringList words{u"Name lookup: 2.4 ms"_s, u"Connect: 48 ms"_s, u"TLS: 105 ms"_s,
                                u"Send: 1.0 ms"_s,        u"Wait: 144 ms"_s,   u"Download: 12 ms"_s,
                                u"Total: 312 ms"_s};
        QCOMPARE(m_driver->text(u"Timing"_s).split(u'\n'), words);
        auto *page = m_driver->find<QLabel>(u"Timing"_s);
        QCOMPARE(page->accessibleDescription().split(u'\n'), words);
        QVERIFY(m_driver->openTab(u"Timing"_s));
        QCOMPARE(QAccessible::queryAccessibleInterface(page)->text(QAccessible::Value),
                 page->text());
    }

    void reportAFailure()
    {
        HttpReply reply = faultReply(TransportFault::Kind::ConnectionClosed);
        reply.timing.connecting = 100;
        reply.timing.connected = 200;
        reply.timing.end = 20'000;
        QVERIFY(m_driver->get(std::move(reply)));
        const QString words = m_driver->text(u"Timing"_s);
        QVERIFY2(words.contains(u"Connect: 0.1 ms\nSend: cut off after 20 ms\n"_s),
                 qPrintable(words));
    }

    void paintABarForEachPhase()
    {
        HttpReply reply = replyOf(200, "{}");
        reply.timing = {false, true, 50'000, 100'000, {}, 200'000, 300'000, 400'000};
        QVERIFY(m_driver->get(std::move(reply)));
        QVERIFY(m_driver->openTab(u"Timing"_s));
        auto *page = m_driver->find<QLabel>(u"Timing"_s);
        const QImage picture = page->grab().toImage();
        const Theme theme(Theme::Scheme::Light);
        // The first and last column of the picture that has the colour.
        const auto span = [&](const QString &colour) {
            std::pair<int, int> columns{picture.width(), -1};
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    if (picture.pixelColor(x, y) == theme.colour(colour))
                        columns = {std::min(columns.first, x), std::max(columns.second, x)};
                }
            }
            return columns;
        };
        const auto preparing = span(u"simulator"_s);
        const auto waiting = span(u"accent"_s);
        const auto download = span(u"custom"_s);
        QVERIFY(preparing.first < preparing.second);
        // The bars are contiguous and proportional: the first two phases take as much as the rest.
        QVERIFY(std::abs(preparing.second - waiting.first) <= 4);
        QVERIFY(std::abs(waiting.second - download.first) <= 4);
        QVERIFY(std::abs((preparing.second - preparing.first) - (download.second - waiting.first))
                <= 8);
    }

    void areEmptyWithoutAnExchange()
    {
        QVERIFY(m_driver->getToken());
        QVERIFY(m_driver->select(u"Beta"_s));
        QCOMPARE(m_driver->text(u"Response status"_s), QString());
        QCOMPARE(m_driver->text(u"Request sent"_s), QString());
        QVERIFY(!m_driver->text(u"Timing"_s).contains(u"ms"_s));
    }

    void shortenTheStatusInASmallWindow()
    {
        HttpReply reply = replyOf(400, "{}");
        reply.reason = "Bad Request";
        QVERIFY(m_driver->get(std::move(reply)));
        const QString whole = m_driver->text(u"Response status"_s);
        QVERIFY2(whole.startsWith(u"400 Bad Request · "_s) && whole.endsWith(u" · 2 B"_s),
                 qPrintable(whole));
        m_driver->window().resize(720, 480);
        QTRY_VERIFY(m_driver->text(u"Response status"_s) != whole);
        QVERIFY(m_driver->text(u"Response status"_s).startsWith(u"400"_s));
        auto *status = m_driver->find<QLabel>(u"Response status"_s);
        QCOMPARE(status->accessibleDescription(), whole);
        QTRY_VERIFY(status->sizeHint().width() <= status->width());
    }

private:
    std::unique_ptr<ResponseDriver> m_driver;
};

QTEST_MAIN(ResponsePages)
#include "response-pages.moc"
