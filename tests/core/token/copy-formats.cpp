// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/copyformat.h"

#include <QTest>

using namespace tokeni;

Q_DECLARE_METATYPE(tokeni::CopyFormat)

class CopyFormatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areExactAndHaveNoLineEnd_data()
    {
        QTest::addColumn<CopyFormat>("format");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, CopyFormat format, const char *text) {
            QTest::newRow(name) << format << QByteArray(text);
        };
        row("Bearer header", CopyFormat::BearerHeader, "Authorization: Bearer aB3-._~+/9==");
        row("token", CopyFormat::BareToken, "aB3-._~+/9==");
        row("header value", CopyFormat::BearerValue, "Bearer aB3-._~+/9==");
        row("curl option", CopyFormat::CurlOption, "-H 'Authorization: Bearer aB3-._~+/9=='");
        row("JSON header", CopyFormat::JsonHeader, R"("Authorization": "Bearer aB3-._~+/9==")");
        row("environment variable", CopyFormat::DotenvLine, "DARAJA_ACCESS_TOKEN=aB3-._~+/9==");
    }

    void areExactAndHaveNoLineEnd()
    {
        QFETCH(CopyFormat, format);
        QFETCH(QByteArray, text);
        const Token token(Secret("aB3-._~+/9=="), {}, std::chrono::seconds(3599), false);
        QCOMPARE(formatted(token, format).view().toByteArray(), text);
    }

    void haveNamesOfTheirOwn()
    {
        QStringList names;
        for (const CopyFormat format : allFormats())
            names.append(formatName(format));
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.removeDuplicates(), 0);
    }

    // The header and the bare token have buttons of their own.
    void areAllOffered()
    {
        QCOMPARE(copyAsFormats().size() + 2, allFormats().size());
        QVERIFY(!copyAsFormats().contains(CopyFormat::BearerHeader));
        QVERIFY(!copyAsFormats().contains(CopyFormat::BareToken));
    }
};

QTEST_APPLESS_MAIN(CopyFormatsTest)
#include "copy-formats.moc"
