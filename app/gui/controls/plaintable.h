// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace tokeni {

/*! A read-only table: selects whole rows, has no grid, and shows a line of text while it is empty.
 */
class PlainTable : public QTableView
{
    Q_OBJECT
public:
    explicit PlainTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /*! The text to show while there are no rows. */
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
