#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sandbox lets through, told by Flatpak and looked at from inside. What is refused is tried with the permission too: it then passes."""

import difflib
import re
import socket
import subprocess
import threading
from pathlib import Path

from gi.repository import Gio

from driver import SOURCE, check, run, test
from driver.desktop import Desktop
from driver.sandbox import FLATPAK

VICTIM = 'org.example.Voisin'
PORTALS = re.compile(r':1\.\d+|org\.freedesktop\.DBus|org\.freedesktop\.portal\.\w+|' + re.escape(FLATPAK) + r'(\.\w+)*')


def flatpak(desktop, *words):
    return subprocess.run(['flatpak', *map(str, words)], env=desktop.env, capture_output=True, text=True, timeout=120)


def look(desktop, script, *permissions, arguments=()):
    """Runs a script inside: (status, what it says)."""
    done = flatpak(desktop, 'run', '--user', *permissions, '--command=bash', FLATPAK, '-c', script, 'look', *arguments)
    return done.returncode, done.stdout + done.stderr


def is_refused(desktop, script, *arguments, with_permission):
    """Checks that a script fails inside, and that it is the sandbox that makes it fail."""
    status, words = look(desktop, script, arguments=arguments)
    check(status != 0, f'{script!r} passes: {words}')
    status, words = look(desktop, script, with_permission, arguments=arguments)
    check(status == 0, f'{script!r} fails with {with_permission} too, so that its failure says nothing: {words}')


@test()
def permissions_are_those_that_were_agreed():
    with Desktop() as desktop:
        shown = flatpak(desktop, 'info', '--user', '--show-permissions', FLATPAK).stdout.strip().splitlines()
    golden = (SOURCE / 'tests/flatpak/permissions.golden').read_text().splitlines()
    check(shown == golden, '\n'.join(difflib.unified_diff(golden, shown, 'permissions.golden', 'flatpak info', lineterm='')))


@test()
def the_home_is_out_of_reach():
    with Desktop() as desktop:
        home = Path(desktop.env['HOME'])
        (home / 'Documents').mkdir()
        (home / 'Documents/secret.txt').write_text('secret')
        is_refused(desktop, 'cat "$1"', home / 'Documents/secret.txt', with_permission='--filesystem=home')
        _, names = look(desktop, 'ls -A "$HOME"')
        check(set(names.split()) <= {'.var'}, f'of the home it sees {names}')
        # What it writes there is gone with it; what is in its own folder stays.
        look(desktop, 'echo x > "$HOME/trace"; echo x > "$XDG_DATA_HOME/kept"')
        check(not (home / 'trace').exists(), 'it writes into the home')
        look(desktop, 'rm -f "$HOME/trace"')  # what looks like the home is shared by all sandboxes of the app
        check((home / f'.var/app/{FLATPAK}/data/kept').exists(), 'it cannot write into its own folder')


@test()
def other_files_are_out_of_reach():
    with Desktop() as desktop:
        # Flatpak leaves the empty folders on the way to its own installation.
        _, files = look(desktop, 'find /home /root /media /mnt /srv /boot /opt /run/media /run/host/root /var/lib /tmp -path "$HOME/.var" -prune -o ! -type d -print 2>/dev/null')
        check(not files.strip(), f'it sees {files}')
        (Path(desktop.folder) / 'key').write_text('on a key')
        is_refused(desktop, 'cat "$1"', desktop.folder / 'key', with_permission=f'--filesystem={desktop.folder}')
        status, words = look(desktop, 'touch /app/share/packs/x || touch /app/share/territoires/packs/x || touch /usr/x')
        check(status != 0, 'it can change the app or the packs that come with it')
        _, devices = look(desktop, 'ls /dev')
        known = {'core', 'dri', 'fd', 'full', 'mali', 'mali0', 'null', 'ptmx', 'pts', 'random', 'shm', 'stderr', 'stdin', 'stdout', 'tty', 'umplock',
                 'urandom', 'zero', 'console', 'kfd', 'ntsync', 'udmabuf'}
        known |= {name for name in devices.split() if name.startswith('nvidia')}
        check(set(devices.split()) <= known, f'of the devices it sees {sorted(set(devices.split()) - known)}')


@test()
def the_bus_has_portals_and_nothing_else():
    names = r"gdbus call --session --dest org.freedesktop.DBus --object-path / --method org.freedesktop.DBus.ListNames"
    ping = r'gdbus call --session --dest "$1" --object-path / --method org.freedesktop.DBus.Peer.Ping'
    with Desktop() as desktop:
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(desktop.env['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)
        Gio.bus_own_name_on_connection(bus, VICTIM, Gio.BusNameOwnerFlags.NONE, None, None)
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.portal.Desktop', '--object-path', '/org/freedesktop/portal/desktop',
                        '--method', 'org.freedesktop.DBus.Peer.Ping'], env=desktop.env, check=True, capture_output=True, timeout=60)
        status, answer = look(desktop, names)
        seen = set(re.findall(r"'([^']+)'", answer))
        check(status == 0 and 'org.freedesktop.portal.Desktop' in seen, f'it sees no portal: {answer}')
        strangers = sorted(name for name in seen if not PORTALS.fullmatch(name))
        check(not strangers, f'on the bus it sees {strangers}')
        is_refused(desktop, ping, VICTIM, with_permission=f'--talk-name={VICTIM}')
        status, _ = look(desktop, '[ -S /run/dbus/system_bus_socket ]')
        check(status != 0, 'it sees the system’s bus')


@test()
def the_network_is_out_of_reach():
    with Desktop() as desktop, socket.create_server(('127.0.0.1', 0)) as server:
        def answer():
            while True:
                try:
                    server.accept()[0].close()
                except OSError:
                    return
        threading.Thread(target=answer, daemon=True).start()
        is_refused(desktop, 'exec 3<>"/dev/tcp/127.0.0.1/$1"', server.getsockname()[1], with_permission='--share=network')
        _, interfaces = look(desktop, "sed -n 's/^ *\\([^:]*\\):.*/\\1/p' /proc/net/dev")
        check(interfaces.split() == ['lo'], f'it sees the network’s interfaces {interfaces.split()}')


@test()
def french_and_the_packs_are_inside():
    with Desktop() as desktop:
        _, words = look(desktop, 'territoires-pack --help')
        check('Commandes' in words or 'commande' in words, f'in French it says {words[:300]}')
        _, packs = look(desktop, 'ls /app/share/territoires/packs')
        check('innovation-territoriale' in packs.split(), f'its packs: {packs}')
        status, words = look(desktop, 'territoires-pack validate /app/share/territoires/packs/innovation-territoriale')
        check(status == 0, f'the pack that comes with it: {words}')


run()
