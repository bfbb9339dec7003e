// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"
#include "adapters/files/historyfile.h"
#include "adapters/files/settingsfile.h"
#include "forked.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <sys/mman.h>

using namespace tokeni;
using namespace Qt::StringLiterals;

namespace {

// The number of the last save that began and of the last one that ended, shared with the process
// that kills.
struct Saves
{
    std::atomic<int> begun = 0;
    std::atomic<int> done = 0;
};

// Some numbers make the file long enough that writing it takes several calls.
QList<Environment> environmentsOf(int number)
{
    QList<Environment> all;
    for (int i = 0; i < 60; ++i) {
        Environment environment;
        environment.id = u"id-%1"_s.arg(i);
        environment.name = u"%1 of save %2"_s.arg(i).arg(number);
        environment.tokenUrl = QUrl(u"https://shop.example/"_s);
        all += environment;
    }
    return all;
}

bool saveEnvironments(const QString &path, int number)
{
    const auto all = [number](EnvironmentList &list) -> tl::expected<void, EnvironmentProblem> {
        return EnvironmentList::from(environmentsOf(number)).map([&](const EnvironmentList &next) {
            list = next;
        });
    };
    return EnvironmentFile(path, std::chrono::seconds(30)).update({}, all).has_value();
}

// The number of the save that the file contains in full; -1 if it contains none in full.
int environmentsIn(const QString &path)
{
    const auto list = EnvironmentFile(path).load();
    if (!list || list->all().size() != 60)
        return -1;
    const int number = list->all().constFirst().name.section(u' ', -1).toInt();
    return list->all() == environmentsOf(number) ? number : -1;
}

RequestRecord record(int number)
{
    return {number, u"id"_s, u"Name"_s, EnvironmentKind::Sandbox, 200, 5, u"a token"_s};
}

bool saveHistory(const QString &path, int number)
{
    HistoryFile(path).add(record(number));
    return true;
}

int historyIn(const QString &path)
{
    const auto records = HistoryFile(path).load();
    if (!records || records->isEmpty())
        return -1;
    for (qsizetype i = 0; i < records->size(); ++i) {
        const int number = int(records->at(i).whenMs);
        const bool isOlder = i == 0 || number < records->at(i - 1).whenMs;
        if (!isOlder || records->at(i) != record(number))
            return -1;
    }
    return int(records->constFirst().whenMs);
}

bool saveSettings(const QString &path, int number)
{
    Settings chosen;
    chosen.language = QString::number(number);
    chosen.proxy.host = QString(5000, u'h');
    return SettingsFile(path).save({}, chosen).has_value();
}

int settingsIn(const QString &path)
{
    const Settings chosen = SettingsFile(path).load();
    return chosen.proxy.host.size() == 5000 ? chosen.language.toInt() : -1;
}

} // namespace

using Save = bool (*)(const QString &, int);
using Read = int (*)(const QString &);
Q_DECLARE_METATYPE(Save)
Q_DECLARE_METATYPE(Read)

class FilesSurviveKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void haveTheOldOrTheNewContentAfterEachKill_data()
    {
        QTest::addColumn<Save>("save");
        QTest::addColumn<Read>("read");
        QTest::addColumn<int>("kills");
        QTest::newRow("environments") << &saveEnvironments << &environmentsIn << 1000;
        QTest::newRow("history") << &saveHistory << &historyIn << 60;
        QTest::newRow("settings") << &saveSettings << &settingsIn << 60;
    }

    void haveTheOldOrTheNewContentAfterEachKill()
    {
        QFETCH(Save, save);
        QFETCH(Read, read);
        QFETCH(int, kills);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        void *shared = mmap(nullptr, sizeof(Saves), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        QVERIFY(shared != MAP_FAILED);
        auto *saves = new (shared) Saves;
        QVERIFY(save(path, 0));

        std::mt19937 random(4711);
        std::uniform_int_distribution<int> microseconds(0, 4000);
        for (int kill = 0; kill < kills; ++kill) {
            const int first = saves->begun + 1;
            const pid_t child = forked([&] {
                for (int number = first;; ++number) {
                    saves->begun = number;
                    if (!save(path, number))
                        return 1;
                    saves->done = number;
                }
            });
            QVERIFY(child > 0);
            // The kill comes at any point of a save.
            while (saves->begun < first)
                std::this_thread::yield();
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY2(WIFSIGNALED(status), "A save failed.");

            // QSettings' own lock may delay the next save by 30 s.
            if (save == &saveSettings)
                QFile::remove(path + u".lock"_s);
            const int number = read(path);
            const QByteArray where
                = "kill " + QByteArray::number(kill) + ", save " + QByteArray::number(number);
            QVERIFY2(number >= saves->done && number <= saves->begun, where.constData());
            // The file, its lock and one leftover.
            const qsizetype entries
                = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size();
            QVERIFY2(entries <= 3 || save != &saveEnvironments, where.constData());
        }
        // The next save removes the leftovers.
        QVERIFY(save(path, saves->begun + 1));
        const QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        if (save == &saveEnvironments)
            QCOMPARE(left.join(u' '), u"file file.lock"_s);
        munmap(shared, sizeof(Saves));
    }
};

QTEST_GUILESS_MAIN(FilesSurviveKills)
#include "files-survive-kills.moc"
