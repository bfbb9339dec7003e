// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowdriver.h"

#include "core/environment/knownhosts.h"
#include "core/failure/failuretable.h"
#include "gui/token/diagnosisview.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextDocument>

using namespace tokeni;

namespace {

const QByteArray refusal = R"({"requestId": "4788-81090592-4", "errorCode": "400.008.01",
                               "errorMessage": "Invalid Authentication passed"})";
const QByteArray token = "the-token-0123456789abcdef";

// Sandbox and production, both with the sandbox's keys.
class Shop : public FakeWorld, public WindowDriver
{
public:
    explicit Shop(const QString &sandboxName = u"Sandbox"_s)
        : FakeWorld(Keys::None),
          WindowDriver(World{keychain, transport, locks, clock}, all(sandboxName))
    {
        for (const QString &id : {u"sandbox"_s, u"production"_s})
            keychain.put(credentialsItem(id),
                         toKeychainItem(FakeWorld::keysOf(u"shop"_s)).view().toByteArray());
        Settings known = settings().current();
        known.productionUnasked = {u"production https://api.safaricom.co.ke:443"_s};
        settings().change(known);
    }

    // Clicks to get a token for the selected environment, and answers.
    [[nodiscard]] bool answered(HttpReply reply)
    {
        const int number = transport.count();
        if (!click(u"Get token"_s) || !QTest::qWaitFor([&] { return transport.count() > number; }))
            return false;
        clock.advance(1);
        transport.answer(number, std::move(reply));
        settle();
        return true;
    }
    [[nodiscard]] bool answered(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        HttpReply reply = replyOf(status, body);
        reply.headers += headers;
        return answered(std::move(reply));
    }
    [[nodiscard]] DiagnosisView *view() { return window().findChild<DiagnosisView *>(); }
    // The names of the buttons in their order on screen.
    [[nodiscard]] QStringList buttons()
    {
        QStringList names;
        for (const QPushButton *button : view()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                names.append(button->accessibleName());
        }
        return names;
    }
    [[nodiscard]] bool isToldNow() { return find<QLabel>(u"Diagnosis"_s)->isVisible(); }
    [[nodiscard]] QString diagnosisText()
    {
        return find<QLabel>(u"Diagnosis"_s)->accessibleDescription();
    }

private:
    static QList<Environment> all(const QString &sandboxName)
    {
        QList<Environment> list = defaultEnvironments().sliced(1);
        list[0].name = sandboxName;
        return list;
    }
};

} // namespace

