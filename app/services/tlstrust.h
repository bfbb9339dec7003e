// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QString>

#include <tl/expected.hpp>

namespace tokeni {

/*! The TLS configuration that trusts the system's authorities and those in the PEM file \a caFile,
 *  where that is not empty; or why the file can't be used. Offers HTTP/2 and HTTP/1.1 (RFC 7301).
 *  Takes tens of milliseconds: not for the thread of the window. */
[[nodiscard]] tl::expected<QSslConfiguration, QString> tlsTrust(const QString &caFile);

} // namespace tokeni
