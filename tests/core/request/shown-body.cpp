// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/formattedbody.h"
#include "core/request/redaction.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// Length of the longest run of characters of \a secret that \a text contains.
qsizetype maxPartOf(const QString &secret, const QString &text)
{
    qsizetype longest = 0;
    for (qsizetype from = 0; from < secret.size(); ++from) {
        while (from + longest < secret.size() && text.contains(secret.sliced(from, longest + 1)))
            ++longest;
    }
    return longest;
}

} // namespace

class ShownBodyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isIndentedWithoutChangingTheOrder()
    {
        QCOMPARE(
            formattedBody(
                "{\"requestId\":\"1\",\"errorCode\" : \"400.008.01\",\"list\":[1,{}, [ ]]}", false),
            u"{\n"
            "  \"requestId\": \"1\",\n"
            "  \"errorCode\": \"400.008.01\",\n"
            "  \"list\": [\n"
            "    1,\n"
            "    {},\n"
            "    []\n"
            "  ]\n"
            "}"_s);
    }

    void keepsWhatLooksLikeStructureInsideTexts()
    {
        QCOMPARE(formattedBody("{\"a\":\"{x,\\\":[y\\\\\"}", false),
                 u"{\n"
                 "  \"a\": \"{x,\\\":[y\\\\\"\n"
                 "}"_s);
    }

    void isUnchangedIfItIsNotJson()
    {
        QCOMPARE(formattedBody("<html>{a,b}</html>", false), u"<html>{a,b}</html>"_s);
        QCOMPARE(formattedBody("", false), QString());
    }

    void masksEveryToken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("as Daraja sends it") << QByteArray(
            "{\"access_token\": \"c9SQxWWhmdVRlyh0zh8gZDTkubVF\", \"expires_in\": \"3599\"}");
        QTest::newRow("cut off inside the token")
            << QByteArray("{\"access_token\": \"c9SQxWWhmdVRlyh0z");
        QTest::newRow("not JSON") << QByteArray(
            "x \"access_token\":\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\" x");
        QTest::newRow("inside another object")
            << QByteArray("{\"data\":{\"access_token\":\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"}}");
        QTest::newRow("with an escaped quote")
            << QByteArray("{\"access_token\":\"ab\\\"c9SQxWWhmdVRlyh0zh8\"}");
        QTest::newRow("over several lines")
            << QByteArray("{\"access_token\"\n:\n\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"}");
        QTest::newRow("short") << QByteArray("{\"access_token\":\"xWWhmd\"}");
    }
    void masksEveryToken()
    {
        QFETCH(QByteArray, body);
        const QString masked = formattedBody(body, false);
        QVERIFY(!masked.contains(u"xWWhmd"_s));
        QVERIFY(masked.contains(u"access_token"_s));
        QVERIFY(formattedBody(body, true).contains(u"xWWhmd"_s));
    }

    // Wherever an answer is cut, no piece of its token is shown that is longer than what the mask
    // shows.
    void masksTheTokenWhereverTheAnswerIsCut()
    {
        const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
        const QByteArray body = "{\"expires_in\": \"3599\", \"access_token\": \"" + token + "\"}";
        for (qsizetype size = 0; size <= body.size(); ++size) {
            const QString shown = formattedBody(body.first(size), false);
            QVERIFY2(maxPartOf(QString::fromLatin1(token), shown) <= 4, qPrintable(shown));
        }
    }

    void masksAnyToken()
    {
        QRandomGenerator dice(20260102); // The same tokens in each run.
        for (int round = 0; round < 500; ++round) {
            QByteArray token;
            for (int i = dice.bounded(1, 60); i > 0; --i)
                token += "ABCDEFGHIJKLMNOPQRSTUVWXYZ-._~+/"[dice.bounded(32)];
            QByteArray written = token;
            if (dice.bounded(2))
                written.replace("/", "\\/");
            const QString shown
                = formattedBody("{\"access_token\":\"" + written + "\",\"n\":1}", false);
            QVERIFY(maxPartOf(QString::fromLatin1(token), shown) <= 4);
        }
    }

    void saysHowMuchWasCutIfItIsLong()
    {
        const QByteArray body(1024 * 1024, 'x');
        const QString shown = formattedBody(body, false);
        QVERIFY(shown.size() < maxShownBody + 200);
        QVERIFY(shown.contains(u"1048576"_s));
    }

    void isExactlyWhatWasReceivedWhenRaw_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QByteArray &body, const QString &shown) {
            QTest::newRow(name) << body << shown;
        };
        const QByteArray json = "{\"b\":1,\t\"a\" : [ 1 ]\n}\n";
        row("empty", "", {});
        row("JSON, unchanged", json, QString::fromLatin1(json));
        row("carriage return", "a\r\nb", u"a\\x0D\nb"_s);
        row("zero and escape", QByteArray("\0\x1b[31m", 6), u"\\x00\\x1B[31m"_s);
        row("delete", "\x7f", u"\\x7F"_s);
        row("beyond ASCII", "Habari \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", u"Habari é € 😀"_s);
        row("byte order mark", "\xef\xbb\xbf{}", u"\\xEF\\xBB\\xBF{}"_s);
        row("control beyond ASCII", "\xc2\x85", u"\\xC2\\x85"_s);
        row("line separator", "\xe2\x80\xa8", u"\\xE2\\x80\\xA8"_s);
        row("right to left", "\xe2\x80\xae", u"\\xE2\\x80\\xAE"_s);
        row("U+FFFD itself", "\xef\xbf\xbd", u"\uFFFD"_s);
        row("Latin-1", "caf\xe9!", u"caf\\xE9!"_s);
        row("cut character", "\xe2\x82", u"\\xE2\\x82"_s);
        row("lone continuation", "a\x80z", u"a\\x80z"_s);
        row("overlong", "\xc0\xaf", u"\\xC0\\xAF"_s);
        row("surrogate", "\xed\xa0\x80", u"\\xED\\xA0\\x80"_s);
        row("not the first byte of any character", "\xff\xfe", u"\\xFF\\xFE"_s);
    }
    void isExactlyWhatWasReceivedWhenRaw()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, shown);
        QCOMPARE(rawBody(body, false), shown);
        QCOMPARE(rawBody(body, true), shown);
    }

    void masksATokenWhoseNameIsWrittenWithEscapes()
    {
        for (const QByteArray name :
             {"access\\u005ftoken", "\\u0061ccess_token", "refresh_\\u0054oken",
              "\\u0061\\u0063\\u0063\\u0065\\u0073\\u0073\\u005F\\u0054\\u006F\\u006b\\u0065\\u006"
              "e"}) {
            const QByteArray body = "{\"" + name + "\":\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"}";
            for (const QString &masked : {formattedBody(body, false), rawBody(body, false)}) {
                QVERIFY2(!masked.contains(u"xWWhmd"_s), name);
                QVERIFY(masked.contains(QString::fromLatin1(name)));
            }
        }
    }

    void masksEveryTokenWhenRaw_data() { masksEveryToken_data(); }
    void masksEveryTokenWhenRaw()
    {
        QFETCH(QByteArray, body);
        for (const QByteArray &written :
             {body, QByteArray(body).replace(":", "\r\n:\r\n"), body + '\0', "\xff" + body}) {
            const QString masked = rawBody(written, false);
            QVERIFY(!masked.contains(u"xWWhmd"_s));
            QVERIFY(masked.contains(u"access_token"_s));
            QVERIFY(rawBody(written, true).contains(u"xWWhmd"_s));
        }
    }

    void hasTokensThatAreFoundAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        const QByteArray one = R"({"access_token":"c9SQxWWhmdVRlyh0zh8g","n":"x"})";
        const QString token = u"c9SQxWWhmdVRlyh0zh8g"_s;
        const QString mask = u"c9SQ••••••••••••••••••••zh8g"_s;
        QTest::newRow("shown") << formattedBody(one, true) << QStringList{token};
        QTest::newRow("masked") << formattedBody(one, false) << QStringList{mask};
        QTest::newRow("raw") << rawBody(one, true) << QStringList{token};
        QTest::newRow("raw, with line ends")
            << rawBody(QByteArray(one).replace(":", " \r\n:\r\n"), true) << QStringList{token};
        QTest::newRow("two") << formattedBody("[" + one + ',' + one + ']', true)
                             << QStringList{token, token};
        QTest::newRow("under another name")
            << formattedBody("{\"refreshToken\":\"" + token.toUtf8() + "\"}", true)
            << QStringList{token};
        QTest::newRow("XML") << formattedBody(
            "<r><access_token>" + token.toUtf8() + "</access_token></r>", true)
                             << QStringList{token};
        QTest::newRow("just a token")
            << formattedBody(token.toUtf8() + '\n', true) << QStringList{token};
        QTest::newRow("empty") << formattedBody(R"({"access_token":""})", true) << QStringList();
        QTest::newRow("no token") << formattedBody(R"({"token":"x"})", true) << QStringList();
    }
    void hasTokensThatAreFoundAgain()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tokens);
        QStringList found;
        for (const TextSpan &span : tokenSpans(text))
            found.append(text.sliced(span.start, span.length));
        QCOMPARE(found, tokens);
    }

    void isCutWhenRawToo()
    {
        const QString shown = rawBody(QByteArray(1024 * 1024, '\xff'), false);
        QVERIFY(shown.size() < 4 * maxBinaryPreview + 200);
        QVERIFY(shown.contains(u"1048576"_s));
    }

    void isCutSoonerIfBinary()
    {
        const QByteArray text = QByteArray(maxShownBody - 4, 'x') + "\u20ac";
        for (const QByteArray &noise : {QByteArray(text + '\xff'), QByteArray(text + '\0')}) {
            QVERIFY(formattedBody(noise, false).size() < maxBinaryPreview + 200);
            QVERIFY(formattedBody(noise.last(maxBinaryPreview), false).size() <= maxBinaryPreview);
        }
        // A character that is cut in two does not make the body binary.
        const QByteArray longer = QByteArray(maxShownBody - 1, 'x') + "\u20ac";
        QVERIFY(formattedBody(longer, false).size() > maxShownBody - 2);
    }

    void neverSplitsTheMaskOfATokenAtTheCut()
    {
        const QByteArray body = QByteArray(maxShownBody - 30, ' ')
            + "\"access_token\":\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"";
        QVERIFY(!formattedBody(body, false).contains(u"xWWhmd"_s));
        QVERIFY(!rawBody(body, false).contains(u"xWWhmd"_s));
    }
};

QTEST_GUILESS_MAIN(ShownBodyTest)
#include "shown-body.moc"
