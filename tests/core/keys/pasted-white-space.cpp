// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"

#include <QTest>

using namespace tokeni;

class PastedWhiteSpaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRemovedAndReported_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QByteArray>("meant");
        const auto row = [](const char *name, const QByteArray &pasted, const QByteArray &meant) {
            QTest::newRow(name) << pasted << meant;
        };
        row("none", "abc", "abc");
        row("empty", "", "");
        row("leading space", " abc", "abc");
        row("trailing space", "abc ", "abc");
        row("line end", "abc\n", "abc");
        row("Windows line end", "abc\r\n", "abc");
        row("tabs", "\tabc\t\t", "abc");
        row("form feed and vertical tab", "\f\vabc\v\f", "abc");
        row("no-break space",
            "\xC2\xA0"
            "abc\xC2\xA0",
            "abc");
        row("zero-width space",
            "\xE2\x80\x8B"
            "abc\xE2\x80\x8B",
            "abc");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "abc",
            "abc");
        row("all of them", " \xC2\xA0\n\xEF\xBB\xBF abc \xE2\x80\x8B\r\n\xC2\xA0 ", "abc");
        row("only white space", " \n\xC2\xA0 ", "");
        row("white space inside stays", " a b ", "a b");
        row("a letter that ends in the same byte as a no-break space", "\xC3\xA0", "\xC3\xA0");
    }

    void isRemovedAndReported()
    {
        QFETCH(QByteArray, pasted);
        QFETCH(QByteArray, meant);
        const bool differs = pasted != meant;

        const auto key = trimmed({Secret(pasted), Secret("secret")});
        QCOMPARE(key.credentials.consumerKey.view().toByteArray(), meant);
        QCOMPARE(key.credentials.consumerSecret.view(), "secret");
        QCOMPARE(key.trimmed, differs);

        const auto secret = trimmed({Secret("key"), Secret(pasted)});
        QCOMPARE(secret.credentials.consumerKey.view(), "key");
        QCOMPARE(secret.credentials.consumerSecret.view().toByteArray(), meant);
        QCOMPARE(secret.trimmed, differs);
    }
};

QTEST_APPLESS_MAIN(PastedWhiteSpaceTest)
#include "pasted-white-space.moc"
