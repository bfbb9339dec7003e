// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/historymodel.h"

#include "gui/theme/kindcolour.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QIcon dot(const QColor &colour)
{
    // Drawn larger than shown, for high-resolution displays.
    constexpr int scale = 4;
    const int side = Theme::length(u"dot"_s);
    QPixmap pixmap(side * scale, side * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(pixmap.rect());
    painter.end();
    return QIcon(pixmap);
}

} // namespace

HistoryModel::HistoryModel(const RequestHistory &history, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_rows(history.records()), m_theme(theme)
{
    connect(&history, &RequestHistory::changed, this, [this, &history] {
        beginResetModel();
        m_rows = history.records();
        endResetModel();
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Outcome + 1;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const RequestRecord &record = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::DecorationRole:
        return column == Environment ? dot(m_theme.colour(kindColour(record.kind))) : QVariant();
    case Qt::ForegroundRole:
        return column == Outcome ? outcomeColour(record) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Milliseconds ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Milliseconds ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Environment:
        return tr("Environment");
    case Status:
        return tr("Status");
    case Milliseconds:
        return tr("ms");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

QString HistoryModel::text(const RequestRecord &record, int column) const
{
    const QLocale locale;
    switch (column) {
    case Time: {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(record.whenMs);
        return locale.toString(when.date(), QLocale::ShortFormat) + u' '
            + locale.toString(when.time(), u"HH:mm:ss"_s);
    }
    case Environment:
        return record.environmentName;
    case Status:
        return record.status == 0 ? u"–"_s : QString::number(record.status);
    case Milliseconds:
        return locale.toString(record.elapsedMs);
    case Outcome:
        return outcomeWords(record);
    default:
        return {};
    }
}

QColor HistoryModel::outcomeColour(const RequestRecord &record) const
{
    if (record.outcome == tokenOutcome)
        return m_theme.colour(u"accent"_s);
    const bool isCancelled = record.outcome == errorName(TokenError::Kind::Cancelled);
    return m_theme.colour(isCancelled ? u"mute"_s : u"warn"_s);
}

} // namespace tokeni
