// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace tokeni {

/*! A label of plain text that the style sheet refers to by \a objectName; the layout that it is
 *  added to takes ownership. */
inline QLabel *plainLabel(const QString &objectName, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace tokeni
