// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace tokeni {

class AccessibleLabel;
class ClipboardNotice;

/*! The line at the foot of the window: what was done last, for some seconds a way back, and, while
 * a secret of ours is on the clipboard, a word of warning when it is a production one and a button
 * to take it back. */
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    /*! \a notice must outlive this widget. */
    explicit StatusLine(ClipboardNotice &notice, QWidget *parent = nullptr);
    void show(const QString &text);
    /*! Offers for some seconds to take the change of a URL or CA file back. */
    void offerUndo(std::function<void()> undo);

private:
    void endUndo();

    AccessibleLabel *m_message;
    QPushButton *m_undo;
    std::function<void()> m_undoChange;
    QTimer m_undoTime;
    AccessibleLabel *m_production;
    QPushButton *m_clearNow;
};

} // namespace tokeni
