// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/importreading.h"

#include "formats/importers.h"
#include "formats/readimport.h"

#include <QFutureWatcher>
#include <QLabel>
#include <QProgressDialog>
#include <QtConcurrentRun>

#include <chrono>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// What is ready before this shows no sign of having been waited for.
constexpr std::chrono::milliseconds unnoticed{400};

QProgressDialog *progressOver(QWidget *window)
{
    auto *progress = new QProgressDialog(window);
    progress->setWindowTitle(ImportReading::tr("Reading files"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setLabelText(ImportReading::tr("Reading the files…"));
    progress->setCancelButtonText(ImportReading::tr("Cancel"));
    progress->setRange(0, 0);
    progress->setMinimumDuration(int(unnoticed.count()));
    return progress;
}

} // namespace

ImportReading::ImportReading(FileReader &files, const QStringList &paths, QWidget *window,
                             Done done)
    : m_done(std::move(done)), m_progress(progressOver(window)),
      m_underWay(std::make_unique<QObject>())
{
    connect(m_progress, &QProgressDialog::canceled, this, [this] {
        m_underWay.reset();
        m_progress->deleteLater();
    });
    files.read({paths, importPatterns().split(u' '), maxImport}, m_underWay.get(),
               [this](ReadFiles read) { parse(std::move(read)); });
}

ImportReading::~ImportReading()
{
    delete m_progress;
}

// Parsing large files takes longer than a frame, so it is done on another thread.
void ImportReading::parse(ReadFiles files)
{
    using Result = std::shared_ptr<ImportFindings>;
    auto *watcher = new QFutureWatcher<Result>(m_underWay.get());
    connect(watcher, &QFutureWatcher<Result>::finished, this, [this, watcher] {
        delete m_progress;
        m_done(std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run(
        [shared = std::make_shared<const ReadFiles>(std::move(files))]() -> Result {
            return std::make_shared<ImportFindings>(findingsIn(*shared));
        }));
}

} // namespace tokeni
