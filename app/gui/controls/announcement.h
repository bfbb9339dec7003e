// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QWidget>

namespace tokeni {

/*! Lets a screen reader say \a words when it has said what it is about to say. \a source is what
 *  shows the words too: before Qt 6.8, which brought announcements, the change of its text is all
 *  that assistive technology is told. */
inline void announce([[maybe_unused]] QWidget *source, [[maybe_unused]] const QString &words)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, words);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace tokeni
