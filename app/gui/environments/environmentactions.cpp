// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/environmentactions.h"

#include "core/keychain/keychainitems.h"
#include "core/keys/keydeletion.h"
#include "core/text/visibletext.h"
#include "gui/environments/environmentdialog.h"
#include "gui/questions/draftsaving.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A name without spaces is not wrapped, and a longer one would be wider than the question.
constexpr qsizetype maxAskedName = 48;

} // namespace

EnvironmentActions::EnvironmentActions(Environments &environments, KeychainOrMemory &secrets,
                                       DraftSaving &saving, const Theme &theme, QWidget *window)
    : QObject(window), m_environments(environments), m_secrets(secrets), m_saving(saving),
      m_theme(theme), m_window(window), m_menu(std::make_unique<QMenu>())
{
    const auto add = [this](const QString &text, const QKeySequence &shortcut, auto &&slot) {
        QAction *action = m_menu->addAction(text, this, slot);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WindowShortcut);
        m_window->addAction(action);
    };
    add(tr("Edit…"), QKeySequence(u"Ctrl+E"_s), [this] { edit(m_current); });
    add(tr("Rename…"), QKeySequence(Qt::Key_F2), [this] { rename(); });
    add(tr("Duplicate"), QKeySequence(u"Ctrl+D"_s), [this] { duplicate(); });
    m_menu->addSeparator();
    add(tr("Move up"), QKeySequence(u"Alt+Up"_s), [this] { moveBy(-1); });
    add(tr("Move down"), QKeySequence(u"Alt+Down"_s), [this] { moveBy(1); });
    m_menu->addSeparator();
    add(tr("Delete…"), QKeySequence(u"Ctrl+Delete"_s), [this] { remove(); });
    connect(&secrets, &KeychainOrMemory::waitingForOther, this, [this] {
        Q_EMIT message(tr("Waiting for another Tokeni that is changing the same keychain item, "
                          "10 seconds at most …"));
    });
    connect(&secrets, &KeychainOrMemory::waitedForOther, this, [this](bool hasFinished) {
        Q_EMIT message(hasFinished ? tr("The other Tokeni has finished")
                                   : tr("Stopped waiting for the other Tokeni"));
    });
}

EnvironmentActions::~EnvironmentActions() = default;

void EnvironmentActions::create()
{
    Environment fresh;
    fresh.chosenKind = EnvironmentKind::Sandbox;
    fresh.tokenUrl = defaultTokenUrl(fresh.chosenKind);
    openDialog(tr("New environment"), fresh, true);
}

void EnvironmentActions::createFirst()
{
    for (const Environment &environment : defaultEnvironments()) {
        if (const auto added = m_environments.add(environment); !added) {
            Q_EMIT message(added.error().message());
            return;
        }
    }
}

void EnvironmentActions::restore(const QString &id, const QString &name)
{
    Environment fresh;
    fresh.id = id;
    fresh.name = name.isEmpty() ? QString() : m_environments.list().freeName(name);
    fresh.chosenKind = EnvironmentKind::Sandbox;
    fresh.tokenUrl = defaultTokenUrl(fresh.chosenKind);
    openDialog(tr("Restore as environment"), fresh, true);
}

void EnvironmentActions::edit(const QString &id)
{
    if (const Environment *environment = m_environments.list().find(id))
        openDialog(tr("Edit environment"), *environment, false);
}

void EnvironmentActions::rename()
{
    if (const Environment *environment = m_environments.list().find(m_current))
        openDialog(tr("Rename environment"), *environment, true);
}

