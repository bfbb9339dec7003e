// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace tokeni {

/*! What the user should know about a token URL before keys are sent to it. The URL is valid, but its
 *  host is known, and the token call is not there, or not in this form. */
struct TokenUrlRemark
{
    QString text; //!< For the user, in whole sentences.
    QUrl better; //!< The token URL that is probably meant; empty if there is none.
    /*! True if the host can't give a token, so that no keys may be sent to it. Otherwise nobody
     *  has recorded what the server answers, and the user may insist. */
    bool isRefusal = false;
};

/*! The remark on \a tokenUrl, or std::nullopt if there is nothing to say. */
[[nodiscard]] std::optional<TokenUrlRemark> remarkOn(const QUrl &tokenUrl);

/*! True if the host of \a tokenUrl is a portal or has another interface: no keys may be sent to it.
 */
[[nodiscard]] bool givesNoTokens(const QUrl &tokenUrl);

} // namespace tokeni
