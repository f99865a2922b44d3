#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything can be reached without a pointer, and nothing takes the keyboard away."""

import atexit
import os
import re
import shutil
import signal
import tempfile
from pathlib import Path

from driver import check, run, test
from driver.packs import folder, kit, objects, page, text, tpack
from driver.walk import focus, list_of, tab_through, try_dialog

place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
EMPTY = place / 'empty'
EMPTY.mkdir()
alone = {'arguments': ['--packs', EMPTY], 'env': {'TER_STORE': '$HOME/store'}}


@test(sizes=('1280x800', '360x720'))
def tab_reaches_everything_in_each_section(app):
    problems = []
    for title in app.sections():
        app.go_to(title)
        problems += [f'{title}: {problem}' for problem in app.problems(tab=True)]
    check(not problems, '\n'.join(dict.fromkeys(problems)))


@test()
def arrows_and_enter_open_a_section(app):
    app.press('F9', 'Home', 'Down', 'Down', 'Enter')  # past the reader's territory and the first section
    app.find('article', app.sections()[1])


# -- nothing takes the keyboard away -------------------------------------------------------------------------------


@test()
def neither_tab_nor_lists_lose_the_keyboard_in_any_section(app):
    for title in app.sections():
        app.go_to(title)
        focus(app, f'opening {title}')
        lists = tab_through(app, title, 24)
        check(title != 'Exemples inspirants' or any(rows.name == title for rows in lists), 'Tab does not come to the examples')


@test()
def escape_and_tab_hold_in_each_dialog(app):
    for key in ('ctrl+,', 'ctrl+?', 'ctrl+t'):
        app.press(key)
        try_dialog(app, key)
    for typed in ('vienne', 'zzzz'):  # found, not found
        app.press('ctrl+t')
        app.find('entry', 'Nom, code postal ou code INSEE')
        app.type(typed)
        app.settle()
        tab_through(app, f'the choice of a territory, “{typed}”', 8)
        app.press('Escape')
        app.wait_gone('dialog')
        focus(app, 'Escape from the choice of a territory')
    app.press('F10')
    app.click('menu item', re.compile('^À propos'))
    try_dialog(app, 'about')
    app.go_to('Catalyseurs')
    app.click('list item', node=next(row for row in app.find_all('list item', within=app.find('article', 'Catalyseurs'))))
    app.tab_to('list item', re.compile('page d’accueil de la plateforme|^L’évaluation|Le RAMEAU'))
    app.press('Enter')
    app.find('alert')
    try_dialog(app, 'a link', 6)


# -- an import keeps the keyboard in each of its states ------------------------------------------------------------

PLAIN = tpack(folder(place / 'plain', entries=[page(f'p{n}', f'Page {n}') for n in range(30)]), place / 'plain.tpack')
DAMAGED = tpack(folder(place / 'damaged', files=[('files/guide.pdf', b'%PDF-1.4\n' + b'guide ' * 4000)], entries=[kit('k', 'Kit')]),
                place / 'damaged.tpack', 'files/guide.pdf')


def importing(*files):
    return test(arguments=['--packs', EMPTY, *files], env={'TER_STORE': '$HOME/store'})


@importing(PLAIN)
def an_import_that_asks_or_is_done_keeps_the_keyboard(app):
    text(app, 'Pack d’essai')
    tab_through(app, 'READY', 8)
    tab_through(app, 'READY', 3, 'shift+Tab')
    app.tab_to('button', 'Installer')
    app.press('Enter')
    text(app, 'Importé', seconds=60)
    app.settle()
    focus(app, 'DONE')
    tab_through(app, 'DONE', 8)
    tab_through(app, 'DONE', 3, 'shift+Tab')
    app.press('Escape')
    app.wait_gone('dialog')
    app.settle()
    focus(app, 'Escape from DONE')
    app.press('Tab')
    focus(app, 'Tab after DONE')


@importing(PLAIN)
def an_import_that_is_not_wanted_gives_the_keyboard_back(app):
    text(app, 'Pack d’essai')
    try_dialog(app, 'READY')
    check(not objects(app), 'it is installed all the same')


@importing(DAMAGED)
def an_import_that_is_refused_keeps_the_keyboard(app):
    text(app, re.compile('ne peut pas être installé'))
    app.settle()
    try_dialog(app, 'REFUSED')


def large(megabytes):
    path = place / 'large'
    if not path.exists():
        folder(path, entries=[kit('grand', 'Grand')], files=[(f'files/{n}.bin', os.urandom(1_000_000)) for n in range(megabytes)])
    return path


def begin(app, source):
    app.stop()
    app.process = app.desktop.start([*app.program, *app.arguments, source], 'program.log', **app.more_env)


@test(**alone)
def an_import_under_way_or_interrupted_keeps_the_keyboard(app):
    begin(app, large(150))
    app.find('button', 'Annuler', seconds=30)
    for number in range(3):  # for as long as it is checked
        app.press('Tab')
        if app.shows('button', 'Installer'):
            break
        focus(app, f'{number + 1} × Tab while it is checked')
    app.process.send_signal(signal.SIGKILL)
    app.process.wait(10)
    app.start()
    app.find('button', 'Reprendre')
    tab_through(app, 'INTERRUPTED', 8)
    app.press('Escape')
    app.wait_gone('dialog')
    focus(app, 'Escape from INTERRUPTED')


# -- fields and their lists ----------------------------------------------------------------------------------------


@test()
def the_first_result_leads_up_to_the_field_and_letters_go_to_it(app):
    app.press('ctrl+f')
    app.type('alliance')
    app.find('list item', re.compile('lliance'))
    app.settle()
    row = app.tab_to('list item', re.compile('.'))
    first = list_of(row)
    app.press('Down')
    check(app.focused() != row, 'Down does not walk the results')
    app.press('Up')
    check(app.focused() == row, f'Up does not come back to {row!r} but leads to {app.focused()!r}')
    app.press('Up')
    check(app.focused().role in ('entry', 'text'), f'Up from the first result leads to {app.focused()!r}')
    app.tab_to('list item', re.compile('.'))
    app.type('s')
    app.settle()
    field = app.focused()
    check(field.text() == 'alliances', f'the letter went to {field!r}, which holds “{field.text()}”')
    check(first is not None, 'results are no list')


@test()
def the_choice_of_a_territory_goes_up_and_takes_letters(app):
    app.press('ctrl+t')
    field = app.find('entry', 'Nom, code postal ou code INSEE')
    app.type('vien')
    app.find('list item', re.compile('^Vienne'))
    app.settle()
    app.press('Down', 'Down', 'Up')
    check(app.focused().role == 'list item', f'the arrows lead to {app.focused()!r}')
    app.press('Up')
    check(app.focused() == field or app.focused().role in ('entry', 'text'), f'Up leads to {app.focused()!r}')
    app.press('Down')
    app.type('n')
    app.settle()
    check(app.focused().text() == 'vienn', f'letters do not go to the field: {app.focused()!r}')


run()
