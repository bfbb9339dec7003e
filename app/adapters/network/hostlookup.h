// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <functional>

namespace tokeni {

/*! The addresses of a host, or why there are none. */
struct HostLookup
{
    /*! In the order in which the system prefers them (RFC 6724). */
    QList<QHostAddress> addresses;
    QString text; //!< The resolver's own; empty when there are addresses.
};

/*! Looks \a host up, a name in its ASCII form, and hands the outcome to \a done unless \a context
 * is gone by then. Not QHostInfo: the end of the program waits for that one's threads, for as long
 * as name servers stay silent. */
void lookUpHost(const QString &host, QObject *context, std::function<void(HostLookup)> done);

/*! \a addresses with the two families taking turns, each in its own order, the family of the first
 *  one first (RFC 8305 section 4). */
[[nodiscard]] QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

} // namespace tokeni
