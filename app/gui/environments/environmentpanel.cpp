// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/environmentpanel.h"

#include "gui/controls/menubutton.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

EnvironmentPanel::EnvironmentPanel(const Environments &environments, const Tokens &tokens,
                                   const Theme &theme, QWidget *parent)
    : QWidget(parent), m_environments(environments), m_model(environments, tokens),
      m_delegate(theme), m_filter(new QLineEdit), m_list(new QListView),
      m_new(new QPushButton(tr("+ New"))), m_import(new QPushButton(tr("Import…"))),
      m_menuButton(new MenuButton), m_guidePlace(new QVBoxLayout)
{
    setObjectName(u"side"_s);
    setAttribute(Qt::WA_StyledBackground);

    m_filter->setObjectName(u"filter"_s);
    m_filter->setToolTip(tr("Find environment (Ctrl+K)"));
    m_filter->setAccessibleName(tr("Find environment"));
    m_filter->setClearButtonEnabled(true);
    m_new->setAccessibleName(tr("New environment"));
    m_new->setToolTip(tr("New environment (Ctrl+N)"));
    m_import->setAccessibleName(tr("Import…"));
    m_import->setToolTip(tr("Import environments and keys from another program's file"));
    m_import->hide();

    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(&m_filtered);
    m_list->setItemDelegate(&m_delegate);
    m_list->setAccessibleName(tr("Environments"));
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setDragDropMode(QListView::InternalMove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QListView::NoEditTriggers);

    m_list->installEventFilter(this);
    m_menuButton->setAccessibleName(tr("Tokeni menu"));
    m_menuButton->setToolTip(tr("Settings, keyboard shortcuts and more"));
    m_menuButton->setFixedSize(Theme::length(u"smallIconButton"_s), 30);

    auto *layout = new QVBoxLayout(this);
    const int inset = Theme::length(u"sideInset"_s);
    const int margin = Theme::length(u"sideMargin"_s);
    layout->setContentsMargins(inset, margin, inset + 1, margin);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(4, 0, 0, 10);
    top->setSpacing(Theme::length(u"smallGap"_s));
    top->addWidget(m_filter);
    top->addWidget(m_menuButton);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(m_guidePlace);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(6, 8, 6, 8);
    foot->setSpacing(Theme::length(u"gap"_s));
    foot->addWidget(m_new);
    foot->addWidget(m_import);
    foot->addStretch();
    layout->addLayout(foot);

    connect(m_filter, &QLineEdit::textChanged, &m_filtered, [this](const QString &text) {
        // If the filter hides the current row, the view makes another one current.
        m_filtering = true;
        m_filtered.setFilterFixedString(text.trimmed());
        m_list->setCurrentIndex(indexOf(m_selectedId));
        m_filtering = false;
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_filtered.rowCount() > 0)
            m_list->setCurrentIndex(m_filtered.index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EnvironmentPanel::takeCurrent);
    connect(&m_filtered, &QSortFilterProxyModel::modelReset, this,
            &EnvironmentPanel::keepSelection);
    connect(&m_filtered, &QSortFilterProxyModel::rowsInserted, this,
            &EnvironmentPanel::keepSelection);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT editRequested(index.data(EnvironmentListModel::IdRole).toString());
    });
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint &where) {
        if (m_contextMenu && m_list->indexAt(where).isValid())
            m_contextMenu->popup(m_list->viewport()->mapToGlobal(where));
    });
    const auto followTheme = [this, &theme] {
        m_menuButton->setIcon(theme.icon(u"menu"_s, u"mute"_s));
        m_list->viewport()->update();
    };
    connect(&theme, &Theme::changed, this, followTheme);
    followTheme();
    connect(m_new, &QPushButton::clicked, this, &EnvironmentPanel::newRequested);
    connect(m_import, &QPushButton::clicked, this, &EnvironmentPanel::importRequested);
    connect(&m_model, &EnvironmentListModel::moveRequested, this, &EnvironmentPanel::moveRequested);
}

void EnvironmentPanel::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void EnvironmentPanel::setGuide(QWidget *widget)
{
    m_guidePlace->addWidget(widget);
}

void EnvironmentPanel::select(const QString &id)
{
    if (!indexOf(id).isValid())
        m_filter->clear();
    m_list->setCurrentIndex(indexOf(id));
}

void EnvironmentPanel::offerImport()
{
    m_import->show();
}

void EnvironmentPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void EnvironmentPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void EnvironmentPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // If there is not enough room, the shortcut is left out rather than eliding the text.
    const QString text = m_filter->toolTip();
    const int room = m_filter->width() - 2 * Theme::length(u"titleGap"_s);
    const bool fits = m_filter->fontMetrics().horizontalAdvance(text) <= room;
    m_filter->setPlaceholderText(fits ? text : tr("Find"));
}

bool EnvironmentPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Only in the list: elsewhere the key deletes text.
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        Q_EMIT removeRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EnvironmentPanel::takeCurrent(const QModelIndex &current)
{
    // If a filter hides the selected environment, it stays selected.
    const QString id = current.data(EnvironmentListModel::IdRole).toString();
    if (m_filtering || id.isEmpty() || id == m_selectedId || m_model.rowCount() == 0)
        return;
    m_selectedId = id;
    Q_EMIT selected(id);
}

// After the list was read again or the filter changed, the view has no current row.
void EnvironmentPanel::keepSelection()
{
    if (!m_environments.list().find(m_selectedId))
        m_selectedId.clear();
    const QModelIndex index = indexOf(m_selectedId);
    if (index.isValid())
        m_list->setCurrentIndex(index);
}

QModelIndex EnvironmentPanel::indexOf(const QString &id) const
{
    const QModelIndexList found
        = m_filtered.match(m_filtered.index(0, 0), EnvironmentListModel::IdRole, id, 1,
                           Qt::MatchExactly | Qt::MatchCaseSensitive);
    return found.value(0);
}

} // namespace tokeni
