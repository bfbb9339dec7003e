// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QLabel>

namespace tokeni {

/*! A label that has a name for assistive technology beside the text it shows: name "Response
 *  status", text "200 OK". A screen reader and a test read both. Plain text only, so that nothing a
 *  server sends is rendered. */
class AccessibleLabel : public QLabel
{
    Q_OBJECT
public:
    /*! \a accessibleName: what the text is. */
    explicit AccessibleLabel(const QString &accessibleName, QWidget *parent = nullptr);
    /*! Shows \a text and tells assistive technology; \a spoken describes it where the text itself is
     *  not how one would say it. */
    void show(const QString &text, const QString &spoken = {});
    void setText(const QString &) = delete;
};

/*! Makes the accessible objects of AccessibleLabel known; once, before the first is shown. */
void installAccessibleLabels();

/*! Lets a screen reader say \a spoken when it has said what it is about to say. \a source is what
 *  shows the same text: before Qt 6.8, which brought announcements, the change of its text is all
 *  that assistive technology is told. */
inline void announce([[maybe_unused]] QWidget *source, [[maybe_unused]] const QString &spoken)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, spoken);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace tokeni
