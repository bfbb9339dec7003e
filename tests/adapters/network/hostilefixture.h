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

/*! All that stands behind the window's Get token: the session and the network as they are, and a
 *  fake keychain with keys for one environment. */
class HostileFixture
{
public:
    explicit HostileFixture(const QUrl &tokenUrl, const QString &caFile = {});

    /*! Asks for a token, waits, and says what the user would read: the diagnosis's title, or
     *  "token: " and the token. */
    [[nodiscard]] QString ask(std::chrono::milliseconds deadline = std::chrono::seconds(20));
    /*! ask() with \a deadline, and with three times as much, and so on, until it says \a outcome or
     *  had 20 s: on a busy machine it takes a while to get as far as that. */
    [[nodiscard]] QString askPatiently(const QString &outcome, std::chrono::milliseconds deadline);
    /*! How often was asked. */
    [[nodiscard]] int asked() const { return m_asked; }
    /*! What came back last; null when nothing was sent. */
    [[nodiscard]] const HttpExchange *exchange() const
    {
        return m_tokens.state(m_environment.id).exchange;
    }
    /*! Makes the environment point elsewhere. */
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

/*! The token of decentAnswer(). */
inline constexpr char decentToken[] = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";
/*! What HostileFixture::ask() says then. */
[[nodiscard]] QString decentOutcome();

} // namespace tokeni
