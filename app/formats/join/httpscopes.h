// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/join/joinedfiles.h"

namespace tokeni {

/*! What the requests of a file can be filled in with. */
struct Scope
{
    VariableSet variables;
    std::size_t file; //!< The one that the environment is in.
};

/*! The scopes of the .http file at \a index of \a files, with its variables \a own: one for each of
 *  \a environments and of the .env files of the folder, at least one. The file's own variables take
 *  precedence (REST Client, httpYac 6.16.7). httpYac also uses the .env file of the folder or one
 *  above, and "NAME.env" and ".env.NAME" for the environment NAME, all also in a folder "env". */
[[nodiscard]] std::vector<Scope> httpScopes(const std::vector<OpenedFile> &files, std::size_t index,
                                            const std::vector<const JoinedSet *> &environments,
                                            const VariableSet &own);

} // namespace tokeni
