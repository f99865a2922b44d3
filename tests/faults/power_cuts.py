#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Power cuts: an ext4 disk in a file, copied at any moment of an operation; the copy is what the disk held. Before each release, as root.

    ./dev exec apt-get install e2fsprogs
    ./dev exec python3 tests/faults/power_cuts.py _build/tests/faults/store-tool _build/tests/faults/libio-fault.so [CUTS]

What was read as done before the copy must be there on it; else the old state or the new one is, whole. TER_CUT_SEED repeats a run.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOOL, FAULT = sys.argv[1:3]
CUTS = int(sys.argv[3]) if len(sys.argv) > 3 else 100
ENV = {**os.environ, 'LC_ALL': '', 'LANG': 'C.UTF-8', 'LC_MESSAGES': 'C.UTF-8'}
OPERATIONS = {'import': 'base', 'update': 'alpha', 'resume': 'half', 'give-up': 'half', 'roll-back': 'updated', 'remove': 'updated',
              'restore': 'removed', 'sweep': 'messy', 'favourite': 'base', 'unfavourite': 'base', 'note': 'base'}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=ENV)
    if done.returncode:
        sys.exit(f'{command[0]}: {done.stdout}{done.stderr}')
    return done.stdout


def state(root):
    """What a start finds, and whether it is whole."""
    done = subprocess.run([TOOL, 'state', str(root)], capture_output=True, text=True, env=ENV)
    return done.stdout + done.stderr, done.returncode == 0


class Disk:
    def __init__(self, folder):
        self.image, self.place = folder / 'disk.img', folder / 'disk'
        self.place.mkdir()
        with open(self.image, 'wb') as file:
            file.truncate(48 << 20)
        run('mkfs.ext4', '-q', '-F', self.image)
        run('mount', '-o', 'loop', self.image, self.place)

    def cut(self, folder):
        """What would be on it after a power cut now, mounted elsewhere."""
        copy, place = folder / 'copy.img', folder / 'copy'
        shutil.copyfile(self.image, copy)
        fsck = subprocess.run(['fsck.ext4', '-f', '-y', str(copy)], capture_output=True, text=True)
        if fsck.returncode > 2:
            sys.exit(f'fsck: {fsck.stdout}')
        place.mkdir(exist_ok=True)
        run('mount', '-o', 'loop', copy, place)
        return place


def expected(kit, folder):
    """For each operation, what a start finds before it and after it; and how long it takes."""
    answers = {}
    for operation, begin in OPERATIONS.items():
        root = folder / 'plain'
        shutil.copytree(kit / 'states' / begin, root)
        before = state(root)[0]
        shutil.rmtree(root)
        shutil.copytree(kit / 'states' / begin, root)
        start = time.monotonic()
        run(TOOL, 'run', kit, root, operation)
        seconds = time.monotonic() - start
        answers[operation] = before, state(root)[0], seconds
        shutil.rmtree(root)
    return answers


def stop(pid):
    """Lets each thread end the call that it is in: a copy that is made while blocks are being written is of no single moment."""
    os.kill(pid, signal.SIGSTOP)
    for _ in range(2000):
        states = [(task / 'stat').read_text().rpartition(')')[2].split()[0] for task in Path(f'/proc/{pid}/task').iterdir()]
        if all(state in 'TtZX' for state in states):
            return
        time.sleep(.001)
    sys.exit('the operation does not stop')


def is_allowed(found, before, after, done):
    """Before an operation has said that it is done, what was read may wait to be resumed, and its publisher be known."""
    if done:
        return found == after

    def plain(text):
        return [line for line in text.splitlines() if not line.startswith(('unfinished ', 'publishers'))]
    return plain(found) in (plain(before), plain(after))


def cut_once(disk, kit, folder, operation, answer, chance):
    before, after, seconds = answer
    root = disk.place / 'root'
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(kit / 'states' / OPERATIONS[operation], root)
    os.sync()
    # On a disk an operation takes longer than in memory: a third of the cuts come after what it says.
    moment = chance.uniform(0, 3 * seconds)
    with subprocess.Popen([TOOL, 'run', str(kit), str(root), operation], stdout=subprocess.PIPE, env=ENV) as process:
        os.set_blocking(process.stdout.fileno(), False)
        time.sleep(moment)
        stop(process.pid)
        said = (process.stdout.read() or b'').decode()
        place = disk.cut(folder)
        process.kill()
    found, whole = state(place / 'root')
    run('umount', place)
    done = 'done' in said
    return done, [] if whole and is_allowed(found, before, after, done) else [f'{operation}, cut after {moment:.3f} s, said “{said.strip()}”:\n{found}']


def main():
    seed = int(os.environ.get('TER_CUT_SEED') or random.randrange(1 << 32))
    chance, problems, n_done = random.Random(seed), [], 0
    folder = Path(tempfile.mkdtemp(prefix='territoires-cuts-'))
    kit = folder / 'kit'
    try:
        subprocess.run([TOOL, 'make', str(kit)], check=True, env={**ENV, 'LD_PRELOAD': FAULT}, capture_output=True)
        answers = expected(kit, folder)
        disk = Disk(folder)
        for number in range(CUTS):
            operation = list(OPERATIONS)[number % len(OPERATIONS)]
            done, found = cut_once(disk, kit, folder, operation, answers[operation], chance)
            n_done += done
            problems += found
    finally:
        for place in ('copy', 'disk'):
            subprocess.run(['umount', '-l', str(folder / place)], capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
    print('\n'.join(problems))
    print(f'seed {seed}: {CUTS - len(problems)} of {CUTS} cuts, {n_done} of them after an operation had said that it was done')
    sys.exit(bool(problems))


if os.geteuid() != 0:
    sys.exit('power cuts need root, for a disk in a file')
if 'TER_CUT_INSIDE' not in os.environ:
    os.execvpe('unshare', ['unshare', '-m', sys.executable, *sys.argv], {**os.environ, 'TER_CUT_INSIDE': '1'})
main()
