// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentlist.h"
#include "formats/find/importedfile.h"

#include <map>

namespace tokeni {

/*! What can be done with one environment of a file, given the environments that already exist. */
struct ImportOffer
{
    enum class Action
    {
        Skip,
        Add, //!< As a new environment, with its keys if it has any.
        GiveKeys, //!< Its keys are given to an environment of the same kind that has no keys.
        /*! The same for an environment that has, or may have, keys, which would be overwritten. */
        ReplaceKeys,
    };
    /*! An action, and the existing environment that it applies to. */
    struct Choice
    {
        Action action = Action::Skip;
        QString id = {}; //!< The environment that gets the keys; empty for Skip and Add.

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    QString fileName; //!< Its name in the file; \c environment may need a different one.
    /*! As it would be added: without an id, and with a name that is not taken. */
    Environment environment;
    bool hasKeys = false;
    /*! The host of its URL, as shownHost(), if that is neither one of Safaricom's nor this computer.
     *  The user must see it before keys are sent there. */
    QString foreignHost;
    /*! The file does not say which kind it is. Until that is settled, nothing can be done with it
     *  and \c environment has no URL. */
    bool needsKind = false;
    /*! The existing environment that has these keys, or this URL; empty if there is none. */
    QString existingId;
    /*! The existing environment has the same keys, or the file contains none. */
    bool isHereAlready = false;
    std::optional<EnvironmentProblem> problem; //!< Why it can't be added at all.
    Choice preset; //!< The action that a user would expect; see offersFor().
    QList<Choice> choices; //!< All possible actions except Skip; includes the preset.
};

/*! What is known about the keys of an existing environment. */
struct ExistingKeys
{
    bool mayExist = true; //!< False only if it is certain that there are none.
    std::optional<Credentials> keys = {}; //!< If they could be read.
};
/*! By environment id; nothing is known about an environment that is missing here. */
using KeysById = std::map<QString, ExistingKeys>;

/*! The environments in \a list that keys of \a file could be given to: those of the same kind.
 *  offersFor() needs to know about the keys of these environments. */
[[nodiscard]] QList<Environment> matching(const ImportedFile &file, const EnvironmentList &list);

/*! One offer for each environment of \a file, in its order. Keys of one client must not end up in
 *  another client's environment unasked. So the preset only gives them to an environment without
 *  keys whose kind and URL are the same, and which either has the name in the file or is a default
 *  environment that was never edited. All environments of the same kind are choices. No two presets
 *  give their keys to the same environment or take the same name. */
[[nodiscard]] std::vector<ImportOffer>
offersFor(const ImportedFile &file, const EnvironmentList &list, const KeysById &existing);

} // namespace tokeni
