// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/failure/diagnosis.h"

#include "core/environment/knownhosts.h"
#include "core/environment/tokenurlremark.h"
#include "core/failure/failuretable.h"
#include "core/text/visibletext.h"
#include "core/time/clocktime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The translation context for the texts here and in the table.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

using Action = DiagnosisAction::Kind;

// More would not fit beside the text.
constexpr qsizetype maxActions = 4;
// A placeholder for the name until its position in the line is known; a private-use code point.
constexpr QChar nameHere(0xE000);
// A longer path is cut.
constexpr qsizetype maxPath = 80;

// A failure, and everything about it that the texts use.
struct FailureFacts
{
    const TokenError &error;
    const Environment &environment;
    const DiagnosisContext &context;
};

QString serverName(const Environment &environment)
{
    if (environment.kind() == EnvironmentKind::Simulator)
        return Text::tr("the simulator");
    const auto service = serviceOf(environment.tokenUrl);
    return service ? serviceName(*service) : shownHost(environment.tokenUrl);
}

// The portal only knows Daraja's own environments.
bool hasPortal(const Environment &environment)
{
    const EnvironmentKind kind = kindByHost(environment);
    return kind == EnvironmentKind::Sandbox || kind == EnvironmentKind::Production;
}

QString urlPath(const Environment &environment)
{
    return shortened(requestUrl(environment.tokenUrl).path(QUrl::FullyEncoded), maxPath);
}

// The path of the token call at the environment's server, or on Daraja if that is not a known one.
QString tokenPath(const Environment &environment)
{
    const QUrl known = tokenUrlBelow(environment.tokenUrl);
    return known.isEmpty() ? defaultTokenUrl(EnvironmentKind::Sandbox).path() : known.path();
}

QString timeOf(const QDateTime &accepted, const QDateTime &now)
{
    const bool otherDay = now.isValid() && accepted.date() != now.date();
    return otherDay ? QLocale().toString(accepted, QLocale::ShortFormat)
                    : QLocale().toString(accepted.time(), QLocale::ShortFormat);
}

// Rounded up, so that nobody retries too early. Units instead of words, which would need plural
// forms.
QString waitText(qint64 seconds)
{
    if (seconds < 120)
        return Text::tr("%1 s").arg(seconds);
    const qint64 minutes = (seconds + 59) / 60;
    return minutes < 120 ? Text::tr("%1 min").arg(minutes)
                         : Text::tr("%1 h").arg((minutes + 59) / 60);
}

QString valueOf(Placeholder blank, const FailureFacts &failure)
{
    switch (blank) {
    case Placeholder::None:
        return {};
    case Placeholder::Server:
        return serverName(failure.environment);
    case Placeholder::Host:
        return shownHost(failure.environment.tokenUrl);
    case Placeholder::OtherName:
        return QString(nameHere);
    case Placeholder::AcceptedAt:
        return timeOf(failure.context.sameKeys->acceptedAt, failure.context.failedAt);
    case Placeholder::ClockShows:
        return QLocale().toString(failure.context.failedAt, QLocale::ShortFormat);
    case Placeholder::Wait:
        return waitText(failure.error.retryAfter->count());
    case Placeholder::RecentSince:
        return clockTime(failure.context.recent.since);
    case Placeholder::RecentCount:
        return QString::number(failure.context.recent.count);
    case Placeholder::UrlPath:
        return urlPath(failure.environment);
    case Placeholder::TokenPath:
        return tokenPath(failure.environment);
    }
    Q_UNREACHABLE();
}

bool hasIncident(const TokenError &error)
{
    return error.kind == TokenError::Kind::Firewall && !error.detail.isEmpty();
}

bool applies(Condition condition, const FailureFacts &failure)
{
    switch (condition) {
    case Condition::Always:
        return true;
    case Condition::WaitNamed:
        return failure.error.retryAfter && !failure.error.isWaitFromRate;
    case Condition::WaitFromRate:
        return failure.error.retryAfter && failure.error.isWaitFromRate;
    case Condition::WaitOpen:
        return !failure.error.retryAfter;
    case Condition::ClockKnown:
        return failure.context.failedAt.isValid();
    case Condition::ClockUnknown:
        return !failure.context.failedAt.isValid();
    case Condition::SeveralRequests:
        return failure.context.recent.count > 1;
    case Condition::PathDiffers:
        return urlPath(failure.environment) != tokenPath(failure.environment);
    case Condition::PathIsRight:
        return urlPath(failure.environment) == tokenPath(failure.environment);
    case Condition::AuthorizationInDoubt:
        return failure.error.serverCode == badAuthorizationCode;
    case Condition::IdForSafaricom:
        return hasPortal(failure.environment)
            && (!failure.error.requestId.isEmpty() || hasIncident(failure.error));
    }
    Q_UNREACHABLE();
}

