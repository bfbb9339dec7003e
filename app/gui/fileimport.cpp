// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/fileimport.h"

#include "core/masking.h"
#include "exchange/readimport.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QMimeData>
#include <QtConcurrentRun>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

// The path of the one file that is dragged; empty for anything else.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

struct FileImport::Import
{
    ImportedFile file;
    std::vector<ImportOffer> offers;
    QString firstId;
    int taken = 0;
    int withKeys = 0;
    int underWay = 0; // Choices that wait for the keychain, and the one that starts them.
    QStringList leftOut = {}; // Sentences.
};

FileImport::FileImport(Environments &environments, TokenSession &session, FileReader &files,
                       QWidget *window)
    : QObject(window), m_environments(environments), m_session(session), m_files(files),
      m_window(window)
{
    m_window->setAcceptDrops(true);
    m_window->installEventFilter(this);
}

FileImport::~FileImport() = default;

bool FileImport::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = draggedFile(*drop->mimeData());
    if (path.isEmpty())
        return QObject::eventFilter(watched, event);
    // The file stays where it is, whatever the other program would allow.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        open(path);
    return true;
}

void FileImport::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Import environments and keys"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // Files like .env begin with a dot, which hides them.
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setNameFilters(
        {tr("Postman, Bruno, Insomnia, HTTP client, .env (%1)").arg(u"*.json *.bru *.env .env*"_s),
         tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, &FileImport::open);
    dialog->open();
}

void FileImport::open(const QString &path)
{
    const QFileInfo info(path);
    m_folder = info.path();
    m_reading = std::make_unique<QObject>();
    m_files.read(path, longestImport, m_reading.get(),
                 [this, fileName = info.fileName()](tl::expected<Secret, FileFault> bytes) {
                     if (bytes)
                         parse(fileName, std::move(*bytes));
                     else if (bytes.error().kind == FileFault::Kind::TooLarge)
                         refuse(fileName, ImportProblem{ImportProblem::Kind::TooLarge}.words());
                     else
                         refuse(fileName,
                                tr("The file can't be read: %1").arg(bytes.error().words));
                 });
}

// A large file takes longer than a frame, so it is read in another thread.
void FileImport::parse(const QString &fileName, Secret bytes)
{
    using Result = std::shared_ptr<tl::expected<ImportedFile, ImportProblem>>;
    auto *watcher = new QFutureWatcher<Result>(m_reading.get());
    connect(watcher, &QFutureWatcher<Result>::finished, this, [this, watcher, fileName] {
        const Result read = watcher->result();
        watcher->deleteLater();
        if (*read)
            offer(fileName, std::move(**read));
        else
            refuse(fileName, read->error().words());
    });
    watcher->setFuture(QtConcurrent::run(
        [fileName, shared = std::make_shared<const Secret>(std::move(bytes))]() -> Result {
            return std::make_shared<Result::element_type>(readImport(shared->view(), fileName));
        }));
}

void FileImport::refuse(const QString &fileName, const QString &words)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Information);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Import environments"));
    box->setText(tr("Nothing was imported from “%1”.").arg(fileName));
    box->setInformativeText(words);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void FileImport::offer(const QString &fileName, ImportedFile file)
{
    const EnvironmentList &list = m_environments.list();
    auto import = std::make_shared<Import>(Import{std::move(file), {}, {}});
    import->offers = offersFor(import->file, list, [this](const Environment &known) {
        return m_session.keys(known.id).kind != KeysState::Kind::None;
});
std::vector<ImportRow::Content> rows;
for (std::size_t index = 0; index < import->offers.size(); ++index) {
    const ImportOffer &offer = import->offers[index];
    const ImportedEnvironment &found = import->file.environments[index];
    const Environment *existing = list.find(offer.existingId);
    ImportRow::Content row{offer, existing ? existing->name : QString(), {}, found.notes};
    if (found.credentials)
        row.maskedKey = maskedKey(found.credentials->consumerKey);
    if (existing && offer.preset == Action::Skip)
        row.notes.append(tr("“%1” is the same and here already.").arg(existing->name));
    rows.push_back(std::move(row));
}
auto *dialog = new ImportDialog(
    tr("%1: %2").arg(programName(import->file.format), fileName), rows,
    [this, import](const std::vector<ImportDialog::Choice> &choices) {
        return take(import, choices);
    },
    m_window);
dialog->setAttribute(Qt::WA_DeleteOnClose);
dialog->open();
} // namespace tokeni

