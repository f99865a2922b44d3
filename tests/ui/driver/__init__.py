# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the real window. How to write one:

    tests/ui/test_search.py, and 'search' in the list of tests/ui/meson.build:

        from driver import check, run, test

        @test()                                      # in French, 1280x800, light
        def forgives_accents(app):
            app.press('ctrl+f')
            app.type('mobilite')
            app.find('list item', re.compile('Mobilité'))
            app.check_screen(tab=True)               # names, clipping, language, log; Tab comes everywhere

        @test(languages=('fr', 'en'), sizes=('1280x800', '360x720'), styles=('light', 'dark'))
        def opens_a_kit(app):                        # once for each combination
            app.go_to('Kits et documents')           # a section, by its French title whatever the language
            app.click('list item', 'ODD 17 en pratique')
            check(app.text_of('label', …) == '…', 'the sentence to print when it is not so')

        run()

    One case:     ./dev exec python3 tests/ui/test_search.py forgives
    With a look:  app.picture('/tmp/a.png') and print(app.outline()) at any place
    All:          ./dev test ui-search

Every test starts the program anew on a desktop of its own: a home with nothing but the index of data/packs (prepared.py;
cache=False: with nothing at all), no animations, GSK_RENDERER=cairo, a CRITICAL ends it,
"now" is 23 November 2026 noon in Paris (env={'TER_NOW': …} to change that), packs of data/packs (arguments=['--packs', …]).
A name is the handle: what cannot be found by its name cannot be found by a blind user either. See window.py for all verbs.
Names of roles are AT-SPI's: button, toggle button, list item, label, heading, text, link, menu item, check box, switch, …
"""

import inspect
import itertools
import os
import random
import sys
import time
import traceback
from pathlib import Path

import shards

from . import sandbox
from .desktop import Failure, wait_until
from .window import BUILD, PACKS, PLATFORM, SOURCE, Window, localised, manifest

__all__ = ['BUILD', 'PACKS', 'PLATFORM', 'SOURCE', 'Failure', 'Window', 'check', 'localised', 'manifest', 'run', 'test', 'wait_until']

cases = []


def check(holds, otherwise):
    if not holds:
        raise Failure(otherwise)


def test(languages=('fr',), sizes=('1280x800',), styles=('light',), **window):
    """Makes a case of each combination; @window goes to Window(): env, arguments, text_scale, high_contrast, outputs, cache, first_start."""
    def add(function):
        for language, size, style in itertools.product(languages, sizes, styles):
            name = function.__name__.replace('_', ' ')
            if len(languages) * len(sizes) * len(styles) > 1:
                name += f' ({language}, {size}, {style})'
            cases.append((name, function, {'language': language, 'size': size, 'style': style} | window))
        return function
    return add


def run():
    """Runs the cases (those whose name holds an argument of the command line; a part of them after --part=NUMBER/COUNT) and tells in TAP."""
    wanted = [word.replace('_', ' ') for word in sys.argv[1:] if not word.startswith('--')]
    chosen = [case for case in cases if not wanted or any(word in case[0] for word in wanted)]
    feature, took = Path(sys.argv[0]).stem.removeprefix('test_'), {}
    for word in sys.argv[1:]:
        if word.startswith('--part='):
            number, count = map(int, word.removeprefix('--part=').split('/'))
            seconds = {case: value for (name, case), value in shards.weights(BUILD).items() if name == feature}
            names = set(shards.assign([case[0] for case in chosen], seconds, count)[number - 1])
            chosen = [case for case in chosen if case[0] in names]
    if order := os.environ.get('TER_TEST_ORDER'):  # build-aux/repeat-tests
        random.Random(int(order)).shuffle(chosen)
    print(f'1..{len(chosen)}', flush=True)
    failed = 0
    for number, (name, function, arguments) in enumerate(chosen, 1):
        app = None
        reason = sandbox.reason_to_skip(name, arguments) if sandbox.FLATPAK and inspect.signature(function).parameters else None
        if reason:
            print(f'ok {number} - {name} # SKIP {reason}', flush=True)
            continue
        began = time.monotonic()
        try:
            if not inspect.signature(function).parameters:
                function()
            else:
                with Window(**arguments) as app:
                    try:
                        function(app)
                        app.check_alive()
                    except Exception:
                        keep_picture(app, f'{Path(sys.argv[0]).stem} {name}')
                        raise
            print(f'ok {number} - {name}', flush=True)
            took[name] = time.monotonic() - began
        except Exception as problem:
            failed += 1
            print(f'not ok {number} - {name}', flush=True)
            text = str(problem) if isinstance(problem, Failure) else traceback.format_exc()
            place = traceback.extract_tb(problem.__traceback__)
            line = next((f'{Path(f.filename).name}:{f.lineno}: ' for f in reversed(place) if Path(f.filename).name.startswith('test_')), '')
            print('\n'.join('# ' + part for part in (line + text).splitlines()), file=sys.stderr, flush=True)
    if not sandbox.FLATPAK:
        shards.note(BUILD, feature, took)
    sys.exit(bool(failed))


def keep_picture(app, name):
    """What the window looked like when it failed: _build/meson-logs/ui/….png."""
    try:
        path = BUILD / 'meson-logs/ui' / (name.replace('/', ' ') + '.png')
        app.desktop.session.picture(path)
        print(f'# picture: {os.path.relpath(path, SOURCE)}', file=sys.stderr)
    except Exception as problem:
        print(f'# no picture: {problem}', file=sys.stderr)