class DiagnosisInTheWindow : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init()
    {
        QApplication::clipboard()->clear();
        m_opened.clear();
        m_shop = std::make_unique<Shop>();
        QVERIFY(m_shop->show());
    }
    void cleanup() { m_shop.reset(); }

    void looksAsDesigned()
    {
        QVERIFY(refusedInProduction());
        QCOMPARE(m_shop->text(u"Diagnosis"_s), u"Daraja did not accept these keys"_s);
        const QString words = m_shop->diagnosisText();
        for (const QString &part :
             {u"Daraja did not accept these keys"_s,
              u"400.008.01 · Invalid Authentication passed"_s,
              u"The same keys were accepted by Sandbox at "_s,
              u": sandbox keys never work in production."_s,
              u"Copy the key and secret of a live app again from the portal, under My Apps."_s})
            QVERIFY2(words.contains(part), qPrintable(words));
        QCOMPARE(m_shop->buttons(),
                 QStringList({u"Edit keys"_s, u"Switch to Sandbox"_s, u"Open the portal"_s,
                              u"Copy report"_s}));
    }

    void leadsToTheKeysByEditKeys()
    {
        QVERIFY(refusedInProduction());
        QVERIFY(m_shop->click(u"Edit keys"_s));
        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Consumer key"_s);
    }

    void selectsTheOtherEnvironment()
    {
        QVERIFY(refusedInProduction());
        QVERIFY(m_shop->click(u"Switch to Sandbox"_s));
        QCOMPARE(m_shop->selectedName(), u"Sandbox"_s);
        QVERIFY(m_shop->hasToken());
        QVERIFY(!m_shop->isToldNow());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Environments"_s);
    }

    void opensThePortal()
    {
        QVERIFY(refusedInProduction());
        QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
        const bool clicked = m_shop->click(u"Open the portal"_s);
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QVERIFY(clicked);
        QCOMPARE(m_opened, QList<QUrl>{portalOf(Service::Daraja)});
    }

    void opensTheIncidentPageIfThereIsAnId()
    {
        QVERIFY(m_shop->answered(403, "<html>Incapsula incident ID: 12-3456</html>"));
        QCOMPARE(m_shop->buttons(),
                 QStringList({u"Try again"_s, u"Report the incident"_s, u"Copy report"_s}));
        QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
        const bool clicked = m_shop->click(u"Report the incident"_s);
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QVERIFY(clicked);
        QCOMPARE(m_opened, QList<QUrl>{incidentPage()});
    }

    void copiesTheReport()
    {
        QVERIFY(refusedInProduction());
        QVERIFY(m_shop->click(u"Copy report"_s));
        const QString report = QApplication::clipboard()->text();
        QVERIFY2(report.contains(u"Finding: Daraja did not accept these keys\n"_s),
                 qPrintable(report));
        QVERIFY(report.contains(u"400.008.01"_s));
        const Credentials keys = FakeWorld::keysOf(u"shop"_s);
        QVERIFY(!report.contains(keys.consumerKey.reveal()));
        QVERIFY(!report.contains(keys.consumerSecret.reveal()));
        QCOMPARE(m_shop->message(), u"Copied the report: it contains no keys and no token"_s);
        // No secret: it stays, and clipboard managers may keep it.
        QVERIFY(!QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    }

    void opensTheEnvironmentsDialog()
    {
        QVERIFY(m_shop->answered(404, "{}"));
        QCOMPARE(m_shop->buttons(), QStringList({u"Edit environment"_s, u"Copy report"_s}));
        QVERIFY(m_shop->click(u"Edit environment"_s));
        QWidget *dialog = m_shop->dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Edit environment"_s);
        dialog->close();
    }

    void opensTheSettingsForTheProxy()
    {
        QVERIFY(m_shop->answered(faultReply(TransportFault::Kind::Proxy)));
        QVERIFY(m_shop->click(u"Settings"_s, nullptr));
        QWidget *dialog = m_shop->dialog();
        QVERIFY(dialog);
        dialog->close();
    }

    void sendsTheRequestAgain()
    {
        QVERIFY(m_shop->answered(faultReply(TransportFault::Kind::Deadline)));
        QVERIFY(m_shop->click(u"Try again"_s));
        QTRY_COMPARE(m_shop->transport.count(), 2);
        QVERIFY(!m_shop->isToldNow());
        m_shop->transport.answer(1, tokenReply(token));
        QTRY_VERIFY(m_shop->hasToken());
    }

    void countsDownTheWaitThatTheServerAsksFor()
    {
        QVERIFY(m_shop->answered(429, "{}", {{"Retry-After", "90"}}));
        auto *retry = m_shop->find<QPushButton>(u"Try again"_s);
        QVERIFY(retry);
        QVERIFY(!retry->isEnabled());
        QCOMPARE(retry->text(), u"Try again in 01:30"_s);
        const int width = retry->width();
        m_shop->clock.advance(62'000);
        QTRY_COMPARE(retry->text(), u"Try again in 28 s"_s);
        QCOMPARE(retry->accessibleName(), u"Try again"_s);
        QCOMPARE(retry->width(), width);
        QVERIFY(!retry->isEnabled());

        // Another environment has nothing to wait for; this one continues waiting.
        QVERIFY(m_shop->select(u"Production"_s));
        m_shop->clock.advance(10'000);
        QVERIFY(m_shop->select(u"Sandbox"_s));
        QCOMPARE(retry->text(), u"Try again in 18 s"_s);

        m_shop->clock.advance(17'999);
        QTRY_COMPARE(retry->text(), u"Try again in 1 s"_s);
        QVERIFY(!retry->isEnabled());
        m_shop->clock.advance(1);
        QTRY_VERIFY(retry->isEnabled());
        QCOMPARE(retry->text(), u"Try again"_s);
        QVERIFY(m_shop->click(u"Try again"_s));
        QTRY_COMPARE(m_shop->transport.count(), 2);
    }

    void endsAWaitWithItsFailure()
    {
        QVERIFY(m_shop->answered(503, "{}", {{"Retry-After", "3600"}}));
        QVERIFY(!m_shop->find<QPushButton>(u"Try again"_s)->isEnabled());
        // A token can still be requested: the wait is the server's wish, not our rule.
        QVERIFY(m_shop->answered(404, "{}", {{"Retry-After", "3600"}}));
        for (const QPushButton *button : m_shop->view()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->isEnabled(), qPrintable(button->accessibleName()));
        }
        QVERIFY(m_shop->answered(503, "{}"));
        QVERIFY(m_shop->find<QPushButton>(u"Try again"_s)->isEnabled());
    }

    void offersTheTokenThatIsStillValid()
    {
        QVERIFY(m_shop->answered(tokenReply(token, "100")));
        QVERIFY(m_shop->answered(503, "{}"));
        QVERIFY(m_shop->isToldNow());
        QVERIFY(m_shop->click(u"Use the present token"_s));
        QVERIFY(!m_shop->isToldNow());
        QVERIFY(m_shop->find<QWidget>(u"Bearer header"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Copy Bearer header"_s);

        // The next failure is shown again, since the choice applied to the one before.
        QVERIFY(m_shop->answered(503, "{}"));
        QVERIFY(m_shop->isToldNow());
        QVERIFY(m_shop->click(u"Use the present token"_s));
        // Once the token has expired, only the failure is left to show.
        m_shop->clock.advance(101'000);
        QTRY_VERIFY(m_shop->isToldNow());
        QVERIFY(!m_shop->buttons().contains(u"Use the present token"_s));
    }

    void offersNoTokenIfThereIsNone()
    {
        QVERIFY(m_shop->answered(503, "{}"));
        QCOMPARE(m_shop->buttons(), QStringList({u"Try again"_s, u"Copy report"_s}));
    }

    // Not a failure: the token is valid, and the assumption is shown beside it.
    void mentionsAnAssumedLifetimeBesideTheToken()
    {
        QVERIFY(m_shop->answered(200, R"({"access_token": "the-token-0123456789"})"));
        QVERIFY(m_shop->hasToken());
        QVERIFY(!m_shop->isToldNow());
        const QString assumed
            = u"The answer did not say how long the token is valid: one hour is assumed."_s;
        QVERIFY(m_shop->everything().contains(assumed));
        QVERIFY(m_shop->answered(tokenReply(token)));
        QVERIFY(!m_shop->everything().contains(assumed));
    }

    void treatsNothingAsHtml()
    {
        const QString name = u"<img src=x>&amp;<b>Shop</b>"_s;
        m_shop = std::make_unique<Shop>(name);
        QVERIFY(m_shop->show());
        QVERIFY(m_shop->answered(tokenReply(token)));
        QVERIFY(m_shop->select(u"Production"_s));
        QVERIFY(m_shop->answered(400,
                                 R"({"errorCode": "400.008.01", "errorMessage": "<h1>Big</h1>"})"));
        QString shown;
        int named = 0;
        for (const QLabel *label : m_shop->view()->findChildren<QLabel *>()) {
            if (label->textFormat() == Qt::PlainText) {
                shown += label->text();
                continue;
            }
            QTextDocument rendered;
            rendered.setHtml(label->text());
            QVERIFY2(rendered.toPlainText().contains(name), qPrintable(label->text()));
            ++named;
        }
        QCOMPARE(named, 1);
        QVERIFY2(shown.contains(u"<h1>Big</h1>"_s), qPrintable(shown));
        auto *button = m_shop->find<QPushButton>(u"Switch to "_s + name);
        QVERIFY(button && button->isVisible());
    }

    // Whatever there is to say, the zone keeps its height. Text that does not fit scrolls, by
    // keyboard too.
    void scrollsLongTextWithoutGrowing()
    {
        m_shop->window().resize(720, 480);
        QVERIFY(m_shop->answered(tokenReply(token)));
        QVERIFY(m_shop->select(u"Production"_s));
        const QByteArray words(250, 'w');
        QVERIFY(m_shop->answered(
            400, "{\"errorCode\": \"400.008.01\", \"errorMessage\": \"spaced " + words + "\"}"));
        QCOMPARE(m_shop->buttons().size(), 4);
        QVERIFY2(m_shop->view()->minimumSizeHint().height() <= highest,
                 qPrintable(QString::number(m_shop->view()->minimumSizeHint().height())));
        auto *scroll = m_shop->view()->findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QVERIFY(scroll->focusPolicy() & Qt::TabFocus);
        scroll->setFocus();
        QTest::keyClick(scroll, Qt::Key_PageDown);
        QTRY_VERIFY(scroll->verticalScrollBar()->value() > 0);

        // Short text needs no Tab stop.
        m_shop->window().resize(1080, 720);
        QVERIFY(m_shop->answered(503, "{}"));
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QCOMPARE(scroll->focusPolicy(), Qt::NoFocus);
    }

    void fitsForEveryFailure_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < int(TokenError::Kind::Count); ++kind)
            QTest::addRow("%d", kind) << kind;
    }

    void fitsForEveryFailure()
    {
        QFETCH(int, kind);
        TokenError error{TokenError::Kind(kind), 400};
        error.serverWords = QString(300, u'w');
        const DiagnosisContext context{SameKeys{u"sandbox"_s, QString(80, u'n'),
                                                EnvironmentKind::Sandbox,
                                                QDateTime::currentDateTime()},
                                       true,
                                       {}};
        DiagnosisView view(m_shop->clock);
        view.show(diagnose(error, defaultEnvironments().at(2), context), {});
        view.resize(480, highest);
        view.setVisible(true);
        QVERIFY2(view.minimumSizeHint().height() <= highest,
                 qPrintable(QString::number(view.minimumSizeHint().height())));
        QVERIFY(view.minimumSizeHint().width() <= 480);
    }

private:
    // The height that the design leaves for the zone.
    static constexpr int highest = 118;

    [[nodiscard]] bool refusedInProduction()
    {
        return m_shop->answered(tokenReply(token)) && m_shop->select(u"Production"_s)
            && m_shop->answered(400, refusal) && m_shop->isToldNow();
    }

    QList<QUrl> m_opened;
    std::unique_ptr<Shop> m_shop;
};

QTEST_MAIN(DiagnosisInTheWindow)
#include "diagnosis-in-the-window.moc"
