// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/importrow.h"

#include "gui/kindbadge.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

QString actionText(Action action, const QString &existingName)
{
    switch (action) {
    case Action::Add:
        return ImportRow::tr("Add as a new environment");
    case Action::GiveKeys:
        return ImportRow::tr("Put the keys into “%1”, which has none").arg(existingName);
    case Action::ReplaceKeys:
        return ImportRow::tr("Replace the keys of “%1”").arg(existingName);
    case Action::Skip:
        break;
    }
    return {};
}

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

} // namespace

ImportRow::ImportRow(const Content &content, QWidget *parent)
    : QFrame(parent), m_offer(content.offer), m_existingName(content.existingName),
      m_wantedName(m_offer.environment.name), m_taken(new QCheckBox), m_name(new QLineEdit),
      m_action(new QComboBox), m_problem(plainLabel(u"problem"_s))
{
    setObjectName(u"card"_s);
    const QString called = m_offer.environment.name;
    m_taken->setAccessibleName(tr("Import “%1”").arg(called));
    m_taken->setChecked(m_offer.preset != Action::Skip);
    m_taken->setEnabled(!m_offer.choices.isEmpty());
    m_name->setAccessibleName(tr("Name for “%1”").arg(called));
    m_action->setAccessibleName(tr("What to do with “%1”").arg(called));
    for (const Action action : m_offer.choices)
        m_action->addItem(actionText(action, m_existingName), int(action));
    m_action->setCurrentIndex(std::max(0, m_action->findData(int(m_offer.preset))));
    auto *badge = new KindBadge;
    badge->setKind(m_offer.environment.kind());
    auto *host = plainLabel(u"small"_s, m_offer.environment.tokenUrl.authority(QUrl::FullyEncoded));
    auto *keys = plainLabel(u"small"_s,
                            m_offer.hasKeys ? tr("Keys found: %1").arg(content.maskedKey)
                                            : tr("No keys found"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::length(u"rowInset"_s), Theme::length(u"rowInset"_s),
                             Theme::length(u"cardInset"_s), Theme::length(u"rowInset"_s));
    grid->setHorizontalSpacing(Theme::length(u"titleGap"_s));
    grid->setVerticalSpacing(Theme::length(u"smallGap"_s));
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_taken, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(badge, 0, 2, Qt::AlignVCenter);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(Theme::length(u"wideGap"_s));
    facts->addWidget(host);
    facts->addWidget(keys);
    facts->addStretch();
    grid->addLayout(facts, 1, 1, 1, 2);
    grid->addWidget(m_action, 2, 1, 1, 2);
    m_action->setVisible(m_offer.choices.size() > 1);
    if (!content.notes.isEmpty())
        grid->addWidget(wrapped(plainLabel(u"small"_s, content.notes.join(u'\n'))), 3, 1, 1, 2);
    grid->addWidget(wrapped(m_problem), 4, 1, 1, 2);
    m_problem->hide();
    if (m_offer.problem)
        showProblem(m_offer.problem->words());

    connect(m_taken, &QCheckBox::toggled, this, &ImportRow::followAction);
    connect(m_action, &QComboBox::currentIndexChanged, this, &ImportRow::followAction);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_wantedName = text;
        m_problem->hide();
    });
    followAction();
}

ImportOffer::Action ImportRow::action() const
{
    return m_taken->isChecked() ? Action(m_action->currentData().toInt()) : Action::Skip;
}

QString ImportRow::name() const
{
    return m_wantedName;
}

void ImportRow::showProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->show();
    m_taken->setAccessibleDescription(words);
    if (m_name->isEnabled())
        m_name->setFocus(Qt::OtherFocusReason);
}

// The name is one's own to choose for a new environment; else it shows who gets the keys.
void ImportRow::followAction()
{
    const Action chosen = action();
    const bool keysAlone = chosen == Action::GiveKeys || chosen == Action::ReplaceKeys;
    m_name->setText(keysAlone ? m_existingName : m_wantedName);
    m_name->setCursorPosition(0);
    m_name->setEnabled(chosen == Action::Add);
    m_action->setEnabled(m_taken->isChecked());
    if (!m_offer.problem)
        m_problem->hide();
    Q_EMIT changed();
}

} // namespace tokeni
