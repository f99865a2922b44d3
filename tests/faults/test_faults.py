#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that fails, at every call; a start after every damage; bad media. What the app keeps is whole, and nothing that was said to be done is lost.

    test_faults.py STORE_TOOL IO_FAULT [NAME…]     all, or the operations and tests whose name holds NAME
    test_faults.py STORE_TOOL IO_FAULT --part NAME  what tests/faults/meson.build runs as a program of its own; "rest": what is in no other part

TER_DAMAGE_SEED repeats a run of damages, TER_DAMAGES says how many.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOOL, FAULT, *NAMES = sys.argv[1:]
KINDS = ['kill', 'EIO', 'ENOSPC', 'short']
# Programs beside each other; what none of them names is in the last, "rest".
PARTS = {
    'import': ['import'],
    'update': ['update'],
    'resume': ['resume'],
    'damages': ['it_starts_whatever_was_damaged'],
}
# Memory, where there is some to be had: what waits for a disk is not what is tested here.
PLACE = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
FRENCH = {'LC_ALL': '', 'LANG': 'C.UTF-8', 'LC_MESSAGES': 'C.UTF-8'}
# Thousands of children are forked: symbols are looked up before.
ONCE = {'LD_BIND_NOW': 1}
tests = []


def test(function):
    tests.append(function)
    return function


def tool(*args, **env):
    done = subprocess.run([TOOL, *map(str, args)], capture_output=True, text=True,
                          env={**os.environ, **FRENCH, 'G_DEBUG': 'fatal-warnings', 'LD_PRELOAD': FAULT, **{k: str(v) for k, v in env.items()}})
    return done


def failing(path, kind, at=0):
    return {'IO_FAULT_PATH': path, 'IO_FAULT': kind, 'IO_FAULT_AT': at}


class Kit:
    def __init__(self):
        self.path = Path(tempfile.mkdtemp(prefix='territoires-faults-', dir=PLACE))
        self.number = 0
        made = tool('make', self.path)
        if made.returncode:
            sys.exit(f'Bail out! the packs cannot be made: {made.stderr}')

    def work(self):
        self.number += 1
        return self.path / f'work-{self.number}'

    def root(self, state):
        work = self.work()
        shutil.copytree(self.path / 'states' / state, work)
        return work

    def pack(self, name):
        return self.path / 'packs' / name


# ---- Every call, once ----

def run_operation(kit, name):
    """Returns (what to say, problems)."""
    done = tool('cases', kit.path, kit.work(), name, **ONCE)
    kinds = re.findall(r'^good (\w+) (\d+) of (\d+)$', done.stdout, re.M)
    problems = stories(done.stdout)
    if done.returncode or [kind for kind, *_ in kinds] != KINDS or any(good != total for _, good, total in kinds) and not problems:
        problems.append(f'status {done.returncode}: {done.stdout[-1000:]}{done.stderr}')
    calls, starts, retries = (re.findall(r'^disks (\d+) (\d+) (\d+)$', done.stdout, re.M) or [('no',) * 3])[0]
    return (f'{calls} calls: {", ".join(f"{total} {kind}" for kind, _, total in kinds)}: {sum(int(good) for _, good, _ in kinds)} of '
            f'{sum(int(total) for *_, total in kinds)}; {starts} disks to start from, {retries} to try again on'), problems


def stories(text):
    """What the tool says after each "bad"."""
    return [story.strip() for story in re.split(r'^(?:bad|(?:good|disks|slowest) [\w. ]+$)', text, flags=re.M) if story.strip()]


# ---- Damages ----

@test
def it_starts_whatever_was_damaged(kit):
    seed = int(os.environ.get('TER_DAMAGE_SEED') or random.randrange(1 << 32))
    number = int(os.environ.get('TER_DAMAGES') or 1000)
    done = tool('damages', kit.path, kit.work(), seed, 1, number, **ONCE)
    text = done.stdout
    good = sum(map(int, re.findall(r'^good (\d+)$', text, re.M)))
    slowest = max(map(float, re.findall(r'^slowest ([\d.]+)$', text, re.M)), default=0)
    print(f'# seed {seed}: {good} of {number} starts, the slowest in {slowest:.2f} s' + (' (as root: forbidden files can be read)' if os.geteuid() == 0 else ''))
    yield from stories(text)
    if good < number:
        yield f'{good} of {number}: {done.stderr}'


# ---- Bad media ----

def expect(done, ok, words=''):
    if ok and (done.returncode or 'done' not in done.stdout):
        return [f'it fails: {done.stdout}{done.stderr}']
    if not ok and (done.returncode != 1 or not re.search(words, done.stdout)):
        return [f'status {done.returncode}, expected the words “{words}”: {done.stdout}{done.stderr}']
    return []


def sound(root, *lines):
    state = tool('state', root)
    missing = [line for line in lines if line not in state.stdout]
    return [f'missing: {missing}\n{state.stdout}{state.stderr}'] if state.returncode or missing else []


