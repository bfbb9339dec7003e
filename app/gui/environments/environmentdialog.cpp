// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/environmentdialog.h"

#include "core/environment/knownhosts.h"
#include "gui/controls/elidedfield.h"
#include "gui/controls/tokenurlnote.h"
#include "gui/environments/conflictnote.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString urlText(const Environment &environment)
{
    return environment.tokenUrl.toString(QUrl::FullyEncoded);
}

} // namespace

EnvironmentDialog::EnvironmentDialog(const QString &title, const Environment &environment,
                                     Accept takeEnvironment, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_stored(environment), m_take(std::move(takeEnvironment)),
      m_kind(new QComboBox), m_urlNote(new TokenUrlNote), m_problem(new QLabel)
{
    setWindowTitle(title);
    setMinimumWidth(Theme::length(u"dialogWidth"_s));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    m_name = addField(form, tr("Name"), environment.name);
    for (const auto &[kind, text] : {
             std::pair{EnvironmentKind::Sandbox, tr("Sandbox: Safaricom's test system")},
             std::pair{EnvironmentKind::Production, tr("Production: real money")},
             std::pair{EnvironmentKind::Simulator, tr("Simulator: on this computer, built in")},
             std::pair{EnvironmentKind::Custom, tr("Custom: another server")},
         })
        m_kind->addItem(text, int(kind));
    m_kind->setAccessibleName(tr("Kind"));
    chooseKind(environment.chosenKind);
    auto *kindCell = new QVBoxLayout;
    kindCell->setSpacing(3);
    kindCell->addWidget(m_kind);
    m_kindConflict = addConflict(kindCell, tr("Kind"));
    form->addRow(tr("Kind"), kindCell);
    m_url = addField(form, tr("Token URL"), urlText(environment));
    m_url.cell->insertWidget(1, m_urlNote);
    m_caFile = addField(form, tr("CA file"), environment.caFile);
    m_caFile.edit->setPlaceholderText(tr("None: only the system's authorities are trusted"));
    QAction *choose = m_caFile.edit->addAction(QIcon(), QLineEdit::TrailingPosition);
    const auto followTheme
        = [choose, &theme] { choose->setIcon(theme.icon(u"folder"_s, u"mute"_s)); };
    connect(&theme, &Theme::changed, choose, followTheme);
    followTheme();
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

    for (Field *field : {&m_name, &m_url, &m_caFile}) {
        connect(field->conflict, &ConflictNote::chosen, this, [field](bool theirs) {
            if (theirs)
                field->edit->setText(field->stored);
        });
        connect(field->edit, &QLineEdit::textEdited, field->conflict, [field](const QString &mine) {
            if (field->conflict->isOpen())
                field->conflict->ask(mine, field->stored);
        });
    }
    connect(m_kindConflict, &ConflictNote::chosen, this, [this](bool theirs) {
        if (theirs)
            chooseKind(m_stored.chosenKind);
    });
    const auto remark = [this] {
        m_urlNote->setUrl(completedUrl(m_url.edit->text()));
        makeRoom();
    };
    connect(m_url.edit, &QLineEdit::textChanged, this, remark);
    connect(m_url.edit, &QLineEdit::editingFinished, this, &EnvironmentDialog::completeUrl);
    connect(m_urlNote, &TokenUrlNote::chosen, this, &EnvironmentDialog::setUrl);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EnvironmentDialog::followKind);
    connect(choose, &QAction::triggered, this, &EnvironmentDialog::chooseCaFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &EnvironmentDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { QDialog::reject(); });
    remark();
}

EnvironmentDialog::Field EnvironmentDialog::addField(QFormLayout *form, const QString &caption,
                                                     const QString &text)
{
    Field field{new ElidedField(Qt::ElideRight), new QLabel, new QVBoxLayout, nullptr, text};
    field.edit->setText(text);
    field.edit->setAccessibleName(caption);
    field.edit->setCursorPosition(0);
    field.problem->setObjectName(u"problem"_s);
    field.problem->setTextFormat(Qt::PlainText);
    field.problem->setWordWrap(true);
    field.problem->hide();
    field.cell->setSpacing(3);
    field.cell->addWidget(field.edit);
    field.cell->addWidget(field.problem);
    field.conflict = addConflict(field.cell, caption);
    form->addRow(caption, field.cell);
    connect(field.edit, &QLineEdit::textEdited, field.problem, &QLabel::hide);
    return field;
}

ConflictNote *EnvironmentDialog::addConflict(QLayout *cell, const QString &caption)
{
    auto *conflict = new ConflictNote(caption);
    cell->addWidget(conflict);
    connect(conflict, &ConflictNote::chosen, m_problem, &QLabel::hide);
    return conflict;
}

