// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/token/countdownring.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QPen>
#include <QStyle>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr int roundTime = 1400; // Milliseconds.
constexpr double busyShare = 0.22;

// The rectangle of the ring, along the middle of its line.
QRectF ringIn(const QRectF &area, qreal thickness)
{
    return area.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2);
}

} // namespace

CountdownRing::CountdownRing(QWidget *parent) : AccessibleLabel(tr("Time left"), parent)
{
    setFixedSize(CountdownRing::sizeHint());
    m_round.setStartValue(0.0);
    m_round.setEndValue(1.0);
    m_round.setDuration(roundTime);
    m_round.setLoopCount(-1);
    connect(&m_round, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

QSize CountdownRing::sizeHint() const
{
    const int side = Theme::length(u"ring"_s);
    return {side, side};
}

void CountdownRing::setColours(const QColor &filled, const QColor &empty, const QColor &ink,
                               const QColor &mute)
{
    m_filled = filled;
    m_empty = empty;
    m_ink = ink;
    m_mute = mute;
    update();
}

void CountdownRing::show(const QString &text, const QString &caption, double share,
                         const QString &spoken)
{
    AccessibleLabel::show(text, spoken);
    m_caption = caption;
    m_share = share;
    update();
}

bool CountdownRing::hasRoomFor(const QString &caption) const
{
    const QFontMetrics metrics(Theme::font(u"ringCaption"_s));
    return metrics.horizontalAdvance(caption)
        <= width() - 2 * Theme::length(u"ringThickness"_s) - Theme::length(u"gap"_s);
}

void CountdownRing::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    followBusy();
    update();
}

void CountdownRing::showEvent(QShowEvent *event)
{
    AccessibleLabel::showEvent(event);
    followBusy();
}

void CountdownRing::hideEvent(QHideEvent *event)
{
    AccessibleLabel::hideEvent(event);
    followBusy();
}

void CountdownRing::followBusy()
{
    const bool animated
        = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (m_busy && isVisible() && animated)
        m_round.start();
    else
        m_round.stop();
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal thickness = Theme::length(u"ringThickness"_s);
    const QRectF circle = ringIn(rect(), thickness);
    painter.setPen(QPen(m_empty, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(circle);
    // Qt measures angles in sixteenths of a degree, anticlockwise from three o'clock.
    const double from = m_busy ? m_round.currentValue().toDouble() : 0;
    const double share = m_busy ? busyShare : m_share;
    if (share > 0) {
        painter.setPen(QPen(m_filled, thickness, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, 90 * 16 - int(from * 360 * 16), -int(share * 360 * 16));
    }

    const bool isTime = text().contains(u':');
    const QFont timeFont = Theme::font(!isTime                 ? u"strong"_s
                                           : text().size() > 5 ? u"longCountdown"_s
                                                               : u"countdown"_s);
    const bool hasCaption = !m_caption.isEmpty();
    const QRectF middle = QRectF(rect());
    painter.setFont(timeFont);
    painter.setPen(m_ink);
    painter.drawText(hasCaption ? middle.translated(0, -7) : middle, Qt::AlignCenter, text());
    if (hasCaption) {
        painter.setFont(Theme::font(u"ringCaption"_s));
        painter.setPen(m_mute);
        painter.drawText(middle.translated(0, 13), Qt::AlignCenter, m_caption);
    }
}

} // namespace tokeni
