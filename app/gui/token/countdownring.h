// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/accessible.h"

#include <QColor>
#include <QVariantAnimation>

namespace tokeni {

/*! The ring that shrinks with a token's life, with the time left and the time of expiry inside. */
class CountdownRing : public AccessibleLabel
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent = nullptr);
    void setColours(const QColor &filled, const QColor &empty, const QColor &ink,
                    const QColor &mute);
    /*! \a share: how much of the token's life is left, from 0 to 1. \a caption: the small line. */
    void show(const QString &text, const QString &caption, double share, const QString &spoken);
    /*! Whether \a caption fits inside the ring. */
    [[nodiscard]] bool hasRoomFor(const QString &caption) const;
    /*! Rotates an arc, for as long as an operation of unknown length is under way. */
    void setBusy(bool busy);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followBusy();

    QVariantAnimation m_round; // From 0 to 1 in each rotation.
    bool m_busy = false;
    QString m_caption;
    double m_share = 0;
    QColor m_filled;
    QColor m_empty;
    QColor m_ink;
    QColor m_mute;
};

} // namespace tokeni
