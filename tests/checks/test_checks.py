#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A check that cannot fail proves nothing: each is given a small sound tree, then the same with one mistake that it alone must tell."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import check, run

HERE = Path(__file__).resolve().parent
LICENCE = '/* SPDX */\n'
SOUND = {
    'src/core/meson.build': "core_folders = [\n  'base',\n  'pack',\n]\n# ter-date.c ter-long.c ter-pack.c ter-row.c\n",
    'src/ui/meson.build': "ui_folders = [\n  'parts',\n  'pages',\n]\n",
    'src/core/base/ter-date.h': LICENCE + '#pragma once\n\n/* A day. */\nint ter_date_get_day (void);\n',
    'src/core/base/ter-date.c': LICENCE + '#include "ter-date.h"\n\nint\nter_date_get_day (void)\n{\n  return 1;\n}\n',
    'src/core/base/ter-date-private.h': LICENCE + '#pragma once\n\nint ter_date_private (void);\n',
    'src/core/pack/ter-pack.h': LICENCE + '#pragma once\n\n#include "ter-date.h"\n\n/* @n sections. */\nint ter_pack_open (int n);\nint ter_pack_get_n (void); /* never below 0 */\n',
    'src/core/pack/ter-pack.c': LICENCE + '#include "ter-pack.h"\n',
    'src/ui/parts/ter-row.h': LICENCE + '#pragma once\n\n#include "ter-pack.h"\n\nint ter_row_new (void);\n',
    'src/ui/parts/ter-row.c': LICENCE + '#include "ter-row.h"\n#include <glib/gi18n.h>\n',
    'src/ui/pages/ter-page.h': LICENCE + '#pragma once\n\n#include "ter-row.h"\n',
    'tests/core/base/test-date.c': LICENCE,
    'tests/core/pack/test-pack.c': LICENCE,
    'tests/meson.build': 'test-date.c test-pack.c\n',
    'tests/checks/exceptions.txt': '[arrows]\n',
}
BODY = '  ter ();\n'
# What goes wrong: {the check that tells: [(what, changes of the tree)]}. A change adds to a file, or makes it; None takes it away.
MISTAKES = {
    'a header has a name of its own': [('twice', {'src/ui/parts/ter-page.h': '#pragma once\n'})],
    'a layer includes only those below': [
        ('core of ui', {'src/core/pack/ter-pack.c': '#include "ter-row.h"\n'}),
        ('core of paint', {'src/paint/ter-paint.h': '#pragma once\n', 'src/core/pack/ter-pack.c': '#include "ter-paint.h"\n'}),
        ('paint of ui', {'src/paint/ter-paint.h': '#include "ter-row.h"\n'}),
        ('ui of cli', {'src/cli/cli-report.h': '#pragma once\n', 'src/ui/parts/ter-row.c': '#include "cli-report.h"\n'}),
    ],
    'paint knows no gtk': [
        ('a header of GTK', {'src/paint/ter-paint.c': '#include <gtk/gtk.h>\n'}),
        ('of GDK', {'src/paint/ter-paint.h': '#pragma once\n#include <gdk/gdk.h>\n'}),
        ('of libadwaita', {'src/paint/ter-paint.c': '#include <adwaita.h>\n'}),
        ('a type without its header', {'src/paint/ter-paint.c': 'static void paint (GtkSnapshot *snapshot);\n'}),
    ],
    'a folder includes only what stands before it': [
        ('core', {'src/core/base/ter-date.c': '#include "ter-pack.h"\n'}),
        ('paint', {'src/paint/meson.build': "paint_folders = [\n  'canvas',\n  'charts',\n]\n# ter-canvas.c\n",
                   'src/paint/charts/ter-bar.h': '#pragma once\n', 'src/paint/canvas/ter-canvas.c': '#include "ter-bar.h"\n'}),
        ('ui, from a header', {'src/ui/parts/ter-row.h': '#include "ter-page.h"\n'}),
        ('a folder that is not listed', {'src/ui/more/ter-more.h': '#include "ter-row.h"\n'}),
        ('an exception without a reason', {'src/core/base/ter-date.c': '#include "ter-pack.h"\n', 'tests/checks/exceptions.txt': 'ter-date.c > ter-pack.h\n'}),
        ('an exception that is none', {'tests/checks/exceptions.txt': 'ter-row.c > ter-page.h  it was so\n'}),
    ],
    'files functions and folders are short': [
        ('file', {'src/core/pack/ter-pack.c': '\n' * 600}),
        ('header', {'src/ui/parts/ter-row.h': '\n' * 600}),
        ('function', {'src/core/pack/ter-pack.c': f'\nint\nter_pack_open (int n)\n{{\n{BODY * 58}}}\n'}),
        ('folder', {f'src/ui/pages/ter-{letter}.c': LICENCE for letter in 'abcdefghijklmno'}),
    ],
    'each module of core has a test': [('none', {'tests/core/pack/test-pack.c': None})],
    'public functions of core have words': [
        ('a blank line between', {'src/core/pack/ter-pack.h': '/* Another. */\n\nint ter_pack_close (void);\n'}),
        ('only the one before', {'src/core/pack/ter-pack.h': '/* Two. */\nint ter_pack_one (void);\nint ter_pack_two (void);\n'}),
        ('over two lines', {'src/core/pack/ter-pack.h': 'int *\nter_pack_close (int a,\n  int b);\n'}),
    ],
    'a function begins with the name of its file': [
        ('another', {'src/ui/parts/ter-row.h': 'int ter_rows_new (void);\n'}),
        ('private', {'src/core/base/ter-date-private.h': 'int ter_day (void);\n'}),
        ('a family of another header', {'src/ui/parts/ter-row.h': 'int ter_level_new (void);\n', 'tests/checks/exceptions.txt': '[families]\nter-pack.h ter_level  a value\n'}),
    ],
    'a layer has one gettext header': [
        ('core', {'src/core/pack/ter-pack.c': '#include <glib/gi18n.h>\n'}),
        ('ui', {'src/ui/parts/ter-row.c': '#include <glib/gi18n-lib.h>\n'}),
    ],
}
# What check_sources.py asks for.
FOR_SOURCES = {'src/core/base/ter-limits.h': LICENCE, 'tests/ui/meson.build': '# none\n'}
# Nothing wrong, although it looks like it.
FINE = {
    'a family': {'src/ui/parts/ter-row.h': 'int ter_level_new (void);\n', 'tests/checks/exceptions.txt': '[families]\nter-row.h ter_level  a value\n'},
    'an exception': {'src/core/base/ter-date.c': '#include "ter-pack.h"\n', 'tests/checks/exceptions.txt': 'ter-date.c > ter-pack.h  for now\n'},
    'the type on a line of its own': {'src/core/pack/ter-pack.h': '/* Closes. */\nint *\nter_pack_close (int a,\n  int b);\n'},
    'words in the C file': {'src/core/pack/ter-pack.h': 'int ter_pack_close (void);\n', 'src/core/pack/ter-pack.c': '\n/* Closes. */\nint\nter_pack_close (void)\n{\n}\n'},
    'in a comment, in a text': {'src/core/pack/ter-pack.c': '/*\n#include "ter-row.h"\n*/\nconst char *text = "/*";\n'},
    'the longest': {'src/core/pack/ter-pack.c': f'\nint\nter_pack_open (int n)\n{{\n{BODY * 57}}}\n'},
}


