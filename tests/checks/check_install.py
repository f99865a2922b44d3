#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a packager gets: "meson install" into a DESTDIR puts there exactly what installed.txt lists, and the packs file by file."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tap import SOURCE, check, run

BUILD, PREFIX = Path(sys.argv[1]), Path(sys.argv[2])
PACKS = Path('share/territoires/packs')
folder = tempfile.TemporaryDirectory(prefix='territoires-')
ROOT = Path(folder.name) / PREFIX.relative_to('/')


def wanted():
    lines = (Path(__file__).parent / 'installed.txt').read_text().splitlines()
    packs = [path for path in (SOURCE / 'data/packs').rglob('*') if path.is_file()]
    return {line for line in lines if not line.startswith('#')} | {str(PACKS / path.relative_to(SOURCE / 'data/packs')) for path in packs}


@cache
def found():
    return {str(path.relative_to(ROOT)) for path in ROOT.rglob('*') if path.is_file()}


@check
def meson_install_succeeds():
    done = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder.name], capture_output=True, text=True)
    return [] if done.returncode == 0 else [done.stdout[-500:] + done.stderr[-500:]]


@check
def all_that_is_listed_is_installed():
    return sorted(wanted() - found())


@check
def nothing_else_is_installed():
    outside = [str(path) for path in Path(folder.name).rglob('*') if path.is_file() and not path.is_relative_to(ROOT)]
    return sorted(found() - wanted()) + outside


@check
def the_programs_can_be_run():
    return [name for name in ('bin/territoires', 'bin/territoires-pack') if not os.access(ROOT / name, os.X_OK)]


run()
