// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for another library, which keeps something until the program ends.

#include <cstdlib>

extern "C" void leak()
{
    [[maybe_unused]] void *volatile lost = std::malloc(100);
    lost = nullptr;
}
