#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""French is complete, its placeholders are those of the source, and its typography is French."""

import re
import subprocess
import tempfile
from pathlib import Path

from tap import SOURCE, check, run, sources

KEYWORDS = ['--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=ngettext:1,2', '--keyword=g_dngettext:2,3', '--keyword=g_dgettext:2']


def command(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, cwd=SOURCE)


def potfiles():
    return [line for line in (SOURCE / 'po/POTFILES.in').read_text().splitlines() if line and not line.startswith('#')]


def messages(path):
    """(source, [translations]) of each message of a catalogue."""
    text = command('msgattrib', '--no-obsolete', '--no-wrap', path).stdout
    for block in text.split('\n\n')[1:]:
        fields, key = {}, None
        for line in block.splitlines():
            if match := re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line):
                key = match[1]
                fields[key] = match[2]
            elif key and line.startswith('"'):
                fields[key] += line[1:-1]
        if 'msgid' in fields:
            yield fields['msgid'], [value for name, value in fields.items() if name.startswith('msgstr')]


@check
def all_files_with_strings_are_listed():
    listed = set(potfiles())
    for name in listed:
        if not (SOURCE / name).exists():
            yield f'po/POTFILES.in names a file that is not there: {name}'
    for path in [*sources('src/*.c', 'src/*.h'), *sources('src/*.blp')]:
        text, name = path.read_text(), str(path.relative_to(SOURCE))
        marked = re.search(r'\b(?:N?C?_|n?gettext|g_dn?gettext) ?\(\s*(?:"|\w+,\s*")', text)
        if marked and name not in listed:
            yield f'not in po/POTFILES.in: {name} (run ./dev exec build-aux/translations)'


@check
def french_is_complete():
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = Path(folder, 'all.pot'), Path(folder, 'fr.po')
        plain = [name for name in potfiles() if not name.endswith('.blp')]
        blueprints = [name for name in potfiles() if name.endswith('.blp')]
        options = ['--from-code=UTF-8', *KEYWORDS, '-o', pot]
        done = [command('xgettext', *options, *plain)]
        if blueprints:
            done.append(command('xgettext', '--language=C', '-j', *options, *blueprints))
        done.append(command('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, 'po/fr.po', pot))
        for step in done:
            if step.returncode:
                yield step.stderr.strip()
                return
        for source, translations in messages(merged):
            if source and not all(translations):
                yield f'not in French: “{source}”'


@check
def french_has_the_placeholders_of_the_source():
    checked = command('msgfmt', '--check-format', '--check-domain', '-o', '/dev/null', 'po/fr.po')
    if checked.returncode:
        yield from checked.stderr.splitlines()
    if command('msgattrib', '--only-fuzzy', 'po/fr.po').stdout.strip():
        yield 'po/fr.po has fuzzy messages'


# Markup and placeholders are no sentences.
NOT_PROSE = re.compile(r'<[^<>]*>|%[-+0-9.$\' ]*(?:l{0,2}[a-zA-Z]|" ?G_\w+ ?")|\\[nt"]|https?://\S+')
TYPOGRAPHY = (
    (re.compile(r'[ \u00a0](?=[;!?](?!\w))'), 'before ; ! ? stands U+202F'),
    (re.compile(r'[ \u202f](?=:(?![\w/]))'), 'before : stands U+00A0'),
    (re.compile(r'\w[;!?](?=\s|$)|[\w»]:(?=\s|$)'), 'a space that does not break is missing before ; : ! ?'),
    (re.compile(r'«(?!\u00a0)|(?<!\u00a0)»'), 'inside « » stand U+00A0'),
    (re.compile(r"\w'\w"), 'the apostrophe is ’'),
    (re.compile(r'\.\.\.'), 'three points are …'),
)


@check
def french_typography():
    for source, translations in messages(SOURCE / 'po/fr.po'):
        if not source or (source.count(';') > 2 and source.endswith(';')):  # the header; search terms of the desktop file
            continue
        for text in translations:
            prose = NOT_PROSE.sub('x', text)
            for expression, rule in TYPOGRAPHY:
                if expression.search(prose):
                    yield f'{rule}: “{text}”'
            if '\\"' in text and '\\"' not in source:
                yield f'quotation marks are « »: “{text}”'


run()
