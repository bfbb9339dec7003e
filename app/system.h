// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/desktop/desktopnotifications.h"
#include "adapters/desktop/systemcolours.h"
#include "adapters/desktop/trayhost.h"
#include "adapters/files/environmentfile.h"
#include "adapters/files/historyfile.h"
#include "adapters/files/localfilereader.h"
#include "adapters/files/requestlockfiles.h"
#include "adapters/keychain/keychainname.h"
#include "adapters/keychain/keychainstore.h"
#include "adapters/keychain/keychainwatch.h"
#include "adapters/keychain/memorystore.h"
#include "adapters/network/networktransport.h"
#include "adapters/process/quitsignals.h"
#include "adapters/time/systemclock.h"
#include "parts.h"
#include "simulator/simulator.h"

namespace tokeni {

/*! The system, for the program with the window: one object of every adapter that it uses. */
struct System
{
    [[nodiscard]] Ports ports()
    {
        return {keychain, memory, environmentFile, transport, locks, clock};
    }

    SystemClock clock;
    MemoryStore memory;
    KeychainStore keychain;
    KeychainName keychainName;
    KeychainWatch keychainWatch;
    NetworkTransport transport{clock};
    RequestLockFiles locks{RequestLockFiles::defaultFolder()};
    EnvironmentFile environmentFile{EnvironmentFile::defaultPath()};
    HistoryFile historyFile{HistoryFile::defaultPath()};
    LocalFileReader fileReader;
    DesktopNotifications notifications;
    SystemColours colours;
    TrayHost trayHost;
    QuitSignals quitSignals;
    Simulator simulator{clock};
};

} // namespace tokeni
