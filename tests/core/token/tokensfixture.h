// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keys/drafts.h"
#include "core/token/tokens.h"
#include "portsfixture.h"
#include "support/fakeenvironmentstore.h"

#include <QTest>

namespace tokeni {

/*! Tokens on fakes, with keys for sandbox and production in the keychain. */
struct TokensFixture : PortsFixture
{
    FakeEnvironmentStore store;
    Environments environments{store};
    Drafts drafts{environments, secrets};
    KeyRing keyRing{secrets};
    Tokens tokens{{secrets, transport, locks, clock}, keyRing, &drafts};
    QObject context;
    Environment simulator = defaultEnvironments().at(0);
    Environment sandbox = defaultEnvironments().at(1);
    Environment production = defaultEnvironments().at(2);

    TokensFixture()
    {
        for (const Environment &environment : {sandbox, production})
            keychain.put(credentialsItem(environment.id),
                         toKeychainItem(keysIn(environment)).view().toByteArray());
    }

    /*! The keys that the keychain has for \a environment at the start. */
    static Credentials keysIn(const Environment &environment)
    {
        return {Secret(environment.id.toUtf8() + "-consumer-key"),
                Secret(environment.id.toUtf8() + "-consumer-secret")};
    }
    static Credentials typed(const char *word = "typed")
    {
        return {Secret(QByteArray(word) + "-consumer-key"),
                Secret(QByteArray(word) + "-consumer-secret")};
    }

    /*! Types a key for \a environment, or undoes it. */
    void type(const Environment &environment, const char *key = "typed")
    {
        drafts.setKeys(environment.id, {Secret(key), Secret()});
    }
    void untype(const Environment &environment) { drafts.setKeys(environment.id, {}); }

    /*! Lets everything happen that can happen without further input. */
    void settle()
    {
        do {
            for (int turns = 0; turns < 20; ++turns) {
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        } while (secrets.isBusy() && keychain.waiting() == 0);
    }
    /*! Gets \a token for \a environment from the server. */
    void fetch(const Environment &environment, const QByteArray &token)
    {
        tokens.request(environment, {});
        settle();
        transport.answer(transport.count() - 1, tokenReply(token));
        settle();
    }
    /*! The shown token, or "none". */
    [[nodiscard]] QByteArray token(const Environment &environment) const
    {
        const Token *token = tokens.token(environment.id);
        return token ? token->value().view().toByteArray() : "none";
    }
    /*! The kind of the last failure, or std::nullopt. */
    [[nodiscard]] std::optional<TokenError::Kind> error(const Environment &environment) const
    {
        const auto error = tokens.state(environment.id).error;
        return error ? std::optional(error->kind) : std::nullopt;
    }
};

} // namespace tokeni
