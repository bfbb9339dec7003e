// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/clipboard/copyaction.h"
#include "gui/clipboard/secretclipboard.h"

namespace tokeni {

class StatusLine;

/*! Says what is on the clipboard, and how clearing it ended. "Cleared" is said once that is known.
 */
class ClipboardStatus : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    ClipboardStatus(SecretClipboard &clipboard, const CopyAction &copying, StatusLine &line,
                    QObject *parent = nullptr);

Q_SIGNALS:
    /*! A line for the status bar; empty if there is nothing to say any more. */
    void message(const QString &words);
    /*! A line that the user should read even if nobody looks at the window. */
    void warning(const QString &words);
    /*! What to show as long as it is true: a production header is on the clipboard. Empty if not.
     */
    void noticeChanged(const QString &words);

private:
    void setEmpty();

    StatusLine &m_line;
    bool m_isRequested = false; // The clearing that is under way was asked for by the user.
};

} // namespace tokeni
