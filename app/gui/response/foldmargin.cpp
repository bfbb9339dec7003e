// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/foldmargin.h"

#include "gui/response/jsonview.h"
#include "gui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A triangle like ▾ or ▸ in the middle of \a area.
QPainterPath triangle(const QRectF &area, bool isFolded)
{
    const QPointF middle = area.center();
    QPainterPath path;
    if (isFolded) {
        path.moveTo(middle + QPointF(-2, -4));
        path.lineTo(middle + QPointF(3, 0));
        path.lineTo(middle + QPointF(-2, 4));
    } else {
        path.moveTo(middle + QPointF(-4, -2));
        path.lineTo(middle + QPointF(4, -2));
        path.lineTo(middle + QPointF(0, 3));
    }
    path.closeSubpath();
    return path;
}

} // namespace

FoldMargin::FoldMargin(JsonView &view) : QWidget(&view), m_view(view)
{
    setMouseTracking(true);
}

void FoldMargin::setColour(const QColor &marker)
{
    m_marker = marker;
    update();
}

QSize FoldMargin::sizeHint() const
{
    return {Theme::length(u"foldMargin"_s), 0};
}

void FoldMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const JsonView::FoldMark &mark : m_view.foldMarks()) {
        const QRectF area(0, mark.top, width(), mark.height);
        painter.fillPath(triangle(area, mark.isFolded), m_marker);
    }
}

void FoldMargin::mouseMoveEvent(QMouseEvent *event)
{
    if (m_view.foldMarkAt(event->position().y()))
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void FoldMargin::mousePressEvent(QMouseEvent *event)
{
    const auto mark = m_view.foldMarkAt(event->position().y());
    if (mark && event->button() == Qt::LeftButton)
        m_view.setFolded(mark->line, !mark->isFolded);
}

} // namespace tokeni
