# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the command line write the same environments at the same time: none is lost, and
whoever reads in between finds a whole file."""

import json
import threading
import unittest

import desk
import desktop

URL = 'https://gateway.example/oauth/v1/generate'
BY_COMMAND = 12  # Each of two.
BY_WINDOW = 4


class WritersAtOnce(desk.AtDesk):
    def add_some(self, who):
        for number in range(BY_COMMAND):
            command, status = self.cli('add', '--kind', 'custom', '--url', URL, f'{who} {number}')
            if status != 0:
                self.failed.append(command.errors())

    def read_on(self):
        file = self.config / 'tokeni' / 'environments.json'
        while not self.done.is_set():
            try:
                json.loads(file.read_bytes())
                self.reads += 1
            except FileNotFoundError:
                pass  # Nothing was saved yet.
            except ValueError as error:
                self.failed.append(f'read in between: {error}')
            self.done.wait(0.001)

    def test_lose_nothing(self):
        self.failed = []
        self.reads = 0
        self.done = threading.Event()
        window = self.open_window()
        writers = [threading.Thread(target=self.add_some, args=(who,)) for who in ('One', 'Two')]
        reader = threading.Thread(target=self.read_on)
        for thread in (*writers, reader):
            thread.start()
        for number in range(BY_WINDOW):
            window.create_environment(f'Window {number}', URL)
        for thread in writers:
            thread.join()
        self.done.set()
        reader.join()

        self.assertEqual([], self.failed)
        self.assertGreater(self.reads, 0)
        wanted = {f'{who} {number}' for who in ('One', 'Two') for number in range(BY_COMMAND)}
        wanted |= {f'Window {number}' for number in range(BY_WINDOW)}
        self.assertLessEqual(wanted, self.environments().keys())
        # The window knows what came from elsewhere, without being asked to look.
        def known():
            return {accessible.name.split(',')[0] for accessible in desktop.tree(window.application())}
        desktop.wait_for('all environments in the window', lambda: wanted <= known())


if __name__ == '__main__':
    unittest.main(verbosity=2)
