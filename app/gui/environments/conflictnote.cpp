// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/conflictnote.h"

#include "core/text/visibletext.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString shown(const QString &value)
{
    return value.isEmpty() ? ConflictNote::tr("nothing")
                           : ConflictNote::tr("“%1”").arg(isolated(visibleText(value)));
}

} // namespace

ConflictNote::ConflictNote(const QString &caption, QWidget *parent)
    : QWidget(parent), m_theirs(new ElidedLabel), m_mine(new ElidedLabel),
      m_keep(new QPushButton(tr("Keep mine")))
{
    auto *use = new QPushButton(tr("Use theirs"));
    m_keep->setAccessibleName(tr("%1: keep mine").arg(caption));
    use->setAccessibleName(tr("%1: use theirs").arg(caption));
    auto *text
        = plainLabel(u"problem"_s, tr("Another program has changed this while you edited it."));
    text->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::length(u"gap"_s));
    grid->setVerticalSpacing(Theme::length(u"smallGap"_s));
    grid->setColumnStretch(0, 1);
    grid->addWidget(text, 0, 0, 1, 2);
    int row = 1;
    for (const auto &[value, button] : {std::pair{m_theirs, use}, {m_mine, m_keep}}) {
        value->setObjectName(u"small"_s);
        value->setTextFormat(Qt::PlainText);
        button->setObjectName(u"link"_s);
        button->setAutoDefault(false); // The Return key is for saving.
        grid->addWidget(value, row, 0);
        grid->addWidget(button, row, 1);
        ++row;
    }
    connect(use, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { choose(false); });
    hide();
}

void ConflictNote::ask(const QString &mine, const QString &theirs)
{
    m_theirs->setText(tr("Theirs: %1").arg(shown(theirs)));
    m_mine->setText(tr("Mine: %1").arg(shown(mine)));
    show();
}

void ConflictNote::focusChoice()
{
    m_keep->setFocus(Qt::OtherFocusReason);
}

void ConflictNote::choose(bool theirs)
{
    hide();
    Q_EMIT chosen(theirs);
}

} // namespace tokeni
