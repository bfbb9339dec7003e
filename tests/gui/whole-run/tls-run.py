# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the command line on a server with TLS and an authority of its own, with keys in
the real keyring."""

import json
import secrets
import unittest

import pyatspi

from desk import AtDesk
from desktop import clipboard, keyring, text_of, wait_for

NAME = 'Own server'


class TlsRun(AtDesk):

    def setUp(self):
        super().setUp()
        self.key = secrets.token_urlsafe(36)
        self.secret = secrets.token_urlsafe(48)
        self.daraja = self.start_daraja(self.key, self.secret)
        self.window = self.open_window()

    def create(self, ca_file):
        self.window.create_environment(NAME, self.daraja.token_url, ca_file)

    def enter_keys(self, secret):
        # The way they come from a web page: with white space around them.
        self.window.paste('Consumer key', f'  {self.key} \n')
        self.window.type('Consumer secret', f' {secret} ')

    def credentials_item(self):
        return self.environments()[NAME]['id'] + '/credentials'

    def diagnosis(self):
        """What the window says about a refusal."""
        told = self.window.find('Diagnosis')
        return wait_for('a diagnosis', lambda: text_of(told) and told.description)

    def test_the_ca_file_opens_the_way_and_both_programs_share_the_token(self):
        self.create(self.daraja.ca_file)
        stored = self.environments()[NAME]
        self.assertEqual(('custom', str(self.daraja.ca_file)), (stored['kind'], stored['caFile']))
        self.enter_keys(self.secret)
        self.assertIn('200', self.get_token(self.window))
        self.assertIn('white space around them was removed', self.window.told())
        wait_for('the keys are in the keyring', lambda: keyring(self.credentials_item()))
        self.assertEqual(f'{self.key}\n{self.secret}', keyring(self.credentials_item()))

        token = self.copy_header(self.window)
        self.assertEqual(1, self.daraja.requests())
        wait_for('the token is in the keyring',
                 lambda: token in (keyring(f'{stored["id"]}/token') or ''))

        listing, status = self.cli('list', '--json')
        self.assertEqual(0, status)
        listed = {entry['name']: entry for entry in json.loads(listing.output())}
        self.assertEqual(stored['id'], listed[NAME]['id'])
        self.assertEqual(str(self.daraja.ca_file), listed[NAME]['caFile'])
        header, status = self.cli('header', NAME)
        self.assertEqual((0, f'Authorization: Bearer {token}\n'), (status, header.output()))
        self.assertEqual(1, self.daraja.requests())

        self.assertEqual(0, self.window.quit())
        self.assertEqual('', clipboard())

    def test_without_the_ca_file_nothing_is_sent(self):
        self.create('')
        self.enter_keys(self.secret)
        self.window.press('Get token')
        told = self.diagnosis()
        self.assertIn('does not trust the certificate of 127.0.0.1, so nothing was sent', told)
        self.assertIn('set its CA file', told)
        self.assertEqual('no answer', text_of(self.window.find('Response status')).split(' · ')[0])
        header, status = self.cli('header', NAME)
        self.assertEqual((3, ''), (status, header.output()))
        self.assertEqual(0, self.daraja.requests())

    def test_a_wrong_secret_is_told_in_the_words_of_daraja(self):
        self.create(self.daraja.ca_file)
        self.enter_keys(secrets.token_urlsafe(48))
        self.assertIn('400', self.get_token(self.window))
        self.assertIn('400.008.01', self.diagnosis())
        self.assertIsNone(self.window.look('Bearer header'))
        self.assertEqual(1, self.daraja.requests())
        header, status = self.cli('header', NAME)
        self.assertEqual((1, ''), (status, header.output()))
        self.assertIn('400.008.01', header.errors())

    def test_deleting_the_environment_empties_the_keyring(self):
        self.create(self.daraja.ca_file)
        self.enter_keys(self.secret)
        self.assertIn('200', self.get_token(self.window))
        id = self.environments()[NAME]['id']
        items = [f'{id}/credentials', f'{id}/token']
        for item in items:
            wait_for(f'{item} is in the keyring', lambda: keyring(item))

        self.window.delete_environment()
        for item in items:
            wait_for(f'{item} is gone', lambda: keyring(item) is None)
        self.assertNotIn(NAME, self.environments())
        self.assertIsNone(self.window.look(NAME, pyatspi.ROLE_LIST_ITEM))
        header, status = self.cli('header', NAME)
        self.assertEqual((2, ''), (status, header.output()))


if __name__ == '__main__':
    unittest.main(verbosity=2)
