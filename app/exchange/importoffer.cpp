// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/importoffer.h"

#include <QSet>

namespace tokeni {

namespace {

using Action = ImportOffer::Action;

bool isSamePlace(const Environment &known, const Environment &found)
{
    return known.kind == found.kind && requestUrl(known.tokenUrl) == requestUrl(found.tokenUrl);
}

} // namespace

std::vector<ImportOffer> offersFor(const ImportedFile &file, const EnvironmentList &list,
                                   const MayHaveKeys &mayHaveKeys)
{
    std::vector<ImportOffer> offers;
    EnvironmentList grown = list;
    QSet<QString> given;
    for (const ImportedEnvironment &found : file.environments) {
        ImportOffer offer;
        offer.environment.name = grown.freeName(found.name);
        offer.environment.kind = found.kind;
        offer.environment.tokenUrl = found.tokenUrl;
        offer.hasKeys = found.credentials.has_value();
        if (const auto checked = grown.checked(offer.environment); !checked) {
            offer.problem = checked.error();
            offers.push_back(std::move(offer));
            continue;
        }

        bool existingIsFree = false;
        for (const Environment &known : list.all()) {
            if (!isSamePlace(known, offer.environment) || given.contains(known.id))
                continue;
            const bool free = offer.hasKeys && !mayHaveKeys(known);
            if (!offer.existingId.isEmpty() && !free)
                continue;
            offer.existingId = known.id;
            existingIsFree = free;
            if (free)
                break;
        }

        offer.choices = {Action::Add};
        if (offer.hasKeys && !offer.existingId.isEmpty())
            offer.choices.append(existingIsFree ? Action::GiveKeys : Action::ReplaceKeys);
        if (existingIsFree)
            offer.preset = Action::GiveKeys;
        else if (offer.hasKeys || offer.existingId.isEmpty())
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
