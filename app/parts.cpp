// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts.h"

namespace tokeni {

Parts::Parts(const Ports &ports)
    : secrets(ports.keychain, ports.memory, ports.timeouts), environments(ports.environments),
      guard(ports.locks,
            [this](const QString &id, const QUrl &tokenUrl) {
                return environments.storageObjection(id, tokenUrl);
            }),
      drafts(environments, secrets), keyRing(secrets),
      tokens({secrets, ports.transport, ports.locks, ports.clock}, keyRing, &drafts)
{
    secrets.setGuard(&guard);
    QObject::connect(&environments, &Environments::changed, &secrets,
                     &KeychainOrMemory::moveHeldBack);
    QObject::connect(&ports.locks, &RequestLocks::tokenStoredElsewhere, &tokens, &Tokens::reload);
}

DesktopParts::DesktopParts(const Ports &ports, SettingsModel &chosen, HistoryStore &historyStore)
    : Parts(ports), settings(chosen), history(historyStore),
      renewal(environments, keyRing, tokens, ports.clock),
      reminders(environments, tokens, renewal, ports.clock)
{
    settings.keepPasswordIn(secrets);
    QObject::connect(&settings, &SettingsModel::proxyChanged, &renewal, &Renewal::proxyChanged);
    QObject::connect(&tokens, &Tokens::requestEnded, &history, &RequestHistory::add);
}

void DesktopParts::load()
{
    environments.load();
    history.load();
    QObject::connect(&environments, &Environments::edited, &keyRing, &KeyRing::environmentChanged);
    QObject::connect(&environments, &Environments::disappeared, &keyRing, &KeyRing::forget);
    QObject::connect(&environments, &Environments::appeared, &keyRing, &KeyRing::load);
    for (const Environment &environment : environments.list().all())
        keyRing.load(environment);
}

} // namespace tokeni
