#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minute: one question, asked once, that can wait; help by F1; empty pages that lead on."""

import atexit
import re
import shutil
import tempfile
from pathlib import Path

from driver import PACKS, SOURCE, check, run, test
from driver.packs import folder, tpack
from driver.walk import try_dialog

# As installed: the packs are those of a data folder, and the program is asked for none of its own.
place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
(place / 'share/territoires').mkdir(parents=True)
(place / 'share/territoires/packs').symlink_to(PACKS)
OTHER = tpack(folder(place / 'other'), place / 'autre.tpack')
first = {'arguments': [], 'env': {'XDG_DATA_DIRS': f'{place / "share"}:/usr/local/share:/usr/share', 'TER_STORE': '$HOME/store'}, 'first_start': True}
WELCOME = re.compile('^(Bienvenue dans Territoires|Welcome to Territoires)$')
SIZES = ('1280x800', '360x720')


def answer(app, text):
    app.find('entry', 'Nom, code postal ou code INSEE')
    app.type(text)
    app.settle()
    app.press('Enter')


@test(languages=('fr', 'en'), sizes=SIZES, styles=('light', 'dark'), **first)
def the_question_is_sound(app):
    app.find('heading', WELCOME)
    app.check_dialog()
    app.press('Escape')
    app.wait_gone('heading', WELCOME)


@test(sizes=('360x720',), text_scale=2.0, **first)
def twice_larger_letters_fit(app):
    app.find('heading', WELCOME)
    app.check_dialog()
    app.click('button', 'Plus tard')
    app.wait_gone('heading', WELCOME)


@test(**first)
def the_keyboard_alone_leads_home(app):
    app.find('heading', WELCOME)
    app.press('Enter')  # the question's own button has the focus
    answer(app, 'charenton-le-pont')
    app.find('heading', 'Charenton-le-Pont')
    app.find('list item', 'Charenton-le-Pont', states=('selected',))
    check(not app.shows('heading', WELCOME), 'the question is still there')


@test(**first)
def the_question_holds_the_keyboard(app):
    app.find('heading', WELCOME)
    try_dialog(app, 'the welcome', 6)


@test(**first)
def the_question_can_wait_and_comes_but_once(app):
    app.find('heading', WELCOME)
    app.tab_to('button', 'Plus tard')
    app.press('Enter')
    app.wait_gone('heading', WELCOME)
    app.find('list item', 'Choisir mon territoire')  # home still leads to it
    app.stop()
    app.start()
    app.find('list item', 'Choisir mon territoire')
    check(not app.shows('heading', WELCOME), 'it is asked a second time')


@test(**(first | {'arguments': [OTHER]}))
def a_pack_that_was_opened_comes_first(app):
    app.find(('label', 'heading'), 'Pack d’essai')
    check(not app.shows('heading', WELCOME), 'two dialogs ask at once')
    app.stop()
    app.arguments = []
    app.start()
    app.find('heading', WELCOME)


@test(first_start=True)
def packs_that_are_only_looked_at_ask_nothing(app):
    check(not app.shows('heading', WELCOME), 'it is asked although the packs are chosen')


@test(sizes=SIZES)
def help_is_a_key_away(app):
    app.press('F1')
    app.find('article', 'Premiers pas')
    app.click('list item', 'La première minute')
    app.find('heading', '1. Dites où vous êtes')
    app.check_screen(tab=True)
    app.press('alt+Left', 'alt+Left')
    app.find('article', 'Accueil')


@test(languages=('en',))
def help_speaks_english(app):
    app.press('F1')
    app.click('list item', 'The first minute')
    app.find('heading', '1. Say where you are')
    app.check_screen()


@test(sizes=SIZES, styles=('light', 'dark'))
def each_page_of_the_help_is_sound(app):
    problems = []
    for section in ('Premiers pas', 'Aller plus loin'):
        app.press('F9')
        app.click('list item', section)
        app.settle()
        rows = [node.name for node in app.find_all('list item') if node.within(app.find('article', section))]
        check(len(rows) == 6, f'{section}: {rows}')
        for row in rows:
            app.click('list item', row, within=app.find('article', section))
            problems += [f'{row}: {problem}' for problem in app.problems()]
            app.press('alt+Left')
            app.settle()
    check(not problems, '\n'.join(dict.fromkeys(problems)))


@test(arguments=['--packs', SOURCE / 'tests/corpus/packs/valid/minimal/..'])
def without_the_help_pack_the_keys_are_told(app):
    app.press('F1')
    app.find('dialog', 'Raccourcis clavier')


@test(sizes=SIZES)
def empty_lists_lead_on(app):
    for row in ('Favoris', 'Lus récemment'):
        app.press('F9')
        app.click('list item', row)
        app.click('button', 'Aller à l’accueil')
        app.find('heading', 'Par où commencer')


run()
