#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Into how many parts of about equal weight the window tests are cut, and which case is in which.

A weight is what a case took, in seconds: tests/ui/weights.tsv has those that came with the source, _build/tests/ui/weights.tsv those of the
last run. `shards.py list BUILD FEATURE…` prints "FEATURE PARTS SECONDS" a line, for meson.build; `shards.py gather BUILD` makes the weights
of the next run of what this one has noted.
"""

import math
import sys
from pathlib import Path

PARTS = 40
UNKNOWN = 3.0  # seconds: a case that has not run yet
SEED = Path(__file__).with_name('weights.tsv')


def folder(build):
    return Path(build) / 'tests/ui'


def read(path):
    """(feature, case) → seconds"""
    rows = [line.split('\t') for line in path.read_text().splitlines() if not line.startswith('#')] if path.exists() else []
    return {(feature, case): float(seconds) for feature, case, seconds in rows}


def weights(build):
    return read(SEED) | read(folder(build) / 'weights.tsv')


def parts(known, features):
    """feature → (how many parts, seconds of each): all parts of all features take about as long."""
    totals = {feature: sum(seconds for (name, _), seconds in known.items() if name == feature) or UNKNOWN for feature in features}
    share = sum(totals.values()) / PARTS
    counts = {feature: max(1, round(total / share)) for feature, total in totals.items()}
    return {feature: (counts[feature], totals[feature] / counts[feature]) for feature in features}


def assign(cases, seconds, count):
    """The cases of each of @count parts: the longest first, each to the part that has least; in their own order within one."""
    loads, chosen = [0.0] * count, [[] for _ in range(count)]
    for case in sorted(cases, key=lambda case: (-seconds.get(case, UNKNOWN), case)):
        part = loads.index(min(loads))
        loads[part] += seconds.get(case, UNKNOWN)
        chosen[part].append(case)
    return [sorted(part, key=cases.index) for part in chosen]


def note(build, feature, took):
    """What the cases of one program took; each program has a file of its own, as several run at once."""
    place = folder(build) / 'times'
    place.mkdir(parents=True, exist_ok=True)
    with open(place / f'{feature}-{sum(map(hash, took)) & 0xffffffff:08x}.tsv', 'w') as file:
        file.writelines(f'{feature}\t{case}\t{seconds:.2f}\n' for case, seconds in took.items())


def gather(build):
    fresh = {key: seconds for path in sorted((folder(build) / 'times').glob('*.tsv')) for key, seconds in read(path).items()}
    known = read(folder(build) / 'weights.tsv') | fresh
    lines = [f'{feature}\t{case}\t{seconds:.2f}\n' for (feature, case), seconds in sorted(known.items())]
    (folder(build) / 'weights.tsv').write_text(''.join(lines))
    for path in (folder(build) / 'times').glob('*.tsv'):
        path.unlink()


if __name__ == '__main__':
    if sys.argv[1] == 'list':
        for name, (count, seconds) in parts(weights(sys.argv[2]), sys.argv[3:]).items():
            print(name, count, math.ceil(seconds))
    else:
        gather(sys.argv[2])
