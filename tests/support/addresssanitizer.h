// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Defines TOKENI_ADDRESS_SANITIZER if the program is built with it, as g++ or clang reports it.
#if defined(__SANITIZE_ADDRESS__)
#define TOKENI_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TOKENI_ADDRESS_SANITIZER
#endif
#endif
