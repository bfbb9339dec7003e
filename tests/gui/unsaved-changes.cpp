// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"

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

/*! What is typed for an environment is one form: saved, reverted and asked about as a whole. */
class UnsavedChangesInTheWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>();
        QVERIFY(m_desk->show());
    }
    void cleanup() { m_desk.reset(); }

    void savingSavesAllOfIt()
    {
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QVERIFY(offers(save) && offers(revert));
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(m_desk->type(secretField, u"my-secret"_s));
        QVERIFY(m_desk->click(save));
        m_desk->settle();
        QCOMPARE(stored().tokenUrl, QUrl(alphasOtherUrl));
        QCOMPARE(keys(), QByteArray("my-key\nmy-secret"));
        QVERIFY(file().contains("/v2"));
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(m_desk->message().contains(u"Saved the keys"_s));
        QVERIFY(m_desk->message().contains(u"token URL"_s));
        QCOMPARE(m_desk->transport.count(), 0);
    }

    void ctrlSSavesToo()
    {
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QTest::keyClick(m_desk->find<QLineEdit>(urlField), Qt::Key_S, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored().tokenUrl, QUrl(alphasOtherUrl));
    }

    void aWrongPartSavesNothing()
    {
        const QByteArray before = keys();
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(m_desk->type(secretField, u"my-secret"_s));
        QVERIFY(m_desk->type(urlField, u"http://gamma.test/"_s));
        for (const QString &button : {save, u"Get token"_s, u"Copy token"_s}) {
            QVERIFY(m_desk->click(button));
            m_desk->settle();
            QCOMPARE(stored(), FakeDesk::alpha());
            QCOMPARE(keys(), before);
            QCOMPARE(m_desk->text(keyField), u"my-key"_s);
            QVERIFY(m_desk->find<QLineEdit>(urlField)->hasFocus());
        }
        // Nor does a wrong key save the URL.
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QVERIFY(m_desk->type(keyField, u"my:key"_s));
        QVERIFY(m_desk->click(save));
        m_desk->settle();
        QCOMPARE(stored(), FakeDesk::alpha());
        QVERIFY(m_desk->find<QLineEdit>(keyField)->hasFocus());
    }

    void revertingBringsBackWhatIsStored()
    {
        QVERIFY(m_desk->getToken("alphas-token-0123456789"));
        const QString url = m_desk->text(urlField);
        QVERIFY(m_desk->type(urlField, u"http://gamma.test/"_s));
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(!m_desk->hasToken());
        const QString typed = m_desk->find<QLineEdit>(keyField)->text(); // In the field's memory.
        QVERIFY(m_desk->click(revert));
        QCOMPARE(m_desk->text(urlField), url);
        QCOMPARE(m_desk->text(keyField), QString());
        QCOMPARE(typed, QString(typed.size(), QChar(u'\0')));
        QVERIFY(!offers(save) && !offers(revert));
        QVERIFY(!m_desk->everything().contains(u"https://,"_s));
        QVERIFY(m_desk->hasToken());
    }

    void theyStayWithTheirEnvironmentAndAreMarked()
    {
        QVERIFY(!described(u"Alpha"_s).contains(u"unsaved changes"_s));
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QVERIFY(described(u"Alpha"_s).startsWith(u"Alpha"_s));
        QVERIFY2(described(u"Alpha"_s).contains(u"unsaved changes"_s),
                 qPrintable(described(u"Alpha"_s)));
        QVERIFY(m_desk->select(u"Beta"_s));
        QVERIFY(described(u"Alpha"_s).contains(u"unsaved changes"_s));
        QVERIFY(!described(u"Beta"_s).contains(u"unsaved changes"_s));
        QVERIFY(!offers(save));
        QVERIFY(m_desk->select(u"Alpha"_s));
        QCOMPARE(m_desk->text(urlField), alphasOtherUrl);
        QVERIFY(m_desk->click(save));
        QVERIFY(!described(u"Alpha"_s).contains(u"unsaved changes"_s));
    }

    void anotherServerIsAskedAboutBeforeItIsStored()
    {
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_desk->click(save));
        auto *question = qobject_cast<QMessageBox *>(m_desk->dialog());
        QVERIFY(question);
        QVERIFY(question->text().contains(u"alpha.test"_s));
        QVERIFY(question->text().contains(u"gamma.test"_s));
        QCOMPARE(stored(), FakeDesk::alpha());
        QTest::keyClick(question, Qt::Key_Return); // A stray Return says no.
        QCOMPARE(stored(), FakeDesk::alpha());
        QCOMPARE(m_desk->text(urlField), u"https://gamma.test/"_s);
        QVERIFY(m_desk->message().contains(u"not changed"_s));

        QVERIFY(m_desk->click(save));
        QVERIFY(m_desk->click(useTheOtherServer, m_desk->dialog()));
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
        QVERIFY(m_desk->message().contains(u"gamma.test"_s));
        // That yes was for one time.
        QVERIFY(m_desk->type(urlField, u"https://alpha.test/"_s));
        QVERIFY(m_desk->click(save));
        QVERIFY(m_desk->click(useTheOtherServer, m_desk->dialog()));
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_desk->click(save));
        QVERIFY(m_desk->dialog());
        QVERIFY(m_desk->click(u"Cancel"_s, m_desk->dialog()));
        QCOMPARE(m_desk->transport.count(), 0);
    }

    void theDialogAsksAboutAnotherServerToo()
    {
        QVERIFY(m_desk->choose(u"Edit…"_s));
        QWidget *dialog = m_desk->dialog();
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s, dialog));
        QVERIFY(m_desk->click(saveEnvironment, dialog));
        auto *question = qobject_cast<QMessageBox *>(m_desk->dialog());
        QVERIFY(question && question->text().contains(u"gamma.test"_s));
        QVERIFY(m_desk->click(u"Cancel"_s, question));
        QCOMPARE(stored(), FakeDesk::alpha());
        QCOMPARE(m_desk->text(urlField, dialog), u"https://gamma.test/"_s);
        QVERIFY(m_desk->click(saveEnvironment, dialog));
        QVERIFY(m_desk->click(useTheOtherServer, m_desk->dialog()));
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void escapeDoesNotTakeThemFromTheDialog()
    {
        QVERIFY(m_desk->choose(u"Edit…"_s));
        QWidget *dialog = m_desk->dialog();
        QVERIFY(m_desk->type(u"Name"_s, u"Aleph"_s, dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_desk->click(u"Keep editing"_s, m_desk->dialog()));
        QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
        QCOMPARE(m_desk->text(u"Name"_s, dialog), u"Aleph"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_desk->click(u"Discard"_s, m_desk->dialog()));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(stored(), FakeDesk::alpha());

        QVERIFY(m_desk->choose(u"Edit…"_s));
        QTest::keyClick(m_desk->dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void withoutKeysThereIsNothingToAsk()
    {
        m_desk = std::make_unique<FakeDesk>(FakeDesk::Keys::None);
        QVERIFY(m_desk->show());
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_desk->click(save));
        m_desk->settle();
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(stored().tokenUrl.host(), u"gamma.test"_s);
    }

    void aSavedUrlCanBeTakenBack()
    {
        const QString undo = u"Undo the change"_s;
        QVERIFY(!offers(undo));
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s));
        QVERIFY(m_desk->click(u"Get token"_s));
        QVERIFY(m_desk->click(useTheOtherServer, m_desk->dialog()));
        QTRY_COMPARE(m_desk->transport.count(), 1);
        m_desk->answer(0, tokenReply("gammas-token-0123456789"));
        QVERIFY(m_desk->hasToken());
        QVERIFY(offers(undo));
        QVERIFY(m_desk->click(undo));
        m_desk->settle();
        QCOMPARE(stored(), FakeDesk::alpha());
        QVERIFY(!m_desk->hasToken());
        QVERIFY(!offers(undo));
        // Keys alone have no way back.
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(m_desk->click(save));
        m_desk->settle();
        QVERIFY(!offers(undo));
    }

    void whatWasChangedSinceIsNotTakenBack()
    {
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QVERIFY(m_desk->click(save));
        Environment elsewhere = stored();
        elsewhere.tokenUrl.setHost(u"delta.test"_s);
        QVERIFY(m_desk->environments().replace(elsewhere));
        QVERIFY(m_desk->click(u"Undo the change"_s));
        QCOMPARE(stored().tokenUrl.host(), u"delta.test"_s);
    }

    void theTrayCopiesNothingMeanwhile()
    {
        QVERIFY(m_desk->getToken("alphas-token-0123456789"));
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(m_desk->select(u"Beta"_s));
        m_desk->window().copyHeaderOf(u"alpha"_s);
        m_desk->settle();
        QCOMPARE(m_desk->transport.count(), 1);
        QVERIFY(m_desk->message().contains(u"unsaved changes"_s));
        QCOMPARE(m_desk->drafts().keys(u"alpha"_s).consumerKey.view(), "my-key");
    }

    void theCaFileIsPartOfIt()
    {
        const QString caFile = u"CA file"_s;
        QVERIFY(!m_desk->find<QLineEdit>(caFile)->isVisible());
        Environment withFile = stored();
        withFile.caFile = u"/etc/first.pem"_s;
        QVERIFY(m_desk->environments().replace(withFile));
        QCOMPARE(m_desk->text(caFile), u"/etc/first.pem"_s);
        QVERIFY(m_desk->type(caFile, u"second.pem"_s));
        QVERIFY(m_desk->click(save));
        QVERIFY(m_desk->find<QLineEdit>(caFile)->accessibleDescription().contains(u"full path"_s));
        QCOMPARE(stored().caFile, u"/etc/first.pem"_s);
        QVERIFY(m_desk->type(caFile, u"/etc/second.pem"_s));
        QVERIFY(m_desk->select(u"Beta"_s));
        QVERIFY(m_desk->select(u"Alpha"_s));
        QCOMPARE(m_desk->text(caFile), u"/etc/second.pem"_s);
        QVERIFY(m_desk->click(save));
        QCOMPARE(stored().caFile, u"/etc/second.pem"_s);
        QVERIFY(m_desk->click(u"Undo the change"_s));
        QCOMPARE(stored().caFile, u"/etc/first.pem"_s);
    }

    void leavingAsksWhatBecomesOfThem_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("leaves");
        QTest::addColumn<bool>("saved");
        QTest::newRow("Save") << u"Save"_s << true << true;
        QTest::newRow("Discard") << u"Discard"_s << true << false;
        QTest::newRow("Cancel") << u"Cancel"_s << false << false;
    }
    void leavingAsksWhatBecomesOfThem()
    {
        QFETCH(QString, button);
        QFETCH(bool, leaves);
        QFETCH(bool, saved);
        WindowPresence presence(m_desk->window());
        presence.setAsksBeforeQuitting(
            [this](const auto &leave) { m_desk->window().askToLeave(leave); });
        QSignalSpy closed(&presence, &WindowPresence::closed);
        QVERIFY(m_desk->type(urlField, alphasOtherUrl));
        QVERIFY(m_desk->select(u"Beta"_s));
        QVERIFY(m_desk->type(keyField, u"betas-new-key"_s));
        m_desk->window().close();
        auto *question = qobject_cast<QMessageBox *>(m_desk->dialog());
        QVERIFY(question);
        QVERIFY(question->text().contains(u"Alpha"_s) && question->text().contains(u"Beta"_s));
        QVERIFY(m_desk->window().isVisible());
        QCOMPARE(stored(), FakeDesk::alpha());
        QVERIFY(m_desk->click(button, question));
        m_desk->settle();
        QTRY_COMPARE(closed.size(), leaves ? 1 : 0);
        QCOMPARE(m_desk->window().isVisible(), !leaves);
        QCOMPARE(stored().tokenUrl == QUrl(alphasOtherUrl), saved);
        QCOMPARE(m_desk->keychain.value(credentialsItem(u"beta"_s))->startsWith("betas-new-key\n"),
                 saved);
        if (!leaves)
            QCOMPARE(m_desk->text(keyField), u"betas-new-key"_s);
    }

    void leavingWithoutThemAsksNothing()
    {
        bool left = false;
        m_desk->window().askToLeave([&] { left = true; });
        QVERIFY(left);
    }

    void whatCannotBeSavedIsNotLeft()
    {
        bool left = false;
        const auto leave = [&] {
            m_desk->window().askToLeave([&] { left = true; });
            QVERIFY(m_desk->click(u"Save"_s, m_desk->dialog()));
            m_desk->settle();
        };
        // A wrong URL is shown where it can be put right.
        QVERIFY(m_desk->type(urlField, u"http://gamma.test/"_s));
        QVERIFY(m_desk->select(u"Beta"_s));
        leave();
        QVERIFY(!left);
        QCOMPARE(m_desk->selectedName(), u"Alpha"_s);
        QVERIFY(m_desk->find<QLineEdit>(urlField)->hasFocus());
        QVERIFY(m_desk->everything().contains(u"must begin with https://"_s));
        // Another server is asked about, and may be refused.
        QVERIFY(m_desk->type(urlField, u"https://gamma.test/"_s));
        leave();
        QVERIFY(m_desk->click(u"Cancel"_s, m_desk->dialog()));
        QVERIFY(!left);
        QCOMPARE(m_desk->text(urlField), u"https://gamma.test/"_s);
        QVERIFY(m_desk->click(revert));
        // Keys that would be in memory alone end with it.
        QVERIFY(m_desk->type(keyField, u"my-key"_s));
        QVERIFY(m_desk->type(secretField, u"my-secret"_s));
        m_desk->keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"it is locked"_s});
        leave();
        QVERIFY(!left);
        QVERIFY(m_desk->message().contains(u"it is locked"_s));
        m_desk->window().askToLeave([&] { left = true; });
        QVERIFY(left);
    }

private:
    bool offers(const QString &button)
    {
        auto *found = m_desk->find<QAbstractButton>(button);
        return found && found->isVisible();
    }
    Environment stored() { return *m_desk->environments().list().find(u"alpha"_s); }
    QByteArray keys()
    {
        return m_desk->keychain.value(credentialsItem(u"alpha"_s)).value_or(QByteArray());
    }
    QByteArray file()
    {
        QFile file(m_desk->filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // How a screen reader tells an environment of the list.
    QString described(const QString &name)
    {
        auto *list = m_desk->find<QListView>(u"Environments"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() == name)
                return index.data(Qt::AccessibleTextRole).toString();
        }
        return {};
    }

    std::unique_ptr<FakeDesk> m_desk;
};

QTEST_MAIN(UnsavedChangesInTheWindow)
#include "unsaved-changes.moc"
