# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys leave the keychain when the user deletes their environment, and for no other reason: not when
another program damages the environments file, nor when it writes one without that environment."""

import json
import re
import time
import unittest

import desk
import desktop

URL = 'https://127.0.0.1:9/oauth/v1/generate'
KEYS = 'Key4KeysStayZ7w3\nSecret4KeysStayQ9x1'


class KeysStay(desk.AtDesk):
    def setUp(self):
        super().setUp()
        self.file = self.config / 'tokeni' / 'environments.json'
        self.assertEqual(0, self.cli('add', 'Mine', '--kind', 'custom', '--url', URL)[1])
        self.assertEqual(0, self.start_cli('set-keys', 'Mine', given=KEYS + '\n').wait())
        self.item = self.environments()['Mine']['id'] + '/credentials'
        self.assertEqual(KEYS, desktop.keyring(self.item))
        # Or they would be orphans in the next test.
        self.addCleanup(desktop.run, 'secret-tool', 'clear', 'user', self.item, 'server', 'tokeni')
        self.window = self.open_window()
        self.select_mine()

    def select_mine(self):
        self.window.select('Mine')
        desktop.wait_for('the keys in the window', lambda: 'Kept in ' in self.window.told())

    def are_there(self):
        """The window has had the time that it took to delete them."""
        time.sleep(1)
        self.assertEqual(KEYS, desktop.keyring(self.item))

    def test_when_the_file_is_damaged(self):
        good = self.file.read_bytes()
        damaged = good.rstrip() + b',\n'
        self.file.write_bytes(damaged)
        desktop.wait_for('words in the window', lambda: 'damaged' in self.window.told())
        for arguments in (('add', 'New', '--kind', 'sandbox'), ('remove', 'Mine'), ('list',)):
            command, status = self.cli(*arguments)
            self.assertEqual(6, status)
            self.assertIn(f'{self.file} is damaged', command.errors())
        self.assertEqual(damaged, self.file.read_bytes())
        self.are_there()

        # The window knows the environments and saves them with the next change.
        self.window.create_environment('Later', URL)
        self.assertLessEqual({'Mine', 'Later'}, self.environments().keys())
        copies = list(self.file.parent.glob('environments.json.damaged-*'))
        self.assertEqual([damaged], [copy.read_bytes() for copy in copies])
        self.assertEqual(0, self.cli('add', 'New', '--kind', 'sandbox')[1])
        self.assertLessEqual({'Mine', 'Later', 'New'}, self.environments().keys())
        self.are_there()

    def test_when_another_file_is_there_for_a_while(self):
        good = self.file.read_bytes()
        other = json.loads(good)
        other['environments'] = [one for one in other['environments'] if one['name'] != 'Mine']
        self.file.write_text(json.dumps(other))
        desktop.wait_for('Mine is not listed', lambda: not self.window.look('Mine'))
        self.are_there()
        self.file.write_bytes(good)
        self.window.find('Mine')
        self.select_mine()
        self.are_there()

    def test_when_their_environment_is_lost_until_they_are_restored(self):
        other = json.loads(self.file.read_bytes())
        other['environments'] = [one for one in other['environments'] if one['name'] != 'Mine']
        self.file.write_text(json.dumps(other))
        desktop.wait_for('Mine is not listed', lambda: not self.window.look('Mine'))
        self.window.focus(self.window.field('Find environment'))
        desktop.xdotool('key', 'ctrl+comma')
        settings = self.window.find('Settings', desktop.pyatspi.ROLE_DIALOG)
        self.window.find('Mine: keys', within=settings)
        self.window.press('Restore as environment…', settings)
        dialog = self.window.find('Restore as environment', desktop.pyatspi.ROLE_DIALOG)
        self.window.press('Save environment', dialog)
        restored = desktop.wait_for('Mine', lambda: self.environments().get('Mine'))
        self.assertEqual(self.item, restored['id'] + '/credentials')
        self.assertEqual(KEYS, desktop.keyring(self.item))
        desktop.wait_for('no orphan', lambda: not self.window.look('Mine: keys', within=settings))
        self.window.press('Cancel', settings)
        self.select_mine()

    def test_under_the_name_of_their_environment(self):
        def label():
            found = desktop.run('secret-tool', 'search', 'user', self.item, 'server', 'tokeni').stdout
            return re.findall('^label = (.*)$', found, re.MULTILINE)
        self.assertEqual(['Tokeni: Mine (keys)'], label())
        self.file.write_text(self.file.read_text().replace('"Mine"', '"Ours"'))
        self.window.find('Ours')
        desktop.wait_for('the label', lambda: label() == ['Tokeni: Ours (keys)'])
        self.are_there()

    def test_until_the_user_deletes_it(self):
        self.window.delete_environment()
        desktop.wait_for('the keys are gone', lambda: desktop.keyring(self.item) is None)
        desktop.wait_for('words', lambda: 'Deleted Mine and its keys' in self.window.told())
        self.assertNotIn('Mine', self.environments())


if __name__ == '__main__':
    unittest.main(verbosity=2)