def tell(changes, script='check_layers.py', arguments=()):
    """{name of a check: did it pass} for the sound tree with these changes."""
    with tempfile.TemporaryDirectory() as folder:
        tree = {name: text for name, text in SOUND.items()}
        for name, text in changes.items():
            tree[name] = None if text is None else tree.get(name, '') + text
        for name, text in tree.items():
            if text is not None:
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        shutil.copy(HERE.parents[1] / '.clang-format', folder)
        done = subprocess.run([sys.executable, HERE / script, *arguments], cwd=folder, env=os.environ | {'TER_SOURCE_DIR': folder}, capture_output=True, text=True)
    told = {name: not wrong for wrong, name in re.findall(r'^(not )?ok \d+ - (.+)$', done.stdout, re.MULTILINE)}
    return told or {done.stderr: False}


def expect(changes, wrong, what, **options):
    told = {name for name, passed in tell(changes, **options).items() if not passed}
    if told != wrong:
        yield f'{what}: told {sorted(told) or "nothing"} instead of {sorted(wrong) or "nothing"}'


@check
def a_sound_tree_passes():
    yield from expect({}, set(), 'sound')
    for what, changes in FINE.items():
        yield from expect(changes, set(), what)


@check
def each_mistake_is_told_by_its_check_alone():
    for name in tell({}):
        if name not in MISTAKES:
            yield f'no mistake is tried for: {name}'
    for name, cases in MISTAKES.items():
        for what, changes in cases:
            yield from expect(changes, {name}, f'{name} ({what})')


