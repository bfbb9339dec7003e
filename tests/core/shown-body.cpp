// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/shownbody.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// The longest run of characters of \a secret that \a text holds.
qsizetype longestPartOf(const QString &secret, const QString &text)
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
    void isIndentedInItsOwnOrder()
    {
        QCOMPARE(
            shownBody("{\"requestId\":\"1\",\"errorCode\" : \"400.008.01\",\"list\":[1,{}, [ ]]}",
                      false),
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
        QCOMPARE(shownBody("{\"a\":\"{x,\\\":[y\\\\\"}", false),
                 u"{\n"
                 "  \"a\": \"{x,\\\":[y\\\\\"\n"
                 "}"_s);
    }

    void isLeftAloneWhenItIsNotJson()
    {
        QCOMPARE(shownBody("<html>{a,b}</html>", false), u"<html>{a,b}</html>"_s);
        QCOMPARE(shownBody("", false), QString());
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
        const QString masked = shownBody(body, false);
        QVERIFY(!masked.contains(u"xWWhmd"_s));
        QVERIFY(masked.contains(u"access_token"_s));
        QVERIFY(shownBody(body, true).contains(u"xWWhmd"_s));
    }

    // Wherever an answer is cut, no more of its token shows in one piece than the mask leaves.
    void masksTheTokenWhereverTheAnswerIsCut()
    {
        const QByteArray token = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
        const QByteArray body = "{\"expires_in\": \"3599\", \"access_token\": \"" + token + "\"}";
        for (qsizetype size = 0; size <= body.size(); ++size) {
            const QString shown = shownBody(body.first(size), false);
            QVERIFY2(longestPartOf(QString::fromLatin1(token), shown) <= 4, qPrintable(shown));
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
                = shownBody("{\"access_token\":\"" + written + "\",\"n\":1}", false);
            QVERIFY(longestPartOf(QString::fromLatin1(token), shown) <= 4);
        }
    }

    void endsWithHowMuchThereWasWhenItIsLong()
    {
        const QByteArray body(1024 * 1024, 'x');
        const QString shown = shownBody(body, false);
        QVERIFY(shown.size() < longestShownBody + 200);
        QVERIFY(shown.contains(u"1048576"_s));
    }

    void neverSplitsTheMaskOfATokenAtTheCut()
    {
        const QByteArray body = QByteArray(longestShownBody - 30, ' ')
            + "\"access_token\":\"c9SQxWWhmdVRlyh0zh8gZDTkubVF\"";
        QVERIFY(!shownBody(body, false).contains(u"xWWhmd"_s));
    }
};

QTEST_GUILESS_MAIN(ShownBodyTest)
#include "shown-body.moc"
