// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace tokeni {

/*! A label that has a name for assistive technology beside the text it shows: name "Response
 *  status", text "200 OK". A screen reader and a test read both. Plain text only, so that nothing a
 *  server sends is rendered. */
class Readout : public QLabel
{
    Q_OBJECT
public:
    /*! \a accessibleName: what the text is. */
    explicit Readout(const QString &accessibleName, QWidget *parent = nullptr);
    /*! Shows \a text and tells assistive technology; \a words describe it where the text itself is
     *  not how one would say it. */
    void show(const QString &text, const QString &words = {});
    void setText(const QString &) = delete;
};

/*! Makes the accessible objects of Readout known; once, before the first is shown. */
void installReadoutAccessibility();

} // namespace tokeni
