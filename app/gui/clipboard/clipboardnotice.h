// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/clipboard/copyaction.h"
#include "gui/clipboard/secretclipboard.h"

namespace tokeni {

/*! Reports what is on the clipboard, and the result of clearing it. "Cleared" is only reported once
 *  it is certain. */
class ClipboardNotice : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty, //!< Nothing of ours.
        Ours, //!< A header, a token or a key.
        OursOfProduction //!< The token of a production environment, in any format.
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
    /*! A message for the status bar; empty to remove the present one. */
    void message(const QString &text);
    /*! A message that the user should see even if nobody is looking at the window. */
    void warning(const QString &text);

private:
    void setState(State state);

    SecretClipboard &m_clipboard;
    State m_state = State::Empty;
    bool m_isRequested = false; // The clearing under way was requested by the user.
};

} // namespace tokeni
