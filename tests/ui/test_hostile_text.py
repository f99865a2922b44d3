#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack whose every text holds markup, marks of direction and more shows exactly its texts, and reaches for no network."""

import atexit
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from driver import BUILD, SOURCE, check, checks, run, test

sys.path.insert(0, str(SOURCE / 'tests/corpus'))
from make_hostile_text import KINDS, MARK, VIEWS, make  # noqa: E402

PACKS = Path(tempfile.mkdtemp(prefix='territoires-hostile-'))
atexit.register(shutil.rmtree, PACKS)
TEXTS = make(PACKS / 'hostile')
FIELDS = {int(MARK.match(text)[1]): (field, language) for (field, language), text in TEXTS.items()}
alone = {'arguments': ['--packs', PACKS]}

# What no page shows, and why. A field that is shown after all, or that is shown no more, fails the test.
NEVER_SHOWN = {
    r'resource\.(?!other\.title).*': 'a resource is told by what uses it: a table by its figure, a file by its kit',
    r'pack\.description|pack\.keywords\.0|pack\.contributors\.0\.title': 'told by the page of packs, not by the pack’s own pages',
    r'section\.home\.summary': 'the home page begins with the words of its first entry',
    r'figure\.number\.description': 'the alternative text of a drawing; a number needs none',
    r'poem\.picture\..*': 'of a kind that is not known, title, summary and text are shown',
    r'example\.keyFigures\.0\.unit': 'a value that is a text says its own unit',
    r'table\.\w+\.\w+\.description': 'for who makes tables',
    r'table\.\w+\.\w+\.(base|source)': 'a figure tells its own base and source',
    r'table\.(regions\.\w+|values\.order)\.title': 'no figure draws this column',
    r'vocabulary\.\w+\.(description|terms\.\d\.note)': 'for who writes entries',
    r'vocabulary\.(theme|field)\.terms\.\d\.description': 'a tag is its title',
    r'vocabulary\.confidence\.(title|terms\.0\.abbreviation)': 'the line that tells the confidence has a heading of ours',
    r'vocabulary\.glossary\..*': 'the glossary has no page yet',
}


# What is heard when the keyboard comes to these: the beginning of a text that stands whole elsewhere, or the test says "shown nowhere".
SHORT = {'article': '', 'button': 'Source', 'table row': ''}


def shown(app, field):
    language = app.language if (field, app.language) in TEXTS else 'xx'
    return re.compile(re.escape(TEXTS[field, language]))


class Reader:
    """Looks at pages, and keeps which texts stood there, whole or not."""

    def __init__(self, app):
        self.app, self.seen, self.problems = app, set(), []

    def look(self, where, cut=False):
        """@cut: whether passages of texts may stand here."""
        self.app.settle()
        checks.alive(self.app)
        nodes = self.app.nodes(hidden=True)
        self.problems += [f'{where}: {problem}' for problem in checks.names(self.app, nodes)]
        self.problems += [f'{where}: {problem}' for problem in checks.clipping(self.app, self.app.nodes())]
        for node in nodes:
            for text in {node.name, node.description, node.text() if node.role in ('label', 'text', 'heading', 'paragraph', '') else ''}:
                self.read(where, node, text, cut)

    def read(self, where, node, text, cut):
        for mark in MARK.finditer(text):
            field = FIELDS[int(mark[1])]
            if TEXTS[field] in text:
                self.seen.add(field)
            elif not ('…' in text and (cut or (node.role in SHORT and text.startswith(SHORT[node.role])))):
                self.problems.append(f'{where}: not as it is written, {".".join(field)}: {node.role} {ascii(text)}')

    def end(self):
        check(not self.problems, '\n'.join(dict.fromkeys(self.problems)))


def go_to_section(app, view):
    title = shown(app, f'section.{view}.title')
    for key in ('F9', 'alt+Left', 'F9', 'alt+Left', 'F9'):
        if app.shows('list item', title):
            break
        app.press(key)
        app.settle(2)
    app.click('list item', title)
    app.settle()


def open_entry(app, kind):
    """From the list that a view nobody knows becomes: it shows all entries."""
    go_to_section(app, 'atlas')
    app.click(node=app.find_all('list item', shown(app, f'{kind}.title'))[-1])
    app.settle()


def show_tables(app):
    for name in ('bars', 'titled', 'map'):
        app.tab_to('image', shown(app, f'figure.{name}.title'))
        app.press('t')
        app.settle()


def open_descriptions(app):
    for node in app.find_all('button', re.compile('^(Description de|Description of) ')):
        node.act()
    app.settle()


@test(languages=('fr', 'en'), **alone)
def every_text_is_shown_as_it_is_written(app):
    reader = Reader(app)
    for view in VIEWS:
        go_to_section(app, view)
        reader.look(f'section {view}')
    for kind in KINDS:
        open_entry(app, kind)
        reader.look(f'entry {kind}')
        if kind == 'dashboard':
            show_tables(app)
            open_descriptions(app)
            reader.look('tables of the dashboard')
    for field, language in TEXTS:
        reason = next((reason for pattern, reason in NEVER_SHOWN.items() if re.fullmatch(pattern, field)), None)
        is_shown = (field, language) in reader.seen
        if language not in (app.language, 'xx') and is_shown:
            reader.problems.append(f'shown although it is of another language: {field} ({language})')
        elif language in (app.language, 'xx') and is_shown == bool(reason):
            reader.problems.append(f'{"shown after all" if is_shown else "shown nowhere"}: {field} ({language})')
    reader.end()


@test(sizes=('360x720',), **alone)
def hostile_texts_fit_a_narrow_window(app):
    reader = Reader(app)
    for view in VIEWS:
        go_to_section(app, view)
        reader.look(f'section {view}')
    for kind in KINDS:
        open_entry(app, kind)
        reader.look(f'entry {kind}')
    reader.end()


