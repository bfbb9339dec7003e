// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environmentlist.h"
#include "exchange/importedfile.h"

#include <functional>

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
    QString existingId; //!< The one that its keys could go to; empty without one.
    std::optional<EnvironmentProblem> problem; //!< Why it can't be added at all.
    Action preset = Action::Skip; //!< What a user would expect.
    QList<Action> choices; //!< What makes sense, Skip apart; the preset is one of them.
};

/*! True when an environment has keys, or may have some. */
using MayHaveKeys = std::function<bool(const Environment &)>;

/*! An offer for each environment of \a file, in its order. No two presets give their keys to the
 *  same environment or take the same name. \a mayHaveKeys is asked only about environments that
 *  keys could go to. */
[[nodiscard]] std::vector<ImportOffer>
offersFor(const ImportedFile &file, const EnvironmentList &list, const MayHaveKeys &mayHaveKeys);

} // namespace tokeni
