// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/variablerole.h"
#include "formats/find/variableset.h"

#include <map>

namespace tokeni {

/*! A token URL as a file gives it, and what had to be changed. */
struct FoundUrl
{
    QUrl url;
    QString variable;
    bool madeSecure = false; //!< http became https, at Safaricom's host.
};

/*! The token URLs in a set of variables, by the qualifier of their names. */
class UrlCandidates
{
public:
    explicit UrlCandidates(const VariableSet &set);

    /*! The URL for keys with \a qualifier that are for \a kind as far as their name says: the one
     *  with the same qualifier, else one without any that does not contradict. */
    [[nodiscard]] const FoundUrl *forKeys(const QString &qualifier,
                                          std::optional<EnvironmentKind> kind) const;
    /*! Every URL at Safaricom's hosts. */
    [[nodiscard]] std::vector<const FoundUrl *> safaricom() const;
    /*! Sentences on URLs that could not be read. */
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    void take(const VariableSet &set, const Variable &variable, const VariableRole &name);

    // A token URL goes before a base URL.
    std::map<std::pair<QString, VariableRole::Role>, FoundUrl> m_urls;
    QStringList m_notes;
};

} // namespace tokeni
