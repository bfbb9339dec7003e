// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

#include "core/masking.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray alphasToken = "alphas-token-0123456789";
const QByteArray betasToken = "betas-token-0123456789";

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

// A token that tells which URL and keys it was given for.
QByteArray tellingToken(const QUrl &url, QByteArrayView authorization, int number)
{
    const QByteArray hash
        = QCryptographicHash::hash(authorization, QCryptographicHash::Sha256).toHex().first(8);
    return "tok-" + url.host().toUtf8() + '-' + hash + '-' + QByteArray::number(number);
}

// Plays a user who switches, types, edits, asks, copies and cancels as it comes, and a server that
// answers late and in any order. The token is always shown where there is one, so that a wrong one
// would be seen.
class Play
{
public:
    explicit Play(quint32 seed) : m_random(seed) { }

    bool open() { return m_desk.show(); }

    // What is wrong after this step; empty when nothing is.
    QString step()
    {
        const QString before = clipboardText();
        const QString done = act(below(11)) + answer();
        m_desk.settle();
        auto *show = m_desk.find<QAbstractButton>(u"Show token"_s);
        if (show->isVisible() && show->isEnabled() && !show->isChecked())
            show->click();
        const QString seen = wrongIn(m_desk.everything());
        if (!seen.isEmpty())
            return done + u": shows "_s + seen;
        const QString copied = clipboardText() == before ? QString() : wrongIn(clipboardText());
        return copied.isEmpty() ? QString() : done + u": copied "_s + copied;
    }

    [[nodiscard]] int tokensSeen() const { return m_tokensSeen; }

private:
    int below(int end) { return m_random.bounded(end); }
    QString pick(const QStringList &from) { return from[below(int(from.size()))]; }

    [[nodiscard]] const Environment &current()
    {
        return *m_desk.environments().list().findNamed(m_desk.selectedName());
    }

    QString act(int what)
    {
        switch (what) {
        case 0:
        case 1: {
            const QString name = pick({u"Alpha"_s, u"Beta"_s});
            [[maybe_unused]] const bool selected = m_desk.select(name);
            return u"select "_s + name;
        }
        case 2: {
            const QString field = pick({u"Consumer key"_s, u"Consumer secret"_s});
            const QString text = pick({u"one"_s, u"two"_s, QString()});
            [[maybe_unused]] const bool typed = m_desk.type(field, text);
            return u"type "_s + text + u" as "_s + field;
        }
        case 3: {
            const QString host = pick({u"alpha"_s, u"beta"_s, u"gamma"_s});
            [[maybe_unused]] const bool typed
                = m_desk.type(u"Token URL"_s, u"https://%1.test/"_s.arg(host));
            return u"type URL of "_s + host;
        }
        case 4: {
            Environment edited = current();
            edited.tokenUrl.setHost(pick({u"alpha.test"_s, u"beta.test"_s, u"gamma.test"_s}));
            [[maybe_unused]] const auto replaced = m_desk.environments().replace(edited);
            return u"edit URL to "_s + edited.tokenUrl.host();
        }
        case 5: {
            [[maybe_unused]] const bool saved = m_desk.click(u"Save keys"_s);
            return u"save keys"_s;
        }
        case 6: {
            const QString button = pick({u"Get token"_s, u"Cancel request"_s});
            [[maybe_unused]] const bool clicked = m_desk.click(button);
            return button;
        }
        case 7:
        case 8: {
            const QString button = pick({u"Copy Bearer header"_s, u"Copy token"_s});
            if (!m_desk.click(button))
                QTest::keyClick(&m_desk.window(), Qt::Key_C,
                                Qt::ControlModifier | Qt::ShiftModifier);
            return button;
        }
        default: {
            const QList<int> open = m_desk.transport.open();
            if (open.isEmpty())
                return u"nothing"_s;
            const int number = open[below(int(open.size()))];
            const HttpRequest &request = m_desk.transport.request(number);
            m_desk.answer(number,
                          below(5) == 0 ? replyOf(500, "{}")
                                        : tokenReply(tellingToken(
                                            request.url, request.authorization.view(), number)));
            m_desk.clock.advance(below(2) == 0 ? 0 : 1'800'000);
            return u"answer "_s + QString::number(number);
        }
        }
    }

    // Says yes or no where another server is asked about.
    QString answer()
    {
        m_desk.settle();
        QWidget *question = QApplication::activeModalWidget();
        if (!question)
            return {};
        const QString button = pick({u"Use the other server"_s, u"Cancel"_s});
        [[maybe_unused]] const bool clicked = m_desk.click(button, question);
        return u", "_s + button;
    }

