// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

#include <span>

namespace tokeni {

/*! Leaves the program open to a debugger; otherwise a build for users is closed to one. */
inline constexpr QLatin1StringView allowDebugging{"--allow-debugging"};
/*! Closes a build for developers too, which is open otherwise: sanitizers attach to it. */
inline constexpr QLatin1StringView forbidDebugging{"--forbid-debugging"};

/*! Whether \a arguments (a program's own, up to a "--") or, where they say nothing, the kind of
 *  build leave it open to a debugger. */
[[nodiscard]] bool isDebuggingAllowed(std::span<const char *const> arguments);

/*! Keeps the memory of this process from other programs of the same user: no core file and no crash
 *  report with what was in it, no debugger, no reading of its memory or environment; and keeps Qt
 *  from logging what passes through it, whatever QT_LOGGING_RULES asks for. Call it before the
 * first secret is there. Root, and a program that was attached before, are not kept out.
 *
 *  In a Flatpak or Snap only core files are off: the sandbox's portals refuse a process that they
 *  can't look at, and the program would find no file and no keychain. */
void keepMemoryPrivate();

/*! Lets the desktop's portal look at this process while it may: it remembers who is on a D-Bus
 *  connection, and refuses one that it can't look at. Call it before keepMemoryPrivate(). Waits a
 *  moment at most, and starts no portal where none runs. */
void introduceToPortal();

} // namespace tokeni
