// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"
#include "core/token/token.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray issuanceId = "0123456789abcdef";
constexpr qint64 wallMs = 1'767'362'400'000;

ClockReading moment()
{
    return {wallMs, 1'800'000, "boot-1"};
}

Environment sandbox()
{
    return defaultEnvironments().at(1);
}

} // namespace

class KeychainItemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesKeysBackUnchanged()
    {
        const Credentials keys{Secret("consumer key"),
                               Secret("s\xC3\xA9"
                                      "cret:\r")};
        const Secret item = toKeychainItem(keys);
        QCOMPARE(item.view(),
                 "consumer key\ns\xC3\xA9"
                 "cret:\r");
        const auto back = credentialsFromKeychainItem(item);
        QVERIFY(back);
        QVERIFY(*back == keys);
    }

    void readsNoKeysFromForeignBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line") << QByteArray("password");
        QTest::newRow("no key") << QByteArray("\nsecret");
        QTest::newRow("no secret") << QByteArray("key\n");
        QTest::newRow("just a line end") << QByteArray("\n");
        QTest::newRow("three lines") << QByteArray("key\nsecret\nmore");
        QTest::newRow("line end after the secret") << QByteArray("key\nsecret\n");
    }

    void readsNoKeysFromForeignBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!credentialsFromKeychainItem(Secret(bytes)));
    }

    void givesATokenBackUnchanged_data()
    {
        QTest::addColumn<bool>("assumed");
        QTest::addColumn<QByteArray>("boot");
        QTest::newRow("given lifetime") << false << QByteArray("boot-1");
        QTest::newRow("assumed lifetime") << true << QByteArray("boot-1");
        QTest::newRow("unknown boot id") << false << QByteArray();
    }

    void givesATokenBackUnchanged()
    {
        QFETCH(bool, assumed);
        QFETCH(QByteArray, boot);
        const ClockReading asked{wallMs, 1'800'000, boot};
        const Token token(Secret("abc-123=="), asked, 3599s, assumed);
        const auto back = Token::fromKeychainItem(token.toKeychainItem(issuanceId), issuanceId);
        QVERIFY(back);
        QVERIFY(back->value() == token.value());
        QCOMPARE(back->lifetime(), token.lifetime());
        QCOMPARE(back->lifetimeAssumed(), assumed);
        const ClockReading later{wallMs + 10'000, 1'810'000, boot};
        QCOMPARE(back->millisecondsLeft(later), 3'589'000);
        const ClockReading wallSet{wallMs + 900'000, 1'810'000, boot};
        QCOMPARE(back->millisecondsLeft(wallSet), token.millisecondsLeft(wallSet));
    }

    void givesNoTokenForAnotherIssuanceId()
    {
        const Secret item = Token(Secret("abc"), moment(), 3599s, false).toKeychainItem(issuanceId);
        QVERIFY(!Token::fromKeychainItem(item, "0123456789abcdee"));
        QVERIFY(!Token::fromKeychainItem(item, {}));
    }

    void readsNoTokenFromForeignBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row
            = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        const QByteArray head = "tokeni-token-1\n" + issuanceId + '\n';
        row("empty", "");
        row("words", "c9SQxWWhmdVRlyh0zh8gZDTkubVF");
        row("another layout", "tokeni-token-2\n" + issuanceId + "\n1\n1\nboot\n3599\ngiven\nabc");
        row("cut", head + "1\n1\nboot");
        row("no wall clock", head + "\n1\nboot\n3599\ngiven\nabc");
        row("steady clock in words", head + "1\nx\nboot\n3599\ngiven\nabc");
        row("no lifetime", head + "1\n1\nboot\n\ngiven\nabc");
        row("expired from the start", head + "1\n1\nboot\n0\ngiven\nabc");
        row("negative lifetime", head + "1\n1\nboot\n-1\ngiven\nabc");
        row("no token", head + "1\n1\nboot\n3599\ngiven\n");
        row("token that could break out of its header",
            head + "1\n1\nboot\n3599\ngiven\nabc\r\nX-Evil: 1");
    }

    void readsNoTokenFromForeignBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!Token::fromKeychainItem(Secret(bytes), issuanceId));
    }

    void limitsAStoredLifetimeToADay()
    {
        const auto token = Token::fromKeychainItem(
            Secret("tokeni-token-1\n" + issuanceId + "\n1\n1\nboot\n999999999\ngiven\nabc"),
            issuanceId);
        QVERIFY(token);
        QCOMPARE(token->lifetime(), maxLifetime);
    }

    void isIssuedForEnvironmentUrlAndKeys()
    {
        const auto keys = [](const char *key, const char *secret) {
            return Credentials{Secret(key), Secret(secret)};
        };
        const QByteArray one = issuanceIdOf(sandbox(), keys("key", "secret"));
        QCOMPARE(one.size(), 64);
        QCOMPARE(issuanceIdOf(sandbox(), keys("key", "secret")), one);

        Environment other = sandbox();
        other.id = u"another"_s;
        QVERIFY(issuanceIdOf(other, keys("key", "secret")) != one);
        other = sandbox();
        other.tokenUrl.setHost(u"api.safaricom.co.ke"_s);
        QVERIFY(issuanceIdOf(other, keys("key", "secret")) != one);
        QVERIFY(issuanceIdOf(sandbox(), keys("kez", "secret")) != one);
        QVERIFY(issuanceIdOf(sandbox(), keys("key", "secreu")) != one);
        // Moving a character from one part to the next makes a difference.
        QVERIFY(issuanceIdOf(sandbox(), keys("keys", "ecret")) != one);
    }

    void ignoresWhatMakesNoDifferenceToTheToken()
    {
        const Credentials keys{Secret("key"), Secret("secret")};
        Environment other = sandbox();
        other.name = u"Another name"_s;
        other.renewAutomatically = true;
        other.tokenUrl.setFragment(u"part"_s);
        QCOMPARE(issuanceIdOf(other, keys), issuanceIdOf(sandbox(), keys));
    }
};

QTEST_APPLESS_MAIN(KeychainItemTest)
#include "keychain-item.moc"