    // The first token in \a text that does not belong to what is selected and in the fields.
    QString wrongIn(const QString &text)
    {
        static const QRegularExpression token(u"tok-[a-z.]+-[0-9a-f]{8}-\\d+"_s);
        auto match = token.globalMatch(text);
        if (!match.hasNext())
            return {};
        ++m_tokensSeen;
        const Environment &environment = current();
        const QByteArray item
            = m_desk.keychain.value(credentialsItem(environment.id)).value_or(QByteArray());
        const auto keys = credentialsFromKeychainItem(Secret(item));
        const bool typed = !m_desk.text(u"Consumer key"_s).isEmpty()
            || !m_desk.text(u"Consumer secret"_s).isEmpty()
            || m_desk.text(u"Token URL"_s)
                != requestUrl(environment.tokenUrl).toString(QUrl::FullyEncoded);
        const QByteArray right = keys && !typed
            ? tellingToken(environment.tokenUrl, basicAuthorization(*keys).view(), 0).chopped(1)
            : QByteArray("none");
        while (match.hasNext()) {
            const QString found = match.next().captured();
            if (!found.startsWith(QString::fromUtf8(right)))
                return found + u" instead of "_s + QString::fromUtf8(right);
        }
        return {};
    }

    QRandomGenerator m_random;
    FakeDesk m_desk;
    int m_tokensSeen = 0;
};

} // namespace

/*! A token belongs to its environment, URL and keys: nothing of one environment can be seen or
 *  copied while another is selected. */
