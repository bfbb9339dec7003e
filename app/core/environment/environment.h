// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace tokeni {

/*! What kind of server an environment's token URL leads to. */
enum class EnvironmentKind
{
    Simulator, //!< The Daraja simulator on loopback that is part of Tokeni.
    Sandbox, //!< Safaricom's test system.
    Production, //!< Real money.
    Custom, //!< Anything else with the same interface: a gateway, a mock, a company's proxy.
};

/*! A named place to get tokens from. Contains no secret: the keys are in the keychain, under the
 *  id. */
struct Environment
{
    QString id; //!< Names the keychain items; set once, never shown and never changed.
    QString name;
    /*! What the user chose; only to be stored and edited. For everything else use kind(). */
    EnvironmentKind chosenKind = EnvironmentKind::Custom;
    QUrl tokenUrl;
    /*! A PEM file trusted in addition to the system's authorities; empty if not set. */
    QString caFile;
    bool renewAutomatically = false;
    QJsonObject unknownFields; //!< Fields that a newer version wrote into the file; kept unchanged.

    /*! The effective kind, which is shown, reported, recorded and asked about. Production if the
     *  URL has production's host, whatever was chosen, since its tokens move real money. */
    [[nodiscard]] EnvironmentKind kind() const;

    friend bool operator==(const Environment &, const Environment &) = default;
};

/*! True if the tokens give access to real money. */
[[nodiscard]] bool isProduction(const Environment &environment);

/*! The kind's name in files and on the command line: "sandbox". */
[[nodiscard]] QString kindName(EnvironmentKind kind);
/*! The kind with that name, or std::nullopt. */
[[nodiscard]] std::optional<EnvironmentKind> kindFromName(QStringView name);

/*! Sandbox or Production if \a url has the host of a sandbox or production of Safaricom's, in Kenya or
 *  Ethiopia; see knownHost(). Else std::nullopt. */
[[nodiscard]] std::optional<EnvironmentKind> kindOfHost(const QUrl &url);

/*! The kind that follows from the environment's host, if the host is one of Safaricom's;
 *  else the chosen kind. */
[[nodiscard]] EnvironmentKind kindByHost(const Environment &environment);

/*! The port that the simulator listens on by default. */
inline constexpr quint16 simulatorPort = 8737;
/*! Token URL of a kind, of Daraja's or the simulator; empty for Custom. */
[[nodiscard]] QUrl defaultTokenUrl(EnvironmentKind kind);
/*! Simulator, Sandbox and Production: the environments of a first start. Their ids are fixed, so
 *  that their keys are found again if the environments file was lost. */
[[nodiscard]] QList<Environment> defaultEnvironments();
/*! A new, unique id. */
[[nodiscard]] QString newEnvironmentId();

/*! The host of \a url in a form that is safe to show: in ASCII, so that no letter of another script
 *  can pass for a similar one (RFC 5891), and without the dot that a full name may end in. */
[[nodiscard]] QString shownHost(const QUrl &url);
/*! The server that \a url names: scheme, host and port, normalised, so that two URLs of the same
 *  server give the same text. */
[[nodiscard]] QString serverOf(const QUrl &url);
/*! True for localhost, 127.0.0.0/8 and ::1 (RFC 6761 section 6.3, RFC 5735, RFC 4291). */
[[nodiscard]] bool isLoopback(const QUrl &url);
/*! The URL that is requested: \a tokenUrl with grant_type in its query exactly once, with a path
 *  and without a fragment. */
[[nodiscard]] QUrl requestUrl(const QUrl &tokenUrl);
/*! Scheme, host and port of \a tokenUrl, to which every other call is made. */
[[nodiscard]] QUrl baseUrl(const QUrl &tokenUrl);

} // namespace tokeni
