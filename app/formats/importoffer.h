// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "formats/find/importedfile.h"

#include <map>

namespace tokeni {

/*! What can be done with one environment of a file, given those that are there already. */
struct ImportOffer
{
    enum class Action
    {
        Skip,
        Add, //!< As a new environment, with its keys if it has any.
        GiveKeys, //!< Its keys go to an environment of the same kind that has none.
        ReplaceKeys, //!< The same, but that one has keys, or may have some: they would be gone.
    };
    /*! An action, and the existing environment that it is done to. */
    struct Choice
    {
        Action action = Action::Skip;
        QString id = {}; //!< Of the environment that gets the keys; empty for Skip and Add.

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    QString fileName; //!< What the file calls it; \c environment may have to be called otherwise.
    Environment environment; //!< As it would be added: no id yet, and a name that is free.
    bool hasKeys = false;
    QString existingId; //!< The one that has these keys, or this URL, already; empty without one.
    bool isHereAlready = false; //!< The existing one has the same keys, or the file has none.
    std::optional<EnvironmentProblem> problem; //!< Why it can't be added at all.
    Choice preset; //!< What a user would expect; see offersFor().
    QList<Choice> choices; //!< What can be done, Skip apart; the preset is one of them.
};

/*! What is known of the keys of an environment that is there. */
struct ExistingKeys
{
    bool mayExist = true; //!< False only where it is certain that there are none.
    std::optional<Credentials> keys = {}; //!< Where they could be read.
};
/*! By the environment's id; of one that is missing nothing is known. */
using KeysById = std::map<QString, ExistingKeys>;

/*! The environments of \a list that keys of \a file could go to: those of the same kind. What is
 *  known of their keys is what offersFor() wants to know. */
[[nodiscard]] QList<Environment> matching(const ImportedFile &file, const EnvironmentList &list);

/*! An offer for each environment of \a file, in its order. Keys of one client must not end up in
 *  another's environment unasked: the preset gives them to an environment without keys only where
 *  kind and URL are the same and it has the file's name for it, or is the one that Tokeni made,
 *  never touched. All environments of the kind are choices. No two presets give their keys to the
 *  same environment or take the same name. */
[[nodiscard]] std::vector<ImportOffer>
offersFor(const ImportedFile &file, const EnvironmentList &list, const KeysById &existing);

} // namespace tokeni
