// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace tokeni;

/*! Another program changes the environments while they are shown or edited here. Nobody's change is
 *  lost, and if both changed the same value, the user chooses. */
class EditedElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        QCOMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s}));
        m_other = std::make_unique<EnvironmentFile>(m_driver->filePath());
    }
    void cleanup()
    {
        m_other.reset();
        m_driver.reset();
    }

    void whatAnotherProcessWritesShowsUp()
    {
        QVERIFY(changeElsewhere([](EnvironmentList &list) {
            Environment gamma = FakeWindowDriver::alpha();
            gamma.id = u"gamma"_s;
            gamma.name = u"Gamma"_s;
            return list.add(gamma).has_value();
        }));
        QTRY_COMPARE(m_driver->listed(), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
        isShown(u"Alpha"_s);

        QVERIFY(changeElsewhere([](EnvironmentList &list) {
            Environment renamed = FakeWindowDriver::alpha();
            renamed.name = u"Aleph"_s;
            return list.replace(renamed).has_value();
        }));
        QTRY_COMPARE(m_driver->listed().first(), u"Aleph"_s);
        isShown(u"Aleph"_s);

        QVERIFY(changeElsewhere(
            [](EnvironmentList &list) { return list.remove(u"alpha"_s).has_value(); }));
        QTRY_COMPARE(m_driver->listed(), QStringList({u"Beta"_s, u"Gamma"_s}));
        isShown(u"Beta"_s);
    }

    void anEditOfADeletedOneIsReportedInTheDialog()
    {
        QVERIFY(m_driver->choose(u"Edit…"_s));
        QWidget *dialog = m_driver->dialog();
        QVERIFY(dialog);
        QVERIFY(changeElsewhere(
            [](EnvironmentList &list) { return list.remove(u"alpha"_s).has_value(); }));
        QTRY_COMPARE(m_driver->listed(), QStringList{u"Beta"_s});
        QVERIFY(m_driver->type(u"Name"_s, u"Aleph"_s, dialog));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY(says(dialog, u"There is no such environment."_s));
        QCOMPARE(m_driver->text(u"Name"_s, dialog), u"Aleph"_s);
    }

    void savingWhatWasNotEditedChangesNothing()
    {
        QWidget *dialog = edit();
        QVERIFY(dialog);
        QVERIFY(changeAlpha(everythingTheirs));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(stored() == theirs());
    }

    void onlyTheEditedFieldIsWritten_data()
    {
        QTest::addColumn<bool>("seen"); // Whether the window has noticed the other change.
        QTest::newRow("before it is noticed") << false;
        QTest::newRow("after it is noticed") << true;
    }
    void onlyTheEditedFieldIsWritten()
    {
        QFETCH(bool, seen);
        QWidget *dialog = edit();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Name"_s, u"Aleph"_s, dialog));
        QVERIFY(changeAlpha(everythingTheirs));
        if (seen) {
            // Fields that are not edited here are updated.
            QTRY_COMPARE(m_driver->text(u"Token URL"_s, dialog), u"https://alpha.test/theirs"_s);
            QCOMPARE(m_driver->text(u"CA file"_s, dialog), u"/etc/theirs.pem"_s);
            QCOMPARE(m_driver->find<QComboBox>(u"Kind"_s, dialog)->currentData().toInt(),
                     int(EnvironmentKind::Sandbox));
        }
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        Environment both = theirs();
        both.name = u"Aleph"_s;
        QVERIFY(stored() == both);
    }

    void theUserChoosesBetweenTwoValues_data()
    {
        QTest::addColumn<bool>("seen");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("url");
        for (const bool seen : {false, true}) {
            QTest::addRow("mine, %s", seen ? "seen before" : "at once")
                << seen << u"Token URL: keep mine"_s << u"https://alpha.test/mine"_s;
            QTest::addRow("theirs, %s", seen ? "seen before" : "at once")
                << seen << u"Token URL: use theirs"_s << u"https://alpha.test/theirs"_s;
        }
    }
    void theUserChoosesBetweenTwoValues()
    {
        QFETCH(bool, seen);
        QFETCH(QString, choice);
        QFETCH(QString, url);
        QWidget *dialog = edit();
        QVERIFY(dialog);
        QVERIFY(m_driver->type(u"Token URL"_s, u"https://alpha.test/mine"_s, dialog));
        QVERIFY(changeAlpha(everythingTheirs));
        if (seen)
            QTRY_VERIFY(says(dialog, u"Theirs: “https://alpha.test/theirs”"_s));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY(stored() == theirs());
        for (const QString &words :
             {u"Another program has changed this while you edited it."_s,
              u"Theirs: “https://alpha.test/theirs”"_s, u"Mine: “https://alpha.test/mine”"_s,
              u"Another program has changed this environment while you edited it. Choose which "
              "value to keep, then save."_s})
            QVERIFY2(says(dialog, words), qPrintable(words));
        // Saving again does not count as a choice.
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_driver->text(u"Token URL"_s, dialog), u"https://alpha.test/mine"_s);

        QVERIFY(m_driver->click(choice, dialog));
        QVERIFY(!says(dialog, u"Another program has changed this while you edited it."_s));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        Environment chosen = theirs();
        chosen.tokenUrl = QUrl(url);
        QVERIFY(stored() == chosen);
    }

    void theKindIsChosenTheSameWay()
    {
        QWidget *dialog = edit();
        QVERIFY(dialog);
        auto *kind = m_driver->find<QComboBox>(u"Kind"_s, dialog);
        kind->setCurrentIndex(kind->findData(int(EnvironmentKind::Production)));
        QVERIFY(changeAlpha(everythingTheirs));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QVERIFY(says(dialog, u"Theirs: “Sandbox: Safaricom's test system”"_s));
        QVERIFY(says(dialog, u"Mine: “Production: real money”"_s));
        QVERIFY(m_driver->click(u"Kind: use theirs"_s, dialog));
        QCOMPARE(kind->currentData().toInt(), int(EnvironmentKind::Sandbox));
        QVERIFY(m_driver->click(u"Save environment"_s, dialog));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(stored() == theirs());
    }

    void turningOnRenewalHereKeepsTheRest()
    {
        QVERIFY(changeAlpha(everythingTheirs));
        QVERIFY(m_driver->click(u"Renew automatically"_s));
        Environment both = theirs();
        both.renewAutomatically = true;
        QVERIFY(stored() == both);
    }

