// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QWidget>

namespace tokeni {

class JsonView;

/*! The narrow strip beside a JsonView with a marker at each line that can be folded. A click on the
 *  marker folds or unfolds; with the keyboard this is done in the view itself. */
class FoldMargin : public QWidget
{
    Q_OBJECT
public:
    /*! Creates it as a child of \a view. */
    explicit FoldMargin(JsonView &view);

    void setColour(const QColor &marker);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    JsonView &m_view;
    QColor m_marker;
};

} // namespace tokeni
