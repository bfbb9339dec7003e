// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/fileimport.h"

#include "core/secret/masking.h"
#include "formats/importers.h"
#include "gui/import/importwords.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSet>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

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

// The paths of what is dragged; empty if any of it is not a file or folder of this computer.
QStringList draggedPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        paths.append(QDir::cleanPath(url.toLocalFile()));
    }
    return paths;
}

} // namespace

struct FileImport::Intake
{
    QStringList paths; // As they were chosen.
    ImportFindings findings;
    KeysById existing = {};
    std::vector<ImportOffer> offers = {};
    QString firstId = {};
    int taken = 0;
    int withKeys = 0; // Environments whose keys are in the keychain.
    // Pending calls of the keychain, plus one for code that is still making calls.
    int underWay = 0;
    QStringList leftOut = {}; // Sentences.
    bool keysNeedFile = false; // The keychain did not accept all keys.

    [[nodiscard]] std::vector<ImportedEnvironment> &found() { return findings.found.environments; }
    [[nodiscard]] bool areSeveralFiles() const { return findings.lookedAt > 1; }
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
    const QStringList paths = draggedPaths(*drop->mimeData());
    if (paths.isEmpty())
        return QObject::eventFilter(watched, event);
    // The file must stay in its place, whatever the other program would allow.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        open(paths);
    return true;
}

void FileImport::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Import environments and keys"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    // Files like .env begin with a dot and are hidden by default.
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setNameFilters(
        {u"%1 (%2)"_s.arg(importPrograms(), importPatterns()), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::filesSelected, this, &FileImport::open);
    dialog->open();
}

void FileImport::open(const QStringList &paths)
{
    m_folder = QFileInfo(paths.first()).path();
    m_reading = std::make_unique<ImportReading>(
        m_files, paths, m_window, [this, paths](ImportFindings findings) {
            if (findings.found.environments.empty()) {
                refuse(paths, findings);
                return;
            }
            const auto intake = std::make_shared<Intake>(Intake{paths, std::move(findings)});
            readExistingKeys(intake, m_reading.get(), [this, intake] { offer(intake); });
        });
}

void FileImport::refuse(const QStringList &paths, const ImportFindings &findings)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Information);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Import environments"));
    box->setText(nothingImportedWords(paths));
    box->setInformativeText(reasonWords(paths, findings));
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

// Finds out which of the keys are already stored, so that a file can be imported twice without
// harm.
void FileImport::readExistingKeys(const std::shared_ptr<Intake> &intake, QObject *context,
                                  std::function<void()> done)
{
    const auto underWay = std::make_shared<int>(1);
    const auto oneLess = [underWay, done = std::move(done)] {
        if (--*underWay == 0)
            done();
    };
    intake->existing.clear();
    for (const Environment &known : matching(intake->findings.found, m_environments.list())) {
        ++*underWay;
        m_keyRing.read(known, context, [intake, oneLess, id = known.id](const auto &keys) {
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

ImportRow::Content FileImport::rowFor(const Intake &intake, std::size_t index) const
{
    const EnvironmentList &list = m_environments.list();
    const ImportOffer &offer = intake.offers[index];
    const ImportedEnvironment &found = intake.findings.found.environments[index];
    const Environment *existing = list.find(offer.existingId);
    ImportRow::Content row{offer, targetsOf(offer, list), {}, found.notes};
    if (intake.areSeveralFiles())
        row.file = shownPath(found.path, intake.paths);
    if (found.credentials)
        row.maskedKey = maskedKey(found.credentials->consumerKey);
    if (existing && offer.isHereAlready)
        row.notes.append(offer.hasKeys
                             ? tr("“%1” already exists, with these keys.").arg(existing->name)
                             : tr("“%1” already exists.").arg(existing->name));
    return row;
}

void FileImport::offer(const std::shared_ptr<Intake> &intake)
{
    const ImportFindings &findings = intake->findings;
    intake->offers = offersFor(findings.found, m_environments.list(), intake->existing);
    std::vector<ImportRow::Content> rows;
    for (std::size_t index = 0; index < intake->offers.size(); ++index)
        rows.push_back(rowFor(*intake, index));
    auto *dialog = new ImportDialog(
        {sourceWords(intake->paths, findings), intake->areSeveralFiles(),
         leftOutLines(intake->paths, findings), findings.isCutOff},
        rows,
        [this, intake](const std::vector<ImportDialog::Choice> &choices) {
            return take(intake, choices);
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::kindChosen, this,
            [this, intake, dialog](std::size_t index, EnvironmentKind kind) {
                settle(intake, index, kind, dialog);
            });
    dialog->open();
}

// The other offers were already made: this one must not take a name or an environment of theirs, so
// it is made as if it came last.
void FileImport::settle(const std::shared_ptr<Intake> &intake, std::size_t index,
                        EnvironmentKind kind, ImportDialog *dialog)
{
    settleKind(intake->found()[index], kind);
    readExistingKeys(intake, dialog, [this, intake, index, kind, dialog] {
        std::vector<ImportedEnvironment> &found = intake->found();
        if (found[index].kind != kind)
            return; // The user has chosen again.
        const auto here = found.begin() + std::ptrdiff_t(index);
        std::rotate(here, here + 1, found.end());
        auto offers = offersFor(intake->findings.found, m_environments.list(), intake->existing);
        std::rotate(here, found.end() - 1, found.end());
        intake->offers[index] = std::move(offers.back());
        dialog->setContent(index, rowFor(*intake, index));
    });
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
                tr("Other keys already go into “%1”. Choose another environment.")
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
    if (intake->found()[choice.index].credentials)
        saveKeys(intake, choice.index, *added, true);
}

void FileImport::saveKeys(const std::shared_ptr<Intake> &intake, std::size_t index,
                          const Environment &environment, bool isNew)
{
    ++intake->underWay;
    m_keyRing.save(environment, std::move(*intake->found()[index].credentials), this,
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
    QStringList lines = intake->leftOut;
    if (intake->keysNeedFile)
        lines.append(intake->areSeveralFiles()
                         ? tr("Keep the files until they are in the keychain")
                         : tr("Keep the file until they are in the keychain"));
    if (!m_environments.isSaved())
        lines.prepend(m_environments.faultWords());
    else if (intake->taken > 0)
        lines.prepend(tr("Imported %n environment(s), %1 with keys from %2", nullptr, intake->taken)
                          .arg(intake->withKeys)
                          .arg(originWords(intake->findings)));
    Q_EMIT message(lines.join(u" · "_s));
}

} // namespace tokeni
