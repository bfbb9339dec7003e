// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/localfilereader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LocalFileReader)
};

using Result = tl::expected<Secret, FileFault>;

tl::unexpected<FileFault> unreadable(const QString &words)
{
    return tl::make_unexpected(FileFault{FileFault::Kind::Unreadable, words});
}

} // namespace

void LocalFileReader::read(const QString &path, qsizetype longest, QObject *context, Done done)
{
    // A result that can't be copied can't go through QFuture on all versions of Qt.
    using Shared = std::shared_ptr<Result>;
    auto *watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcher<Shared>::finished, context,
                     [watcher, done = std::move(done)] {
                         const Shared result = watcher->result();
                         watcher->deleteLater();
                         done(std::move(*result));
                     });
    watcher->setFuture(QtConcurrent::run(
        [path, longest] { return std::make_shared<Result>(readLocalFile(path, longest)); }));
}

tl::expected<Secret, FileFault> readLocalFile(const QString &path, qsizetype longest)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return unreadable(Text::tr("This is not an ordinary file."));
    QFile file(path);
    // Unbuffered, so that no copy stays in a buffer of Qt's.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file.errorString());
    if (file.size() > longest)
        return tl::make_unexpected(FileFault{FileFault::Kind::TooLarge, {}});
    QByteArray bytes(longest + 1, Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        const qint64 got = file.read(bytes.data() + size, bytes.size() - size);
        if (got < 0) {
            wipe(bytes);
            return unreadable(file.errorString());
        }
        size += got;
        if (got == 0 || size > longest)
            break;
    }
    Secret content(QByteArrayView(bytes).first(std::min<qint64>(size, longest)));
    wipe(bytes);
    if (size > longest)
        return tl::make_unexpected(FileFault{FileFault::Kind::TooLarge, {}});
    return content;
}

} // namespace tokeni
