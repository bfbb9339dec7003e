// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environments.h"
#include "support/fakeenvironmentstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = EnvironmentsFault::Kind;

namespace {

const EnvironmentsFault unwritable{
    .kind = Kind::Unwritable,
    .file
    = DataFileFault{DataFileFault::Kind::Unwritable, u"environments.json"_s, u"no space left"_s}};

Environment custom(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.tokenUrl = QUrl(u"https://h.example/a"_s);
    return environment;
}

// The environments, and the signals they emit, in order.
struct Watched
{
    FakeEnvironmentStore store;
    Environments environments{store};
    QStringList told;
    QObject context;

    Watched()
    {
        QObject::connect(&environments, &Environments::changed, &context,
                         [this] { told.append(u"changed"_s); });
        QObject::connect(&environments, &Environments::appeared, &context,
                         [this](const Environment &environment) {
                             told.append(u"appeared "_s + environment.name);
                         });
        QObject::connect(
            &environments, &Environments::edited, &context,
            [this](const Environment &environment) { told.append(u"edited "_s + environment.id); });
        QObject::connect(&environments, &Environments::disappeared, &context,
                         [this](const QString &id) { told.append(u"disappeared "_s + id); });
        QObject::connect(&environments, &Environments::faultChanged, &context,
                         [this] { told.append(u"fault"_s); });
        environments.load();
    }

    // Another process changes many fields of sandbox. Returns what it wrote.
    Environment changeElsewhere(bool heard)
    {
        Environment theirs = sandbox();
        theirs.tokenUrl = QUrl(u"https://theirs.example/"_s);
        theirs.caFile = u"/etc/theirs.pem"_s;
        theirs.unknownFields[u"fromTheFuture"_s] = 1;
        EnvironmentList other = environments.list();
        (void)other.replace(theirs);
        const bool was = store.blockSignals(!heard);
        store.writeElsewhere(other);
        store.blockSignals(was);
        return theirs;
    }

    [[nodiscard]] QStringList taken() { return std::exchange(told, {}); }
    [[nodiscard]] Environment sandbox() const { return *environments.list().find(u"sandbox"_s); }
};

} // namespace

class EnvironmentsFollowTheStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startWithTheDefaultEnvironments()
    {
        Watched watched;
        QCOMPARE(watched.environments.list().all(), defaultEnvironments());
        QVERIFY(!watched.environments.fault());
        QCOMPARE(watched.taken(),
                 (QStringList{u"appeared Simulator"_s, u"appeared Sandbox"_s,
                              u"appeared Production"_s, u"changed"_s}));
    }

    void storeAndReportEveryChange()
    {
        Watched watched;
        (void)watched.taken();
        const auto added = watched.environments.add(custom(u"New"_s));
        QVERIFY(added);
        QCOMPARE(watched.taken(), (QStringList{u"appeared New"_s, u"changed"_s}));
        QVERIFY(watched.store.stored() == watched.environments.list());

        Environment renamed = *added;
        renamed.name = u"Renamed"_s;
        QVERIFY(watched.environments.replace(renamed));
        QCOMPARE(watched.taken(), (QStringList{u"edited "_s + added->id, u"changed"_s}));

        QVERIFY(watched.environments.move(added->id, 0));
        QCOMPARE(watched.taken(), QStringList{u"changed"_s});

        const auto copy = watched.environments.duplicate(added->id);
        QVERIFY(copy);
        QCOMPARE(watched.taken(), (QStringList{u"appeared Renamed (2)"_s, u"changed"_s}));

        QVERIFY(watched.environments.remove(added->id));
        QCOMPARE(watched.taken(), (QStringList{u"disappeared "_s + added->id, u"changed"_s}));
        QVERIFY(watched.store.stored() == watched.environments.list());
        QVERIFY(watched.environments.list().find(copy->id));
    }

    void doNotReportAChangeThatChangesNothing()
    {
        Watched watched;
        (void)watched.taken();
        QVERIFY(watched.environments.replace(watched.sandbox()));
        QVERIFY(watched.environments.move(u"sandbox"_s, 1));
        QCOMPARE(watched.taken(), QStringList());
    }

    void stayTheSameAfterARefusedChange()
    {
        Watched watched;
        (void)watched.taken();
        const auto added = watched.environments.add(custom(u"Sandbox"_s));
        QVERIFY(!added);
        QCOMPARE(int(added.error().kind), int(EnvironmentProblem::Kind::NameTaken));
        QVERIFY(!watched.environments.remove(u"unknown"_s));
        QCOMPARE(watched.taken(), QStringList());
        QVERIFY(!watched.environments.fault());
        QCOMPARE(watched.environments.list().all(), defaultEnvironments());
    }

    void followAChangeFromOutside()
    {
        Watched watched;
        (void)watched.taken();
        EnvironmentList other = watched.environments.list();
        Environment sandbox = watched.sandbox();
        sandbox.name = u"Renamed"_s;
        QVERIFY(other.replace(sandbox));
        QVERIFY(other.remove(u"production"_s));
        watched.store.writeElsewhere(other);
        QCOMPARE(watched.taken(),
                 (QStringList{u"edited sandbox"_s, u"disappeared production"_s, u"changed"_s}));
        QVERIFY(watched.environments.list() == other);
    }

    // Two processes change the list: neither undoes the other's change.
    void applyAChangeToTheStoredList()
    {
        Watched watched;
        EnvironmentList other = watched.environments.list();
        QVERIFY(other.add(custom(u"Of another process"_s)));
        {
            const QSignalBlocker unheard(&watched.store);
            watched.store.writeElsewhere(other);
        }
        (void)watched.taken();
        QVERIFY(watched.environments.add(custom(u"Of this one"_s)));
        QVERIFY(watched.environments.list().findNamed(u"Of another process"_s));
        QVERIFY(watched.environments.list().findNamed(u"Of this one"_s));

        // The rules are checked against the stored list, too.
        QVERIFY(!watched.environments.add(custom(u"of another process"_s)));
    }

    void writeOnlyTheEditedFields_data()
    {
        QTest::addColumn<bool>("heard");
        QTest::newRow("before the other's change is noticed") << false;
        QTest::newRow("after the other's change is noticed") << true;
    }
    void writeOnlyTheEditedFields()
    {
        QFETCH(bool, heard);
        Watched watched;
        const Environment begun = watched.sandbox();
        const Environment theirs = watched.changeElsewhere(heard);
        Environment wanted = begun;
        wanted.name = u"Ours"_s;
        const auto edited = watched.environments.edit({begun, wanted});
        QVERIFY(edited);
        Environment both = theirs;
        both.name = u"Ours"_s;
        QVERIFY(*edited == both);
        QVERIFY(*watched.store.stored()->find(u"sandbox"_s) == both);
    }

    void refuseToOverwriteAnotherProcessesEdit()
    {
        Watched watched;
        const Environment begun = watched.sandbox();
        const Environment theirs = watched.changeElsewhere(false);
        Environment wanted = begun;
        wanted.tokenUrl = QUrl(u"https://ours.example/"_s);
        const auto refused = watched.environments.edit({begun, wanted});
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().kind), int(EnvironmentProblem::Kind::ChangedMeanwhile));
        QVERIFY(*watched.store.stored()->find(u"sandbox"_s) == theirs);
        // The other's change is known now, so an edit based on it is accepted.
        QVERIFY(watched.sandbox() == theirs);
        wanted = theirs;
        wanted.tokenUrl = QUrl(u"https://ours.example/"_s);
        QVERIFY(watched.environments.edit({theirs, wanted}));
        // The same value from both is not a conflict.
        QVERIFY(watched.environments.edit({theirs, wanted}));
        QVERIFY(*watched.store.stored()->find(u"sandbox"_s) == wanted);
    }

    void keepTheOthersChangesInAReplacement()
    {
        Watched watched;
        Environment wanted = watched.sandbox();
        wanted.renewAutomatically = true;
        Environment both = watched.changeElsewhere(false);
        both.renewAutomatically = true;
        QVERIFY(watched.environments.replace(wanted));
        QVERIFY(*watched.store.stored()->find(u"sandbox"_s) == both);
    }

    void moveBeforeTheSameOneWhateverWasAddedOrRemoved()
    {
        Watched watched;
        EnvironmentList other;
        for (const Environment &environment :
             {custom(u"Theirs"_s), defaultEnvironments().at(0), custom(u"Theirs too"_s),
              defaultEnvironments().at(1), defaultEnvironments().at(2)})
            QVERIFY(other.add(environment));
        const auto names = [&watched] {
            QStringList inOrder;
            for (const Environment &environment : watched.store.stored()->all())
                inOrder.append(environment.name);
            return inOrder.join(u", "_s);
        };
        const QSignalBlocker unheard(&watched.store);
        watched.store.writeElsewhere(other);
        QVERIFY(watched.environments.move(u"production"_s, 1));
        QCOMPARE(names(), u"Theirs, Simulator, Theirs too, Production, Sandbox"_s);
        watched.store.writeElsewhere(other);
        QVERIFY(watched.environments.move(u"simulator"_s, 4));
        QCOMPARE(names(), u"Theirs, Theirs too, Sandbox, Production, Simulator"_s);
    }

    void keepAChangeForThisRunIfTheFileIsUnwritable()
    {
        Watched watched;
        (void)watched.taken();
        watched.store.failNextUpdate(unwritable);
        const auto added = watched.environments.add(custom(u"New"_s));
        QVERIFY(added);
        QVERIFY(*watched.environments.list().find(added->id) == *added);
        QVERIFY(!watched.store.stored());
        QVERIFY(watched.environments.fault());
        QCOMPARE(watched.environments.fault()->file->text, u"no space left"_s);
        QCOMPARE(watched.taken(), (QStringList{u"fault"_s, u"appeared New"_s, u"changed"_s}));

        // A change that breaks a rule is refused in this state, too.
        watched.store.failNextUpdate(unwritable);
        QVERIFY(!watched.environments.add(custom(u"new"_s)));
        QCOMPARE(watched.taken(), QStringList());

        // The next write includes everything, and the fault is over.
        QVERIFY(watched.environments.add(custom(u"Newer"_s)));
        QVERIFY(watched.store.stored()->find(added->id));
        QVERIFY(!watched.environments.fault());
    }

    // Another process wrote meanwhile: neither its environments nor the unwritten ones are lost.
    void writeAnUnwrittenChangeWithTheNextOne()
    {
        Watched watched;
        EnvironmentList other = watched.environments.list();
        QVERIFY(other.add(custom(u"Of another process"_s)));
        {
            const QSignalBlocker unheard(&watched.store);
            watched.store.writeElsewhere(other);
        }
        watched.store.failNextUpdate(unwritable);
        const auto added = watched.environments.add(custom(u"New"_s));
        QVERIFY(added);
        QVERIFY2(watched.environments.faultWords().contains(u"kept until Tokeni quits"_s),
                 qPrintable(watched.environments.faultWords()));
        QVERIFY(watched.environments.add(custom(u"Newer"_s)));
        QCOMPARE(watched.store.stored()->all().size(), 6);
        QVERIFY(watched.store.stored()->find(added->id));
        QVERIFY(watched.environments.list().findNamed(u"Of another process"_s));
        QVERIFY(watched.environments.faultWords().isEmpty());
    }

    void writeAnUnwrittenChangeAfterAnotherProcessWrote()
    {
        Watched watched;
        watched.store.failNextUpdate({Kind::Busy, u"environments.json"_s});
        const auto added = watched.environments.add(custom(u"New"_s));
        QVERIFY(added);
        EnvironmentList other = *EnvironmentList::from(defaultEnvironments());
        QVERIFY(other.add(custom(u"new"_s)));
        watched.store.writeElsewhere(other);
        QVERIFY(!watched.environments.fault());
        QCOMPARE(watched.store.stored()->all().size(), 5);
        QCOMPARE(watched.store.stored()->find(added->id)->name, u"New (2)"_s);
    }

    // Environments that merely stand in for the stored ones never replace them: the user repairs
    // the file, and then the changes made meanwhile are merged into it.
    void doNotReplaceADamagedFileWithTheDefaults()
    {
        FakeEnvironmentStore store;
        store.failNextLoad({Kind::Damaged, u"environments.json"_s});
        Environments environments(store);
        QSignalSpy faults(&environments, &Environments::faultChanged);
        environments.load();
        QCOMPARE(environments.list().all(), defaultEnvironments());
        QCOMPARE(faults.size(), 1);
        QCOMPARE(int(environments.fault()->kind), int(Kind::Damaged));

        store.failNextUpdate({Kind::Damaged, u"environments.json"_s});
        const auto added = environments.add(custom(u"New"_s));
        QVERIFY(added);
        QCOMPARE(store.replaced(), 0);
        QVERIFY(!store.stored());
        QVERIFY2(environments.faultWords().contains(u"kept until Tokeni quits"_s),
                 qPrintable(environments.faultWords()));

        EnvironmentList mended;
        QVERIFY(mended.add(custom(u"Mine"_s)));
        store.writeElsewhere(mended);
        QCOMPARE(store.stored()->all().size(), 2);
        QVERIFY(store.stored()->findNamed(u"Mine"_s));
        QVERIFY(store.stored()->find(added->id));
        QVERIFY(!environments.fault());
    }

    void replaceADamagedFileIfTheListIsKnown()
    {
        Watched watched;
        QVERIFY(watched.environments.add(custom(u"Mine"_s)));
        (void)watched.taken();
        watched.store.failNextUpdate({Kind::Damaged, u"environments.json"_s});
        QVERIFY(watched.environments.remove(u"production"_s));
        QCOMPARE(watched.store.replaced(), 1);
        QCOMPARE(watched.store.stored()->all().size(), 3);
        QCOMPARE(int(watched.environments.fault()->kind), int(Kind::Replaced));
        const QString told = watched.environments.faultWords();
        // Saved already: no later save is promised.
        QVERIFY2(told.endsWith(u"here are saved in its place."_s), qPrintable(told));
        QVERIFY(watched.environments.isListKnown());
        QCOMPARE(watched.taken(),
                 (QStringList{u"disappeared production"_s, u"changed"_s, u"fault"_s}));
    }

    void reportAndKeepAnUnusableEntry()
    {
        Watched watched;
        EnvironmentList other = watched.environments.list();
        other.setUnusable({{QJsonObject{{u"id"_s, u"shop"_s}}, 1, u"shop"_s, u"Shop"_s,
                            u"Its “kind” is wrong."_s}});
        watched.store.writeElsewhere(other);
        QCOMPARE(int(watched.environments.fault()->kind), int(Kind::UnusableEntries));
        const QString words = watched.environments.faultWords();
        for (const QString &word : {u"Shop"_s, u"environments.json"_s, u"“kind” is wrong"_s})
            QVERIFY2(words.contains(word), qPrintable(words));
        QVERIFY(watched.environments.add(custom(u"New"_s)));
        QCOMPARE(watched.store.stored()->unusable(), other.unusable());
        // Its keychain items still belong to it.
        Environment taker = custom(u"Taker"_s);
        taker.id = u"shop"_s;
        QVERIFY(!watched.environments.add(taker));
        QVERIFY(watched.environments.list().mayOwn(u"shop"_s));
        QVERIFY(!watched.environments.list().mayOwn(u"nobody's"_s));
    }

    void loseNothingIfAChangeFromOutsideIsUnreadable()
    {
        Watched watched;
        QVERIFY(watched.environments.add(custom(u"New"_s)));
        (void)watched.taken();
        const EnvironmentList before = watched.environments.list();
        watched.store.failNextLoad({Kind::Unreadable});
        watched.store.writeElsewhere(EnvironmentList());
        QVERIFY(watched.environments.list() == before);
        QCOMPARE(watched.taken(), QStringList{u"fault"_s});
        // The same fault again is not reported.
        watched.store.failNextLoad({Kind::Unreadable});
        watched.store.writeElsewhere(EnvironmentList());
        QCOMPARE(watched.taken(), QStringList());
        watched.store.writeElsewhere(before);
        QCOMPARE(watched.taken(), QStringList{u"fault"_s});
        QVERIFY(!watched.environments.fault());
    }
};

QTEST_GUILESS_MAIN(EnvironmentsFollowTheStoreTest)
#include "environments-follow-the-store.moc"
