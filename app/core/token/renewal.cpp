// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/token/renewal.h"

#include <algorithm>
#include <utility>

namespace tokeni {

namespace {

using Kind = RenewalState::Kind;

constexpr std::size_t maxTries = 3;
constexpr qint64 minute = 60'000;
constexpr std::chrono::seconds firstPause{20};
constexpr std::chrono::seconds maxPause{300};
// After a refusal that more requests make worse. Incapsula steps in after about four quick requests
// (recorded 2026-09-26); how long it takes to calm down is not recorded, guides say up to an hour.
constexpr std::chrono::seconds pauseAfterBurst{300};
// Two waits that differ by no more than this are considered the same.
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

bool isAboutPace(const TokenError &why)
{
    return why.kind == TokenError::Kind::Firewall
        || (why.kind == TokenError::Kind::RateLimited && !why.retryAfter);
}

std::chrono::milliseconds pauseAfter(int failures, const std::optional<TokenError> &why)
{
    const auto doubled = firstPause * (1 << std::min(failures - 1, 10));
    const auto wanted
        = why ? why->retryAfter.value_or(std::chrono::seconds(0)) : std::chrono::seconds(0);
    const auto shortest = why && isAboutPace(*why) ? pauseAfterBurst : std::chrono::seconds(0);
    // If a server asks to be left alone for longer than a token can live, it is not believed.
    return std::max({std::min(doubled, maxPause), std::min(wanted, maxLifetime), shortest});
}

} // namespace

QString endsTheTokenBefore()
{
    return Renewal::tr("Safaricom's documentation says that each request ends the token before: a "
                       "server using the same keys would have to ask again.");
}

qint64 TryLimit::millisecondsToWait(const ClockReading &now) const
{
    if (m_tries.size() < maxTries)
        return 0;
    return std::max<qint64>(0, minute + 1 - millisecondsBetween(m_tries.front(), now));
}

void TryLimit::note(const ClockReading &now)
{
    m_tries.push_back(now);
    if (m_tries.size() > maxTries)
        m_tries.pop_front();
}

// Resets everything except the limit, which can't be bypassed by any click.
void Renewal::Plan::forget()
{
    TryLimit kept = std::move(limit);
    *this = {};
    limit = std::move(kept);
}

void Renewal::Plan::follow(const Token &token, const ClockReading &now)
{
    kind = Kind::Waiting;
    error.reset();
    failures = 0;
    from = now;
    wait = token.millisecondsLeft(now) - token.margin().count();
    lived = true;
    asking = false;
}

void Renewal::Plan::setDue(const ClockReading &now)
{
    kind = Kind::Waiting;
    error.reset();
    failures = 0;
    from = now;
    wait = 0;
}

void Renewal::Plan::postpone(qint64 ms, const ClockReading &now)
{
    from = now;
    wait = ms;
}

void Renewal::Plan::takeFailure(const std::optional<TokenError> &why, const ClockReading &now)
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

qint64 Renewal::Plan::millisecondsToWait(const ClockReading &now) const
{
    return std::max(
        {qint64(0), wait - millisecondsBetween(from, now), limit.millisecondsToWait(now)});
}

Renewal::Renewal(const Environments &environments, const KeyRing &keyRing, Tokens &tokens,
                 const Clock &clock, QObject *parent)
    : QObject(parent), m_environments(environments), m_keyRing(keyRing), m_tokens(tokens),
      m_clock(clock), m_alarm(clock.alarm())
{
    connect(m_alarm.get(), &Alarm::rang, this, &Renewal::tryWhatIsDue);
    connect(&m_keyRing, &KeyRing::changed, this, &Renewal::look);
    connect(&m_tokens, &Tokens::changed, this, &Renewal::look);
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
        const ClockReading now = m_clock.now();
        state.nextAt = QDateTime::fromMSecsSinceEpoch(now.wallMs + plan.millisecondsToWait(now));
    }
    return state;
}

void Renewal::look(const QString &environmentId)
{
    if (const Environment *environment = m_environments.list().find(environmentId))
        lookAt(*environment);
}

void Renewal::lookAt(const Environment &environment)
{
    const ClockReading now = m_clock.now();
    // Copied, since the environment may be replaced by the time of the emission at the end.
    const QString id = environment.id;
    Plan &plan = m_plans[id];
    const auto shown = [&plan] { return std::tuple(plan.kind, plan.paused, plan.failures); };
    const auto before = shown();
    const qint64 waitBefore = plan.millisecondsToWait(now);
    update(plan, environment, now);
    const qint64 moved = std::abs(plan.millisecondsToWait(now) - waitBefore);
    const bool same = shown() == before && (!plan.isTicking() || moved < jitter);
    schedule();
    if (!same)
        Q_EMIT changed(id);
}

