#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GCC's analyser and clang-tidy's look for bugs, over all of src.

    check_analysis.py BUILD-FOLDER [WORD…]

With words only the files whose path holds one of them are looked at, and exceptions are not held against what is there.

What a file's analysis told is kept in the build folder by what the file, the headers of ours that it includes, and its command hold: a file
that did not change is not analysed again.
"""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from house import EXCEPTIONS, but_for_exceptions, includes
from tap import SOURCE, check, run, sources

BUILD, WORDS = Path(sys.argv[1]).resolve(), sys.argv[2:]
CACHE = BUILD / 'tests/checks/analysis'
# Of clang-tidy's, those that find bugs; the rest of the group is taste, or never right for GLib's types and macros.
TIDY = '-*,' + ','.join(('bugprone-*', *(f'-bugprone-{name}' for name in (
    'assignment-in-if-condition',  # C's own way, held by -Wparentheses
    'casting-through-void',  # G_OBJECT() and g_array_index() do
    'branch-clone',  # rows of a switch may do the same
    'easily-swappable-parameters',
    'implicit-widening-of-multiplication-result',
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


def gcc(path, words):
    """Warnings of the compiler's own are the build's matter."""
    done = subprocess.run([*(word for word in words if not word.startswith('-W')), *ANALYSER, path], cwd=BUILD, capture_output=True, text=True)
    told = re.findall(r'^(\S+?):(\d+):\d+: warning: (.*) \[(-Wanalyzer-[\w-]+)\]$', done.stderr, re.MULTILINE)
    return told if done.returncode == 0 else [(str(path), '1', done.stderr[-500:], 'gcc')]


def tidy(path, words):
    flags = [word for word in words[1:] if not word.startswith('-W')]
    done = subprocess.run(['clang-tidy', '--quiet', f'--checks={TIDY}', path, '--', '-w', *flags], cwd=BUILD, capture_output=True, text=True)
    told = re.findall(r'^(\S+?):(\d+):\d+: (?:warning|error): (.*) \[([\w.,-]+)\]$', done.stdout, re.MULTILINE)
    return [(name, line, words_told, rule.split(',')[0]) for name, line, words_told, rule in told if SOURCE / 'src' in (BUILD / name).resolve().parents]


def version(program):
    return subprocess.run([program, '--version'], capture_output=True, text=True).stdout


def told_of(section, tool, program):
    problems = analyse(tool, program)
    if WORDS:
        return (f'{subject}: {words}' for subject, words in problems if subject not in EXCEPTIONS[section])
    return but_for_exceptions(section, problems)


def analyse(tool, program):
    """(subject, words) of each thing that a tool told: a subject is "file rule", whatever the line."""
    CACHE.mkdir(parents=True, exist_ok=True)
    edition = f'{version(program)}{TIDY}{ANALYSER}{tool.__name__}'

    def one(item):
        path, words = item
        digest = hashlib.sha256(edition.encode())
        digest.update(json.dumps(words).encode())
        for part in sorted(reachable(path, set())):
            digest.update(read(part).encode())
        kept = CACHE / digest.hexdigest()
        if kept.exists():
            return json.loads(kept.read_text())
        told = tool(path, words)
        scratch = kept.with_suffix(f'.{os.getpid()}')
        scratch.write_text(json.dumps(told))
        scratch.replace(kept)
        return told

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for told in pool.map(one, sorted(commands().items())):
            for name, line, words, rule in told:
                path = (BUILD / name).resolve()
                yield f'{path.name} {rule}', f'{os.path.relpath(path, SOURCE)}:{line}: {words}'


@check
def the_analyser_of_gcc_finds_nothing():
    compiler = next(iter(commands().values()), ['cc'])[0]
    if 'gcc' in version(compiler).lower() or 'Free Software' in version(compiler):
        yield from told_of('analyser', gcc, compiler)


@check
def clang_tidy_finds_no_bug():
    if shutil.which('clang-tidy'):
        yield from told_of('clang-tidy', tidy, 'clang-tidy')


if __name__ == '__main__':
    run()