@test(**alone)
def hostile_texts_are_found_and_filtered(app):
    reader = Reader(app)
    app.press('ctrl+f')
    app.type('mnemonique')
    app.find('list item', shown(app, 'document.title'))
    reader.look('search', cut=True)
    app.press('Escape')
    go_to_section(app, 'examples')
    app.click('check box', shown(app, 'vocabulary.field.terms.0.title'))
    app.find('label', '1 exemple sur 2')
    reader.look('filters')
    reader.end()


@test()
def every_member_that_holds_a_text_is_in_the_pack():
    """By the table of the format that the checker reads."""
    done = subprocess.run([str(BUILD / 'src/cli/territoires-pack'), 'schema', '--members', '--json'], capture_output=True, text=True, check=True)
    members = [(row['member'].split('.')[-1].removesuffix('[]'), row['type']) for row in json.loads(done.stdout)]
    wanted = {name for name, kind in members if kind in ('text', 'commonmark', 'scalar')} - {'roles', 'weight'}  # the weight of a mean is the name of a column
    found = set()

    def walk(value, name):
        if isinstance(value, dict):
            for member, inner in value.items():
                walk(inner, member.split('@')[0])
        elif isinstance(value, list):
            for inner in value:
                walk(inner, name)
        elif isinstance(value, str) and MARK.search(value):
            found.add(name)
    for path in [PACKS / 'hostile/datapackage.json', *(PACKS / 'hostile/content').glob('*.json')]:
        walk(json.loads(path.read_text()), '')
    # The name of a column is what specifications call it by; that of a speaker is in the pack.
    check(len(wanted) > 20 and not wanted - found, f'without a hostile text: {sorted(wanted - found)}')
    done = subprocess.run([str(BUILD / 'src/cli/territoires-pack'), 'validate', '--quiet', str(PACKS / 'hostile')], capture_output=True, text=True)
    check(done.returncode == 0, f'the pack is not sound:\n{done.stdout[:2000]}')


@test()
def the_command_line_leaves_the_terminal_alone():
    """What turns round or obeys is shown as U+FFFD; all else of the text is there."""
    other = PACKS.parent / (PACKS.name + '-other')
    atexit.register(shutil.rmtree, other)
    make(other)
    path = other / 'content/entries.json'
    entries = json.loads(path.read_text())
    path.write_text(json.dumps([entry | {'title': entry['title'] + '\x1b[31m\x9b2J'} for entry in entries[1:]]))
    for command in (['diff', PACKS / 'hostile', other], ['validate', other], ['diff', '--json', PACKS / 'hostile', other], ['validate', '--json', other]):
        done = subprocess.run([str(BUILD / 'src/cli/territoires-pack'), *map(str, command)], capture_output=True, encoding='utf-8',
                              env={'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'fr'})
        bad = [c for c in '\x1b\x9b\u202e\u2066\u2068' if c in done.stdout + done.stderr]
        check(not bad, f'{command[:2]}: {ascii(done.stdout[:1000])}')
        check(done.returncode == 1, f'{command}: {done.returncode}')
    text = subprocess.run([str(BUILD / 'src/cli/territoires-pack'), 'diff', str(PACKS / 'hostile'), str(other)], capture_output=True, encoding='utf-8').stdout
    title = TEXTS['theme.title', 'fr' if 'fr' in text else 'en'].replace('\u202e', '\ufffd').replace('\u2066', '\ufffd')
    check(any(TEXTS['theme.title', language].replace('\u202e', '\ufffd').replace('\u2066', '\ufffd') in text for language in ('fr', 'en')),
          f'not there: {ascii(title)} in {ascii(text[:1000])}')


# -- network -------------------------------------------------------------------------------------------------------

SOCKET = re.compile(r'\b(?:socket|socketpair)\((\w+)|sa_family=(\w+)')
STRACE = ['strace', '-f', '-qq', '-e', 'trace=%network']
watched = shutil.which('strace') is not None and subprocess.run([*STRACE, '-o', '/dev/null', 'true'], capture_output=True).returncode == 0


def families(log):
    """The families of addresses in what strace wrote."""
    return {family for pair in SOCKET.findall(log) for family in pair if family}


@test()
def a_call_to_the_network_would_be_seen():
    if not watched:
        return
    log = PACKS / 'seen.log'
    subprocess.run([*STRACE, '-o', str(log), sys.executable, '-c', 'import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("127.0.0.1", 9))'], check=True)
    check('AF_INET' in families(log.read_text()), f'not seen: {log.read_text()}')


def traced():
    """The program as strace runs it: a script, for the driver starts one program."""
    script = PACKS / 'traced.sh'
    script.write_text(f'#!/bin/sh\nexec {" ".join(STRACE)} -o {PACKS}/network.log {BUILD}/src/ui/territoires "$@"\n')
    script.chmod(0o755)
    return script


if watched:
    @test(program=traced(), seconds=60, **alone)
    def opening_and_reading_asks_nothing_of_the_network(app):
        for view in VIEWS:
            go_to_section(app, view)
        for kind in KINDS:
            open_entry(app, kind)
        app.press('ctrl+f')
        app.type('voirie')
        app.settle()
        log = (PACKS / 'network.log').read_text()
        check('AF_UNIX' in log, 'strace wrote nothing')
        other = families(log) - {'AF_UNIX'}
        check(not other, f'{sorted(other)}:\n' + '\n'.join(line for line in log.splitlines() if any(name in line for name in other))[:2000])
else:
    print('# strace cannot be used here: the network is not watched')


run()
