// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/orphanlist.h"

#include "core/text/visibletext.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/plainlabel.h"
#include "gui/controls/plaintooltip.h"
#include "gui/environments/environmentactions.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// At most this many rows are shown at a time, to leave room for the rest of the dialog; the others
// follow when these have been dealt with.
constexpr qsizetype maxRows = 4;

QString nameOf(const Orphan &orphan)
{
    return orphan.name.isEmpty() ? visibleText(orphan.id) : orphan.name;
}

} // namespace

OrphanList::OrphanList(const Environments &environments, SecretInventory &inventory,
                       EnvironmentActions &actions, QWidget *parent)
    : QWidget(parent), m_environments(environments), m_inventory(inventory), m_actions(actions),
      m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::length(u"gap"_s));
    QLabel *text = plainLabel(
        u"small"_s,
        tr("The keychain holds these for environments that are no longer in the list."));
    text->setWordWrap(true);
    m_layout->addWidget(text);
    hide();
    connect(&m_environments, &Environments::changed, this, &OrphanList::look);
    connect(&m_actions, &EnvironmentActions::orphanRemoved, this, &OrphanList::look);
    look();
}

void OrphanList::look()
{
    m_inventory.list(this, [this](const tl::expected<QList<ListedItem>, StoreFault> &items) {
        const bool known = items && m_environments.isListKnown();
        setOrphans(known ? orphansAmong(*items, m_environments.list()) : QList<Orphan>());
    });
}

void OrphanList::setOrphans(const QList<Orphan> &orphans)
{
    if (std::exchange(m_orphans, orphans) == orphans)
        return;
    delete std::exchange(m_rows, nullptr);
    m_rows = new QWidget;
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::length(u"gap"_s));
    for (const Orphan &orphan : orphans.first(std::min(maxRows, orphans.size())))
        rows->addWidget(rowOf(orphan));
    if (orphans.size() > maxRows) {
        const QString more = tr("And %1 more").arg(orphans.size() - maxRows);
        rows->addWidget(plainLabel(u"small"_s, more));
    }
    m_layout->addWidget(m_rows);
    setVisible(!orphans.isEmpty());
}

QWidget *OrphanList::rowOf(const Orphan &orphan)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::length(u"gap"_s));
    const QString name = isolated(nameOf(orphan));
    auto *label = new ElidedLabel;
    label->setText(orphan.keys && orphan.token ? tr("%1: keys and token").arg(name)
                       : orphan.keys           ? tr("%1: keys").arg(name)
                                               : tr("%1: token").arg(name));
    label->setToolTip(plainToolTip(visibleText(orphan.id)));
    layout->addWidget(label, 1);
    if (orphan.keys) {
        auto *restore = new QPushButton(tr("Restore as environment…"));
        restore->setAccessibleDescription(name);
        connect(restore, &QPushButton::clicked, this,
                [this, orphan] { m_actions.restore(orphan.id, orphan.name); });
        layout->addWidget(restore);
    }
    auto *remove = new QPushButton(tr("Delete…"));
    remove->setAccessibleDescription(name);
    connect(remove, &QPushButton::clicked, this,
            [this, orphan] { m_actions.removeOrphan(orphan.id, nameOf(orphan)); });
    layout->addWidget(remove);
    return row;
}

} // namespace tokeni
