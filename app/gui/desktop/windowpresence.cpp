// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/desktop/windowpresence.h"

#include <QEvent>

namespace tokeni {

WindowPresence::WindowPresence(QWidget &window) : m_window(window)
{
    m_window.installEventFilter(this);
}

void WindowPresence::comeToFront(const QString &activationToken)
{
    // Qt reads this variable when a window is activated.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    if (std::exchange(m_hidden, false))
        Q_EMIT shown();
}

void WindowPresence::quit()
{
    const auto leave = [this] {
        // Queued: if this is called for a close event, that event must be finished before the next
        // one.
        QMetaObject::invokeMethod(this, &WindowPresence::quitAtOnce, Qt::QueuedConnection);
    };
    if (m_ask)
        m_ask(leave);
    else
        leave();
}

void WindowPresence::quitAtOnce()
{
    m_quitting = true;
    if (m_window.isVisible())
        m_window.close();
    else
        Q_EMIT closed();
}

bool WindowPresence::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_window || event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    if (!m_quitting && m_hides && m_hides()) {
        event->ignore();
        m_window.hide();
        m_hidden = true;
        Q_EMIT hidden();
        return true;
    }
    if (!m_quitting) {
        event->ignore();
        quit();
        return true;
    }
    QMetaObject::invokeMethod(this, &WindowPresence::closed, Qt::QueuedConnection);
    return false;
}

} // namespace tokeni
