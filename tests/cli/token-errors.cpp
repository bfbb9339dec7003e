// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countingserver.h"
#include "runs.h"

#include <QFile>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class TokenErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void haveAnExitStatusThatTellsWhatFailed_data();
    void haveAnExitStatusThatTellsWhatFailed();
    void showAServersTextWithoutTerminalCommands();
    void tellOfAHostThatGivesNoTokensWithoutSendingKeys();
    void followTheRemarkOnThePath();
};

void TokenErrors::haveAnExitStatusThatTellsWhatFailed_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<int>("answerStatus"); // 0: nobody listens there.
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("exitStatus");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, int answer, const char *body, int exit,
                        const char *word) {
        QTest::newRow(name) << u"http"_s << answer << QByteArray(body) << exit << QByteArray(word);
    };
    row("wrong keys", 400,
        R"({"requestId":"1","errorCode":"400.008.01","errorMessage":"Invalid Authentication passed"})",
        1, "400.008.01 · Invalid Authentication passed");
    row("unauthorised", 401, "{}", 1, "did not accept these keys");
    row("firewall", 403, "<html>Incapsula incident ID: 12-34</html>", 1, "12-34");
    row("rate limit", 429, R"({"fault":{"faultstring":"Quota","detail":{"errorcode":"q"}}})", 1,
        "Too many requests");
    row("down", 503, "{}", 1, "503");
    row("web page", 200, "<html>Sign in</html>", 5, "web page");
    row("not JSON", 200, "token", 5, "");
    row("no token", 200, R"({"expires_in":"3599"})", 5, "no token");
    row("empty token", 200, R"({"access_token":"","expires_in":"3599"})", 5, "empty token");
    row("malformed token", 200, R"({"access_token":"a b","expires_in":"3599"})", 5, "characters");
    row("nobody listens", 0, "", 3, "Nothing answers");
    QTest::newRow("TLS") << u"https"_s << 200 << QByteArray() << 3 << QByteArray("127.0.0.1");
}

void TokenErrors::haveAnExitStatusThatTellsWhatFailed()
{
    QFETCH(const QString, scheme);
    QFETCH(const int, answerStatus);
    QFETCH(const QByteArray, body);
    QFETCH(const int, exitStatus);
    QFETCH(const QByteArray, word);

    CountingServer server;
    server.answer(answerStatus, body, body.startsWith('<') ? "text/html" : "application/json");
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, server.url(scheme)));
    if (answerStatus == 0)
        server.close();

    for (const QStringList &arguments :
         {QStringList{u"header"_s, u"Shop"_s}, QStringList{u"token"_s, u"Shop"_s, u"--json"_s}}) {
        const Ran ran = runs.run(arguments);
        QCOMPARE(ran.status, exitStatus);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.startsWith("Shop: "), ran.err.constData());
        QVERIFY2(ran.err.contains(word), ran.err.constData());
        for (const char *secret : {testKey, testSecret})
            QVERIFY(!ran.err.contains(secret));
    }
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

void TokenErrors::showAServersTextWithoutTerminalCommands()
{
    CountingServer server;
    server.answer(403, R"({"errorCode":"1","errorMessage":"crimson \u001b[31m, back \u202e"})");
    const Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, server.url()));
    const Ran ran = runs.run({u"header"_s, u"Shop"_s});
    const QByteArray words = ran.err;
    QCOMPARE(ran.status, 1);
    QVERIFY2(words.contains("crimson"), words.constData());
    QVERIFY(!words.contains('\x1b'));
    QVERIFY(!words.contains("\u202e"));
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

// An earlier version accepted such a URL, or it was written by hand.
void TokenErrors::tellOfAHostThatGivesNoTokensWithoutSendingKeys()
{
    CountingServer proxy;
    Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://gateway.example/"_s));
    QFile file(runs.environmentsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray list = file.readAll().replace("gateway.example", "developer.safaricom.co.ke");
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(list);
    file.close();
    runs.setVariable(u"https_proxy"_s, proxy.url());
    const Ran ran = runs.run({u"token"_s, u"Shop"_s});
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("gives no tokens, so nothing was sent"), ran.err.constData());
    QVERIFY2(ran.err.contains("This is the portal, not the API."), ran.err.constData());
    QCOMPARE(proxy.requests(), QByteArrayList());
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

void TokenErrors::followTheRemarkOnThePath()
{
    Runs runs;
    QVERIFY(runs.addWithKeys(u"Shop"_s, u"https://api.safaricom.co.ke/oauth/v2/generate"_s));
    // Nothing may reach the real server.
    runs.setVariable(u"https_proxy"_s, u"http://127.0.0.1:9"_s);
    const Ran ran = runs.run({u"token"_s, u"Shop"_s});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.err.startsWith("The token URL of “Shop”: "), ran.err.constData());
    QVERIFY2(ran.err.contains("\nShop: "), ran.err.constData());
    QCOMPARE(runs.run({u"remove"_s, u"Shop"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TokenErrors)
#include "token-errors.moc"
