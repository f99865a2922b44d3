# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks know of C: functions, declarations and includes, as clang-format lays them out; and the list of exceptions."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tap import SOURCE

LITERAL_OR_COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


class Function(NamedTuple):
    name: str
    line: int
    length: int  # lines from the name to the closing brace
    static: bool
    documented: bool


class Declaration(NamedTuple):
    name: str
    line: int
    documented: bool


def without_comments(text, literals=False):
    """The same lines, comments (and what literals say) taken out."""
    def blank(match):
        if match[0][0] in '"\'':
            return match[0][0] * 2 if literals else match[0]
        return ' ' + '\n' * match[0].count('\n')
    return LITERAL_OR_COMMENT.sub(blank, text)


def functions(text):
    """The functions that a C file defines."""
    lines, raw = without_comments(text, literals=True).splitlines(), text.splitlines()
    start = None
    for number, line in enumerate(lines):
        if match := re.match(r'(\w+) \(', line):
            start = (match[1], number)
        elif line.startswith('}'):
            if start:
                name, first = start
                yield Function(name, first + 1, number - first + 1, 'static' in lines[first - 1].split(), raw[max(0, first - 2)].endswith('*/'))
            start = None
        elif line.rstrip().endswith(';') and not line.startswith(' '):
            start = None
        elif line.startswith('{') and start is None:
            start = None


def includes(text):
    """The project's own headers that a file includes, by their names."""
    return [Path(name).name for name in re.findall(r'^#\s*include "([^"]+)"', without_comments(text), re.MULTILINE)]


# Names whose meaning is the same everywhere.
UNDERSTOOD = re.compile(r'_(get_type|quark|ref|unref|free|clear)$')


def declarations(text):
    """The functions that a header declares. One is documented by a comment right before it or at the end of its line."""
    lines, plain = text.splitlines(), without_comments(text, literals=True).splitlines()
    number, commented = 0, False
    while number < len(lines):
        line = plain[number]
        if not line.strip():
            commented = bool(lines[number].strip())
        elif re.fullmatch(r'[\w\s*]+', line) and number + 1 < len(plain) and re.match(r'\w+ \(', plain[number + 1]):
            plain[number + 1] = f'{line} {plain[number + 1]}'  # the type on a line of its own
        elif match := re.match(r'(?!typedef|struct|enum|static|#|G_|\s|return)[\w\s*]*?\b([a-z]\w*) \((?!\*)', line):
            last = number
            while last < len(plain) - 1 and ';' not in plain[last]:
                last += 1
            yield Declaration(match[1], number + 1, commented or '/*' in ''.join(lines[number:last + 1]))
            number, commented = last, False
        else:
            commented = False
        number += 1


def read_exceptions():
    """{section: {subject: reason}} of exceptions.txt."""
    found, section = defaultdict(dict), None
    for line in EXCEPTIONS_FILE.read_text().splitlines() if EXCEPTIONS_FILE.exists() else []:
        if line.startswith('['):
            section = line.strip('[]')
        elif line.strip() and not line.startswith('#'):
            subject, _, reason = line.partition('  ')
            found[section][subject] = reason.strip()
    return found


EXCEPTIONS_FILE = SOURCE / 'tests/checks/exceptions.txt'
EXCEPTIONS = read_exceptions()


def but_for_exceptions(section, problems):
    """Of problems, each a subject and words, those that are no exceptions; and exceptions that are none any more, so that the list only shrinks."""
    seen, known = set(), EXCEPTIONS[section]
    for subject, words in problems:
        seen.add(subject)
        if subject not in known:
            yield f'{subject}: {words}'
    for subject, reason in known.items():
        if not reason:
            yield f'exceptions.txt [{section}]: no reason is given for {subject}'
        if subject not in seen:
            yield f'exceptions.txt [{section}]: {subject} is no exception any more: take its line away (--prune does)'


def prune(problems):
    """Takes the lines of exceptions.txt away that are no exceptions any more. problems: {section: its problems}."""
    subjects = {section: {subject for subject, _ in found} for section, found in problems.items()}
    kept, section = [], None
    for line in EXCEPTIONS_FILE.read_text().splitlines():
        if line.startswith('['):
            section = line.strip('[]')
        if not line.strip() or line[0] in '#[' or section not in subjects or line.partition('  ')[0] in subjects[section]:
            kept.append(line)
    EXCEPTIONS_FILE.write_text('\n'.join(kept) + '\n')


def label(path):
    return str(path.relative_to(SOURCE))
