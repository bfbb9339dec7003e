// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/clipboard/copyaction.h"
#include "gui/clipboard/secretclipboard.h"

namespace tokeni {

/*! Says what is on the clipboard, and how clearing it ended. "Cleared" is said once that is known.
 */
class ClipboardNotice : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty, //!< Nothing of ours.
        Ours, //!< A header, a token or a key.
        OursOfProduction //!< The token of a production environment, in whatever format.
    };

    /*! All arguments must outlive this object. */
    ClipboardNotice(SecretClipboard &clipboard, const CopyAction &copying,
                    QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    /*! What to show as long as state() is OursOfProduction. */
    [[nodiscard]] static QString productionWarning();
    /*! Clears the clipboard on the user's request. */
    void clear();

Q_SIGNALS:
    /*! Emitted when state() changes. */
    void changed();
    /*! A line for the status bar; empty if there is nothing to say any more. */
    void message(const QString &text);
    /*! A line that the user should read even if nobody looks at the window. */
    void warning(const QString &text);

private:
    void setState(State state);

    SecretClipboard &m_clipboard;
    State m_state = State::Empty;
    bool m_isRequested = false; // The clearing that is under way was asked for by the user.
};

} // namespace tokeni
