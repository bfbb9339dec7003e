// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/localfilereader.h"

#include "adapters/files/folderfiles.h"
#include "adapters/files/ordinaryfile.h"
#include "adapters/threads/detachedcall.h"

namespace tokeni {

namespace {

constexpr qsizetype maxTogether = qsizetype(32) * 1024 * 1024;

tl::unexpected<FileFault> fault(FileFault::Kind kind, const QString &text = {})
{
    return tl::make_unexpected(FileFault{kind, text});
}

} // namespace

void LocalFileReader::read(const ChosenFiles &chosen, QObject *context, Done done)
{
    callDetached<ReadFiles>(
        context, [chosen] { return readLocalFiles(chosen); }, std::move(done));
}

ReadFiles readLocalFiles(const ChosenFiles &chosen)
{
    const FoundFiles found = foundFiles(chosen);
    ReadFiles result{{}, found.isCutOff};
    qsizetype together = 0;
    for (const FoundFile &file : found.files) {
        auto content = readLocalFile(file.path, chosen.longest);
        together += content ? content->size() : 0;
        if (together > maxTogether) {
            result.isCutOff = true;
            break;
        }
        result.files.push_back({file.path, file.isNamed, std::move(content)});
    }
    return result;
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
    bytes.truncate(size); // The rest was never written to.
    wipe(bytes);
    if (size > longest)
        return fault(FileFault::Kind::TooLarge);
    return content;
}

} // namespace tokeni
