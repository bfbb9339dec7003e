// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/findbar.h"

#include "gui/controls/accessible.h"
#include "gui/response/jsonview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// If there are more matches, the rest are neither highlighted nor counted: searching a long body
// for a very frequent letter helps nobody.
constexpr qsizetype maxMatches = 1000;

} // namespace

FindBar::FindBar(JsonView &page, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_page(page), m_theme(theme), m_words(new QLineEdit),
      m_count(new AccessibleLabel(tr("Matches")))
{
    setObjectName(u"findBar"_s);
    auto *line = new QHBoxLayout(this);
    const int inset = Theme::length(u"cardInset"_s);
    const int gap = Theme::length(u"smallGap"_s);
    line->setContentsMargins(inset, gap, inset, gap);
    line->setSpacing(gap);
    m_words->setAccessibleName(tr("Find in response"));
    m_words->setPlaceholderText(tr("Find in response"));
    m_words->setMaximumWidth(Theme::length(u"findWidth"_s));
    m_count->setObjectName(u"small"_s);
    line->addWidget(m_words, 1);
    line->addWidget(m_count);
    line->addStretch();
    m_previous = addButton(tr("Previous match"), tr("Previous match (Shift+F3)"));
    m_next = addButton(tr("Next match"), tr("Next match (F3)"));
    m_close = addButton(tr("Close find"), tr("Close (Esc)"));
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(m_close, &QToolButton::clicked, this, &FindBar::leave);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::findAll);
    connect(&m_page, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisibleTo(parentWidget()))
            findAll();
    });
    connect(&m_theme, &Theme::changed, this, &FindBar::followTheme);
    followTheme();
    hide();
}

QToolButton *FindBar::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton;
    button->setAccessibleName(name);
    button->setToolTip(tip);
    layout()->addWidget(button);
    return button;
}

void FindBar::followTheme()
{
    m_previous->setIcon(m_theme.icon(u"up"_s, u"ink"_s));
    m_next->setIcon(m_theme.icon(u"down"_s, u"ink"_s));
    m_close->setIcon(m_theme.icon(u"close"_s, u"ink"_s));
    mark();
}

void FindBar::open()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus != m_words)
        m_focusBefore = focus;
    show();
    // A visible token must not be copied into a field that keeps its text.
    const QString selected = m_page.textCursor().selectedText();
    // U+2029: the selection spans more than one line.
    if (!selected.isEmpty() && selected == m_page.selection()
        && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    findAll();
    m_words->selectAll();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::leave()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    m_words->setText({});
    m_matches.clear();
    mark();
    deselect();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        m_page.setFocus(Qt::OtherFocusReason);
}

// Removes the selection of the last match.
void FindBar::deselect()
{
    QTextCursor place = m_page.textCursor();
    place.clearSelection();
    m_page.setTextCursor(place);
}

void FindBar::next()
{
    if (!m_matches.isEmpty())
        choose((m_chosen + 1) % m_matches.size());
}

void FindBar::previous()
{
    if (!m_matches.isEmpty())
        choose((m_chosen + m_matches.size() - 1) % m_matches.size());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ShiftModifier))
        previous();
    else if (isReturn)
        next();
    else
        QFrame::keyPressEvent(event);
}

void FindBar::findAll()
{
    m_matches.clear();
    m_chosen = -1;
    const QString text = m_words->text();
    QTextCursor found(m_page.document());
    while (!text.isEmpty() && m_matches.size() < maxMatches) {
        found = m_page.document()->find(text, found);
        if (found.isNull())
            break;
        m_matches.append(found);
    }
    // The first match after the reader's position.
    const int from = m_page.textCursor().selectionStart();
    const auto chosen
        = std::find_if(m_matches.cbegin(), m_matches.cend(),
                       [from](const QTextCursor &match) { return match.selectionStart() >= from; });
    if (m_matches.isEmpty()) {
        mark();
        deselect();
    } else
        choose(chosen == m_matches.cend() ? 0 : chosen - m_matches.cbegin());
}

void FindBar::choose(qsizetype number)
{
    m_chosen = number;
    m_page.reveal(m_matches[number].selectionStart());
    m_page.setTextCursor(m_matches[number]);
    mark();
}

void FindBar::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QColor ground = m_theme.colour(u"match"_s);
    const QColor ink = m_theme.colour(u"ink"_s);
    for (const QTextCursor &match : std::as_const(m_matches)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = match;
        selection.format.setBackground(ground);
        selection.format.setForeground(ink);
        marks.append(selection);
    }
    m_page.setExtraSelections(marks);

    const QLocale locale;
    if (m_words->text().isEmpty())
        m_count->show({});
    else if (m_matches.isEmpty())
        m_count->show(tr("No match"));
    else
        m_count->show(
            tr("%1 of %2").arg(locale.toString(m_chosen + 1), locale.toString(m_matches.size())));
    m_previous->setEnabled(!m_matches.isEmpty());
    m_next->setEnabled(!m_matches.isEmpty());
}

} // namespace tokeni
