# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions with the decorator @test, run in their order and told in TAP. One that returns a text was skipped, for that reason."""

import contextlib
import sys

tests = []


def test(function):
    tests.append(function)
    return function


def run_tests(given=contextlib.nullcontext):
    """@given makes what each test is given: a context manager, such as tempfile.TemporaryDirectory. Ends the program."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace('_', ' ')
        try:
            with given() as argument:
                reason = function() if argument is None else function(argument)
            print(f'ok {number} - {name}' + (f' # SKIP {reason}' if reason else ''))
        except Exception as problem:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}')
    sys.exit(failed > 0)
