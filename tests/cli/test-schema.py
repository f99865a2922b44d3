#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The format is described once: what the program prints of it is what the files hold, byte for byte.
Usage: test-schema.py TERRITOIRES-PACK SOURCE-DIR"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tap import run_tests, test

PROGRAM, SOURCE = sys.argv[1], Path(sys.argv[2])


def run(*arguments, **environment):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, encoding='utf-8', timeout=60,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', **environment})
    return done.returncode, done.stdout, done.stderr


@test
def the_schemas_are_those_of_the_program():
    files = sorted((SOURCE / 'data/schema').glob('*.json'))
    assert len(files) == 6, files
    for file in files:
        for language in ({}, {'LC_ALL': 'fr_FR.UTF-8', 'LANGUAGE': 'fr'}):
            status, out, err = run('schema', file.stem, **language)
            assert (status, err) == (0, ''), err
            assert out == file.read_text(), f'run: territoires-pack schema {file.stem} > data/schema/{file.name}'
    assert run('schema') == run('schema', 'datapackage')


@test
def the_tables_of_members_stand_in_the_description_of_the_format():
    text = (SOURCE / 'docs/pack-format.md').read_text()
    status, out, _ = run('schema', '--members')
    tables = out.removesuffix('\n').split('\n\n')
    assert status == 0 and len(tables) > 8
    for table in tables:
        assert f'{table.rstrip()}\n\n' in text, f'run: territoires-pack schema --members, and put this table into docs/pack-format.md:\n{table}'
    assert len(tables) == text.count('<!-- members: '), 'docs/pack-format.md has a table that is printed no more'


@test
def members_are_told_to_programs():
    rows = json.loads(run('schema', '--members', '--json')[1])
    assert {'of': 'webinar', 'member': 'agenda[].title', 'type': 'text', 'localised': True, 'required': True, 'list': False, 'says': None} in rows
    assert len({(row['of'], row['member']) for row in rows}) == len(rows)
    kinds = json.loads(run('schema', 'common')[1])['$defs']['kind']['anyOf'][0]['enum']
    assert {row['of'] for row in rows} >= {*kinds} - {'page'} and 'page' in kinds


@test
def what_is_no_schema_is_told():
    for arguments in [('carousel',), ('entries', 'figure'), ('entries', '--members'), ('--json',)]:
        status, out, err = run('schema', *arguments)
        assert status == 2 and ('failure' in out) == ('--json' in arguments) and err.startswith('territoires-pack: '), (arguments, status, out, err)
    assert re.search(r'common, datapackage, entries', run('schema', 'carousel')[2])


run_tests()
