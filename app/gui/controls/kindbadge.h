// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

#include <QLabel>

namespace tokeni {

/*! The kind of an environment in capitals, on a background in its colour. */
class KindBadge : public QLabel
{
    Q_OBJECT
public:
    explicit KindBadge(QWidget *parent = nullptr);
    void setKind(EnvironmentKind kind);
};

} // namespace tokeni
