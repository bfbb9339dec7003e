// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/importoffer.h"

#include <QSet>

#include <algorithm>

namespace tokeni {

namespace {

using Action = ImportOffer::Action;

bool isSamePlace(const Environment &known, const ImportedEnvironment &found)
{
    return known.kind() == found.kind && requestUrl(known.tokenUrl) == requestUrl(found.tokenUrl);
}

bool hasName(const Environment &known, const QString &name)
{
    return known.name.compare(name, Qt::CaseInsensitive) == 0;
}

// True for a default environment that was never edited.
bool isUntouched(const Environment &known)
{
    const QList<Environment> first = defaultEnvironments();
    return std::any_of(first.cbegin(), first.cend(), [&known](const Environment &made) {
        return made.id == known.id && made.name == known.name && made.chosenKind == known.chosenKind
            && made.tokenUrl == known.tokenUrl && made.caFile == known.caFile;
    });
}

bool mayHaveKeys(const Environment &known, const KeysById &existing)
{
    const auto it = existing.find(known.id);
    return it == existing.end() || it->second.mayExist;
}

bool hasTheKeysOf(const ImportedEnvironment &found, const Environment &known,
                  const KeysById &existing)
{
    const auto it = existing.find(known.id);
    return found.credentials && it != existing.end() && it->second.keys == found.credentials;
}

bool isForeign(const QUrl &url)
{
    return !kindOfHost(url) && !isLoopback(url);
}

// The first environment in \a list for which \a fits returns true, or null.
template <typename Fits> const Environment *firstOf(const EnvironmentList &list, Fits fits)
{
    const auto it = std::find_if(list.all().cbegin(), list.all().cend(), fits);
    return it == list.all().cend() ? nullptr : &*it;
}

// The existing environment that already contains what \a found offers; or null.
const Environment *hereAlready(const ImportedEnvironment &found, const EnvironmentList &list,
                               const KeysById &existing)
{
    const auto isSame = [&](const Environment &known) {
        return isSamePlace(known, found)
            && (!found.credentials || hasTheKeysOf(found, known, existing));
    };
    const Environment *named = firstOf(list, [&](const Environment &known) {
        return isSame(known) && hasName(known, found.name);
    });
    return named ? named : firstOf(list, isSame);
}

// The environment to which the keys of \a found may be given without asking; or null.
const Environment *receiverOf(const ImportedEnvironment &found, const EnvironmentList &list,
                              const KeysById &existing, const QSet<QString> &given)
{
    const auto isFree = [&](const Environment &known) {
        return isSamePlace(known, found) && !mayHaveKeys(known, existing)
            && !given.contains(known.id);
    };
    const Environment *named
        = firstOf(list, [&](const Environment &known) { return hasName(known, found.name); });
    // If an environment has that name, no other one can be meant.
    if (named)
        return isFree(*named) ? named : nullptr;
    return firstOf(list,
                   [&](const Environment &known) { return isFree(known) && isUntouched(known); });
}

QList<ImportOffer::Choice> choicesFor(const ImportedEnvironment &found, const EnvironmentList &list,
                                      const KeysById &existing)
{
    QList<ImportOffer::Choice> choices{{Action::Add}};
    for (const Environment &known : list.all()) {
        if (!found.credentials || known.kind() != found.kind
            || hasTheKeysOf(found, known, existing))
            continue;
        const bool may = mayHaveKeys(known, existing);
        choices.append({may ? Action::ReplaceKeys : Action::GiveKeys, known.id});
    }
    return choices;
}

} // namespace

QList<Environment> matching(const ImportedFile &file, const EnvironmentList &list)
{
    QList<Environment> found;
    for (const Environment &known : list.all()) {
        if (std::any_of(file.environments.cbegin(), file.environments.cend(),
                        [&](const ImportedEnvironment &imported) {
                            return imported.credentials && known.kind() == imported.kind;
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
        offer.fileName = found.name;
        offer.environment.name = grown.freeName(found.name);
        offer.hasKeys = found.credentials.has_value();
        if (!found.kind) {
            offer.needsKind = true;
            offers.push_back(std::move(offer));
            continue;
        }
        offer.environment.chosenKind = *found.kind;
        offer.environment.tokenUrl = found.tokenUrl;
        if (isForeign(found.tokenUrl))
            offer.foreignHost = shownHost(found.tokenUrl);
        if (const auto checked = grown.checked(offer.environment); !checked) {
            offer.problem = checked.error();
            offers.push_back(std::move(offer));
            continue;
        }
        offer.choices = choicesFor(found, list, existing);
        if (const Environment *same = hereAlready(found, list, existing)) {
            offer.isHereAlready = true;
            offer.existingId = same->id;
        } else if (const Environment *receiver = receiverOf(found, list, existing, given);
                   receiver && offer.hasKeys) {
            offer.preset = {Action::GiveKeys, receiver->id};
            given.insert(receiver->id);
        } else {
            offer.preset = {Action::Add};
            offer.environment.name = grown.add(offer.environment)->name;
        }
        offers.push_back(std::move(offer));
    }
    return offers;
}

} // namespace tokeni
