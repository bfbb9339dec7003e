// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomuser.h"

#include "core/secret/masking.h"

#include <QLineEdit>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray alphasToken = "alphas-token-0123456789";
const QByteArray betasToken = "betas-token-0123456789";

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
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);
    }
    void cleanup() { m_driver.reset(); }

    void aLateTokenIsNotSeenInTheOther()
    {
        ask();
        QVERIFY(m_driver->select(u"Beta"_s));
        m_driver->answer(0, tokenReply(alphasToken));
        showsNothingOfAlpha();
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->hasToken());
        QVERIFY(m_driver->text(u"Response body"_s).contains(u"access_token"_s));
        QVERIFY(m_driver->select(u"Beta"_s));
        showsNothingOfAlpha();
    }

    void aLateRefusalIsNotSeenInTheOther()
    {
        ask();
        QVERIFY(m_driver->select(u"Beta"_s));
        const QString before = m_driver->message();
        m_driver->answer(0, replyOf(400, R"({"errorCode": "400.008.01"})"));
        QVERIFY(m_driver->find<QWidget>(u"Bearer header"_s)->isVisible());
        QVERIFY(!m_driver->find<QWidget>(u"Diagnosis"_s)->isVisible());
        QCOMPARE(m_driver->text(u"Response body"_s), QString());
        QCOMPARE(m_driver->message(), before);
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->find<QWidget>(u"Diagnosis"_s)->isVisible());
    }

    void eachCopyIsOfTheSelectedOne()
    {
        QVERIFY(m_driver->getToken(alphasToken));
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QCOMPARE(m_driver->transport.request(1).url.host(), u"beta.test"_s);
        QCOMPARE(clipboardText(), QString());
        m_driver->answer(1, tokenReply(betasToken));
        QCOMPARE(clipboardText(), QString::fromUtf8(betasToken));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(m_driver->click(u"Copy token"_s));
        QCOMPARE(clipboardText(), QString::fromUtf8(alphasToken));
    }

    void aShownTokenIsMaskedAfterSwitching()
    {
        QVERIFY(m_driver->getToken(alphasToken));
        QVERIFY(m_driver->click(u"Show token"_s));
        QVERIFY(m_driver->everything().contains(QString::fromUtf8(alphasToken)));
        QVERIFY(m_driver->select(u"Beta"_s));
        showsNothingOfAlpha();
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(!m_driver->everything().contains(QString::fromUtf8(alphasToken)));
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
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QVERIFY(m_driver->select(u"Beta"_s));
        if (back)
            QVERIFY(m_driver->select(u"Alpha"_s));
        m_driver->answer(0, tokenReply(alphasToken));
        QCOMPARE(clipboardText(), QString());
        QCOMPARE(m_driver->hasToken(), back);
    }

    void anotherKeyOrUrlRemovesTheToken_data()
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
    void anotherKeyOrUrlRemovesTheToken()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QByteArray, pair);
        QFETCH(QString, host);
        QVERIFY(m_driver->getToken(alphasToken));
        QVERIFY(m_driver->click(u"Show token"_s));
        QVERIFY(m_driver->type(field, text));
        QVERIFY(!m_driver->hasToken());
        QVERIFY(!m_driver->everything().contains(QString::fromUtf8(alphasToken)));

        QVERIFY(m_driver->click(u"Copy token"_s));
        if (host != "alpha.test"_L1)
            QVERIFY(m_driver->click(u"Use the other server"_s, m_driver->dialog()));
        QTRY_COMPARE(m_driver->transport.count(), 2);
        QCOMPARE(clipboardText(), QString());
        const HttpRequest &request = m_driver->transport.request(1);
        QCOMPARE(request.url.host(), host);
        QCOMPARE(request.authorization.view().toByteArray(), "Basic " + pair.toBase64());
        m_driver->answer(1, tokenReply("new-token-0123456789"));
        QCOMPARE(clipboardText(), u"new-token-0123456789"_s);
    }

    void aTokenForWhatWasTypedOverMeanwhileIsNotCopied()
    {
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QVERIFY(m_driver->type(u"Consumer key"_s, u"typed"_s));
        m_driver->answer(0, tokenReply(alphasToken));
        QCOMPARE(clipboardText(), QString());
        QVERIFY(!m_driver->hasToken());
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
        QVERIFY(m_driver->click(button));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        QVERIFY(m_driver->choose(u"Delete…"_s));
        QVERIFY(m_driver->click(u"Delete"_s, m_driver->dialog()));
        m_driver->settle();
        QVERIFY(m_driver->transport.isCancelled(0));
        m_driver->answer(0, tokenReply(alphasToken));
        QCOMPARE(m_driver->selectedName(), u"Beta"_s);
        showsNothingOfAlpha();
        QCOMPARE(clipboardText(), QString());
        QCOMPARE(m_driver->keychain.items(), QStringList{credentialsItem(u"beta"_s)});
    }

    void anAnswerAfterAnEditIsDropped()
    {
        QVERIFY(m_driver->click(u"Copy token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        Environment edited = FakeWindowDriver::alpha();
        edited.tokenUrl.setHost(u"gamma.test"_s);
        QVERIFY(m_driver->environments().replace(edited));
        QVERIFY(m_driver->transport.isCancelled(0));
        m_driver->answer(0, tokenReply(alphasToken));
        QVERIFY(!m_driver->hasToken());
        QCOMPARE(clipboardText(), QString());
        QVERIFY(m_driver->find<QWidget>(u"Get token"_s)); // The button is no longer Cancel.
    }

    void aNewNameDoesNotDropTheAnswer()
    {
        ask();
        Environment renamed = FakeWindowDriver::alpha();
        renamed.name = u"Aleph"_s;
        QVERIFY(m_driver->environments().replace(renamed));
        m_driver->answer(0, tokenReply(alphasToken));
        QVERIFY(m_driver->hasToken());
        QCOMPARE(m_driver->selectedName(), u"Aleph"_s);
    }

    void noSequenceShowsOrCopiesAnotherEnvironmentsToken_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1U, 2U, 3U, 4U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void noSequenceShowsOrCopiesAnotherEnvironmentsToken()
    {
        QFETCH(quint32, seed);
        m_driver.reset();
        RandomUser user(seed);
        QVERIFY(user.open());
        for (int step = 0; step < 250; ++step) {
            const QString wrong = user.step();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(wrong)));
        }
        QVERIFY(user.tokensSeen() > 10); // Enough was seen for the check to count.
    }

private:
    void ask()
    {
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 1);
    }
    void showsNothingOfAlpha()
    {
        QVERIFY(!m_driver->hasToken());
        QCOMPARE(m_driver->text(u"Time left"_s), u"no token"_s);
        QCOMPARE(m_driver->text(u"Response status"_s), QString());
        QCOMPARE(m_driver->text(u"Response body"_s), QString());
        const QString everything = m_driver->everything();
        QVERIFY(!everything.contains(QString::fromUtf8(alphasToken)));
        QVERIFY(!everything.contains(maskedToken(Secret(alphasToken))));
        QVERIFY(!everything.contains(u"alpha-consumer"_s));
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(OneEnvironmentAtATime)
#include "one-environment-at-a-time.moc"
