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

constexpr int maxChain = 40; // As many links as Linux follows, path_resolution(7).

using Kind = DataFileFault::Kind;

tl::unexpected<DataFileFault> fault(Kind kind, const QString &path, const QString &text = {})
{
    return tl::make_unexpected(DataFileFault{kind, path, text});
}

// A different pattern from QSaveFile's, which would match a user's own environments.json.backup.
QString leftoverName(const QFileInfo &file)
{
    return u'.' + file.fileName() + u".saving-"_s;
}

// Waits until the file is on the disk, so that a rename never reaches the disk before it.
bool reachedDisk(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    // Some file systems do not support this.
    return fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP;
#endif
}

void letFolderReachDisk([[maybe_unused]] const QString &folder)
{
#ifndef Q_OS_WIN
    // The file has already been renamed: a failure here makes no difference to its readers.
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
    // Whoever can write the file decides where keys are sent.
    if (info.exists() && isOfAnotherUser(info)) {
        return fault(Kind::ForeignOwner, path,
                     info.owner().isEmpty() ? QString::number(info.ownerId()) : info.owner());
    }
    QFile file(path);
    // Opened first, and only then checked for existence: another process may be replacing it at
    // this moment.
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
    // A file that the user made read-only is not replaced.
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
