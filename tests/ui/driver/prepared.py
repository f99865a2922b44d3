# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's cache as it is once the packs have been read: made once for each build, and copied into the home of each test.

It lies in _build/tests/ui/prepared, under a name that stands for the program and for all files of the packs.
"""

import fcntl
import hashlib
import os
import shutil
from pathlib import Path


def stamp(program, place):
    """Another one when the program or a file of a pack is another one."""
    digest = hashlib.sha256(str(place).encode())
    for path in [Path(program), *sorted(Path(place).rglob('*'))]:
        about = path.stat()
        digest.update(f'{path} {about.st_size} {about.st_mtime_ns}'.encode())
    return digest.hexdigest()[:16]


def copy(app):
    """Gives the home of @app, which has not started yet, what reading its packs would give."""
    from .window import BUILD
    folder = BUILD / 'tests/ui/prepared'
    ready = folder / stamp(app.program[0], app.arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'lock', 'w') as lock:  # one makes it, the others wait
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            make(app, ready)
    shutil.copytree(ready, Path(app.desktop.env['XDG_CACHE_HOME']) / 'territoires')


def make(app, ready):
    from .window import Window
    for former in ready.parent.iterdir():
        if former.is_dir():
            shutil.rmtree(former)
    fresh = ready.with_suffix('.new')
    with Window(arguments=app.arguments[:2], cache=False) as reader:
        reader.stop()  # an index that was closed is one file
        shutil.copytree(Path(reader.desktop.env['XDG_CACHE_HOME']) / 'territoires', fresh)
    os.rename(fresh, ready)
