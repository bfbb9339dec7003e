// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/wait.h>
#include <unistd.h>

namespace tokeni {

/*! Starts \a work in a forked process, which exits with what \a work returns and runs none of the
 *  test's destructors. Returns the id of the process. */
template <typename Work> pid_t forked(const Work &work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    return child;
}

/*! The exit status of \a work in a forked process; -1 if a signal ended it. */
template <typename Work> int statusOf(const Work &work)
{
    int status = 0;
    const pid_t child = forked(work);
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

} // namespace tokeni
