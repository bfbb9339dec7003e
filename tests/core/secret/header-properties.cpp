// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"
#include "core/keys/keyproblem.h"
#include "core/token/copyformat.h"
#include "core/token/tokenreply.h"
#include "support/dice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray b64Alphabet
    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/";
// The characters that mean something to a shell, to JSON, to HTTP or to a program's settings.
const QByteArray hostileAlphabet
    = QByteArray("'\"`$\\;&|<>(){}[]*?!#%^,: \t\r\n\0=\x7F\xC2\xA0\xE2\x80\xAE", 36) + "ab";

Token tokenOf(const QByteArray &value)
{
    return Token(Secret(value), {}, std::chrono::seconds(3599), false);
}

QByteArray shell(const QByteArray &script)
{
    QProcess sh;
    sh.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(script)});
    return sh.waitForFinished() ? sh.readAllStandardOutput() : QByteArray("sh did not end");
}

} // namespace

/*! Whatever a server sends as a token, and whatever is pasted as keys, stays inside the header that
 *  is made from it. */
class HeaderProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noHostileValueBecomesAToken()
    {
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray value = m_dice.text(0, 30, b64Alphabet);
            value.insert(m_dice.number(0, int(value.size())),
                         m_dice.oneIn(3) ? m_dice.bytes(1, 3) : m_dice.text(1, 4, hostileAlphabet));
            HttpReply reply;
            reply.status = 200;
            reply.body = Secret(
                QJsonDocument(QJsonObject{{u"access_token"_s, QString::fromUtf8(value)}}).toJson());
            const auto token = parseTokenReply(reply);
            if (!token) {
                ++refused;
                QVERIFY(token.error().kind == TokenError::Kind::MalformedToken
                        || token.error().kind == TokenError::Kind::EmptyToken);
                // Nor does a token stored in the keychain.
                const Secret item = tokenOf(value).toKeychainItem("issuance");
                QVERIFY(!Token::fromKeychainItem(item, "issuance"));
                continue;
            }
            for (const CopyFormat format : allFormats()) {
                const Secret text = formatted(*token, format);
                for (const char c : {'\r', '\n', '\0', '`', '$', '\\', '\x7F'})
                    QVERIFY(!text.view().contains(c));
                // No quote comes from the token, only from the format itself.
                const Secret plain = formatted(tokenOf("token"), format);
                for (const char quote : {'\'', '"'})
                    QCOMPARE(text.view().count(quote), plain.view().count(quote));
            }
        }
        QVERIFY(refused > 10'000);
    }

    void aShellReadsTheFormatsAsIntended()
    {
        for (int round = 0; round < 30; ++round) {
            QByteArray value = m_dice.text(1, 60, b64Alphabet) + m_dice.text(0, 2, "=");
            const Token token = tokenOf(value);
            QCOMPARE(shell("printf '<%s>' "
                           + formatted(token, CopyFormat::CurlOption).view().toByteArray()),
                     "<-H><Authorization: Bearer " + value + '>');
            QCOMPARE(shell(formatted(token, CopyFormat::DotenvLine).view().toByteArray()
                           + "; printf %s \"$DARAJA_ACCESS_TOKEN\""),
                     value);
            const QByteArray json
                = '{' + formatted(token, CopyFormat::JsonHeader).view().toByteArray() + '}';
            QCOMPARE(QJsonDocument::fromJson(json).object()[u"Authorization"_s].toString(),
                     QString::fromLatin1("Bearer " + value));
        }
    }

    void theBasicValueIsOneLineOfExactlyTheBytes()
    {
        for (int round = 0; round < 20'000; ++round) {
            const QByteArray key
                = m_dice.oneIn(2) ? m_dice.bytes(0, 80) : m_dice.text(0, 80, hostileAlphabet);
            const QByteArray secret = m_dice.bytes(0, 80);
            const Secret value = basicAuthorization({Secret(key), Secret(secret)});
            QVERIFY(value.view().startsWith("Basic "));
            const QByteArray encoded = value.view().sliced(6).toByteArray();
            QCOMPARE(QByteArray::fromBase64(encoded, QByteArray::AbortOnBase64DecodingErrors),
                     key + ':' + secret);
            for (const char c : encoded)
                QVERIFY(b64Alphabet.contains(c) || c == '=');
        }
    }

    void keysThatPassCanBeStoredAndSent()
    {
        int passed = 0;
        for (int round = 0; round < 40'000; ++round) {
            QByteArray key = m_dice.text(1, 40, b64Alphabet);
            QByteArray secret = m_dice.text(1, 40, b64Alphabet);
            for (QByteArray *part : {&key, &secret}) {
                if (m_dice.oneIn(3))
                    part->insert(m_dice.number(0, int(part->size())),
                                 m_dice.oneIn(2) ? m_dice.bytes(1, 2)
                                                 : m_dice.text(1, 2, hostileAlphabet));
            }
            const Credentials keys = trimmed({Secret(key), Secret(secret)}).credentials;
            const auto problem = problemOf(keys);
            if (problem) {
                QVERIFY(!problem->message().isEmpty());
                continue;
            }
            ++passed;
            QVERIFY(!keys.consumerKey.view().contains(':'));
            for (const Secret *part : {&keys.consumerKey, &keys.consumerSecret}) {
                QVERIFY(part->view().isValidUtf8());
                QCOMPARE(part->reveal().toUtf8(), part->view().toByteArray());
                for (const QChar c : part->reveal())
                    QVERIFY(c.category() != QChar::Other_Control || c == u'\t');
            }
            if (!keys.isIncomplete())
                QVERIFY(credentialsFromKeychainItem(toKeychainItem(keys)) == keys);
        }
        QVERIFY(passed > 10'000);
    }

    void theReasonForRefusingKeysIsRight_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<KeyProblem>("problem");
        using Kind = KeyProblem::Kind;
        const QByteArray good = "good";
        QTest::newRow("long key") << QByteArray(4097, 'k') << good
                                  << KeyProblem{Kind::TooLong, false};
        QTest::newRow("long secret")
            << good << QByteArray(1024 * 1024, 's') << KeyProblem{Kind::TooLong, true};
        QTest::newRow("not UTF-8")
            << QByteArray("k\xFF") << good << KeyProblem{Kind::NotText, false};
        QTest::newRow("NUL") << QByteArray("k\0k", 3) << good
                             << KeyProblem{Kind::ControlCharacters, false};
        QTest::newRow("line feed")
            << good << QByteArray("a\nX: y") << KeyProblem{Kind::ControlCharacters, true};
        QTest::newRow("next line")
            << good << QByteArray("a\xC2\x85y") << KeyProblem{Kind::ControlCharacters, true};
        QTest::newRow("colon") << QByteArray("key:secret") << good
                               << KeyProblem{Kind::Colon, false};
    }
    void theReasonForRefusingKeysIsRight()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, secret);
        QFETCH(KeyProblem, problem);
        QVERIFY(problemOf({Secret(key), Secret(secret)}) == problem);
        QVERIFY(!problemOf({Secret("good key\twith space"), Secret("sec:ret")}));
        QVERIFY(!problemOf({Secret(QByteArray(4096, 'k') + ' '), Secret("\nsecret\r\n")}));
    }

private:
    Dice m_dice;
};

QTEST_GUILESS_MAIN(HeaderProperties)
#include "header-properties.moc"
