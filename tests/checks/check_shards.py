#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window tests are cut into parts without losing a case, whatever is known of their weights."""

import random
import sys

from tap import SOURCE, check, run

sys.path.insert(0, str(SOURCE / 'tests/ui'))
import shards  # noqa: E402

CASES = [f'case {number}' for number in range(57)]


@check
def each_case_is_in_one_part():
    chance = random.Random(1)
    for count in (1, 2, 3, 7, 57, 80):
        for known in (0, 20, 57):
            seconds = {case: chance.uniform(.1, 30) for case in chance.sample(CASES, known)}
            parts = shards.assign(CASES, seconds, count)
            if sorted(case for part in parts for case in part) != sorted(CASES) or len(parts) != count:
                yield f'{count} parts, {known} known weights: {parts}'
            if any(part != sorted(part, key=CASES.index) for part in parts):
                yield f'{count} parts: not in their own order'


@check
def parts_have_about_equal_weight():
    seconds = {case: 1 + number % 5 for number, case in enumerate(CASES)}
    loads = [sum(seconds[case] for case in part) for part in shards.assign(CASES, seconds, 6)]
    if max(loads) - min(loads) > max(seconds.values()):
        yield f'{loads}'


@check
def all_features_have_a_part():
    known = {('long', f'case {number}'): 10 for number in range(100)} | {('short', 'case'): 1}
    parts = shards.parts(known, ['long', 'short', 'new'])
    if set(parts) != {'long', 'short', 'new'} or min(count for count, _ in parts.values()) < 1 or not 30 <= sum(count for count, _ in parts.values()) <= 50:
        yield f'{parts}'


run()
