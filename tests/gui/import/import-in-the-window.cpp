// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdriver.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace tokeni;

namespace {

const QByteArray twoPairs = "SANDBOX_CONSUMER_KEY=ImportedSandboxKey000abcd\n"
                            "SANDBOX_CONSUMER_SECRET=ImportedSandboxSecret000\n"
                            "PRODUCTION_CONSUMER_KEY=ImportedLiveKey0000000efgh\n"
                            "PRODUCTION_CONSUMER_SECRET=ImportedLiveSecret000000\n";
const QByteArray sandboxItem = "ImportedSandboxKey000abcd\nImportedSandboxSecret000";
const QByteArray liveItem = "ImportedLiveKey0000000efgh\nImportedLiveSecret000000";

} // namespace

/*! Importing environments and keys from another program's file. */
class ImportInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ImportDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void aChosenFileIsShownAndImported()
    {
        const QString path = m_driver->write(u".env"_s, twoPairs);
        QVERIFY(m_driver->click(u"Import…"_s));
        auto *chooser = qobject_cast<QFileDialog *>(m_driver->dialog());
        QVERIFY(chooser);
        chooser->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(chooser, "accept"));
        QWidget *dialog = m_driver->importDialog();
        QVERIFY(dialog);
        QCOMPARE(m_driver->text(u"Name for “Production”"_s, dialog), u"Production"_s);
        const QString all = m_driver->everything();
        QVERIFY(all.contains(u"Keys found: ••••••••••••••••••••••••••••abcd"_s));
        QVERIFY(all.contains(u"The file still contains these keys in clear text"_s));
        QVERIFY(!all.contains(u"ImportedSandbox"_s));
        QVERIFY(!all.contains(u"ImportedLive"_s));

        m_driver->keychain.hold();
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        QTest::qWait(50);
        QVERIFY(!m_driver->message().contains(u"Imported"_s)); // Not yet.
        m_driver->keychain.release();
        m_driver->settle();
        QCOMPARE(m_driver->listed(),
                 QStringList({u"Alpha"_s, u"Beta"_s, u"Production"_s, u"Sandbox"_s}));
        QCOMPARE(m_driver->selectedName(), u"Production"_s);
        QCOMPARE(m_driver->message(), u"Imported 2 environment(s), 2 with keys from .env"_s);
        QCOMPARE(itemOf(u"Sandbox"_s), sandboxItem);
        QCOMPARE(itemOf(u"Production"_s), liveItem);
        QVERIFY(!m_driver->everything().contains(u"ImportedLiveSecret"_s));

        // The file is unchanged, and a token can be requested at once.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), twoPairs);
        QVERIFY(m_driver->select(u"Sandbox"_s));
        QVERIFY(m_driver->getToken("a-token-of-sandbox-0123456789"));
        QCOMPARE(m_driver->transport.request(0).url.host(), u"sandbox.safaricom.co.ke"_s);
    }

    void theShortcutAsksForAFile()
    {
        QTest::keyClick(&m_driver->window(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(qobject_cast<QFileDialog *>(m_driver->dialog()));
    }

    void aDroppedFileIsShown()
    {
        m_driver->drop(m_driver->write(u"daraja.env"_s, twoPairs));
        QVERIFY(m_driver->importDialog());
    }

    void onlyFilesOfThisComputerAreAccepted()
    {
        const auto accepted = [this](const QMimeData &data) {
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QApplication::sendEvent(&m_driver->window(), &enter);
            return enter.isAccepted();
        };
        const QUrl file = QUrl::fromLocalFile(u"/tmp/a.env"_s);
        QMimeData data;
        data.setUrls({file});
        QVERIFY(accepted(data));
        data.setUrls({file, QUrl::fromLocalFile(u"/tmp"_s)});
        QVERIFY(accepted(data));
        data.setUrls({file, QUrl(u"https://example.test/a.env"_s)});
        QVERIFY(!accepted(data));
        QMimeData text;
        text.setText(u"some text"_s);
        QVERIFY(!accepted(text));
    }

    void cancellingChangesNothing()
    {
        const QStringList items = m_driver->keychain.items();
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_driver->click(u"Cancel"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(m_driver->keychain.items(), items);
        QVERIFY(!m_driver->message().contains(u"Imported"_s));
    }

    void onlyWhatIsTickedIsTaken()
    {
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        auto *production = m_driver->find<QCheckBox>(u"Import “Production”"_s, dialog);
        auto *sandbox = m_driver->find<QCheckBox>(u"Import “Sandbox”"_s, dialog);
        QVERIFY(production && production->isChecked() && sandbox && sandbox->isChecked());
        auto *import = m_driver->find<QPushButton>(u"Import"_s, dialog);
        production->click();
        QVERIFY(import->isEnabled());
        sandbox->click();
        QVERIFY(!import->isEnabled());
        sandbox->click();
        QVERIFY(m_driver->type(u"Name for “Sandbox”"_s, u"Shop"_s, dialog));
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s, u"Shop"_s}));
        QCOMPARE(itemOf(u"Shop"_s), sandboxItem);
    }

    void keysGoToOneThatHasNone()
    {
        const QString id = addSandbox({});
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        auto *action = m_driver->find<QComboBox>(u"What to do with “Sandbox (2)”"_s, dialog);
        QVERIFY(action && action->isVisible());
        QCOMPARE(action->currentText(), u"Put the keys into “Sandbox”, which has none"_s);
        auto *name = m_driver->find<QLineEdit>(u"Name for “Sandbox (2)”"_s, dialog);
        QVERIFY(!name->isEnabled());
        QCOMPARE(name->text(), u"Sandbox"_s);
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->listed(),
                 QStringList({u"Alpha"_s, u"Beta"_s, u"Sandbox"_s, u"Production"_s}));
        QCOMPARE(m_driver->keychain.value(credentialsItem(id)), sandboxItem);
        QCOMPARE(m_driver->message(), u"Imported 2 environment(s), 2 with keys from .env"_s);
    }

    void theKeysOfOneClientGoToAnotherOnlyByChoice_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("receiver");
        QTest::newRow("by default") << QString() << u"Sandbox"_s;
        QTest::newRow("chosen") << u"Put the keys into “Client B”, which has none"_s
                                << u"Client B"_s;
        QTest::newRow("chosen, with another URL")
            << u"Put the keys into “Gate” at gate.test, which has none"_s << u"Gate"_s;
    }
    void theKeysOfOneClientGoToAnotherOnlyByChoice()
    {
        QFETCH(QString, choice);
        QFETCH(QString, receiver);
        for (const auto &[name, url] :
             {std::pair{u"Client B"_s, defaultTokenUrl(EnvironmentKind::Sandbox)},
              {u"Gate"_s, QUrl(u"https://gate.test/"_s)}}) {
            Environment client;
            client.name = name;
            client.chosenKind = EnvironmentKind::Sandbox;
            client.tokenUrl = url;
            QVERIFY(m_driver->environments().add(client));
        }
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_driver->everything().contains(u"In the file: “Sandbox”"_s));
        QVERIFY(m_driver->everything().contains(u"In the file: “Production”"_s));
        auto *choices = m_driver->find<QComboBox>(u"What to do with “Sandbox”"_s, dialog);
        QVERIFY(choices && choices->isVisible());
        QCOMPARE(choices->currentText(), u"Add as a new environment"_s);
        if (!choice.isEmpty()) {
            QVERIFY(choices->findText(choice) >= 0);
            choices->setCurrentIndex(choices->findText(choice));
        }
        QCOMPARE(m_driver->text(u"Name for “Sandbox”"_s, dialog), receiver);
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        for (const QString &name : {u"Client B"_s, u"Gate"_s, u"Sandbox"_s})
            QCOMPARE(itemOf(name), name == receiver ? sandboxItem : QByteArray());
    }

    void twoPairsOfKeysDoNotGoToOneEnvironment()
    {
        addSandbox({});
        QWidget *dialog = m_driver->openFile("A_SANDBOX_CONSUMER_KEY=ImportedKeyOfA\n"
                                             "A_SANDBOX_CONSUMER_SECRET=ImportedSecretOfA\n"
                                             "B_SANDBOX_CONSUMER_KEY=ImportedKeyOfB\n"
                                             "B_SANDBOX_CONSUMER_SECRET=ImportedSecretOfB\n");
        QVERIFY(dialog);
        for (QComboBox *choices : dialog->findChildren<QComboBox *>()) {
            QCOMPARE(choices->count(), 2);
            choices->setCurrentIndex(1);
        }
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY(m_driver->says(dialog,
                               u"Other keys already go into “Sandbox”. Choose another "
                               "environment."_s));
        QCOMPARE(itemOf(u"Sandbox"_s), QByteArray());
    }

    void existingKeysAreKeptUnlessTheUserReplacesThem_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("kept") << false;
        QTest::newRow("replaced") << true;
    }
    void existingKeysAreKeptUnlessTheUserReplacesThem()
    {
        QFETCH(bool, replace);
        const QString id = addSandbox("old-key\nold-secret");
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        auto *action = m_driver->find<QComboBox>(u"What to do with “Sandbox (2)”"_s, dialog);
        QVERIFY(action);
        QCOMPARE(action->currentText(), u"Add as a new environment"_s);
        QCOMPARE(action->itemText(1), u"Replace the keys of “Sandbox”"_s);
        if (replace)
            action->setCurrentIndex(1);
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->keychain.value(credentialsItem(id)),
                 replace ? sandboxItem : QByteArray("old-key\nold-secret"));
        QCOMPARE(m_driver->listed().contains(u"Sandbox (2)"_s), !replace);
    }

    void keysStoredMeanwhileAreKept()
    {
        const QString id = addSandbox({});
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        m_driver->keychain.put(credentialsItem(id), "their-key\ntheir-secret");
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->keychain.value(credentialsItem(id)),
                 QByteArray("their-key\ntheir-secret"));
        QCOMPARE(m_driver->message(),
                 u"Imported 1 environment(s), 1 with keys from .env · “Sandbox” got keys in the "
                 "meantime, which were not changed"_s);
    }

    void problemsAreReportedAndNothingIsDone()
    {
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name for “Sandbox”"_s, u"alpha"_s, dialog));
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY(m_driver->says(dialog, u"Another environment has this name."_s));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QVERIFY(m_driver->type(u"Name for “Sandbox”"_s, u"Gamma"_s, dialog));
        QVERIFY(!m_driver->says(dialog, u"Another environment has this name."_s));
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QVERIFY(m_driver->listed().contains(u"Gamma"_s));
    }

    void whatBreaksTheRulesCanNotBeTicked()
    {
        QWidget *dialog = m_driver->openFile("MPESA_BASE_URL=http://gateway.example\n"
                                             "MPESA_CONSUMER_KEY=ImportedKey\n"
                                             "MPESA_CONSUMER_SECRET=ImportedSecret\n");
        QVERIFY(dialog);
        auto *taken = m_driver->find<QCheckBox>(u"Import “Custom”"_s, dialog);
        QVERIFY(taken);
        QVERIFY(!taken->isEnabled() && !taken->isChecked());
        QVERIFY(taken->accessibleDescription().startsWith(u"The URL must begin with https://"_s));
        QVERIFY(!m_driver->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
    }

    void theSameFileTwiceAddsNothing()
    {
        QVERIFY(m_driver->click(u"Import"_s, m_driver->openFile(twoPairs)));
        m_driver->settle();
        const QStringList listed = m_driver->listed();
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(!m_driver->find<QCheckBox>(u"Import “Sandbox (2)”"_s, dialog)->isChecked());
        QVERIFY(!m_driver->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
        QVERIFY(m_driver->everything().contains(u"“Sandbox” already exists, with these keys."_s));
        QCOMPARE(m_driver->listed(), listed);
    }

    void whatIsHereAlreadyIsNotTicked()
    {
        addSandbox("old-key\nold-secret");
        QWidget *dialog = m_driver->openFile("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n");
        QVERIFY(dialog);
        QVERIFY(!m_driver->find<QCheckBox>(u"Import “Sandbox (2)”"_s, dialog)->isChecked());
        QVERIFY(m_driver->everything().contains(u"“Sandbox” already exists."_s));
        QVERIFY(!m_driver->everything().contains(u"clear text"_s));
    }

    void withoutAKeychainTheKeysAreInMemory()
    {
        m_driver = std::make_unique<ImportDriver>(FakeWindowDriver::Keys::NoKeychain);
        QVERIFY(m_driver->show());
        QWidget *dialog = m_driver->openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->selectedName(), u"Production"_s);
        QVERIFY(m_driver->message().startsWith(u"Imported 2 environment(s), 0 with keys"_s));
        QCOMPARE(m_driver->message().count(u"did not store the keys of"_s), 2);
        QVERIFY(m_driver->message().endsWith(u"Keep the file until they are in the keychain"_s));
        QVERIFY(m_driver->everything().contains(u"Kept in memory until Tokeni quits"_s));
        QVERIFY(m_driver->select(u"Sandbox"_s));
        QVERIFY(m_driver->getToken("a-token-of-sandbox-0123456789"));
    }

    void aFileThatCanNotBeReadIsExplained_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing of Daraja")
            << QByteArray("PORT=1\n") << u"The file contains no Daraja keys and no Daraja URL."_s;
        QTest::newRow("cut off") << QByteArray("{\"values\": [{\"key\": \"TopSecret")
                                 << u"The file is not complete JSON"_s;
        QTest::newRow("too large")
            << QByteArray(5 * 1024 * 1024, '\n') << u"The file is larger than 4 MiB."_s;
        QTest::newRow("missing") << QByteArray() << u"The file can't be read: "_s;
    }
    void aFileThatCanNotBeReadIsExplained()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        const QString path = m_driver->write(u"file"_s, content);
        if (content.isEmpty())
            QVERIFY(QFile::remove(path));
        m_driver->drop(path);
        auto *box = qobject_cast<QMessageBox *>(m_driver->dialog());
        QVERIFY(box);
        QCOMPARE(box->text(), u"Nothing was imported from “file”."_s);
        QVERIFY2(box->informativeText().startsWith(words), qPrintable(box->informativeText()));
        QVERIFY(!box->informativeText().contains(u"TopSecret"_s));
        QVERIFY(m_driver->click(u"Close"_s, box));
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
    }

    void theWindowMayBeDestroyedWhileAFileIsRead()
    {
        m_driver->drop(m_driver->write(u".env"_s, twoPairs));
        m_driver->destroyWindow();
        QTest::qWait(50);
    }

private:
    // An environment "Sandbox", with \a item in the keychain if there is one. Returns its id.
    QString addSandbox(const QByteArray &item)
    {
        const auto sandbox = m_driver->environments().add(defaultEnvironments().at(1));
        if (!item.isEmpty())
            m_driver->keychain.put(credentialsItem(sandbox->id), item);
        m_driver->keyRing().load(*sandbox);
        m_driver->settle();
        return sandbox->id;
    }
    QByteArray itemOf(const QString &name)
    {
        const Environment *environment = m_driver->environments().list().findNamed(name);
        return environment
            ? m_driver->keychain.value(credentialsItem(environment->id)).value_or(QByteArray())
            : QByteArray();
    }
    std::unique_ptr<ImportDriver> m_driver;
};

QTEST_MAIN(ImportInTheWindow)
#include "import-in-the-window.moc"
