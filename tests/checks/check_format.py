#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kind of entry, and a view, is a row: in a copy of the tables the rows are taken away, and each reader must complain of each.

No reader knows a kind by itself: were one of them left with a list of its own, it would go on as before, and this check fails. The copy
is compiled alone and linked before the library of core that is built already: rows that are known by another name are away for who
reads the table, and keep the numbers of those that stay. The window's table of pages is asked by the compiler: for the rows that
are gone, and for one that is new. Usage: check_format.py BUILD-DIR"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import SOURCE, check, run

BUILD = Path(sys.argv[1])
FORMAT = SOURCE / 'src/core/format'
KINDS = dict(re.findall(r'^TER_KIND \((\w+), "(\w+)"', (FORMAT / 'ter-kind-table.h').read_text(), re.MULTILINE))
TRAITS = {row[0]: set(re.findall(r'TER_KIND_(\w+)', row[1])) for row in
          re.findall(r'^TER_KIND \(\w+, "(\w+)",(.*?)\n  \.shape', (FORMAT / 'ter-kind-table.h').read_text(), re.MULTILINE | re.DOTALL)}
VIEWS = dict(re.findall(r'^  VIEW \((\w+), "(\w+)"\)', (FORMAT / 'ter-view.h').read_text(), re.MULTILINE))
WORK = tempfile.TemporaryDirectory()


def copy(name, change):
    """A folder with the tables as @change makes them, and what includes them."""
    folder = Path(WORK.name) / name
    folder.mkdir()
    for file in ('ter-kind-table.h', 'ter-kind.h', 'ter-kind.c', 'ter-view.h', 'ter-view.c'):
        (folder / file).write_text(change(file, (FORMAT / file).read_text()))
    return folder


def rename(file, text):
    """The rows are known by other names: the old ones are away."""
    return re.sub(r'(TER_KIND \(\w+, |VIEW \(\w+, )"', r'\1"no-', text)


def take_all(file, text):
    if file == 'ter-kind-table.h':
        return ''
    return re.sub(r'^  VIEW \(.*\n', '', text, flags=re.MULTILINE).replace('TER_VIEW_TABLE(VIEW) \\', 'TER_VIEW_TABLE(VIEW)')


def add_one(file, text):
    if file == 'ter-kind-table.h':
        return text + '\nTER_KIND (QUESTION, "question", .title = "Question")\n'
    return text.replace('VIEW (HOME, "home")', 'VIEW (QUESTIONS, "questions") VIEW (HOME, "home")')


def compile_command(file):
    """How the build compiles a file, as words without its output."""
    for row in json.loads((BUILD / 'compile_commands.json').read_text()):
        if (Path(row['directory']) / row['file']).resolve() == (SOURCE / file).resolve():
            words = [word for word in shlex.split(row['command']) if word not in ('ccache', '-c') and not word.startswith('-M')]
            return row['directory'], [word for word in words[:-1] if not word.endswith(('.o', '.o.d'))], words[-1]
    raise LookupError(file)


