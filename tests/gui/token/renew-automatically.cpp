// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace tokeni;

namespace {

constexpr qint64 second = 1'000;

} // namespace

/*! The check box, and what the window shows of a token that is renewed automatically. */
class RenewAutomatically : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void isStoredInTheEnvironment()
    {
        QVERIFY(!box()->isChecked());
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        QVERIFY(stored(u"alpha"_s));
        QVERIFY(!stored(u"beta"_s));
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(!box()->isChecked());
        QVERIFY(m_driver->select(u"Alpha"_s));
        QVERIFY(box()->isChecked());
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        QVERIFY(!stored(u"alpha"_s));
    }

    void assistiveTechnologyTogglesIt()
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(box());
        QCOMPARE(interface->role(), QAccessible::CheckBox);
        QCOMPARE(interface->text(QAccessible::Name), u"Renew automatically"_s);
        interface->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(stored(u"alpha"_s));
    }

    void followsAChangeFromElsewhere()
    {
        Environment edited = *m_driver->environments().list().find(u"alpha"_s);
        edited.renewAutomatically = true;
        QVERIFY(m_driver->environments().replace(edited));
        QVERIFY(box()->isChecked());
    }

    void isNotStoredTogetherWithUnsavedEdits()
    {
        QVERIFY(m_driver->type(u"Token URL"_s, u"not a url"_s));
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        QVERIFY(stored(u"alpha"_s));
        QCOMPARE(m_driver->environments().list().find(u"alpha"_s)->tokenUrl,
                 FakeWorld::alpha().tokenUrl);
    }

    void theNextTokenComesByItself()
    {
        start();
        QVERIFY2(hint().startsWith(u"The next token is fetched at "_s), qPrintable(hint()));
        pass(3539 * second);
        QCOMPARE(m_driver->transport.count(), 2);
        QCOMPARE(hint(), u"Getting the next token …"_s);
        QVERIFY(m_driver->hasToken());
        m_driver->answer(1, tokenReply("another-token-01234567890"));
        QCOMPARE(m_driver->text(u"Time left"_s), u"59:58"_s);
        QVERIFY2(hint().startsWith(u"The next token is fetched at "_s), qPrintable(hint()));
        QCOMPARE(m_driver->message(), u"Got a token from Alpha"_s); // What was asked for at first.
    }

    void theNextTokenComesWhileTheWindowHides()
    {
        start();
        m_driver->window().hide();
        pass(3539 * second);
        m_driver->answer(1, tokenReply("another-token-01234567890"));
        m_driver->window().show();
        QCOMPARE(m_driver->text(u"Time left"_s), u"59:58"_s);
    }

    void aFailureKeepsTheValidToken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("begins");
        QTest::newRow("retries") << 503 << u"Renewing failed: "_s;
        QTest::newRow("stops retrying") << 401 << u"Renewing stopped: "_s;
    }
    void aFailureKeepsTheValidToken()
    {
        QFETCH(int, status);
        QFETCH(QString, begins);
        start();
        pass(3539 * second);
        m_driver->answer(1, replyOf(status, "{}"));
        QVERIFY(m_driver->hasToken());
        QVERIFY(visible<QLabel>(u"Time left"_s));
        QVERIFY(!visible<QLabel>(u"Diagnosis"_s));
        QVERIFY2(hint().startsWith(begins), qPrintable(hint()));
        QCOMPARE(hint().contains(u"Next try at "_s), status == 503);
        // The user did not request it, so its result is not announced.
        QCOMPARE(m_driver->message(), u"Got a token from Alpha"_s); // From the first request.
        // Once the token has expired, the diagnosis takes its place.
        pass(61 * second);
        m_driver->window().hide();
        m_driver->window().show();
        QVERIFY(visible<QLabel>(u"Diagnosis"_s));
        QVERIFY(!visible<QLabel>(u"Time left"_s));
    }

    void aRequestByTheUserIsReported()
    {
        start();
        pass(3539 * second);
        m_driver->answer(1, replyOf(503, "{}"));
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_COMPARE(m_driver->transport.count(), 3);
        m_driver->answer(2, replyOf(503, "{}"));
        QVERIFY(visible<QLabel>(u"Diagnosis"_s));
        QVERIFY(m_driver->message().contains(u"No token from"_s));
    }

    void nothingMoves()
    {
        const auto places = [this] {
            QList<QRect> found;
            for (const QString &name :
                 {u"Time left"_s, u"Bearer header"_s, u"Renew automatically"_s,
                  u"Copy Bearer header"_s, u"Response body"_s}) {
                auto *widget = m_driver->find<QWidget>(name);
                found.append(QRect(widget->mapTo(&m_driver->window(), QPoint()), widget->size()));
            }
            return found;
        };
        const QList<QRect> without = places();
        start();
        QCOMPARE(places(), without);
        pass(3539 * second);
        QCOMPARE(places(), without);
        m_driver->answer(1, replyOf(503, "{}"));
        QCOMPARE(places(), without);
        QVERIFY(hint().size() > 60); // Longer than the available space.
        QCOMPARE(hintLabel()->toolTip(), hint().toHtmlEscaped());
    }

    void worksWithTheSimulatorAndTheRealClock()
    {
        m_driver.reset();
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.play(u"short-lived"_s));
        QVERIFY(driver.click(u"Renew automatically"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_VERIFY(driver.hasToken());
        const QString first = driver.text(u"Bearer header"_s);
        QTRY_VERIFY_WITH_TIMEOUT(driver.hasToken() && driver.text(u"Bearer header"_s) != first,
                                 20'000);
    }

private:
    QCheckBox *box() { return m_driver->find<QCheckBox>(u"Renew automatically"_s); }
    QLabel *hintLabel() { return m_driver->window().findChild<QLabel *>(u"hint"_s); }
    QString hint() { return hintLabel()->text(); }
    template <typename T> bool visible(const QString &name)
    {
        const T *found = m_driver->find<T>(name);
        return found && found->isVisible();
    }
    bool stored(const QString &id)
    {
        EnvironmentFile file(m_driver->filePath());
        return file.load()->find(id)->renewAutomatically;
    }
    void start()
    {
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        QVERIFY(m_driver->getToken("a-token-0123456789"));
    }
    // Lets that much time pass, and then does what the timer would.
    void pass(qint64 ms)
    {
        m_driver->clock.advance(ms);
        Q_EMIT m_driver->tokens().changed(u"alpha"_s);
        m_driver->settle();
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(RenewAutomatically)
#include "renew-automatically.moc"
