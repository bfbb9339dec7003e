// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokeni {

class ElidedLabel;

/*! A note below a field: another program has changed the value that is being edited there. Shows
 *  both values, and lets the user choose one. Hidden while there is nothing to choose. */
class ConflictNote : public QWidget
{
    Q_OBJECT
public:
    /*! \a caption: the field's caption. */
    explicit ConflictNote(const QString &caption, QWidget *parent = nullptr);

    /*! Asks which of the two values to keep; an empty value is shown as "nothing". */
    void ask(const QString &mine, const QString &theirs);
    /*! True from ask() until the user has chosen. */
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    /*! Moves the focus to the choice. */
    void focusChoice();

Q_SIGNALS:
    /*! The user has chosen; \a theirs: chose the other program's value. */
    void chosen(bool theirs);

private:
    void choose(bool theirs);

    ElidedLabel *m_theirs;
    ElidedLabel *m_mine;
    QPushButton *m_keep;
};

} // namespace tokeni
