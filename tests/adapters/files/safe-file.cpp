// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/safefile.h"
#include "forked.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokeni;
using namespace Qt::StringLiterals;
using Kind = DataFileFault::Kind;

namespace {

constexpr uid_t nobody = 65534;

} // namespace

// Why one of Tokeni's own files can't be read or written. Everything else is in the tests of those
// files.
class SafeFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void reportsALoopOfLinks()
    {
        QVERIFY(QFile::link(at(u"loop"_s), at(u"loop"_s)));
        isTold(
            resolveLinks(at(u"loop"_s)), Kind::LinkLoop,
            u"%1 is a link that leads back to itself. Remove it, or make it point to a file."_s.arg(
                at(u"loop"_s)));
    }

    void reportsALinkIntoAMissingFolder()
    {
        QVERIFY(QFile::link(at(u"gone/file"_s), at(u"link"_s)));
        isTold(resolveLinks(at(u"link"_s)), Kind::LinkIntoNoFolder,
               u"%1 is a link to %2, whose folder does not exist. Create the folder, or remove the "
               "link."_s.arg(at(u"link"_s), at(u"gone/file"_s)));
    }

    void reportsAFolderInItsPlace()
    {
        isTold(
            readAll(m_folder->path(), 10), Kind::NotOrdinary,
            u"%1 can't be read: it is not an ordinary file. Move it away."_s.arg(m_folder->path()));
    }

    void reportsAnotherUsersFile()
    {
        if (geteuid() != 0)
            QSKIP("Only root can give a file away.");
        write(u"theirs"_s);
        QCOMPARE(chown(native(u"theirs"_s).constData(), 54321, 54321), 0);
        isTold(readAll(at(u"theirs"_s), 10), Kind::ForeignOwner,
               u"%1 belongs to another user (54321), so it is not used. Take ownership of it, or "
               "move it away."_s.arg(at(u"theirs"_s)));
    }

    // Opening it succeeds, but every read fails.
    void reportsAnErrorWhileReading()
    {
        const auto read = readAll(u"/proc/self/mem"_s, 10);
        isTold(read, Kind::Unreadable,
               u"/proc/self/mem can't be read: %1."_s.arg(read ? QString() : read.error().text));
        QVERIFY(!read && !read.error().text.isEmpty());
    }

    void reportsAFolderThatCannotBeCreated()
    {
        write(u"file"_s);
        isTold(writeAtomically(at(u"file/inside/file"_s), "x"), Kind::NoFolder,
               u"%1 can't be created."_s.arg(at(u"file/inside"_s)));
    }

    void reportsAReadOnlyFile()
    {
        write(u"kept"_s);
        QCOMPARE(chmod(native(u"kept"_s).constData(), 0400), 0);
        // Root could write the file despite its mode, so its folder and the file are given to
        // another user.
        if (geteuid() == 0) {
            QCOMPARE(chown(m_folder->path().toLocal8Bit().constData(), nobody, nobody), 0);
            QCOMPARE(chown(native(u"kept"_s).constData(), nobody, nobody), 0);
        }
        const int status = statusOf([this] {
            if (geteuid() == 0 && setuid(nobody) != 0)
                return 30;
            const auto written = writeAtomically(at(u"kept"_s), "new");
            if (written || written.error().kind != Kind::ReadOnly)
                return 1;
            return written.error().message()
                    == u"%1 can't be written: it is read-only."_s.arg(at(u"kept"_s))
                ? 0
                : 2;
        });
        QCOMPARE(status, 0);
    }

    void reportsANameThatIsTooLong()
    {
        const QString path = at(QString(255, u'n'));
        const auto written = writeAtomically(path, "x");
        isTold(written, Kind::Unwritable,
               u"%1 can't be written: %2."_s.arg(path, written ? QString() : written.error().text));
        QVERIFY(!written && !written.error().text.isEmpty());
    }

private:
    template <typename Outcome>
    static void isTold(const Outcome &outcome, Kind kind, const QString &message)
    {
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(outcome.error().message(), message);
    }
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray native(const QString &name) const
    {
        return QFile::encodeName(at(name));
    }
    void write(const QString &name) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SafeFile)
#include "safe-file.moc"
