// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environmentdialog.h"

#include "gui/elidedfield.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokeni {

using namespace Qt::StringLiterals;

EnvironmentDialog::EnvironmentDialog(const QString &title, const Environment &environment,
                                     Accept takeEnvironment, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_environment(environment), m_take(std::move(takeEnvironment)),
      m_kind(new QComboBox), m_problem(new QLabel)
{
    setWindowTitle(title);
    setMinimumWidth(Theme::length(u"dialogWidth"_s));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    m_name = addField(form, tr("Name"), environment.name);
    for (const auto &[kind, words] : {
             std::pair{EnvironmentKind::Sandbox, tr("Sandbox: Safaricom's test system")},
             std::pair{EnvironmentKind::Production, tr("Production: real money")},
             std::pair{EnvironmentKind::Simulator, tr("Simulator: on this computer, built in")},
             std::pair{EnvironmentKind::Custom, tr("Custom: another server")},
         })
        m_kind->addItem(words, int(kind));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setCurrentIndex(m_kind->findData(int(environment.chosenKind)));
    form->addRow(tr("Kind"), m_kind);
    m_url = addField(form, tr("Token URL"), environment.tokenUrl.toString(QUrl::FullyEncoded));
    m_caFile = addField(form, tr("CA file"), environment.caFile);
    m_caFile.edit->setPlaceholderText(tr("None: the system's authorities are enough"));
    QAction *choose
        = m_caFile.edit->addAction(theme.icon(u"folder"_s, u"mute"_s), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a file"));
    choose->setToolTip(tr("Choose a file"));

    m_problem->setObjectName(u"problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton *ok = buttons->addButton(tr("Save environment"), QDialogButtonBox::AcceptRole);
    ok->setProperty("primary", true);
    ok->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &EnvironmentDialog::followKind);
    connect(choose, &QAction::triggered, this, &EnvironmentDialog::chooseCaFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &EnvironmentDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &EnvironmentDialog::reject);
}

EnvironmentDialog::Field EnvironmentDialog::addField(QFormLayout *form, const QString &caption,
                                                     const QString &text)
{
    Field field{new ElidedField(Qt::ElideRight), new QLabel};
    field.edit->setText(text);
    field.edit->setAccessibleName(caption);
    field.edit->setCursorPosition(0);
    field.problem->setObjectName(u"problem"_s);
    field.problem->setTextFormat(Qt::PlainText);
    field.problem->setWordWrap(true);
    field.problem->hide();
    auto *cell = new QVBoxLayout;
    cell->setSpacing(3);
    cell->addWidget(field.edit);
    cell->addWidget(field.problem);
    form->addRow(caption, cell);
    connect(field.edit, &QLineEdit::textEdited, field.problem, &QLabel::hide);
    return field;
}

void EnvironmentDialog::accept()
{
    Environment wanted = m_environment;
    wanted.name = m_name.edit->text();
    wanted.chosenKind = EnvironmentKind(m_kind->currentData().toInt());
    wanted.tokenUrl = typedUrl(m_url.edit->text());
    wanted.caFile = m_caFile.edit->text().trimmed();
    if (const auto problem = m_take(wanted))
        showProblem(*problem);
    else
        QDialog::accept();
}

void EnvironmentDialog::focusName()
{
    m_name.edit->setFocus(Qt::OtherFocusReason);
    m_name.edit->selectAll();
}

// The URL goes with the kind as long as it is one that Tokeni has put there.
void EnvironmentDialog::followKind()
{
    const QString url = m_url.edit->text().trimmed();
    bool ours = url.isEmpty();
    for (int i = 0; i < m_kind->count(); ++i)
        ours = ours
            || url == defaultTokenUrl(EnvironmentKind(m_kind->itemData(i).toInt())).toString();
    if (ours) {
        m_url.edit->setText(
            defaultTokenUrl(EnvironmentKind(m_kind->currentData().toInt())).toString());
        m_url.edit->setCursorPosition(0);
        m_url.problem->hide();
    }
}

void EnvironmentDialog::chooseCaFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Choose a CA file"), {}, tr("Certificates (*.pem *.crt);;All files (*)"));
    if (!file.isEmpty())
        m_caFile.edit->setText(file);
}

void EnvironmentDialog::showProblem(const EnvironmentProblem &problem)
{
    QLabel *label = m_problem;
    QLineEdit *edit = nullptr;
    switch (problem.field()) {
    case EnvironmentProblem::Field::Name:
        std::tie(label, edit) = std::tuple(m_name.problem, m_name.edit);
        break;
    case EnvironmentProblem::Field::TokenUrl:
        std::tie(label, edit) = std::tuple(m_url.problem, m_url.edit);
        break;
    case EnvironmentProblem::Field::CaFile:
        std::tie(label, edit) = std::tuple(m_caFile.problem, m_caFile.edit);
        break;
    case EnvironmentProblem::Field::None:
        break;
    }
    label->setText(problem.words());
    label->show();
    // The label's lines want their room; the dialog gets no smaller again under the user's hands.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    if (edit) {
        edit->setAccessibleDescription(problem.words());
        edit->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace tokeni
