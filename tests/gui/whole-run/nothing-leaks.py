# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""After a run of all that touches keys and tokens, they are found nowhere but in the keyring: not in
a file, not in what the programs say, not in their processes, not on the masked screen."""

import base64
import json
import os
import pathlib
import resource
import secrets
import signal
import stat
import tempfile
import unittest
import urllib.parse

from desk import AtDesk
from desktop import fill_clipboard, keyring, run, wait_for, xdotool
from eavesdropper import Eavesdropper, accessibility_bus

# Larger files belong to nobody here.
LARGEST = 64 * 1024 * 1024


def forms_of(secret):
    """How a text may stand in bytes: as it is, as QString and QDataStream have it, encoded."""
    plain = secret.encode()
    return {plain, secret.encode('utf-16-le'), secret.encode('utf-16-be'), base64.b64encode(plain),
            base64.urlsafe_b64encode(plain), plain.hex().encode(),
            urllib.parse.quote(secret, safe='').encode(), json.dumps(secret)[1:-1].encode(),
            json.dumps(secret)[1:-1].replace('/', '\\/').encode()}


def files_below(roots):
    """Every file among and below `roots`."""
    for root in roots:
        if root.is_file():
            yield root
        for folder, _, names in os.walk(root):
            for name in names:
                yield pathlib.Path(folder, name)


def bytes_of(path):
    """The bytes of a regular file; nothing of what is none, is gone or is not ours to read."""
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode) and about.st_size <= LARGEST:
            return path.read_bytes()
    except OSError:
        pass
    return b''


class NothingLeaks(AtDesk):

    def setUp(self):
        self.temporary = pathlib.Path(tempfile.gettempdir())
        self.there_before = set(self.temporary.iterdir())
        super().setUp()
        self.needles = {}
        self.eavesdropper = Eavesdropper(self.aside)
        self.addCleanup(self.eavesdropper.end)
        # Whoever asks the libraries for all that they have to tell gets no secret either.
        self.environment |= {'QT_LOGGING_RULES': '*=true', 'G_MESSAGES_DEBUG': 'all',
                             'G_DBUS_DEBUG': 'all'}

    def keep_secret(self, name, value):
        self.needles[name] = forms_of(value)
        return value

    def random(self, name):
        return self.keep_secret(name, secrets.token_urlsafe(36))

    def hits_in(self, place, data):
        """Which of the secrets stand in `data`, and where that is from."""
        if isinstance(data, str):
            data = data.encode()
        return [f'{name} in {place}' for name, forms in self.needles.items()
                if any(form in data for form in forms)]

    def hits_in_files(self):
        """Which of the secrets stand in a file that a program could have written."""
        home = pathlib.Path.home()
        for folder in (self.config, pathlib.Path(os.environ['XDG_RUNTIME_DIR'])):
            self.assertIn(home, folder.parents)
        fresh = set(self.temporary.iterdir()) - self.there_before - {self.aside}
        return [hit for path in files_below([home, *fresh])
                for hit in self.hits_in(path, bytes_of(path))]

    def hits_heard(self):
        """Which of the secrets were told to everybody, at whatever moment."""
        return [hit for place, data in self.eavesdropper.heard()
                for hit in self.hits_in(place, data)]

    def hits_said(self, *answers):
        """Which of the secrets the programs wrote, but for those whose answer is one."""
        hits = []
        for program in self.programs:
            hits += self.hits_in(f'errors of {program.name}', program.errors())
            if program not in answers:
                hits += self.hits_in(f'output of {program.name}', program.output())
        return hits

    def hits_in_process(self, program):
        """Which of the secrets stand in what other programs may see of a process."""
        process = pathlib.Path('/proc', str(program.process.pid))
        hits = []
        for name in ('cmdline', 'environ'):
            # Empty while the program is being loaded.
            seen = wait_for(f'{name} of {program.name}', (process / name).read_bytes)
            hits += self.hits_in(f'{name} of {program.name}', seen)
        for descriptor in (process / 'fd').iterdir():
            hits += self.hits_in(f'open file of {program.name}', bytes_of(descriptor))
        return hits

    def hits_on_screen(self, window):
        """Which of the secrets can be read or heard of the window."""
        hits = self.hits_in('the accessible tree', window.told())
        windows = xdotool('search', '--all', '--pid', window.process.pid,
                          '--name', 'Tokeni').split()
        self.assertTrue(windows)
        for id in windows:
            hits += self.hits_in('the properties of its X windows', run('xprop', '-id', id).stdout)
        return hits

    def test_the_search_finds(self):
        secret = self.random('a planted secret')
        self.assertEqual([], self.hits_in_files())
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        for place, data in ((self.config / 'plain', secret.encode()),
                            (pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'wide'),
                             b'head' + secret.encode('utf-16-be')),
                            (pathlib.Path.home() / '.local/share/planted/deep/encoded',
                             b'Basic ' + base64.b64encode(secret.encode())),
                            (pathlib.Path(temporary.name, 'temporary'), secret.encode())):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            self.assertEqual([f'a planted secret in {place}'], self.hits_in_files())
            place.unlink()
        self.assertEqual([], self.hits_in_files())

        self.assertEqual([], self.hits_heard())
        bus = os.environ['DBUS_SESSION_BUS_ADDRESS']
        for place, address in (('the session bus', bus),
                               ('the signals of the accessibility bus', accessibility_bus())):
            run('dbus-send', f'--bus={address}', '--type=signal', '/', 'tokeni.test.Planted',
                f'string:{urllib.parse.quote(secret)}')
            self.assertIn(f'a planted secret in {place}', self.hits_heard())
        run('sleep', '0.2', environment={'PLANTED': secret})
        run('sh', '-c', 'sleep 0.2', base64.b64encode(secret.encode()).decode())
        hits = self.hits_heard()
        self.assertIn('a planted secret in environ of a process', hits)
        self.assertIn('a planted secret in cmdline of a process', hits)
        listing, _ = self.cli('list')
        self.assertEqual([], self.hits_said())
        for file in (listing.output_file, listing.errors_file):
            file.write_text(file.read_text() + secret)
        self.assertEqual(2, len(self.hits_said()))
        listing.errors_file.write_text('')

        self.environment['PLANTED'] = secret
        command = self.start_cli('set-keys', 'Sandbox')
        self.assertIn('a planted secret in environ of tokeni-cli',
                      self.hits_in_process(command))

    def test_keys_and_tokens_stay_in_the_keyring(self):
        key = self.random('the consumer key')
        secret = self.random('the consumer secret')
        wrong = self.random('a wrong secret')
        for name, each in (('the Basic value', secret), ('the wrong Basic value', wrong)):
            self.keep_secret(name, base64.b64encode(f'{key}:{each}'.encode()).decode())
        daraja = self.start_daraja(key, secret)
        window = self.open_window('--allow-debugging')

        # Saved.
        window.create_environment('Kept', daraja.token_url, daraja.ca_file)
        window.paste('Consumer key', key)
        window.type('Consumer secret', secret)
        window.press('Save keys')
        item = self.environments()['Kept']['id']
        wait_for('the keys are in the keyring',
                 lambda: keyring(f'{item}/credentials') == f'{key}\n{secret}')
        # Got and copied, shown and hidden. What is shown is found, so the search below can find.
        self.assertIn('200', self.get_token(window))
        token = self.keep_secret('the first token', self.copy_header(window))
        for name, button in (('the consumer key', 'Show consumer key'),
                             ('the consumer secret', 'Show consumer secret'),
                             ('the first token', 'Show token')):
            found = f'{name} in the accessible tree'
            with self.eavesdropper.looking_away():
                window.toggle(button)
                wait_for(f'{name} is shown', lambda: found in self.hits_on_screen(window))
                window.toggle(button)
                wait_for(f'{name} is hidden', lambda: found not in self.hits_on_screen(window))
        # Refused.
        window.create_environment('Refused', daraja.token_url, daraja.ca_file)
        window.type('Consumer key', key)
        window.type('Consumer secret', wrong)
        self.assertIn('400', self.get_token(window))
        refused = self.hits_on_screen(window)
        # Renewed.
        window.select('Kept')
        window.press('Get token')
        wait_for('the third request', lambda: daraja.requests() == 3)
        stored = wait_for('the renewed token is stored', lambda: (
            (stored := keyring(f'{item}/token')) and token not in stored and stored))
        self.keep_secret('the second token', self.copy_header(window))
        self.assertIn('the second token in the keyring', self.hits_in('the keyring', stored))
        # Renewed by itself, two seconds before the end.
        short = self.start_daraja(key, secret, '--lifetime', '8')
        window.create_environment('Renewed', short.token_url, short.ca_file)
        window.type('Consumer key', key)
        window.type('Consumer secret', secret)
        self.assertIn('200', self.get_token(window))
        window.toggle('Renew automatically')
        item = self.environments()['Renewed']['id']
        for number in range(2):
            wait_for('a request', lambda: short.requests() > number)
            stored = wait_for('a token of another life', lambda: (
                (now := keyring(f'{item}/token')) and now != stored and now))
            self.keep_secret(f'token {number} of the renewed', stored.splitlines()[-1])
        window.toggle('Renew automatically')
        # Imported.
        file = self.aside / 'shop.env'
        file.write_text(f'SANDBOX_CONSUMER_KEY={key}\nSANDBOX_CONSUMER_SECRET={secret}\n')
        imported, status = self.cli('import', str(file), '--with-secrets')
        self.assertEqual(0, status, imported.errors())
        # The same on the command line.
        set_keys = self.start_cli('set-keys', 'Refused')
        hits = self.hits_in_process(set_keys)
        set_keys.give(f'{key}\n{wrong}\n')
        self.assertEqual(0, set_keys.wait())
        self.assertEqual(1, self.cli('header', 'Refused')[1])
        self.cli('list', '--json')
        header, status = self.cli('header', 'Kept')
        self.assertEqual(0, status)
        self.assertIn('the second token in its answer', self.hits_in('its answer', header.output()))

        # Asked for it, Qt tells which keys are pressed; but not when debugging is forbidden, below.
        self.assertIn('XCB_KEY_PRESS', window.errors())
        hits += refused + self.hits_on_screen(window) + self.hits_in_process(window)
        hits += self.hits_in_files()
        self.assertEqual(0, window.quit())
        hits += self.hits_in_files() + self.hits_said(header) + self.hits_heard()
        self.assertEqual([], hits)

    def test_a_crash_leaves_nothing_behind(self):
        key = self.random('the consumer key')
        secret = self.random('the consumer secret')
        self.keep_secret('the Basic value', base64.b64encode(f'{key}:{secret}'.encode()).decode())
        daraja = self.start_daraja(key, secret)
        # Programs with sanitizers crash as others do, and look for no leaks, which needs a debugger.
        self.environment['ASAN_OPTIONS'] = ('detect_leaks=0:handle_segv=0:handle_abort=0:'
                                            'disable_coredump=0')
        unlimited = resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_CORE, (unlimited, unlimited))
        os.chdir(self.config)
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL):
            window = self.open_window('--forbid-debugging')
            name = f'Signal {number}'
            window.create_environment(name, daraja.token_url, daraja.ca_file)
            window.paste('Consumer key', key)
            window.type('Consumer secret', secret)
            self.assertIn('200', self.get_token(window))
            token = self.copy_header(window)
            self.keep_secret(f'the token before {name}', token)
            # Typed, and nowhere but in the field.
            window.type('Consumer secret', self.random('a secret in the field'))
            fill_clipboard('')
            window.process.send_signal(number)
            self.assertEqual(-number, window.wait())
            command = self.start_cli('--forbid-debugging', 'set-keys', name)
            command.give_line(key)
            command.process.send_signal(number)
            self.assertEqual(-number, command.wait())
        hits = self.hits_in_files() + self.hits_said() + self.hits_heard()
        self.assertEqual([], hits)
        self.assertEqual([], [path for path in files_below([pathlib.Path.home()])
                              if path.name.startswith('core')])
        for program in self.programs:
            self.assertNotIn('XCB_KEY_PRESS', program.errors())


if __name__ == '__main__':
    unittest.main(verbosity=2)