@test
def a_disk_that_fills_up_at_20_sizes(kit):
    for size in [0, 1, 100, 500, 1000, 2000, 3000, 4000, 6000, 8000, 12000, 16000, 24000, 30000, 40000, 60000, 100000, 200000, 300000, 400000]:
        root = kit.root('alpha')
        done = tool('import', root, kit.pack('2/alpha'), **failing(root, 'full', size))
        if done.returncode:
            yield from expect(done, False, 'disk of this computer is full. Free some room, then resume: what was read is kept')
        yield from sound(root, 'shown beta 1.0.0', 'shown alpha ' + ('1.0.0' if done.returncode else '2.0.0'))
        yield from expect(tool('import', root, kit.pack('2/alpha')), True)
        yield from sound(root, 'shown alpha 2.0.0', 'previous 1.0.0')


@test
def a_key_that_fills_up_at_20_sizes(kit):
    for size in [0, 1, 30, 100, 200, 300, 400, 500, 700, 900, 1100, 1500, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]:
        root = kit.root('updated')
        target = root / 'key/alpha.tpack'
        done = tool('export', root, target, **failing(target.parent, 'full', size))
        if done.returncode:
            yield from expect(done, False, 'not enough room for “alpha.tpack”. Free some room or choose another place')
            if target.read_text() != 'ce qui y était' or len(list(target.parent.iterdir())) != 1:
                yield 'the key is not as it was'
        yield from expect(tool('export', root, target), True)


