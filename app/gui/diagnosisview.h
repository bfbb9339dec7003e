// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/diagnosis.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokeni {

class Readout;

/*! A failure in words: what happened, the server's own code and words, what to do next, and buttons
 *  that do it. */
class DiagnosisView : public QWidget
{
    Q_OBJECT
public:
    explicit DiagnosisView(QWidget *parent = nullptr);
    void show(const TokenError &error, const Environment &environment);

Q_SIGNALS:
    void editKeysRequested();
    void retryRequested();

private:
    Readout *m_title;
    QLabel *m_serverSaid;
    QLabel *m_advice;
    QPushButton *m_editKeys;
    QPushButton *m_portal;
    QPushButton *m_retry;
};

} // namespace tokeni
