// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variablerole.h"
#include "formats/find/variableset.h"

#include <map>

namespace tokeni {

/*! A token URL from a file, and what had to be changed in it. */
struct FoundUrl
{
    QUrl url;
    QString variable;
    bool madeSecure = false; //!< http was replaced by https, for Safaricom's host.
};

/*! The token URLs in a set of variables, by the qualifier of the variables' names. */
class UrlCandidates
{
public:
    explicit UrlCandidates(const VariableSet &set);

    /*! The URL for keys that have \a qualifier and, as far as their name says, are for \a kind: the
     *  URL with the same qualifier, else a URL without a qualifier that does not contradict it. */
    [[nodiscard]] const FoundUrl *forKeys(const QString &qualifier,
                                          std::optional<EnvironmentKind> kind) const;
    /*! All URLs with one of Safaricom's hosts. */
    [[nodiscard]] std::vector<const FoundUrl *> safaricom() const;
    /*! Sentences about URLs that could not be read. */
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    void take(const VariableSet &set, const Variable &variable, const VariableRole &name);

    // A token URL takes precedence over a base URL.
    std::map<std::pair<QString, VariableRole::Role>, FoundUrl> m_urls;
    QStringList m_notes;
};

} // namespace tokeni