def mounted(script, *args):
    """Runs a script that may mount. None where that is not allowed."""
    for command in (['unshare', '-m'], ['unshare', '-mr']):
        if subprocess.run([*command, 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt'], capture_output=True).returncode == 0:
            return subprocess.run([*command, 'sh', '-ec', script, 'sh', *map(str, args)], capture_output=True, text=True, timeout=120,
                                  env={**os.environ, **FRENCH, 'TOOL': TOOL})
    return None


@test
def too_small_a_disk_is_told_before_anything_is_read(kit):
    for mebibytes in [2, 3, 4, 8, 12, 16, 20, 24, 28, 30, 31, 32, 33, 34, 35, 36, 40, 48, 56, 64]:
        root = kit.path / 'small'
        root.mkdir(exist_ok=True)
        done = mounted(f'mount -t tmpfs -o size={mebibytes}m none "$1"; cp -r "$2/." "$1"; "$TOOL" import "$1" "$3" || status=$?;'
                       ' "$TOOL" state "$1" || status=$?; mount -o remount,size=80m "$1"; "$TOOL" import "$1" "$3"; "$TOOL" state "$1"; exit ${status:-0}',
                       root, kit.path / 'states/alpha', kit.pack('2/alpha'))
        if done is None:
            print('# skipped: nothing can be mounted here')
            return
        first, *rest = done.stdout.split('\n', 1)
        if mebibytes <= 32 and not re.match(r'error: This pack needs .* on the disk of this computer. Free .* more, then resume', first):
            yield f'{mebibytes} MiB: {first}'
        if mebibytes >= 36 and first != 'done':
            yield f'{mebibytes} MiB: {first}'
        if 'problem: ' in done.stdout or not rest or rest[0].count('shown alpha') != 2 or 'previous 1.0.0' not in rest[0]:
            yield f'{mebibytes} MiB: {done.stdout}{done.stderr}'


@test
def a_folder_that_cannot_be_written(kit):
    root = kit.path / 'read-only'
    root.mkdir()
    script = ('mount -t tmpfs none "$1"; cp -r "$2/." "$1"; mount -o remount,ro "$1";'
              'for what in update roll-back remove export favourite note; do "$TOOL" run "$3" "$1" $what && exit 9; done;'
              'mount -o remount,rw "$1";'
              'for what in update roll-back remove restore export favourite note; do "$TOOL" run "$3" "$1" $what; done; "$TOOL" state "$1"')
    done = mounted(script, root, kit.path / 'states/updated', kit.path)
    if done is None:
        print('# skipped: nothing can be mounted here')
        return
    errors = re.findall(r'^error: (.{20,})$', done.stdout, re.M)
    if done.returncode or len(errors) != 6 or done.stdout.count('done') != 7 or 'problem: ' in done.stdout:
        yield f'{len(errors)} errors: {done.stdout}{done.stderr}'
    if 'The folder where Territoires keeps its packs cannot be written. Nothing was changed.' not in errors:
        yield f'it is not told: {errors}'
    if not any('this place is protected. Choose another one' in error for error in errors):
        yield f'it is not told of the key: {errors}'


@test
def a_key_that_is_pulled_out(kit):
    for source in ['alpha-1.tpack', '1/alpha', '1/slow']:
        for octets in [0, 1, 500, 1500, 2500, 5000, 8000, 20000, 700000, 1400000, 2100000]:
            root, pack = kit.root('base'), kit.pack(source)
            done = tool('import', root, pack, **failing(pack, 'pulled', octets))
            if done.returncode:
                yield from expect(done, False, 'plug the key in again, then resume: what was read is kept')
                yield from sound(root, 'shown beta 1.0.0')
            yield from expect(tool('import', root, pack), True)
            yield from sound(root, 'shown ' + ('slow' if 'slow' in source else 'alpha'))


@test
def a_pulled_key_is_read_on_where_it_stopped(kit):
    root, pack, log = kit.root('base'), kit.pack('1/slow'), kit.work()
    tool('import', root, pack, IO_FAULT_LOG=log, **failing(pack, ''))
    whole = log.read_text().count('r')
    root = kit.root('base')
    yield from expect(tool('import', root, pack, **failing(pack, 'pulled', 1900000)), False, 'resume')
    yield from expect(tool('import', root, pack, IO_FAULT_LOG=log, **failing(pack, '')), True)
    if log.read_text().count('r') > whole * 0.6:
        yield f'{log.read_text().count("r")} reads to resume, {whole} for the whole'


@test
def a_slow_key_tells_and_obeys(kit):
    root, pack = kit.root('base'), kit.pack('1/slow')
    done = tool('import', root, pack, IMPORT_PROGRESS=1, IMPORT_CANCEL_MS=2500, **failing(pack, 'slow', 250))
    cancelled = int((re.findall(r'^cancel (\d+)', done.stdout, re.M) or ['0'])[0])
    ended = int((re.findall(r'^ended (\d+)', done.stdout, re.M) or ['0'])[0])
    told = [int(at) for at in re.findall(r'^progress \d+ (\d+)', done.stdout, re.M)]
    if done.returncode != 1 or not cancelled or not 0 < ended - cancelled < 1000000:
        yield f'status {done.returncode}, cancelled at {cancelled}, ended at {ended}: {done.stdout[-300:]}{done.stderr}'
    if len(told) < 2 or max(b - a for a, b in zip(told, told[1:])) > 1000000:
        yield f'progress is told {len(told)} times'
    yield from sound(root, 'shown beta 1.0.0')
    if 'unfinished' in tool('state', root).stdout:
        yield 'what was cancelled is left behind'


@test
def a_key_with_fat(kit):
    root = kit.root('updated')
    key = root / 'key'
    for name in ['alpha.tpack', 'neuf.tpack']:
        yield from expect(tool('export', root, key / name, **failing(key, 'fat')), True)
        # Another reader agrees, and the pack can be imported from there.
        yield from ['unzip: ' + line for line in [subprocess.run(['python3', '-m', 'zipfile', '-t', key / name], capture_output=True, text=True).stdout.strip()] if 'Done' not in line]
        yield from expect(tool('import', kit.root('base'), key / name, **failing(key, 'fat')), True)
    yield from expect(tool('export', root, key / 'a:b.tpack', **failing(key, 'fat')), False, 'a:b.tpack” could not be written')
    if sorted(path.name for path in key.iterdir()) != ['alpha.tpack', 'neuf.tpack']:
        yield f'on the key: {sorted(key.iterdir())}'


@test
def names_at_their_limit(kit):
    root = kit.root('updated')
    longest = 'é' * 124 + '.tpack'
    yield from expect(tool('export', root, root / 'key' / ('x' + longest)), True)
    yield from expect(tool('export', root, root / 'key' / ('xyz' + longest)), False, 'could not be written')
    if not (root / 'key' / ('x' + longest)).exists() or any(path.name.endswith('.part') for path in (root / 'key').iterdir()):
        yield 'it has not its name'


def chosen(operations):
    """Which operations and tests run: (those, those)."""
    everything = [*operations, *(function.__name__ for function in tests)]
    if NAMES[:1] == ['--part']:
        elsewhere = sum(PARTS.values(), [])
        names = PARTS[NAMES[1]] if NAMES[1] != 'rest' else [name for name in everything if name not in elsewhere]
    else:
        names = [name for name in everything if not NAMES or any(part in name.replace('_', ' ') for part in NAMES)]
    if missing := [name for name in names if name not in everything]:
        sys.exit(f'Bail out! nothing is called {missing}')
    return [name for name in operations if name in names], [function for function in tests if function.__name__ in names]


def run_all(kit, operations, functions):
    """(name, words, problems) of each, as it ends."""
    for name in operations:
        yield name, *run_operation(kit, name)
    for function in functions:
        yield function.__name__.replace('_', ' '), '', list(function(kit))


def main():
    kit = Kit()
    operations, functions = chosen(tool('list').stdout.split())
    print(f'1..{len(operations) + len(functions)}', flush=True)
    failed, began = False, time.monotonic()
    try:
        for number, (name, words, problems) in enumerate(run_all(kit, operations, functions), 1):
            failed = failed or bool(problems)
            print(f'{"not ok" if problems else "ok"} {number} - {name}{": " + words if words else ""}', flush=True)
            tell(problems)
        print(f'# {time.monotonic() - began:.0f} s')
    finally:
        shutil.rmtree(kit.path, ignore_errors=True)
    sys.exit(failed)


def tell(problems):
    for problem in problems[:10]:
        print('#', problem.replace('\n', '\n# '), file=sys.stderr)
    if len(problems) > 10:
        print(f'# … and {len(problems) - 10} more', file=sys.stderr)


main()