class OneEnvironmentAtATime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::clipboard()->clear();
        m_desk = std::make_unique<FakeDesk>();
        QVERIFY(m_desk->show());
        QCOMPARE(m_desk->selectedName(), u"Alpha"_s);
    }
    void cleanup() { m_desk.reset(); }

    void aLateTokenIsNotSeenInTheOther()
    {
        ask();
        QVERIFY(m_desk->select(u"Beta"_s));
        m_desk->answer(0, tokenReply(alphasToken));
        showsNothingOfAlpha();
        QVERIFY(m_desk->select(u"Alpha"_s));
        QVERIFY(m_desk->hasToken());
        QVERIFY(m_desk->text(u"Response body"_s).contains(u"access_token"_s));
        QVERIFY(m_desk->select(u"Beta"_s));
        showsNothingOfAlpha();
    }

    void aLateRefusalIsNotSeenInTheOther()
    {
        ask();
        QVERIFY(m_desk->select(u"Beta"_s));
        const QString before = m_desk->message();
        m_desk->answer(0, replyOf(400, R"({"errorCode": "400.008.01"})"));
        QVERIFY(m_desk->find<QWidget>(u"Bearer header"_s)->isVisible());
        QVERIFY(!m_desk->find<QWidget>(u"Diagnosis"_s)->isVisible());
        QCOMPARE(m_desk->text(u"Response body"_s), QString());
        QCOMPARE(m_desk->message(), before);
        QVERIFY(m_desk->select(u"Alpha"_s));
        QVERIFY(m_desk->find<QWidget>(u"Diagnosis"_s)->isVisible());
    }

    void eachCopyIsOfTheSelectedOne()
    {
        QVERIFY(m_desk->getToken(alphasToken));
        QVERIFY(m_desk->select(u"Beta"_s));
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 2);
        QCOMPARE(m_desk->transport.request(1).url.host(), u"beta.test"_s);
        QCOMPARE(clipboardText(), QString());
        m_desk->answer(1, tokenReply(betasToken));
        QCOMPARE(clipboardText(), QString::fromUtf8(betasToken));
        QVERIFY(m_desk->select(u"Alpha"_s));
        QVERIFY(m_desk->click(u"Copy token"_s));
        QCOMPARE(clipboardText(), QString::fromUtf8(alphasToken));
    }

    void aShownTokenIsMaskedAfterSwitching()
    {
        QVERIFY(m_desk->getToken(alphasToken));
        QVERIFY(m_desk->click(u"Show token"_s));
        QVERIFY(m_desk->everything().contains(QString::fromUtf8(alphasToken)));
        QVERIFY(m_desk->select(u"Beta"_s));
        showsNothingOfAlpha();
        QVERIFY(m_desk->select(u"Alpha"_s));
        QVERIFY(!m_desk->everything().contains(QString::fromUtf8(alphasToken)));
    }

    void aPendingCopyIsDroppedBySwitching_data()
    {
        QTest::addColumn<bool>("back");
        QTest::newRow("stays away") << false;
        QTest::newRow("comes back before the answer") << true;
    }
    void aPendingCopyIsDroppedBySwitching()
    {
        QFETCH(bool, back);
        QVERIFY(m_desk->click(u"Copy Bearer header"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QVERIFY(m_desk->select(u"Beta"_s));
        if (back)
            QVERIFY(m_desk->select(u"Alpha"_s));
        m_desk->answer(0, tokenReply(alphasToken));
        QCOMPARE(clipboardText(), QString());
        QCOMPARE(m_desk->hasToken(), back);
    }

    void anotherKeyOrUrlTakesTheTokenAway_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("pair");
        QTest::addColumn<QString>("host");
        QTest::newRow("key") << u"Consumer key"_s << u"typed"_s
                             << QByteArray("typed:alpha-consumer-secret-0123456789")
                             << u"alpha.test"_s;
        QTest::newRow("secret") << u"Consumer secret"_s << u"typed"_s
                                << QByteArray("alpha-consumer-key-0123456789:typed")
                                << u"alpha.test"_s;
        QTest::newRow("URL") << u"Token URL"_s << u"https://gamma.test/"_s
                             << QByteArray("alpha-consumer-key-0123456789:"
                                           "alpha-consumer-secret-0123456789")
                             << u"gamma.test"_s;
    }
    void anotherKeyOrUrlTakesTheTokenAway()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QByteArray, pair);
        QFETCH(QString, host);
        QVERIFY(m_desk->getToken(alphasToken));
        QVERIFY(m_desk->click(u"Show token"_s));
        QVERIFY(m_desk->type(field, text));
        QVERIFY(!m_desk->hasToken());
        QVERIFY(!m_desk->everything().contains(QString::fromUtf8(alphasToken)));

        QVERIFY(m_desk->click(u"Copy token"_s));
        if (host != "alpha.test"_L1)
            QVERIFY(m_desk->click(u"Use the other server"_s, m_desk->dialog()));
        QTRY_COMPARE(m_desk->transport.count(), 2);
        QCOMPARE(clipboardText(), QString());
        const HttpRequest &request = m_desk->transport.request(1);
        QCOMPARE(request.url.host(), host);
        QCOMPARE(request.authorization.view().toByteArray(), "Basic " + pair.toBase64());
        m_desk->answer(1, tokenReply("new-token-0123456789"));
        QCOMPARE(clipboardText(), u"new-token-0123456789"_s);
    }

    void aTokenForWhatWasTypedOverMeanwhileIsNotCopied()
    {
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QVERIFY(m_desk->type(u"Consumer key"_s, u"typed"_s));
        m_desk->answer(0, tokenReply(alphasToken));
        QCOMPARE(clipboardText(), QString());
        QVERIFY(!m_desk->hasToken());
    }

    void anAnswerAfterTheDeletionIsDropped_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("asked for") << u"Get token"_s;
        QTest::newRow("to be copied") << u"Copy token"_s;
    }
    void anAnswerAfterTheDeletionIsDropped()
    {
        QFETCH(QString, button);
        QVERIFY(m_desk->click(button));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        QVERIFY(m_desk->choose(u"Delete…"_s));
        QVERIFY(m_desk->click(u"Delete"_s, m_desk->dialog()));
        m_desk->settle();
        QVERIFY(m_desk->transport.isCancelled(0));
        m_desk->answer(0, tokenReply(alphasToken));
        QCOMPARE(m_desk->selectedName(), u"Beta"_s);
        showsNothingOfAlpha();
        QCOMPARE(clipboardText(), QString());
        QCOMPARE(m_desk->keychain.items(), QStringList{credentialsItem(u"beta"_s)});
    }

    void anAnswerAfterAnEditIsDropped()
    {
        QVERIFY(m_desk->click(u"Copy token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        Environment edited = FakeDesk::alpha();
        edited.tokenUrl.setHost(u"gamma.test"_s);
        QVERIFY(m_desk->environments().replace(edited));
        QVERIFY(m_desk->transport.isCancelled(0));
        m_desk->answer(0, tokenReply(alphasToken));
        QVERIFY(!m_desk->hasToken());
        QCOMPARE(clipboardText(), QString());
        QVERIFY(m_desk->find<QWidget>(u"Get token"_s)); // And no longer Cancel.
    }

    void aNewNameDoesNotDropTheAnswer()
    {
        ask();
        Environment renamed = FakeDesk::alpha();
        renamed.name = u"Aleph"_s;
        QVERIFY(m_desk->environments().replace(renamed));
        m_desk->answer(0, tokenReply(alphasToken));
        QVERIFY(m_desk->hasToken());
        QCOMPARE(m_desk->selectedName(), u"Aleph"_s);
    }

    void noSequenceShowsOrCopiesAnothers_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1U, 2U, 3U, 4U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void noSequenceShowsOrCopiesAnothers()
    {
        QFETCH(quint32, seed);
        m_desk.reset();
        Play play(seed);
        QVERIFY(play.open());
        for (int step = 0; step < 250; ++step) {
            const QString wrong = play.step();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(wrong)));
        }
        QVERIFY(play.tokensSeen() > 10); // The play was worth the watching.
    }

private:
    void ask()
    {
        QVERIFY(m_desk->click(u"Get token"_s));
        QTRY_COMPARE(m_desk->transport.count(), 1);
    }
    void showsNothingOfAlpha()
    {
        QVERIFY(!m_desk->hasToken());
        QCOMPARE(m_desk->text(u"Time left"_s), u"no token"_s);
        QCOMPARE(m_desk->text(u"Response status"_s), QString());
        QCOMPARE(m_desk->text(u"Response body"_s), QString());
        const QString everything = m_desk->everything();
        QVERIFY(!everything.contains(QString::fromUtf8(alphasToken)));
        QVERIFY(!everything.contains(maskedToken(Secret(alphasToken))));
        QVERIFY(!everything.contains(u"alpha-consumer"_s));
    }

    std::unique_ptr<FakeDesk> m_desk;
};

QTEST_MAIN(OneEnvironmentAtATime)
#include "one-environment-at-a-time.moc"
