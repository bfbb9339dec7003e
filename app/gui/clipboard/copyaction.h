// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/settings/settings.h"
#include "core/token/copyformat.h"
#include "core/token/tokens.h"
#include "gui/clipboard/secretclipboard.h"

namespace tokeni {

/*! The line for the status bar when there is no token of \a environment. */
[[nodiscard]] QString noTokenMessage(const Environment &environment);

/*! Copying a token in some format, a dead or nearly dead one renewed first, and the keys that were
 *  shown. A renewal that is dropped (another environment was selected meanwhile) copies nothing. */
class CopyAction : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    CopyAction(Tokens &tokens, SecretClipboard &clipboard, const SettingsModel &settings,
               const Clock &clock, QObject *parent = nullptr);

    /*! Copies the token of \a environment, asking with \a keys where they were just typed. */
    void copy(const Environment &environment, std::optional<Credentials> keys, CopyFormat format);
    /*! Copies \a text, a key of \a environment that \a what names ("consumer key"), for as long as
     *  a header stays, or a minute where that is the token's life. */
    void copyKey(const Secret &text, const QString &what, const Environment &environment);
    /*! Copies nothing of what is still being waited for, and says so. */
    void drop();

Q_SIGNALS:
    /*! A line for the status bar. */
    void message(const QString &text);
    /*! A token of \a environment is on the clipboard. Comes before its message(). */
    void copied(const tokeni::Environment &environment);
    /*! A key is on the clipboard. Comes before its message(). */
    void keyCopied();

private:
    void announceOtherRequest(const QString &environmentId);
    void put(const Token &token, const Environment &environment, CopyFormat format);
    [[nodiscard]] bool isWithinReach(const QString &what, const Environment &environment);
    void place(const Secret &text, const QString &what, const Environment &environment, qint64 life,
               const std::function<void()> &announceCopied);

    Tokens &m_tokens;
    SecretClipboard &m_clipboard;
    const SettingsModel &m_settings;
    const Clock &m_clock;
    std::unique_ptr<QObject> m_waiting;
    Environment m_wanted; // What m_waiting waits for.
    bool m_toldOfOtherRequest = false;
};

} // namespace tokeni
