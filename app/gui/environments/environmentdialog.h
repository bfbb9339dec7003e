// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentedit.h"
#include "core/environment/environmentlist.h"
#include "gui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tokeni {

class ConflictNote;
class TokenUrlNote;

/*! Asks for an environment's name, kind, URL and CA file. Problems are shown beside their field,
 *  and the dialog stays open with everything that was typed until they are corrected or the dialog
 *  is cancelled. If another program changes the environment meanwhile, fields that were not edited
 *  are updated; for those that were, the user chooses. */
class EnvironmentDialog : public QDialog
{
    Q_OBJECT
public:
    /*! Accepts the edit, or returns why not. */
    using Accept = std::function<std::optional<EnvironmentProblem>(const EnvironmentEdit &)>;

    /*! Returns true if the edit may be accepted now. Otherwise the user is asked, and \a agreed is
     *  called if the user agrees. */
    using Judge = std::function<bool(const EnvironmentEdit &, const std::function<void()> &agreed)>;

    /*! \a theme must outlive the dialog. */
    EnvironmentDialog(const QString &title, const Environment &environment, Accept takeEnvironment,
                      const Theme &theme, QWidget *parent = nullptr);

    /*! \a judge is called before an edit is accepted. */
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    /*! Call when the stored environment has changed. */
    void follow(const Environment &stored);
    void accept() override;
    /*! Called for Esc or the close button of the window frame: asks before typed changes are lost.
     */
    void reject() override;
    void focusName();

private:
    struct Field
    {
        QLineEdit *edit;
        QLabel *problem;
        QVBoxLayout *cell; // Of the edit and everything that is said about it.
        ConflictNote *conflict;
        QString stored; // The field's value before it was edited here.
    };
    Field addField(QFormLayout *form, const QString &caption, const QString &text);
    [[nodiscard]] ConflictNote *addConflict(QLayout *cell, const QString &caption);
    [[nodiscard]] EnvironmentEdit edit() const;
    [[nodiscard]] EnvironmentKind kind() const;
    void followField(Field &field, const QString &stored);
    void followStoredKind(EnvironmentKind stored);
    void followKind();
    void completeUrl();
    void setUrl(const QUrl &url);
    void chooseKind(EnvironmentKind kind);
    void chooseCaFile();
    void showProblem(const EnvironmentProblem &problem);
    void makeRoom();

    Environment m_stored; // As far as it is known.
    Accept m_take;
    Judge m_judge = {};
    Field m_name;
    QComboBox *m_kind;
    ConflictNote *m_kindConflict;
    Field m_url;
    TokenUrlNote *m_urlNote;
    Field m_caFile;
    QLabel *m_problem;
};

} // namespace tokeni
