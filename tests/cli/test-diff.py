#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""territoires-pack diff as its users meet it: exit codes, text, JSON. Usage: test-diff.py TERRITOIRES-PACK SOURCE-DIR CATALOGUES"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import run_tests, test

PROGRAM, SOURCE, CATALOGUES = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
SOLAR = SOURCE / 'tests/corpus/packs/valid/solar-system'
NOTHING = 'Nothing changes for the reader.'


def run(*arguments, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8', timeout=60,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', 'TZ': 'UTC', **environment})
    return done.returncode, done.stdout, done.stderr


class Copy:
    """A copy of a sound pack, to be changed."""

    def __init__(self, pack=SOLAR):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / 'pack'
        shutil.copytree(pack, self.path)

    def change(self, name, function):
        text = json.loads((self.path / name).read_text())
        function(text)
        (self.path / name).write_text(json.dumps(text, indent=3, ensure_ascii=True, sort_keys=True))


def entry_of_kind(entries, kind):
    return next(entry for entry in entries if entry['kind'] == kind)


@test
def the_same_pack_exits_with_0():
    assert run('diff', SOLAR, SOLAR) == (0, NOTHING + '\n', ''), run('diff', SOLAR, SOLAR)
    assert json.loads(run('diff', '--json', SOLAR, SOLAR)[1])['changes'] == []


@test
def another_version_written_in_another_way_is_no_change():
    copy = Copy()
    for path in copy.path.glob('content/*.json'):
        copy.change(path.relative_to(copy.path), lambda text: None)
    copy.change('datapackage.json', lambda text: text.update(version='99.0.0'))
    assert run('diff', SOLAR, copy.path) == (0, NOTHING + '\n', '')


@test
def what_differs_is_told_and_exits_with_1():
    copy = Copy()
    entries = json.loads((SOLAR / 'content/pages.json').read_text())
    page = entry_of_kind(entries, entries[-1]['kind'])
    copy.change('content/pages.json', lambda text: (text.append({'id': 'new-page', 'kind': 'page', 'title': 'New', 'title@fr': 'Neuf'}),
                                                    entry_of_kind(text, page['kind']).update(body='Other')))
    with (copy.path / 'data/planets.csv').open('a') as table:
        table.write('x\n')
    status, out, err = run('diff', SOLAR, copy.path)
    lines = out.splitlines()
    assert (status, err) == (1, ''), (status, err)
    assert lines[0] == 'Page added: New', lines
    assert any('(text' in line for line in lines), lines
    assert any(line.startswith('Table brought up to date: ') for line in lines), lines
    assert lines[-1] == '1 added, 2 changed', lines


@test
def both_directions_mirror_each_other():
    copy = Copy()
    copy.change('content/pages.json', lambda text: text.pop(0))
    there = json.loads(run('diff', '--json', SOLAR, copy.path)[1])['changes']
    back = json.loads(run('diff', '--json', copy.path, SOLAR)[1])['changes']
    assert [change['type'] for change in there] == ['withdrawn'] and [change['type'] for change in back] == ['added'], (there, back)
    assert there[0]['id'] == back[0]['id'] and there[0]['title'] == back[0]['title']


@test
def json_says_all_of_it():
    copy = Copy()
    copy.change('datapackage.json', lambda text: text.update(version='2.0.0'))
    copy.change('datapackage.json', lambda text: text['sections'][0].update({'title': 'Other', 'title@fr': 'Autre'}))
    status, out, _ = run('diff', '--json', SOLAR, copy.path)
    report = json.loads(out)
    old = json.loads((SOLAR / 'datapackage.json').read_text())
    section = old['sections'][0]
    title = section['title']
    assert status == 1
    assert report['before'] == {'name': old['name'], 'version': old['version']}, report['before']
    assert report['after'] == {'name': old['name'], 'version': '2.0.0'}, report['after']
    assert report['summary'] == '1 changed'
    change, = report['changes']
    assert change == {'type': 'changed', 'kind': 'section', 'id': section['id'], 'title': 'Other', 'detail': f'formerly “{title}”, translations',
                      'sentence': f'Section changed: Other (formerly “{title}”, translations)'}, change


@test
def a_pack_cannot_play_with_the_terminal():
    title = 'a\x1b[31mb\x9b2J\u202ec\u2066d\u2028e\ra\nb\x7f \U000e0041 👨‍👩‍👧'
    copy = Copy()
    copy.change('content/pages.json', lambda text: text.append({'id': 'new-page', 'kind': 'page', 'title': title}))
    _, out, _ = run('diff', SOLAR, copy.path)
    bad = [character for character in '\x1b\x9b\u202e\u2066\u2028\r\x7f\U000e0041' if character in out]
    assert not bad and len(out.splitlines()) == 2, ascii(out)
    assert '👨‍👩‍👧' in out
    _, out, _ = run('diff', '--json', SOLAR, copy.path)
    bad = [character for character in '\x1b\x9b\u202e\u2066\u2028\r\x7f\U000e0041' if character in out]
    assert not bad, ascii(out)
    assert json.loads(out)['changes'][0]['title'] == title
    status, _, err = run('diff', SOLAR, '/nonexistent/\x1b[31m')
    assert status == 2 and '\x1b' not in err, ascii(err)


@test
def what_cannot_be_run_exits_with_2():
    empty = tempfile.TemporaryDirectory()
    for arguments in [('diff',), ('diff', SOLAR), ('diff', SOLAR, SOLAR, SOLAR), ('diff', SOLAR, '/nonexistent'), ('diff', '/nonexistent', SOLAR),
                      ('diff', SOLAR, empty.name), ('diff', '--nothing', SOLAR, SOLAR)]:
        status, out, err = run(*arguments)
        assert (status, out) == (2, ''), (arguments, status, out)
        assert err.startswith('territoires-pack'), (arguments, err)
    assert '--json' in run('diff', '--help')[1]


@test
def it_speaks_french():
    """In the plural, in the singular, and for a webinar whose date is told as the app tells it."""
    if 'Nothing changes for the reader.' not in (SOURCE / 'po/fr.po').read_text():
        return 'the French catalogue does not hold these words yet'
    french = {'LC_ALL': 'fr_FR.UTF-8', 'LANGUAGE': 'fr', 'TZ': 'Europe/Paris', 'TER_LOCALE_DIR': CATALOGUES}
    old, new = Copy(), Copy()
    webinar = {'id': 'web', 'kind': 'webinar', 'title': 'Faire alliance', 'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'}
    old.change('content/pages.json', lambda text: text.append(webinar))
    new.change('content/pages.json', lambda text: text.extend([webinar | {'start': '2020-06-04T13:00'}, {'id': 'n', 'kind': 'page', 'title': 'N'},
                                                               {'id': 'm', 'kind': 'page', 'title': 'M'}]))
    out = run('diff', old.path, new.path, **french)[1].splitlines()
    assert out == ['Webinaire déplacé\u00a0: Faire alliance, du jeudi 28 mai 2020 à 13:00 au jeudi 4 juin 2020 à 13:00',
                   'Page ajoutée\u00a0: N', 'Page ajoutée\u00a0: M', '2 ajouts, 1 webinaire déplacé'], out
    return None


run_tests()
