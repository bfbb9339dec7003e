// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/tokenattempt.h"
#include "portsfixture.h"

#include <QTest>

namespace tokeni {

[[nodiscard]] inline Credentials rightKeys()
{
    return {Secret("the-consumer-key"), Secret("the-consumer-secret")};
}

[[nodiscard]] inline Environment sandbox()
{
    return defaultEnvironments().at(1);
}

/*! One attempt on fakes, with everything that it uses and every signal that it emitted, in order.
 *  The environment is sandbox() unless stated otherwise. */
struct AttemptFixture : PortsFixture
{
    QStringList told;
    std::shared_ptr<TokenOutcome> outcome;
    std::unique_ptr<TokenAttempt> attempt;

    explicit AttemptFixture(bool withKeys = true)
    {
        if (withKeys)
            keychain.put(credentialsItem(sandbox().id), "the-consumer-key\nthe-consumer-secret");
    }

    void start(ReusePolicy reuse = ReusePolicy::never(), std::optional<Credentials> typed = {},
               const Environment &environment = sandbox())
    {
        attempt = std::make_unique<TokenAttempt>(TokenPorts{secrets, transport, locks, clock},
                                                 environment, std::move(typed), reuse);
        QObject::connect(attempt.get(), &TokenAttempt::stageChanged, attempt.get(), [this] {
            told.append(attempt->stage() == TokenAttempt::Stage::Server ? QStringLiteral("server")
                            : attempt->stage() == TokenAttempt::Stage::Keychain
                            ? QStringLiteral("keychain")
                            : QStringLiteral("other request"));
        });
        QObject::connect(attempt.get(), &TokenAttempt::answered, attempt.get(),
                         [this](const std::shared_ptr<TokenOutcome> &answer) {
                             told.append(QStringLiteral("answered"));
                             outcome = answer;
                         });
        QObject::connect(attempt.get(), &TokenAttempt::notStored, attempt.get(),
                         [this](const QString &reason) {
                             told.append(QStringLiteral("not stored: ") + reason);
                         });
        QObject::connect(attempt.get(), &TokenAttempt::finished, attempt.get(),
                         [this] { told.append(QStringLiteral("finished")); });
        attempt->start();
    }

    [[nodiscard]] bool sent(int count = 1) const
    {
        return QTest::qWaitFor([&] { return transport.count() == count; });
    }
    [[nodiscard]] bool finished() const
    {
        return QTest::qWaitFor([&] { return told.contains(QStringLiteral("finished")); });
    }
    [[nodiscard]] std::optional<TokenError::Kind> error() const
    {
        return outcome && !outcome->token ? std::optional(outcome->token.error().kind)
                                          : std::nullopt;
    }
    /*! Puts a token into the keychain that was requested \a ago. */
    void share(const QByteArray &token, std::chrono::milliseconds ago,
               const Environment &environment = sandbox())
    {
        ClockReading asked = clock.now();
        asked.wallMs -= ago.count();
        asked.steadyMs -= ago.count();
        const Token shared(Secret(token), asked, std::chrono::seconds(3599), false);
        keychain.put(
            tokenItem(sandbox().id),
            shared.toKeychainItem(issuanceIdOf(environment, rightKeys())).view().toByteArray());
    }
};

} // namespace tokeni
