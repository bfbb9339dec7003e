// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/desktop/windowpresence.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace tokeni;

namespace {

const QString urlField = u"Token URL"_s;
const QString keyField = u"Consumer key"_s;
const QString secretField = u"Consumer secret"_s;
const QString alphasOtherUrl = u"https://alpha.test/v2?grant_type=client_credentials"_s;
const QString save = u"Save keys"_s;
const QString revert = u"Revert changes"_s;
const QString saveEnvironment = u"Save environment"_s;
const QString useTheOtherServer = u"Use the other server"_s;

} // namespace

/*! What is typed for an environment is one form: it is saved, reverted and asked about as a
 *  whole. */
class UnsavedChangesInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void savingSavesAllOfIt()
    {
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QVERIFY(offers(save) && offers(revert));
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(m_driver->type(secretField, u"my-secret"_s));
        QVERIFY(m_driver->click(save));
        m_driver->settle();
        QCOMPARE(stored().tokenUrl, QUrl(alphasOtherUrl));
        QCOMPARE(keys(), QByteArray("my-key\nmy-secret"));
        QVERIFY(file().contains("/v2"));
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(m_driver->message().contains(u"Saved the keys"_s));
        QVERIFY(m_driver->message().contains(u"token URL"_s));
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void ctrlSSavesToo()
    {
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QTest::keyClick(m_driver->find<QLineEdit>(urlField), Qt::Key_S, Qt::ControlModifier);
        m_driver->settle();
        QCOMPARE(stored().tokenUrl, QUrl(alphasOtherUrl));
    }

    void aWrongPartSavesNothing()
    {
        const QByteArray before = keys();
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(m_driver->type(secretField, u"my-secret"_s));
        QVERIFY(m_driver->type(urlField, u"http://gamma.test/"_s));
        for (const QString &button : {save, u"Get token"_s, u"Copy token"_s}) {
            QVERIFY(m_driver->click(button));
            m_driver->settle();
            QCOMPARE(stored(), FakeWindowDriver::alpha());
            QCOMPARE(keys(), before);
            QCOMPARE(m_driver->text(keyField), u"my-key"_s);
            QVERIFY(m_driver->find<QLineEdit>(urlField)->hasFocus());
        }
        // A wrong key does not save the URL either.
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QVERIFY(m_driver->type(keyField, u"my:key"_s));
        QVERIFY(m_driver->click(save));
        m_driver->settle();
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QVERIFY(m_driver->find<QLineEdit>(keyField)->hasFocus());
    }

    void revertingRestoresWhatIsStored()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        const QString url = m_driver->text(urlField);
        QVERIFY(m_driver->type(urlField, u"http://gamma.test/"_s));
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(!m_driver->hasToken());
        const QString typed = m_driver->find<QLineEdit>(keyField)->text(); // In the field's memory.
        QVERIFY(m_driver->click(revert));
        QCOMPARE(m_driver->text(urlField), url);
        QCOMPARE(m_driver->text(keyField), QString());
        QCOMPARE(typed, QString(typed.size(), QChar(u'\0')));
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(!m_driver->everything().contains(u"https://,"_s));
        QVERIFY(m_driver->hasToken());
    }

    void areKeptWithTheirEnvironmentAndMarked()
    {
        QVERIFY(!described(u"Alpha"_s).contains(u"unsaved changes"_s));
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QVERIFY(described(u"Alpha"_s).startsWith(u"Alpha"_s));
        QVERIFY2(described(u"Alpha"_s).contains(u"unsaved changes"_s),
                 qPrintable(described(u"Alpha"_s)));
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(described(u"Alpha"_s).contains(u"unsaved changes"_s));
        QVERIFY(!described(u"Beta"_s).contains(u"unsaved changes"_s));
        QVERIFY(!offers(save));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(urlField), alphasOtherUrl);
        QVERIFY(m_driver->click(save));
        QVERIFY(!described(u"Alpha"_s).contains(u"unsaved changes"_s));
    }

    void anotherServerIsAskedAboutBeforeItIsStored()
    {
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(save));
        auto *question = qobject_cast<QMessageBox *>(m_driver->dialog());
        QVERIFY(question);
        QVERIFY(question->text().contains(u"alpha.test"_s));
        QVERIFY(question->text().contains(u"gamma.test"_s));
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QTest::keyClick(question, Qt::Key_Return); // A stray Return means no.
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QCOMPARE(m_driver->text(urlField), u"https://gamma.test/"_s);
        QVERIFY(m_driver->message().contains(u"not changed"_s));

        QVERIFY(m_driver->click(save));
        QVERIFY(m_driver->click(useTheOtherServer, m_driver->dialog()));
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
        QVERIFY(m_driver->message().contains(u"gamma.test"_s));
        // The agreement applied once.
        QVERIFY(m_driver->type(urlField, u"https://alpha.test/"_s));
        QVERIFY(m_driver->click(save));
        QVERIFY(m_driver->click(useTheOtherServer, m_driver->dialog()));
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(save));
        QVERIFY(m_driver->dialog());
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QCOMPARE(m_driver->transport.count(), 0);
    }

    void theDialogAsksAboutAnotherServerToo()
    {
        QVERIFY(m_driver->choose(u"Edit…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s, dialog));
        QVERIFY(m_driver->click(saveEnvironment, dialog));
        auto *question = qobject_cast<QMessageBox *>(m_driver->dialog());
        QVERIFY(question && question->text().contains(u"gamma.test"_s));
        QVERIFY(m_driver->click(u"Cancel"_s, question));
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QCOMPARE(m_driver->text(urlField, dialog), u"https://gamma.test/"_s);
        QVERIFY(m_driver->click(saveEnvironment, dialog));
        QVERIFY(m_driver->click(useTheOtherServer, m_driver->dialog()));
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void areKeptInTheDialogOnEscape()
    {
        QVERIFY(m_driver->choose(u"Edit…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(m_driver->type(u"Name"_s, u"Aleph"_s, dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_driver->click(u"Keep editing"_s, m_driver->dialog()));
        QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
        QCOMPARE(m_driver->text(u"Name"_s, dialog), u"Aleph"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_driver->click(u"Discard"_s, m_driver->dialog()));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(stored(), FakeWindowDriver::alpha());

        QVERIFY(m_driver->choose(u"Edit…"_s));
        QTest::keyClick(m_driver->dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void areSavedWithoutAQuestionIfThereAreNoKeys()
    {
        m_driver = std::make_unique<FakeWindowDriver>(FakeWindowDriver::Keys::None);
        QVERIFY(m_driver->show());
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(save));
        m_driver->settle();
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
    }

    void aSavedUrlCanBeUndone()
    {
        const QString undo = u"Undo the change"_s;
        QVERIFY(!offers(undo));
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_driver->click(u"Get token"_s));
        QVERIFY(m_driver->click(useTheOtherServer, m_driver->dialog()));
        QTRY_COMPARE(m_driver->transport.count(), 1);
        m_driver->answer(0, tokenReply("gammas-token-0123456789"));
        QVERIFY(m_driver->hasToken());
        QVERIFY(offers(undo));
        QVERIFY(m_driver->click(undo));
        m_driver->settle();
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QVERIFY(!m_driver->hasToken());
        QVERIFY(!offers(undo));
        // A change of keys alone can't be undone.
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(m_driver->click(save));
        m_driver->settle();
        QVERIFY(!offers(undo));
    }

    void undoKeepsWhatWasChangedSince()
    {
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QVERIFY(m_driver->click(save));
        Environment elsewhere = stored();
        elsewhere.tokenUrl.setHost(u"delta.test"_s);
        QVERIFY(m_driver->environments().replace(elsewhere));
        QVERIFY(m_driver->click(u"Undo the change"_s));
        QCOMPARE(stored().tokenUrl.host(), u"delta.test"_s);
    }

    void theTrayCopiesNothingMeanwhile()
    {
        QVERIFY(m_driver->getToken("alphas-token-0123456789"));
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(m_driver->select(u"Beta"_s));
        m_driver->window().copyHeaderOf(u"alpha"_s);
        m_driver->settle();
        QCOMPARE(m_driver->transport.count(), 1);
        QVERIFY(m_driver->message().contains(u"unsaved changes"_s));
        QCOMPARE(m_driver->drafts().keys(u"alpha"_s).consumerKey.view(), "my-key");
    }

    void includeTheCaFile()
    {
        const QString caFile = u"CA file"_s;
        QVERIFY(!m_driver->find<QLineEdit>(caFile)->isVisible());
        Environment withFile = stored();
        withFile.caFile = u"/etc/first.pem"_s;
        QVERIFY(m_driver->environments().replace(withFile));
        QCOMPARE(m_driver->text(caFile), u"/etc/first.pem"_s);
        QVERIFY(m_driver->type(caFile, u"second.pem"_s));
        QVERIFY(m_driver->click(save));
        QVERIFY(
            m_driver->find<QLineEdit>(caFile)->accessibleDescription().contains(u"full path"_s));
        QCOMPARE(stored().caFile, u"/etc/first.pem"_s);
        QVERIFY(m_driver->type(caFile, u"/etc/second.pem"_s));
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->select(u"Alpha"_s));
        QCOMPARE(m_driver->text(caFile), u"/etc/second.pem"_s);
        QVERIFY(m_driver->click(save));
        QCOMPARE(stored().caFile, u"/etc/second.pem"_s);
        QVERIFY(m_driver->click(u"Undo the change"_s));
        QCOMPARE(stored().caFile, u"/etc/first.pem"_s);
    }

    void leavingAsksWhatToDoWithThem_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("leaves");
        QTest::addColumn<bool>("saved");
        QTest::newRow("Save") << u"Save"_s << true << true;
        QTest::newRow("Discard") << u"Discard"_s << true << false;
        QTest::newRow("Cancel") << u"Cancel"_s << false << false;
    }
    void leavingAsksWhatToDoWithThem()
    {
        QFETCH(QString, button);
        QFETCH(bool, leaves);
        QFETCH(bool, saved);
        WindowPresence presence(m_driver->window());
        presence.setAsksBeforeQuitting(
            [this](const auto &leave) { m_driver->window().askToLeave(leave); });
        QSignalSpy closed(&presence, &WindowPresence::closed);
        QVERIFY(m_driver->type(urlField, alphasOtherUrl));
        QVERIFY(m_driver->select(u"Beta"_s));
        QVERIFY(m_driver->type(keyField, u"betas-new-key"_s));
        m_driver->window().close();
        auto *question = qobject_cast<QMessageBox *>(m_driver->dialog());
        QVERIFY(question);
        QVERIFY(question->text().contains(u"Alpha"_s) && question->text().contains(u"Beta"_s));
        QVERIFY(m_driver->window().isVisible());
        QCOMPARE(stored(), FakeWindowDriver::alpha());
        QVERIFY(m_driver->click(button, question));
        m_driver->settle();
        QTRY_COMPARE(closed.size(), leaves ? 1 : 0);
        QCOMPARE(m_driver->window().isVisible(), !leaves);
        QCOMPARE(stored().tokenUrl == QUrl(alphasOtherUrl), saved);
        QCOMPARE(
            m_driver->keychain.value(credentialsItem(u"beta"_s))->startsWith("betas-new-key\n"),
            saved);
        if (!leaves)
            QCOMPARE(m_driver->text(keyField), u"betas-new-key"_s);
    }

    void leavingWithoutThemAsksNothing()
    {
        bool left = false;
        m_driver->window().askToLeave([&] { left = true; });
        QVERIFY(left);
    }

    void leavingIsStoppedIfTheyCannotBeSaved()
    {
        bool left = false;
        const auto leave = [&] {
            m_driver->window().askToLeave([&] { left = true; });
            QVERIFY(m_driver->click(u"Save"_s, m_driver->dialog()));
            m_driver->settle();
        };
        // A wrong URL is shown where it can be corrected.
        QVERIFY(m_driver->type(urlField, u"http://gamma.test/"_s));
        QVERIFY(m_driver->select(u"Beta"_s));
        leave();
        QVERIFY(!left);
        QCOMPARE(m_driver->selectedName(), u"Alpha"_s);
        QVERIFY(m_driver->find<QLineEdit>(urlField)->hasFocus());
        QVERIFY(m_driver->everything().contains(u"must begin with https://"_s));
        // A change to another server needs confirmation, and may be refused.
        QVERIFY(m_driver->type(urlField, u"https://gamma.test/"_s));
        leave();
        QVERIFY(m_driver->click(u"Cancel"_s, m_driver->dialog()));
        QVERIFY(!left);
        QCOMPARE(m_driver->text(urlField), u"https://gamma.test/"_s);
        QVERIFY(m_driver->click(revert));
        // The program would take keys that are only in memory with it.
        QVERIFY(m_driver->type(keyField, u"my-key"_s));
        QVERIFY(m_driver->type(secretField, u"my-secret"_s));
        m_driver->keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is locked"_s});
        leave();
        QVERIFY(!left);
        QVERIFY(m_driver->message().contains(u"it is locked"_s));
        m_driver->window().askToLeave([&] { left = true; });
        QVERIFY(left);
    }

private:
    bool offers(const QString &button)
    {
        auto *found = m_driver->find<QAbstractButton>(button);
        return found && found->isVisible();
    }
    Environment stored() { return *m_driver->environments().list().find(u"alpha"_s); }
    QByteArray keys()
    {
        return m_driver->keychain.value(credentialsItem(u"alpha"_s)).value_or(QByteArray());
    }
    QByteArray file()
    {
        QFile file(m_driver->filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // How a screen reader announces an environment in the list.
    QString described(const QString &name)
    {
        auto *list = m_driver->find<QListView>(u"Environments"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() == name)
                return index.data(Qt::AccessibleTextRole).toString();
        }
        return {};
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(UnsavedChangesInTheWindow)
#include "unsaved-changes.moc"
