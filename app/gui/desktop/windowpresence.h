// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

namespace tokeni {

/*! Whether a window is visible: closing it may only hide it, it may be brought back, and it is
 *  closed for good once, after a question if one is set. */
class WindowPresence : public QObject
{
    Q_OBJECT
public:
    /*! \a window must outlive this object. */
    explicit WindowPresence(QWidget &window);
    /*! \a asked is called when the window is about to close: if it returns true, the window only
     *  hides. */
    void setHidesWhen(std::function<bool()> asked) { m_hides = std::move(asked); }
    /*! \a ask is called when the window is about to close for good. It must call its argument if
     *  the window may close. */
    void setAsksBeforeQuitting(std::function<void(const std::function<void()> &)> ask)
    {
        m_ask = std::move(ask);
    }

public Q_SLOTS:
    /*! Shows the window in front of others. \a activationToken: see Notifier::opened(). */
    void comeToFront(const QString &activationToken = {});
    /*! Closes it for good, if the user agrees. */
    void quit();
    /*! Closes it for good without a question. */
    void quitAtOnce();

Q_SIGNALS:
    /*! The window was closed, but is only hidden. */
    void hidden();
    /*! The window was hidden and is visible again. */
    void shown();
    /*! The window was closed for good. */
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    std::function<bool()> m_hides;
    std::function<void(const std::function<void()> &)> m_ask;
    bool m_hidden = false;
    bool m_quitting = false;
};

} // namespace tokeni
