// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace tokeni;

namespace {

// The problems that a dialog currently shows, each beside its field.
QStringList problemsIn(QWidget *dialog)
{
    QStringList words;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().endsWith(u'.'))
            words.append(label->text());
    }
    return words;
}

} // namespace

/*! Adding, editing, reordering, finding and deleting environments. */
class EnvironmentsInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
    }
    void cleanup() { m_driver.reset(); }

    void aNewOneIsAddedAndSelected()
    {
        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, u"  Gamma "_s, dialog));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://gamma.test/"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
        isSelected(u"Gamma"_s);
        QVERIFY(fileText().contains("\"Gamma\""));
        QVERIFY(m_driver->text(u"Token URL"_s).startsWith(u"https://gamma.test/"_s));
    }

    void theKindBringsItsUrl()
    {
        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        auto *kind = m_driver->find<QComboBox>(u"Kind"_s, dialog);
        QVERIFY(kind);
        kind->setCurrentIndex(kind->findData(int(EnvironmentKind::Production)));
        QCOMPARE(m_driver->text(u"Token URL"_s, dialog),
                 defaultTokenUrl(EnvironmentKind::Production).toString());
        // But never overwrites what the user has typed.
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://own.test/"_s, dialog));
        kind->setCurrentIndex(kind->findData(int(EnvironmentKind::Sandbox)));
        QCOMPARE(m_driver->text(u"Token URL"_s, dialog), u"https://own.test/"_s);
    }

    void problemsAreShownBesideTheFieldAndNothingTypedIsLost_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("caFile");
        QTest::addColumn<QString>("words");
        const QString good = u"https://gamma.test/"_s;
        QTest::newRow("no name") << u"Name"_s << QString() << good << QString()
                                 << u"Give the environment a name."_s;
        QTest::newRow("white space as a name")
            << u"Name"_s << u"   "_s << good << QString() << u"Give the environment a name."_s;
        QTest::newRow("a name that is taken") << u"Name"_s << u"beta"_s << good << QString()
                                              << u"Another environment has this name."_s;
        QTest::newRow("no URL") << u"Token URL"_s << u"Gamma"_s << QString() << QString()
                                << u"Enter the token URL."_s;
        QTest::newRow("http") << u"Token URL"_s << u"Gamma"_s << u"http://gamma.test/"_s
                              << QString() << u"The URL must begin with https://"_s;
        QTest::newRow("half a URL") << u"Token URL"_s << u"Gamma"_s << u"gamma.test"_s << QString()
                                    << u"This is not a complete URL."_s;
        QTest::newRow("a portal") << u"Token URL"_s << u"Gamma"_s
                                  << u"https://daraja.safaricom.co.ke/"_s << QString()
                                  << u"This is the portal, not the API."_s;
        QTest::newRow("half a path") << u"CA file"_s << u"Gamma"_s << good << u"ca.pem"_s
                                     << u"Enter the full path of the CA file."_s;
    }
    void problemsAreShownBesideTheFieldAndNothingTypedIsLost()
    {
        QFETCH(QString, field);
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, caFile);
        QFETCH(QString, words);
        const QByteArray before = fileText();
        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, name, dialog));
        QVERIFY(m_driver->type(u"Token URL"_s, url, dialog));
        QVERIFY(m_driver->type(u"CA file"_s, caFile, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));

        QVERIFY(dialog->isVisible());
        const QStringList said = problemsIn(dialog);
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().startsWith(words), qPrintable(said.first()));
        auto *edit = m_driver->find<QLineEdit>(field, dialog);
        QCOMPARE(edit->accessibleDescription(), said.first());
        QCOMPARE(dialog->focusWidget(), edit);
        QCOMPARE(m_driver->text(u"Name"_s, dialog), name);
        QCOMPARE(m_driver->text(u"Token URL"_s, dialog), url);
        QCOMPARE(m_driver->text(u"CA file"_s, dialog), caFile);
        QCOMPARE(m_driver->listed().size(), 2);
        QCOMPARE(fileText(), before);

        // Once corrected, it is accepted.
        QVERIFY(m_driver->type(u"Name"_s, u"Gamma"_s, dialog));
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://gamma.test/"_s, dialog));
        QVERIFY(m_driver->type(u"CA file"_s, {}, dialog));
        QVERIFY(problemsIn(dialog).isEmpty());
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        isSelected(u"Gamma"_s);
    }

    void cancellingTheDialogChangesNothing()
    {
        const QByteArray before = fileText();
        QVERIFY(m_driver->choose(u"Edit…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, u"Gamma"_s, dialog));
        QVERIFY(m_driver->click(u"Cancel"_s, dialog));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(fileText(), before);
    }

    void editingTheUrlRemovesTheToken()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        QVERIFY(m_driver->choose(u"Edit…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QCOMPARE(m_driver->text(u"Name"_s, dialog), u"Alpha"_s);
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://gamma.test/"_s, dialog));
        QVERIFY(m_driver->type(u"CA file"_s, u"/etc/ca.pem"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QVERIFY(m_driver->click(u"Use the other server"_s, m_driver->dialog()));
        QVERIFY(!m_driver->hasToken());
        QVERIFY(m_driver->text(u"Token URL"_s).startsWith(u"https://gamma.test/"_s));
        QVERIFY(m_driver->getToken("gammas-token-0123456789"));
        QCOMPARE(m_driver->transport.request(1).url.host(), u"gamma.test"_s);
        QCOMPARE(m_driver->transport.request(1).caFile, u"/etc/ca.pem"_s);
    }

    void renamingKeepsTokenAndPlace()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        QVERIFY(m_driver->choose(u"Rename…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->focusWidget(), m_driver->find<QWidget>(u"Name"_s, dialog));
        QVERIFY(m_driver->type(u"Name"_s, u"Aleph"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QCOMPARE(m_driver->listed(), QStringList({u"Aleph"_s, u"Beta"_s}));
        isSelected(u"Aleph"_s);
        QVERIFY(m_driver->hasToken());
        // The history keeps the earlier name.
        m_driver->history().clear();
        QVERIFY(!m_driver->everything().remove(m_driver->message()).contains(u"Alpha"_s));
    }

    void aDuplicateIsInsertedAfterItWithoutKeys()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        QVERIFY(m_driver->choose(u"Duplicate"_s));
        m_driver->settle();
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Alpha (2)"_s, u"Beta"_s}));
        isSelected(u"Alpha (2)"_s);
        QVERIFY(!m_driver->hasToken());
        QCOMPARE(m_driver->keychain.items(),
                 QStringList({u"alpha/credentials"_s, u"alpha/token"_s, u"beta/credentials"_s}));
        QVERIFY(m_driver->click(u"Get token"_s));
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 1); // It has no keys for a request.
    }

    void movingKeepsTheSelection()
    {
        QVERIFY(m_driver->choose(u"Move down"_s));
        QCOMPARE(m_driver->listed(), QStringList({u"Beta"_s, u"Alpha"_s}));
        isSelected(u"Alpha"_s);
        QVERIFY(fileText().indexOf("\"Beta\"") < fileText().indexOf("\"Alpha\""));
        QVERIFY(m_driver->choose(u"Move down"_s)); // Already at the end.
        QCOMPARE(m_driver->listed(), QStringList({u"Beta"_s, u"Alpha"_s}));
        QVERIFY(m_driver->choose(u"Move up"_s));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        isSelected(u"Alpha"_s);
    }

    void deletingAsksAndMayBeRefused()
    {
        QVERIFY(m_driver->choose(u"Delete…"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(m_driver->everything().contains(u"Alpha"_s));
        QVERIFY(m_driver->click(u"Keep it"_s, question));
        m_driver->settle();
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(m_driver->keychain.items().size(), 2);
    }

    void returnAndEscapeKeepIt_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Escape") << int(Qt::Key_Escape);
    }
    void returnAndEscapeKeepIt()
    {
        QFETCH(int, key);
        QVERIFY(m_driver->choose(u"Delete…"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key(key));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
    }

    void deletingRemovesKeysAndToken()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        deleteSelected();
        QCOMPARE(m_driver->listed(), QStringList{u"Beta"_s});
        isSelected(u"Beta"_s);
        QVERIFY(!m_driver->hasToken());
        QCOMPARE(m_driver->keychain.items(), QStringList{u"beta/credentials"_s});
        QVERIFY(m_driver->message().contains(u"Alpha"_s));
        QVERIFY(!fileText().contains("\"Alpha\""));
    }

    void itemsLeftInTheKeychainAreNamedAsItListsThem()
    {
        m_driver->keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is locked"_s});
        deleteSelected();
        const QString said = m_driver->message();
        QVERIFY2(said.contains(u"may still have its keys: it is locked"_s), qPrintable(said));
        QVERIFY2(said.contains(u"“Tokeni: Alpha (keys)” and “Tokeni: Alpha (token)”"_s),
                 qPrintable(said));
    }

    void deletingRemovesTheRealKeyringsItems()
    {
        m_driver.reset();
        RealWindowDriver driver;
        QVERIFY(driver.show());
        QVERIFY(driver.type(u"Consumer key"_s, u"simulator-consumer-key"_s));
        QVERIFY(driver.type(u"Consumer secret"_s, u"simulator-consumer-secret"_s));
        QVERIFY(driver.click(u"Get token"_s));
        QTRY_VERIFY(driver.hasToken());
        driver.settle();
        const QString id = driver.environment().id;
        QVERIFY(!driver.item(credentialsItem(id)).isEmpty());
        QVERIFY(!driver.item(tokenItem(id)).isEmpty());
        QVERIFY(driver.choose(u"Delete…"_s));
        QVERIFY(driver.click(u"Delete"_s, driver.dialog()));
        driver.settle();
        QVERIFY(driver.item(credentialsItem(id)).isEmpty());
        QVERIFY(driver.item(tokenItem(id)).isEmpty());
    }

    void withoutAnyTheWindowOffersToAddOne()
    {
        // A simulator has built-in keys: it could be used even without its keychain items.
        Environment simulator = FakeWindowDriver::beta();
        simulator.chosenKind = EnvironmentKind::Simulator;
        QVERIFY(m_driver->environments().replace(simulator));
        deleteSelected();
        deleteSelected();
        QVERIFY(m_driver->listed().isEmpty());
        QVERIFY(!m_driver->find<QWidget>(u"Get token"_s)->isVisible());
        QVERIFY(!m_driver->find<QWidget>(u"Copy Bearer header"_s)->isVisible());
        // There is no way to use or change what is gone.
        QTest::keyClick(&m_driver->window(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&m_driver->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        for (const QString &entry : {u"Edit…"_s, u"Rename…"_s, u"Duplicate"_s, u"Move up"_s,
                                     u"Move down"_s, u"Delete…"_s}) {
            for (QAction *action : m_driver->window().actions()) {
                if (action->text() == entry)
                    action->trigger();
            }
        }
        m_driver->settle();
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_driver->transport.count(), 0);
        QVERIFY(m_driver->keychain.items().isEmpty());
        QCOMPARE(m_driver->window().windowTitle(), u"Tokeni"_s);

        QVERIFY(m_driver->click(u"New environment"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, u"Gamma"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        isSelected(u"Gamma"_s);
        QVERIFY(m_driver->find<QWidget>(u"Get token"_s)->isVisible());
    }

    void findingHidesTheOthersAndSelectsNothing()
    {
        QVERIFY(m_driver->type(u"Find environment"_s, u"BET"_s));
        QCOMPARE(m_driver->listed(), QStringList{u"Beta"_s});
        isShown(u"Alpha"_s); // Typing a name must not bring up another token.
        QVERIFY(m_driver->type(u"Find environment"_s, u"nothing like it"_s));
        QVERIFY(m_driver->listed().isEmpty());
        isShown(u"Alpha"_s);
        QVERIFY(m_driver->type(u"Find environment"_s, {}));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        isSelected(u"Alpha"_s);
    }

    void returnSelectsTheFirstFound()
    {
        QVERIFY(m_driver->type(u"Find environment"_s, u"bet"_s));
        QTest::keyClick(m_driver->find<QLineEdit>(u"Find environment"_s), Qt::Key_Return);
        isSelected(u"Beta"_s);
    }

    void aHiddenOneMayBeDeleted()
    {
        QVERIFY(m_driver->type(u"Find environment"_s, u"alp"_s));
        QVERIFY(m_driver->environments().remove(u"beta"_s));
        QCOMPARE(m_driver->listed(), QStringList{u"Alpha"_s});
        isSelected(u"Alpha"_s);
        QVERIFY(m_driver->environments().remove(u"alpha"_s));
        QVERIFY(m_driver->listed().isEmpty());
    }

    void aDamagedFileIsReported()
    {
        QFile file(m_driver->filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("{ not JSON"), 10);
        file.close();
        QTRY_VERIFY(m_driver->message().contains(u"damaged"_s));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(fileText(), "{ not JSON");
    }

private:
    void isShown(const QString &name)
    {
        QCOMPARE(m_driver->window().windowTitle(), name + u" — Tokeni"_s);
    }
    void isSelected(const QString &name)
    {
        QCOMPARE(m_driver->selectedName(), name);
        isShown(name);
    }
    void deleteSelected()
    {
        QVERIFY(m_driver->choose(u"Delete…"_s));
        QWidget *question = m_driver->dialog();
        QVERIFY(question);
        QVERIFY(m_driver->click(u"Delete"_s, question));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        m_driver->settle();
    }
    QByteArray fileText()
    {
        QFile file(m_driver->filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(EnvironmentsInTheWindow)
#include "environments-in-the-window.moc"
