# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window beside other processes, and while nobody looks at it."""

import pathlib
import time
import unittest

from desk import AtDesk
from desktop import run, wait_for


def wake_ups(pid):
    """How often each thread of a process has gone to sleep so far: proc(5)."""
    counts = {}
    for status in pathlib.Path(f'/proc/{pid}/task').glob('*/status'):
        lines = dict(line.split(':', 1) for line in status.read_text().splitlines())
        counts[status.parent.name] = int(lines['voluntary_ctxt_switches'])
    return counts


class LifeRun(AtDesk):

    def test_a_token_that_the_command_line_gets_is_in_the_window_too(self):
        window = self.open_simulator()
        self.get_token(window)
        before = self.copy_header(window)
        command, status = self.cli('token', 'Simulator', '--fresh')
        self.assertEqual(0, status, command.errors())
        fresh = command.output().strip()
        self.assertNotEqual(before, fresh)
        wait_for('the window has the new one', lambda: self.copy_header(window) == fresh)
        self.assertEqual(0, window.quit())

    def test_hidden_it_sleeps(self):
        self.start_window_manager()
        window = self.open_simulator()
        self.get_token(window)
        found = run('xdotool', 'search', '--onlyvisible', '--pid', str(window.process.pid))
        for each in found.stdout.split():
            run('xdotool', 'windowminimize', each)
        wait_for('it is minimised', lambda: not run(
            'xdotool', 'search', '--onlyvisible', '--pid', str(window.process.pid)).stdout.split())
        pid = window.process.pid

        def sleeps(seconds):
            """True when no thread wakes; one of Qt's that had nothing to do may end meanwhile."""
            before = wake_ups(pid)
            time.sleep(seconds)
            return wake_ups(pid).items() <= before.items()

        # What hiding set off comes to rest first.
        wait_for('nothing wakes it', lambda: sleeps(5))
        self.assertTrue(sleeps(10))
        window.process.terminate()
        self.assertEqual(0, window.wait())


if __name__ == '__main__':
    unittest.main(verbosity=2)
