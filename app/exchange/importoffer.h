// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environmentlist.h"
#include "exchange/importedfile.h"

#include <map>

namespace tokeni {

/*! What can be done with one environment of a file, given those that are there already. */
struct ImportOffer
{
    enum class Action
    {
        Skip,
        Add, //!< As a new environment, with its keys if it has any.
        GiveKeys, //!< Its keys go to an environment of the same kind and URL that has none.
        ReplaceKeys, //!< The same, but that one has keys, which would be gone.
    };

    Environment environment; //!< As it would be added: no id yet, and a name that is free.
    bool hasKeys = false;
    QString existingId; //!< The one that its keys could go to, or that has them; empty without one.
    bool isHereAlready = false; //!< The existing one has the same keys, or the file has none.
    std::optional<EnvironmentProblem> problem; //!< Why it can't be added at all.
    Action preset = Action::Skip; //!< What a user would expect.
    QList<Action> choices; //!< What makes sense, Skip apart; the preset is one of them.
};

/*! What is known of the keys of an environment that is there. */
struct ExistingKeys
{
    bool mayExist = true; //!< False only where it is certain that there are none.
    std::optional<Credentials> keys = {}; //!< Where they could be read.
};
/*! By the environment's id; of one that is missing nothing is known. */
using KeysById = std::map<QString, ExistingKeys>;

/*! The environments of \a list that keys of \a file could go to: the kind and the URL are the same.
 *  Their keys make better offers. */
[[nodiscard]] QList<Environment> matching(const ImportedFile &file, const EnvironmentList &list);

/*! An offer for each environment of \a file, in its order. No two presets give their keys to the
 *  same environment or take the same name. */
[[nodiscard]] std::vector<ImportOffer>
offersFor(const ImportedFile &file, const EnvironmentList &list, const KeysById &existing);

} // namespace tokeni
