// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"

#include <QTest>

using namespace tokeni;

class BasicAuthorizationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheBase64OfKeyColonSecret_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("value");
        const auto row
            = [](const char *name, const char *key, const char *secret, const char *value) {
                  QTest::newRow(name) << QByteArray(key) << QByteArray(secret) << QByteArray(value);
              };
        row("RFC 7617 section 2", "Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        row("RFC 7617 section 2.1: UTF-8", "test", "123\xC2\xA3", "Basic dGVzdDoxMjPCow==");
        row("no padding", "ab", "cde", "Basic YWI6Y2Rl");
        row("one padding character", "ab", "cd", "Basic YWI6Y2Q=");
        row("a colon in the secret", "key", "a:b", "Basic a2V5OmE6Yg==");
        row("plus and solidus of the alphabet", "\xFB\xEF\xBE", "\xFF\xFF", "Basic ++++Ov//");
    }

    void isTheBase64OfKeyColonSecret()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, value);
        const Secret header = basicAuthorization({Secret(key), Secret(secret)});
        QCOMPARE(header.view().toByteArray(), value);
    }

    // Base64 tools break lines after 64 or 76 characters, but a header must not have line breaks.
    void hasNoLineBreak()
    {
        const QByteArray key(64, 'k');
        const QByteArray secret(200, 's');
        const Secret header = basicAuthorization({Secret(key), Secret(secret)});
        QCOMPARE(header.size(), 6 + (265 + 2) / 3 * 4);
        QVERIFY(!header.view().contains('\n'));
        QVERIFY(!header.view().contains('\r'));
        QCOMPARE(QByteArray::fromBase64(header.view().sliced(6).toByteArray()), key + ':' + secret);
    }
};

QTEST_APPLESS_MAIN(BasicAuthorizationTest)
#include "basic-authorization.moc"
