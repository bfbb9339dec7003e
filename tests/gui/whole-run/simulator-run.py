# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's main job on the built-in simulator: a token, its countdown, a copy, its end."""

import json
import re
import unittest
import urllib.error
import urllib.request

import pyatspi

from desk import AtDesk
from desktop import clipboard, fill_clipboard, text_of, wait_for

def seconds_left(time_left):
    """The seconds that the description of Time left tells; 0 when it says that none are left."""
    words = time_left.description
    if 'expired' in words:
        return 0
    found = re.match(r'(\d+) second', words)
    assert found, f'Time left says "{words}"'
    return int(found[1])


class SimulatorRun(AtDesk):

    def setUp(self):
        super().setUp()
        self.window = self.open_simulator()
        self.url = f'http://127.0.0.1:{self.simulator_port}/mpesa/stkpush/v1/processrequest'

    def pay(self, token):
        """Asks the simulator for a payment with `token`: the status and the answer."""
        request = urllib.request.Request(self.url, b'{}', {'Authorization': f'Bearer {token}'})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)

    def test_a_token_lives_is_copied_and_ends(self):
        window = self.window
        window.choose('Short-lived token (10 s)')
        # Ten seconds are short: what is looked at while they run is found before.
        time_left = window.find('Time left')
        header = window.field('Bearer header')
        self.assertEqual('There is no token', time_left.description)

        self.assertIn('200', self.get_token(window))
        first = seconds_left(time_left)
        self.assertLessEqual(first, 10)
        second = wait_for('another second has gone',
                          lambda: (left := seconds_left(time_left)) != first and left)
        self.assertLess(second, first)
        masked = text_of(header)

        token = self.copy_header(window)
        self.assertEqual(f'Authorization: Bearer {token}', clipboard())
        self.assertEqual('secret', clipboard('x-kde-passwordManagerHint'))
        status, answer = self.pay(token)
        self.assertEqual((200, '0'), (status, answer.get('ResponseCode')))
        self.assertEqual('404.001.03', self.pay(token[1:])[1].get('errorCode'))
        self.assertRegex(masked, '^Authorization: Bearer .*•')
        self.assertNotIn(token, masked)
        window.toggle('Show token')
        wait_for('the token is shown', lambda: text_of(header) == f'Authorization: Bearer {token}')

        readings = [seconds_left(time_left)]
        while readings[-1] > 0:
            readings.append(seconds_left(time_left))
        self.assertEqual(sorted(readings, reverse=True), readings)
        wait_for('the clipboard is cleared', lambda: clipboard() == '')
        self.assertNotIn(token, text_of(header))
        self.assertIn('expired', text_of(time_left))
        self.assertTrue(window.look('Simulator', pyatspi.ROLE_LIST_ITEM).name.endswith('expired'))
        self.assertEqual('404.001.03', self.pay(token)[1].get('errorCode'))

        renewed = self.copy_header(window)
        self.assertNotEqual(token, renewed)
        self.assertEqual(200, self.pay(renewed)[0])

        self.assertEqual(0, window.quit())
        self.assertEqual('', clipboard())
        self.assertEqual('', window.output())
        self.assertEqual([], window.own_words())

    def test_quitting_leaves_the_clipboard_of_others_alone(self):
        self.copy_header(self.window)
        fill_clipboard('a shopping list')
        self.assertEqual(0, self.window.quit())
        self.assertEqual('a shopping list', clipboard())

    def test_a_token_outlives_the_program(self):
        self.get_token(self.window)
        token = self.copy_header(self.window)
        self.assertEqual(0, self.window.quit())
        again = self.open_window()
        again.select('Simulator')
        wait_for('the token is there again', lambda: '•' in text_of(again.field('Bearer header')))
        self.assertEqual(token, self.copy_header(again))


if __name__ == '__main__':
    unittest.main(verbosity=2)