void EnvironmentActions::openDialog(const QString &title, const Environment &environment,
                                    bool nameFirst)
{
    const bool isNew = !m_environments.list().find(environment.id);
    QWidget *above = QApplication::activeModalWidget();
    auto *dialog = new EnvironmentDialog(
        title, environment,
        [this, isNew](const EnvironmentEdit &edit) -> std::optional<EnvironmentProblem> {
            const auto done = isNew ? m_environments.add(edit.after) : m_environments.edit(edit);
            if (!done)
                return done.error();
            if (isNew)
                Q_EMIT created(done->id);
            showDone({});
            return std::nullopt;
        },
        m_theme, above ? above : m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setJudge([this, dialog](const EnvironmentEdit &edit, const auto &agreed) {
        return m_saving.mayStore(edit.after, dialog, agreed);
    });
    connect(&m_environments, &Environments::edited, dialog,
            [dialog, id = environment.id](const Environment &stored) {
                if (stored.id == id)
                    dialog->follow(stored);
            });
    dialog->open();
    if (nameFirst)
        dialog->focusName();
}

// Reports what was done; if it could not be written, reports that instead.
void EnvironmentActions::showDone(const QString &text)
{
    const auto &fault = m_environments.fault();
    if (fault && (text.isEmpty() || fault->kind != EnvironmentsFault::Kind::UnusableEntries))
        Q_EMIT message(m_environments.faultWords());
    else if (!text.isEmpty())
        Q_EMIT message(text);
}

void EnvironmentActions::duplicate()
{
    const auto copy = m_environments.duplicate(m_current);
    if (!copy) {
        Q_EMIT message(copy.error().message());
        return;
    }
    Q_EMIT created(copy->id);
    showDone(tr("Created %1, without keys").arg(isolated(copy->name)));
}

void EnvironmentActions::moveBy(int rows)
{
    const QList<Environment> &all = m_environments.list().all();
    for (qsizetype row = 0; row < all.size(); ++row) {
        if (all[row].id != m_current)
            continue;
        move(m_current, row + rows);
        return;
    }
}

void EnvironmentActions::move(const QString &id, qsizetype position)
{
    if (const auto moved = m_environments.move(id, position); !moved)
        Q_EMIT message(moved.error().message());
    else
        showDone({});
}

void EnvironmentActions::remove()
{
    const Environment *environment = m_environments.list().find(m_current);
    if (!environment)
        return;
    askToDelete(
        environment->name,
        tr("Its keys and its token are deleted from the keychain too. This can't be undone."),
        [this, id = environment->id, name = environment->name] {
            if (const auto removed = m_environments.remove(id); !removed) {
                Q_EMIT message(removed.error().message());
                return;
            }
            Q_EMIT deleted(id);
            deleteKeys(id, name);
        });
}

void EnvironmentActions::removeOrphan(const QString &id, const QString &name)
{
    askToDelete(name, tr("These keys are deleted from the keychain. This can't be undone."),
                [this, id, name] {
                    // Its environment may have come back while the question was open.
                    if (m_environments.list().mayOwn(id))
                        Q_EMIT orphanRemoved();
                    else
                        deleteKeys(id, name);
                });
}

void EnvironmentActions::askToDelete(const QString &name, const QString &consequence,
                                     const std::function<void()> &go)
{
    // In front of the dialog that asked for it, if any.
    QWidget *dialog = QApplication::activeModalWidget();
    auto *question = new QMessageBox(dialog ? dialog : m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Delete environment"));
    question->setText(tr("Delete “%1”?").arg(isolated(shortened(name, maxAskedName))));
    question->setInformativeText(consequence);
    QPushButton *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, go);
    question->open();
}

// Only called after the user has confirmed it: the only place in the window where keys are deleted.
void EnvironmentActions::deleteKeys(const QString &id, const QString &name)
{
    tokeni::deleteKeys(
        m_secrets, id, this, [this, id, name](const tl::expected<bool, StoreFault> &deleted) {
            if (deleted) {
                showDone(tr("Deleted %1 and its keys").arg(isolated(name)));
            } else {
                Q_EMIT message(
                    tr("Deleted %1, but the keychain may still have its keys: %2. Delete them in "
                       "the settings, or in the keychain's own program, which lists them as “%3” "
                       "and “%4”.")
                        .arg(isolated(name), deleted.error().text,
                             keychainLabel(name, credentialsItem(id)),
                             keychainLabel(name, tokenItem(id))));
            }
            Q_EMIT orphanRemoved();
        });
}

} // namespace tokeni
