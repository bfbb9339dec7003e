// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace tokeni {

/*! What stands where the zones are, while there is no environment. */
class EmptyView : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyView(const Theme &theme, QWidget *parent = nullptr);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void newRequested();
    /*! The environments of a first start are wanted back. */
    void firstEnvironmentsRequested();

private:
    QLabel *m_picture;
};

} // namespace tokeni
