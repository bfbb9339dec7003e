# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as somebody meets it who sees no screen and has no mouse: every control has a name, the
Tab key reaches all of them and comes round again, and nothing masked is told."""

import unittest

import pyatspi
from gi.repository import GLib

from desk import AtDesk
from desktop import BUTTON, do, has_state, text_of, tree, wait_for, xdotool

# Names that are a contract, and the roles that a control of that name may have.
TEXT = {pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT}
TOGGLE = {pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON}
LABEL = {pyatspi.ROLE_LABEL}
CONTRACT = {
    'Environments': {pyatspi.ROLE_LIST}, 'Find environment': TEXT, 'New environment': BUTTON,
    'Import…': BUTTON, 'Get token': BUTTON, 'Copy Bearer header': BUTTON, 'Copy token': BUTTON,
    'Copy as…': BUTTON, 'Token URL': TEXT, 'Consumer key': TEXT, 'Consumer secret': TEXT,
    'Show consumer key': TOGGLE, 'Show consumer secret': TOGGLE, 'Show token': TOGGLE,
    'Renew automatically': TOGGLE, 'Time left': LABEL, 'Bearer header': TEXT,
    'Response status': LABEL, 'Response body': TEXT, 'Message': LABEL,
}
# What Qt builds its controls of; they are reached through these.
INNER = {pyatspi.ROLE_FILLER, pyatspi.ROLE_SCROLL_BAR, pyatspi.ROLE_SCROLL_PANE,
         pyatspi.ROLE_SEPARATOR, pyatspi.ROLE_PANEL, pyatspi.ROLE_VIEWPORT,
         pyatspi.ROLE_LAYERED_PANE}


def roles_named(root):
    """The roles of each name among the visible controls below `root`."""
    found = {}
    for accessible in tree(root):
        try:
            if has_state(accessible, pyatspi.STATE_SHOWING):
                name = accessible.name.split(',')[0]
                found.setdefault(name, set()).add(accessible.getRole())
        except GLib.Error:
            continue
    return found


class AccessibleTree(AtDesk):

    def setUp(self):
        super().setUp()
        self.window = self.open_simulator()

    def focused(self):
        """The name of what has the keyboard. Qt 6.4 calls the current tab focused wherever it is."""
        for accessible in tree(self.window.application()):
            try:
                if (has_state(accessible, pyatspi.STATE_FOCUSED)
                        and has_state(accessible, pyatspi.STATE_SHOWING)
                        and accessible.getRole() not in INNER | {
                            pyatspi.ROLE_FRAME, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_PAGE_TAB}):
                    return accessible.name
            except GLib.Error:
                continue
        return ''

    def focusable(self):
        """The names of all that can have the keyboard."""
        names = set()
        for accessible in tree(self.window.application()):
            try:
                if (has_state(accessible, pyatspi.STATE_FOCUSABLE)
                        and has_state(accessible, pyatspi.STATE_SHOWING)
                        and has_state(accessible, pyatspi.STATE_ENABLED)
                        and accessible.getRole() in TEXT | BUTTON | TOGGLE | {
                            pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_LIST}):
                    names.add(accessible.name)
            except GLib.Error:
                continue
        return names

    def test_the_names_of_the_contract_are_there(self):
        self.assertIn('200', self.get_token(self.window))
        found = roles_named(self.window.application())
        for name, roles in CONTRACT.items():
            with self.subTest(name=name):
                self.assertTrue(found.get(name, set()) & roles, f'roles: {found.get(name)}')

    def test_every_control_has_a_name(self):
        self.get_token(self.window)
        nameless = []
        for accessible in tree(self.window.application()):
            try:
                if (has_state(accessible, pyatspi.STATE_SHOWING)
                        and has_state(accessible, pyatspi.STATE_FOCUSABLE)
                        and accessible.getRole() not in INNER and not accessible.name):
                    nameless.append(accessible.getRoleName())
            except GLib.Error:
                continue
        self.assertEqual([], nameless)

    def test_tab_goes_round(self):
        self.get_token(self.window)
        self.window.focus(self.window.field('Find environment'))
        wanted = self.focusable()
        self.assertIn('Get token', wanted)
        reached = ['Find environment']
        while True:
            xdotool('key', 'Tab')
            before = reached[-1]
            now = wait_for(f'the focus leaves "{before}"',
                           lambda: (name := self.focused()) != before and name)
            if now == reached[0]:
                break
            self.assertNotIn(now, reached, f'the way so far: {reached}')
            reached.append(now)
        self.assertEqual(set(), wanted - set(reached), f'not reached on the way {reached}')

    def test_a_menu_button_opens_its_menu(self):
        # Menus are not in the accessible tree of Qt 6.4, so what their last entry does is looked at.
        def windows():
            return len(xdotool('search', '--onlyvisible', '--class', 'tokeni').split())
        before = windows()
        do(self.window.button('Environment menu'), 'ShowMenu')
        wait_for('the menu is open', lambda: windows() > before)
        xdotool('key', 'Up', 'Return')
        self.window.find('Delete environment', pyatspi.ROLE_ALERT)
        xdotool('key', 'Escape')

    def test_what_is_masked_is_not_told(self):
        self.get_token(self.window)
        token = self.copy_header(self.window)
        self.window.select('Sandbox')
        self.window.type('Consumer key', 'a-key-that-nobody-may-hear')
        self.window.type('Consumer secret', 'a-secret-that-nobody-may-hear')
        self.window.select('Simulator')
        told = self.window.told()
        self.window.select('Sandbox')
        told += self.window.told()
        for secret in (token, 'a-key-that-nobody-may-hear', 'a-secret-that-nobody-may-hear'):
            self.assertNotIn(secret, told)
        self.window.toggle('Show consumer key')
        wait_for('what is shown is told', lambda: 'a-key-that-nobody-may-hear' in self.window.told())
        self.assertEqual('a-key-that-nobody-may-hear', text_of(self.window.field('Consumer key')))


if __name__ == '__main__':
    unittest.main(verbosity=2)
