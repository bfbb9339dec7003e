# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a picture of every state of the real window: light and dark, at scale 1 and 2, in English
and Swahili. Runs inside tests/support/session.sh; see pictures.sh.

Keys are pressed as a user presses them. The answers come from a server in here, which gives a
token of any length, refuses, or is silent, by the port that is asked."""

import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURES = ROOT / 'build' / 'pictures'
PROGRAM = ROOT / 'build' / 'release' / 'tokeni'
COMMAND_LINE = ROOT / 'build' / 'release' / 'tokeni-cli'

TOKEN = 'c9SQxWWhmdVRlyh0zh8gZDTkubVF'
KEY, SECRET = 'nF4OwB2XiuYZwmdMz3bovnzw2qMlkP3x', '8jQmB4uWwRzDcNvG'


def token(seconds):
    body = json.dumps({'access_token': TOKEN, 'expires_in': str(seconds)})
    return 200, {'Content-Type': 'application/json'}, body


def refusal(code, words):
    body = json.dumps({'requestId': '4788-81090592-4', 'errorCode': code, 'errorMessage': words})
    return 400, {'Content-Type': 'application/json'}, body


FIREWALL = (403, {'Content-Type': 'text/html'},
            '<html><head><title>Request stopped</title></head><body>Request unsuccessful. '
            'Incapsula incident ID: 1234000560-98765432101234567</body></html>')
BUSY = (429, {'Content-Type': 'application/json', 'Retry-After': '28'},
        json.dumps({'fault': {'faultstring': 'Rate limit quota violation. Quota limit exceeded.',
                              'detail': {'errorcode': 'policies.ratelimit.QuotaViolation'}}}))


class Daraja:
    """A loopback server that gives one answer, or none as long as `answer` is None."""

    def __init__(self, answer):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def do_GET(self):
                if answer is None:
                    time.sleep(30)
                    return
                status, headers, body = answer
                data = body.encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header('Content-Length', str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self):
        return f'http://127.0.0.1:{self.server.server_port}/oauth/v1/generate'


def run(*arguments, **more):
    return subprocess.run([str(argument) for argument in arguments], check=True, text=True,
                          capture_output=True, **more).stdout


def keys(*names):
    run('xdotool', 'key', *names)
    time.sleep(0.35)


class Window:
    """A running tokeni with settings of its own."""

    def __init__(self, folder, theme, scale, language, environments):
        self.name = f'{theme}-{scale}x-{language}'
        self.theme, self.scale = theme, scale
        self.config = pathlib.Path(tempfile.mkdtemp(dir=os.environ['HOME']))
        self.environment = dict(os.environ, XDG_CONFIG_HOME=str(self.config),
                                XDG_DATA_HOME=str(self.config / 'data'),
                                QT_SCALE_FACTOR=str(scale), TZ='Africa/Nairobi')
        self.folder = folder
        settings = self.config / 'tokeni'
        settings.mkdir()
        welcomed = 'false' if environments is None else 'true'
        (settings / 'settings.ini').write_text(
            f'[General]\nlanguage={language}\nwelcomed={welcomed}\nnotifications=false\n')
        if environments is not None:
            (settings / 'environments.json').write_text(
                json.dumps({'version': 1, 'environments': environments}))
        self.process = None

    def set_keys(self, name):
        run(COMMAND_LINE, 'set-keys', name, input=f'{KEY}\n{SECRET}\n', env=self.environment)

    def start(self):
        self.process = subprocess.Popen([str(PROGRAM), '--theme', self.theme],
                                        env=self.environment)
        for _ in range(100):
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                    str(self.process.pid)], capture_output=True, text=True)
            if found.stdout.split():
                break
            time.sleep(0.1)
        self.window = found.stdout.split()[-1]
        time.sleep(1)
        self.focus()

    def focus(self):
        run('xdotool', 'windowfocus', '--sync', self.window)

    def focus_dialog(self):
        """Gives the keyboard to what was opened last."""
        windows = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).split()
        dialogs = [window for window in windows if window != self.window]
        if dialogs:
            run('xdotool', 'windowfocus', '--sync', dialogs[-1])
            time.sleep(0.2)

    def picture(self, state):
        time.sleep(0.4)
        # Off the buttons, so that none looks pointed at.
        run('xdotool', 'mousemove', 2290, 1590)
        time.sleep(0.1)
        place = dict(line.split('=') for line in
                     run('xdotool', 'getwindowgeometry', '--shell', self.window).split())
        area = f"{place['WIDTH']}x{place['HEIGHT']}+{place['X']}+{place['Y']}"
        run('import', '-window', 'root', '-crop', area, '-strip', '+repage',
            self.folder / f'{state}.png')

    def resize(self, width, height):
        run('xdotool', 'windowsize', '--sync', self.window, width * self.scale,
            height * self.scale)
        time.sleep(0.3)

    def end(self):
        if self.process:
            self.process.terminate()
            self.process.wait(20)
        shutil.rmtree(self.config)


def environment(name, kind, url):
    return {'id': name.lower().replace(' ', '-'), 'name': name, 'kind': kind, 'tokenUrl': url,
            'renewAutomatically': False}


def states(folder, theme, scale, language):
    window = Window(folder, theme, scale, language, None)
    window.start()
    window.picture('first-run')
    keys('ctrl+Return')
    window.picture('simulator')
    window.end()

    window = Window(folder, theme, scale, language, [])
    window.start()
    window.picture('empty')
    window.end()

    sandbox = Daraja(token(3599))
    environments = [
        environment('Simulator', 'simulator', 'http://127.0.0.1:8737/oauth/v1/generate'),
        environment('Sandbox', 'sandbox', sandbox.url()),
        environment('Production', 'production', Daraja(refusal(
            '400.008.01', 'Invalid Authentication passed')).url()),
        environment('Till 174379 (live)', 'production', Daraja(token(725)).url()),
        environment('Ageing', 'sandbox', Daraja(token(247)).url()),
        environment('Expired', 'sandbox', Daraja(token(1)).url()),
        environment('Busy', 'sandbox', Daraja(None).url()),
        environment('Firewall', 'sandbox', Daraja(FIREWALL).url()),
        environment('Too many requests', 'sandbox', Daraja(BUSY).url()),
        environment('Offline', 'sandbox', 'http://127.0.0.1:9/oauth/v1/generate'),
    ]
    window = Window(folder, theme, scale, language, environments)
    for one in environments[1:]:
        window.set_keys(one['name'])
    window.start()
    keys('ctrl+2')
    window.picture('no-token')
    keys('ctrl+5')
    keys('ctrl+Return')
    window.picture('ageing')
    keys('ctrl+6')
    keys('ctrl+Return')
    time.sleep(1.5)
    window.picture('expired')
    keys('ctrl+2')
    keys('ctrl+Return')
    keys('ctrl+shift+c')
    window.picture('token')
    keys('ctrl+3')
    keys('ctrl+Return')
    window.picture('production-question')
    window.focus_dialog()
    keys('Left', 'space')
    window.focus()
    window.picture('production-refused')
    keys('ctrl+4')
    keys('ctrl+shift+c')
    window.focus_dialog()
    keys('Left', 'space')
    window.focus()
    window.picture('production-copied')
    keys('ctrl+7')
    keys('ctrl+Return')
    window.picture('busy')
    keys('ctrl+8')
    keys('ctrl+Return')
    window.picture('firewall')
    keys('ctrl+9')
    keys('ctrl+Return')
    window.picture('too-many-requests')
    keys('Down')
    keys('ctrl+Return')
    window.picture('offline')
    keys('ctrl+2')
    for number, tab in enumerate(('headers', 'request', 'timing', 'history')):
        keys('alt+%d' % (number + 2))
        window.picture(f'tab-{tab}')
    keys('alt+1')
    keys('ctrl+f')
    run('xdotool', 'type', 'expires')
    window.picture('find')
    keys('Escape')
    keys('ctrl+comma')
    window.picture('settings')
    window.focus_dialog()
    keys('Escape')
    window.focus()
    keys('F1')
    window.picture('shortcuts')
    window.focus_dialog()
    keys('Escape')
    window.focus()
    keys('ctrl+n')
    window.picture('new-environment')
    window.focus_dialog()
    keys('Escape')
    window.focus()
    window.resize(720, 480)
    window.picture('small-token')
    keys('ctrl+3')
    window.picture('small-refused')
    window.end()


def readme(folder, theme, scale, language):
    """What the README shows: a few environments, a token and a refusal."""
    sandbox = environment('Sandbox', 'sandbox', Daraja(token(3599)).url())
    production = environment('Production', 'production', Daraja(refusal(
        '400.008.01', 'Invalid Authentication passed')).url())
    live = environment('Till 174379 (live)', 'production', Daraja(token(725)).url())
    simulator = environment('Simulator', 'simulator', 'http://127.0.0.1:8737/oauth/v1/generate')
    window = Window(folder, theme, scale, language, [simulator, sandbox, production, live])
    for one in (sandbox, production):
        window.set_keys(one['name'])
    window.start()
    keys('ctrl+2')
    keys('ctrl+Return')
    keys('ctrl+shift+c')
    window.picture('readme-token')
    keys('ctrl+3')
    keys('ctrl+Return')
    window.focus_dialog()
    keys('Left', 'space')
    window.focus()
    window.picture('readme-refused')
    window.end()


def no_keychain(folder, theme, scale, language):
    window = Window(folder, theme, scale, language,
                    [environment('Sandbox', 'sandbox', Daraja(token(3599)).url())])
    window.start()
    keys('ctrl+1')
    window.picture('no-keychain')
    window.end()


def main():
    which = {'keyring': states, 'none': no_keychain, 'readme': readme}[sys.argv[1]]
    variants = [(theme, scale, language) for language, scale in (('en', 1), ('en', 2), ('sw', 1))
                for theme in ('light', 'dark')]
    if len(sys.argv) > 2:
        variants = [variant for variant in variants
                    if '-'.join(map(str, variant)) in sys.argv[2:]]
    for theme, scale, language in variants:
        folder = PICTURES / f'{theme}-{scale}-{language}'
        folder.mkdir(parents=True, exist_ok=True)
        which(folder, theme, scale, language)


if __name__ == '__main__':
    main()
