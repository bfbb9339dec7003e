// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/fileimport.h"

#include "core/secret/masking.h"
#include "core/text/visibletext.h"
#include "formats/importers.h"
#include "formats/readimport.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QMimeData>
#include <QSet>
#include <QtConcurrentRun>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

// A file's name may contain anything, even a line feed.
QString shownFileName(const QString &fileName)
{
    return isolated(shortened(visibleText(fileName), maxName));
}

// The environments that the keys can be given to, by id.
QHash<QString, ImportRow::Target> targetsOf(const ImportOffer &offer, const EnvironmentList &list)
{
    const QUrl url = requestUrl(offer.environment.tokenUrl);
    QHash<QString, ImportRow::Target> targets;
    for (const ImportOffer::Choice &choice : offer.choices) {
        if (const Environment *known = list.find(choice.id)) {
            const bool elsewhere = requestUrl(known->tokenUrl) != url;
            targets.insert(known->id,
                           {known->name, elsewhere ? shownHost(known->tokenUrl) : QString()});
        }
    }
    return targets;
}

// The path of the file that is dragged, if it is a single file; otherwise empty.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

struct FileImport::Intake
{
    ImportedFile file;
    KeysById existing;
    std::vector<ImportOffer> offers;
    QString firstId;
    int taken = 0;
    int withKeys = 0; // Environments whose keys are in the keychain.
    // Pending calls of the keychain, plus one for code that is still making calls.
    int underWay = 0;
    QStringList leftOut = {}; // Sentences.
    bool keysNeedFile = false; // The keychain did not accept all keys.
};

FileImport::FileImport(Environments &environments, KeyRing &keyRing, FileReader &files,
                       QWidget *window)
    : QObject(window), m_environments(environments), m_keyRing(keyRing), m_files(files),
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
    // The file must stay in its place, whatever the other program would allow.
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
    // Files like .env begin with a dot and are hidden by default.
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setNameFilters(
        {u"%1 (%2)"_s.arg(importPrograms(), importPatterns()), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, &FileImport::open);
    dialog->open();
}

void FileImport::open(const QString &path)
{
    const QFileInfo info(path);
    m_folder = info.path();
    m_reading = std::make_unique<QObject>();
    m_files.read(path, maxImport, m_reading.get(),
                 [this, fileName = info.fileName()](tl::expected<Secret, FileFault> bytes) {
                     if (bytes)
                         parse(fileName, std::move(*bytes));
                     else if (bytes.error().kind == FileFault::Kind::TooLarge)
                         refuse(fileName, ImportProblem{ImportProblem::Kind::TooLarge}.message());
                     else
                         refuse(fileName,
                                tr("The file can't be read: %1").arg(bytes.error().reason()));
                 });
}

// Parsing a large file takes longer than a frame, so it is done on another thread.
void FileImport::parse(const QString &fileName, Secret bytes)
{
    using Result = std::shared_ptr<tl::expected<ImportedFile, ImportProblem>>;
    auto *watcher = new QFutureWatcher<Result>(m_reading.get());
    connect(watcher, &QFutureWatcher<Result>::finished, this, [this, watcher, fileName] {
        const Result read = watcher->result();
        watcher->deleteLater();
        if (*read)
            compare(fileName, std::move(**read));
        else
            refuse(fileName, read->error().message());
    });
    watcher->setFuture(QtConcurrent::run(
        [fileName, shared = std::make_shared<const Secret>(std::move(bytes))]() -> Result {
            return std::make_shared<Result::element_type>(readImport(shared->view(), fileName));
        }));
}

void FileImport::refuse(const QString &fileName, const QString &text)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Information);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Import environments"));
    box->setText(tr("Nothing was imported from “%1”.").arg(shownFileName(fileName)));
    box->setInformativeText(text);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

// Finds out which of the keys are already stored, so that a file can be imported twice without
// harm.
void FileImport::compare(const QString &fileName, ImportedFile file)
{
    auto intake = std::make_shared<Intake>(Intake{std::move(file), {}, {}, {}});
    intake->underWay = 1;
    const auto oneLess = [this, fileName, intake] {
        if (--intake->underWay == 0)
            offer(fileName, intake);
    };
    for (const Environment &known : matching(intake->file, m_environments.list())) {
        ++intake->underWay;
        m_keyRing.read(known, m_reading.get(), [intake, oneLess, id = known.id](const auto &keys) {
            ExistingKeys &there = intake->existing[id];
            if (keys)
                there.keys = keys->clone();
            else if (keys.error().kind == StoreFault::Kind::NotFound)
                there.mayExist = false;
            oneLess();
        });
    }
    oneLess();
}

