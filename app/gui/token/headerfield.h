// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/elidedfield.h"

namespace tokeni {

/*! The Bearer header, masked or shown. Its text can't be selected, dragged or copied as text: that
 *  would leave a token on clipboards that nobody clears. The keys for copying request a proper copy
 *  instead. */
class HeaderField : public ElidedField
{
    Q_OBJECT
public:
    explicit HeaderField(QWidget *parent = nullptr);

Q_SIGNALS:
    void copyRequested();

protected:
    bool event(QEvent *event) override;
};

} // namespace tokeni