Advice filled(const DiagnosisLine &line, const FailureFacts &failure)
{
    QString text = QCoreApplication::translate("Diagnosis", line.text);
    if (line.second != Placeholder::None)
        text = text.arg(valueOf(line.first, failure), valueOf(line.second, failure));
    else if (line.first != Placeholder::None)
        text = text.arg(valueOf(line.first, failure));
    Advice advice{text};
    const qsizetype at = text.indexOf(nameHere);
    if (at >= 0 && failure.context.sameKeys) {
        const QString name = failure.context.sameKeys->environmentName;
        advice = {text.replace(at, 1, name), at, name.size()};
    }
    return advice;
}

QList<Advice> adviceFor(const Explanation &explanation, const FailureFacts &failure)
{
    QList<Advice> advice;
    for (const DiagnosisLine &line : explanation.advice) {
        if (applies(line.condition, failure))
            advice.append(filled(line, failure));
    }
    return advice;
}

QList<DiagnosisAction> actionsFor(const Explanation &explanation, const FailureFacts &failure)
{
    if (failure.error.kind == TokenError::Kind::Cancelled)
        return {};
    QList<DiagnosisAction> actions;
    for (const Action kind : explanation.actions) {
        if (kind == Action::OpenPortal && portalFor(failure.environment).isEmpty())
            continue;
        if (kind == Action::OpenIncidents && !applies(Condition::IdForSafaricom, failure))
            continue;
        DiagnosisAction action{kind};
        if (kind == Action::SwitchEnvironment) {
            action.environmentId = failure.context.sameKeys->environmentId;
            action.environmentName = failure.context.sameKeys->environmentName;
        }
        actions.append(action);
    }
    if (failure.context.tokenAlive)
        actions.insert(std::min<qsizetype>(1, actions.size()), {Action::UseToken});
    actions = actions.first(std::min(actions.size(), maxActions - 1));
    actions.append({Action::CopyReport});
    return actions;
}

// A redirect may name its target by a relative URL (RFC 9110 section 10.2.2).
QString redirectTarget(const FailureFacts &failure)
{
    const QUrl target(failure.error.detail);
    if (!target.isRelative())
        return failure.error.detail;
    return failure.environment.tokenUrl.resolved(target).toString(QUrl::RemoveQuery);
}

QString serverSaid(const FailureFacts &failure)
{
    const TokenError &error = failure.error;
    QStringList parts{error.serverCode, error.serverWords};
    if (hasIncident(error))
        parts.append(Text::tr("incident ID %1").arg(error.detail));
    else if (error.kind == TokenError::Kind::Redirected && !error.detail.isEmpty())
        parts.append(
            Text::tr("HTTP %1 to %2").arg(QString::number(error.status), redirectTarget(failure)));
    else
        parts.append(error.detail);
    parts.removeAll(QString());
    if (error.kind == TokenError::Kind::GivesNoTokens) {
        if (const auto remark = remarkOn(failure.environment.tokenUrl))
            parts.append(remark->text);
    }
    const bool saysItself = error.kind == TokenError::Kind::Firewall && !error.requestId.isEmpty();
    if (parts.isEmpty() && error.group() == TokenError::Group::Refused && !saysItself)
        parts.append(Text::tr("HTTP %1, without a message").arg(error.status));
    if (!error.requestId.isEmpty())
        parts.append(Text::tr("request ID %1").arg(error.requestId));
    return parts.join(u" · "_s);
}

} // namespace

Diagnosis diagnose(const TokenError &error, const Environment &environment,
                   const DiagnosisContext &context)
{
    const FailureFacts failure{error, environment, context};
    const Cause cause = causeOf(error, environment, context);
    const Explanation &explanation = explanationOf(error.kind, cause);
    QString title = filled(explanation.title, failure).text;
    // A host at the beginning of a sentence is not capitalised.
    if (environment.kind() == EnvironmentKind::Simulator
        && title.startsWith(serverName(environment)))
        title[0] = title[0].toUpper();
    return {cause,
            title,
            serverSaid(failure),
            adviceFor(explanation, failure),
            actionsFor(explanation, failure),
            explanation.firstIsTheRemedy};
}

QUrl portalFor(const Environment &environment)
{
    if (const auto service = serviceOf(environment.tokenUrl))
        return portalOf(*service);
    const EnvironmentKind kind = environment.chosenKind;
    const bool isDarajas = kind == EnvironmentKind::Sandbox || kind == EnvironmentKind::Production;
    return isDarajas ? portalOf(Service::Daraja) : QUrl();
}

QUrl incidentPage()
{
    return QUrl(u"https://daraja.safaricom.co.ke/dashboard/incidentmanagement"_s);
}

} // namespace tokeni
