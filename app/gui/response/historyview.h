// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace tokeni {

class HistoryModel;
class PlainTable;

/*! The last requests, and a button that clears them. */
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    /*! \a history and \a theme must outlive this object. */
    HistoryView(RequestHistory &history, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    /*! The environment of a request was chosen; it may no longer exist. */
    void environmentChosen(const QString &id, const QString &name);

private:
    void askAndClear();

    RequestHistory &m_history;
    HistoryModel *m_model;
    PlainTable *m_table;
    QPushButton *m_clear;
};

} // namespace tokeni
