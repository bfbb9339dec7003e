// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <functional>

namespace tokeni {

/*! The addresses of a host, or the reason why there are none. */
struct HostLookup
{
    /*! In the order in which the system prefers them (RFC 6724). */
    QList<QHostAddress> addresses;
    QString text; //!< The resolver's own message; empty if there are addresses.
};

/*! Looks up \a host, a name in its ASCII form, and hands the result to \a done unless \a context
 *  has been destroyed by then. Does not use QHostInfo: at the end of the program its threads are
 *  waited for, as long as name servers stay silent. */
void lookUpHost(const QString &host, QObject *context, std::function<void(HostLookup)> done);

/*! \a addresses with the two families alternating, each in its own order, starting with the family
 *  of the first address (RFC 8305 section 4). */
[[nodiscard]] QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

} // namespace tokeni
