# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A user's desk: starts the real programs and does with them what a person does. Controls are found
by their accessible names through AT-SPI, as a screen reader finds them."""

import array
import fcntl
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import unittest

import pyatspi
from gi.repository import Atspi, GLib

from desktop import (BUTTON, PATIENCE, click, clipboard, do, fill_clipboard, first_environments,
                     free_port, has_state, names_of, roles_of, run, text_of, tree, wait_for,
                     xdotool)


class Program:
    """A program that runs; what it says goes to files in `folder`."""

    def __init__(self, folder, arguments, environment, given=None):
        self.name = pathlib.Path(arguments[0]).name
        folder = pathlib.Path(tempfile.mkdtemp(prefix=f'{self.name}-', dir=folder))
        self.output_file = folder / 'output'
        self.errors_file = folder / 'errors'
        with open(self.output_file, 'w') as output, open(self.errors_file, 'w') as errors:
            self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=output,
                                            stderr=errors, env=environment, text=True)
        if given is not None:
            self.give(given)

    def give(self, text):
        """Hands it its standard input, the whole of it."""
        self.process.stdin.write(text)
        self.process.stdin.close()

    def give_line(self, line):
        """Hands it a line of its standard input, and waits until that is taken."""
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()

        def is_taken():
            left = array.array('i', [0])
            fcntl.ioctl(self.process.stdin, termios.FIONREAD, left)
            return left[0] == 0
        wait_for('the line is taken', is_taken)

    def output(self):
        return self.output_file.read_text('utf-8', 'replace')

    def errors(self):
        return self.errors_file.read_text('utf-8', 'replace')

    def own_words(self):
        """The lines of its errors that are its own: it speaks with its name before, and Qt with that
        of a class where one is used wrongly. What other libraries, drivers and Qt's own platform
        plugin have to say differs from one system to the next."""
        return [line for line in self.errors().splitlines()
                if re.match(r'tokeni(-cli)?: |Q(?!Xcb|Wayland)[A-Z]\w*(::\w+)?: ', line)]

    def wait(self):
        """Its exit status, once it has ended."""
        return self.process.wait(PATIENCE)

    def quit(self):
        """Asks it to end; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def end(self):
        """Ends it for certain."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if not self.process.stdin.closed:
            self.process.stdin.close()


class TlsDaraja(Program):
    """A Daraja of our own behind TLS, with an authority of its own."""

    def __init__(self, folder, key, secret, *arguments):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='daraja-', dir=folder))
        super().__init__(folder, [os.environ['TOKENI_TEST_TLS_DARAJA'], '--folder',
                                  str(self.folder), *arguments], None, f'{key}\n{secret}\n')
        self.url = wait_for('address of the TLS server',
                            lambda: self.output().endswith('\n') and self.output().strip())
        self.token_url = self.url + '/oauth/v1/generate'
        self.ca_file = self.folder / 'ca.pem'

    def requests(self):
        """How many requests it has taken."""
        log = self.folder / 'requests.log'
        return len(log.read_text().splitlines()) if log.exists() else 0


class Window(Program):
    """A running tokeni."""

    def application(self):
        """Its accessible root, or None while that is not there."""
        assert self.process.poll() is None, f'{self.name} has ended: {self.errors()}'
        try:
            for application in Atspi.get_desktop(0):
                if application is not None and application.get_process_id() == self.process.pid:
                    application.set_cache_mask(Atspi.Cache.NONE)
                    return application
        except GLib.Error:
            pass
        return None

    def look(self, name, role=None, within=None):
        """The visible control of that name, or None. What comes after a comma does not count: an
        environment's item tells more than its name."""
        root = within or self.application()
        for accessible in tree(root) if root else ():
            try:
                if (accessible.name.split(',')[0] in names_of(name, role)
                        and (role is None or accessible.getRole() in roles_of(role))
                        and has_state(accessible, pyatspi.STATE_SHOWING)):
                    return accessible
            except GLib.Error:
                continue
        return None

    def find(self, name, role=None, within=None):
        """The visible control of that name, waited for."""
        return wait_for(f'control "{name}"', lambda: self.look(name, role, within))

    def field(self, name, within=None):
        """The field to type into; its caption has the same name."""
        def look():
            return (self.look(name, pyatspi.ROLE_TEXT, within)
                    or self.look(name, pyatspi.ROLE_PASSWORD_TEXT, within))
        return wait_for(f'field "{name}"', look)

    def button(self, name, within=None):
        return self.find(name, BUTTON, within)

    def press(self, name, within=None):
        do(self.button(name, within), 'Press')

    def toggle(self, name):
        do(self.find(name, pyatspi.ROLE_CHECK_BOX), 'Toggle')

    def select(self, environment):
        """Selects an environment in the list."""
        click(self.find(environment, pyatspi.ROLE_LIST_ITEM))
        wait_for(f'{environment} is selected',
                 lambda: self.look(f'{environment} — Tokeni', pyatspi.ROLE_FRAME))

    def choose(self, item, within=None):
        """Chooses in the combo box that offers `item`."""
        def combo_box():
            for accessible in tree(within or self.application()):
                if (accessible.getRole() == pyatspi.ROLE_COMBO_BOX
                        and has_state(accessible, pyatspi.STATE_SHOWING)
                        and self.look(item, pyatspi.ROLE_LIST_ITEM, accessible)):
                    return accessible
            return None
        combo = wait_for(f'combo box with "{item}"', combo_box)
        do(combo, 'Press')
        popup = combo.getChildAtIndex(0)
        wait_for(f'list with "{item}"', lambda: has_state(popup, pyatspi.STATE_SHOWING))
        clicked = 0

        def chosen():
            # A list that has just opened takes no notice of a button that is let go, and on a busy
            # machine it may close without a choice.
            nonlocal clicked
            if combo.name == item:
                return True
            if time.monotonic() > clicked + 2:
                if has_state(popup, pyatspi.STATE_SHOWING):
                    click(self.find(item, pyatspi.ROLE_LIST_ITEM, popup))
                else:
                    do(combo, 'Press')
                clicked = time.monotonic()
            return False
        wait_for(f'"{item}" is chosen', chosen)

    def focus(self, accessible):
        """Gives a control of the main window the keyboard."""
        windows = xdotool('search', '--all', '--onlyvisible', '--pid', self.process.pid,
                          '--name', '^.+ — Tokeni$').split()
        xdotool('windowfocus', '--sync', windows[0])
        do(accessible, 'SetFocus')
        wait_for(f'"{accessible.name}" has the focus',
                 lambda: has_state(accessible, pyatspi.STATE_FOCUSED))

    def type(self, name, text):
        """Types into a field of the main window, over what was there."""
        self._fill(name, len(text), lambda: xdotool('type', '--file', '-', given=text))

    def paste(self, name, text):
        """The same from the clipboard."""
        fill_clipboard(text)
        self._fill(name, len(text), lambda: xdotool('key', 'ctrl+v'))

    def _fill(self, name, length, fill):
        field = self.field(name)
        self.focus(field)
        xdotool('key', 'ctrl+a', 'Delete')
        wait_for(f'"{name}" is empty', lambda: field.queryText().characterCount == 0)
        fill()
        # A press through AT-SPI could overtake keys that are still on their way.
        wait_for(f'"{name}" is filled', lambda: field.queryText().characterCount == length)

    def create_environment(self, name, token_url, ca_file=''):
        """Makes a custom environment, which is selected then."""
        self.press('New environment')
        dialog = self.find('New environment', pyatspi.ROLE_DIALOG)
        self.choose('Custom: another server', dialog)
        for caption, text in (('Name', name), ('Token URL', token_url), ('CA file', str(ca_file))):
            field = self.field(caption, dialog)
            field.queryEditableText().setTextContents(text)
            wait_for(f'"{caption}" is filled', lambda: text_of(field) == text)
        self.press('Save environment', dialog)
        self.find(f'{name} — Tokeni', pyatspi.ROLE_FRAME)

    def delete_environment(self):
        """Deletes the selected environment."""
        click(self.button('Environment menu'))
        # Menus are not in the accessible tree of Qt 6.4. Up goes to the last entry: Delete….
        xdotool('key', 'Up', 'Return')
        self.press('Delete', self.find('Delete environment', pyatspi.ROLE_ALERT))

    def told(self):
        """All that can be heard of it: names, descriptions and texts."""
        said = []
        for accessible in tree(self.application()):
            try:
                said += [accessible.name, accessible.description, text_of(accessible)]
            except GLib.Error:
                continue
        return '\n'.join(said)


