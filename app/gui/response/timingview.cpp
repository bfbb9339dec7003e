// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/timingview.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// So that a phase without duration is visible.
constexpr qreal minBar = 2;

QString milliseconds(qint64 microseconds)
{
    // Tenths of a millisecond only if they are significant.
    const int decimals = microseconds < 10'000 ? 1 : 0;
    return TimingView::tr("%1 ms").arg(
        QLocale().toString(double(microseconds) / 1000, 'f', decimals));
}

qint64 endOf(const QList<TimingPhase> &phases)
{
    return phases.last().startUs + phases.last().lengthUs;
}

} // namespace

TimingView::TimingView(const Theme &theme, QWidget *parent)
    : AccessibleLabel(tr("Timing"), parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
    show(nullptr);
}

void TimingView::show(const HttpReply *reply)
{
    m_phases = reply ? phasesOf(reply->timing, reply->fault.has_value()) : QList<TimingPhase>();
    if (m_phases.isEmpty()) {
        AccessibleLabel::show(tr("The timing of the request appears here."));
    } else {
        QStringList lines;
        for (const TimingPhase &phase : std::as_const(m_phases)) {
            const QString text = phase.brokenOff ? tr("%1: cut off after %2") : tr("%1: %2");
            lines.append(text.arg(phaseName(phase.kind), milliseconds(phase.lengthUs)));
        }
        lines.append(tr("Total: %1").arg(milliseconds(endOf(m_phases))));
        AccessibleLabel::show(lines.join(u'\n'));
    }
    update();
}

QSize TimingView::sizeHint() const
{
    return {0, 0};
}

QColor TimingView::colourOf(const TimingPhase &phase) const
{
    using Kind = TimingPhase::Kind;
    if (phase.brokenOff)
        return m_theme.colour(u"warn"_s);
    switch (phase.kind) {
    case Kind::Wait:
        return m_theme.colour(u"accent"_s);
    case Kind::Download:
        return m_theme.colour(u"custom"_s);
    default:
        return m_theme.colour(u"simulator"_s);
    }
}

void TimingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int inset = Theme::length(u"cardInset"_s);
    const QRectF page = QRectF(rect()).adjusted(inset, inset / 2.0, -inset, -inset / 2.0);
    if (m_phases.isEmpty()) {
        painter.setPen(m_theme.colour(u"mute"_s));
        painter.drawText(page, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text());
        return;
    }

    // In a small window the rows move closer together, so that all of them are visible.
    const auto rows = qreal(m_phases.size() + 1);
    const qreal rowHeight = std::min(page.height() / rows, qreal(Theme::length(u"timingRow"_s)));
    const qreal nameWidth = Theme::length(u"timingName"_s);
    const qreal timeWidth = Theme::length(u"timingTime"_s);
    const qreal barHeight = Theme::length(u"timingBar"_s);
    const QRectF bars = page.adjusted(nameWidth, 0, -timeWidth, 0);
    const qreal scale = bars.width() / qreal(std::max<qint64>(endOf(m_phases), 1));
    QRectF row(page.topLeft(), QSizeF(page.width(), rowHeight));
    const auto drawWords = [&](const QString &name, qint64 time, const QColor &ink) {
        painter.setPen(ink);
        painter.setFont(Theme::font(u"note"_s));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(Theme::font(u"time"_s));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, milliseconds(time));
        row.translate(0, rowHeight);
    };
    for (const TimingPhase &phase : std::as_const(m_phases)) {
        const qreal width = std::max(qreal(phase.lengthUs) * scale, minBar);
        const qreal left
            = std::min(bars.left() + qreal(phase.startUs) * scale, bars.right() - width);
        const QRectF track(bars.left(), row.center().y() - barHeight / 2, bars.width(), barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(u"window"_s));
        painter.drawRoundedRect(track, barHeight / 2, barHeight / 2);
        QPainterPath trackPath;
        trackPath.addRoundedRect(track, barHeight / 2, barHeight / 2);
        QPainterPath bar;
        bar.addRoundedRect(QRectF(left, track.top(), width, barHeight), 2, 2);
        painter.fillPath(bar.intersected(trackPath), colourOf(phase));
        drawWords(phaseName(phase.kind), phase.lengthUs,
                  m_theme.colour(phase.brokenOff ? u"warn"_s : u"ink"_s));
    }
    painter.setPen(m_theme.colour(u"line"_s));
    painter.drawLine(row.topLeft(), row.topRight());
    drawWords(tr("Total"), endOf(m_phases), m_theme.colour(u"ink"_s));
}

} // namespace tokeni
