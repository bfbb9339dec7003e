// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"
#include "forked.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = EnvironmentsFault::Kind;
using FileKind = DataFileFault::Kind;

namespace {

constexpr uid_t nobody = 65534;

tl::expected<void, EnvironmentProblem> addShop(EnvironmentList &list)
{
    Environment environment;
    environment.name = list.freeName(u"Shop"_s);
    environment.tokenUrl = QUrl(u"https://shop.example/"_s);
    return list.add(environment).map([](const Environment &) {});
}

tl::expected<EnvironmentList, EnvironmentsFault> save(const QString &path)
{
    return EnvironmentFile(path).update(*EnvironmentList::from(defaultEnvironments()), addShop);
}

// Returns 0 if a save fails with a message that names the file.
int statusOfFailingSave(const QString &path)
{
    const auto saved = save(path);
    if (saved)
        return 1;
    return saved.error().kind == Kind::Unwritable && saved.error().message().contains(path) ? 0 : 2;
}

} // namespace

// What may be in the file's place, and what may keep the file from being written.
class EnvironmentFileInTheWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"environments.json"_s);
    }

    void aPipeIsNotWaitedFor()
    {
        QCOMPARE(mkfifo(native(m_path).constData(), 0600), 0);
        isToldAndLeft(FileKind::NotOrdinary);
    }

    void aDeviceIsNotRead()
    {
        QVERIFY(QFile::link(u"/dev/zero"_s, m_path));
        const auto list = EnvironmentFile(m_path).load();
        QVERIFY(!list);
        QVERIFY2(list.error().message().contains(u"/dev/zero"_s),
                 qPrintable(list.error().message()));
        QVERIFY(!save(m_path));
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    void aLinkIsSavedThrough()
    {
        const QString real = m_folder->filePath(u"dotfiles/real.json"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"dotfiles"_s));
        QVERIFY(QFile::link(u"dotfiles/real.json"_s, m_path)); // The target doesn't exist yet.
        QVERIFY(save(m_path));
        QVERIFY(save(m_path));
        QVERIFY(QFileInfo(m_path).isSymLink());
        QVERIFY(!QFileInfo(real).isSymLink());
        QCOMPARE(EnvironmentFile(real).load()->all().size(), 5);
        QCOMPARE(EnvironmentFile(m_path).load()->all().size(), 5);
    }

    void aLinkIntoAMissingFolderIsReported()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"gone/real.json"_s), m_path));
        isToldAndLeft(FileKind::LinkIntoNoFolder);
    }

    void aLoopOfLinksIsReportedAndLeftAlone()
    {
        const QString other = m_folder->filePath(u"other"_s);
        QVERIFY(QFile::link(other, m_path));
        QVERIFY(QFile::link(m_path, other));
        isToldAndLeft(FileKind::LinkLoop);
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    void anotherUsersFileIsNotUsed()
    {
        if (geteuid() != 0)
            QSKIP("Only root can give a file away.");
        QVERIFY(save(m_path));
        QCOMPARE(chown(native(m_path).constData(), nobody, nobody), 0);
        const QByteArray before = bytes();
        isToldAndLeft(FileKind::ForeignOwner);
        QCOMPARE(bytes(), before);
    }

    void anotherUserWithoutANameIsShownByNumber()
    {
        if (geteuid() != 0)
            QSKIP("Only root can give a file away.");
        QVERIFY(save(m_path));
        QCOMPARE(chown(native(m_path).constData(), 54321, 54321), 0);
        const auto list = EnvironmentFile(m_path).load();
        QVERIFY(!list);
        QVERIFY2(list.error().message().contains(u"(54321)"_s), qPrintable(list.error().message()));
    }

    void aFileThatRootOwnsIsUsed()
    {
        if (geteuid() != 0)
            QSKIP("Only root can leave a file of root's.");
        QVERIFY(save(m_path));
        QCOMPARE(chmod(native(m_path).constData(), 0644), 0);
        QCOMPARE(chmod(native(m_folder->path()).constData(), 0755), 0);
        QCOMPARE(statusWithoutRoot([&] { return EnvironmentFile(m_path).load() ? 0 : 1; }), 0);
    }

    // Opening it succeeds, but every read fails.
    void aFileThatFailsWhileReadIsReported()
    {
        QVERIFY(QFile::link(u"/proc/self/mem"_s, m_path));
        const auto list = EnvironmentFile(m_path).load();
        QVERIFY(!list);
        QVERIFY(list.error().kind == Kind::Unreadable);
        QVERIFY2(list.error().message().contains(u"/proc/self/mem"_s),
                 qPrintable(list.error().message()));
        QVERIFY(!save(m_path));
    }

    void aFileThatTheUserMayNotReadIsReported()
    {
        QVERIFY(save(m_path));
        giveAway();
        QCOMPARE(chmod(native(m_path).constData(), 0000), 0);
        QCOMPARE(statusWithoutRoot([&] {
                     const auto list = EnvironmentFile(m_path).load();
                     return !list && list.error().kind == Kind::Unreadable
                             && list.error().message().contains(m_path)
                         ? 0
                         : 1;
                 }),
                 0);
    }

    void aReadOnlyFileIsReportedAndNotReplaced()
    {
        QVERIFY(save(m_path));
        const QByteArray before = bytes();
        giveAway();
        QCOMPARE(chmod(native(m_path).constData(), 0400), 0);
        QCOMPARE(statusWithoutRoot([&] { return statusOfFailingSave(m_path); }), 0);
        QCOMPARE(bytes(), before);
    }

    void aDamagedFileThatCannotBeReplacedIsReportedAndLeftAlone()
    {
        const QByteArray damaged = "{\"version\": 1, \"environments\": [";
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
        file.close();
        giveAway();
        QCOMPARE(chmod(native(m_folder->path()).constData(), 0500), 0);
        const int status = statusWithoutRoot([&] {
            EnvironmentFile shared(m_path);
            const auto list = shared.load();
            const auto kept = shared.replaceDamaged(*EnvironmentList::from(defaultEnvironments()));
            return !list && list.error().kind == Kind::Damaged && !kept
                    && kept.error().message().contains(m_path)
                ? 0
                : 1;
        });
        QCOMPARE(chmod(native(m_folder->path()).constData(), 0700), 0);
        QCOMPARE(status, 0);
        QCOMPARE(bytes(), damaged);
    }

    void aLinkInTheLocksPlaceIsNotFollowed()
    {
        const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
        QVERIFY(QFile::link(elsewhere, m_path + u".lock"_s));
        QVERIFY(save(m_path));
        QVERIFY(!QFile::exists(elsewhere));
    }

    void aReadOnlyFolderIsReported()
    {
        QVERIFY(save(m_path));
        const QByteArray before = bytes();
        giveAway();
        QCOMPARE(chmod(native(m_folder->path()).constData(), 0500), 0);
        const int status = statusWithoutRoot([&] { return statusOfFailingSave(m_path); });
        QCOMPARE(chmod(native(m_folder->path()).constData(), 0700), 0);
        QCOMPARE(status, 0);
        QCOMPARE(bytes(), before);
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<bool>("isMounted");
        QTest::newRow("limit") << false;
        QTest::newRow("mount") << true;
    }

    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(bool, isMounted);
        constexpr int noMount = 77;
        const int status = statusOf([&] {
            if (isMounted) {
                if (unshare(CLONE_NEWNS) != 0
                    || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                    || mount("tmpfs", native(m_folder->path()).constData(), "tmpfs", 0, "size=64k")
                        != 0)
                    return noMount;
            }
            if (!save(m_path))
                return 4;
            const QByteArray before = bytes();
            if (isMounted) {
                QFile filler(m_folder->filePath(u"filler"_s));
                if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 5;
                while (filler.write(QByteArray(1024, 'x')) == 1024) { }
            } else {
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit full{100, 100};
                setrlimit(RLIMIT_FSIZE, &full);
            }
            const int failing = statusOfFailingSave(m_path);
            if (failing != 0 || bytes() != before)
                return failing + 10;
            const QStringList left
                = QDir(m_folder->path())
                      .entryList({u".environments*"_s}, QDir::Files | QDir::Hidden);
            return left.isEmpty() ? 0 : 6;
        });
        if (status == noMount)
            QSKIP("Nothing can be mounted here; the limit on a file's size stands in for it.");
        QCOMPARE(status, 0);
    }

    void aListTooLongToBeReadAgainIsNotWritten()
    {
        // Unknown fields are kept, whatever their size.
        QByteArray large = "{\"version\": 1, \"environments\": [], \"note\": \"";
        large += QByteArray(1024 * 1024 - 100 - large.size(), 'x') + "\"}";
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(large) == large.size());
        file.close();
        QVERIFY(EnvironmentFile(m_path).load());
        const auto saved = save(m_path);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Kind::WouldBeTooLarge);
        QVERIFY2(saved.error().message().contains(u"larger than 1 MiB"_s),
                 qPrintable(saved.error().message()));
        QCOMPARE(bytes(), large);
    }

    void aFileOfTenMebibytesIsLeftAlone()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray large
            = R"({"version": 1, "environments": [)" + QByteArray(10 * 1024 * 1024, ' ') + "]}";
        QCOMPARE(file.write(large), large.size());
        file.close();
        const auto list = EnvironmentFile(m_path).load();
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Kind::TooLarge);
        QVERIFY2(list.error().message().contains(m_path), qPrintable(list.error().message()));
        const auto saved = save(m_path);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Kind::TooLarge);
        QCOMPARE(bytes(), large);
    }

    // Not even for the moment before its mode is set.
    void isNeverOpenToOtherUsers()
    {
        QVERIFY(save(m_path));
        const pid_t child = forked([&] {
            umask(0);
            for (int i = 0; i < 60; ++i) {
                if (!save(m_path))
                    return 1;
            }
            return 0;
        });
        QVERIFY(child > 0);
        int status = 0;
        int widest = 0;
        while (waitpid(child, &status, WNOHANG) == 0) {
            for (const QString &name :
                 QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden)) {
                struct stat entry
                { };
                if (stat(native(m_folder->filePath(name)).constData(), &entry) == 0)
                    widest |= int(entry.st_mode & 0077);
            }
        }
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(widest, 0);
    }

private:
    static QByteArray native(const QString &path) { return QFile::encodeName(path); }
    // Root may read and write everything, so the folder and the file are given to another user,
    void giveAway() const
    {
        if (geteuid() != 0)
            return;
        QCOMPARE(chown(native(m_folder->path()).constData(), nobody, nobody), 0);
        QCOMPARE(chown(native(m_path).constData(), nobody, nobody), 0);
    }
    // and the test's code runs in a process of that user.
    template <typename Work> static int statusWithoutRoot(const Work &work)
    {
        return statusOf([&work] {
            if (geteuid() == 0 && setuid(nobody) != 0)
                return 30;
            return work();
        });
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void isToldAndLeft(FileKind kind)
    {
        const auto list = EnvironmentFile(m_path).load();
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Kind::Unreadable);
        QCOMPARE(list.error().file->kind, kind);
        QVERIFY2(list.error().message().contains(m_path), qPrintable(list.error().message()));
        const auto saved = save(m_path);
        QVERIFY(!saved);
        QVERIFY2(saved.error().message().contains(m_path), qPrintable(saved.error().message()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(EnvironmentFileInTheWay)
#include "environment-file-in-the-way.moc"
