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

/*! Which way requests leave this computer. Loopback never takes a proxy. */
struct ProxyChoice
{
    enum class Kind
    {
        System, //!< What the system's settings say.
        None,
        Http, //!< An HTTP proxy: CONNECT for https (RFC 9110 section 9.3.6).
        Socks5, //!< RFC 1928; the proxy looks the names up.
    };

    Kind kind = Kind::System;
    QString host; //!< For Http and Socks5.
    quint16 port = 0; //!< For Http and Socks5.
    /*! Who logs in there, for Http and Socks5; empty for nobody. See proxyPasswordItem(). */
    QString user = {};

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/*! The keychain item with the password of ProxyChoice::user. */
[[nodiscard]] QString proxyPasswordItem();

/*! What the user has chosen; no secret among it. */
struct Settings
{
    enum class Colours
    {
        System,
        Light,
        Dark
    };

    Colours colours = Colours::System;
    /*! A copy renews a token that has less left than this (see Token::margin). */
    std::chrono::seconds margin{60};
    /*! How long a copied header stays on the clipboard, maxClipboardLife at the most; nothing:
     *  until the token ends. */
    std::optional<std::chrono::seconds> clipboardLife;
    bool notifications = true; //!< Five minutes before a token ends, and when it has ended.
    bool tray = true; //!< An icon in the tray, where there is one.
    bool closeToTray = false; //!< Closing the window keeps Tokeni in the tray.
    ProxyChoice proxy;
    QString language; //!< "en", "sw"; empty for the system's.

    // Not in the dialog: what the user has said once.
    bool welcomed = false; //!< The welcome was followed to its end, or skipped.
    bool toldOfTray = false; //!< That closing keeps Tokeni in the tray was said.
    /*! Production that is used without a question: an environment's id, a space, serverOf(). */
    QSet<QString> productionUnasked;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/*! The smallest and the largest margin that can be chosen. */
inline constexpr std::chrono::seconds minMargin{5};
inline constexpr std::chrono::seconds maxMargin{30 * 60};

/*! No token or key stays on the clipboard for longer than a day. */
inline constexpr std::chrono::seconds maxClipboardLife{24 * 60 * 60};

/*! Keeps settings over restarts. */
class SettingsStore
{
public:
    virtual ~SettingsStore() = default;
    /*! What is stored; the default for whatever is missing or makes no sense. */
    [[nodiscard]] virtual Settings load() = 0;
    /*! Stores what differs between \a before and \a now; what another process has chosen in all
     *  else stays. */
    virtual tl::expected<void, SettingsFault> save(const Settings &before, const Settings &now) = 0;
};

/*! The settings of this run, stored with every change. */
class SettingsModel : public QObject
{
    Q_OBJECT
public:
    /*! \a store must outlive this object. */
    explicit SettingsModel(SettingsStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Settings &current() const { return m_current; }
    void change(const Settings &settings);

    /*! Where the proxy's password goes: the keychain, or memory for this run. \a secrets must
     * outlive this object; without it no password is kept. */
    void keepPasswordIn(KeychainOrMemory &secrets) { m_secrets = &secrets; }
    /*! Keeps \a password for ProxyChoice::user in place of the one before. */
    void setProxyPassword(Secret password);
    void removeProxyPassword();

Q_SIGNALS:
    void changed();
    /*! Emitted after changed() when the proxy, its user or its password changes. */
    void proxyChanged();
    /*! What changed holds for this run only. */
    void notStored(const tokeni::SettingsFault &fault);

private:
    SettingsStore &m_store;
    KeychainOrMemory *m_secrets = nullptr;
    Settings m_current;
};

} // namespace tokeni
