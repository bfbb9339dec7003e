// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainormemory.h"
#include "support/fakeclock.h"
#include "support/fakelocks.h"
#include "support/fakestore.h"
#include "support/faketransport.h"

namespace tokeni {

/*! Fakes of everything outside that a token request needs. */
struct PortsFixture
{
    FakeClock clock;
    FakeStore keychain;
    FakeStore memory;
    KeychainOrMemory secrets{keychain, memory};
    FakeTransport transport{clock};
    FakeLocks locks;
};

} // namespace tokeni