class AtDesk(unittest.TestCase):
    """A test at a fresh desk: no settings, an empty clipboard, a port for its simulator."""

    def setUp(self):
        home = pathlib.Path(os.environ['HOME'])
        self.config = pathlib.Path(tempfile.mkdtemp(prefix='config-', dir=home))
        temporary = pathlib.Path(tempfile.mkdtemp(prefix='tmp-', dir=home))
        self.simulator_port = free_port()
        environments = self.config / 'tokeni' / 'environments.json'
        environments.parent.mkdir(mode=0o700)
        environments.touch(mode=0o600)
        environments.write_text(json.dumps(first_environments(self.simulator_port)))
        # Beside the home: what the programs say, and what belongs to the servers.
        self.aside = pathlib.Path(tempfile.mkdtemp(prefix='tokeni-aside-'))
        self.addCleanup(shutil.rmtree, self.aside)
        self.environment = dict(os.environ, XDG_CONFIG_HOME=str(self.config),
                                TMPDIR=str(temporary))
        self.programs = []
        fill_clipboard('')

    def run(self, result=None):
        self.result = result
        return super().run(result)

    def tearDown(self):
        failed = any(test is self for test, _ in self.result.failures + self.result.errors)
        for program in self.programs:
            if isinstance(program, Window) and program.process.poll() is None:
                if failed:
                    print(f'\nThe window said: {program.told().split()}', file=sys.stderr)
                self.assertEqual(0, program.quit(), program.errors())
            if program.errors():
                print(f'\n{program.name}: {program.errors()}', file=sys.stderr, flush=True)

    def start(self, *command):
        """Starts a part of the desktop, which ends with the test."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)

    def start_window_manager(self):
        self.start('openbox')
        wait_for('the window manager', lambda: 'window id' in run(
            'xprop', '-root', '_NET_SUPPORTING_WM_CHECK').stdout)

    def _keep(self, program):
        self.programs.append(program)
        self.addCleanup(program.end)
        return program

    def start_window(self, *arguments):
        """Starts tokeni and waits for nothing."""
        return self._keep(Window(self.aside, [os.environ['TOKENI'], *arguments], self.environment,
                                 ''))

    def open_window(self, *arguments):
        window = self.start_window(*arguments)
        window.find('Get token')
        return window

    def open_simulator(self):
        """A window with the simulator selected."""
        window = self.open_window()
        window.select('Simulator')
        return window

    def start_cli(self, *arguments, given=None):
        return self._keep(Program(self.aside, [os.environ['TOKENI_CLI'], *arguments],
                                  self.environment, given))

    def cli(self, *arguments):
        """The command after it has ended, and its exit status."""
        command = self.start_cli(*arguments, given='')
        return command, command.wait()

    def start_daraja(self, key, secret, *arguments):
        daraja = TlsDaraja(self.aside, key, secret, *arguments)
        self.addCleanup(daraja.end)
        return daraja

    def environments(self):
        """The stored environments by name."""
        stored = json.loads((self.config / 'tokeni' / 'environments.json').read_text())
        return {environment['name']: environment for environment in stored['environments']}

    def get_token(self, window):
        """Presses Get token and waits for the answer, whatever it is; its status."""
        window.press('Get token')
        status = window.find('Response status')
        return wait_for('an answer', lambda: text_of(status))

    def copy_header(self, window):
        """Presses Copy Bearer header and waits for it; the token in it."""
        fill_clipboard('something else')
        window.press('Copy Bearer header')
        header = wait_for('the header is copied',
                          lambda: clipboard().replace('something else', ''))
        found = re.fullmatch(r'Authorization: Bearer ([A-Za-z0-9\-._~+/]+=*)', header)
        self.assertTrue(found, f'the clipboard held {header!r}')
        return found[1]
