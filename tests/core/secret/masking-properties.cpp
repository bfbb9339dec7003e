// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/request/formattedbody.h"
#include "core/request/jsonvalue.h"
#include "core/request/redaction.h"
#include "core/token/tokenreply.h"
#include "support/dice.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// Two alphabets with no character in common, so that a piece of a token can't be anything else. The
// token's alphabet also lacks e and o, so that no longer piece of access_token or refresh_token
// consists of its characters alone.
const QByteArray tokenAlphabet = "abcdfghijklmnpqrstuvwxyz-._~";
const QByteArray noiseAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<>&'% ";
// The first and the last four characters of a token are shown.
constexpr qsizetype maxPiece = 4;

bool holdsPieceOf(const QString &text, const QByteArray &token)
{
    for (qsizetype at = 0; at + maxPiece < token.size(); ++at) {
        if (text.contains(QLatin1StringView(token.sliced(at, maxPiece + 1))))
            return true;
    }
    return false;
}

} // namespace

/*! Answers of all shapes with a token in them: once masked, they show no more of it than
 *  promised. */
class MaskingProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreOfATokenIsSeenThanPromised()
    {
        int withToken = 0;
        for (int round = 0; round < 3000; ++round) {
            const QByteArray token = m_dice.text(20, 60, tokenAlphabet);
            const QByteArray body = bodyWith(token);
            for (const QString &text :
                 {formattedBody(body, false), rawBody(body, false),
                  withoutTokens(formattedBody(body, true)), withoutTokens(rawBody(body, true))})
                QVERIFY2(!holdsPieceOf(text, token), body.constData());
            QVERIFY(rawBody(body, true).contains(QLatin1StringView(token)));
            HttpReply reply;
            reply.status = 200;
            reply.body = Secret(body);
            if (const auto parsed = parseTokenReply(reply)) {
                ++withToken;
                QCOMPARE(parsed->value().view().toByteArray(), token);
            }
        }
        QVERIFY(withToken > 500);
    }

    // The longer ones are as long as the longest body that is shown at all.
    void aTokenIsMaskedHoweverFarFromItsName_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::newRow("spaces") << QByteArray(60'000, ' ');
        QTest::newRow("line ends") << QByteArray("\r\n").repeated(30'000);
        QTest::newRow("tabs") << QByteArray(10'000, '\t');
    }
    void aTokenIsMaskedHoweverFarFromItsName()
    {
        QFETCH(QByteArray, space);
        const QByteArray token = "abcdefghijklmnopqrstuvwxyz";
        for (const QByteArray &body : {"{\"access_token\"" + space + ":\"" + token + "\"}",
                                       "{\"access_token\":" + space + '"' + token + "\"}"}) {
            QVERIFY(!holdsPieceOf(formattedBody(body, false), token));
            QVERIFY(!holdsPieceOf(rawBody(body, false), token));
        }
    }

    void aTokenThatOccursTwiceIsMaskedTwice()
    {
        const QByteArray token = "abcdefghijklmnopqrstuvwxyz";
        const QString text = formattedBody(
            "{\"note\":\"Bearer " + token + "\",\"access_token\":\"" + token + "\"}", false);
        QVERIFY2(!holdsPieceOf(text, token), qPrintable(text));
        QCOMPARE(text.count(u"abcd"_s), 2);
        QVERIFY(text.contains(u"Bearer "_s));
        QCOMPARE(withoutTokens(text), text);
    }

    void aSmallBodyBecomesASmallText()
    {
        const QByteArray body = QByteArray(1000, '[') + QByteArray("1,").repeated(30'000) + '1'
            + QByteArray(1000, ']');
        QVERIFY(formattedBody(body, false).size() < 4 * 1024 * 1024);
    }

    void aStringWithALineFeedCanBeCopied()
    {
        const QString shown = formattedBody("{\"a\":{\"b\":\"x\ny\"},\"c\":\"\n\"}", false);
        for (qsizetype line = 0; line <= shown.count(u'\n'); ++line)
            [[maybe_unused]] const auto value = jsonValueAt(shown, line);
        QVERIFY(jsonValueAt(shown, 1)->text.contains(u"x\ny"_s));
    }

private:
    QByteArray noise() { return m_dice.text(0, 20, noiseAlphabet); }
    QByteArray space() { return m_dice.text(0, 3, " \t\r\n"); }
    QByteArray member(const QByteArray &name, const QByteArray &value)
    {
        return space() + '"' + name + '"' + space() + ':' + space() + '"' + value + '"' + space();
    }
    QByteArray bodyWith(const QByteArray &token)
    {
        QByteArrayList members;
        for (int left = m_dice.number(0, 4); left > 0; --left)
            members.append(member(noise(), noise()));
        const int place = m_dice.number(0, int(members.size()));
        members.insert(place, member("access_token", token));
        const bool isSaidTwice = m_dice.oneIn(3);
        if (isSaidTwice)
            members.append(member(m_dice.oneIn(2) ? "refresh_token" : noise(), token));
        QByteArray body = '{' + members.join(',') + '}';
        // Truncated, or invalid JSON for another reason.
        if (!isSaidTwice && m_dice.oneIn(4))
            body.chop(m_dice.number(1, 3));
        if (m_dice.oneIn(6))
            body += m_dice.bytes(1, 4);
        return body.contains(token) ? body : bodyWith(token);
    }

    Dice m_dice;
};

QTEST_GUILESS_MAIN(MaskingProperties)
#include "masking-properties.moc"
