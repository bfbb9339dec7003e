# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test finds on the desktop: the clipboard, the keyring, and controls through AT-SPI, as a
screen reader finds them."""

import random
import socket
import subprocess
import time

import pyatspi
from gi.repository import Atspi, GLib

# Seconds that anything may take. Many, because the machine may be slow and the programs full of
# sanitizers; nothing waits longer than it has to.
PATIENCE = 60
# A button: AT-SPI has renamed the role, and to newer versions of Qt one with a menu has another.
BUTTON = frozenset(getattr(Atspi.Role, role) for role in ('PUSH_BUTTON', 'BUTTON', 'PUSH_BUTTON_MENU')
                   if hasattr(Atspi.Role, role))

# Names and texts are asked for anew each time: no event loop runs here to keep a cache right.
Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


def free_port():
    """A port that nobody listens at, and that Linux gives to no connection by itself."""
    while True:
        port = random.randrange(20000, 30000)
        with socket.socket() as probe:
            if probe.connect_ex(('127.0.0.1', port)) != 0:
                return port


def first_environments(simulator_port):
    """What Tokeni begins with, the simulator at a port of its own."""
    hosts = {'simulator': f'http://127.0.0.1:{simulator_port}',
             'sandbox': 'https://sandbox.safaricom.co.ke', 'production': 'https://api.safaricom.co.ke'}
    return {'version': 1, 'environments': [
        {'id': kind, 'kind': kind, 'name': kind.capitalize(),
         'tokenUrl': f'{host}/oauth/v1/generate?grant_type=client_credentials'}
        for kind, host in hosts.items()]}


def wait_for(what, condition):
    """What `condition` returns, as soon as that is true."""
    end = time.monotonic() + PATIENCE
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'{what}: not within {PATIENCE} s, last seen: {result!r}')
        time.sleep(0.05)


def run(*arguments, given=None, environment=None):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True,
                          env=environment, input=given, text=True, timeout=PATIENCE)


def xdotool(*arguments, given=None):
    done = run('xdotool', *arguments, given=given)
    assert done.returncode == 0, f'xdotool {arguments[0]}: {done.stderr}'
    return done.stdout


def clipboard(target='UTF8_STRING'):
    """What the clipboard holds as `target`, or nothing."""
    read = run('xclip', '-out', '-selection', 'clipboard', '-target', target)
    return read.stdout if read.returncode == 0 else ''


def fill_clipboard(text):
    # It stays in the background to hand the text out, so nothing may wait for its output to end.
    subprocess.run(['xclip', '-in', '-selection', 'clipboard'], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)


def keyring(item):
    """What the keyring holds for one of Tokeni's items, or None."""
    found = run('secret-tool', 'lookup', 'user', item, 'server', 'tokeni')
    return found.stdout if found.returncode == 0 else None


def tree(root):
    """`root` and every accessible object below it. What goes away on the way is left out."""
    try:
        children = [root.getChildAtIndex(i) for i in range(root.childCount)]
    except GLib.Error:
        return
    yield root
    for child in children:
        if child is not None:
            yield from tree(child)


def text_of(accessible):
    """The text of a control, or nothing where it has none or its characters are hidden."""
    try:
        text = accessible.queryText()
        return text.getText(0, text.characterCount)
    except NotImplementedError:
        return ''


def roles_of(role):
    return role if isinstance(role, frozenset) else {role}


def names_of(name, role):
    """What a control called `name` may be called. Newer versions of Qt tell a window's title as the
    screen has it, with the program's name behind."""
    windows = {pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT}
    return {name, f'{name} — Tokeni'} if role in windows else {name}


def has_state(accessible, state):
    return accessible.getState().contains(state)


def do(accessible, action):
    """Does one of the actions that a control offers."""
    offered = accessible.queryAction()
    names = [offered.getName(i) for i in range(offered.nActions)]
    assert action in names, f'"{accessible.name}" offers {names} and not {action}'
    offered.doAction(names.index(action))


def click(accessible):
    """Clicks into the middle of a control with the mouse."""
    area = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    xdotool('mousemove', area.x + area.width // 2, area.y + area.height // 2, 'click', 1)
