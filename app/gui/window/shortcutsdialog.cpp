// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/shortcutsdialog.h"

#include "gui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

namespace tokeni {

using namespace Qt::StringLiterals;

QList<Shortcut> shortcutsOf(const QList<QAction *> &actions)
{
    QList<Shortcut> shortcuts;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        if (keys.isEmpty() || action->text().isEmpty())
            continue;
        QString what = action->text();
        what.remove(u'…');
        shortcuts.append({what, keys.join(ShortcutsDialog::tr(" or "))});
    }
    return shortcuts;
}

ShortcutsDialog::ShortcutsDialog(const QList<Shortcut> &shortcuts, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    const int tallest = parent ? parent->height() - Theme::length(u"emptyInset"_s) : 0;
    resize(Theme::length(u"dialogWidth"_s),
           std::max(tallest, Theme::length(u"leastWindowHeight"_s)));
    auto *list = new QTreeWidget;
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setObjectName(u"table"_s);
    for (const Shortcut &shortcut : shortcuts) {
        auto *row = new QTreeWidgetItem(list, {shortcut.what, shortcut.keys});
        row->setData(0, Qt::AccessibleTextRole, shortcut.what + u": "_s + shortcut.keys);
    }
    list->resizeColumnToContents(0);
    list->setColumnWidth(0,
                         std::max(list->columnWidth(0) + Theme::length(u"wideGap"_s),
                                  Theme::length(u"dialogWidth"_s) / 2));
    if (list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));

    auto *buttons = new QDialogButtonBox;
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s),
                               Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s));
    layout->setSpacing(Theme::length(u"documentMargin"_s));
    layout->addWidget(list);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace tokeni
