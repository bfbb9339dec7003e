// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"
#include "gui/controls/plaintable.h"

class QStandardItemModel;

namespace tokeni {

/*! The headers of an answer, one row each, in the order in which they arrived. */
class HeadersTable : public PlainTable
{
    Q_OBJECT
public:
    explicit HeadersTable(QWidget *parent = nullptr);

    void show(const HttpHeaders &headers);
    void copyValue();
    /*! Copies "Name: value" lines. */
    void copyAll();

Q_SIGNALS:
    /*! A message for the status bar: what was copied, or why nothing was. */
    void message(const QString &text);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QStandardItemModel *m_model;
};

} // namespace tokeni
