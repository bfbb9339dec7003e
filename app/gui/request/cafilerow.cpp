// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/cafilerow.h"

#include "gui/controls/elidedfield.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/styleproperty.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileDialog>

namespace tokeni {

using namespace Qt::StringLiterals;

CaFileRow::CaFileRow(Drafts &drafts, const Theme &theme, int captionWidth, QWidget *parent)
    : QWidget(parent), m_drafts(drafts), m_field(new ElidedField(Qt::ElideMiddle)),
      m_choose(m_field->addAction(QIcon(), QLineEdit::TrailingPosition))
{
    m_field->setAccessibleName(tr("CA file"));
    m_field->setPlaceholderText(tr("None: only the system's authorities are trusted"));
    m_choose->setText(tr("Choose a file"));
    m_choose->setToolTip(tr("Choose a file"));
    auto *caption = plainLabel(u"caption"_s, tr("CA file"));
    caption->setMinimumWidth(captionWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, Theme::length(u"gap"_s));
    row->setSpacing(Theme::length(u"gap"_s));
    row->addWidget(caption);
    row->addWidget(m_field, 1);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_drafts.setCaFile(m_environment.id, text);
        Q_EMIT edited();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &CaFileRow::submitted);
    connect(m_choose, &QAction::triggered, this, &CaFileRow::choose);
    connect(&m_drafts, &Drafts::changed, this, [this](const QString &id) {
        if (id == m_environment.id)
            showDraft();
    });
    const auto follow = [this, &theme] { m_choose->setIcon(theme.icon(u"folder"_s, u"mute"_s)); };
    connect(&theme, &Theme::changed, this, follow);
    follow();
}

void CaFileRow::setEnvironment(const Environment &environment)
{
    m_environment = environment;
    showDraft();
    setVisible(!environment.caFile.isEmpty() || !m_field->text().isEmpty());
}

void CaFileRow::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void CaFileRow::showProblem(const QString &text)
{
    m_field->setAccessibleDescription(text);
    setStyleProperty(m_field, "wrong", !text.isEmpty());
}

void CaFileRow::choose()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Choose a CA file"), {}, tr("Certificates (*.pem *.crt);;All files (*)"));
    if (!file.isEmpty())
        m_field->setText(file);
}

void CaFileRow::showDraft()
{
    const QString file = m_drafts.caFile(m_environment.id);
    if (file != m_field->text()) {
        m_field->setText(file);
        m_field->setCursorPosition(0);
    }
}

} // namespace tokeni
