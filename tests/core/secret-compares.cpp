// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

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
        QTest::newRow("one is the other's beginning") << bytes("ab") << bytes("abc") << false;
        QTest::newRow("letter case") << bytes("ABC") << bytes("abc") << false;
        QTest::newRow("the differences undo each other") << bytes("ba") << bytes("ab") << false;
        QTest::newRow("highest bit") << bytes("\xE1") << bytes("a") << false;
        QTest::newRow("the same behind NUL")
            << QByteArray("a\0b", 3) << QByteArray("a\0b", 3) << true;
        QTest::newRow("different behind NUL")
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
};

QTEST_APPLESS_MAIN(SecretComparesTest)
#include "secret-compares.moc"
