// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/environmentdelegate.h"

#include "core/environment.h"
#include "gui/environmentlistmodel.h"

#include <QPainter>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 52;
constexpr int padding = 10;
constexpr int textLeft = 32;

QString dotColour(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Simulator:
        return u"simulator"_s;
    case EnvironmentKind::Sandbox:
        return u"accent"_s;
    case EnvironmentKind::Production:
        return u"warn"_s;
    case EnvironmentKind::Custom:
        return u"custom"_s;
    }
    Q_UNREACHABLE();
}

QString timeColour(EnvironmentListModel::TimeKind kind)
{
    switch (kind) {
    case EnvironmentListModel::TimeKind::None:
        return u"mute"_s;
    case EnvironmentListModel::TimeKind::Alive:
        return u"accent"_s;
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
        painter->drawRoundedRect(row, 8, 8);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(m_theme.colour(u"focus"_s));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }

    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.colour(dotColour(kind)));
    painter->drawEllipse(QRectF(row.left() + padding, row.top() + 12, 10, 10));

    QFont timeFont(Theme::monospaceFamily());
    timeFont.setPixelSize(12);
    const QString time = index.data(EnvironmentListModel::TimeRole).toString();
    const int timeWidth = QFontMetrics(timeFont).horizontalAdvance(time);
    const QRect upper(row.left() + textLeft, row.top() + 6, row.width() - textLeft - padding, 22);
    painter->setFont(timeFont);
    painter->setPen(m_theme.colour(timeColour(timeKind)));
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, time);

    QFont nameFont = option.font;
    nameFont.setPixelSize(14);
    nameFont.setWeight(QFont::DemiBold);
    const int nameWidth = upper.width() - timeWidth - 8;
    painter->setFont(nameFont);
    painter->setPen(m_theme.colour(u"ink"_s));
    painter->drawText(upper.adjusted(0, 0, -timeWidth - 8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(nameFont).elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, nameWidth));

    QFont hostFont = option.font;
    hostFont.setPixelSize(12);
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
    return {200, rowHeight};
}

} // namespace tokeni
