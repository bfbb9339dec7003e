# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved changes are asked about when the session ends, and when the user quits, but not when
Tokeni is told to end by a signal."""

import unittest

import pyatspi

from desk import AtDesk
from desktop import keyring, wait_for, xdotool
from sessionmanager import SessionManager


class SessionEnd(AtDesk):

    @classmethod
    def setUpClass(cls):
        # A process can be one session manager.
        cls.manager = SessionManager()
        cls.addClassCleanup(cls.manager.end)

    def setUp(self):
        super().setUp()
        self.manager.events.clear()
        self.environment = dict(self.environment, SESSION_MANAGER=self.manager.address)
        self.start_window_manager()
        self.window = self.open_window()
        self.window.select('Sandbox')
        self.wait_for_event('saved')

    def wait_for_event(self, event):
        wait_for(f'the session manager sees {event!r}', lambda: event in self.manager.events)
        self.manager.events.clear()

    def type_keys(self):
        self.window.type('Consumer key', 'typed-key')
        self.window.type('Consumer secret', 'typed-secret')

    def answer(self, button):
        question = self.window.find('Unsaved changes', pyatspi.ROLE_ALERT)
        self.window.press(button, question)

    def test_cancel_keeps_the_session(self):
        self.type_keys()
        self.manager.log_out()
        self.answer('Cancel')
        self.wait_for_event(('asked', True))
        self.assertEqual(len('typed-key'),
                         self.window.field('Consumer key').queryText().characterCount)
        self.assertIsNone(keyring('sandbox/credentials'))

    def test_save_lets_it_end_when_the_keys_are_stored(self):
        self.type_keys()
        self.manager.log_out()
        self.answer('Save')
        self.wait_for_event(('asked', False))
        self.assertEqual('typed-key\ntyped-secret', keyring('sandbox/credentials'))

    def test_discard_lets_it_end(self):
        self.type_keys()
        self.manager.log_out()
        self.answer('Discard')
        self.wait_for_event(('asked', False))
        self.assertIsNone(keyring('sandbox/credentials'))

    def test_without_unsaved_changes_nothing_is_asked(self):
        self.manager.log_out()
        wait_for('the session goes on to its end', lambda: self.manager.events)
        self.assertEqual(['saved'], self.manager.events)

    def test_quitting_asks(self):
        self.type_keys()
        xdotool('key', 'ctrl+q')
        self.answer('Cancel')
        self.assertIsNone(self.window.process.poll())
        wait_for('the question is gone',
                 lambda: not self.window.look('Unsaved changes', pyatspi.ROLE_ALERT))
        self.window.focus(self.window.field('Consumer key'))
        xdotool('key', 'ctrl+q')
        self.answer('Save')
        self.assertEqual(0, self.window.wait())
        self.assertEqual('typed-key\ntyped-secret', keyring('sandbox/credentials'))

    def test_a_signal_does_not(self):
        self.type_keys()
        self.assertEqual(0, self.window.quit())
        self.assertIsNone(keyring('sandbox/credentials'))


if __name__ == '__main__':
    unittest.main(verbosity=2)
