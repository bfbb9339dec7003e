// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret/secret.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class SecretComparesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byItsBytes_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("equal");
        const auto bytes = [](const char *text) { return QByteArray(text); };
        QTest::newRow("both empty") << bytes("") << bytes("") << true;
        QTest::newRow("the same") << bytes("abc") << bytes("abc") << true;
        QTest::newRow("one empty") << bytes("abc") << bytes("") << false;
        QTest::newRow("first byte differs") << bytes("xbc") << bytes("abc") << false;
        QTest::newRow("last byte differs") << bytes("abx") << bytes("abc") << false;
        QTest::newRow("one is a prefix of the other") << bytes("ab") << bytes("abc") << false;
        QTest::newRow("letter case") << bytes("ABC") << bytes("abc") << false;
        QTest::newRow("the differences cancel out") << bytes("ba") << bytes("ab") << false;
        QTest::newRow("highest bit") << bytes("\xE1") << bytes("a") << false;
        QTest::newRow("the same after NUL")
            << QByteArray("a\0b", 3) << QByteArray("a\0b", 3) << true;
        QTest::newRow("different after NUL")
            << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
    }

    void byItsBytes()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, equal);
        QCOMPARE(Secret(a) == Secret(b), equal);
        QCOMPARE(Secret(b) == Secret(a), equal);
        QCOMPARE(Secret(a) != Secret(b), !equal);
    }

    void andRevealsThemAsText()
    {
        QCOMPARE(Secret("Schl\xC3\xBCssel").reveal(), u"Schlüssel"_s);
        QCOMPARE(Secret::taking(u"Schlüssel"_s).size(), 10);
    }

    // It is neither left out nor replaced with another character, which could make it a valid key.
    void andKeepsHalfOfASurrogatePairAsInvalidUtf8_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &[name, half] : {std::pair{"the first high one", 0xD800},
                                         {"the last high one", 0xDBFF},
                                         {"the first low one", 0xDC00},
                                         {"the last low one", 0xDFFF}}) {
            QTest::addRow("%s alone", name) << QString(QChar(half));
            QTest::addRow("%s inside", name) << u"schlüssel"_s + QChar(half) + u"💶"_s;
            QTest::addRow("%s at the end", name) << u"💶"_s + QChar(half);
            QTest::addRow("%s twice", name) << QString(2, QChar(half)) + u'k';
        }
        QTest::newRow("the wrong way round") << QString(QChar(0xDC00)) + QChar(0xD800);
    }
    void andKeepsHalfOfASurrogatePairAsInvalidUtf8()
    {
        QFETCH(QString, text);
        const Secret secret = Secret::taking(QString(text));
        QVERIFY(!secret.view().isValidUtf8());
        QCOMPARE(secret.reveal(), text);
    }

    void andRevealsInvalidTextAsReplacementCharacters()
    {
        QCOMPARE(Secret("a\xFF\xED").reveal(), u"a\uFFFD\uFFFD"_s);
    }
};

QTEST_APPLESS_MAIN(SecretComparesTest)
#include "secret-compares.moc"
