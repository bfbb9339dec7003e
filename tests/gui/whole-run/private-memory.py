# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program of the same user gets out of the programs' memory when they are closed to
debuggers, as builds for users are: nothing, not even a core file. And closed they work as always."""

import ctypes
import os
import pathlib
import resource
import secrets
import signal
import tempfile
import unittest

from desk import AtDesk
from desktop import keyring, wait_for

CLOSED = '--forbid-debugging'
OPEN = '--allow-debugging'
PTRACE_ATTACH = 16
PTRACE_DETACH = 17
UNLIMITED = resource.RLIM_INFINITY
# Enough to see that a core file is written, and little enough to write.
A_LITTLE = 1024 * 1024

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


class Piece(ctypes.Structure):
    _fields_ = [('address', ctypes.c_void_p), ('size', ctypes.c_size_t)]


def can_attach(pid):
    if libc.ptrace(PTRACE_ATTACH, pid, None, None) != 0:
        return False
    os.waitpid(pid, 0)
    libc.ptrace(PTRACE_DETACH, pid, None, None)
    return True


def can_read_memory(pid):
    """By the system call; whatever is wrong with the address, only permission counts."""
    buffer = ctypes.create_string_buffer(8)
    here = Piece(ctypes.addressof(buffer), 8)
    there = Piece(4096, 8)
    libc.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
    return ctypes.get_errno() != 1  # EPERM


def readable(pid):
    """Which of the files about a process that tell of its memory can be read."""
    found = []
    for name in ('environ', 'mem', 'maps', 'auxv'):
        try:
            with open(f'/proc/{pid}/{name}', 'rb') as file:
                if name != 'mem':
                    file.read(1)
            found.append(name)
        except OSError:
            continue
    return found


class PrivateMemory(AtDesk):

    def setUp(self):
        super().setUp()
        self.assertNotEqual(0, os.getuid(), 'root may read everything: run unprivileged.sh')
        # For programs with sanitizers: crash as others do, and look for no leaks, which needs what
        # is refused here.
        self.environment['ASAN_OPTIONS'] = ('detect_leaks=0:handle_segv=0:handle_abort=0:'
                                            'disable_coredump=0')
        self.place = tempfile.mkdtemp(dir=pathlib.Path.home())
        os.chdir(self.place)

    def command(self, switch):
        """A tokeni-cli that has taken the key and waits for the secret."""
        command = self.start_cli(switch, 'set-keys', 'Sandbox')
        command.give_line(secrets.token_urlsafe(36))
        return command

    def crash(self, program, number):
        """Ends a program by a signal; whether that left a core file."""
        program.process.send_signal(number)
        # Not Popen.wait(), which does not tell.
        _, status = os.waitpid(program.process.pid, 0)
        program.process.returncode = -number
        self.assertEqual(number, os.WTERMSIG(status))
        return os.WCOREDUMP(status)

    def assert_closed(self, program):
        pid = program.process.pid
        self.assertEqual([], readable(pid))
        self.assertFalse(can_read_memory(pid))
        self.assertFalse(can_attach(pid))

    def test_what_is_open_is_seen(self):
        command = self.command(OPEN)
        pid = command.process.pid
        # Mandatory access control may keep more than these.
        self.assertIn('environ', readable(pid))
        self.assertIn('maps', readable(pid))
        resource.setrlimit(resource.RLIMIT_CORE, (A_LITTLE, UNLIMITED))
        open_one = self.command(OPEN)
        if not self.crash(open_one, signal.SIGSEGV):
            print('This machine writes no core files at all.')

    def test_nobody_looks_into_the_command(self):
        self.assert_closed(self.command(CLOSED))

    def test_nobody_looks_into_the_window_and_it_works(self):
        key, secret = secrets.token_urlsafe(36), secrets.token_urlsafe(48)
        daraja = self.start_daraja(key, secret)
        window = self.start_window(CLOSED)
        window.find('Get token')
        self.assert_closed(window)
        window.create_environment('Closed', daraja.token_url, daraja.ca_file)
        window.type('Consumer key', key)
        window.type('Consumer secret', secret)
        self.assertIn('200', self.get_token(window))
        self.copy_header(window)
        item = self.environments()['Closed']['id']
        wait_for('the keys are in the keyring',
                 lambda: keyring(f'{item}/credentials') == f'{key}\n{secret}')
        self.assert_closed(window)
        header, status = self.cli(CLOSED, 'header', 'Closed')
        self.assertEqual(0, status, header.errors())
        self.assertTrue(header.output().startswith('Authorization: Bearer '))

    def test_a_crash_leaves_no_core_file(self):
        resource.setrlimit(resource.RLIMIT_CORE, (UNLIMITED, UNLIMITED))
        for number in (signal.SIGSEGV, signal.SIGABRT):
            self.assertFalse(self.crash(self.command(CLOSED), number))
            window = self.start_window(CLOSED)
            window.find('Get token')
            self.assertFalse(self.crash(window, number))
        self.assertEqual([], os.listdir(self.place))


if __name__ == '__main__':
    unittest.main(verbosity=2)
