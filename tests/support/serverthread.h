// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/rawserver.h"

#include <QThread>

namespace tokeni {

/*! A raw server in a thread of its own, so that it does no work in the thread that a test measures.
 *  Every call waits for that thread. */
class ServerThread
{
public:
    /*! Takes the arguments of RawServer's constructors. */
    template <typename... Arguments>
    explicit ServerThread(const Arguments &...arguments)
        : m_server(std::make_unique<RawServer>(arguments...)), m_url(m_server->url())
    {
        m_server->moveToThread(&m_thread);
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~ServerThread()
    {
        // Sockets and timers must be destroyed in their own thread.
        with([this](RawServer &) { m_server.reset(); });
        m_thread.quit();
        m_thread.wait();
    }

    /*! See RawServer::url(). */
    [[nodiscard]] QUrl url() const { return m_url; }
    void setScript(const RawServer::Script &script)
    {
        with([&](RawServer &server) { server.setScript(script); });
    }
    void queueScript(const RawServer::Script &script)
    {
        with([&](RawServer &server) { server.queueScript(script); });
    }
    [[nodiscard]] int connections()
    {
        int count = 0;
        with([&](RawServer &server) { count = server.connections(); });
        return count;
    }
    [[nodiscard]] int openConnections()
    {
        int count = 0;
        with([&](RawServer &server) { count = server.openConnections(); });
        return count;
    }
    [[nodiscard]] QByteArray received()
    {
        QByteArray bytes;
        with([&](RawServer &server) { bytes = server.received(); });
        return bytes;
    }

private:
    template <typename Function> void with(const Function &function)
    {
        QMetaObject::invokeMethod(
            &m_context, [&] { function(*m_server); }, Qt::BlockingQueuedConnection);
    }

    std::unique_ptr<RawServer> m_server;
    QUrl m_url;
    QObject m_context;
    QThread m_thread;
};

} // namespace tokeni
