// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notice/reminders.h"

#include "core/text/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Reminders)
};

constexpr qint64 minute = 60'000;

struct Threshold
{
    Reminder reminder;
    qint64 left; // Milliseconds of life left at that moment.
    std::chrono::milliseconds longerThan; // Only for tokens with a longer lifetime.
};

// Latest first.
constexpr Threshold thresholds[] = {
    {Reminder::Expired, 0, std::chrono::milliseconds(0)},
    {Reminder::OneMinute, minute, std::chrono::minutes(2)},
    {Reminder::FiveMinutes, 5 * minute, std::chrono::minutes(10)},
};

} // namespace

Reminders::Reminders(const Environments &environments, const Tokens &tokens, const Renewal &renewal,
                     const Clock &clock, QObject *parent)
    : QObject(parent), m_environments(environments), m_tokens(tokens), m_renewal(renewal),
      m_clock(clock), m_alarm(clock.alarm())
{
    connect(m_alarm.get(), &Alarm::rang, this, &Reminders::lookAtAll);
    connect(&m_tokens, &Tokens::changed, this, &Reminders::look);
    connect(&m_renewal, &Renewal::changed, this, &Reminders::look);
    connect(&m_environments, &Environments::changed, this, &Reminders::followList);
    lookAtAll();
}

void Reminders::followList()
{
    const QSet<QString> ids = m_environments.list().ids();
    std::erase_if(m_watched, [&ids](const auto &each) { return !ids.contains(each.first); });
    lookAtAll();
}

void Reminders::lookAtAll()
{
    const QList<Environment> all = m_environments.list().all();
    for (const Environment &environment : all)
        lookAt(environment);
    schedule();
}

void Reminders::look(const QString &environmentId)
{
    if (const Environment *environment = m_environments.list().find(environmentId))
        lookAt(*environment);
}

void Reminders::lookAt(const Environment &environment)
{
    // Copied, since the environment may be replaced by the time of the emission at the end.
    const QString environmentId = environment.id;
    const TokenState state = m_tokens.state(environmentId);
    // Unsaved edits: skip until they are saved or discarded.
    if (state.isEdited)
        return;
    const auto left = state.millisecondsLeft;
    if (!left) {
        m_watched.erase(environmentId);
        schedule();
        return;
    }
    if (const Token *token = m_tokens.token(environmentId)) {
        const auto it = m_watched.find(environmentId);
        if (it == m_watched.end() || it->second.askedAt != token->askedAt())
            m_watched[environmentId] = {token->askedAt(), token->lifetime(), *left};
    }
    const auto it = m_watched.find(environmentId);
    if (it == m_watched.end())
        return; // The token had ended before it was first seen.
    Watched &watched = it->second;
    const auto passed
        = std::find_if(std::begin(thresholds), std::end(thresholds), [&](const Threshold &each) {
              return watched.lifetime > each.longerThan && watched.minLeft > each.left
                  && *left <= each.left;
          });
    if (passed == std::end(thresholds)) {
        watched.minLeft = std::min(watched.minLeft, *left);
        schedule();
        return;
    }
    // If a token is being renewed, its end is only reported when renewal turns out to have failed.
    const bool mayTell = this->mayTell(environment, passed->reminder);
    if (mayTell || passed->reminder != Reminder::Expired)
        watched.minLeft = *left;
    schedule();
    if (mayTell)
        Q_EMIT due(environmentId, passed->reminder);
}

bool Reminders::mayTell(const Environment &environment, Reminder reminder) const
{
    if (!environment.renewAutomatically)
        return true;
    // A try that is under way or due may still succeed.
    const RenewalState renewal = m_renewal.state(environment.id);
    const bool failed = renewal.kind == RenewalState::Kind::Off
        || renewal.kind == RenewalState::Kind::Stopped
        || (renewal.kind == RenewalState::Kind::Retrying
            && renewal.nextAt.toMSecsSinceEpoch() > m_clock.now().wallMs);
    return reminder == Reminder::Expired && failed;
}

// Done once for everything that happens in one turn of the event loop, since there may be a
// thousand environments.
void Reminders::schedule()
{
    if (!std::exchange(m_scheduling, true))
        QMetaObject::invokeMethod(this, &Reminders::setAlarm, Qt::QueuedConnection);
}

void Reminders::setAlarm()
{
    m_scheduling = false;
    std::optional<qint64> next;
    for (const auto &[id, watched] : m_watched) {
        const qint64 left = m_tokens.state(id).millisecondsLeft.value_or(0);
        if (left <= 0)
            continue;
        for (const Threshold &each : thresholds) {
            if (left > each.left && watched.lifetime > each.longerThan)
                next = std::min(next.value_or(left - each.left), left - each.left);
        }
    }
    if (next)
        m_alarm->set(std::chrono::milliseconds(*next));
    else
        m_alarm->stop();
}

QString announcedName(const Environment &environment)
{
    if (!isProduction(environment))
        return isolated(environment.name);
    const QString loud = Text::tr("PRODUCTION");
    return environment.name.compare(loud, Qt::CaseInsensitive) == 0
        ? loud
        : Text::tr("PRODUCTION · %1").arg(isolated(environment.name));
}

QString reminderWords(const Environment &environment, Reminder reminder, qint64 millisecondsLeft)
{
    const QString name = announcedName(environment);
    if (reminder == Reminder::Expired || millisecondsLeft <= 0)
        return Text::tr("%1: the token has expired").arg(name);
    const int minutes = int((millisecondsLeft + minute - 1) / minute);
    return Text::tr("%1: the token expires in %n minute(s)", nullptr, minutes).arg(name);
}

} // namespace tokeni
