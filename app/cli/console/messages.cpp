// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/messages.h"

#include "cli/console/standardstreams.h"
#include "core/environment/tokenurlremark.h"
#include "core/failure/diagnosis.h"

#include <QRegularExpression>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

ExitStatus statusOf(TokenError::Group group)
{
    switch (group) {
    case TokenError::Group::Keys:
    case TokenError::Group::Keychain:
        return ExitStatus::Keychain;
    case TokenError::Group::Url:
        return ExitStatus::Usage;
    case TokenError::Group::Cancelled:
    case TokenError::Group::Network:
        return ExitStatus::Network;
    case TokenError::Group::Refused:
        return ExitStatus::Refused;
    case TokenError::Group::NotAToken:
        return ExitStatus::NotAToken;
    }
    Q_UNREACHABLE();
}

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_.][A-Za-z0-9_.-]*\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

// What to do next: the advice from core, except where that refers to things that only the window
// has.
QStringList adviceFor(const TokenError &error, const Environment &environment,
                      const Diagnosis &diagnosis)
{
    QStringList advice;
    for (const Advice &line : diagnosis.advice)
        advice.append(line.text);
    switch (error.kind) {
    case TokenError::Kind::NoKeys:
        return {u"Enter them with: "_s + shellCommand(u"set-keys"_s, environment.name)};
    case TokenError::Kind::KeychainFailed:
        return {u"Unlock the keychain and try again."_s};
    case TokenError::Kind::ConnectionRefused:
        if (environment.kind() == EnvironmentKind::Simulator) {
            return {u"Start the simulator with: tokeni-cli simulator --port %1"_s.arg(
                environment.tokenUrl.port(80))};
        }
        return advice;
    default:
        return advice;
    }
}

} // namespace

QString shellCommand(const QString &command, const QString &name)
{
    const QString separator = name.startsWith(u'-') ? u"-- "_s : QString();
    return u"tokeni-cli "_s + command + u' ' + separator + shellQuoted(name);
}

ExitStatus reportAndExitStatus(const EnvironmentsFault &fault)
{
    if (fault.kind == EnvironmentsFault::Kind::Refused && fault.problem) {
        printError(fault.problem->message());
        return ExitStatus::Usage;
    }
    if (fault.kind == EnvironmentsFault::Kind::NewerVersion)
        printError(
            u"The environments file was written by a newer version of Tokeni. Update this one."_s);
    else
        printError(fault.message());
    return ExitStatus::SettingsModel;
}

ExitStatus reportAndExitStatus(const TokenError &error, const Environment &environment)
{
    const Diagnosis diagnosis = diagnose(error, environment);
    QStringList lines{u"%1: %2."_s.arg(environment.name, diagnosis.title)};
    if (!diagnosis.serverSaid.isEmpty())
        lines.append(diagnosis.serverSaid);
    for (const QString &advice : adviceFor(error, environment, diagnosis))
        lines.append(u"- "_s + advice);
    printError(lines.join(u'\n'));
    return statusOf(error.group());
}

void reportRemark(const Environment &environment)
{
    const auto remark = remarkOn(environment.tokenUrl);
    if (!remark)
        return;
    printError(u"The token URL of “%1”: %2"_s.arg(environment.name, remark->text));
    if (!remark->better.isEmpty())
        printError(u"Probably meant: %1"_s.arg(remark->better.toString()));
}

void reportWhileWaiting(KeychainWithTimeout &keychain)
{
    QObject::connect(
        &keychain, &KeychainWithTimeout::changed, &keychain, [&keychain, said = false]() mutable {
            if (keychain.state() != KeychainWithTimeout::State::Slow || std::exchange(said, true))
                return;
            printError(
                u"The keychain has not answered for %1 seconds. It may be asking for its password "
                "or permission in a window. Press Ctrl+C to cancel."_s.arg(
                    keychain.secondsWaited()));
        });
}

void reportWhileWaiting(Tokens &tokens)
{
    QObject::connect(
        &tokens, &Tokens::changed, &tokens,
        [&tokens, said = false](const QString &environmentId) mutable {
            if (tokens.state(environmentId).activity != TokenState::Activity::OtherRequest
                || std::exchange(said, true))
                return;
            printError(u"Waiting for another Tokeni that is asking for this token, 30 seconds at "
                       "most. Press Ctrl+C to cancel."_s);
        });
}

} // namespace tokeni
