# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for the tests of one program: folders and settings of its own for each start, on message buses and a headless compositor that
stay from test to test, where the next one needs the same number of screens."""

import atexit
import configparser
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
from pathlib import Path

from . import sandbox
from .wayland import Input


DOUBLE_CLICK = 400 if sandbox.FLATPAK else 120  # milliseconds, set below; 400 is GTK's own


class Failure(AssertionError):
    """What a test says when the window is not as it should be."""


def wait_until(question, seconds=10, otherwise='waited in vain'):
    """Asks until the answer is true, and returns it. @otherwise is a text, or makes one."""
    end = time.monotonic() + seconds
    pause = .02
    while not (answer := question()):
        if time.monotonic() > end:
            raise Failure(otherwise() if callable(otherwise) else otherwise)
        time.sleep(pause)
        pause = min(pause * 1.5, .2)
    return answer


def end(processes):
    """The last started first."""
    for process in reversed(processes):
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
                process.wait(3)
                break
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
    processes.clear()


def start(processes, command, log, env, folder):
    with open(folder / log, 'ab') as output:
        process = subprocess.Popen([str(part) for part in command], env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                   start_new_session=True, cwd=folder)
    processes.append(process)
    return process


class Session:
    """Message buses, a compositor, a keyboard and a pointer. @env: those of its programs."""

    last = None

    @classmethod
    def get(cls, desktop):
        """The one of the test before, when it has as many screens. In a sandbox the portals that the bus starts are the desktop's own."""
        if cls.last and (sandbox.FLATPAK or cls.last.outputs != desktop.outputs or not cls.last.is_alive()):
            cls.last.stop()
        if not cls.last:
            cls.last = cls(desktop)
        cls.last.resize(desktop.width, desktop.height)
        return cls.last

    def __init__(self, desktop):
        self.folder = desktop.folder if sandbox.FLATPAK else Path(tempfile.mkdtemp(prefix='territoires-ui-'))
        self.runtime = sandbox.RUNTIME_FOLDER if sandbox.FLATPAK else self.folder
        self.processes, self.outputs, self.size, self.socket = [], desktop.outputs, (desktop.width, desktop.height), None
        self.env = desktop.env | {'XDG_RUNTIME_DIR': str(self.runtime)}
        self.added = {'XDG_RUNTIME_DIR': str(self.runtime)}
        try:
            # The system bus is a stand-in on which nobody answers.
            for kind in ('session', 'system'):
                address = self.folder / f'{kind}-bus'
                self.add(f'DBUS_{kind.upper()}_BUS_ADDRESS', f'unix:path={address}')
                self.start(['dbus-daemon', '--session', '--nofork', '--nopidfile', f'--address=unix:path={address}'], 'dbus.log')
                wait_until(address.exists, 10, 'no message bus')
            self.start_compositor()
        except BaseException:
            self.stop()
            raise

    def add(self, name, value):
        self.env[name] = self.added[name] = value

    def start(self, command, log):
        return start(self.processes, command, log, self.env, self.folder)

    def log(self, name):
        path = self.folder / name
        return path.read_text(errors='replace') if path.exists() else ''

    def start_compositor(self):
        ready = self.folder / 'ready'
        lines = ['xwayland disable', 'default_border none', 'default_floating_border none', 'seat * hide_cursor 100',
                 'focus_follows_mouse no', f'exec echo $WAYLAND_DISPLAY > {ready}']
        for number in range(1, self.outputs + 1):
            lines.append(f'output HEADLESS-{number} {self.mode(number)} bg #000000 solid_color')
            lines.append(f'workspace {number} output HEADLESS-{number}')
        config = self.folder / 'sway.conf'
        config.write_text('\n'.join([*lines, 'workspace 1']) + '\n')
        self.env |= {'SWAYSOCK': str(self.folder / 'sway.sock'), 'WLR_BACKENDS': 'headless', 'WLR_RENDERER': 'pixman',
                     'WLR_HEADLESS_OUTPUTS': str(self.outputs), 'WLR_LIBINPUT_NO_DEVICES': '1'}
        self.start(['sway', '--config', str(config)], 'sway.log')
        wait_until(lambda: ready.exists() and ready.read_text().strip(), 20, lambda: 'no compositor: ' + self.log('sway.log')[-500:])
        self.add('WAYLAND_DISPLAY', ready.read_text().strip())
        self.input = Input(str(self.runtime / self.env['WAYLAND_DISPLAY']))
        if sandbox.FLATPAK:  # for what the bus starts: the portals' dialogs
            subprocess.run(['dbus-update-activation-environment', f'WAYLAND_DISPLAY={self.env["WAYLAND_DISPLAY"]}'], env=self.env, check=True, timeout=20)

    def mode(self, number):
        return f'mode --custom {self.size[0]}x{self.size[1]} position {(number - 1) * self.size[0]} 0'

    def resize(self, width, height):
        if self.size == (width, height):
            return
        self.size = width, height
        for number in range(1, self.outputs + 1):
            self.ask_compositor(f'output HEADLESS-{number} {self.mode(number)}')

    def ask_compositor(self, words, kind=0):
        """Sway's answer to a command (kind 0), or to the question for its windows (kind 4): see sway-ipc(7)."""
        if self.socket is None:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.connect(self.env['SWAYSOCK'])
        body = words.encode()
        self.socket.sendall(struct.pack('=6sII', b'i3-ipc', len(body), kind) + body)
        _, length, _ = struct.unpack('=6sII', self.receive(14))
        return json.loads(self.receive(length))

    def receive(self, length):
        received = b''
        while len(received) < length:
            more = self.socket.recv(length - len(received))
            if not more:
                raise ConnectionError('the compositor has gone: ' + self.log('sway.log')[-500:])
            received += more
        return received

    def windows(self):
        """title → (x, y, width, height) on the desktop; the one with the focus first."""
        found, todo = [], [self.ask_compositor('', 4)]
        while todo:
            node = todo.pop()
            todo += node.get('nodes', []) + node.get('floating_nodes', [])
            if node.get('pid') and node.get('visible'):
                area, inner = node['rect'], node['window_rect']
                place = (area['x'] + inner['x'], area['y'] + inner['y'], inner['width'], inner['height'])
                found.append((not node['focused'], node['name'] or '', place))
        return {title: place for _, title, place in sorted(found, reverse=True)} if found else {}

    def picture(self, path, output=None):
        """A PNG, or a PPM, which is made faster, when the name ends so."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        which = ['-o', f'HEADLESS-{output}'] if output else []
        which += ['-t', 'ppm'] if Path(path).suffix == '.ppm' else []
        subprocess.run(['grim', *which, str(path)], env=self.env, check=True, timeout=20)

    def point(self, x, y):
        self.input.move(x, y, self.size[0] * self.outputs, self.size[1])

    def is_alive(self):
        return all(process.poll() is None for process in self.processes)

    def stop(self):
        if Session.last is self:
            Session.last = None
        if self.socket:
            self.socket.close()
        end(self.processes)
        shutil.rmtree(self.folder, ignore_errors=True)


@atexit.register
def stop_last_session():
    if Session.last:
        Session.last.stop()


class Desktop:
    def __init__(self, width=1280, height=800, language='fr', style='light', text_scale=1.0, high_contrast=False, outputs=1, first_start=False):
        self.width, self.height, self.outputs = width, height, outputs
        self.folder = Path(tempfile.mkdtemp(prefix='territoires-ui-'))
        self.processes = []
        home = self.folder / 'home'
        self.settings_file = home / '.config/glib-2.0/settings/keyfile'
        self.settings_file.parent.mkdir(parents=True)
        locale = {'fr': 'fr_FR.UTF-8', 'en': 'en_GB.UTF-8', 'ar': 'ar_EG.UTF-8'}[language]
        kept = ('PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'TZDIR', 'GCOV_PREFIX')
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env |= {name: value for name, value in os.environ.items() if name.startswith(('TER_', 'ASAN_', 'UBSAN_', 'LSAN_', 'G_SLICE'))}
        self.env |= {
            'HOME': str(home), 'XDG_CONFIG_HOME': str(home / '.config'),
            'XDG_DATA_HOME': str(home / '.local/share'), 'XDG_CACHE_HOME': str(home / '.cache'), 'XDG_STATE_HOME': str(home / '.local/state'),
            'LANG': locale, 'LANGUAGE': language, 'TZ': 'Europe/Paris',
            'GSETTINGS_BACKEND': 'keyfile', 'GTK_A11Y': 'atspi', 'GDK_BACKEND': 'wayland', 'GSK_RENDERER': os.environ.get('GSK_RENDERER', 'cairo'),
            'ADW_DISABLE_PORTAL': '1', 'GDK_DEBUG': 'no-portals', 'GTK_USE_PORTAL': '0', 'XDG_CURRENT_DESKTOP': 'GNOME',
        }
        if sandbox.FLATPAK:
            self.env = sandbox.desktop_env(self.env)
            sandbox.RUNTIME_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.set(style=style, text_scale=text_scale, high_contrast=high_contrast)
        if not first_start:  # the one question of the first start has been asked
            own = sandbox.settings_file(home) if sandbox.FLATPAK else self.settings_file
            own.parent.mkdir(parents=True, exist_ok=True)
            with open(own, 'a') as file:
                file.write('[fr/territoires_en_actions/Territoires]\nwelcome-seen=true\n')

    def __enter__(self):
        self.session = Session.get(self)
        self.env |= self.session.added
        return self

    def __exit__(self, *exception):
        self.stop()

    def start(self, command, log, **more_env):
        self.session.resize(self.width, self.height)
        return start(self.processes, command, log, self.env | more_env, self.folder)

    def log(self, name):
        path = self.folder / name
        return path.read_text(errors='replace') if path.exists() else ''

    def stop(self):
        end(self.processes)
        if sandbox.FLATPAK:
            self.session.stop()
        elif self.session.windows():
            wait_until(lambda: not self.session.windows(), 10, 'a window stays after its program')
        shutil.rmtree(self.folder, ignore_errors=True)

    def set(self, style=None, text_scale=None, high_contrast=None):
        """Changes the desktop's settings; a running program follows."""
        file = configparser.RawConfigParser()
        file.optionxform = str
        file.read(self.settings_file)
        for section in ('org/gnome/desktop/interface', 'org/gnome/desktop/a11y/interface', 'org/gnome/desktop/peripherals/mouse'):
            if not file.has_section(section):
                file.add_section(section)
        interface = file['org/gnome/desktop/interface']
        interface['enable-animations'], interface['cursor-blink'], interface['font-name'] = 'false', 'false', "'Cantarell 11'"
        file['org/gnome/desktop/peripherals/mouse']['double-click'] = str(DOUBLE_CLICK)
        if style is not None:
            interface['color-scheme'] = "'prefer-dark'" if style == 'dark' else "'default'"
        if text_scale is not None:
            interface['text-scaling-factor'] = str(float(text_scale))
        if high_contrast is not None:
            file['org/gnome/desktop/a11y/interface']['high-contrast'] = 'true' if high_contrast else 'false'
        fresh = self.settings_file.with_suffix('.new')
        with open(fresh, 'w') as output:
            file.write(output)
        fresh.rename(self.settings_file)
