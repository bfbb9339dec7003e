// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tokeni {

/*! Dark text on a light background, or the reverse. */
enum class ColourScheme
{
    Light,
    Dark
};

} // namespace tokeni
