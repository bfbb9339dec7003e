// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

#include <QSet>

namespace tokeni {

/*! True if \a url is that of a token call by its path: /oauth/v1/generate, whatever the host (Daraja's
 *  documentation; some guides have another version, or /oauth2); or /v1/token/generate, of Safaricom
 *  Ethiopia's documentation, if the host is theirs, this machine or a placeholder, since others use
 *  such a path, too. */
[[nodiscard]] bool isTokenCall(QStringView url);
/*! False if \a url is certainly that of another call, whatever its placeholders stand for. These may
 *  have any of the forms {{name}}, <<name>> and ${[ name ]}. */
[[nodiscard]] bool mayBeTokenCall(QStringView url);
/*! The same for a URL that may have keys in it. */
[[nodiscard]] bool mayBeTokenCall(const Secret &url);

/*! \a url as it is meant, after its placeholders were replaced: with a scheme, as programs complete
 *  it (http, except for a host of Safaricom's), and without the double slash that a base URL with a
 *  slash at its end leaves before the path of the call. */
[[nodiscard]] QString sentUrl(QString url);

/*! For TokenRequest::basic: what follows "Basic " in \a value, which is the value of an
 *  Authorization header. A value that begins with a placeholder is returned as a whole, since
 *  "Basic " may be part of the variable. std::nullopt for any other scheme. */
[[nodiscard]] std::optional<Secret> basicIn(QStringView value);

/*! The keys in \a value, which is what follows "Basic " in an Authorization header: Base64 of
 *  key:secret (RFC 7617 section 2), or the two in clear text, separated by a colon or a space, as
 *  .http files may have them. Empty if it is none of these. */
[[nodiscard]] Credentials credentialsFromBasic(const Secret &value);

/*! Moves a user name and a password that are in the URL of \a request, as in
 *  "https://key:secret@host/", to the keys: programs send them as Basic authorisation. Returns false
 *  if there are none. */
[[nodiscard]] bool takeUserInfo(TokenRequest &request);

/*! Collects those requests of a file that may be token calls, each only once. */
class TokenRequests
{
public:
    void add(TokenRequest request);
    /*! The requests; TooMany if the URLs of more than maxEnvironments of them are those of token
     *  calls. No more than that number of others is kept. */
    [[nodiscard]] tl::expected<std::vector<TokenRequest>, ImportProblem> take();

private:
    std::vector<TokenRequest> m_requests;
    QSet<QByteArray> m_known; // Hashes of requests.
    std::size_t m_certain = 0;
};

} // namespace tokeni
