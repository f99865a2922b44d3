# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions that yield problems become TAP lines: a function without a problem passes."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ.get('TER_SOURCE_DIR') or Path(__file__).resolve().parents[2])
checks = []


def check(function):
    checks.append(function)
    return function


def sources(*patterns):
    """Files of the project that match: those git knows, or all outside build folders when there is no git."""
    listed = subprocess.run(['git', '-c', 'safe.directory=*', '-C', SOURCE, 'ls-files', '--cached', '--others', '--exclude-standard', '--', *patterns],
                            capture_output=True, text=True)
    if listed.returncode == 0:
        return [SOURCE / line for line in listed.stdout.splitlines() if (SOURCE / line).is_file()]
    found = {path for pattern in patterns for path in SOURCE.rglob(pattern.split('/')[-1]) if path.is_file() and not path.relative_to(SOURCE).parts[0].startswith('_build')}
    return sorted(path for path in found if any(path.relative_to(SOURCE).match(pattern) or '/' not in pattern or str(path.relative_to(SOURCE)).startswith(pattern.split('*')[0]) for pattern in patterns))


def run():
    print(f'1..{len(checks)}')
    failed = False
    for number, function in enumerate(checks, 1):
        problems = list(function())
        failed |= bool(problems)
        print(f'{"not ok" if problems else "ok"} {number} - {function.__name__.replace("_", " ")}', flush=True)
        for problem in problems[:40]:
            print('#', problem, file=sys.stderr)
    sys.exit(failed)
