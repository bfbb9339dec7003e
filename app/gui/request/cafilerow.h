// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/drafts.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace tokeni {

/*! The CA file of an environment; hidden if neither the environment nor its draft has one. What the
 *  user types or chooses is put into the drafts. */
class CaFileRow : public QWidget
{
    Q_OBJECT
public:
    /*! \a drafts and \a theme must outlive this widget. \a captionWidth: see
     *  KeysForm::captionWidth(). */
    CaFileRow(Drafts &drafts, const Theme &theme, int captionWidth, QWidget *parent = nullptr);

    /*! Shows that environment, with its unsaved changes. */
    void setEnvironment(const Environment &environment);
    void focusField();
    /*! Marks the field as wrong, with \a text as its description; an empty \a text removes the
     *  mark. */
    void showProblem(const QString &text);

Q_SIGNALS:
    void edited();
    /*! Return was pressed in the field. */
    void submitted();

private:
    void choose();
    void showDraft();

    Drafts &m_drafts;
    Environment m_environment;
    QLineEdit *m_field;
    QAction *m_choose;
};

} // namespace tokeni
