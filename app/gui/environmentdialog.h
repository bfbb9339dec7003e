// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environmentlist.h"
#include "gui/theme.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace tokeni {

/*! Asks for an environment's name, kind, URL and CA file. What is wrong is said beside its field,
 * and the dialog stays with all that was typed until it is put right or cancelled. */
class EnvironmentDialog : public QDialog
{
    Q_OBJECT
public:
    /*! Takes the environment, or says why not. */
    using Accept = std::function<std::optional<EnvironmentProblem>(const Environment &)>;

    EnvironmentDialog(const QString &title, const Environment &environment, Accept takeEnvironment,
                      const Theme &theme, QWidget *parent = nullptr);

    void accept() override;
    void focusName();

private:
    struct Field
    {
        QLineEdit *edit;
        QLabel *problem;
    };
    Field addField(QFormLayout *form, const QString &caption, const QString &text);
    void followKind();
    void chooseCaFile();
    void showProblem(const EnvironmentProblem &problem);

    Environment m_environment;
    Accept m_take;
    Field m_name;
    QComboBox *m_kind;
    Field m_url;
    Field m_caFile;
    QLabel *m_problem;
};

} // namespace tokeni
