// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/http.h"

#include <QObject>

#include <functional>

namespace tokeni {

/*! Sends requests. Every answer comes exactly once, through the event loop and never before the
 *  call has returned. There is no answer if the context has been destroyed by then. */
class HttpTransport
{
public:
    using Done = std::function<void(HttpReply)>;

    virtual ~HttpTransport() = default;
    /*! Sends \a request and hands the answer to \a done. Deleting \a context cancels the exchange.
     *  Redirects are not followed, TLS errors are not ignored, and cookies are not kept. */
    virtual void send(HttpRequest request, QObject *context, Done done) = 0;
};

} // namespace tokeni
