#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""territoires-pack as its users meet it: exit codes, text, JSON, languages. Usage: test-validate.py TERRITOIRES-PACK SOURCE-DIR"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import run_tests, test

PROGRAM, SOURCE = sys.argv[1], Path(sys.argv[2])
PACKS = SOURCE / 'tests/corpus/packs'


def run(*arguments, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8', timeout=60,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', **environment})
    return done.returncode, done.stdout, done.stderr


@test
def a_sound_pack_exits_with_0():
    status, out, err = run('validate', PACKS / 'valid/minimal')
    assert (status, out, err) == (0, 'The pack is sound.\n', ''), (status, out, err)


@test
def a_pack_with_an_error_exits_with_1():
    status, out, _ = run('validate', PACKS / 'invalid/file-missing')
    assert status == 1, status
    assert out.splitlines()[0] == ('datapackage.json:46:15: error: The file “files/note.txt” is listed but missing. [file-missing]'), out
    assert out.splitlines()[1] == '    Add the file, or take it out of “resources”.', out
    assert out.splitlines()[-1] == '1 error, 0 warnings, 0 notes', out


@test
def a_warning_alone_exits_with_0_unless_strict():
    assert run('validate', PACKS / 'invalid/picture-alt')[0] == 0
    assert run('validate', '--strict', PACKS / 'invalid/picture-alt')[0] == 1
    assert run('validate', '--strict', PACKS / 'valid/minimal')[0] == 0


@test
def the_manifest_stands_for_its_folder():
    assert run('validate', PACKS / 'valid/minimal/datapackage.json')[:2] == (0, 'The pack is sound.\n')


@test
def what_cannot_be_run_exits_with_2():
    for arguments in [(), ('validate',), ('validate', 'a', 'b'), ('validate', '/nonexistent'), ('validate', '--nothing', 'a'), ('nothing',),
                      ('validate', '--language', 'de', PACKS / 'valid/minimal')]:
        status, _, err = run(*arguments)
        assert status == 2, (arguments, status)
        assert not arguments or err.startswith('territoires-pack'), (arguments, err)


@test
def help_is_given():
    for arguments in [('--help',), ('-h',), ('help',), ('validate', '--help'), ('issues', '--help')]:
        status, out, _ = run(*arguments)
        assert status == 0 and 'territoires-pack' in out, arguments
    assert '--json' in run('validate', '--help')[1]
    assert run('--version')[1].startswith('territoires-pack ')


@test
def json_says_all_of_it():
    status, out, _ = run('validate', '--json', '--language', 'fr', PACKS / 'invalid/entry-unknown')
    report = json.loads(out)
    assert status == 1
    assert (report['errors'], report['warnings'], report['infos']) == (1, 0, 0), report
    assert report['issues'] == [{
        'code': 'entry-unknown', 'severity': 'error', 'file': 'content/entries.json', 'pointer': '/0/related/0', 'line': 9, 'column': 7,
        'sentence': 'Il n’y a pas de fiche «\u00a0nobody\u00a0» dans ce pack.',
        'advice': 'Corrigez l’identifiant, ou ajoutez la fiche.',
    }], report['issues']
    assert json.loads(run('validate', '--json', PACKS / 'valid/minimal')[1]) == {'errors': 0, 'warnings': 0, 'infos': 0, 'issues': []}


@test
def the_language_is_the_one_asked_for():
    pack = PACKS / 'invalid/manifest-missing'
    assert 'this is not a pack' in run('validate', pack)[1]
    assert 'ce n’est pas un pack' in run('validate', '--language=fr', pack)[1]
    assert 'this is not a pack' in run('validate', '-l', 'en', pack, LC_ALL='fr_FR.UTF-8')[1]
    assert 'ce n’est pas un pack' in run('validate', pack, LC_ALL='fr_FR.UTF-8', LANGUAGE='fr')[1]


@test
def all_problems_come_at_once_in_the_order_of_the_text():
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / 'pack'
        shutil.copytree(PACKS / 'valid/minimal', pack)
        manifest = json.loads((pack / 'datapackage.json').read_text())
        del manifest['version'], manifest['resources'][0]['hash'], manifest['resources'][0]['bytes']
        manifest['sections'][0]['view'] = 'carousel'
        (pack / 'datapackage.json').write_text(json.dumps(manifest, indent=1))
        (pack / 'content/entries.json').write_text('[{"id": "A", "kind": "page"},\n {"id": "bonjour", "kind": "page", "title": "", "date": "x"}]')
        (pack / 'more.txt').write_text('?')
        (pack / 'evil\x1b[31m.txt').write_text('?')
        issues = json.loads(run('validate', '--json', pack)[1])['issues']
        codes = [issue['code'] for issue in issues]
        assert codes == ['member-missing', 'id-invalid', 'member-empty', 'date-invalid', 'member-missing', 'view-unknown', 'member-missing',
                         'member-missing', 'file-unlisted', 'file-unlisted'], codes
        places = [(issue['file'], issue['line'], issue['column']) for issue in issues]
        assert places == sorted(places), places
        text = run('validate', pack)[1]
        assert '\x1b' not in text


@test
def the_table_of_codes_stands_in_the_description_of_the_format():
    table = run('issues')[1]
    assert table in (SOURCE / 'docs/pack-format.md').read_text(), 'run: territoires-pack issues'
    french = run('issues', '--language', 'fr')[1]
    assert len(french.splitlines()) == len(table.splitlines()) and '«' in french


@test
def the_example_of_the_description_is_sound():
    """Each block of code whose first line is a comment with a path is a file of the example."""
    with tempfile.TemporaryDirectory() as folder:
        text = (SOURCE / 'docs/pack-format.md').read_text()
        example = text.split('## A complete small example')[1].split('\n## ')[0]
        for part in example.split('\n**`')[1:]:
            name, rest = part.split('`**', 1)
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rest.split('```')[1].split('\n', 1)[1])
        status, out, _ = run('validate', '--strict', folder)
        assert status == 0, out


run_tests()
