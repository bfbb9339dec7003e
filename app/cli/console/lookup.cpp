// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console/lookup.h"

#include "cli/console/messages.h"
#include "cli/console/standardstreams.h"

#include <QEventLoop>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;

tl::expected<EnvironmentList, ExitStatus> loadEnvironments(Program &program)
{
    auto list = program.environments.load();
    if (!list)
        return tl::make_unexpected(reportAndExitStatus(list.error()));
    if (!list->unusable().isEmpty())
        printError(unusableWords(list->unusable(), program.environments.location()));
    return std::move(*list);
}

tl::expected<Environment, ExitStatus> findEnvironment(const EnvironmentList &list,
                                                      const QString &name)
{
    if (const Environment *environment = list.findNamed(name))
        return *environment;
    QStringList names;
    for (const Environment &environment : list.all())
        names.append(environment.name);
    printError(names.isEmpty() ? u"There is no environment yet. Create one with: tokeni-cli add"_s
                               : u"There is no environment named “%1”. These exist: %2."_s.arg(
                                   name, names.join(u", "_s)));
    return tl::make_unexpected(ExitStatus::Usage);
}

tl::expected<Environment, ExitStatus> findEnvironment(Program &program, const QString &name)
{
    return loadEnvironments(program).and_then(
        [&name](const EnvironmentList &list) { return findEnvironment(list, name); });
}

bool waitUntilStored(Program &program, std::optional<std::chrono::milliseconds> atMost)
{
    if (!program.secrets.isBusy())
        return true;
    QEventLoop loop;
    QObject::connect(&program.secrets, &KeychainOrMemory::idle, &loop, &QEventLoop::quit);
    if (atMost)
        QTimer::singleShot(*atMost, &loop, &QEventLoop::quit);
    loop.exec();
    return !program.secrets.isBusy();
}

QString keysInKeychain(Program &program, const Environment &environment,
                       const QByteArray &fingerprint)
{
    tl::expected<Secret, StoreFault> there;
    QEventLoop loop;
    // The keychain itself is read, since KeychainOrMemory has the new keys in memory.
    program.keychain.read(credentialsItem(environment.id), &loop, [&](auto answer) {
        there = std::move(answer);
        loop.quit();
    });
    loop.exec();
    if (!there) {
        return there.error().kind == StoreFault::Kind::NotFound
            ? u"It has no keys for “%1”."_s.arg(environment.name)
            : u"It is not known whether it still has earlier keys: %1"_s.arg(there.error().text);
    }
    const auto keys = credentialsFromKeychainItem(*there);
    if (keys && fingerprintOf(*keys) == fingerprint)
        return u"It has these keys anyway, and they are used."_s;
    return keys ? u"The earlier keys are still there, and are used."_s
                : u"What it still has there is not a pair of keys."_s;
}

} // namespace tokeni
