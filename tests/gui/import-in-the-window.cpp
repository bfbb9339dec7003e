// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

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

/*! Taking environments and keys from another program's file. */
class ImportInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>();
        QVERIFY(m_desk->show());
    }
    void cleanup() { m_desk.reset(); }

    void aChosenFileIsShownAndImported()
    {
        const QString path = write(u".env"_s, twoPairs);
        QVERIFY(m_desk->click(u"Import…"_s));
        auto *chooser = qobject_cast<QFileDialog *>(m_desk->dialog());
        QVERIFY(chooser);
        chooser->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(chooser, "accept"));
        QWidget *dialog = importDialog();
        QVERIFY(dialog);
        QCOMPARE(m_desk->text(u"Name for “Production”"_s, dialog), u"Production"_s);
        const QString all = m_desk->everything();
        QVERIFY(all.contains(u"Keys found: ••••••••••••••••••••••••••••abcd"_s));
        QVERIFY(all.contains(u"The file still holds these keys in clear text"_s));
        QVERIFY(!all.contains(u"ImportedSandbox"_s));
        QVERIFY(!all.contains(u"ImportedLive"_s));

        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->listed(),
                 QStringList({u"Alpha"_s, u"Beta"_s, u"Production"_s, u"Sandbox"_s}));
        QCOMPARE(m_desk->selectedName(), u"Production"_s);
        QCOMPARE(m_desk->message(), u"Imported 2 environment(s), 2 with keys from .env"_s);
        QCOMPARE(itemOf(u"Sandbox"_s), sandboxItem);
        QCOMPARE(itemOf(u"Production"_s), liveItem);
        QVERIFY(!m_desk->everything().contains(u"ImportedLiveSecret"_s));

        // The file is as it was, and a token can be asked for at once.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), twoPairs);
        QVERIFY(m_desk->select(u"Sandbox"_s));
        QVERIFY(m_desk->getToken("a-token-of-sandbox-0123456789"));
        QCOMPARE(m_desk->transport.request(0).url.host(), u"sandbox.safaricom.co.ke"_s);
    }

    void theShortcutAsksForAFile()
    {
        QTest::keyClick(&m_desk->window(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(qobject_cast<QFileDialog *>(m_desk->dialog()));
    }

    void aDroppedFileIsShown()
    {
        drop(write(u"daraja.env"_s, twoPairs));
        QVERIFY(importDialog());
    }

    void onlyASingleFileIsAccepted()
    {
        const auto accepted = [this](const QMimeData &data) {
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QApplication::sendEvent(&m_desk->window(), &enter);
            return enter.isAccepted();
        };
        const QUrl file = QUrl::fromLocalFile(u"/tmp/a.env"_s);
        QMimeData data;
        data.setUrls({file});
        QVERIFY(accepted(data));
        data.setUrls({file, file});
        QVERIFY(!accepted(data));
        data.setUrls({QUrl(u"https://example.test/a.env"_s)});
        QVERIFY(!accepted(data));
        QMimeData text;
        text.setText(u"some text"_s);
        QVERIFY(!accepted(text));
    }

    void cancellingChangesNothing()
    {
        const QStringList items = m_desk->keychain.items();
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_desk->click(u"Cancel"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(m_desk->keychain.items(), items);
        QVERIFY(!m_desk->message().contains(u"Imported"_s));
    }

    void onlyWhatIsTickedIsTaken()
    {
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        auto *production = m_desk->find<QCheckBox>(u"Import “Production”"_s, dialog);
        auto *sandbox = m_desk->find<QCheckBox>(u"Import “Sandbox”"_s, dialog);
        QVERIFY(production && production->isChecked() && sandbox && sandbox->isChecked());
        auto *import = m_desk->find<QPushButton>(u"Import"_s, dialog);
        production->click();
        QVERIFY(import->isEnabled());
        sandbox->click();
        QVERIFY(!import->isEnabled());
        sandbox->click();
        QVERIFY(m_desk->type(u"Name for “Sandbox”"_s, u"Shop"_s, dialog));
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->listed(), QStringList({u"Alpha"_s, u"Beta"_s, u"Shop"_s}));
        QCOMPARE(itemOf(u"Shop"_s), sandboxItem);
    }

    void keysGoToOneThatHasNone()
    {
        const QString id = addSandbox({});
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        auto *action = m_desk->find<QComboBox>(u"What to do with “Sandbox (2)”"_s, dialog);
        QVERIFY(action && action->isVisible());
        QCOMPARE(action->currentText(), u"Put the keys into “Sandbox”, which has none"_s);
        auto *name = m_desk->find<QLineEdit>(u"Name for “Sandbox (2)”"_s, dialog);
        QVERIFY(!name->isEnabled());
        QCOMPARE(name->text(), u"Sandbox"_s);
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->listed(),
                 QStringList({u"Alpha"_s, u"Beta"_s, u"Sandbox"_s, u"Production"_s}));
        QCOMPARE(m_desk->keychain.value(credentialsItem(id)), sandboxItem);
        QCOMPARE(m_desk->message(), u"Imported 2 environment(s), 2 with keys from .env"_s);
    }

    void keysThatAreThereStayUnlessThatIsChosen_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("left") << false;
        QTest::newRow("replaced") << true;
    }
    void keysThatAreThereStayUnlessThatIsChosen()
    {
        QFETCH(bool, replace);
        const QString id = addSandbox("old-key\nold-secret");
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        auto *action = m_desk->find<QComboBox>(u"What to do with “Sandbox (2)”"_s, dialog);
        QVERIFY(action);
        QCOMPARE(action->currentText(), u"Add as a new environment"_s);
        QCOMPARE(action->itemText(1), u"Replace the keys of “Sandbox”"_s);
        if (replace)
            action->setCurrentIndex(1);
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->keychain.value(credentialsItem(id)),
                 replace ? sandboxItem : QByteArray("old-key\nold-secret"));
        QCOMPARE(m_desk->listed().contains(u"Sandbox (2)"_s), !replace);
    }

    void keysThatCameMeanwhileStay()
    {
        const QString id = addSandbox({});
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        m_desk->keychain.put(credentialsItem(id), "their-key\ntheir-secret");
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->keychain.value(credentialsItem(id)),
                 QByteArray("their-key\ntheir-secret"));
        QCOMPARE(m_desk->message(),
                 u"Imported 1 environment(s), 1 with keys from .env · “Sandbox” has keys by now, "
                 "which were left as they are"_s);
    }

    void whatIsWrongIsSaidAndNothingIsDone()
    {
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_desk->type(u"Name for “Sandbox”"_s, u"alpha"_s, dialog));
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY(says(dialog, u"Another environment has this name."_s));
        QCOMPARE(m_desk->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        QVERIFY(m_desk->type(u"Name for “Sandbox”"_s, u"Gamma"_s, dialog));
        QVERIFY(!says(dialog, u"Another environment has this name."_s));
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QVERIFY(m_desk->listed().contains(u"Gamma"_s));
    }

    void whatBreaksTheRulesCanNotBeTicked()
    {
        QWidget *dialog = openFile("MPESA_BASE_URL=http://gateway.example\n"
                                   "MPESA_CONSUMER_KEY=ImportedKey\n"
                                   "MPESA_CONSUMER_SECRET=ImportedSecret\n");
        QVERIFY(dialog);
        auto *taken = m_desk->find<QCheckBox>(u"Import “Custom”"_s, dialog);
        QVERIFY(taken);
        QVERIFY(!taken->isEnabled() && !taken->isChecked());
        QVERIFY(taken->accessibleDescription().startsWith(u"The URL must begin with https://"_s));
        QVERIFY(!m_desk->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
    }

    void theSameFileTwiceAddsNothing()
    {
        QVERIFY(m_desk->click(u"Import"_s, openFile(twoPairs)));
        m_desk->settle();
        const QStringList listed = m_desk->listed();
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(!m_desk->find<QCheckBox>(u"Import “Sandbox (2)”"_s, dialog)->isChecked());
        QVERIFY(!m_desk->find<QPushButton>(u"Import"_s, dialog)->isEnabled());
        QVERIFY(m_desk->everything().contains(u"“Sandbox” is here already, with these keys."_s));
        QCOMPARE(m_desk->listed(), listed);
    }

    void whatIsHereAlreadyIsNotTicked()
    {
        addSandbox("old-key\nold-secret");
        QWidget *dialog = openFile("MPESA_BASE_URL=https://sandbox.safaricom.co.ke\n");
        QVERIFY(dialog);
        QVERIFY(!m_desk->find<QCheckBox>(u"Import “Sandbox (2)”"_s, dialog)->isChecked());
        QVERIFY(m_desk->everything().contains(u"“Sandbox” is here already."_s));
        QVERIFY(!m_desk->everything().contains(u"clear text"_s));
    }

    void withoutAKeychainTheKeysAreInMemory()
    {
        m_desk = std::make_unique<FakeDesk>(FakeDesk::Keys::NoKeychain);
        QVERIFY(m_desk->show());
        QWidget *dialog = openFile(twoPairs);
        QVERIFY(dialog);
        QVERIFY(m_desk->click(u"Import"_s, dialog));
        m_desk->settle();
        QCOMPARE(m_desk->selectedName(), u"Production"_s);
        QVERIFY(m_desk->everything().contains(u"Kept in memory until Tokeni quits"_s));
        QVERIFY(m_desk->select(u"Sandbox"_s));
        QVERIFY(m_desk->getToken("a-token-of-sandbox-0123456789"));
    }

    void aFileThatCanNotBeReadIsExplained_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing of Daraja")
            << QByteArray("PORT=1\n") << u"The file has no keys and no URL of Daraja."_s;
        QTest::newRow("cut off") << QByteArray("{\"values\": [{\"key\": \"TopSecret")
                                 << u"The file is not complete JSON"_s;
        QTest::newRow("too large")
            << QByteArray(5 * 1024 * 1024, '\n') << u"The file is larger than 4 MiB."_s;
        QTest::newRow("gone") << QByteArray() << u"The file can't be read: "_s;
    }
    void aFileThatCanNotBeReadIsExplained()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        const QString path = write(u"file"_s, content);
        if (content.isEmpty())
            QVERIFY(QFile::remove(path));
        drop(path);
        auto *box = qobject_cast<QMessageBox *>(m_desk->dialog());
        QVERIFY(box);
        QCOMPARE(box->text(), u"Nothing was imported from “file”."_s);
        QVERIFY2(box->informativeText().startsWith(words), qPrintable(box->informativeText()));
        QVERIFY(!box->informativeText().contains(u"TopSecret"_s));
        QVERIFY(m_desk->click(u"Close"_s, box));
        QCOMPARE(m_desk->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
    }

    void theWindowMayGoWhileAFileIsRead()
    {
        drop(write(u".env"_s, twoPairs));
        m_desk->destroyWindow();
        QTest::qWait(50);
    }

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // The other program would let the file be moved too.
        const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter({5, 5}, actions, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&m_desk->window(), &enter);
        QDropEvent event({5, 5}, actions, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&m_desk->window(), &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(event.dropAction(), Qt::CopyAction);
    }
    // Opens the dialog on a file .env; null when it does not come.
    QWidget *openFile(const QByteArray &content)
    {
        drop(write(u".env"_s, content));
        return importDialog();
    }
    QWidget *importDialog()
    {
        const bool open = QTest::qWaitFor([] {
            const QWidget *dialog = QApplication::activeModalWidget();
            return dialog && dialog->windowTitle() == u"Import environments"_s;
        });
        return open ? QApplication::activeModalWidget() : nullptr;
    }
    // An environment "Sandbox", with \a item in the keychain where there is one; its id.
    QString addSandbox(const QByteArray &item)
    {
        const auto sandbox = m_desk->environments().add(firstEnvironments().at(1));
        if (!item.isEmpty())
            m_desk->keychain.put(credentialsItem(sandbox->id), item);
        m_desk->session().open(*sandbox);
        m_desk->settle();
        return sandbox->id;
    }
    QByteArray itemOf(const QString &name)
    {
        const Environment *environment = m_desk->environments().list().findNamed(name);
        return environment
            ? m_desk->keychain.value(credentialsItem(environment->id)).value_or(QByteArray())
            : QByteArray();
    }
    static bool says(QWidget *dialog, const QString &words)
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == words)
                return true;
        }
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FakeDesk> m_desk;
};

QTEST_MAIN(ImportInTheWindow)
#include "import-in-the-window.moc"
