// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/importrow.h"

#include "core/text/visibletext.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/kindbadge.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

QString choiceText(Action action, const ImportRow::Target &target)
{
    switch (action) {
    case Action::Add:
        return ImportRow::tr("Add as a new environment");
    case Action::GiveKeys:
        return target.host.isEmpty()
            ? ImportRow::tr("Put the keys into “%1”, which has none").arg(target.name)
            : ImportRow::tr("Put the keys into “%1” at %2, which has none")
                  .arg(target.name, target.host);
    case Action::ReplaceKeys:
        return target.host.isEmpty()
            ? ImportRow::tr("Replace the keys of “%1”").arg(target.name)
            : ImportRow::tr("Replace the keys of “%1” at %2").arg(target.name, target.host);
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
    : QFrame(parent), m_offer(content.offer), m_targets(content.targets),
      m_wantedName(m_offer.environment.name), m_taken(new QCheckBox), m_name(new QLineEdit),
      m_choices(new QComboBox), m_problem(plainLabel(u"problem"_s))
{
    setObjectName(u"card"_s);
    const QString called = m_offer.environment.name;
    m_taken->setAccessibleName(tr("Import “%1”").arg(called));
    m_taken->setChecked(m_offer.preset.action != Action::Skip);
    m_taken->setEnabled(!m_offer.choices.isEmpty());
    m_name->setAccessibleName(tr("Name for “%1”").arg(called));
    m_choices->setAccessibleName(tr("What to do with “%1”").arg(called));
    // Long names must not widen the dialog.
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setMinimumContentsLength(20);
    for (const ImportOffer::Choice &choice : m_offer.choices)
        m_choices->addItem(choiceText(choice.action, m_targets.value(choice.id)));
    m_choices->setCurrentIndex(std::max(0, int(m_offer.choices.indexOf(m_offer.preset))));
    auto *badge = new KindBadge;
    badge->setKind(m_offer.environment.kind());
    auto *inTheFile = new ElidedLabel;
    inTheFile->setObjectName(u"small"_s);
    inTheFile->setTextFormat(Qt::PlainText);
    inTheFile->setText(tr("In the file: “%1”").arg(isolated(m_offer.fileName)));
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
    grid->addWidget(inTheFile, 1, 1, 1, 2);
    grid->addLayout(facts, 2, 1, 1, 2);
    grid->addWidget(m_choices, 3, 1, 1, 2);
    m_choices->setVisible(m_offer.choices.size() > 1);
    if (!content.notes.isEmpty())
        grid->addWidget(wrapped(plainLabel(u"small"_s, content.notes.join(u'\n'))), 4, 1, 1, 2);
    grid->addWidget(wrapped(m_problem), 5, 1, 1, 2);
    m_problem->hide();
    if (m_offer.problem)
        showProblem(m_offer.problem->message());

    connect(m_taken, &QCheckBox::toggled, this, &ImportRow::followChoice);
    connect(m_choices, &QComboBox::currentIndexChanged, this, &ImportRow::followChoice);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_wantedName = text;
        m_problem->hide();
    });
    followChoice();
}

ImportOffer::Choice ImportRow::choice() const
{
    return m_taken->isChecked() ? m_offer.choices.value(m_choices->currentIndex())
                                : ImportOffer::Choice();
}

QString ImportRow::name() const
{
    return m_wantedName;
}

void ImportRow::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    m_taken->setAccessibleDescription(text);
    if (m_name->isEnabled())
        m_name->setFocus(Qt::OtherFocusReason);
}

// For a new environment the name can be edited; otherwise the field shows which environment gets
// the keys.
void ImportRow::followChoice()
{
    const ImportOffer::Choice chosen = choice();
    m_name->setText(chosen.id.isEmpty() ? m_wantedName : m_targets.value(chosen.id).name);
    m_name->setCursorPosition(0);
    m_name->setEnabled(chosen.action == Action::Add);
    m_choices->setEnabled(m_taken->isChecked());
    if (!m_offer.problem)
        m_problem->hide();
    Q_EMIT changed();
}

} // namespace tokeni
