// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/find/filecontents.h"

namespace tokeni {

/*! What a request says about an environment, as the variables token_url, consumer_key and
 *  consumer_secret. */
struct FilledRequest
{
    VariableSet set; //!< What is known is literal; what is not refers to what is missing.
    bool hasUrl = false;
    bool isComplete = false;
};

/*! \a request with the values that its placeholders have in its own variables and in \a scope,
 *  which is the same again afterwards; std::nullopt if it turns out not to be a token call. */
[[nodiscard]] std::optional<FilledRequest> filledIn(VariableSet &scope,
                                                    const TokenRequest &request);

} // namespace tokeni
