// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/diagnosisview.h"

#include "gui/readout.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

DiagnosisView::DiagnosisView(QWidget *parent)
    : QWidget(parent), m_title(new Readout(tr("Diagnosis"))), m_serverSaid(new QLabel),
      m_advice(new QLabel), m_editKeys(new QPushButton(tr("Edit keys"))),
      m_portal(new QPushButton(tr("Open the portal"))), m_retry(new QPushButton(tr("Try again")))
{
    m_title->setObjectName(u"diagnosisTitle"_s);
    m_title->setWordWrap(true);
    m_serverSaid->setObjectName(u"caption"_s);
    for (QLabel *label : {m_serverSaid, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(m_title);
    words->addWidget(m_serverSaid);
    words->addWidget(m_advice);
    words->addStretch();

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Theme::length(u"gap"_s));
    for (QPushButton *button : {m_editKeys, m_portal, m_retry}) {
        button->setMinimumWidth(Theme::length(u"buttonWidth"_s));
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3, 0, 0, 0);
    layout->setSpacing(Theme::length(u"wideGap"_s));
    layout->addLayout(words, 1);
    layout->addLayout(buttons);

    connect(m_editKeys, &QPushButton::clicked, this, &DiagnosisView::editKeysRequested);
    connect(m_retry, &QPushButton::clicked, this, &DiagnosisView::retryRequested);
    connect(m_portal, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(darajaPortal()); });
}

void DiagnosisView::show(const TokenError &error, const Environment &environment)
{
    const Diagnosis diagnosis = diagnose(error, environment);
    QStringList advice = diagnosis.advice;
    for (QString &line : advice)
        line.prepend(u"•  "_s);
    m_serverSaid->setText(diagnosis.serverSaid);
    m_serverSaid->setVisible(!diagnosis.serverSaid.isEmpty());
    m_advice->setText(advice.join(u'\n'));
    m_title->show(
        diagnosis.title,
        (QStringList{diagnosis.title, diagnosis.serverSaid} + diagnosis.advice).join(u' '));

    using Group = TokenError::Group;
    const Group group = error.group();
    m_editKeys->setVisible(group == Group::Keys || group == Group::Refused
                           || group == Group::Keychain);
    m_portal->setVisible((group == Group::Keys || group == Group::Refused)
                         && (environment.kind == EnvironmentKind::Sandbox
                             || environment.kind == EnvironmentKind::Production));
}

} // namespace tokeni
