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

namespace tokeni {

class ConflictNote;

/*! Asks for an environment's name, kind, URL and CA file. What is wrong is said beside its field,
 *  and the dialog stays with all that was typed until it is put right or cancelled. Where another
 *  program changes the environment meanwhile, fields that were not edited follow; for those that
 *  were the user chooses. */
class EnvironmentDialog : public QDialog
{
    Q_OBJECT
public:
    /*! Takes the edit, or says why not. */
    using Accept = std::function<std::optional<EnvironmentProblem>(const EnvironmentEdit &)>;

    /*! True when the edit may be taken now. Else the user is asked, and \a agreed called when he
     *  agrees. */
    using Judge = std::function<bool(const EnvironmentEdit &, const std::function<void()> &agreed)>;

    /*! \a theme must outlive the dialog. */
    EnvironmentDialog(const QString &title, const Environment &environment, Accept takeEnvironment,
                      const Theme &theme, QWidget *parent = nullptr);

    /*! Asked before an edit is taken. */
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    /*! The environment is stored like this now. */
    void follow(const Environment &stored);
    void accept() override;
    /*! By Esc or the dialog's frame: asks before typed changes are lost. */
    void reject() override;
    void focusName();

private:
    struct Field
    {
        QLineEdit *edit;
        QLabel *problem;
        ConflictNote *conflict;
        QString stored; // What the field was before anybody edited it here.
    };
    Field addField(QFormLayout *form, const QString &caption, const QString &text);
    [[nodiscard]] ConflictNote *addConflict(QLayout *cell, const QString &caption);
    [[nodiscard]] EnvironmentEdit edit() const;
    [[nodiscard]] EnvironmentKind kind() const;
    void followField(Field &field, const QString &stored);
    void followStoredKind(EnvironmentKind stored);
    void followKind();
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
    Field m_caFile;
    QLabel *m_problem;
};

} // namespace tokeni
