// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environments/environmentdelegate.h"

#include "gui/environments/environmentlistmodel.h"
#include "gui/theme/kindcolour.h"

#include <QPainter>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// In logical pixels.
constexpr int spaceBeforeTime = 8;
// A shorter part of a host is of no use.
constexpr int minHostWidth = 80;

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

    const QString time = index.data(EnvironmentListModel::TimeRole).toString();
    const QRect upper(row.left() + textLeft, row.top() + 6, row.width() - textLeft - inset, 22);
    const QRect lower = upper.translated(0, 19);
    const RowText text = rowText(index, upper.width());
    painter->setFont(Theme::font(u"time"_s));
    painter->setPen(m_theme.colour(timeColour(timeKind)));
    painter->drawText(text.timeIsBelow ? lower : upper,
                      (text.host.isEmpty() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                      time);
    painter->setFont(Theme::font(u"strong"_s));
    painter->setPen(m_theme.colour(u"ink"_s));
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, text.name);
    painter->setFont(Theme::font(u"small"_s));
    painter->setPen(m_theme.colour(u"mute"_s));
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, text.host);
    painter->restore();
}

EnvironmentDelegate::RowText EnvironmentDelegate::rowText(const QModelIndex &index, int width)
{
    const QFontMetrics nameMetrics(Theme::font(u"strong"_s));
    const QFontMetrics hostMetrics(Theme::font(u"small"_s));
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString time = index.data(EnvironmentListModel::TimeRole).toString();
    const int timeWidth
        = QFontMetrics(Theme::font(u"time"_s)).horizontalAdvance(time) + spaceBeforeTime;
    const bool below = nameMetrics.horizontalAdvance(name) + timeWidth > width;
    const int hostWidth = below ? width - timeWidth : width;
    return {nameMetrics.elidedText(name, Qt::ElideRight, below ? width : width - timeWidth),
            hostWidth < minHostWidth
                ? QString()
                : hostMetrics.elidedText(index.data(EnvironmentListModel::HostRole).toString(),
                                         Qt::ElideMiddle, hostWidth),
            below};
}

QSize EnvironmentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::length(u"leastSideWidth"_s), Theme::length(u"rowHeight"_s)};
}

} // namespace tokeni
