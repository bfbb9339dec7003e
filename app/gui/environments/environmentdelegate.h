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
    /*! \a theme must outlive this object. When the theme changes, the view has to be repainted. */
    explicit EnvironmentDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /*! The texts of a row, elided where they do not fit into \a width, the width of its text area
     *  in logical pixels. If the time left would make the name elided, it moves to the second line:
     *  beside the host, as far as the host still fits, or in its place. */
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
