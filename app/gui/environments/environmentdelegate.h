// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme/theme.h"

#include <QStyledItemDelegate>

namespace tokeni {

/*! Paints one environment in the list: dot, name, host, time left. */
class EnvironmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /*! \a theme must outlive this object. The view has to be repainted when it changes. */
    explicit EnvironmentDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /*! What a row shows, cut with an ellipsis where \a width, that of its text in logical pixels,
     *  has no room. Where the time left would cut the name, it goes down, beside what then has room
     *  of the host or in its place. */
    struct RowText
    {
        QString name;
        QString host;
        bool timeIsBelow = false;
    };
    [[nodiscard]] static RowText rowText(const QModelIndex &index, int width);

private:
    const Theme &m_theme;
};

} // namespace tokeni
