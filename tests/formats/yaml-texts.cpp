// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/jsonvariables.h"
#include "formats/text/yamltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

QString written(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString() + u'"';
    if (const auto text = secretOf(value))
        return text->reveal();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return u"null"_s;
}

// The value of "a", or the line in which the text is broken.
QString meaning(QByteArrayView text)
{
    const auto tree = readYaml(text);
    if (tree)
        return written((*tree)[u"a"_s]);
    return tree.error().kind == ImportProblem::Kind::BrokenYaml
        ? u"broken in line %1"_s.arg(tree.error().line)
        : u"too much"_s;
}

// Collections in collections.
QByteArray nested(int depth)
{
    return QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
}

} // namespace

/*! What a text of YAML means. All but the limits is what the npm package "yaml" 2.9.1, with which
 *  Insomnia and Bruno read, makes of it; seen by running it. */
class YamlTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meanWhatTheyMeanToTheirPrograms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("meant");
        const auto row = [](const QByteArray &text, const QString &meant) {
            QTest::newRow(text.constData()) << text << meant;
        };
        row("a: abc", u"\"abc\""_s);
        row("a: 'it''s'", u"\"it's\""_s);
        row("a: \"\\u0041\\x42\\/\"", u"\"AB/\""_s);
        row("a: 0123", u"123"_s);
        row("a: '0123'", u"\"0123\""_s);
        row("a: ! 0123", u"\"0123\""_s);
        row("a: !!str 0123", u"\"0123\""_s);
        row("a: !!int \"012\"", u"12"_s);
        row("a: !key 12", u"\"12\""_s);
        row("a: +12", u"12"_s);
        row("a: -0", u"0"_s);
        row("a: 1e5", u"100000"_s);
        row("a: 1.5e+3", u"1500"_s);
        row("a: 1e", u"\"1e\""_s);
        row("a: 1.0", u"1"_s);
        row("a: 0.1", u"0.1"_s);
        row("a: .5", u"0.5"_s);
        row("a: -5.", u"-5"_s);
        row("a: 1e21", u"1e+21"_s);
        row("a: 1e-7", u"1e-7"_s);
        row("a: 0.000001", u"0.000001"_s);
        row("a: 0x1F", u"31"_s);
        row("a: -0x1F", u"\"-0x1F\""_s);
        row("a: 0o17", u"15"_s);
        row("a: 0o8", u"\"0o8\""_s);
        row("a: 0b11", u"\"0b11\""_s);
        row("a: 1_000", u"\"1_000\""_s);
        row("a: 1:30", u"\"1:30\""_s);
        row("a: 12345678901234567890", u"12345678901234567000"_s);
        row("a: 2024-01-01", u"\"2024-01-01\""_s);
        row("a: yes", u"\"yes\""_s);
        row("a: on", u"\"on\""_s);
        row("a: True", u"true"_s);
        row("a: tRue", u"\"tRue\""_s);
        row("a: FALSE", u"false"_s);
        row("a: null", u"null"_s);
        row("a: Null", u"null"_s);
        row("a: ~", u"null"_s);
        row("a:", u"null"_s);
        row("a: ''", u"\"\""_s);
        row("a: key:secret", u"\"key:secret\""_s);
        row("a: x#c", u"\"x#c\""_s);
        row("a: x #c", u"\"x\""_s);
        row("a: k1\n  k2", u"\"k1 k2\""_s);
        row("a: |\n  k1\n", u"\"k1\n\""_s);
        row("a: >-\n  k1\n  k2", u"\"k1 k2\""_s);
        row("a:\tb", u"\"b\""_s);
        row("a: 1 \t", u"1"_s);
        row("a:\r\n  b: 1\r\n", u"{\"b\":1}"_s);
        row("? a\n: b", u"\"b\""_s);
        row("? [x]\n: y\n? {x: y}\n: z\n? a\n: b", u"\"b\""_s);
        row("&k a: 1", u"1"_s);
        row("{\"a\":\"b\"}", u"\"b\""_s);
        row("b: &x 012\na: *x", u"12"_s);
        row("x: &b {k: 1}\na:\n  <<: *b\n  c: 2", u"{\"<<\":{\"k\":1},\"c\":2}"_s);
        row("%YAML 1.2\n---\n# c\na: b", u"\"b\""_s);
        row("a: b\n...\n# c\n", u"\"b\""_s);
    }
    void meanWhatTheyMeanToTheirPrograms()
    {
        QFETCH(QByteArray, text);
        QTEST(meaning(text), "meant");
    }

    void areRefusedByALine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        const auto row = [](const QByteArray &text, int line) {
            QTest::newRow(text.constData()) << text << line;
        };
        row("a: 1\na: 2", 2);
        row("x:\n  a: 1\n  b: 2\n  a: 3\n", 4);
        row("a: 1\n---\nb: 2", 2);
        row("a: 1\n---\n", 2);
        row("a:\n\tb: 1", 2);
        row("a: [1, 2", 1);
        row("a: \"x", 1);
        row("a: *x", 1);
        row("a: @x", 1);
        row("a: `x`", 1);
        row("a: x: y", 1);
    }
    void areRefusedByALine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QCOMPARE(meaning(text), u"broken in line %1"_s.arg(line));
    }

    void areReadUpToTheLimits()
    {
        QCOMPARE(meaning("a: " + nested(99)), QString::fromLatin1(nested(99)));
        QCOMPARE(meaning("a: " + nested(100)), u"too much"_s);

        QByteArray list = "a:\n";
        for (int i = 0; i < 199'997; ++i)
            list += "- x\n";
        QVERIFY(readYaml(list));
        QCOMPARE(meaning(list + "- x\n"), u"too much"_s);
    }

    void areNotRepeatedBeyondTheLimits()
    {
        // A thousand values, a thousand times.
        const QByteArray list = "x: &x [" + QByteArray("1,").repeated(1000) + "]\n";
        QVERIFY(readYaml(list + "a: [" + QByteArray("*x,").repeated(100) + "]\n"));
        QCOMPARE(meaning(list + "a: [" + QByteArray("*x,").repeated(1000) + "]\n"), u"too much"_s);

        // Each contains the one before.
        QByteArray chain = "c0: &c0 {k: v}\n";
        for (int i = 1; i < 120; ++i) {
            const QByteArray number = QByteArray::number(i);
            chain += "c" + number + ": &c" + number + " {k: *c" + QByteArray::number(i - 1) + "}\n";
        }
        QCOMPARE(meaning(chain), u"too much"_s);

        // Itself.
        QCOMPARE(meaning("a: &a {k: *a}"), u"{\"k\":null}"_s);
    }
};

QTEST_GUILESS_MAIN(YamlTexts)
#include "yaml-texts.moc"
