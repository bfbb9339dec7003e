// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/ordinaryfile.h"

#include <QFileInfo>

#ifndef Q_OS_WIN
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tokeni {

namespace {

tl::unexpected<FileFault> notOrdinary()
{
    return tl::make_unexpected(FileFault{FileFault::Kind::NotOrdinary});
}

tl::unexpected<FileFault> unopened(const QString &text)
{
    return tl::make_unexpected(FileFault{FileFault::Kind::Unreadable, text});
}

} // namespace

bool isInTheWay(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile();
}

#ifdef Q_OS_WIN

tl::expected<void, FileFault> openOrdinary(QFile &file, QIODevice::OpenMode additional)
{
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return notOrdinary();
    if (!file.open(QIODevice::ReadOnly | additional))
        return unopened(file.errorString());
    return {};
}

#else

tl::expected<void, FileFault> openOrdinary(QFile &file, QIODevice::OpenMode additional)
{
    // The type is checked after opening: before that, the file could still be replaced.
    const int handle = open(QFile::encodeName(file.fileName()).constData(),
                            O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0) {
        // The errors for a socket and for a device without a driver.
        if (errno == ENXIO || errno == ENODEV)
            return notOrdinary();
        return unopened(qt_error_string(errno));
    }
    struct stat status = {};
    const bool isOrdinary = fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
    if (!isOrdinary) {
        close(handle);
        return notOrdinary();
    }
    if (!file.open(handle, QIODevice::ReadOnly | additional, QFile::AutoCloseHandle)) {
        close(handle);
        return unopened(file.errorString());
    }
    return {};
}

#endif

} // namespace tokeni
