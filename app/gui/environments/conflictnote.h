// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokeni {

class ElidedLabel;

/*! Says below a field that another program has changed what is edited there, with both values, and
 *  lets the user choose one. Hidden while there is nothing to choose. */
class ConflictNote : public QWidget
{
    Q_OBJECT
public:
    /*! \a caption is the field's. */
    explicit ConflictNote(const QString &caption, QWidget *parent = nullptr);

    /*! Asks which of the two values to keep; an empty one is called "nothing". */
    void ask(const QString &mine, const QString &theirs);
    /*! True from ask() until the user has chosen. */
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    /*! Gives the focus to the choice. */
    void focusChoice();

Q_SIGNALS:
    /*! The user has chosen; \a theirs tells which value. */
    void chosen(bool theirs);

private:
    void choose(bool theirs);

    ElidedLabel *m_theirs;
    ElidedLabel *m_mine;
    QPushButton *m_keep;
};

} // namespace tokeni
