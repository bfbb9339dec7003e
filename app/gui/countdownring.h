// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/readout.h"

#include <QColor>

namespace tokeni {

/*! The ring that shrinks with a token's life, with the time left and the time of the end inside. */
class CountdownRing : public Readout
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent = nullptr);
    void setColours(const QColor &filled, const QColor &empty, const QColor &ink,
                    const QColor &mute);
    /*! \a share: how much of the life is left, 0 to 1. \a caption: the small line. */
    void show(const QString &text, const QString &caption, double share, const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_caption;
    double m_share = 0;
    QColor m_filled;
    QColor m_empty;
    QColor m_ink;
    QColor m_mute;
};

} // namespace tokeni
