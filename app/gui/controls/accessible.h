// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QLabel>

namespace tokeni {

/*! A label that has an accessible name in addition to the text it shows: name "Response status",
 *  text "200 OK". Screen readers and tests read both. Plain text only, so that nothing a server
 *  sends is rendered. */
class AccessibleLabel : public QLabel
{
    Q_OBJECT
public:
    /*! \a accessibleName describes what the text is. */
    explicit AccessibleLabel(const QString &accessibleName, QWidget *parent = nullptr);
    /*! Shows \a text and notifies assistive technology; \a spoken replaces the text there, if it
     *  would not be spoken as it is written. */
    void show(const QString &text, const QString &spoken = {});
    void setText(const QString &) = delete;
};

/*! Registers the accessible objects of AccessibleLabel; call once, before the first one is shown.
 */
void installAccessibleLabels();

/*! Makes screen readers say \a spoken after what they are saying at present. \a source is the
 *  widget that shows the same text: before Qt 6.8, which introduced announcements, assistive
 *  technology is only notified of the change of its text. */
inline void announce([[maybe_unused]] QWidget *source, [[maybe_unused]] const QString &spoken)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, spoken);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace tokeni
