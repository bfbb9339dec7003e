// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace tokeni {

class AccessibleLabel;

/*! The line at the foot of the window: what was done last, for some seconds a way back, and, while
 * a secret of ours is on the clipboard, a word of warning when it is a production one and a button
 * to take it back. */
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    enum class Clipboard
    {
        Empty, //!< Nothing of ours.
        Ours,
        OursOfProduction
    };

    explicit StatusLine(QWidget *parent = nullptr);
    void show(const QString &words);
    /*! Offers for some seconds to take the change of a URL or CA file back. */
    void offerUndo(std::function<void()> undo);
    void setClipboard(Clipboard clipboard);
    /*! The word of warning, while there is one. */
    [[nodiscard]] QString clipboardNotice() const;

Q_SIGNALS:
    /*! The user wants the clipboard cleared. */
    void clearRequested();

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
