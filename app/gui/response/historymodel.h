// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/history.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

namespace tokeni {

/*! The remembered requests as a table, newest first. */
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Time,
        Environment,
        Status,
        Milliseconds,
        Outcome,
    };

    /*! \a history and \a theme must outlive this object. */
    HistoryModel(const RequestHistory &history, const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] const RequestRecord &record(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const RequestRecord &record, int column) const;
    [[nodiscard]] QColor outcomeColour(const RequestRecord &record) const;

    QList<RequestRecord> m_rows; // The rows as the view knows them.
    const Theme &m_theme;
};

} // namespace tokeni
