// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"
#include "core/request/redaction.h"
#include "core/secret/masking.h"
#include "core/token/copyformat.h"
#include "core/token/token.h"
#include "support/freedmemory.h"

#include <QTest>

using namespace tokeni;

namespace {

constexpr QByteArrayView key = "consumer-key-0123456789abcdef";
constexpr QByteArrayView secret = "consumer-secret-0123456789abcdef";
constexpr QByteArrayView tokenText = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

Credentials keys()
{
    return {Secret(key), Secret(secret)};
}

// Taken from the middle, so that memory containing only the beginning does not count.
QByteArray base64Part()
{
    return (key.toByteArray() + ':' + secret.toByteArray()).toBase64().sliced(8, 24);
}

Token token()
{
    return {Secret(tokenText), ClockReading(), std::chrono::seconds(3599), false};
}

} // namespace

/*! From the field to the header and the keychain, and from the answer to the clipboard, no memory
 *  is freed that still contains a key or a token. */
class TemporariesAreWiped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!FreedMemory::isSupported())
            QSKIP("free() can't be listened to here");
    }

    void orElseTheTestNotices()
    {
        FreedMemory freed({key.toByteArray()});
        freed.watch();
        {
            QByteArray left = "x" + key.toByteArray();
            left.append(10'000, 'x'); // Growing makes it move to other memory.
        }
        QVERIFY(freed.finds() >= 2);
        {
            QString wide = QString::fromUtf8(key);
        }
        QVERIFY(freed.finds() >= 3);
    }

    void onEveryPath_data()
    {
        using Way = std::function<void()>;
        QTest::addColumn<Way>("way");
        const auto row = [](const char *name, const Way &way) { QTest::newRow(name) << way; };
        row("kept and moved", [] {
            Credentials some = keys();
            Credentials others = std::move(some);
            others.consumerKey = others.consumerSecret.clone();
        });
        row("from a text", [] {
            QString text = QString::fromUtf8(secret);
            Secret taken = Secret::taking(std::move(text));
        });
        row("trimmed", [] {
            QByteArray around;
            around.reserve(100);
            around.append("  ").append(key).append('\n');
            Credentials typed{Secret::taking(std::move(around)), Secret(secret)};
            const TrimmedCredentials meant = trimmed(std::move(typed));
        });
        row("the Authorization value", [] { const Secret value = basicAuthorization(keys()); });
        row("the keychain item of keys", [] {
            const Secret item = toKeychainItem(keys());
            const auto read = credentialsFromKeychainItem(item);
        });
        row("the keychain item of a token", [] {
            const Secret item = token().toKeychainItem("issuance");
            const auto read = Token::fromKeychainItem(item, "issuance");
        });
        row("fingerprint and issuance", [] {
            const QByteArray fingerprint = fingerprintOf(keys());
            const QByteArray issuanceId = issuanceIdOf(Environment(), keys());
        });
        row("the copied header", [] {
            for (const CopyFormat format : copyAsFormats())
                const Secret text = formatted(token(), format);
        });
        row("an answer that gives everything back", [] {
            HttpReply reply;
            QByteArray body;
            body.reserve(1000);
            body.append("{\"access_token\":\"").append(tokenText).append("\",\"key\":\"");
            body.append(key).append("\",\"again\":\"").append(secret).append("\"}");
            reply.body = Secret::taking(std::move(body));
            scrub(reply, keys());
        });
    }
    void onEveryPath()
    {
        QFETCH(std::function<void()>, way);
        FreedMemory freed(
            {key.toByteArray(), secret.toByteArray(), tokenText.toByteArray(), base64Part()});
        freed.watch();
        way();
        QCOMPARE(freed.finds(), 0);
    }
};

QTEST_APPLESS_MAIN(TemporariesAreWiped)
#include "temporaries-are-wiped.moc"
