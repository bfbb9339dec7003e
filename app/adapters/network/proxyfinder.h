// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/threads/detachedcall.h"
#include "core/keychain/keychainormemory.h"
#include "core/request/http.h"
#include "core/settings/settings.h"

#include <QNetworkProxy>

namespace tokeni {

/*! Finds the proxy between this computer and a server.
 *
 *  The system's proxy is the one in the environment variables (see proxyVariableFor()) or, if they
 *  are not set, the one in the desktop's settings. These may name a script on a server that does
 *  not answer: that delays neither other requests nor the end of the program. A proxy that can't be
 *  used is a fault; it is never bypassed. */
class ProxyFinder : public QObject
{
    Q_OBJECT
public:
    /*! NoProxy for a direct connection; otherwise a proxy, or a fault of Kind::ProxyUnusable. */
    using Outcome = tl::expected<QNetworkProxy, TransportFault>;
    using Done = std::function<void(const Outcome &)>;

    using QObject::QObject;
    /*! \a secrets has the chosen proxy's password and must outlive this object; if this is never
     *  called, no password is sent to a proxy. */
    void readPasswordsFrom(KeychainOrMemory &secrets) { m_secrets = &secrets; }

    /*! Hands the proxy for \a url to \a done; never before this call returns, and not at all if \a
     *  context has been destroyed by then. Loopback never uses a proxy. */
    void find(const ProxyChoice &choice, const QUrl &url, QObject *context, const Done &done);

private:
    /*! The addresses in the desktop's settings, as arguments for proxyAt(), best first. */
    using Addresses = QStringList;

    void findChosen(const ProxyChoice &choice, QObject *context, const Done &done);
    void findOfSystem(const QUrl &url, QObject *context, const Done &done);

    KeychainOrMemory *m_secrets = nullptr;
    SharedCalls<Addresses> m_asking; // By scheme, host and port of the server.
};

} // namespace tokeni
