// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include <cstdio>
#include <cstdlib>

namespace tokeni::fuzz {

void promise(bool kept, const char *words)
{
    if (kept)
        return;
    std::fprintf(stderr, "A promise does not hold: %s\n", words);
    std::abort();
}

} // namespace tokeni::fuzz
