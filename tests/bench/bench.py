#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures beside a neighbour in the same run, one line each: NAME RATIO (ours, other). Trust the ratios, not the times.

    ./dev bench                    all
    ./dev bench first-frame        those whose name holds the word
    ./dev bench --list             their names

first-frame        from the start of the process to the first painted frame with the home page's content, index at hand,
                   beside a bare libadwaita window
first-frame-empty  the same with no pack at all, to the first painted frame
memory             PSS after the first frame with content, beside the bare window
The programs bench-… of the build folder measure the rest: PROGRAMS says what each prints.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'ui'))
from driver import BUILD, PACKS, PLATFORM, Window, localised, manifest  # noqa: E402
from driver.desktop import Desktop, wait_until  # noqa: E402

ROUNDS = int(os.environ.get('TER_BENCH_ROUNDS', 11))
APP, BARE = BUILD / 'src/ui/territoires', BUILD / 'tests/bench/bare-window'
measures = {}
# The lines of each program; one that prints another, or not all of these, is a mistake.
PROGRAMS = {
    'bench-columns': ('open-column', 'class-column', 'open-csv'),
    'bench-import': ('import',),
    'bench-library': ('library-index-beside-copy', 'library-search-p50-beside-bare', 'library-search-p99-beside-bare', 'library-search-p50-beside-bm25',
                      'library-search-p99-beside-bm25', 'library-open', 'library-open-shipped'),
    'bench-map': tuple(f'map-{what}{where}' for where in ('', '-near') for what in ('first', 'pan', 'recolour', 'hover')),
}


def measure(function):
    measures[function.__name__.replace('_', '-')] = function
    return function


def line(name, ours, other, unit):
    ours, other = statistics.median(ours), statistics.median(other)
    print(f'{name} {ours / other:.2f} ({ours:.0f} {unit}, {other:.0f} {unit})', flush=True)


def home_text():
    """A text that only the home page's content shows: the title of the first thing it invites to."""
    pack = manifest()
    first = next(section for section in pack['sections'] if section['view'] == 'home')['home']['begin'][0]
    for resource in pack['resources']:
        if resource['role'] == 'entries':
            for entry in json.loads((PLATFORM / resource['path']).read_text()):
                if entry['id'] == first:
                    return localised(entry, 'title', 'fr')
    sys.exit(f'the home page begins with {first}, which the pack does not have')


def time_to_frame(desktop, command, text=None):
    """Milliseconds from the start of the process."""
    env = desktop.env | environment() | {'LD_PRELOAD': str(BUILD / 'tests/bench/libfirst-frame.so')} | ({'TER_BENCH_TEXT': text} if text else {})
    begin = time.monotonic_ns()
    done = subprocess.run([str(part) for part in command], env=env, capture_output=True, text=True, timeout=60)
    last = done.stdout.strip().splitlines()[-1:]
    if not last or not last[0].isdigit():
        sys.exit(f'{command[0]} did not tell its first frame:\n{done.stdout}{done.stderr}')
    return int(last[0]) / 1e3 - begin / 1e6


def environment():
    return {'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'TER_NOW': '2026-11-23T12:00:00+01:00', 'GSK_RENDERER': 'cairo'}


def alternate(name, arguments, text, warm):
    with Desktop() as desktop:
        if warm:  # the index is made once, as on a person's computer
            with open(os.devnull) as nothing:
                process = subprocess.Popen([str(APP), *map(str, arguments)], env=desktop.env | environment(), stdin=nothing, stdout=subprocess.DEVNULL)
            catalogue = Path(desktop.env['HOME'])
            seen = [None]

            def still():
                sizes = sorted((str(p), p.stat().st_size, p.stat().st_mtime) for p in catalogue.rglob('*') if p.is_file())
                same, seen[0] = sizes == seen[0], sizes
                time.sleep(1.5)
                return same
            wait_until(still, 60)
            process.terminate()
            process.wait()
        ours, bare = [], []
        for number in range(ROUNDS + 1):
            pair = time_to_frame(desktop, [APP, *arguments], text), time_to_frame(desktop, [BARE])
            if number:  # the first round warms the disk
                ours.append(pair[0])
                bare.append(pair[1])
        line(name, ours, bare, 'ms')


@measure
def first_frame():
    alternate('first-frame', ['--packs', PACKS], home_text(), warm=True)


@measure
def first_frame_empty():
    alternate('first-frame-empty', ['--packs', '/nonexistent'], None, warm=True)


def pss(pid):
    rows = Path(f'/proc/{pid}/smaps_rollup').read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith('Pss:')) / 1024


@measure
def memory():
    values = []
    for program, arguments in ((APP, ['--packs', PACKS]), (BARE, [])):
        with Window(program=program, arguments=arguments, env={'LD_PRELOAD': ''}) as app:
            time.sleep(2)
            values.append(pss(app.process.pid))
    line('memory', [values[0]], [values[1]], 'MiB')


def run_program(name, wanted):
    """A program makes its data once for all its measures: of what it prints, the wanted lines are shown."""
    program, found = BUILD / 'tests/bench' / name, []
    if not os.access(program, os.X_OK):
        sys.exit(f'bench: {name} is not built')
    with subprocess.Popen([program], stdout=subprocess.PIPE, text=True, env=os.environ | {'TER_SOURCE_DIR': str(PACKS.parents[1])}) as process:
        for text in process.stdout:
            if not text.startswith('#'):
                found.append(text.split()[0])
            if text.startswith('#') or found[-1] in wanted:
                print(text, end='', flush=True)
    if process.returncode:
        sys.exit(f'bench: {name} ended with {process.returncode}')
    if sorted(found) != sorted(PROGRAMS[name]):
        sys.exit(f'bench: {name} printed {sorted(found)} instead of {sorted(PROGRAMS[name])}')


def main():
    words = sys.argv[1:]
    names = [*measures, *(name for lines in PROGRAMS.values() for name in lines)]
    if words in (['--list'], ['--help'], ['-h']):
        print(*names, sep='\n')
        return
    for word in words:
        if not any(word in name for name in [*names, *PROGRAMS]):
            sys.exit(f'bench: no measure is called “{word}”; there are:\n  ' + '\n  '.join(names))

    def is_wanted(name):
        return not words or any(word in name for word in words)

    for name, function in measures.items():
        if is_wanted(name):
            function()
    for program, lines in PROGRAMS.items():
        wanted = lines if is_wanted(program) else [name for name in lines if is_wanted(name)]
        if wanted:
            run_program(program, wanted)


if __name__ == '__main__':
    main()
