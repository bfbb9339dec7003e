// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

#include <span>

namespace tokeni {

/*! Allows a debugger to attach; a build for users does not allow it by default. */
inline constexpr QLatin1StringView allowDebugging{"--allow-debugging"};
/*! Also keeps debuggers out of a build for developers, which allows them by default: sanitizers
 *  attach to it. */
inline constexpr QLatin1StringView forbidDebugging{"--forbid-debugging"};

/*! Whether a debugger is allowed by \a arguments (a program's own, up to a "--") or, if they do not
 *  say, by the kind of build. */
[[nodiscard]] bool isDebuggingAllowed(std::span<const char *const> arguments);

/*! Protects the memory of this process from other programs of the same user: no core file and no
 *  crash report that contains it, no debugger, no reading of its memory or environment. Also keeps
 *  Qt from logging the data that passes through it, whatever QT_LOGGING_RULES says. Call it before
 *  the process has its first secret. It does not keep out root, or a program that was attached
 *  before.
 *
 *  In a Flatpak or Snap only core files are disabled: the sandbox's portals reject a process that
 *  they can't inspect, and the program would have no access to files or the keychain. */
void keepMemoryPrivate();

/*! Lets the desktop's portal inspect this process while that is still possible: the portal
 *  remembers who is on a D-Bus connection, and rejects a process that it can't inspect. Call it
 *  before keepMemoryPrivate(). Waits only for a moment, and does not start a portal if none is
 *  running. */
void introduceToPortal();

} // namespace tokeni
