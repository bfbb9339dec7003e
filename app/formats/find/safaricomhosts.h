// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environment.h"

namespace tokeni {

/*! Where a Daraja is: Kenya's, or Safaricom Ethiopia's, which has hosts of its own. */
enum class DarajaCountry
{
    Kenya,
    Ethiopia
};

/*! A server of Safaricom's that gives tokens. */
struct SafaricomServer
{
    EnvironmentKind kind;
    DarajaCountry country;
};
/*! The server of Safaricom's that \a url leads to; std::nullopt for portals, other hosts of
 *  Safaricom's and all others. */
[[nodiscard]] std::optional<SafaricomServer> safaricomServer(const QUrl &url);
/*! True for any host of Safaricom's, including portals and web sites. */
[[nodiscard]] bool isSafaricoms(const QUrl &url);
/*! The token URL at the host of \a url, which is one of safaricomServer(). */
[[nodiscard]] QUrl tokenUrlAt(const QUrl &url);
/*! The token URL of the sandbox or of production. */
[[nodiscard]] QUrl tokenUrlIn(DarajaCountry country, EnvironmentKind kind);

} // namespace tokeni
