// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/notices.h"

#include "core/failure/diagnosis.h"
#include "core/time/clocktime.h"

namespace tokeni {

using namespace Qt::StringLiterals;

DesktopNotices::DesktopNotices(const Environments &environments, const Tokens &tokens,
                               SettingsModel &settings, const Clock &clock, Notifier &notifier,
                               QObject *parent)
    : QObject(parent), m_environments(environments), m_tokens(tokens), m_settings(settings),
      m_clock(clock), m_notifier(notifier)
{ }

void DesktopNotices::remind(const QString &environmentId, Reminder reminder)
{
    const Environment *environment = m_environments.list().find(environmentId);
    // A minute before the end, a notice beside one's work comes too late.
    if (!environment || reminder == Reminder::OneMinute)
        return;
    const qint64 left = m_tokens.state(environmentId).millisecondsLeft.value_or(0);
    post({reminderWords(*environment, reminder, left), bodyOf(*environment, reminder),
          environmentId, true});
}

QString DesktopNotices::bodyOf(const Environment &environment, Reminder reminder) const
{
    if (const Token *token = m_tokens.token(environment.id);
        token && reminder == Reminder::FiveMinutes)
        return tr("It expires at %1.").arg(clockTime(token->endsAt(m_clock.now())));
    const auto error = m_tokens.state(environment.id).error;
    if (environment.renewAutomatically && error)
        return tr("Renewing failed: %1.").arg(diagnose(*error, environment).title);
    return tr("Copying its Bearer header gets a new token first.");
}

void DesktopNotices::notifyOfTray()
{
    Settings chosen = m_settings.current();
    if (chosen.toldOfTray || !chosen.notifications)
        return;
    chosen.toldOfTray = true;
    m_settings.change(chosen);
    post({tr("Tokeni is still running"),
          tr("Closing the window leaves it in the tray. To quit it, use its menu there.")});
}

void DesktopNotices::notify(const QString &text)
{
    post({u"Tokeni"_s, text});
}

void DesktopNotices::post(const Notice &notice)
{
    if (m_settings.current().notifications)
        m_notifier.notify(notice);
}

} // namespace tokeni
