// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret/secret.h"
#include "core/settings/settingsfault.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace tokeni {

class KeychainOrMemory;

/*! How requests leave this computer. Requests to loopback never use a proxy. */
struct ProxyChoice
{
    enum class Kind
    {
        System, //!< As configured in the system's settings.
        None,
        Http, //!< An HTTP proxy: CONNECT for https (RFC 9110 section 9.3.6).
        Socks5, //!< RFC 1928; the proxy resolves host names.
    };

    Kind kind = Kind::System;
    QString host; //!< For Http and Socks5.
    quint16 port = 0; //!< For Http and Socks5.
    /*! The user name for the proxy, for Http and Socks5; empty for no login. See
     *  proxyPasswordItem(). */
    QString user = {};

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/*! The keychain item with the password of ProxyChoice::user. */
[[nodiscard]] QString proxyPasswordItem();

/*! What the user has chosen; contains no secret. */
struct Settings
{
    enum class Colours
    {
        System,
        Light,
        Dark
    };

    Colours colours = Colours::System;
    /*! A copy renews a token that has less time left than this (see Token::margin). */
    std::chrono::seconds margin{60};
    /*! How long a copied header stays on the clipboard, at most maxClipboardLife; std::nullopt:
     *  until the token ends. */
    std::optional<std::chrono::seconds> clipboardLife;
    bool notifications = true; //!< Five minutes before a token ends, and when it ends.
    bool tray = true; //!< Show an icon in the tray, if the desktop has one.
    bool closeToTray = false; //!< Closing the window leaves Tokeni running in the tray.
    ProxyChoice proxy;
    QString language; //!< "en", "sw"; empty for the system's language.

    // Not in the dialog: what the user has seen or answered once.
    bool welcomed = false; //!< The welcome was completed or skipped.
    bool toldOfTray = false; //!< The user was told that closing leaves Tokeni in the tray.
    /*! Production servers that are used without asking first: an environment's id, a space,
     *  serverOf(). */
    QSet<QString> productionUnasked;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/*! The smallest and the largest margin that can be chosen. */
inline constexpr std::chrono::seconds minMargin{5};
inline constexpr std::chrono::seconds maxMargin{30 * 60};

/*! No token or key stays on the clipboard for longer than a day. */
inline constexpr std::chrono::seconds maxClipboardLife{24 * 60 * 60};

/*! Keeps settings across restarts. */
class SettingsStore
{
public:
    virtual ~SettingsStore() = default;
    /*! The stored settings; the default for each one that is missing or invalid. */
    [[nodiscard]] virtual Settings load() = 0;
    /*! Stores what differs between \a before and \a now; all other settings stay as another process
     *  may have stored them. */
    virtual tl::expected<void, SettingsFault> save(const Settings &before, const Settings &now) = 0;
};

/*! The settings of this run; every change is stored. */
class SettingsModel : public QObject
{
    Q_OBJECT
public:
    /*! \a store must outlive this object. */
    explicit SettingsModel(SettingsStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Settings &current() const { return m_current; }
    void change(const Settings &settings);

    /*! Where the proxy's password is stored: the keychain, or memory for this run. \a secrets must
     *  outlive this object; if this is never called, no password is kept. */
    void keepPasswordIn(KeychainOrMemory &secrets) { m_secrets = &secrets; }
    /*! Stores \a password for ProxyChoice::user, replacing the previous one. */
    void setProxyPassword(Secret password);
    void removeProxyPassword();

Q_SIGNALS:
    void changed();
    /*! Emitted after changed() when the proxy, its user or its password changes. */
    void proxyChanged();
    /*! The last change applies to this run only. */
    void notStored(const tokeni::SettingsFault &fault);

private:
    SettingsStore &m_store;
    KeychainOrMemory *m_secrets = nullptr;
    Settings m_current;
};

} // namespace tokeni