void Renewal::update(Plan &plan, const Environment &environment, const ClockReading &now)
{
    const QString &id = environment.id;
    const QString place = kindName(environment.kind()) + u' ' + serverOf(environment.tokenUrl);
    if (!environment.renewAutomatically || plan.place != place) {
        plan.forget();
        plan.place = place;
    }
    if (!environment.renewAutomatically)
        return;
    const TokenState state = m_tokens.state(id);
    plan.paused = state.isEdited;
    if (state.activity != TokenState::Activity::Idle) {
        plan.asking = true;
        if (plan.lived)
            plan.kind = Kind::Trying;
        return;
    }
    // Unsaved edits: skip until they are saved or discarded.
    if (plan.paused)
        return;
    const bool asked = std::exchange(plan.asking, false);
    const Token *token = m_tokens.token(id);
    const auto keys = m_keyRing.state(id).kind;
    if (token && ReusePolicy::outsideMargin().accepts(*token, now)) {
        plan.follow(*token, now);
    } else if (!state.millisecondsLeft && keys != KeysState::Kind::Unreadable
               && keys != KeysState::Kind::Unknown) {
        // The token was issued for other keys, or for another URL.
        plan.forget();
    } else if (token && !plan.lived) {
        plan.lived = true;
        plan.setDue(now);
    } else if (plan.lived && asked) {
        plan.takeFailure(state.error, now);
        if (state.error && isAboutPace(*state.error))
            m_rests[serverOf(environment.tokenUrl)] = {now, plan.wait};
    }
}

qint64 Renewal::millisecondsToRest(const Environment &environment, const ClockReading &now) const
{
    const auto rest = m_rests.find(serverOf(environment.tokenUrl));
    if (rest == m_rests.end())
        return 0;
    return std::max<qint64>(0, rest->second.length - millisecondsBetween(rest->second.from, now));
}

void Renewal::proxyChanged()
{
    for (const auto &[id, plan] : std::as_const(m_plans)) {
        if (plan.error
            && (plan.error->kind == TokenError::Kind::ProxyLogin
                || plan.error->kind == TokenError::Kind::ProxyUnusable
                || plan.error->kind == TokenError::Kind::Proxy))
            restart(id);
    }
}

// The environment was edited; perhaps the edit removes the reason why the tries failed. No edit slows
// them down.
void Renewal::restart(const QString &environmentId)
{
    const auto it = m_plans.find(environmentId);
    if (it == m_plans.end())
        return;
    Plan &plan = it->second;
    if (plan.kind != Kind::Retrying && plan.kind != Kind::Stopped)
        return;
    if (plan.error && isAboutPace(*plan.error))
        return;
    plan.setDue(m_clock.now());
    schedule();
    Q_EMIT changed(environmentId);
}

void Renewal::followList()
{
    const QSet<QString> ids = m_environments.list().ids();
    std::erase_if(m_plans, [&ids](const auto &each) { return !ids.contains(each.first); });
    const QList<Environment> all = m_environments.list().all();
    for (const Environment &environment : all)
        lookAt(environment);
    schedule();
}

void Renewal::tryWhatIsDue()
{
    const QList<Environment> all = m_environments.list().all();
    const auto isDue = [this](const auto &it) {
        return it != m_plans.end() && it->second.isTicking()
            && it->second.millisecondsToWait(m_clock.now()) == 0;
    };
    for (const Environment &environment : all) {
        auto it = m_plans.find(environment.id);
        if (!isDue(it))
            continue;
        // The clock may have jumped, so the moment we waited for may be long past.
        lookAt(environment);
        it = m_plans.find(environment.id);
        if (!isDue(it))
            continue;
        const ClockReading now = m_clock.now();
        if (const qint64 rest = millisecondsToRest(environment, now); rest > 0) {
            it->second.postpone(rest, now);
            Q_EMIT changed(environment.id);
            continue;
        }
        it->second.limit.note(now);
        m_tokens.renew(environment);
    }
    schedule();
}

// Done once for everything that happens in one turn of the event loop, since there may be a
// thousand environments.
void Renewal::schedule()
{
    if (!std::exchange(m_scheduling, true))
        QMetaObject::invokeMethod(this, &Renewal::setAlarm, Qt::QueuedConnection);
}

void Renewal::setAlarm()
{
    m_scheduling = false;
    const ClockReading now = m_clock.now();
    std::optional<qint64> next;
    for (const auto &[id, plan] : m_plans) {
        if (plan.isTicking())
            next = std::min(next.value_or(plan.millisecondsToWait(now)),
                            plan.millisecondsToWait(now));
    }
    if (next)
        m_alarm->set(std::chrono::milliseconds(*next));
    else
        m_alarm->stop();
}

} // namespace tokeni
