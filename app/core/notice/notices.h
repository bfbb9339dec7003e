// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/notifier.h"
#include "core/notice/reminders.h"
#include "core/settings/settings.h"

namespace tokeni {

/*! Shows the desktop's notifications about Tokeni, unless the user has turned them off. */
class DesktopNotices : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    DesktopNotices(const Environments &environments, const Tokens &tokens, SettingsModel &settings,
                   const Clock &clock, Notifier &notifier, QObject *parent = nullptr);

    /*! Notifies that a token ends in five minutes, or has ended. */
    void remind(const QString &environmentId, Reminder reminder);
    /*! Notifies that the window was closed but Tokeni keeps running in the tray; only once ever. */
    void notifyOfTray();
    /*! Shows a message of the window while nobody can see the window. */
    void notify(const QString &text);

private:
    [[nodiscard]] QString bodyOf(const Environment &environment, Reminder reminder) const;
    void post(const Notice &notice);

    const Environments &m_environments;
    const Tokens &m_tokens;
    SettingsModel &m_settings;
    const Clock &m_clock;
    Notifier &m_notifier;
};

} // namespace tokeni
