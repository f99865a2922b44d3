#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps the house in order: layers, sizes, names, words on functions, a test for each module.

Exceptions stand in exceptions.txt, each with its reason; one that is none any more is a mistake too.

    python3 tests/checks/check_layers.py --prune     takes the lines away that are no exceptions any more
"""

import re
import sys
from collections import defaultdict

from house import EXCEPTIONS, UNDERSTOOD, but_for_exceptions, declarations, functions, includes, label, prune, without_comments
from tap import SOURCE, check, run, sources

BELOW = {'core': set(), 'paint': {'core'}, 'ui': {'core', 'paint'}, 'cli': {'core'}}
FILE_LINES, FUNCTION_LINES, FOLDER_FILES = 600, 60, 14
# How a layer gets _(): a library asks its own domain, a program has set it.
GETTEXT = {'core': 'glib/gi18n-lib.h', 'paint': 'glib/gi18n-lib.h', 'ui': 'glib/gi18n.h', 'cli': 'glib/gi18n.h'}

texts = {path: path.read_text() for path in sources('src/*.c', 'src/*.h')}
headers = {path.name: path for path in texts if path.suffix == '.h'}


def layer(path):
    return path.relative_to(SOURCE).parts[1]


def folder(path):
    return str(path.parent.relative_to(SOURCE / 'src' / layer(path)))


def private(path):
    return path.stem.endswith('-private')


def folder_order(name):
    """The folders of a layer from below to above, as its meson.build lists them."""
    build = SOURCE / 'src' / name / 'meson.build'
    listed = re.search(rf'^{name}_folders = \[(.*?)^\]', build.read_text() if build.exists() else '', re.MULTILINE | re.DOTALL)
    return re.findall(r"^\s*'([^']+)'", listed[1], re.MULTILINE) if listed else []


def inclusions():
    for path, text in texts.items():
        for header in includes(text):
            if header in headers:
                yield path, headers[header]


@check
def a_header_has_a_name_of_its_own():
    for path in texts:
        if path.suffix == '.h' and headers[path.name] != path:
            yield f'{label(path)}: {label(headers[path.name])} has the same name'


@check
def a_layer_includes_only_those_below():
    for path, header in inclusions():
        if layer(header) not in BELOW.get(layer(path), set()) | {layer(path)}:
            yield f'{label(path)} includes {label(header)}'


@check
def paint_knows_no_gtk():
    for path, text in texts.items():
        if layer(path) == 'paint':
            for number, line in enumerate(without_comments(text).splitlines(), 1):
                if re.search(r'#\s*include\s*[<"](gtk|gdk|gsk|adwaita|graphene)|\b(gtk|gdk|gsk|adw)_|\b(Gtk|Gdk|Gsk|Adw)[A-Z]', line):
                    yield f'{label(path)}:{number}: {line.strip()}'


def arrows_up():
    order = {name: folder_order(name) for name in BELOW}
    for path, header in inclusions():
        name, here, there = layer(path), folder(path), folder(header)
        if layer(header) != name or here == there or here == '.' or not order.get(name):
            continue
        if here not in order[name] or there not in order[name]:
            yield f'{path.name} > {header.name}', f'src/{name}/meson.build does not list the folders {here} and {there}'
        elif order[name].index(here) < order[name].index(there):
            yield f'{path.name} > {header.name}', f'{name}/{here} stands before {name}/{there} in meson.build'


@check
def a_folder_includes_only_what_stands_before_it():
    yield from but_for_exceptions('arrows', arrows_up())


def long_ones():
    files = defaultdict(int)
    for path, text in texts.items():
        if text.count('\n') > FILE_LINES:
            yield path.name, f'{text.count(chr(10))} lines, more than {FILE_LINES}'
        if path.suffix == '.c':
            files[path.parent] += 1
            for function in functions(text):
                if function.length > FUNCTION_LINES:
                    yield function.name, f'{path.name}:{function.line}: {function.length} lines, more than {FUNCTION_LINES}'
    for place, number in files.items():
        if number > FOLDER_FILES:
            yield label(place), f'{number} C files, more than {FOLDER_FILES}'


@check
def files_functions_and_folders_are_short():
    yield from but_for_exceptions('sizes', long_ones())


def untested():
    tests = {path.name for path in sources('tests/core/*.c')}
    for path in texts:
        if layer(path) == 'core' and path.suffix == '.h' and not private(path) and path.with_suffix('.c') in texts:
            name = f'test-{path.stem.removeprefix("ter-")}.c'
            if name not in tests:
                yield path.stem, f'no {name} in tests/core'


@check
def each_module_of_core_has_a_test():
    yield from but_for_exceptions('untested', untested())


def public(*names):
    for path, text in texts.items():
        if path.suffix == '.h' and layer(path) in names:
            for declaration in declarations(text):
                yield path, declaration


def undocumented():
    """The words stand in the header, or, when they are long, before the function itself."""
    explained = {function.name for path, text in texts.items() if path.suffix == '.c' and layer(path) == 'core' for function in functions(text) if function.documented}
    for path, declaration in public('core'):
        if not private(path) and not declaration.documented and declaration.name not in explained and not UNDERSTOOD.search(declaration.name):
            yield declaration.name, f'{label(path)}:{declaration.line}: no comment says what it does'


@check
def public_functions_of_core_have_words():
    yield from but_for_exceptions('undocumented', undocumented())


def misnamed():
    """A name begins with that of its header or of the file that defines it, or with one of the families listed for the header."""
    families = defaultdict(list)
    for subject in EXCEPTIONS['families']:
        header, _, prefix = subject.partition(' ')
        families[header].append(prefix)
    homes = {function.name: path for path, text in texts.items() if path.suffix == '.c' for function in functions(text) if not function.static}
    for path, declaration in public(*BELOW):
        stems = {path.stem.removesuffix('-private'), homes.get(declaration.name, path).stem}
        if not any(f'{declaration.name}_'.startswith(stem.replace('-', '_') + '_') for stem in stems):
            family = next((prefix for prefix in families[path.name] if f'{declaration.name}_'.startswith(prefix + '_')), None)
            if family:
                yield True, f'{path.name} {family}', ''
            else:
                yield False, declaration.name, f'{label(path)}:{declaration.line}: does not begin with {path.stem.replace("-", "_")}'


@check
def a_function_begins_with_the_name_of_its_file():
    found = list(misnamed())
    yield from but_for_exceptions('names', [problem for family, *problem in found if not family])
    yield from but_for_exceptions('families', [problem for family, *problem in found if family])


def gettext_headers():
    for path, text in texts.items():
        for header in re.findall(r'^#include <(glib/gi18n[\w-]*\.h)>', text, re.MULTILINE):
            if header != GETTEXT.get(layer(path)):
                yield path.name, f'{layer(path)} gets _() from <{GETTEXT.get(layer(path))}>, not from <{header}>'


@check
def a_layer_has_one_gettext_header():
    yield from but_for_exceptions('gettext', gettext_headers())


if '--prune' in sys.argv:
    found = list(misnamed())
    prune({'arrows': arrows_up(), 'sizes': long_ones(), 'untested': untested(), 'undocumented': undocumented(), 'gettext': gettext_headers(),
           'names': [problem for family, *problem in found if not family], 'families': [problem for family, *problem in found if family]})
else:
    run()
