// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/keyfacts.h"

#include "core/keys/credentials.h"
#include "core/text/whitespace.h"

namespace tokeni {

KeyFacts factsOf(const Credentials &credentials)
{
    const QByteArrayView key = withoutSpaceAround(credentials.consumerKey.view());
    const QByteArrayView secret = withoutSpaceAround(credentials.consumerSecret.view());
    KeyFacts facts;
    facts.spaceInKey = holdsSpace(key);
    facts.spaceInSecret = holdsSpace(secret);
    facts.looksSwapped
        = (key.size() == 16 && secret.size() == 32) || (key.size() == 64 && secret.size() == 48);
    return facts;
}

} // namespace tokeni
