// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/ordinaryfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifndef Q_OS_WIN
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrdinaryFile)
};

tl::unexpected<QString> notOrdinary()
{
    return tl::make_unexpected(Text::tr("it is not an ordinary file"));
}

} // namespace

bool isInTheWay(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile();
}

#ifdef Q_OS_WIN

tl::expected<void, QString> openOrdinary(QFile &file, QIODevice::OpenMode additional)
{
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return notOrdinary();
    if (!file.open(QIODevice::ReadOnly | additional))
        return tl::make_unexpected(file.errorString());
    return {};
}

#else

tl::expected<void, QString> openOrdinary(QFile &file, QIODevice::OpenMode additional)
{
    // What is there is judged after it was opened: before, it could still be replaced.
    const int handle = open(QFile::encodeName(file.fileName()).constData(),
                            O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0) {
        // What a socket and a device without a driver answer.
        if (errno == ENXIO || errno == ENODEV)
            return notOrdinary();
        return tl::make_unexpected(qt_error_string(errno));
    }
    struct stat status = {};
    const bool isOrdinary = fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
    if (!isOrdinary) {
        close(handle);
        return notOrdinary();
    }
    if (!file.open(handle, QIODevice::ReadOnly | additional, QFile::AutoCloseHandle)) {
        close(handle);
        return tl::make_unexpected(file.errorString());
    }
    return {};
}

#endif

} // namespace tokeni
