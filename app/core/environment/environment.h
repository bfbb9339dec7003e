// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace tokeni {

/*! What stands behind an environment's token URL. */
enum class EnvironmentKind
{
    Simulator, //!< The loopback Daraja that Tokeni brings along.
    Sandbox, //!< Safaricom's test system.
    Production, //!< Real money.
    Custom, //!< Anything else that speaks the same call: a gateway, a mock, a company's proxy.
};

/*! A named place to get tokens from. Holds no secret: the keys live in the keychain, under the id.
 */
struct Environment
{
    QString id; //!< Names the keychain items; set once, never shown, never changed.
    QString name;
    /*! What the user chose: to be stored and edited, nothing else. kind() is the answer. */
    EnvironmentKind chosenKind = EnvironmentKind::Custom;
    QUrl tokenUrl;
    QString caFile; //!< A PEM file trusted beside the system's authorities; empty for none.
    bool renewAutomatically = false;
    QJsonObject unknownFields; //!< What a newer version wrote into the file; kept as it was.

    /*! The kind that counts: shown, reported, recorded and asked about. Production where the URL
     *  has production's host, whatever was chosen, since its tokens move real money. */
    [[nodiscard]] EnvironmentKind kind() const;

    friend bool operator==(const Environment &, const Environment &) = default;
};

/*! True where real money is behind the tokens. */
[[nodiscard]] bool isProduction(const Environment &environment);

/*! The kind's name in files and on the command line: "sandbox". */
[[nodiscard]] QString kindName(EnvironmentKind kind);
/*! The kind of that name, or nothing. */
[[nodiscard]] std::optional<EnvironmentKind> kindFromName(QStringView name);

/*! Sandbox or Production where \a url has the host of Daraja's one or the other; else nothing. */
[[nodiscard]] std::optional<EnvironmentKind> kindOfHost(const QUrl &url);

/*! The kind that an environment has by its host where that is one of Daraja's; else its own. */
[[nodiscard]] EnvironmentKind kindByHost(const Environment &environment);

/*! The port that the simulator listens on when nothing else is said. */
inline constexpr quint16 simulatorPort = 8737;
/*! Token URL of a kind (Daraja documentation, Authorization API); empty for Custom. */
[[nodiscard]] QUrl defaultTokenUrl(EnvironmentKind kind);
/*! Simulator, Sandbox and Production, as a first start has them. Their ids are fixed, so their keys
 *  are found again after the environments file was lost. */
[[nodiscard]] QList<Environment> defaultEnvironments();
/*! An id that no environment has. */
[[nodiscard]] QString newEnvironmentId();

/*! The host of \a url as it may be shown: in ASCII, so that no letter of another script stands for
 *  one that it looks like (RFC 5891), and without the dot that a full name may end in. */
[[nodiscard]] QString shownHost(const QUrl &url);
/*! The server that \a url names: scheme, host and port in one spelling, so that two URLs of the
 * same server give the same text. */
[[nodiscard]] QString serverOf(const QUrl &url);
/*! True for localhost, 127.0.0.0/8 and ::1 (RFC 6761 section 6.3, RFC 5735, RFC 4291). */
[[nodiscard]] bool isLoopback(const QUrl &url);
/*! The URL that is asked: \a tokenUrl with grant_type in its query exactly once, with a path and
 *  without a fragment. */
[[nodiscard]] QUrl requestUrl(const QUrl &tokenUrl);
/*! Scheme, host and port of \a tokenUrl: where every other call goes. */
[[nodiscard]] QUrl baseUrl(const QUrl &tokenUrl);

} // namespace tokeni
