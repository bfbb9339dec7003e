// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/pastedkeys.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = "PastedKeyInvented00000000000000A";
const QByteArray secret = "PastedSecretInvA";
const QByteArray base64 = (key + ':' + secret).toBase64();

// "form key:secret kind host"; "-" if nothing was recognised.
QString outline(const std::optional<PastedKeys> &keys)
{
    if (!keys)
        return u"-"_s;
    if (keys->ambiguous)
        return u"%1 ambiguous"_s.arg(int(keys->form));
    const QString text = u"%1 %2:%3 %4 %5"_s.arg(int(keys->form))
                             .arg(keys->credentials.consumerKey.reveal(),
                                  keys->credentials.consumerSecret.reveal(),
                                  keys->kind ? kindName(*keys->kind) : QString(), keys->host);
    return text.simplified();
}

} // namespace

/*! Keys that are pasted: in which forms they are recognised, and what is left alone. */
class PastedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found");
        const QString pair = QString::fromLatin1(key + ':' + secret);
        const auto row = [&](const char *name, const QByteArray &text, const QString &found) {
            QTest::newRow(name) << text << found;
        };
        row("two assignments", "CONSUMER_KEY=" + key + "\nCONSUMER_SECRET=" + secret,
            u"0 "_s + pair);
        row("a whole .env file",
            "APP_NAME=Duka\n# M-Pesa\nMPESA_ENV=production\nexport MPESA_CONSUMER_KEY=\"" + key
                + "\"\nMPESA_CONSUMER_SECRET='" + secret + "' # keep\n",
            u"0 %1 production api.safaricom.co.ke"_s.arg(pair));
        row("only the key", "MPESA_CONSUMER_KEY=" + key, u"0 %1:"_s.arg(QLatin1StringView(key)));
        row("only the secret", "consumerSecret = " + secret,
            u"0 :"_s + QString::fromLatin1(secret));
        row("a JSON object",
            "{\"consumerKey\": \"" + key + "\", \"consumerSecret\": \"" + secret + "\"}",
            u"1 "_s + pair);
        row("an environment of Postman",
            "{\"name\": \"x\", \"values\": [{\"key\": \"consumer_key\", \"value\": \"" + key
                + "\"}, {\"key\": \"consumer_secret\", \"value\": \"" + secret
                + "\"}, {\"key\": \"base_url\", \"value\": \"https://sandbox.safaricom.co.ke\"}]}",
            u"1 %1 sandbox sandbox.safaricom.co.ke"_s.arg(pair));
        row("curl with -u",
            "curl -u " + key + ':' + secret + " https://api.safaricom.co.ke/oauth/v1/generate",
            u"2 %1 production api.safaricom.co.ke"_s.arg(pair));
        row("curl over several lines",
            "curl --request GET \\\n  --url 'https://sandbox.safaricom.co.ke/oauth/v1/generate?"
            "grant_type=client_credentials' \\\n  --header 'Authorization: Basic "
                + base64 + "'",
            u"2 %1 sandbox sandbox.safaricom.co.ke"_s.arg(pair));
        row("curl for cmd.exe",
            "curl -H \"Authorization: Basic " + base64 + "\" ^\r\n  https://gw.example/oauth",
            u"2 %1 gw.example"_s.arg(pair));
        row("curl, user written together", "curl -u" + key + ':' + secret, u"2 "_s + pair);
        row("curl, several options in one", "curl -sSku " + key + ':' + secret, u"2 "_s + pair);
        row("curl, an equals sign", "curl --user=" + key + ':' + secret, u"2 "_s + pair);
        row("a Basic header", "Authorization: Basic " + base64, u"3 "_s + pair);
        row("what follows Authorization", "Basic " + base64 + '\n', u"3 "_s + pair);
        row("Base64 alone", base64, u"3 "_s + pair);
        row("a colon between", key + ':' + secret, u"4 "_s + pair);
        row("a line break between", key + "\r\n" + secret + "\r\n", u"4 "_s + pair);
        row("an empty line between", key + "\n\n" + secret, u"4 "_s + pair);
        row("a tab between", key + '\t' + secret, u"4 "_s + pair);
        row("a comma between", key + ", " + secret, u"4 "_s + pair);
    }
    void isRecognised()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, found);
        for (const auto target : {PasteTarget::Window, PasteTarget::KeyField})
            QCOMPARE(outline(readPastedKeys(Secret(text), target)), found);
    }

    void isLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("white space") << QByteArray(" \n\t");
        QTest::newRow("one key") << key;
        QTest::newRow("a sentence") << QByteArray("Call me at noon, or later: 12:30");
        QTest::newRow("two lines of a letter") << QByteArray("Habari za asubuhi\nNitakuja kesho");
        QTest::newRow("a URL") << QByteArray("https://sandbox.safaricom.co.ke/oauth/v1/generate");
        QTest::newRow("a token of Daraja's") << QByteArray("Bearer AAAABBBBCCCCDDDDEEEEFFFFGGGG");
        QTest::newRow("settings of something else")
            << QByteArray("DB_HOST=localhost\nDB_PASSWORD=secret");
        QTest::newRow("Base64 of something else")
            << QByteArray("a sentence: with colon").toBase64();
        QTest::newRow("curl without keys") << QByteArray("curl https://api.safaricom.co.ke");
        QTest::newRow("curl with a Bearer header")
            << QByteArray("curl -H 'Authorization: Bearer abc' https://api.safaricom.co.ke");
        QTest::newRow("an open quotation") << QByteArray("curl -u '" + key + ':' + secret);
        QTest::newRow("stand-ins")
            << QByteArray("CONSUMER_KEY=your_consumer_key\nCONSUMER_SECRET=your_consumer_secret");
        QTest::newRow("broken JSON") << QByteArray("{\"consumerKey\": ");
        QTest::newRow("not UTF-8") << QByteArray(key + ":\xFF" + secret);
        QTest::newRow("NUL") << QByteArray(key + ':' + secret).insert(3, '\0');
        QTest::newRow("too much") << QByteArray(maxPasted, '#') + "\nCONSUMER_KEY=" + key;
    }
    void isLeftAlone()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(outline(readPastedKeys(Secret(text), PasteTarget::Window)), u"-"_s);
    }

    void keepsAColonInTheSecretsField()
    {
        QCOMPARE(outline(readPastedKeys(Secret("sec:ret"), PasteTarget::SecretField)), u"-"_s);
        QCOMPARE(outline(readPastedKeys(Secret("k1:s1"), PasteTarget::KeyField)), u"4 k1:s1"_s);
        QCOMPARE(outline(readPastedKeys(Secret("k1\ns:1"), PasteTarget::SecretField)),
                 u"4 k1:s:1"_s);
    }

    void isTakenForTheWantedKind()
    {
        const QByteArray both = "MPESA_SANDBOX_CONSUMER_KEY=k1\nMPESA_SANDBOX_CONSUMER_SECRET=s1\n"
                                "MPESA_LIVE_CONSUMER_KEY=k2\nMPESA_LIVE_CONSUMER_SECRET=s2\n";
        const auto found = [&both](std::optional<EnvironmentKind> wanted) {
            return outline(readPastedKeys(Secret(both), PasteTarget::Window, wanted));
        };
        QCOMPARE(found(EnvironmentKind::Sandbox), u"0 k1:s1 sandbox sandbox.safaricom.co.ke"_s);
        QCOMPARE(found(EnvironmentKind::Production), u"0 k2:s2 production api.safaricom.co.ke"_s);
        QCOMPARE(found(EnvironmentKind::Custom), u"0 ambiguous"_s);
        QCOMPARE(found(std::nullopt), u"0 ambiguous"_s);
    }
};

QTEST_GUILESS_MAIN(PastedText)
#include "pasted-keys.moc"