// A field that shows the stored value is not an edit, even if Tokeni would write that value
// differently.
EnvironmentEdit EnvironmentDialog::edit() const
{
    EnvironmentEdit edit{m_stored, m_stored};
    edit.after.chosenKind = kind();
    if (m_name.edit->text() != m_name.stored)
        edit.after.name = m_name.edit->text();
    if (m_url.edit->text() != m_url.stored)
        edit.after.tokenUrl = completedUrl(m_url.edit->text());
    if (m_caFile.edit->text() != m_caFile.stored)
        edit.after.caFile = m_caFile.edit->text().trimmed();
    return edit;
}

EnvironmentKind EnvironmentDialog::kind() const
{
    return EnvironmentKind(m_kind->currentData().toInt());
}

void EnvironmentDialog::accept()
{
    for (const ConflictNote *conflict :
         {m_name.conflict, m_kindConflict, m_url.conflict, m_caFile.conflict}) {
        if (conflict->isOpen()) {
            showProblem({EnvironmentProblem::Kind::ChangedMeanwhile});
            return;
        }
    }
    completeUrl();
    const EnvironmentEdit wanted = edit();
    if (m_judge && !m_judge(wanted, [this] { accept(); }))
        return;
    if (const auto problem = m_take(wanted))
        showProblem(*problem);
    else
        QDialog::accept();
}

void EnvironmentDialog::reject()
{
    if (const EnvironmentEdit typed = edit(); typed.after == typed.before) {
        QDialog::reject();
        return;
    }
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(windowTitle());
    question->setText(tr("Discard your changes?"));
    QPushButton *yes = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void EnvironmentDialog::follow(const Environment &stored)
{
    followField(m_name, stored.name);
    followStoredKind(stored.chosenKind);
    followField(m_url, urlText(stored));
    followField(m_caFile, stored.caFile);
    m_stored = stored;
    makeRoom();
}

void EnvironmentDialog::followField(Field &field, const QString &stored)
{
    const QString before = std::exchange(field.stored, stored);
    const QString mine = field.edit->text();
    if (mine == before && !field.conflict->isOpen())
        field.edit->setText(stored);
    else if (mine == stored)
        field.conflict->hide();
    else if (stored != before)
        field.conflict->ask(mine, stored);
}

void EnvironmentDialog::followStoredKind(EnvironmentKind stored)
{
    const auto text
        = [this](EnvironmentKind kind) { return m_kind->itemText(m_kind->findData(int(kind))); };
    if (kind() == m_stored.chosenKind && !m_kindConflict->isOpen())
        chooseKind(stored);
    else if (kind() == stored)
        m_kindConflict->hide();
    else if (stored != m_stored.chosenKind)
        m_kindConflict->ask(text(kind()), text(stored));
}

// Does not change the URL.
void EnvironmentDialog::chooseKind(EnvironmentKind kind)
{
    const QSignalBlocker unheard(m_kind);
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
}

void EnvironmentDialog::focusName()
{
    m_name.edit->setFocus(Qt::OtherFocusReason);
    m_name.edit->selectAll();
}

// The URL follows the kind as long as it is one that Tokeni has filled in.
void EnvironmentDialog::followKind()
{
    const QUrl url = completedUrl(m_url.edit->text());
    const Service service = serviceOf(url).value_or(Service::Daraja);
    const auto urlOf = [service](EnvironmentKind kind) {
        const QUrl inThatCountry = tokenUrlOf(service, kind);
        return inThatCountry.isEmpty() ? defaultTokenUrl(kind) : inThatCountry;
    };
    bool ours = m_url.edit->text().trimmed().isEmpty();
    for (int i = 0; i < m_kind->count(); ++i) {
        const QUrl filledIn = urlOf(EnvironmentKind(m_kind->itemData(i).toInt()));
        ours = ours || (!filledIn.isEmpty() && url == filledIn);
    }
    if (ours)
        setUrl(urlOf(kind()));
}

void EnvironmentDialog::completeUrl()
{
    const QUrl url = completedUrl(m_url.edit->text());
    if (url.isValid() && url != typedUrl(m_url.edit->text()))
        setUrl(url);
}

void EnvironmentDialog::setUrl(const QUrl &url)
{
    m_url.edit->setText(url.toString(QUrl::FullyEncoded));
    m_url.edit->setCursorPosition(0);
    m_url.problem->hide();
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
    label->setText(problem.message());
    // Unless the note below the URL says it already.
    label->setVisible(problem.message() != m_urlNote->text());
    makeRoom();
    for (ConflictNote *conflict :
         {m_caFile.conflict, m_url.conflict, m_kindConflict, m_name.conflict}) {
        if (conflict->isOpen())
            conflict->focusChoice();
    }
    if (edit) {
        edit->setAccessibleDescription(problem.message());
        edit->setFocus(Qt::OtherFocusReason);
    }
}

// The messages beside the fields need room. The dialog does not shrink again, since that would move
// things while the user is working.
void EnvironmentDialog::makeRoom()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace tokeni
