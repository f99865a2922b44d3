#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GCC's analyser and clang-tidy's look for bugs, over all of src.

    check_analysis.py BUILD-FOLDER [gcc | clang-tidy] [WORD…]

Both tools look unless one is named. With words only the files whose path holds one of them are looked at, and exceptions are not held against what is there.

What a file's analysis told is kept by what the file, the headers of ours that it includes, and its command hold: a file that did not change
is not analysed again, in this tree or in another. TER_ANALYSIS_CACHE names the folder; it is in the build folder when it says nothing.
"""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from house import EXCEPTIONS, but_for_exceptions, includes
from tap import SOURCE, check, run, sources

BUILD, WORDS = Path(sys.argv[1]).resolve(), sys.argv[2:]
ONLY = WORDS.pop(0) if WORDS[:1] in (['gcc'], ['clang-tidy']) else None
CACHE = Path(os.environ.get('TER_ANALYSIS_CACHE') or BUILD / 'tests/checks/analysis')
KEPT_SECONDS = 30 * 24 * 3600  # that nobody asked for it
WORTH_IT = 20  # files, of the seconds that their common headers take once
# Of clang-tidy's, those that find bugs; the rest of the group is taste, or never right for GLib's types and macros.
TIDY = '-*,' + ','.join(('bugprone-*', *(f'-bugprone-{name}' for name in (
    'assignment-in-if-condition',  # C's own way, held by -Wparentheses
    'casting-through-void',  # G_OBJECT() and g_array_index() do
    'branch-clone',  # rows of a switch may do the same
    'easily-swappable-parameters',
    'implicit-widening-of-multiplication-result',
    'inc-dec-in-conditions',  # && and || have an order in C
    'macro-parentheses',  # macros here make declarations and rows
    'multi-level-implicit-pointer-conversion',  # gpointer
    'narrowing-conversions',  # of gsize and guint, everywhere in GLib
    'reserved-identifier',  # struct _TerX is GLib's way
    'sizeof-expression',  # of pointers in pointer arrays
))))
headers = {path.name: path for path in sources('src/*.h')} | {path.name: path for path in BUILD.glob('*.h')}
texts = {}
# Not with -w, which silences the analyser too.
ANALYSER = ('-fanalyzer', '-S', '-o', '/dev/null')


def read(path):
    if path not in texts:
        texts[path] = path.read_text()
    return texts[path]


def reachable(path, seen):
    """The file and all headers of ours that it sees."""
    if path not in seen:
        seen.add(path)
        for name in includes(read(path)):
            if name in headers:
                reachable(headers[name], seen)
    return seen


def commands():
    """{file of src: the compiler's words, without those that say where the result goes}"""
    kept = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        path = (BUILD / entry['file']).resolve()
        if path.suffix != '.c' or SOURCE / 'src' not in path.parents or path in kept:
            continue
        if WORDS and not any(word in str(path.relative_to(SOURCE)) for word in WORDS):
            continue
        words, result = shlex.split(entry['command']), []
        while words:
            word = words.pop(0)
            if word in ('-MQ', '-MF', '-o', '-c'):
                words.pop(0)
            elif word not in ('ccache', '-MD', '-Werror') and not word.startswith(('-Werror=', '-fsanitize', '-fdiagnostics')):
                result.append(word)
        kept[path] = result
    return kept


class Headers:
    """What all files of a layer include (src/LAYER/pch), read once for those that have the same command."""

    def __init__(self, folder, items):
        self.folder, self.made = Path(folder), {}
        self.commands = Counter((self.header(path), *words) for path, words in items)

    @staticmethod
    def header(path):
        return next((SOURCE / 'src' / path.relative_to(SOURCE).parts[1]).glob('pch/*.h'), None)

    def make(self, tool):
        """Before the threads: what is missing is read from the text, as ever."""
        for key, number in self.commands.items():
            if key[0] and number >= WORTH_IT:
                stem = self.folder / f'{tool.__name__}-{len(self.made)}.h'
                stem.write_text(f'#include "{key[0]}"\n')
                if subprocess.run(tool.header_command(list(key[1:]), stem), cwd=BUILD, capture_output=True).returncode == 0:
                    self.made[key] = stem

    def get(self, path, words):
        return self.made.get((self.header(path), *words))


def without_warnings(words):
    """Warnings of the compiler's own are the build's matter."""
    return [word for word in words if not word.startswith('-W')]


def gcc(path, words, header):
    included = ['-include', header] if header else []
    done = subprocess.run([*without_warnings(words), *included, *ANALYSER, path], cwd=BUILD, capture_output=True, text=True)
    told = re.findall(r'^(\S+?):(\d+):\d+: warning: (.*) \[(-Wanalyzer-[\w-]+)\]$', done.stderr, re.MULTILINE)
    if done.returncode != 0:
        return [(str(path), '1', done.stderr[-500:], 'gcc')]
    # What is told of a function of a library's header is this file's, which calls it.
    return [(name, line, words_told, rule) if SOURCE in (BUILD / name).resolve().parents else (str(path), '1', f'{name}: {words_told}', rule)
            for name, line, words_told, rule in told]


gcc.header_command = lambda words, stem: [*without_warnings(words), '-fanalyzer', '-x', 'c-header', stem, '-o', f'{stem}.gch']


def tidy(path, words, header):
    included = ['-include-pch', f'{header}.pch'] if header else []
    done = subprocess.run(['clang-tidy', '--quiet', f'--checks={TIDY}', path, '--', '-w', *included, *without_warnings(words)[1:]], cwd=BUILD,
                          capture_output=True, text=True)
    told = re.findall(r'^(\S+?):(\d+):\d+: (?:warning|error): (.*) \[([\w.,-]+)\]$', done.stdout, re.MULTILINE)
    return [(name, line, words_told, rule.split(',')[0]) for name, line, words_told, rule in told if SOURCE / 'src' in (BUILD / name).resolve().parents]


tidy.header_command = lambda words, stem: [Path(shutil.which('clang-tidy')).resolve().with_name('clang'), '-w', *without_warnings(words)[1:],
                                           '-x', 'c-header', stem, '-o', f'{stem}.pch']


def version(program):
    return subprocess.run([program, '--version'], capture_output=True, text=True).stdout


def told_of(section, tool, program):
    problems = analyse(tool, program)
    if WORDS:
        return (f'{subject}: {words}' for subject, words in problems if subject not in EXCEPTIONS[section])
    return but_for_exceptions(section, problems)


def find_kept(tool, program):
    """Of each file: where what a tool told of it is kept."""
    edition = f'{version(program)}{ANALYSER if tool is gcc else TIDY}{tool.__name__}'
    for path, words in sorted(commands().items()):
        digest = hashlib.sha256(edition.encode())
        digest.update(json.dumps(words).encode())
        for part in sorted(reachable(path, set())):
            digest.update(read(part).encode())
        yield path, words, CACHE / digest.hexdigest()


def look(tool, files):
    """Looks at those of which nothing is kept. A path is kept below the source, so that another tree can use it."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        headers_read = Headers(folder, [(path, words) for path, words, _ in files])
        headers_read.make(tool)

        def one(item):
            path, words, kept = item
            told = [(os.path.relpath((BUILD / name).resolve(), SOURCE), *rest) for name, *rest in tool(path, words, headers_read.get(path, words))]
            scratch = kept.with_suffix(f'.{os.getpid()}')
            scratch.write_text(json.dumps(told))
            scratch.replace(kept)

        list(pool.map(one, files))


def analyse(tool, program):
    """(subject, words) of each thing that a tool told: a subject is "file rule", whatever the line."""
    CACHE.mkdir(parents=True, exist_ok=True)
    files = list(find_kept(tool, program))
    look(tool, [(path, words, kept) for path, words, kept in files if not kept.exists()])
    for _, _, kept in files:
        os.utime(kept)
        for name, line, words, rule in json.loads(kept.read_text()):
            yield f'{Path(name).name} {rule}', f'{name}:{line}: {words}'


def forget_old():
    for path in CACHE.iterdir():
        if path.stat().st_mtime < time.time() - KEPT_SECONDS:
            path.unlink(missing_ok=True)


@check
def the_analyser_of_gcc_finds_nothing():
    compiler = next(iter(commands().values()), ['cc'])[0]
    if ONLY != 'clang-tidy' and 'Free Software' in version(compiler):
        yield from told_of('analyser', gcc, compiler)


@check
def clang_tidy_finds_no_bug():
    if ONLY != 'gcc' and shutil.which('clang-tidy'):
        yield from told_of('clang-tidy', tidy, 'clang-tidy')


if __name__ == '__main__':
    CACHE.mkdir(parents=True, exist_ok=True)
    forget_old()
    run()
