// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/keychain/memorystore.h"
#include "core/keychain/keychainormemory.h"
#include "core/token/tokens.h"
#include "support/fakelocks.h"
#include "support/fakestore.h"
#include "support/hurriedtransport.h"
#include "transportfixture.h"

namespace tokeni {

/*! Everything behind the window's Get token: the real session and network, and a fake keychain with
 *  the keys of one environment. */
class HostileFixture
{
public:
    explicit HostileFixture(const QUrl &tokenUrl, const QString &caFile = {});

    /*! Requests a token, waits, and returns what the user would read: the diagnosis's title, or
     *  "token: " and the token. */
    [[nodiscard]] QString ask(std::chrono::milliseconds deadline = std::chrono::seconds(20));
    /*! Calls ask() with \a deadline, then with three times as much, and so on, until it returns \a
     *  outcome or the deadline has been 20 s: a busy machine takes a while to get that far. */
    [[nodiscard]] QString askPatiently(const QString &outcome, std::chrono::milliseconds deadline);
    /*! How many requests were made. */
    [[nodiscard]] int asked() const { return m_asked; }
    /*! The last exchange; null if nothing was sent. */
    [[nodiscard]] const HttpExchange *exchange() const
    {
        return m_tokens.state(m_environment.id).exchange;
    }
    /*! Points the environment to \a url. */
    void setUrl(const QUrl &tokenUrl) { m_environment.tokenUrl = tokenUrl; }

private:
    TransportFixture m_network;
    HurriedTransport m_transport{m_network.transport};
    FakeStore m_keychain;
    MemoryStore m_memory;
    KeychainOrMemory m_secrets{m_keychain, m_memory};
    FakeLocks m_locks;
    KeyRing m_keyRing{m_secrets};
    Tokens m_tokens{{m_secrets, m_transport, m_locks, m_network.clock}, m_keyRing};
    Environment m_environment;
    int m_asked = 0;
};

/*! The token in decentAnswer(). */
inline constexpr char decentToken[] = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
/*! What HostileFixture::ask() returns for it. */
[[nodiscard]] QString decentOutcome();

} // namespace tokeni
