// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <QNetworkReply>
#include <QSslError>

#include <optional>

namespace tokeni {

/*! Why QNetworkAccessManager has no whole answer, as far as it knows; nothing where it has one.
 *  Kind::Proxy is about SingleUseProxy, which stands in a proxy's place. */
[[nodiscard]] std::optional<TransportFault::Kind> faultKind(QNetworkReply::NetworkError error,
                                                            int status);
/*! Why there was no connection to the server, or how it ended. */
[[nodiscard]] TransportFault::Kind faultKind(QAbstractSocket::SocketError error);

/*! Whether no interface of this computer but loopback is up: its resolver and its sockets say the
 * same then as about a wrong host. */
[[nodiscard]] bool isOffline();

/*! Of several reasons the one to deal with first. */
[[nodiscard]] TlsReason reasonOf(const QList<QSslError> &errors);

} // namespace tokeni