private:
    static void everythingTheirs(Environment &environment)
    {
        environment.chosenKind = EnvironmentKind::Sandbox;
        environment.tokenUrl = QUrl(u"https://alpha.test/theirs"_s);
        environment.caFile = u"/etc/theirs.pem"_s;
        environment.unknownFields[u"fromTheFuture"_s] = 1;
    }
    static Environment theirs()
    {
        Environment environment = FakeWindowDriver::alpha();
        everythingTheirs(environment);
        return environment;
    }
    [[nodiscard]] QWidget *edit()
    {
        return m_driver->choose(u"Edit…"_s) ? m_driver->dialog() : nullptr;
    }
    bool changeElsewhere(const std::function<bool(EnvironmentList &)> &change)
    {
        bool changed = false;
        const auto stored = m_other->update(
            {}, [&](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
                changed = change(list);
                return {};
            });
        return changed && stored;
    }
    bool changeAlpha(const std::function<void(Environment &)> &change)
    {
        return changeElsewhere([&](EnvironmentList &list) {
            Environment alpha = *list.find(u"alpha"_s);
            change(alpha);
            return list.replace(alpha).has_value();
        });
    }
    Environment stored()
    {
        const auto list = m_other->load();
        const Environment *alpha = list ? list->find(u"alpha"_s) : nullptr;
        return alpha ? *alpha : Environment();
    }
    void isShown(const QString &name)
    {
        QCOMPARE(m_driver->selectedName(), name);
        QCOMPARE(m_driver->window().windowTitle(), name + u" — Tokeni"_s);
    }
    static bool says(QWidget *dialog, const QString &words)
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == words)
                return true;
        }
        return false;
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
    std::unique_ptr<EnvironmentFile> m_other;
};

QTEST_MAIN(EditedElsewhere)
#include "edited-elsewhere.moc"
