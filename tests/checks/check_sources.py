#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that a compiler does not know."""

import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tap import SOURCE, check, run, sources

APP_ID = os.environ.get('TER_APP_ID', 'fr.territoires_en_actions.Territoires')


def lines(paths, expression):
    for path in paths:
        for number, line in enumerate(path.read_text(errors='replace').splitlines(), 1):
            if re.search(expression, line):
                yield f'{path.relative_to(SOURCE)}:{number}: {line.strip()}'


@check
def core_and_command_line_know_no_gtk():
    yield from lines(sources('src/core/*', 'src/cli/*'), r'#\s*include\s*[<"](gtk|gdk|gsk|adwaita|pango|cairo)|\bg(tk|dk|sk)_|\badw_')


@check
def the_application_id_is_written_once():
    """In meson.build; Flatpak's manifest and its name cannot take it from there."""
    yield from (line for line in lines(sources('src/*', 'data/*', 'po/*', 'meson.build', 'dev', 'build-aux/*', 'tests/*.build', 'tests/*.c'), re.escape(APP_ID))
                if not line.startswith(('meson.build:', 'data/packs/')))


@check
def no_helper_drawer():
    yield from (str(path.relative_to(SOURCE)) for path in sources('src/*') if path.stem in ('utils', 'util', 'helpers', 'misc'))


@check
def tables_of_hashes_have_a_seed():
    """Keys come from packs, and GLib's functions tell everybody which of them collide (ter-hash.h). The walk over JSON counts those that do."""
    yield from (line for line in lines(sources('src/*.c'), r'\bg_(str|double|int64|int)_hash\b') if not line.startswith('src/core/base/ter-json-walk.c:'))


# Where something hangs on an object that is not ours, how often, and why no struct of ours can hold it.
OBJECT_DATA = {
    'src/core/library/catalogue/ter-indexer.c': (1, 'a place is a GFile, which the command line makes and the library hands on: that it is a draft goes with it'),
    'src/ui/favourites/ter-favourite-row.c': (1, 'one offer to undo at a time in each window, whose toasts know nothing of favourites'),
    'src/ui/parts/ter-long-list.c': (1, 'GtkScrolledWindow cannot be derived from, and a widget around it would stand in the way of its keyboard focus'),
}


@check
def what_a_struct_can_hold_is_no_object_data():
    counts = {}
    for path in sources('src/*.c'):
        count = len(re.findall(r'\bg_object_set_q?data(?:_full)?\b', path.read_text()))
        if count:
            counts[str(path.relative_to(SOURCE))] = count
    for name in sorted(counts.keys() | {name for name in OBJECT_DATA if (SOURCE / name).exists()}):
        expected = OBJECT_DATA[name][0] if name in OBJECT_DATA else 0
        if counts.get(name, 0) != expected:
            yield f'{name}: g_object_set_data() {counts.get(name, 0)} times, {expected} expected'


@check
def every_source_file_is_built():
    build_files = '\n'.join(path.read_text() for path in sources('src/*meson.build', 'tests/*meson.build'))
    for path in sources('src/*.c', 'src/*.blp', 'tests/*.c'):
        if path.name not in build_files:
            yield f'in no meson.build: {path.relative_to(SOURCE)}'


@check
def every_limit_has_a_test():
    """A test names the limit that it tries, as the code does. Measures and mutants only stay below."""
    tests = '\n'.join(path.read_text() for path in [*sources('tests/core/*.c'), *sources('tests/corpus/*.py')])
    for name in re.findall(r'^#define (TER_LIMIT_\w+)', (SOURCE / 'src/core/base/ter-limits.h').read_text(), re.MULTILINE):
        if not re.search(rf'\b{name}\b', tests):
            yield f'no test in tests/core or tests/corpus names {name}'


@check
def every_window_test_is_run():
    listed = (SOURCE / 'tests/ui/meson.build').read_text()
    for path in sources('tests/ui/test_*.py'):
        if f"'{path.stem.removeprefix('test_')}'" not in listed:
            yield f'not in tests/ui/meson.build: {path.name}'


@check
def every_icon_exists():
    """In the icon theme of GNOME, in libadwaita (adw-…), or among our own resources."""
    theme = Path('/usr/share/icons/Adwaita')
    if not theme.exists():
        return
    known = {path.stem for path in theme.rglob('*.svg')} | {path.stem for path in sources('src/*.svg')}
    for path in [*sources('src/*.c'), *sources('src/*.blp'), *sources('data/schema/icons.json'), *sources('data/packs/*/datapackage.json')]:
        for name in re.findall(r'"([a-z0-9-]+-symbolic)"', path.read_text()):
            if name not in known and not name.startswith('adw-'):
                yield f'{path.relative_to(SOURCE)}: no icon {name}'


@check
def c_is_formatted():
    """By the clang-format of the Debian 13 root; another version has another taste."""
    version = subprocess.run(['clang-format', '--version'], capture_output=True, text=True).stdout if shutil.which('clang-format') else ''
    if ' version 19.' not in version:
        return
    paths = sources('*.c', '*.h')

    def told(some):
        return subprocess.run(['clang-format', '--dry-run', '-Werror', *some], capture_output=True, text=True, cwd=SOURCE).stderr.splitlines()

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for lines_told in pool.map(told, [paths[start:start + 40] for start in range(0, len(paths), 40)]):
            yield from (f'{line.removeprefix(f"{SOURCE}/").split(": error:")[0]}: ./dev format' for line in lines_told if ': error:' in line)


@check
def python_is_sound():
    for path in sources('*.py'):
        try:
            compile(path.read_text(), str(path), 'exec')
        except SyntaxError as problem:
            yield f'{path.relative_to(SOURCE)}:{problem.lineno}: {problem.msg}'


run()
