// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QPointer>
#include <QTextCursor>

class QLineEdit;
class QToolButton;

namespace tokeni {

class JsonView;
class AccessibleLabel;

/*! A slim bar to search for text in a JsonView, ignoring case: matches are highlighted there, and
 *  the number of the selected one is shown. Closed at first. */
class FindBar : public QFrame
{
    Q_OBJECT
public:
    /*! \a page and \a theme must outlive this object. */
    FindBar(JsonView &page, const Theme &theme, QWidget *parent = nullptr);

    /*! Shows the bar, with the text that is selected in the page. */
    void open();
    /*! Removes the highlights and returns the focus to where it was. */
    void leave();
    void next();
    void previous();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followTheme();
    void findAll();
    void deselect();
    void choose(qsizetype number);
    void mark();
    QToolButton *addButton(const QString &name, const QString &tip);

    JsonView &m_page;
    const Theme &m_theme;
    QLineEdit *m_words;
    AccessibleLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QList<QTextCursor> m_matches;
    qsizetype m_chosen = -1;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tokeni
