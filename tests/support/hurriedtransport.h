// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/request/httptransport.h"

namespace tokeni {

/*! Wraps a transport and gives every request a deadline of its own: the product's is half a minute.
 *  Nothing else is changed. */
class HurriedTransport : public HttpTransport
{
public:
    /*! \a transport must outlive this object. */
    explicit HurriedTransport(HttpTransport &transport) : m_transport(transport) { }

    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }
    void send(HttpRequest request, QObject *context, Done done) override
    {
        request.deadline = m_deadline;
        m_transport.send(std::move(request), context, std::move(done));
    }

private:
    HttpTransport &m_transport;
    std::chrono::milliseconds m_deadline = std::chrono::seconds(20);
};

} // namespace tokeni
