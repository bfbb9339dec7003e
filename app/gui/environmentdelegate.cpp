// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environmentdelegate.h"

#include "gui/environmentlistmodel.h"
#include "gui/kindcolour.h"

#include <QPainter>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QString timeColour(EnvironmentListModel::TimeKind kind)
{
    switch (kind) {
    case EnvironmentListModel::TimeKind::None:
        return u"mute"_s;
    case EnvironmentListModel::TimeKind::Edited:
        return u"ink"_s;
    case EnvironmentListModel::TimeKind::Alive:
        return u"accent"_s;
    case EnvironmentListModel::TimeKind::Ageing:
        return u"ageing"_s;
    case EnvironmentListModel::TimeKind::Expired:
        return u"warn"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

EnvironmentDelegate::EnvironmentDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{ }

void EnvironmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto kind = EnvironmentKind(index.data(EnvironmentListModel::KindRole).toInt());
    const auto timeKind
        = EnvironmentListModel::TimeKind(index.data(EnvironmentListModel::TimeKindRole).toInt());
    const QRect row = option.rect;
    const int inset = Theme::length(u"rowInset"_s);
    const int textLeft = Theme::length(u"rowTextLeft"_s);
    const int radius = Theme::length(u"rowRadius"_s);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered) {
        const QString fill = !selected            ? u"hover"_s
            : kind == EnvironmentKind::Production ? u"warnSelection"_s
                                                  : u"selection"_s;
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.colour(fill));
        painter->drawRoundedRect(row, radius, radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(m_theme.colour(u"focus"_s));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.colour(kindColour(kind)));
    const int dot = Theme::length(u"dot"_s);
    painter->drawEllipse(QRectF(row.left() + inset, row.top() + 12, dot, dot));

    const QFont timeFont = Theme::font(u"time"_s);
    const QString time = index.data(EnvironmentListModel::TimeRole).toString();
    const int timeWidth = QFontMetrics(timeFont).horizontalAdvance(time);
    const QRect upper(row.left() + textLeft, row.top() + 6, row.width() - textLeft - inset, 22);
    painter->setFont(timeFont);
    painter->setPen(m_theme.colour(timeColour(timeKind)));
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, time);

    const QFont nameFont = Theme::font(u"strong"_s);
    const int nameWidth = upper.width() - timeWidth - 8;
    painter->setFont(nameFont);
    painter->setPen(m_theme.colour(u"ink"_s));
    painter->drawText(upper.adjusted(0, 0, -timeWidth - 8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(nameFont).elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, nameWidth));

    const QFont hostFont = Theme::font(u"small"_s);
    const QRect lower = upper.translated(0, 19);
    painter->setFont(hostFont);
    painter->setPen(m_theme.colour(u"mute"_s));
    painter->drawText(
        lower, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(hostFont).elidedText(index.data(EnvironmentListModel::HostRole).toString(),
                                          Qt::ElideMiddle, lower.width()));
    painter->restore();
}

QSize EnvironmentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::length(u"leastSideWidth"_s), Theme::length(u"rowHeight"_s)};
}

} // namespace tokeni
