# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak in its sandbox, in place of _build's program: where TER_FLATPAK names it. See ./dev flatpak test.

Nothing is taken from the sandbox and nothing given, but for what the driver itself needs: what is preloaded (a file that can be read) and the
fixed clock. Files are chosen in the portal's dialog, settings come from the portal.
"""

import os
import signal
from pathlib import Path

FLATPAK = os.environ.get('TER_FLATPAK')
RUNTIME_FOLDER = Path(f'/run/user/{os.getuid()}')  # the document portal knows no other

NOT_THERE = {
    'without a calendar the webinar can be saved': 'whether there is a calendar is asked by the portal, in a dialog of its own',
}


def desktop_env(env):
    """What the desktop around a sandbox has otherwise: portals."""
    without = ('ADW_DISABLE_PORTAL', 'GDK_DEBUG', 'GTK_USE_PORTAL', 'XDG_STATE_HOME')
    exports = f'{os.environ["FLATPAK_USER_DIR"]}/exports/share'
    return {name: value for name, value in env.items() if name not in without} | {
        'FLATPAK_USER_DIR': os.environ['FLATPAK_USER_DIR'], 'XDG_RUNTIME_DIR': str(RUNTIME_FOLDER),
        'XDG_DATA_DIRS': f'{exports}:/usr/local/share:/usr/share'}


def settings_file(home):
    """The program's own settings; those of the desktop come from the portal."""
    return home / '.var/app' / FLATPAK / 'config/glib-2.0/settings/keyfile'


def command(env, preload):
    """How the program is started, as its exported desktop file does it."""
    kept = {name: value for name, value in env.items() if name.startswith(('TER_', 'LD_PRELOAD', 'G_DEBUG')) and name != 'TER_LOCALE_DIR'}
    return ['flatpak', 'run', '--user', '--die-with-parent', '--file-forwarding', f'--filesystem={preload}:ro',
            *(f'--env={name}={value}' for name, value in kept.items()), FLATPAK]


def terminate(process):
    """Asks the program to end, not the sandbox around it. True when it was found."""
    for folder in Path('/proc').glob('[0-9]*'):
        try:
            if (folder / 'comm').read_text().strip() == 'territoires' and os.getpgid(int(folder.name)) == process.pid:
                os.kill(int(folder.name), signal.SIGTERM)
                return True
        except (FileNotFoundError, ProcessLookupError):
            continue
    return False


def reason_to_skip(name, arguments):
    """Why a test cannot run in the sandbox; None when it can. @arguments: those of its window."""
    if name in NOT_THERE:
        return NOT_THERE[name]
    if any(str(word) in ('--packs', '--preview') for word in arguments.get('arguments') or []):
        return 'the sandbox sees no folder of this computer'
    if 'TER_STORE' in (arguments.get('env') or {}):
        return 'in the sandbox packs are kept in a folder of its own'
    if arguments.get('program'):
        return 'another program than the one in the sandbox'
    return None
