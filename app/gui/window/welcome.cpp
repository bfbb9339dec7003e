// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/welcome.h"

#include "gui/controls/elidedbutton.h"
#include "gui/controls/elidedlabel.h"
#include "gui/theme/styleproperty.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The first environment whose kind is one of \a kinds; empty if there is none.
QString firstOf(const Environments &environments, std::initializer_list<EnvironmentKind> kinds)
{
    for (const EnvironmentKind kind : kinds) {
        for (const Environment &environment : environments.list().all()) {
            if (environment.kind() == kind)
                return environment.id;
        }
    }
    return {};
}

} // namespace

Welcome::Welcome(const Environments &environments, const KeyRing &keyRing, const Tokens &tokens,
                 const Theme &theme, QWidget *parent)
    : QFrame(parent), m_environments(environments), m_keyRing(keyRing), m_tokens(tokens),
      m_theme(theme)
{
    setObjectName(u"welcome"_s);
    setAccessibleName(tr("Welcome"));
    auto *title = new ElidedLabel;
    title->setObjectName(u"welcomeTitle"_s);
    title->setText(tr("Welcome to Tokeni"));
    auto *skip = new QPushButton(tr("Skip"));
    skip->setObjectName(u"link"_s);
    skip->setAccessibleName(tr("Skip the welcome"));
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(skip);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"rowInset"_s), Theme::length(u"gap"_s),
                               Theme::length(u"rowInset"_s), Theme::length(u"gap"_s));
    layout->setSpacing(Theme::length(u"smallGap"_s));
    layout->addLayout(top);
    for (const Step step : {GetToken, CopyHeader, EnterKeys}) {
        auto *button = new ElidedButton<QPushButton>;
        button->setObjectName(u"step"_s);
        m_steps[step] = button;
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, step] { choose(step); });
        paintStep(step);
    }
    connect(skip, &QPushButton::clicked, this, &Welcome::finished);
    connect(&m_keyRing, &KeyRing::changed, this, &Welcome::follow);
    connect(&m_tokens, &Tokens::changed, this, &Welcome::follow);
    connect(&m_theme, &Theme::changed, this, [this] {
        for (int step = 0; step < StepCount; ++step)
            paintStep(Step(step));
    });
}

QString Welcome::textOf(Step step)
{
    switch (step) {
    case GetToken:
        return tr("Try the simulator");
    case CopyHeader:
        return tr("Copy the header");
    case EnterKeys:
        return tr("Paste your keys");
    case StepCount:
        break;
    }
    Q_UNREACHABLE();
}

void Welcome::follow()
{
    if (m_done[GetToken] && m_done[EnterKeys])
        return;
    for (const Environment &environment : m_environments.list().all()) {
        if (m_tokens.token(environment.id))
            setDone(GetToken);
        if (m_keyRing.state(environment.id).kind == KeysState::Kind::StoredSecret
            && environment.kind() != EnvironmentKind::Simulator)
            setDone(EnterKeys);
    }
}

void Welcome::takeStock()
{
    m_endsItself = false;
    follow();
    m_endsItself = !m_done[EnterKeys];
}

void Welcome::choose(Step step)
{
    using Kind = EnvironmentKind;
    if (m_environments.list().all().isEmpty())
        return;
    if (step == GetToken)
        Q_EMIT tokenRequested(firstOf(
            m_environments, {Kind::Simulator, Kind::Sandbox, Kind::Custom, Kind::Production}));
    else if (step == CopyHeader)
        Q_EMIT copyWanted();
    else
        Q_EMIT keysWanted(firstOf(
            m_environments, {Kind::Sandbox, Kind::Custom, Kind::Production, Kind::Simulator}));
}

void Welcome::setCopied()
{
    setDone(CopyHeader);
}

void Welcome::setDone(Step step)
{
    if (std::exchange(m_done[step], true))
        return;
    paintStep(step);
    if (step == EnterKeys && m_endsItself)
        Q_EMIT finished();
}

void Welcome::paintStep(Step step)
{
    QPushButton *button = m_steps[step];
    button->setText(textOf(step));
    button->setAccessibleDescription(m_done[step] ? tr("Done") : QString());
    button->setIcon(m_done[step] ? m_theme.icon(u"step-done"_s, u"accent"_s)
                                 : m_theme.icon(u"step"_s, u"mute"_s));
    setStyleProperty(button, "done", m_done[step]);
}

} // namespace tokeni
