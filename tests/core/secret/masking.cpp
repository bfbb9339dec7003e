// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret/masking.h"
#include "core/request/redaction.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 2000;

// The same numbers in each run.
QRandomGenerator &dice()
{
    static QRandomGenerator generator(20260102);
    return generator;
}

QByteArray randomText(int least, int most,
                      QByteArrayView alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
                                                "XYZ0123456789-._~+/")
{
    QByteArray text;
    for (int i = dice().bounded(least, most + 1); i > 0; --i)
        text += alphabet[dice().bounded(int(alphabet.size()))];
    return text;
}

Credentials randomKeys()
{
    return {Secret(randomText(8, 60)), Secret(randomText(8, 60))};
}

// The forms in which a server may send the received keys back.
QList<QByteArray> echoesOf(const Credentials &keys)
{
    QList<QByteArray> echoes;
    const Secret basic = basicAuthorization(keys);
    for (const Secret *secret : {&basic, &keys.consumerKey, &keys.consumerSecret}) {
        const QByteArray text = secret->view().toByteArray();
        QByteArray escaped = text;
        escaped.replace("/", "\\/");
        echoes += {text, escaped, text.toPercentEncoding(), text.toPercentEncoding("+=")};
        for (const bool capitals : {false, true}) {
            QByteArray digits;
            for (const char byte : text) {
                const QByteArray hex = QByteArray(1, byte).toHex();
                digits += "\\u00" + (capitals ? hex.toUpper() : hex);
            }
            echoes += digits;
        }
        // Base64 as .NET writes it in JSON.
        echoes += QByteArray(text).replace("+", "\\u002B").replace("=", "\\u003D");
    }
    return echoes;
}

// \a text with its escapes decoded.
QByteArray meant(QByteArrayView text)
{
    QByteArray result;
    while (!text.isEmpty()) {
        const qsizetype prefix = text.startsWith("\\u00") ? 4 : text.startsWith('%') ? 1 : 0;
        bool isEscape = false;
        int byte = 0;
        if (prefix > 0 && text.size() >= prefix + 2)
            byte = text.sliced(prefix, 2).toByteArray().toInt(&isEscape, 16);
        result += isEscape ? char(byte) : text.front();
        text = text.sliced(isEscape ? prefix + 2 : 1);
    }
    return result.replace("\\/", "/");
}

bool holdsNothingOf(QByteArrayView text, const Credentials &keys)
{
    const QByteArray whole = text.toByteArray();
    const QByteArray encoded = basicAuthorization(keys).view().sliced(6).toByteArray();
    for (QByteArray secret : {encoded, keys.consumerKey.view().toByteArray(),
                              keys.consumerSecret.view().toByteArray()}) {
        if (meant(whole).contains(secret))
            return false;
    }
    return true;
}

} // namespace

class MaskingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMaskedTokenShowsEightCharactersAtMost()
    {
        QSet<qsizetype> lengths;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray token = randomText(1, 80);
            const QString masked = maskedToken(Secret(token));
            QString shown = masked;
            shown.remove(u'•');
            QVERIFY(shown.size() <= 8);
            // Never more than two fifths of the token.
            QVERIFY(shown.size() * 5 <= token.size() * 2);
            if (!shown.isEmpty())
                QCOMPARE(shown.toLatin1(), token.first(4) + token.last(4));
            lengths.insert(masked.size());
        }
        // The mask reveals whether a token is very short, but not its length.
        QCOMPARE(lengths.size(), 2);
    }

    void aMaskedKeyShowsFourCharactersAtMost()
    {
        for (int round = 0; round < rounds; ++round) {
            const QByteArray key = randomText(0, 80);
            QString shown = maskedKey(Secret(key));
            shown.remove(u'•');
            QVERIFY(shown.size() <= 4);
            QVERIFY(shown.size() * 5 <= key.size());
            QVERIFY(key.endsWith(shown.toLatin1()));
        }
    }

    void aMaskedSecretShowsNothing() { QCOMPARE(maskedSecret(), QString(16, u'•')); }

    void aScrubbedReplyContainsNothingOfTheKeys()
    {
        for (int round = 0; round < rounds; ++round) {
            const Credentials keys = randomKeys();
            const QList<QByteArray> echoes = echoesOf(keys);
            const auto echo = [&] { return echoes[dice().bounded(int(echoes.size()))]; };
            const auto some = [&] {
                QByteArray text = randomText(0, 20);
                for (int i = dice().bounded(4); i > 0; --i)
                    text += echo() + randomText(0, 20);
                return text;
            };
            HttpReply reply;
            reply.status = 400;
            reply.reason = some();
            reply.headers = {{"X-Echo", some()}, {"WWW-Authenticate", "Basic " + some()}};
            reply.body = Secret(some());
            reply.fault = TransportFault{TransportFault::Kind::Other, QString::fromUtf8(some())};
            scrub(reply, keys);
            QVERIFY(holdsNothingOf(reply.reason, keys));
            for (const HttpHeader &header : reply.headers)
                QVERIFY(holdsNothingOf(header.value, keys));
            QVERIFY(holdsNothingOf(reply.body.view(), keys));
            QVERIFY(holdsNothingOf(reply.fault->text.toUtf8(), keys));
        }
    }

    void whatIsNotSecretIsUnchanged()
    {
        const Credentials keys{Secret("consumer-key-1"), Secret("consumer-secret-1")};
        HttpReply reply;
        reply.status = 400;
        reply.reason = "Bad Request";
        reply.headers = {{"Content-Type", "application/json"}};
        reply.body = Secret(R"({"errorMessage": "no consumer-key-1 here", "n": 1})");
        scrub(reply, keys);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.reason, "Bad Request");
        QCOMPARE(headerValue(reply.headers, "content-type").value_or(""), "application/json");
        QCOMPARE(reply.body.reveal(),
                 u"{\"errorMessage\": \"no "_s + QString(16, u'•') + u" here\", \"n\": 1}"_s);
        QVERIFY(!reply.fault);
    }

    void aSecretInJsonIsFoundInAnyEscapedForm()
    {
        for (const char *text : {"with/two/slashes", "with\"a quote", "with\\a backslash",
                                 "/\"\\/\"\\/\"\\", "plain-and-long"}) {
            const Secret secret{QByteArrayView(text)};
            const QByteArray json
                = QJsonDocument(QJsonObject{{u"echo"_s, QString::fromUtf8(text)}}).toJson();
            QByteArray withSlashes = json;
            withSlashes.replace("/", "\\/");
            for (const QByteArray &body : {json, withSlashes, QByteArray(text)}) {
                const QByteArray clean = withoutSecret(body, secret, u"MASK"_s);
                QVERIFY2(clean.contains("MASK"), body.constData());
            }
        }
    }

    void aVeryShortSecretIsNotMasked()
    {
        const QByteArray text = R"({"expires_in": "3599", "message": "a token"})";
        QCOMPARE(withoutSecret(text, Secret("token"), u"MASK"_s), text);
        QCOMPARE(withoutSecret(text, Secret("a"), u"MASK"_s), text);
        QCOMPARE(withoutSecret(text, Secret(), u"MASK"_s), text);
        QCOMPARE(withoutSecret("1234567 12345678", Secret("12345678"), u"MASK"_s), "1234567 MASK");
    }

    // A key may contain its secret, or the other way round.
    void aSecretInsideAnotherLeavesNoRest()
    {
        const QByteArray inner = "abcdefgh";
        const QByteArray outer = "1234" + inner + "5678";
        for (const bool keyIsInner : {true, false}) {
            const Credentials keys{Secret(keyIsInner ? inner : outer),
                                   Secret(keyIsInner ? outer : inner)};
            HttpReply reply;
            reply.body = Secret(QByteArray("<" + outer + "|" + inner + ">"));
            scrub(reply, keys);
            QCOMPARE(reply.body.reveal(),
                     u"<"_s + QString(16, u'•') + u"|"_s + QString(16, u'•') + u">"_s);
        }
    }
};

QTEST_APPLESS_MAIN(MaskingTest)
#include "masking.moc"
