// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/knownhosts.h"
#include "formats/find/variablerole.h"

namespace tokeni {

/*! A URL in a set of variables from which a token could be requested. */
struct FoundUrl
{
    QUrl url; //!< Of the token call.
    QString variable;
    VariableRole name; //!< What the variable's name says; its role always is a URL's.
    const KnownHost *server; //!< Safaricom's, with a kind; null if it is none of these.
    bool madeSecure = false; //!< http was replaced by https, for Safaricom's host.
};

/*! The URL that \a text means; https unless it says otherwise. Empty if it is none. */
[[nodiscard]] QUrl urlFrom(const QString &text);
/*! The URL of the token call below \a url, which is the token call's own or a base URL, of
 *  Safaricom or another server. */
[[nodiscard]] FoundUrl tokenCall(const QUrl &url, const QString &variable,
                                 const VariableRole &name);

/*! True for any host of Safaricom's, including portals and web sites. */
[[nodiscard]] bool isSafaricoms(const QUrl &url);

/*! The URLs in a set of variables. */
class UrlCandidates
{
public:
    UrlCandidates(const VariableSet &set, const std::vector<NamedVariable> &named);

    /*! Safaricom's, whatever the variables are called. */
    [[nodiscard]] const std::vector<FoundUrl> &safaricom() const { return m_safaricom; }
    /*! All others in variables whose name is that of a URL for tokens. */
    [[nodiscard]] const std::vector<FoundUrl> &foreign() const { return m_foreign; }
    /*! One of them is that of M-Pesa's Open API, which is not Daraja. */
    [[nodiscard]] bool hasOpenApi() const { return m_openApi; }
    /*! Sentences about URLs that could not be read. */
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    void take(const VariableSet &set, const NamedVariable &named);

    std::vector<FoundUrl> m_safaricom;
    std::vector<FoundUrl> m_foreign;
    QStringList m_notes;
    bool m_openApi = false;
};

} // namespace tokeni
