// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/safefile.h"

#include "adapters/files/ordinaryfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxChain = 40; // Links that Linux follows, path_resolution(7).

using Kind = DataFileFault::Kind;

tl::unexpected<DataFileFault> fault(Kind kind, const QString &path, const QString &text = {})
{
    return tl::make_unexpected(DataFileFault{kind, path, text});
}

// Not QSaveFile's pattern, since a user's own environments.json.backup would match that.
QString leftoverName(const QFileInfo &file)
{
    return u'.' + file.fileName() + u".saving-"_s;
}

// Waits until the disk has the file, so that a rename never comes to the disk before it.
bool reachedDisk(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    // Some file systems know no such thing.
    return fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP;
#endif
}

void letFolderReachDisk([[maybe_unused]] const QString &folder)
{
#ifndef Q_OS_WIN
    // The rename has happened by now: a failure changes nothing for who reads the file.
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return;
    (void)fsync(handle);
    close(handle);
#endif
}

bool isOfAnotherUser([[maybe_unused]] const QFileInfo &info)
{
#ifdef Q_OS_UNIX
    return info.ownerId() != geteuid() && info.ownerId() != 0;
#else
    return false;
#endif
}

} // namespace

tl::expected<QString, DataFileFault> resolveLinks(const QString &path)
{
    QFileInfo file(path);
    if (!file.isSymLink())
        return path;
    for (int links = 0; file.isSymLink(); ++links) {
        if (links == maxChain)
            return fault(Kind::LinkLoop, path);
        file.setFile(file.symLinkTarget());
    }
    if (!QFileInfo(file.absolutePath()).isDir())
        return fault(Kind::LinkIntoNoFolder, path, file.absoluteFilePath());
    return file.absoluteFilePath();
}

tl::expected<std::optional<QByteArray>, DataFileFault> readAll(const QString &path, qint64 longest)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fault(Kind::NotOrdinary, path);
    // Who writes the file says where keys are sent.
    if (info.exists() && isOfAnotherUser(info)) {
        return fault(Kind::ForeignOwner, path,
                     info.owner().isEmpty() ? QString::number(info.ownerId()) : info.owner());
    }
    QFile file(path);
    // Opened before it is asked for: another process may be putting a new one in its place.
    if (const auto opened = openOrdinary(file); !opened) {
        if (!file.exists())
            return std::nullopt;
        return opened.error().kind == FileFault::Kind::NotOrdinary
            ? fault(Kind::NotOrdinary, path)
            : fault(Kind::Unreadable, path, opened.error().text);
    }
    const QByteArray bytes = file.read(longest + 1);
    if (file.error() != QFile::NoError)
        return fault(Kind::Unreadable, path, file.errorString());
    return bytes;
}

tl::expected<void, DataFileFault> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return fault(Kind::NoFolder, folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

tl::expected<void, DataFileFault> writeAtomically(const QString &path, const QByteArray &bytes)
{
    const QFileInfo target(path);
    const QString folder = target.absolutePath();
    if (auto made = makeFolder(folder); !made)
        return made;
    // What the user made read-only is not replaced.
    if (target.exists() && !target.isWritable())
        return fault(Kind::ReadOnly, path);

    QTemporaryFile file(folder + u'/' + leftoverName(target) + u"XXXXXX"_s); // Made with mode 0600.
    const bool isWritten = file.open() && file.write(bytes) == bytes.size() && file.flush();
    if (!isWritten)
        return fault(Kind::Unwritable, path, file.errorString());
    if (!reachedDisk(file.handle()))
        return fault(Kind::Unwritable, path, qt_error_string(errno));
    const QString written = file.fileName();
    file.close();
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(written.toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), error);
    if (error)
        return fault(Kind::Unwritable, path, QString::fromStdString(error.message()));
    file.setAutoRemove(false);
    letFolderReachDisk(folder);
    return {};
}

void removeLeftovers(const QString &path, std::chrono::seconds age)
{
    const QFileInfo file(path);
    const QDateTime latest = QDateTime::currentDateTime().addSecs(-age.count());
    const QFileInfoList found = QDir(file.absolutePath())
                                    .entryInfoList({leftoverName(file) + u"??????"_s},
                                                   QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &leftover : found) {
        if (leftover.lastModified() <= latest)
            QFile::remove(leftover.filePath());
    }
}

} // namespace tokeni