@check
def what_is_not_formatted_is_told():
    if shutil.which('clang-format') and ' version 19.' in subprocess.run(['clang-format', '--version'], capture_output=True, text=True).stdout:
        yield from expect(FOR_SOURCES, set(), 'sound sources', script='check_sources.py')
        told = tell({**FOR_SOURCES, 'src/core/pack/ter-pack.c': 'int ter(int a){return a;}\n'}, script='check_sources.py')
        if told.get('c is formatted') is not False:
            yield 'a file that is not formatted passes'


DOC = 'Read `ter_date_get_day()` in `src/core/base/ter-date.c`, `ter-date` for short, or [this](other.md). `./dev build`, `ter-mark-NAME.c`.\n'
FOR_DOCS = {'dev': '  build|run) ;;\n', 'docs/testing.md': DOC, 'docs/other.md': 'None.\n'}
WRONG_WORDS = {
    'files that documents name are there': ('`src/core/base/ter-gone.c`', '`ter-gone`', '`core/gone`', '`gone.md`'),
    'functions and types that documents name are there': ('`ter_date_gone()`', '`TerGone`', '`TER_GONE`'),
    'commands that documents name are there': ('`./dev gone`', '`territoires-pack gone`'),
    'links of documents lead somewhere': ('[that](gone.md)', '[that](../gone.md#here)'),
}


@check
def what_documents_name_and_is_gone_is_told():
    yield from expect(FOR_DOCS, set(), 'sound documents', script='check_docs.py')
    for name, cases in WRONG_WORDS.items():
        for words in cases:
            yield from expect({**FOR_DOCS, 'docs/testing.md': DOC + words + '\n'}, {name}, words, script='check_docs.py')
    listed = {'build/meson-info/intro-tests.json': json.dumps([{'name': 'check-layers'}])}
    for words, wrong in (('*check-layers*, `./dev test layers`', set()), ('*check-gone*', {'tests that documents name are there'}),
                         ('`./dev test gone`', {'tests that documents name are there'})):
        changes = {**FOR_DOCS, **listed, 'dev': '  build|test) ;;\n', 'docs/testing.md': DOC + words + '\n'}
        yield from expect(changes, wrong, words, script='check_docs.py', arguments=['build'])


# An analyser finds the first, clang-tidy the second.
BUGS = (
    ('the analyser of gcc finds nothing', '#include <stdlib.h>\nchar ter_gone (char *a)\n{\n  free (a);\n  return *a;\n}\n', None),
    ('clang tidy finds no bug', 'void ter_wait (void)\n{\n  int i = 0, n = 0;\n  while (i < 10)\n    n++;\n}\n', 'clang-tidy'),
)


@check
def a_bug_is_told_by_its_analyser():
    for name, text, program in BUGS:
        if program and not shutil.which(program):
            continue
        changes = {'build/compile_commands.json': json.dumps([{'file': '../src/core/base/ter-bug.c', 'command': 'cc -O2 -o a.o -c ../src/core/base/ter-bug.c'}])}
        yield from expect(changes | {'src/core/base/ter-bug.c': '/* none */\n'}, set(), f'{name} (no bug)', script='check_analysis.py', arguments=['build'])
        yield from expect(changes | {'src/core/base/ter-bug.c': text}, {name}, name, script='check_analysis.py', arguments=['build'])


run()
