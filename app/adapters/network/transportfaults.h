// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <QNetworkReply>
#include <QSslError>

#include <optional>

namespace tokeni {

/*! Why QNetworkAccessManager has no complete answer, as far as it knows; std::nullopt if it has
 *  one. Kind::Proxy refers to SingleUseProxy, which is set as its proxy. */
[[nodiscard]] std::optional<TransportFault::Kind> faultKind(QNetworkReply::NetworkError error,
                                                            int status);
/*! Why there was no connection to the server, or how it ended. */
[[nodiscard]] TransportFault::Kind faultKind(QAbstractSocket::SocketError error);

/*! Whether this computer has no active interface except loopback. In that case its resolver and its
 *  sockets report the same errors as for a wrong host. */
[[nodiscard]] bool isOffline();

/*! The most important of several reasons: the one to deal with first. */
[[nodiscard]] TlsReason reasonOf(const QList<QSslError> &errors);

} // namespace tokeni
