// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/simulatorrow.h"

#include "core/keys/credentials.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>

namespace tokeni {

using namespace Qt::StringLiterals;

SimulatorRow::SimulatorRow(SimulatorControl &simulator, int captionWidth, QWidget *parent)
    : QWidget(parent), m_simulator(simulator), m_scenario(new QComboBox),
      m_problem(plainLabel(u"small"_s)), m_keys(new ElidedLabel)
{
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setMinimumWidth(150);
    for (const SimulatorControl::Scenario &scenario : m_simulator.scenarios())
        m_scenario->addItem(scenario.text, scenario.name);
    m_problem->setWordWrap(true);
    m_keys->setObjectName(u"small"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(Theme::length(u"gap"_s));
    grid->setColumnMinimumWidth(0, captionWidth);
    grid->setColumnStretch(2, 1);
    grid->addWidget(plainLabel(u"caption"_s, tr("Scenario")), 0, 0);
    grid->addWidget(m_scenario, 0, 1);
    grid->addWidget(m_problem, 0, 2);
    grid->addWidget(m_keys, 0, 2);

    connect(m_scenario, &QComboBox::activated, this,
            [this](int index) { m_simulator.setScenario(m_scenario->itemData(index).toString()); });
    connect(&m_simulator, &SimulatorControl::changed, this, &SimulatorRow::refresh);
    refresh();
}

void SimulatorRow::refresh()
{
    m_scenario->setCurrentIndex(m_scenario->findData(m_simulator.scenario()));
    m_scenario->setEnabled(m_simulator.isListening());
    const Credentials keys = simulatorCredentials();
    const QString problem = m_simulator.problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_keys->setText(
        tr("Its keys: %1 and %2").arg(keys.consumerKey.reveal(), keys.consumerSecret.reveal()));
    m_keys->setVisible(problem.isEmpty());
}

} // namespace tokeni