void FileImport::offer(const QString &fileName, const std::shared_ptr<Intake> &intake)
{
    const EnvironmentList &list = m_environments.list();
    intake->offers = offersFor(intake->file, list, intake->existing);
    intake->existing.clear();
    std::vector<ImportRow::Content> rows;
    for (std::size_t index = 0; index < intake->offers.size(); ++index) {
        const ImportOffer &offer = intake->offers[index];
        const ImportedEnvironment &found = intake->file.environments[index];
        const Environment *existing = list.find(offer.existingId);
        ImportRow::Content row{offer, targetsOf(offer, list), {}, found.notes};
        if (found.credentials)
            row.maskedKey = maskedKey(found.credentials->consumerKey);
        if (existing && offer.isHereAlready)
            row.notes.append(offer.hasKeys
                                 ? tr("“%1” already exists, with these keys.").arg(existing->name)
                                 : tr("“%1” already exists.").arg(existing->name));
        rows.push_back(std::move(row));
    }
    // The name of a .env file already says what it is.
    const QString source = intake->file.format == ImportFormat::Dotenv
        ? shownFileName(fileName)
        : tr("%1: %2").arg(programName(intake->file.format), shownFileName(fileName));
    auto *dialog = new ImportDialog(
        source, rows,
        [this, intake](const std::vector<ImportDialog::Choice> &choices) {
            return take(intake, choices);
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::optional<ImportDialog::Problem>
FileImport::take(const std::shared_ptr<Intake> &intake,
                 const std::vector<ImportDialog::Choice> &choices)
{
    // First applied to a copy, so that either all changes are made or none.
    EnvironmentList copy = m_environments.list();
    QSet<QString> receivers;
    for (const ImportDialog::Choice &choice : choices) {
        const ImportOffer &offer = intake->offers[choice.index];
        Environment wanted = offer.environment;
        wanted.name = choice.name;
        const auto &[action, id] = choice.what;
        if (action == Action::Add) {
            if (const auto added = copy.add(wanted); !added)
                return ImportDialog::Problem{choice.index, added.error().message()};
        } else if (!copy.find(id)) {
            return ImportDialog::Problem{
                choice.index, EnvironmentProblem{EnvironmentProblem::Kind::NotFound}.message()};
        } else if (receivers.contains(id)) {
            return ImportDialog::Problem{
                choice.index,
                tr("Other keys from this file already go into “%1”. Choose another environment.")
                    .arg(copy.find(id)->name)};
        } else {
            receivers.insert(id);
        }
    }
    intake->underWay = 1;
    for (const ImportDialog::Choice &choice : choices) {
        if (choice.what.action == Action::Add)
            add(intake, choice);
        else
            giveKeys(intake, choice);
    }
    ended(intake);
    if (!intake->firstId.isEmpty())
        Q_EMIT imported(intake->firstId);
    return std::nullopt;
}

void FileImport::add(const std::shared_ptr<Intake> &intake, const ImportDialog::Choice &choice)
{
    Environment wanted = intake->offers[choice.index].environment;
    wanted.name = choice.name;
    const auto added = m_environments.add(wanted);
    if (!added) {
        intake->leftOut.append(added.error().message());
        return;
    }
    if (intake->firstId.isEmpty())
        intake->firstId = added->id;
    ++intake->taken;
    if (intake->file.environments[choice.index].credentials)
        saveKeys(intake, choice.index, *added, true);
}

void FileImport::saveKeys(const std::shared_ptr<Intake> &intake, std::size_t index,
                          const Environment &environment, bool isNew)
{
    ++intake->underWay;
    m_keyRing.save(environment, std::move(*intake->file.environments[index].credentials), this,
                   [this, intake, name = environment.name, isNew](const SecretLocation &place) {
                       if (place.kind == SecretLocation::Kind::Keychain) {
                           ++intake->withKeys;
                           intake->taken += isNew ? 0 : 1;
                       } else {
                           intake->leftOut.append(keysNotTakenWords(name, place));
                           intake->keysNeedFile = true;
                       }
                       ended(intake);
                   });
}

void FileImport::giveKeys(const std::shared_ptr<Intake> &intake, const ImportDialog::Choice &choice)
{
    const Environment *found = m_environments.list().find(choice.what.id);
    if (!found)
        return;
    if (intake->firstId.isEmpty())
        intake->firstId = found->id;
    const auto save = [this, intake, index = choice.index](const Environment &environment) {
        saveKeys(intake, index, environment, false);
    };
    if (choice.what.action == Action::ReplaceKeys) {
        save(*found);
        return;
    }
    // Another process may have stored keys since the first check.
    ++intake->underWay;
    m_keyRing.read(*found, this, [this, intake, save, environment = *found](const auto &keys) {
        if (!keys && keys.error().kind == StoreFault::Kind::NotFound)
            save(environment);
        else if (keys)
            intake->leftOut.append(
                tr("“%1” got keys in the meantime, which were not changed").arg(environment.name));
        else
            intake->leftOut.append(
                tr("The keys of “%1” could not be checked").arg(environment.name));
        ended(intake);
    });
}

void FileImport::ended(const std::shared_ptr<Intake> &intake)
{
    if (--intake->underWay > 0)
        return;
    const QString program = programName(intake->file.format);
    QStringList lines = intake->leftOut;
    if (intake->keysNeedFile)
        lines.append(tr("Keep the file until they are in the keychain"));
    if (!m_environments.isSaved())
        lines.prepend(m_environments.faultWords());
    else if (intake->taken > 0)
        lines.prepend(tr("Imported %n environment(s), %1 with keys from %2", nullptr, intake->taken)
                          .arg(intake->withKeys)
                          .arg(program));
    Q_EMIT message(lines.join(u" · "_s));
}

} // namespace tokeni
