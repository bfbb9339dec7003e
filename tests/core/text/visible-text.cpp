// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentlist.h"
#include "core/text/visibletext.h"
#include "core/token/tokenreply.h"

#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;

class VisibleTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOutInvisibleCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("visible");
        const auto same
            = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
        same("plain", u"Duka la Nairobi & <b>"_s);
        same("from the right", u"אבג دكان"_s);
        same("beyond 16 bits", u"\U0001F6D2 \u2764\uFE0F"_s);
        QTest::newRow("override") << u"a\u202Eb"_s << u"a‹U+202E›b"_s;
        QTest::newRow("isolates") << u"\u2066\u2069"_s << u"‹U+2066›‹U+2069›"_s;
        QTest::newRow("zero width") << u"\u200B\uFEFF"_s << u"‹U+200B›‹U+FEFF›"_s;
        QTest::newRow("controls") << u"\u001B[31m\n"_s + QChar(0)
                                  << u"‹U+001B›[31m‹U+000A›‹U+0000›"_s;
        QTest::newRow("tag beyond 16 bits") << u"\U000E0041"_s << u"‹U+E0041›"_s;
        QTest::newRow("blank letter") << u"\u3164"_s << u"‹U+3164›"_s;
        QTest::newRow("half a pair") << u"x"_s + QChar(0xD83D) << u"x‹U+D83D›"_s;
    }
    void writesOutInvisibleCharacters()
    {
        QFETCH(QString, text);
        QFETCH(QString, visible);
        QCOMPARE(visibleText(text), visible);
        QCOMPARE(isVisible(text), text == visible);
        QVERIFY(isVisible(visible));
    }

    void doesNotCutACharacterInTwo()
    {
        QCOMPARE(shortened(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(shortened(u"abcdef"_s, 5), u"abcd…"_s);
        QCOMPARE(shortened(u"abc\U0001F6D2ef"_s, 5), u"abc…"_s);
        QCOMPARE(shortened(u"abc\U0001F6D2ef"_s, 6), u"abc\U0001F6D2…"_s);
    }

    void isolatesRightToLeftTextFromTheSentence()
    {
        QCOMPARE(isolated(u"Sandbox"_s), u"Sandbox"_s);
        QCOMPARE(isolated(u"אבג 12"_s), u"\u2068אבג 12\u2069"_s);
    }

    void includesAServersText()
    {
        HttpReply reply;
        reply.status = 400;
        reply.body
            = Secret("{\"errorCode\":\"\\u001b[2J400\",\"errorMessage\":\"\\u202eyo \\u0000\"}");
        const auto refused = parseTokenReply(reply);
        QVERIFY(!refused);
        QCOMPARE(refused.error().serverCode, u"‹U+001B›[2J400"_s);
        QCOMPARE(refused.error().serverWords, u"‹U+202E›yo ‹U+0000›"_s);
    }

    void showsProductionsHostHoweverItIsWritten()
    {
        for (const QString &host : {u"api.safaricom.co.ke"_s, u"api.safaricom.co.ke."_s,
                                    u"API.Safaricom.co.ke"_s, u"api\u3002safaricom.co.ke"_s}) {
            Environment environment;
            environment.chosenKind = EnvironmentKind::Sandbox;
            environment.tokenUrl = QUrl(u"https://"_s + host + u"/oauth/v1/generate"_s);
            QVERIFY2(isProduction(environment), qPrintable(host));
        }
        // A host that only looks similar is another one, and is shown differently.
        QCOMPARE(shownHost(QUrl(u"https://\u0430pi.safaricom.com/"_s)),
                 u"xn--pi-6kc.safaricom.com"_s);
    }

    void limitsTheLengthOfAName()
    {
        Environment environment = defaultEnvironments().first();
        environment.name = QString(100, u'x');
        EnvironmentList list = *EnvironmentList::from({environment});
        QCOMPARE(list.freeName(environment.name).size(), 100);
        QVERIFY(list.freeName(environment.name).endsWith(u"… (2)"_s));
        environment.name += u'x';
        const auto refused = list.checked(environment);
        QCOMPARE(refused.error().kind, EnvironmentProblem::Kind::NameTooLong);
        QCOMPARE(refused.error().field(), EnvironmentProblem::Field::Name);
    }
};

QTEST_GUILESS_MAIN(VisibleTextTest)
#include "visible-text.moc"
