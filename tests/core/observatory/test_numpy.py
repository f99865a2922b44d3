#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our statistics beside NumPy's on the real columns, within 1e-12 in proportion. Usage: test_numpy.py STATISTICS-TOOL PACK"""

import csv
import json
import subprocess
import sys
from pathlib import Path

try:
    import numpy
except ImportError:
    print('1..0 # SKIP no NumPy')
    sys.exit()

TOOL, PACK = sys.argv[1], Path(sys.argv[2])
PRECISION = 1e-12
QUANTILES = [0, .01, .1, .25, .5, .75, .9, .99, 1]


def rows(name):
    with open(PACK / f'data/{name}.csv', encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def population(row):
    return float(row['population'] or 'nan')


def grouped(table, key):
    groups = {}
    for row in table:
        if code := key(row):
            groups.setdefault(code, []).append(population(row))
    return {code: numpy.array(values) for code, values in groups.items()}


class Comparison:
    """Counts the values that agree; keeps the first ones that do not."""

    def __init__(self):
        self.agreed, self.problems = 0, []

    def add(self, where, ours, theirs):
        ours = numpy.atleast_1d(numpy.array(ours, dtype=float))  # null becomes NaN
        theirs = numpy.atleast_1d(numpy.asarray(theirs, dtype=float))
        if ours.shape != theirs.shape:
            self.problems.append(f'{where}: {ours.shape} values, not {theirs.shape}')
            return
        same = (numpy.isnan(ours) & numpy.isnan(theirs)) | (numpy.abs(ours - theirs) <= PRECISION * numpy.abs(theirs))
        self.agreed += int(same.sum())
        self.problems += [f'{where}: {float(a)!r}, NumPy {float(b)!r}' for a, b in zip(ours[~same], theirs[~same])]


def mean(values, weights):
    return numpy.average(values, weights=weights) if weights.sum() > 0 else numpy.nan


def ranks(values):
    """Rank, others of the same rank, how many are ranked; by counting, as SciPy's rankdata (method='min') does of -values."""
    there = values[~numpy.isnan(values)]
    result = numpy.array([[1 + (there > value).sum(), (there == value).sum() - 1, there.size] for value in values]).reshape(-1, 3)
    result[numpy.isnan(values)] = [0, 0, there.size]
    return result


def compare_group(comparison, where, ours, values):
    there = values[~numpy.isnan(values)]
    comparison.add(f'{where} n', ours['n'], values.size)
    comparison.add(f'{where} sum', ours['sum'], there.sum() if there.size else numpy.nan)
    comparison.add(f'{where} mean', ours['mean'], there.mean() if there.size else numpy.nan)
    comparison.add(f'{where} weighted mean', ours['weighted'], mean(there, there))
    comparison.add(f'{where} median', ours['median'], numpy.median(there) if there.size else numpy.nan)
    comparison.add(f'{where} quantiles', ours['quantiles'], numpy.quantile(there, QUANTILES) if there.size else [numpy.nan] * len(QUANTILES))
    comparison.add(f'{where} ranks', ours['ranks'], ranks(values))
    with numpy.errstate(divide='ignore', invalid='ignore'):
        comparison.add(f'{where} changes', ours['changes'], numpy.diff(values))
        relative = numpy.where(values[:-1] == 0, numpy.nan, numpy.diff(values) / values[:-1])
    comparison.add(f'{where} relative changes', ours['relative'], relative)


def compare_aggregate(comparison, where, ours, values, rule):
    there = values[~numpy.isnan(values)]
    theirs = numpy.nan if not there.size else there.sum() if rule == 'sum' else mean(there, there)
    comparison.add(f'{where}', [ours['n'], ours['missing'], ours['value']], [values.size, values.size - there.size, theirs])


def main():
    ours = json.loads(subprocess.run([TOOL, PACK], check=True, capture_output=True, text=True).stdout)
    communes, epci = rows('communes'), rows('epci')
    failed = False
    print(f'1..{len(ours)}')
    for number, (name, groups) in enumerate(ours.items(), 1):
        what, by = name.split(' by ')
        links = {row['epci']: row.get(by) for row in reversed(communes)}
        if what == 'epci':
            theirs = grouped(epci, lambda row: links.get(row['code']))
        else:
            theirs = grouped(communes, lambda row: ' ' if by == 'all' else row[by])
        comparison = Comparison()
        if [group['code'] or ' ' for group in groups] != list(theirs):
            comparison.problems.append('other groups, or in another order')
        for group, values in zip(groups, theirs.values()):
            where = f'{name} {group["code"]}'
            if what in ('sum', 'mean'):
                compare_aggregate(comparison, where, group, values, what)
            else:
                compare_group(comparison, where, group, values)
        failed |= bool(comparison.problems)
        print(f'{"not ok" if comparison.problems else "ok"} {number} - {name}: {comparison.agreed} values of {len(groups)} groups agree with NumPy {numpy.__version__}')
        for problem in comparison.problems[:20]:
            print('#', problem)
    sys.exit(failed)


main()
