# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for each test: folders, settings, message buses and a headless compositor, gone at the end."""

import configparser
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from . import sandbox
from .wayland import Input


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
            'HOME': str(home), 'XDG_RUNTIME_DIR': str(self.folder), 'XDG_CONFIG_HOME': str(home / '.config'),
            'XDG_DATA_HOME': str(home / '.local/share'), 'XDG_CACHE_HOME': str(home / '.cache'), 'XDG_STATE_HOME': str(home / '.local/state'),
            'LANG': locale, 'LANGUAGE': language, 'TZ': 'Europe/Paris',
            'GSETTINGS_BACKEND': 'keyfile', 'GTK_A11Y': 'atspi', 'GDK_BACKEND': 'wayland', 'GSK_RENDERER': os.environ.get('GSK_RENDERER', 'cairo'),
            'ADW_DISABLE_PORTAL': '1', 'GDK_DEBUG': 'no-portals', 'GTK_USE_PORTAL': '0', 'XDG_CURRENT_DESKTOP': 'GNOME',
        }
        self.runtime = self.folder
        if sandbox.FLATPAK:
            self.env, self.runtime = sandbox.desktop_env(self.env), sandbox.RUNTIME_FOLDER
            self.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.set(style=style, text_scale=text_scale, high_contrast=high_contrast)
        if not first_start:  # the one question of the first start has been asked
            own = sandbox.settings_file(home) if sandbox.FLATPAK else self.settings_file
            own.parent.mkdir(parents=True, exist_ok=True)
            with open(own, 'a') as file:
                file.write('[fr/territoires_en_actions/Territoires]\nwelcome-seen=true\n')

    def __enter__(self):
        try:
            # The system bus is a stand-in on which nobody answers.
            for kind in ('session', 'system'):
                socket = self.folder / f'{kind}-bus'
                self.env[f'DBUS_{kind.upper()}_BUS_ADDRESS'] = f'unix:path={socket}'
                self.start(['dbus-daemon', '--session', '--nofork', '--nopidfile', f'--address=unix:path={socket}'], 'dbus.log')
                wait_until(socket.exists, 10, 'no message bus')
            self.start_compositor()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *exception):
        self.stop()

    def start_compositor(self):
        ready = self.folder / 'ready'
        lines = ['xwayland disable', 'default_border none', 'default_floating_border none', 'seat * hide_cursor 100',
                 'focus_follows_mouse no', f'exec echo $WAYLAND_DISPLAY > {ready}']
        for number in range(1, self.outputs + 1):
            lines.append(f'output HEADLESS-{number} mode --custom {self.width}x{self.height} position {(number - 1) * self.width} 0 bg #000000 solid_color')
            lines.append(f'workspace {number} output HEADLESS-{number}')
        config = self.folder / 'sway.conf'
        config.write_text('\n'.join([*lines, 'workspace 1']) + '\n')
        self.env |= {'SWAYSOCK': str(self.folder / 'sway.sock'), 'WLR_BACKENDS': 'headless', 'WLR_RENDERER': 'pixman',
                     'WLR_HEADLESS_OUTPUTS': str(self.outputs), 'WLR_LIBINPUT_NO_DEVICES': '1'}
        self.start(['sway', '--config', str(config)], 'sway.log')
        wait_until(lambda: ready.exists() and ready.read_text().strip(), 20, lambda: 'no compositor: ' + self.log('sway.log')[-500:])
        self.env['WAYLAND_DISPLAY'] = ready.read_text().strip()
        self.input = Input(str(self.runtime / self.env['WAYLAND_DISPLAY']))
        if sandbox.FLATPAK:  # for what the bus starts: the portals' dialogs
            subprocess.run(['dbus-update-activation-environment', f'WAYLAND_DISPLAY={self.env["WAYLAND_DISPLAY"]}'], env=self.env, check=True, timeout=20)

    def start(self, command, log, **more_env):
        with open(self.folder / log, 'ab') as output:
            process = subprocess.Popen([str(part) for part in command], env=self.env | more_env, stdin=subprocess.DEVNULL,
                                       stdout=output, stderr=output, start_new_session=True, cwd=self.folder)
        self.processes.append(process)
        return process

    def log(self, name):
        path = self.folder / name
        return path.read_text(errors='replace') if path.exists() else ''

    def stop(self):
        for process in reversed(self.processes):
            for number in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(process.pid, number)
                    process.wait(3)
                    break
                except ProcessLookupError:
                    break
                except subprocess.TimeoutExpired:
                    continue
        self.processes.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def set(self, style=None, text_scale=None, high_contrast=None):
        """Changes the desktop's settings; a running program follows."""
        file = configparser.RawConfigParser()
        file.optionxform = str
        file.read(self.settings_file)
        for section in ('org/gnome/desktop/interface', 'org/gnome/desktop/a11y/interface'):
            if not file.has_section(section):
                file.add_section(section)
        interface = file['org/gnome/desktop/interface']
        interface['enable-animations'], interface['cursor-blink'], interface['font-name'] = 'false', 'false', "'Cantarell 11'"
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

    # -- the compositor --------------------------------------------------------------------------------------------

    def ask_compositor(self, *words):
        answer = subprocess.run(['swaymsg', '--raw', *words], env=self.env, capture_output=True, text=True, timeout=20)
        return json.loads(answer.stdout or 'null')

    def windows(self):
        """title → (x, y, width, height) on the desktop; the one with the focus first."""
        found, todo = [], [self.ask_compositor('-t', 'get_tree')]
        while todo:
            node = todo.pop()
            todo += node.get('nodes', []) + node.get('floating_nodes', [])
            if node.get('pid') and node.get('visible'):
                area, inner = node['rect'], node['window_rect']
                place = (area['x'] + inner['x'], area['y'] + inner['y'], inner['width'], inner['height'])
                found.append((not node['focused'], node['name'] or '', place))
        return {title: place for _, title, place in sorted(found, reverse=True)} if found else {}

    def picture(self, path, output=None):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        which = ['-o', f'HEADLESS-{output}'] if output else []
        subprocess.run(['grim', *which, str(path)], env=self.env, check=True, timeout=20)

    def point(self, x, y):
        self.input.move(x, y, self.width * self.outputs, self.height)
