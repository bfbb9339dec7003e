// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/renewal.h"

#include <algorithm>

namespace tokeni {

namespace {

using Kind = RenewalState::Kind;

constexpr std::size_t mostTries = 3;
constexpr qint64 minute = 60'000;
constexpr std::chrono::seconds firstPause{20};
constexpr std::chrono::seconds longestPause{300};
// Qt's timers stand still while the machine is suspended, so a long wait is taken in steps and the
// clocks are asked after each.
constexpr qint64 longestStep = 30'000;
// What one wait may differ from another and still be the same one.
constexpr qint64 jitter = 1'000;

bool stopsAt(TokenError::Kind kind)
{
    switch (kind) {
    case TokenError::Kind::NoKeys:
    case TokenError::Kind::WrongKeys:
    case TokenError::Kind::Unauthorised:
    case TokenError::Kind::Forbidden:
    case TokenError::Kind::ProxyLogin:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds pauseAfter(int failures, const std::optional<TokenError> &why)
{
    const auto doubled = firstPause * (1 << std::min(failures - 1, 10));
    const auto wanted
        = why ? why->retryAfter.value_or(std::chrono::seconds(0)) : std::chrono::seconds(0);
    // No server is believed that wants to be left alone for longer than a token can live.
    return std::max(std::min(doubled, longestPause), std::min(wanted, longestLifetime));
}

} // namespace

qint64 TryLimit::millisecondsToWait(const Moment &now) const
{
    if (m_tries.size() < mostTries)
        return 0;
    return std::max<qint64>(0, minute + 1 - millisecondsBetween(m_tries.front(), now));
}

void TryLimit::note(const Moment &now)
{
    m_tries.push_back(now);
    if (m_tries.size() > mostTries)
        m_tries.pop_front();
}

// All but the limit, which no click may get around.
void Renewal::Plan::forget()
{
    TryLimit kept = std::move(limit);
    *this = {};
    limit = std::move(kept);
}

void Renewal::Plan::follow(const Token &token, const Moment &now)
{
    kind = Kind::Waiting;
    error.reset();
    failures = 0;
    from = now;
    wait = token.millisecondsLeft(now) - token.margin().count();
    lived = true;
    asking = false;
}

void Renewal::Plan::setDue(const Moment &now)
{
    kind = Kind::Waiting;
    error.reset();
    failures = 0;
    from = now;
    wait = 0;
}

void Renewal::Plan::takeFailure(const std::optional<TokenError> &why, const Moment &now)
{
    ++failures;
    kind = why && stopsAt(why->kind) ? Kind::Stopped : why ? Kind::Retrying : Kind::Waiting;
    error = why;
    from = now;
    wait = pauseAfter(failures, why).count();
}

bool Renewal::Plan::isTicking() const
{
    return !paused && (kind == Kind::Waiting || kind == Kind::Retrying);
}

qint64 Renewal::Plan::millisecondsToWait(const Moment &now) const
{
    return std::max(
        {qint64(0), wait - millisecondsBetween(from, now), limit.millisecondsToWait(now)});
}

Renewal::Renewal(const Environments &environments, TokenSession &session, const Clock &clock,
                 QObject *parent)
    : QObject(parent), m_environments(environments), m_session(session), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Renewal::tryWhatIsDue);
    connect(&m_session, &TokenSession::changed, this, &Renewal::look);
    connect(&m_environments, &Environments::edited, this,
            [this](const Environment &environment) { restart(environment.id); });
    connect(&m_environments, &Environments::changed, this, &Renewal::followList);
    followList();
}

RenewalState Renewal::state(const QString &environmentId) const
{
    const auto it = m_plans.find(environmentId);
    if (it == m_plans.end() || it->second.paused)
        return {};
    const Plan &plan = it->second;
    RenewalState state{plan.kind, {}, plan.error};
    if (plan.isTicking()) {
        const Moment now = m_clock.now();
        state.nextAt = QDateTime::fromMSecsSinceEpoch(now.wallMs + plan.millisecondsToWait(now));
    }
    return state;
}

void Renewal::look(const QString &environmentId)
{
    const Environment *environment = m_environments.list().find(environmentId);
    if (!environment)
        return;
    const Moment now = m_clock.now();
    Plan &plan = m_plans[environmentId];
    const auto shown = [&plan] { return std::tuple(plan.kind, plan.paused, plan.failures); };
    const auto before = shown();
    const qint64 waitBefore = plan.millisecondsToWait(now);
    update(plan, *environment, now);
    const qint64 moved = std::abs(plan.millisecondsToWait(now) - waitBefore);
    const bool same = shown() == before && (!plan.isTicking() || moved < jitter);
    schedule();
    if (!same)
        Q_EMIT changed(environmentId);
}

void Renewal::update(Plan &plan, const Environment &environment, const Moment &now) const
{
    const QString &id = environment.id;
    if (!environment.renewAutomatically) {
        plan.forget();
        return;
    }
    plan.paused = m_session.isEdited(id);
    if (m_session.activity(id) != TokenSession::Activity::Idle) {
        plan.asking = true;
        if (plan.lived)
            plan.kind = Kind::Trying;
        return;
    }
    // What the fields hide is looked at when they are as they were.
    if (plan.paused)
        return;
    const bool asked = std::exchange(plan.asking, false);
    const Token *token = m_session.token(id);
    const auto keys = m_session.keys(id).kind;
    if (token && Reuse::outsideMargin().accepts(*token, now)) {
        plan.follow(*token, now);
    } else if (!m_session.millisecondsLeft(id) && keys != KeysState::Kind::Unreadable
               && keys != KeysState::Kind::Unknown) {
        // It was given for other keys, or another URL.
        plan.forget();
    } else if (token && !plan.lived) {
        plan.lived = true;
        plan.setDue(now);
    } else if (plan.lived && asked) {
        plan.takeFailure(m_session.error(id), now);
    }
}

// Something of the environment was edited, perhaps just what made the tries fail.
void Renewal::restart(const QString &environmentId)
{
    const auto it = m_plans.find(environmentId);
    if (it == m_plans.end())
        return;
    Plan &plan = it->second;
    if (plan.kind != Kind::Retrying && plan.kind != Kind::Stopped)
        return;
    plan.setDue(m_clock.now());
    schedule();
    Q_EMIT changed(environmentId);
}

void Renewal::followList()
{
    std::erase_if(m_plans,
                  [this](const auto &each) { return !m_environments.list().find(each.first); });
    const QList<Environment> all = m_environments.list().all();
    for (const Environment &environment : all)
        look(environment.id);
    schedule();
}

void Renewal::tryWhatIsDue()
{
    const QList<Environment> all = m_environments.list().all();
    for (const Environment &environment : all) {
        // The clock may have made a leap: what was waited for may be long past.
        look(environment.id);
        const auto it = m_plans.find(environment.id);
        const Moment now = m_clock.now();
        if (it == m_plans.end() || !it->second.isTicking()
            || it->second.millisecondsToWait(now) > 0)
            continue;
        it->second.limit.note(now);
        m_session.renew(environment);
    }
    schedule();
}

void Renewal::schedule()
{
    const Moment now = m_clock.now();
    std::optional<qint64> next;
    for (const auto &[id, plan] : m_plans) {
        if (plan.isTicking())
            next = std::min(next.value_or(longestStep), plan.millisecondsToWait(now));
    }
    if (next)
        m_timer.start(std::chrono::milliseconds(*next));
    else
        m_timer.stop();
}

} // namespace tokeni
