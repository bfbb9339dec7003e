# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes and goes: a second start raises the first, closing leaves it in the tray."""

import os
import pathlib
import shutil
import signal
import tempfile
import time
import unittest

from desk import AtDesk
from desktop import clipboard, fill_clipboard, run, wait_for, xdotool

# A tray at the upper left corner, and where the icon is in it.
PANEL = str(pathlib.Path(__file__).parents[2] / 'support' / 'panel.conf')
ICON = (12, 12)


class PresenceRun(AtDesk):

    def start_tray(self):
        self.start('tint2', '-c', PANEL)

    def open_menu(self):
        """Clicks the icon; again when the window manager was busy with something else."""
        xdotool('mousemove', *ICON, 'click', 3)
        end = time.monotonic() + 3
        while time.monotonic() < end and not self.menu_windows():
            time.sleep(0.05)
        return self.menu_windows()

    def choose_in_tray(self, *keys):
        """Opens the icon's menu and chooses in it; menus are not in the accessible tree of Qt 6.4."""
        wait_for('the menu is open', self.open_menu)
        xdotool('key', *keys)
        wait_for('the menu is closed', lambda: not self.menu_windows())

    def menu_windows(self):
        """Windows of Tokeni wider than its icon, but not the main one."""
        found = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.window.process.pid))
        sizes = {}
        for window in found.stdout.split():
            lines = run('xdotool', 'getwindowgeometry', '--shell', window).stdout.split()
            sizes[window] = dict(line.split('=') for line in lines)
        return [window for window, size in sizes.items()
                if 100 < int(size.get('WIDTH', 0)) < 600]

    def focused(self):
        """The process whose window has the keyboard."""
        return run('xdotool', 'getwindowfocus', 'getwindowpid').stdout.strip()

    def shows(self):
        return self.window.look('Get token') is not None

    def close_with_the_keyboard(self, what, gone):
        """Alt+F4, pressed again where the window manager was not ready for it."""
        pressed = []

        def closed():
            if gone():
                return True
            if not pressed or time.monotonic() - pressed[-1] > 5:
                pressed.append(time.monotonic())
                xdotool('key', 'alt+F4')
            return False
        wait_for(what, closed)

    def say_closing_leaves_it_in_the_tray(self):
        folder = self.config / 'tokeni'
        folder.mkdir(exist_ok=True)
        (folder / 'settings.ini').write_text('[General]\ncloseToTray=true\nwelcomed=true\n')

    def test_a_second_start_raises_the_first(self):
        self.start_window_manager()
        self.window = self.open_window()
        first = str(self.window.process.pid)
        # One with other settings has nothing to do with it, and takes the keyboard.
        mine, self.environment = self.environment, dict(
            self.environment, XDG_CONFIG_HOME=tempfile.mkdtemp(dir=pathlib.Path.home()))
        another = self.open_window()
        wait_for('the other one has the keyboard',
                 lambda: self.focused() == str(another.process.pid))
        self.environment = mine
        second = self.start_window()
        self.assertEqual(0, second.wait())
        self.assertEqual('', second.output())
        self.assertEqual([], second.own_words())
        wait_for('the first one has the keyboard', lambda: self.focused() == first)

    def test_a_second_start_says_that_the_first_hangs(self):
        self.window = self.open_window()
        self.window.process.send_signal(signal.SIGSTOP)
        second = self.start_window()
        try:
            wait_for('it says so', lambda: 'does not respond' in second.errors())
            self.assertEqual('', second.output())
        finally:
            self.window.process.send_signal(signal.SIGCONT)
        second.press('OK')
        self.assertEqual(1, second.wait())
        second.errors_file.write_text('')

    def test_a_second_start_says_that_the_first_does_not_listen(self):
        before = self.open_window()
        [socket] = [path for path in pathlib.Path(os.environ['XDG_RUNTIME_DIR']).iterdir()
                    if path.name.startswith('tokeni-') and path.is_socket()]
        self.assertEqual(0, before.quit())
        # What can't be removed is in the socket's place.
        (socket / 'full').mkdir(parents=True)
        self.addCleanup(shutil.rmtree, socket)
        first = self.open_window()
        self.assertIn("Starting Tokeni again can't bring this window to the front", first.errors())
        second = self.start_window()
        wait_for('it says so', lambda: f'is not listening at {socket}' in second.errors())
        second.press('OK')
        self.assertEqual(1, second.wait())
        for told in (first, second):
            told.errors_file.write_text('')

    def test_closing_is_for_good_without_a_tray(self):
        self.start_window_manager()
        self.say_closing_leaves_it_in_the_tray()
        self.window = self.open_window()
        wait_for('it has the keyboard', lambda: self.focused() == str(self.window.process.pid))
        self.close_with_the_keyboard('it ends', lambda: self.window.process.poll() is not None)
        self.assertEqual(0, self.window.wait())

    def test_closing_leaves_it_in_the_tray(self):
        self.start_window_manager()
        self.start_tray()
        self.say_closing_leaves_it_in_the_tray()
        self.window = self.open_window()
        self.window.select('Simulator')
        token = self.copy_header(self.window)
        self.close_with_the_keyboard('the window is gone', lambda: not self.shows())
        self.assertIsNone(self.window.process.poll())
        self.assertEqual(f'Authorization: Bearer {token}', clipboard())
        wait_for('it says where it went',
                 lambda: 'toldOfTray=true' in
                 (self.config / 'tokeni' / 'settings.ini').read_text())

        fill_clipboard('something else')
        self.choose_in_tray('Down', 'Return')
        wait_for('the header is copied from the tray',
                 lambda: clipboard() == f'Authorization: Bearer {token}')
        self.assertFalse(self.shows())

        xdotool('mousemove', *ICON, 'click', 1)
        wait_for('a click on the icon brings it back', self.shows)
        self.close_with_the_keyboard('the window is gone again', lambda: not self.shows())
        self.choose_in_tray('Up', 'Up', 'Return')
        wait_for('Open Tokeni brings it back', self.shows)
        self.close_with_the_keyboard('the window is gone once more', lambda: not self.shows())
        second = self.start_window()
        self.assertEqual(0, second.wait())
        wait_for('a second start brings it back', self.shows)

        self.choose_in_tray('Up', 'Return')
        self.assertEqual(0, self.window.wait())
        self.assertEqual('', clipboard())


if __name__ == '__main__':
    unittest.main(verbosity=2)
