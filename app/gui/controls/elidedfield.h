// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace tokeni {

/*! A field that elides text that does not fit, as long as the field does not have the focus. */
class ElidedField : public QLineEdit
{
    Q_OBJECT
public:
    explicit ElidedField(Qt::TextElideMode mode, QWidget *parent = nullptr)
        : QLineEdit(parent), m_mode(mode)
    { }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace tokeni
