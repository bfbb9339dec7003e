// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environmentactions.h"

#include "core/visibletext.h"
#include "gui/environmentdialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A name without a space is not broken, and a longer one would be wider than the question.
constexpr qsizetype longestAskedName = 48;

} // namespace

EnvironmentActions::EnvironmentActions(Environments &environments, const Theme &theme,
                                       QWidget *window)
    : QObject(window), m_environments(environments), m_theme(theme), m_window(window),
      m_menu(std::make_unique<QMenu>())
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
    for (const Environment &environment : firstEnvironments()) {
        if (const auto added = m_environments.add(environment); !added) {
            Q_EMIT message(added.error().words());
            return;
        }
    }
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
    const bool isNew = environment.id.isEmpty();
    auto *dialog = new EnvironmentDialog(
        title, environment,
        [this, isNew](const EnvironmentEdit &edit) -> std::optional<EnvironmentProblem> {
            const auto done = isNew ? m_environments.add(edit.after) : m_environments.edit(edit);
            if (!done)
                return done.error();
            if (isNew)
                Q_EMIT created(done->id);
            tellDone({});
            return std::nullopt;
        },
        m_theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_environments, &Environments::edited, dialog,
            [dialog, id = environment.id](const Environment &stored) {
                if (stored.id == id)
                    dialog->follow(stored);
            });
    dialog->open();
    if (nameFirst)
        dialog->focusName();
}

// What was done, unless it could not be written: then that is what to know.
void EnvironmentActions::tellDone(const QString &words)
{
    const QString fault = m_environments.faultWords();
    if (!fault.isEmpty() || !words.isEmpty())
        Q_EMIT message(fault.isEmpty() ? words : fault);
}

void EnvironmentActions::duplicate()
{
    const auto copy = m_environments.duplicate(m_current);
    if (!copy) {
        Q_EMIT message(copy.error().words());
        return;
    }
    Q_EMIT created(copy->id);
    tellDone(tr("Made %1, without keys").arg(isolated(copy->name)));
}

void EnvironmentActions::moveBy(int rows)
{
    const QList<Environment> &all = m_environments.list().all();
    for (qsizetype row = 0; row < all.size(); ++row) {
        if (all[row].id != m_current)
            continue;
        if (const auto moved = m_environments.move(m_current, row + rows); !moved)
            Q_EMIT message(moved.error().words());
        else
            tellDone({});
        return;
    }
}

void EnvironmentActions::remove()
{
    const Environment *environment = m_environments.list().find(m_current);
    if (!environment)
        return;
    auto *question = new QMessageBox(m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Delete environment"));
    question->setText(
        tr("Delete “%1”?").arg(isolated(shortened(environment->name, longestAskedName))));
    question->setInformativeText(
        tr("Its keys and its token are taken out of the keychain too. This can't be undone."));
    QPushButton *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this,
            [this, id = environment->id, name = environment->name] {
                if (const auto removed = m_environments.remove(id); !removed)
                    Q_EMIT message(removed.error().words());
                else
                    tellDone(tr("Deleted %1 and its keys").arg(isolated(name)));
            });
    question->open();
}

} // namespace tokeni
