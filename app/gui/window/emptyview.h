// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

namespace tokeni {

/*! Shown in place of the zones while there is no environment. */
class EmptyView : public QWidget
{
    Q_OBJECT
public:
    /*! \a theme must outlive this widget. */
    explicit EmptyView(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void newRequested();
    /*! The user wants the default environments back. */
    void defaultEnvironmentsRequested();
};

} // namespace tokeni
