// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/timing.h"
#include "gui/controls/accessible.h"
#include "gui/theme/theme.h"

namespace tokeni {

/*! The timing of an exchange as a picture: a row for each reported phase, with its name, a bar at
 *  its position within the whole time, and its milliseconds. Screen readers get it as text. */
class TimingView : public AccessibleLabel
{
    Q_OBJECT
public:
    /*! \a theme must outlive this widget. */
    explicit TimingView(const Theme &theme, QWidget *parent = nullptr);

    /*! \a reply is null if there was no exchange. */
    void show(const HttpReply *reply);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor colourOf(const TimingPhase &phase) const;

    const Theme &m_theme;
    QList<TimingPhase> m_phases;
};

} // namespace tokeni
