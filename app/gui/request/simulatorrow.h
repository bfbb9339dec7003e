// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/simulator/simulatorcontrol.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace tokeni {

class ElidedLabel;

/*! The simulator's next behaviour and the keys that it accepts, or why it is not running. */
class SimulatorRow : public QWidget
{
    Q_OBJECT
public:
    /*! \a simulator must outlive this widget. */
    SimulatorRow(SimulatorControl &simulator, int captionWidth, QWidget *parent = nullptr);

private:
    void refresh();

    SimulatorControl &m_simulator;
    QComboBox *m_scenario;
    QLabel *m_problem;
    ElidedLabel *m_keys;
};

} // namespace tokeni
