// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/tokens.h"

namespace tokeni {

/*! KeyRing and Tokens behind one name, until all callers know which of the two they need. */
class TokenSession : public QObject
{
    Q_OBJECT
public:
    using Activity = TokenState::Activity;

    explicit TokenSession(const TokenPorts &ports, const Drafts *drafts = nullptr)
        : m_keyRing(ports.secrets), m_tokens(ports, m_keyRing, drafts)
    {
        connect(&m_keyRing, &KeyRing::changed, this, &TokenSession::changed);
        connect(&m_tokens, &Tokens::changed, this, &TokenSession::changed);
        connect(&m_tokens, &Tokens::requestEnded, this, &TokenSession::requestEnded);
        connect(&m_tokens, &Tokens::tokenNotStored, this, &TokenSession::tokenNotStored);
    }

    void open(const Environment &environment) { m_keyRing.load(environment); }
    void saveKeys(const Environment &environment, Credentials keys, QObject *context = nullptr,
                  KeyRing::Saved done = {})
    {
        m_keyRing.save(environment, std::move(keys), context, std::move(done));
    }
    void readKeys(const Environment &environment, QObject *context, KeyRing::Read done)
    {
        m_keyRing.read(environment, context, std::move(done));
    }
    void retryKeychain(const Environment &environment) { m_keyRing.retryKeychain(environment); }
    void keychainChanged(const QStringList &items) { m_keyRing.keychainChanged(items); }
    [[nodiscard]] KeychainWithTimeout &keychain() const { return m_keyRing.keychain(); }
    void environmentChanged(const Environment &environment)
    {
        m_keyRing.environmentChanged(environment);
    }
    void forget(const QString &id) { m_keyRing.forget(id); }
    [[nodiscard]] KeysState keys(const QString &id) const { return m_keyRing.state(id); }

    void request(const Environment &environment, std::optional<Credentials> keys)
    {
        m_tokens.request(environment, std::move(keys));
    }
    void obtain(const Environment &environment, std::optional<Credentials> keys, ReusePolicy reuse,
                QObject *context, Tokens::Done done)
    {
        m_tokens.obtain(environment, std::move(keys), reuse, context, std::move(done));
    }
    void renew(const Environment &environment) { m_tokens.renew(environment); }
    void cancel(const QString &id) { m_tokens.cancel(id); }
    void reload(const QString &id) { m_tokens.reload(id); }
    [[nodiscard]] const Token *token(const QString &id) const { return m_tokens.token(id); }
    [[nodiscard]] SecretLocation tokenPlace(const QString &id) const
    {
        return m_tokens.state(id).place;
    }
    [[nodiscard]] std::optional<qint64> millisecondsLeft(const QString &id) const
    {
        return m_tokens.state(id).millisecondsLeft;
    }
    [[nodiscard]] Activity activity(const QString &id) const { return m_tokens.state(id).activity; }
    [[nodiscard]] bool isEdited(const QString &id) const { return m_tokens.state(id).isEdited; }
    [[nodiscard]] std::optional<TokenError> error(const QString &id) const
    {
        return m_tokens.state(id).error;
    }
    [[nodiscard]] bool isBackground(const QString &id) const
    {
        return m_tokens.state(id).isBackground;
    }
    [[nodiscard]] DiagnosisContext diagnosisContext(const QString &id) const
    {
        return m_tokens.diagnosisContext(id);
    }
    [[nodiscard]] const HttpExchange *exchange(const QString &id) const
    {
        return m_tokens.state(id).exchange;
    }

Q_SIGNALS:
    void changed(const QString &environmentId);
    void requestEnded(const tokeni::RequestRecord &record);
    void tokenNotStored(const QString &environmentId, const QString &reason);

private:
    KeyRing m_keyRing;
    Tokens m_tokens;
};

} // namespace tokeni
