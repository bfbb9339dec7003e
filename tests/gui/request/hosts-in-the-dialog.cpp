// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/tokenurlnote.h"
#include "gui/windowdriver.h"

#include <QComboBox>
#include <QTest>

using namespace tokeni;

namespace {

QString noteIn(QWidget *dialog)
{
    const auto *note = dialog->findChild<TokenUrlNote *>();
    return note->isVisible() ? note->text() : QString();
}

} // namespace

/*! Known hosts in the dialog of an environment. */
class HostsInTheDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void theKindKeepsTheCountryOfTheUrl()
    {
        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Token URL"_s, u"apisandbox.safaricom.et"_s, dialog));
        auto *kind = m_driver->find<QComboBox>(u"Kind"_s, dialog);
        kind->setCurrentIndex(kind->findData(int(EnvironmentKind::Production)));
        QCOMPARE(m_driver->text(u"Token URL"_s, dialog),
                 u"https://api.safaricom.et/v1/token/generate?grant_type=client_credentials"_s);
    }

    void aKnownHostGetsItsPathAndAnotherPathIsTold()
    {
        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, u"Gamma"_s, dialog));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://sandbox.safaricom.co.ke/oauth2/v1/x"_s,
                               dialog));
        QVERIFY(noteIn(dialog).contains(u"takes POST"_s));
        QVERIFY(m_driver->click(u"Use /oauth/v1/generate"_s, dialog));
        QCOMPARE(noteIn(dialog), QString());
        QVERIFY(m_driver->type(u"Token URL"_s, u"api.safaricom.co.ke"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QCOMPARE(m_driver->environments().list().findNamed(u"Gamma"_s)->tokenUrl,
                 defaultTokenUrl(EnvironmentKind::Production));
    }

private:
    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(HostsInTheDialog)
#include "hosts-in-the-dialog.moc"
