// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/jsonvalue.h"

#include "core/request/formattedbody.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

//  0 {
//  1   "text": "a \"b\" \u00e9\n",
//  2   "number": 3.10,
//  3   "yes": true,
//  4   "nothing": null,
//  5   "\u0061:b": "",
//  6   "list": [
//  7     1,
//  8     {
//  9       "deep": "x,"
// 10     },
// 11     []
// 12   ],
// 13   "{": {}
// 14 }
const QByteArray sample = "{\"text\":\"a \\\"b\\\" \\u00e9\\n\",\"number\":3.10,\"yes\":true,"
                          "\"nothing\":null,\"\\u0061:b\":\"\",\"list\":[1,{\"deep\":\"x,\"},"
                          "[]],\"{\":{}}";

} // namespace

/*! The value that *Copy value* copies from a line. */
class JsonValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenFromItsLine_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        const auto row = [](int line, const QString &name, const QString &text) {
            QTest::addRow("line %d", line) << line << name << text;
        };
        const QString object = u"{\n  \"deep\": \"x,\"\n}"_s;
        const QString list = u"[\n  1,\n  {\n    \"deep\": \"x,\"\n  },\n  []\n]"_s;
        row(0, {}, formattedBody(sample, false));
        row(1, u"text"_s, u"a \"b\" é\n"_s);
        row(2, u"number"_s, u"3.10"_s);
        row(3, u"yes"_s, u"true"_s);
        row(4, u"nothing"_s, u"null"_s);
        row(5, u"a:b"_s, {});
        row(6, u"list"_s, list);
        row(7, {}, u"1"_s);
        row(8, {}, object);
        row(9, u"deep"_s, u"x,"_s);
        row(10, {}, object);
        row(11, {}, u"[]"_s);
        row(12, u"list"_s, list);
        row(13, u"{"_s, u"{}"_s);
        row(14, {}, formattedBody(sample, false));
    }
    void isTakenFromItsLine()
    {
        QFETCH(int, line);
        QFETCH(QString, name);
        QFETCH(QString, text);
        const auto value = jsonValueAt(formattedBody(sample, false), line);
        QVERIFY(value);
        QCOMPARE(value->name, name);
        QCOMPARE(value->text, text);
    }

    void isMissingOnALineWithoutOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty text") << QString() << 0;
        QTest::newRow("line before the first") << u"[\n  1\n]"_s << -1;
        QTest::newRow("line after the last") << u"[\n  1\n]"_s << 3;
        QTest::newRow("empty line") << u"\n[]"_s << 0;
        QTest::newRow("unmatched closing bracket") << u"}"_s << 0;
    }
    void isMissingOnALineWithoutOne()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        QVERIFY(!jsonValueAt(text, line));
    }

    void foldsFromItsOpeningToItsClosingBracket()
    {
        using Folds = QHash<qsizetype, qsizetype>;
        const QStringList lines = formattedBody(sample, false).split(u'\n');
        QCOMPARE(jsonFolds(lines), (Folds{{0, 14}, {6, 12}, {8, 10}}));
        QCOMPARE(jsonFolds({u"{"_s, u"  \"a\": 1"_s}), Folds());
        QCOMPARE(jsonFolds({u"}"_s, u"["_s, u"]"_s}), (Folds{{1, 2}}));
    }
};

QTEST_GUILESS_MAIN(JsonValueTest)
#include "json-value.moc"
