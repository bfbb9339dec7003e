// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure/diagnosis.h"

#include <QDateTime>
#include <QLocale>

// The environments, failures and contexts for the rows of the diagnosis's test.

Q_DECLARE_METATYPE(tokeni::TokenError)
Q_DECLARE_METATYPE(tokeni::DiagnosisContext)

namespace tokeni {

using Kind = TokenError::Kind;
using Actions = QList<DiagnosisAction::Kind>;

[[nodiscard]] inline Environment environmentOf(EnvironmentKind kind)
{
    Environment environment;
    environment.id = QStringLiteral("id");
    environment.name = QStringLiteral("Name");
    environment.chosenKind = kind;
    environment.tokenUrl = kind == EnvironmentKind::Custom
        ? QUrl(QStringLiteral("https://gateway.example/oauth/v1/generate"))
        : defaultTokenUrl(kind);
    return environment;
}

[[nodiscard]] inline Environment environmentAt(const QString &host)
{
    Environment environment = environmentOf(EnvironmentKind::Custom);
    environment.tokenUrl.setHost(host);
    return environment;
}

[[nodiscard]] inline Environment sandboxHostInProduction()
{
    Environment environment = environmentOf(EnvironmentKind::Production);
    environment.tokenUrl = defaultTokenUrl(EnvironmentKind::Sandbox);
    return environment;
}

[[nodiscard]] inline Environment productionHostInSandbox()
{
    Environment environment = environmentOf(EnvironmentKind::Sandbox);
    environment.tokenUrl = defaultTokenUrl(EnvironmentKind::Production);
    return environment;
}

[[nodiscard]] inline TokenError refusal()
{
    TokenError error{Kind::WrongKeys, 400};
    error.serverCode = QStringLiteral("400.008.01");
    error.serverWords = QStringLiteral("Invalid Authentication passed");
    return error;
}

[[nodiscard]] inline TokenError oddKeys(const KeyFacts &facts)
{
    TokenError error = refusal();
    error.keyFacts = facts;
    return error;
}

[[nodiscard]] inline TokenError tls(TlsReason reason)
{
    TokenError error{Kind::Tls};
    error.tlsReason = reason;
    return error;
}

[[nodiscard]] inline TokenError withDetail(Kind kind, int status, const QString &detail)
{
    TokenError error{kind, status};
    error.detail = detail;
    return error;
}

[[nodiscard]] inline TokenError withCode(Kind kind, QLatin1StringView code)
{
    TokenError error{kind, 400};
    error.serverCode = code;
    return error;
}

[[nodiscard]] inline TokenError withWait(Kind kind, int status)
{
    TokenError error{kind, status};
    error.retryAfter = std::chrono::seconds(42);
    return error;
}

inline const QDateTime accepted(QDate(2026, 1, 2), QTime(16, 42));
inline const QDateTime failed(QDate(2026, 1, 2), QTime(16, 43));

/*! The time as in the test's table, converted to the format of the current locale. */
[[nodiscard]] inline QString atTime(const QString &text)
{
    return QString(text).replace(QStringLiteral("16:42"),
                                 QLocale().toString(accepted.time(), QLocale::ShortFormat));
}

[[nodiscard]] inline DiagnosisContext sameKeys(const QString &name, EnvironmentKind kind,
                                               const QDateTime &when = {})
{
    return {SameKeys{QStringLiteral("there"), name, kind, when}, false, failed};
}

[[nodiscard]] inline Actions kindsOf(const QList<DiagnosisAction> &actions)
{
    Actions kinds;
    for (const DiagnosisAction &action : actions)
        kinds.append(action.kind);
    return kinds;
}

[[nodiscard]] inline QStringList textsOf(const Diagnosis &diagnosis)
{
    QStringList texts;
    for (const Advice &line : diagnosis.advice)
        texts.append(line.text);
    return texts;
}

} // namespace tokeni
