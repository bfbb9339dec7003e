// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/importoffer.h"

#include <QSet>

#include <algorithm>

namespace tokeni {

namespace {

using Action = ImportOffer::Action;

bool isSamePlace(const Environment &known, const ImportedEnvironment &found)
{
    return known.kind() == found.kind && requestUrl(known.tokenUrl) == requestUrl(found.tokenUrl);
}

ExistingKeys keysOf(const Environment &environment, const KeysById &existing)
{
    const auto it = existing.find(environment.id);
    if (it == existing.end())
        return {};
    return {it->second.mayExist,
            it->second.keys ? std::optional(it->second.keys->clone()) : std::nullopt};
}

// The best of the environments that the keys could go to: one that has the same keys, else one that
// has none, else any.
struct Match
{
    QString id;
    bool hasSame = false;
    bool isFree = false;
};

Match matchFor(const ImportedEnvironment &found, const EnvironmentList &list,
               const KeysById &existing, const QSet<QString> &given)
{
    Match best;
    for (const Environment &known : list.all()) {
        if (!isSamePlace(known, found) || given.contains(known.id))
            continue;
        const ExistingKeys keys = keysOf(known, existing);
        const Match match{known.id, found.credentials && keys.keys == found.credentials,
                          found.credentials && !keys.mayExist};
        if (best.id.isEmpty() || match.hasSame || (match.isFree && !best.isFree))
            best = match;
        if (best.hasSame)
            break;
    }
    return best;
}

} // namespace

QList<Environment> matching(const ImportedFile &file, const EnvironmentList &list)
{
    QList<Environment> found;
    for (const Environment &known : list.all()) {
        if (std::any_of(file.environments.cbegin(), file.environments.cend(),
                        [&](const ImportedEnvironment &imported) {
                            return imported.credentials && isSamePlace(known, imported);
                        }))
            found.append(known);
    }
    return found;
}

std::vector<ImportOffer> offersFor(const ImportedFile &file, const EnvironmentList &list,
                                   const KeysById &existing)
{
    std::vector<ImportOffer> offers;
    EnvironmentList grown = list;
    QSet<QString> given;
    for (const ImportedEnvironment &found : file.environments) {
        ImportOffer offer;
        offer.environment.name = grown.freeName(found.name);
        offer.environment.chosenKind = found.kind;
        offer.environment.tokenUrl = found.tokenUrl;
        offer.hasKeys = found.credentials.has_value();
        if (const auto checked = grown.checked(offer.environment); !checked) {
            offer.problem = checked.error();
            offers.push_back(std::move(offer));
            continue;
        }
        const Match match = matchFor(found, list, existing, given);
        offer.existingId = match.id;
        offer.isHereAlready = match.hasSame || (!match.id.isEmpty() && !offer.hasKeys);
        offer.choices = {Action::Add};
        if (match.isFree)
            offer.choices.append(Action::GiveKeys);
        else if (!match.id.isEmpty() && !offer.isHereAlready)
            offer.choices.append(Action::ReplaceKeys);
        if (match.isFree)
            offer.preset = Action::GiveKeys;
        else if (!offer.isHereAlready)
            offer.preset = Action::Add;
        if (offer.preset == Action::GiveKeys)
            given.insert(offer.existingId);
        if (offer.preset == Action::Add)
            offer.environment.name = grown.add(offer.environment)->name;
        offers.push_back(std::move(offer));
    }
    return offers;
}

} // namespace tokeni
