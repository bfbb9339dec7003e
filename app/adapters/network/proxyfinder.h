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
 *  What the system says is what the environment variables say (see proxyVariableFor()), or else the
 *  desktop's settings. These may name a script on a server that does not answer: that holds up no
 *  other request and not the end of the program. A proxy that can't be used is a fault; nothing
 * goes past it. */
class ProxyFinder : public QObject
{
    Q_OBJECT
public:
    /*! NoProxy where there is none; else a fault of Kind::ProxyUnusable. */
    using Outcome = tl::expected<QNetworkProxy, TransportFault>;
    using Done = std::function<void(const Outcome &)>;

    using QObject::QObject;
    /*! \a secrets has the chosen proxy's password and must outlive this object; without it no
     *  password is sent to a proxy. */
    void readPasswordsFrom(KeychainOrMemory &secrets) { m_secrets = &secrets; }

    /*! Hands the proxy for \a url to \a done, never before it returns and unless \a context is gone
     *  by then. Loopback takes none. */
    void find(const ProxyChoice &choice, const QUrl &url, QObject *context, const Done &done);

private:
    /*! What the desktop's settings name, for proxyAt(), the best first. */
    using Addresses = QStringList;

    void findChosen(const ProxyChoice &choice, QObject *context, const Done &done);
    void findOfSystem(const QUrl &url, QObject *context, const Done &done);

    KeychainOrMemory *m_secrets = nullptr;
    SharedCalls<Addresses> m_asking; // By scheme, host and port of the server.
};

} // namespace tokeni
