// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/tokenanswer.h"

#include "cli/console/lookup.h"
#include "cli/console/messages.h"
#include "cli/console/standardstreams.h"

#include <QEventLoop>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// How long $(tokeni-cli header …) waits for a keychain, which may be asking its user, to store the
// token. Less than the time after which a slow keychain is reported.
constexpr std::chrono::seconds storingTime{4};

// A server may give the token less life than was asked for.
void warnOfShortLife(const Token &token, const ReusePolicy &reuse, const ClockReading &now)
{
    const std::chrono::milliseconds left(token.millisecondsLeft(now));
    if (reuse.minValidity && left <= *reuse.minValidity) {
        printError(u"The new token is valid for only %1 seconds."_s.arg(
            std::chrono::floor<std::chrono::seconds>(left).count()));
    }
}

} // namespace

ExitStatus answerWithToken(Program &program, const QString &name, ReusePolicy reuse,
                           const TokenForm &form)
{
    const auto environment = findEnvironment(program, name);
    if (!environment)
        return environment.error();
    ExitStatus status = ExitStatus::Done;
    bool isPrinted = false;
    std::optional<QString> notStored; // The reason.
    QEventLoop loop;
    QObject::connect(&program.tokens, &Tokens::tokenNotStored, &loop,
                     [&](const QString &, const QString &reason) { notStored = reason; });
    QObject::connect(&program.tokens, &Tokens::changed, &loop,
                     [&, said = false](const QString &id) mutable {
                         const auto activity = program.tokens.state(id).activity;
                         if (activity == TokenState::Activity::Server && !std::exchange(said, true))
                             reportRemark(*environment);
                     });
    program.tokens.obtain(
        *environment, {}, reuse, &loop, [&](const tl::expected<const Token *, TokenError> &token) {
            if (token) {
                isPrinted = true;
                status = writeAnswer(form(**token, *environment).view());
                warnOfShortLife(**token, reuse, program.clock.now());
            } else {
                status = reportAndExitStatus(token.error(), *environment);
            }
            // Queued, since the answer may come before the loop runs.
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
    loop.exec();
    if (!waitUntilStored(program, storingTime)) {
        notStored = u"it has not answered for %1 seconds. It may be asking for its password or "
                    "permission in a window"_s.arg(storingTime.count());
    }
    if (isPrinted && notStored) {
        printError(
            u"The keychain did not store the token of “%1”, so the next command asks for a new "
            "one: %2"_s.arg(environment->name, *notStored));
    }
    return status;
}

Secret asLine(const Secret &text)
{
    QByteArray bytes;
    bytes.reserve(text.size() + 1);
    bytes.append(text.view());
    bytes.append('\n');
    return Secret::taking(std::move(bytes));
}

} // namespace tokeni
