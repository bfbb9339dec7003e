// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/localfilereader.h"

#include "adapters/files/ordinaryfile.h"
#include "adapters/threads/detachedcall.h"

namespace tokeni {

namespace {

using Result = tl::expected<Secret, FileFault>;

tl::unexpected<FileFault> fault(FileFault::Kind kind, const QString &text = {})
{
    return tl::make_unexpected(FileFault{kind, text});
}

} // namespace

void LocalFileReader::read(const QString &path, qsizetype longest, QObject *context, Done done)
{
    callDetached<Result>(
        context, [path, longest] { return readLocalFile(path, longest); }, std::move(done));
}

tl::expected<Secret, FileFault> readLocalFile(const QString &path, qsizetype longest)
{
    QFile file(path);
    // Unbuffered, so that Qt keeps no copy in a buffer.
    if (const auto opened = openOrdinary(file, QIODevice::Unbuffered); !opened)
        return tl::make_unexpected(opened.error());
    if (file.size() > longest)
        return fault(FileFault::Kind::TooLarge);
    QByteArray bytes(longest + 1, Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        const qint64 got = file.read(bytes.data() + size, bytes.size() - size);
        if (got < 0) {
            wipe(bytes);
            return fault(FileFault::Kind::Unreadable, file.errorString());
        }
        size += got;
        if (got == 0 || size > longest)
            break;
    }
    Secret content(QByteArrayView(bytes).first(std::min<qint64>(size, longest)));
    wipe(bytes);
    if (size > longest)
        return fault(FileFault::Kind::TooLarge);
    return content;
}

} // namespace tokeni
