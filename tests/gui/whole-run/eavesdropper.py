# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of the same user who listens to all that is not kept from him: the D-Bus messages of the
session, the signals of the accessibility bus, and the arguments and environment of every process."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import threading

from desktop import run, wait_for


def accessibility_bus():
    answer = run('dbus-send', '--session', '--print-reply', '--dest=org.a11y.Bus', '/org/a11y/bus',
                 'org.a11y.Bus.GetAddress')
    return re.search('string "(.+)"', answer.stdout)[1]


class ScreenReader:
    """Asks programs for what they tell a screen reader unasked; they tell nobody otherwise."""

    def __init__(self):
        listen = ("import pyatspi; pyatspi.Registry.registerEventListener(lambda event: None, "
                  "'object', 'window', 'focus'); print(flush=True); pyatspi.Registry.start()")
        self.process = subprocess.Popen([sys.executable, '-c', listen], stdout=subprocess.PIPE)
        self.process.stdout.readline()

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Bus:
    """The messages of a bus, as bytes."""

    def __init__(self, file, address, *arguments):
        self.file = pathlib.Path(file)
        self.address = address
        self.ignored = []
        self.moments = 0
        with open(file, 'wb') as output:
            self.process = subprocess.Popen(['dbus-monitor', '--binary', '--address', address,
                                             *arguments], stdout=output)
        # It says that it has lost its name when it has become a monitor.
        wait_for('dbus-monitor listens', lambda: b'NameLost' in self.file.read_bytes())

    def now(self):
        """How much was heard so far, all of it that was said before."""
        self.moments += 1
        mark = f'moment{self.moments}.'
        run('dbus-send', f'--bus={self.address}', '--type=signal', '/', f'tokeni.test.{mark}heard')
        wait_for('all is heard', lambda: mark[:-1].encode() in self.file.read_bytes())
        return self.file.stat().st_size

    def heard(self):
        """All but what was said while something was shown."""
        data = self.file.read_bytes()
        for begin, end in reversed(self.ignored):
            data = data[:begin] + data[end:]
        return data

    def end(self):
        self.process.kill()
        self.process.wait()


class Processes:
    """What stands in the arguments and the environment of any process, however short it lives."""

    def __init__(self):
        self.pieces = {}
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)
        self.thread.start()

    def look(self):
        while not self.over.wait(0.02):
            for process in pathlib.Path('/proc').glob('[0-9]*'):
                for name in ('cmdline', 'environ'):
                    try:
                        bytes_there = (process / name).read_bytes()
                    except OSError:  # Gone, or kept from us.
                        continue
                    self.pieces.setdefault(bytes_there, f'{name} of a process')

    def end(self):
        self.over.set()
        self.thread.join()


class Eavesdropper:

    def __init__(self, folder):
        self.session = Bus(folder / 'session-bus', os.environ['DBUS_SESSION_BUS_ADDRESS'])
        # Only what is told to everybody: the texts that a test asks for come in answers.
        self.accessibility = Bus(folder / 'accessibility-bus', accessibility_bus(),
                                 "type='signal'")
        self.screen_reader = ScreenReader()
        self.processes = Processes()

    @contextlib.contextmanager
    def looking_away(self):
        """While something is shown, a screen reader may read it."""
        begin = self.accessibility.now()
        yield
        self.accessibility.ignored.append((begin, self.accessibility.now()))

    def heard(self):
        """Where something was heard, and the bytes of it."""
        for bus in (self.session, self.accessibility):
            bus.now()
        return [('the session bus', self.session.heard()),
                ('the signals of the accessibility bus', self.accessibility.heard()),
                *((place, data) for data, place in list(self.processes.pieces.items()))]

    def end(self):
        for part in (self.screen_reader, self.session, self.accessibility, self.processes):
            part.end()
