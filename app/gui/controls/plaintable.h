// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace tokeni {

/*! A table to read: whole rows are selected, no grid, no editing, and a line of text while it is
 *  empty. */
class PlainTable : public QTableView
{
    Q_OBJECT
public:
    explicit PlainTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /*! What stands there while there is no row. */
    void setPlaceholderText(const QString &text);

Q_SIGNALS:
    /*! Ctrl+C was pressed on a row. */
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_placeholder;
};

} // namespace tokeni