def compile_with(folder, file, *more):
    """Compiles @file with the tables of @folder before those of the project."""
    directory, words, path = compile_command(file)
    words = [word for word in words if word != '-o' and not word.startswith('-fdiagnostics')]
    if (folder / Path(file).name).exists():
        path = folder / Path(file).name
    return subprocess.run([words[0], f'-I{folder}', *words[1:], *more, path], cwd=directory, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C'})


def link(target, folder):
    """@target as the build links it, but with the tables of @folder: what a linker has already it takes from no library."""
    objects = []
    for name in ('ter-kind', 'ter-view'):
        objects.append(folder / f'{name}.o')
        if not objects[-1].exists():
            done = compile_with(folder, f'src/core/format/{name}.c', '-c', '-o', str(objects[-1]))
            assert done.returncode == 0, done.stderr
    program = folder / Path(target).name
    libraries = subprocess.run(['pkg-config', '--libs', 'gio-2.0', 'gio-unix-2.0', 'json-glib-1.0', 'sqlite3', 'libcrypto', 'libarchive', 'libcmark'],
                               capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(['cc', '-o', program, *sorted((BUILD / f'{target}.p').glob('*.o')), *objects, *sorted((BUILD / 'tests/core').glob('libcore-fixtures.a')), BUILD / 'src/core/libterritoires-core.a', *libraries, '-lm'], check=True)
    return program


SOUND = BUILD / 'src/cli/territoires-pack'
WITHOUT = copy('without', rename)
PROGRAM = link('src/cli/territoires-pack', WITHOUT)


def ask(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}).stdout


def write_pack(name, entries, views=('pages',)):
    """A sound pack of these entries, with a section for each view."""
    folder = Path(WORK.name) / name
    files = {'entries.json': ('entries', 'application/json', json.dumps(entries)), 'a.csv': ('table', 'text/csv', 'x,y\na,1\n'),
             'plan.txt': ('attachment', 'text/plain', 'A plan.'), 'words.json': ('vocabularies', 'application/json', json.dumps(
                 [{'id': 'theme', 'title': 'Themes', 'terms': [{'id': 'water', 'title': 'Water'}]}]))}
    resources = []
    folder.mkdir()
    for path, (role, mediatype, text) in files.items():
        (folder / path).write_text(text)
        resources.append({'name': path.split('.')[0], 'path': path, 'role': role, 'mediatype': mediatype, 'bytes': len(text.encode()),
                          'hash': 'sha256:' + hashlib.sha256(text.encode()).hexdigest()})
        if role == 'table':
            resources[-1]['schema'] = {'fields': [{'name': 'x', 'type': 'string'}, {'name': 'y', 'type': 'integer'}]}
    sections = [{'id': view, 'title': view, 'view': view, 'show': {'ids': ['a-theme'] if entries else []}} for view in views]
    (folder / 'datapackage.json').write_text(json.dumps({
        'format': [1, 0], 'name': 'rows', 'version': '1.0.0', 'title': 'Rows', 'description': 'Rows.', 'languages': ['en'], 'created': '2026-11-23',
        'licenses': [{'name': 'CC0-1.0'}], 'sections': sections, 'resources': resources}))
    return folder


FIGURE = {'id': 'f', 'title': 'F', 'spec': {'data': {'name': 'a'}, 'mark': 'bar', 'encoding': {'x': {'field': 'x', 'type': 'nominal'}, 'y': {'field': 'y', 'type': 'quantitative'}}}}
# What a kind must have, or what its rules look at. All share a tag with the theme.
OWN = {'document': {'documentType': 'method'}, 'webinar': {'start': '2026-05-28'}, 'kit': {'files': [{'path': 'plan.txt'}]}, 'dashboard': {'groups': [{'figures': [FIGURE]}]}}
ENTRIES = [{'id': f'a-{kind}', 'kind': kind, 'title': f'A {kind}', 'tags': ['theme:water'], **OWN.get(kind, {})} for kind in KINDS.values()]
PACK = write_pack('pack', ENTRIES, VIEWS.values())
EMPTY = write_pack('empty', [], VIEWS.values())


def issues(program, command, pack):
    """(code, pointer) of each problem."""
    return {(issue['code'], issue['pointer']) for issue in json.loads(ask(program, command, '--json', pack))['issues']}


@check
def the_tables_are_there_and_the_pack_is_sound():
    if len(KINDS) < 9 or len(VIEWS) < 8 or set(TRAITS) != set(KINDS.values()):
        yield f'kinds and views are not read: {KINDS}, {VIEWS}'
    told = json.loads(ask(SOUND, 'validate', '--json', PACK))
    if told['errors'] or any(issue['code'].endswith('-unknown') for issue in told['issues']):
        yield f'{told}'


@check
def the_checker_misses_each_kind_and_each_view():
    told = issues(PROGRAM, 'validate', PACK)
    for i, kind in enumerate(KINDS.values()):
        if ('kind-unknown', f'/{i}/kind') not in told:
            yield f'it knows {kind}'
    for i, view in enumerate(VIEWS.values()):
        if ('view-unknown', f'/sections/{i}/view') not in told:
            yield f'it knows {view}'


@check
def the_checker_misses_what_a_kind_is_made_of():
    """Members of a type that they are not: told as long as the row is there."""
    broken = [{**entry, **{row['member']: 'no object' if row['type'] == 'object' else {'no': 'value'} for row in member_rows(entry['kind'])}}
              for entry in ENTRIES]
    pack = write_pack('broken', broken)
    with_rows, without = issues(SOUND, 'validate', pack), issues(PROGRAM, 'validate', pack)
    for i, kind in enumerate(KINDS.values()):
        for member in members(kind):
            if ('member-type', f'/{i}/{member}') not in with_rows or ('member-type', f'/{i}/{member}') in without:
                yield f'{kind}: {member}'


def member_rows(kind):
    return [row for row in json.loads(ask(SOUND, 'schema', '--members', '--json')) if row['of'] == kind and re.fullmatch(r'\w+', row['member'])]


def members(kind):
    return [row['member'] for row in member_rows(kind)]


@check
def the_schemas_and_the_description_miss_each():
    common, entries, tables = ask(PROGRAM, 'schema', 'common'), ask(PROGRAM, 'schema', 'entries'), ask(PROGRAM, 'schema', '--members')
    for name in (*KINDS.values(), *VIEWS.values()):
        if f'"{name}"' in common:
            yield f'common.json has {name}'
        if f'| `{name}` | ' in tables.split('<!-- members: of each kind')[1] or f'`{name}`,' in tables.split('| `view` |')[1].split('\n')[0]:
            yield f'the tables have {name}'
    yield from (f'entries.json has {kind}' for kind in KINDS.values() if f'"const": "{kind}"' in entries)


@check
def a_comparison_has_no_phrase_for_a_kind():
    with_rows, without = ask(SOUND, 'diff', EMPTY, PACK), ask(PROGRAM, 'diff', EMPTY, PACK)
    for kind in KINDS.values():
        if f'{kind.capitalize()} added: ' not in with_rows or f'Entry added: A {kind}\n' not in re.sub(r'^\W*', '', without, flags=re.MULTILINE):
            yield kind


@check
def a_comparison_does_not_know_what_takes_place():
    later = write_pack('later', [{**entry, **({'start': '2026-05-29'} if 'start' in entry else {})} for entry in ENTRIES], VIEWS.values())
    with_rows, without = ask(SOUND, 'diff', '--json', PACK, later), ask(PROGRAM, 'diff', '--json', PACK, later)
    if '"moved"' not in with_rows or '"moved"' in without or '"changed"' not in without:
        yield with_rows + without


@check
def the_lint_loses_the_rules_of_a_kind():
    """Each rule at the kinds that have it, and no one else."""
    rules = {'source-missing': 'SOURCED', 'date-missing': 'DATED', 'license-missing': 'LICENSED'}
    with_rows, without = issues(SOUND, 'lint', PACK), issues(PROGRAM, 'lint', PACK)
    for i, kind in enumerate(KINDS.values()):
        for code, trait in rules.items():
            if ((code, f'/{i}') in with_rows) != (trait in TRAITS[kind]) or (code, f'/{i}') in without:
                yield f'{kind}: {code}'
        # The section names the theme itself; what is near it is reached through it.
        if (('entry-unreachable', f'/{i}') in with_rows) != (kind != 'theme' and 'NEAR_THEME' not in TRAITS[kind]):
            yield f'{kind}: reachable'
        if 'NEAR_THEME' in TRAITS[kind] and ('entry-unreachable', f'/{i}') not in without:
            yield f'{kind}: near its theme without its row'
        if 'HOLDS_FIGURES' in TRAITS[kind] and ('figure-description-missing', f'/{i}/groups/0/figures/0') not in with_rows - without:
            yield f'{kind}: its figures'


@check
def the_search_has_no_rank_for_a_kind():
    """The test of the ranks, which names each kind, fails."""
    case = ['-p', '/search/equal-hits-stand-in-the-order-of-their-kinds']
    sound, done = (subprocess.run([program, *case], capture_output=True, text=True, env={**os.environ, 'TER_SOURCE_DIR': str(SOURCE)})
                   for program in (BUILD / 'tests/core/test-search', link('tests/core/test-search', WITHOUT)))
    text = (SOURCE / 'tests/core/library/test-search.c').read_text()
    yield from (f'the test does not name {kind}' for kind in KINDS.values() if f'a-{kind}' not in text)
    if sound.returncode != 0 or done.returncode == 0 or 'a-carousel a-organisation' not in done.stderr:
        yield f'with the rows: {sound.returncode}, without: {done.returncode}\n{done.stderr}'


@check
def the_window_asks_for_a_page_of_each_row():
    if not (BUILD / 'src/ui').exists():
        return
    gone = compile_with(copy('gone', take_all), 'src/ui/navigation/ter-views.c', '-fsyntax-only').stderr
    for name in [*(f'TER_KIND_{name}' for name in KINDS), *(f'TER_VIEW_{name}' for name in VIEWS)]:
        if not re.search(rf'error: .*\b{name}\b', gone):
            yield f'nothing asks for {name}'
    new = compile_with(copy('new', add_one), 'src/ui/navigation/ter-views.c', '-fsyntax-only', '-Werror').stderr
    for name in ('TER_KIND_QUESTION', 'TER_VIEW_QUESTIONS'):
        if not re.search(rf'error: .*\b{name}\b.* not handled', new):
            yield f'a new row has no page, and nobody asks: {name}\n{new[:500]}'


run()
