// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/join/joinedfiles.h"

namespace tokeni {

/*! What a request inherits: from the collection and then from each folder, the innermost last. */
using RequestFolders = std::vector<const RequestDefaults *>;

/*! \a request with what it inherits, as Bruno (2.15.1, 4.1.0) sends it; std::nullopt if it has no
 *  Basic authorisation. The variables of \a folders take precedence over those of an environment. */
[[nodiscard]] std::optional<TokenRequest> inherited(const InheritingRequest &request,
                                                    const RequestFolders &folders);

/*! Gives the requests in \a files what they inherit from the files of their folders, and the
 *  environments the variables of their collection. */
void inherit(std::vector<OpenedFile> &files);

/*! The folder of the collection that a file in \a folder belongs to: the nearest one that \a files
 *  know to be a collection. Empty if they know none. */
[[nodiscard]] QString collectionOf(const QString &folder, const std::vector<OpenedFile> &files);

} // namespace tokeni
