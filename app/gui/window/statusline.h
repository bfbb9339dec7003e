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

/*! The line at the bottom of the window: the last action; for some seconds a button to undo it;
 *  and, while a secret of ours is on the clipboard, a button to remove it, with a warning if it is
 *  from production. */
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    /*! \a notice must outlive this widget. */
    explicit StatusLine(ClipboardNotice &notice, QWidget *parent = nullptr);
    void show(const QString &text);
    /*! Offers for some seconds to undo what was just done. */
    void offerUndo(std::function<void()> undo);
    /*! Ends that offer. */
    void endUndo();

private:

    AccessibleLabel *m_message;
    QPushButton *m_undo;
    std::function<void()> m_undoChange;
    QTimer m_undoTime;
    AccessibleLabel *m_production;
    QPushButton *m_clearNow;
};

} // namespace tokeni
