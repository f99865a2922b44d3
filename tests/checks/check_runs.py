#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev test tells of a run is what ran: here Meson is a script that runs nothing, or three small programs."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import SOURCE, check, run

SUMMARY, REPEAT = SOURCE / 'build-aux/test-summary', SOURCE / 'build-aux/repeat-tests'
JUNIT = '''<testsuites>
<testsuite name="project.project:core / first" tests="2" failures="1" time="3.0"><testcase name="1 one"/><testcase name="2 two"><failure/></testcase>
<system-out>told before</system-out><system-err>words
processor:
0m0.01s 0m0.00s
1m1.50s 0m2.50s
</system-err></testsuite>
<testsuite name="project" tests="1" time="1.0"><testcase name="project:checks / second" time="1.0"><system-err>processor:
0m0.00s 0m0.00s
0m4.00s 0m1.00s
</system-err></testcase></testsuite>
</testsuites>'''


def program(folder, name, script):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('#!/bin/sh\n' + script)
    path.chmod(0o755)
    return path


def started(command, folder, **env):
    """The lines that it prints, with the programs of @folder before all others."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env=os.environ | {'PATH': f'{folder}:{os.environ["PATH"]}'} | env)
    return done.returncode, done.stdout.splitlines()


@check
def the_summary_counts_cases_and_what_they_take():
    with tempfile.TemporaryDirectory() as place:
        logs = Path(place) / 'built/meson-logs'
        logs.mkdir(parents=True)
        (logs / 'testlog.junit.xml').write_text(JUNIT)
        status, lines = started([SUMMARY, logs.parent], place)
        wanted = ['built core: 3 s, 64 s of processor', 'built checks: 1 s, 5 s of processor', 'most processor: built first 64 s, built second 5 s',
                  'failed: built: project.project:core / first: 2 two', 'told before', '2 passed, 1 failed']
        if status != 1 or [line for line in wanted if line not in lines] or lines[-1] != wanted[-1]:
            yield f'status {status}: {lines}'


@check
def a_program_that_fell_after_sound_cases_has_failed():
    with tempfile.TemporaryDirectory() as place:
        logs = Path(place) / 'built/meson-logs'
        logs.mkdir(parents=True)
        (logs / 'testlog.junit.xml').write_text(JUNIT)
        (logs / 'testlog.json').write_text('{"name": "project:core / first", "result": "ERROR"}\n{"name": "project:core / third", "result": "ERROR"}\n')
        status, lines = started([SUMMARY, logs.parent], place)
        if status != 1 or 'failed: built: project:core / third' not in lines or lines[-1] != '2 passed, 2 failed':
            yield f'status {status}: {lines}'


@check
def a_name_that_no_test_has_counts_nothing_of_the_run_before():
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        built, tools = place / 'built', place / 'tools'
        (built / 'meson-logs').mkdir(parents=True)
        (built / 'build.ninja').write_text('')
        for name in ('testlog', 'testlog-measure'):
            (built / f'meson-logs/{name}.junit.xml').write_text(JUNIT)
        program(tools, 'meson', 'test "$1" = compile')
        program(tools, 'npm', 'exit 0')
        program(tools, 'dbus-run-session', 'shift; exec "$@"')
        # The weights of the window cases are gathered in the folder of tests.
        (built / 'tests/ui').mkdir(parents=True)
        status, lines = started([SOURCE / 'dev', 'test', 'no-such-test'], tools, TERRITOIRES_ROOT='host', TERRITOIRES_BUILD=str(built),
                                XDG_CACHE_HOME=str(place / 'cache'))
        if status == 0 or lines[-1:] != ['0 passed, 1 failed']:
            yield f'status {status}: {lines}'


@check
def programs_run_again_and_are_counted():
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        ran = place / 'ran'
        cmds = {name: program(place / 'tools', name, f'echo {name} >>{ran}\n{rest}') for name, rest in {
            'sound': 'echo 1..2; echo ok 1 - one; echo ok 2 - two "# SKIP"', 'bad': 'echo 1..1; echo not ok 1 - one; exit 1',
            'mute': 'exit 0', 'slow': 'exit 0', 'fifth': 'exit 0'}.items()}
        listed = [{'name': name, 'cmd': [str(cmd)], 'env': {}, 'workdir': None, 'timeout': 20, 'suite': ['project:core'],
                   'protocol': 'tap' if name in ('sound', 'bad') else 'exitcode'} for name, cmd in cmds.items()]
        (place / 'listed').write_text(json.dumps(listed))
        program(place / 'tools', 'meson', f'cat {place}/listed')
        for seed in ('1', '2'):
            ran.write_text('')
            status, lines = started([REPEAT, '--repeat', '2', '--busy', '1', '--seed', seed, f'--build={place}'], place / 'tools')
            if sorted(ran.read_text().split()) != sorted(2 * list(cmds)):
                yield f'these ran: {ran.read_text().split()}'
            told = [re.sub(r' \d+ s:', ':', line) for line in lines if line.startswith('run ')]
            if status != 1 or lines[-1] != '8 passed, 2 failed' or told != [
                    f'run {number} of 2: seed {seed}, {number - 1} busy loops, 5 programs,: 4 passed, 1 failed' for number in (1, 2)]:
                yield f'status {status}: {lines}'
        status, lines = started([REPEAT, f'--build={place}', 'no-such-test'], place / 'tools')
        if status != 1 or lines[-1] != '0 passed, 1 failed':
            yield f'without a test: status {status}: {lines}'


@check
def ci_counts_all_parts_and_one_that_tells_nothing_as_failed():
    fine = 'case "$*" in test) echo words; echo 5 passed, 0 failed;; "flatpak test") echo 2 passed, 0 failed;; esac'
    for script, wanted in ((fine, (0, '7 passed, 0 failed')), (fine.replace('2 passed, 0 failed', 'nothing'), (1, '5 passed, 1 failed')),
                           ('case "$*" in "flatpak build"*) exit 1;; esac\n' + fine, (1, '5 passed, 1 failed')),
                           ('test "$1" != test || exit 1\n' + fine, (1, '2 passed, 1 failed'))):
        with tempfile.TemporaryDirectory() as place:
            project = Path(place) / 'project'
            program(project, 'dev', script)
            (project / '.ci').mkdir()
            ci = program(project / '.ci', 'run', (SOURCE / '.ci/run').read_text())
            (Path(place) / 'shared').mkdir()
            program(Path(place) / 'shared/tools', 'flatpak-stand-in', ':')
            done = subprocess.run(['bash', ci], capture_output=True, text=True, stdin=subprocess.DEVNULL)
            if (done.returncode, done.stdout.splitlines()[-1]) != wanted:
                yield f'{script}: status {done.returncode}: {done.stdout}{done.stderr}'


run()
