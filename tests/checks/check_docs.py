#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents name is there: files, functions, types, commands, tests, and where links lead.

    check_docs.py [BUILD-FOLDER]    with a build folder the names of its tests are known, too

Decisions tell of their day, and are left out.
"""

import json
import re
import sys
from pathlib import Path

from house import but_for_exceptions, label
from tap import SOURCE, check, run, sources

DOCS = [path for path in sources('*.md') if path.parent in (SOURCE, SOURCE / 'docs', SOURCE / 'flatpak')]
texts = {path: path.read_text() for path in DOCS}
tracked = {label(path) for path in sources('*')}
tails = {'/'.join(parts[start:]) for parts in (name.split('/') for name in tracked) for start in range(len(parts))}
folders = {str(Path(*parts[:end])) for parts in (Path(name).parts for name in tracked) for end in range(1, len(parts))}
code = '\n'.join(path.read_text(errors='replace') for path in [*sources('src/*', 'tests/*.c', 'tests/*.h', 'tests/*.py'), SOURCE / 'dev'])
words_of_code = set(re.findall(r'\w+', code))
SUFFIXES = r'\.(?:c|h|py|mjs|md|json|txt|tsv|sql|sh|blp|css|build|po)'
# A word in capitals stands for something, as do x and y: ter-mark-NAME.c, tests/core/x/test-y.c.
PLACEHOLDER = re.compile(r'(?<=[/-])[xy](?=[./]|$)|(?<![A-Za-z])(?!README|CONTRIBUTING)[A-Z]{2,}(?![a-z])|[<>*…|{}$~]|\.\.')


def quoted(text):
    """(line, words) between backquotes, and lines that are set in as commands."""
    for number, line in enumerate(text.splitlines(), 1):
        for words in re.findall(r'`([^`]+)`', line):
            yield number, words
        if line.startswith('    ') and not line.lstrip().startswith(('-', '*')):
            yield number, re.sub(r'\s{2,}.*| #.*', '', line.strip())


def all_quoted(documents=None):
    for path in documents or DOCS:
        for number, words in quoted(texts[path]):
            yield f'{label(path)}:{number}', words


def files_named():
    for where, words in all_quoted():
        if ' ' in words or PLACEHOLDER.search(words) or words.startswith(('/', '-', '.')):
            continue
        if re.fullmatch(rf'[\w@./-]+{SUFFIXES}', words) and words not in tails:
            yield words, where
        elif re.fullmatch(r'(?:src|tests|data|docs|build-aux|flatpak|core|ui|po)/[\w./-]+', words):
            name = words.rstrip('/')
            known = tracked | folders | {path.rsplit('.', 1)[0] for path in tracked}
            if not any(f'{start}{name}' in known for start in ('', 'src/', 'docs/')):
                yield words, where
        elif re.fullmatch(r'ter-[a-z0-9-]+', words) and not {f'{words}.c', f'{words}.h', f'{words}.blp'} & tails:
            yield words, where


@check
def files_that_documents_name_are_there():
    yield from but_for_exceptions('docs-files', files_named())


def names_of_code():
    for where, words in all_quoted():
        for name in re.findall(r'\b(?:ter_\w+|TER_[A-Z_]+|Ter[A-Z]\w+)\b', words):
            if name not in words_of_code and not name.endswith('_'):
                yield name, where


@check
def functions_and_types_that_documents_name_are_there():
    yield from but_for_exceptions('docs-names', names_of_code())


def commands_named():
    dev = (SOURCE / 'dev').read_text()
    known = set(re.search(r'^  build\|([\w|]+)\) ;;$', dev, re.MULTILINE)[0].strip(' );').split('|')) | {'help', 'clean'}
    for where, words in all_quoted():
        for command in re.findall(r'(?:^|\s)\./dev ([a-z]+)', words):
            if command not in known:
                yield f'./dev {command}', where
        for command in re.findall(r'\bterritoires-pack ([a-z]+)', words):
            if f'src/cli/cmd-{command}.c' not in tracked and command != 'help':
                yield f'territoires-pack {command}', where


@check
def commands_that_documents_name_are_there():
    yield from but_for_exceptions('docs-commands', commands_named())


def tests_named(names):
    for where, words in all_quoted():
        for asked in re.findall(r'\./dev test((?: [a-z][\w-]*)+)', words):
            for name in asked.split():
                if not any(name in known for known in names):
                    yield f'./dev test {name}', where
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            for name in re.findall(r'(?<!\*)\*(check-[a-z-]+|[a-z]+-agreement|cli-schema)\*', line):
                if name not in names:
                    yield name, f'{label(path)}:{number}'


@check
def tests_that_documents_name_are_there():
    if len(sys.argv) > 1:
        listed = json.loads(Path(sys.argv[1], 'meson-info/intro-tests.json').read_text())
        yield from but_for_exceptions('docs-tests', tests_named({test['name'] for test in listed}))


@check
def links_of_documents_lead_somewhere():
    for path, text in texts.items():
        for target in re.findall(r'\]\(([^)#\s]+)', re.sub(r'`[^`\n]*`', '', text)):
            if not re.match(r'[a-z]+:', target) and not (path.parent / target).exists():
                yield f'{label(path)}: {target}'


run()
