// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/settings/settings.h"
#include "core/token/copyformat.h"
#include "core/token/tokens.h"
#include "gui/clipboard/secretclipboard.h"

namespace tokeni {

/*! The message for the status bar if there is no token of \a environment. */
[[nodiscard]] QString noTokenMessage(const Environment &environment);

/*! Copies tokens in some format, and keys that are shown. A token that has expired or is about to
 *  is renewed first. If waiting for that renewal is dropped (another environment was selected
 *  meanwhile), nothing is copied. */
class CopyAction : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    CopyAction(Tokens &tokens, SecretClipboard &clipboard, const SettingsModel &settings,
               const Clock &clock, QObject *parent = nullptr);

    /*! Copies the token of \a environment; a request for it uses \a keys if they were just typed.
     */
    void copy(const Environment &environment, std::optional<Credentials> keys, CopyFormat format);
    /*! Copies \a text, a key of \a environment that is named by \a what ("consumer key"). It stays
     *  on the clipboard as long as a header would, or for a minute if headers stay until their
     *  token ends. */
    void copyKey(const Secret &text, const QString &what, const Environment &environment);
    /*! Stops waiting for a token to copy, and reports that. */
    void drop();

Q_SIGNALS:
    /*! A message for the status bar. */
    void message(const QString &text);
    /*! A token of \a environment is on the clipboard. Emitted before its message(). */
    void copied(const tokeni::Environment &environment);
    /*! A key is on the clipboard. Emitted before its message(). */
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
    Environment m_wanted; // The environment that m_waiting is about.
    bool m_toldOfOtherRequest = false;
};

} // namespace tokeni
