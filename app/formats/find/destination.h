// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/keypairs.h"
#include "formats/find/switches.h"
#include "formats/find/urlcandidates.h"

#include <QSet>

#include <set>

namespace tokeni {

/*! Where keys are for. */
struct Destination
{
    std::optional<EnvironmentKind> kind; //!< std::nullopt if the file does not say.
    QUrl tokenUrl; //!< Empty if the kind is not known.
    Service service = Service::Daraja; //!< By the names of the keys.
    QStringList notes = {}; //!< Sentences about what was assumed or contradicts.
};

/*! Finds out where the keys of a set are for. A file that holds keys may be about many servers. In
 *  this order: a host of Safaricom's, whatever its variable is called; a URL of another host, only
 *  if the set has none of Safaricom's and the variable's name carries the same brand as the keys; a
 *  name or a variable that says "sandbox" or "production". If these contradict each other, nothing
 *  that may be for production ends up in the sandbox. The order in the file makes no difference. */
class Destinations
{
public:
    /*! \a set must outlive this object. */
    Destinations(const VariableSet &set, const std::vector<NamedVariable> &named,
                 const std::vector<KeyPair> &pairs);

    [[nodiscard]] Destination of(const KeyPair &pair) const;
    /*! The same for the keys of a request to \a url. */
    [[nodiscard]] Destination ofRequest(const QUrl &url) const;

    [[nodiscard]] const UrlCandidates &urls() const { return m_urls; }

private:
    struct Clues;
    struct Choice;

    [[nodiscard]] bool fits(const FoundUrl &url, const KeyPair &pair) const;
    [[nodiscard]] Clues cluesFor(const KeyPair &pair) const;
    [[nodiscard]] Choice chosenByName(const std::vector<const FoundUrl *> &urls,
                                      const Clues &clues) const;
    [[nodiscard]] Choice chosenByRole(const std::vector<const FoundUrl *> &urls,
                                      const Clues &clues) const;
    [[nodiscard]] const FoundUrl *foreignFor(const KeyPair &pair, const Clues &clues) const;
    [[nodiscard]] Destination withoutSafaricom(const KeyPair &pair, const Clues &clues) const;

    const VariableSet &m_set;
    UrlCandidates m_urls;
    Switches m_switches;
    QSet<QString> m_scopeWords; // Of all pairs.
    std::set<std::optional<EnvironmentKind>> m_kinds; // By the names of all keys.
};

} // namespace tokeni
