// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/notifier.h"
#include "core/notice/reminders.h"
#include "core/settings/settings.h"

namespace tokeni {

/*! What Tokeni says by the desktop's notifications, unless the user wants none. */
class DesktopNotices : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    DesktopNotices(const Environments &environments, const Tokens &tokens, SettingsModel &settings,
                   const Clock &clock, Notifier &notifier, QObject *parent = nullptr);

    /*! A token ends in five minutes, or has ended. */
    void remind(const QString &environmentId, Reminder reminder);
    /*! The window was closed, but Tokeni goes on in the tray; said once for all times. */
    void notifyOfTray();
    /*! A line that nobody sees in the window. */
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