std::optional<ImportDialog::Problem>
FileImport::take(const std::shared_ptr<Import> &import,
                 const std::vector<ImportDialog::Choice> &choices)
{
    // First on a copy, so that it is all or nothing.
    EnvironmentList copy = m_environments.list();
    for (const ImportDialog::Choice &choice : choices) {
        const ImportOffer &offer = import->offers[choice.index];
        Environment wanted = offer.environment;
        wanted.name = choice.name;
        if (choice.action == Action::Add) {
            if (const auto added = copy.add(wanted); !added)
                return ImportDialog::Problem{choice.index, added.error().words()};
        } else if (!copy.find(offer.existingId)) {
            return ImportDialog::Problem{
                choice.index, EnvironmentProblem{EnvironmentProblem::Kind::NotFound}.words()};
        }
    }
    import->underWay = 1;
    for (const ImportDialog::Choice &choice : choices) {
        if (choice.action == Action::Add)
            add(import, choice);
        else
            giveKeys(import, choice);
    }
    ended(import);
    if (!import->firstId.isEmpty())
        Q_EMIT imported(import->firstId);
    return std::nullopt;
}

void FileImport::add(const std::shared_ptr<Import> &import, const ImportDialog::Choice &choice)
{
    Environment wanted = import->offers[choice.index].environment;
    wanted.name = choice.name;
    const auto added = m_environments.add(wanted);
    if (!added) {
        import->leftOut.append(added.error().words());
        return;
    }
    if (import->firstId.isEmpty())
        import->firstId = added->id;
    ++import->taken;
    if (auto &keys = import->file.environments[choice.index].credentials) {
        m_session.saveKeys(*added, std::move(*keys));
        ++import->withKeys;
    }
}

void FileImport::giveKeys(const std::shared_ptr<Import> &import, const ImportDialog::Choice &choice)
{
    const Environment *found = m_environments.list().find(import->offers[choice.index].existingId);
    if (!found)
        return;
    if (import->firstId.isEmpty())
        import->firstId = found->id;
    const auto save = [this, import, index = choice.index](const Environment &environment) {
        m_session.saveKeys(environment, std::move(*import->file.environments[index].credentials));
        ++import->taken;
        ++import->withKeys;
    };
    if (choice.action == Action::ReplaceKeys) {
        save(*found);
        return;
    }
    // Another process may have stored keys since they were looked for.
    ++import->underWay;
    m_session.readKeys(*found, this, [this, import, save, environment = *found](const auto &keys) {
        if (!keys && keys.error().kind == StoreFault::Kind::NotFound)
            save(environment);
        else if (keys)
            import->leftOut.append(
                tr("“%1” has keys by now, which were left as they are").arg(environment.name));
        else
            import->leftOut.append(
                tr("The keys of “%1” could not be looked at").arg(environment.name));
        ended(import);
    });
}

void FileImport::ended(const std::shared_ptr<Import> &import)
{
    if (--import->underWay > 0)
        return;
    const QString program = programName(import->file.format);
    QStringList words = import->leftOut;
    if (import->taken > 0)
        words.prepend(tr("Imported %n environment(s), %1 with keys from %2", nullptr, import->taken)
                          .arg(import->withKeys)
                          .arg(program));
    Q_EMIT message(words.join(u" · "_s));
}

} // namespace tokeni
