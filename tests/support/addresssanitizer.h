// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// TOKENI_ADDRESS_SANITIZER where the program is built with it, by g++'s word or clang's.
#if defined(__SANITIZE_ADDRESS__)
#define TOKENI_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TOKENI_ADDRESS_SANITIZER
#endif
#endif
