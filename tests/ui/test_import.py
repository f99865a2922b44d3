#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to the import dialog, and out of it: files dropped on the window, opened by another program, cancelled at any time."""

import atexit
import functools
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from driver import check, run, test, wait_until
from driver.drag import Drag
from driver.packs import finish, folder, install, objects, page, store, text, tpack

place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
EMPTY = place / 'empty'
EMPTY.mkdir()
PLAIN = tpack(folder(place / 'plain'), place / 'clé & 100 %.tpack')
NEXT = tpack(folder(place / 'next', name='suivant', title='Pack suivant'), place / 'next.tpack')
LETTER = place / 'courrier.txt'
LETTER.write_text('Madame, Monsieur,\n')
alone = {'arguments': ['--packs', EMPTY], 'env': {'TER_STORE': '$HOME/store'}}


# -- dropped -------------------------------------------------------------------------------------------------------


@test(**alone)
def a_dropped_file_is_imported(app):
    with Drag(app, PLAIN) as drag:
        drag.enter()
        app.find(None, 'Déposez pour importer')
        drag.drop()
        text(app, 'Pack d’essai')
    check(not app.shows(None, 'Déposez pour importer'), 'the hint stays')
    install(app)
    finish(app)
    app.find('list item', 'Pages de Pack d’essai')


@test(**alone)
def a_dropped_folder_is_imported(app):
    with Drag(app, place / 'next') as drag:
        drag.enter(app.desktop.width - 60, app.desktop.height - 60)
        drag.drop()
        text(app, 'Pack suivant')
    install(app)


@test(**alone)
def what_is_taken_away_again_is_not_imported(app):
    with Drag(app, PLAIN) as drag:
        drag.enter()
        app.find(None, 'Déposez pour importer')
        drag.leave()
        app.wait_gone(None, 'Déposez pour importer')
    app.settle()
    check(not app.shows('dialog'), 'it is imported all the same')


@test(**alone)
def dropped_files_come_one_after_the_other(app):
    with Drag(app, PLAIN, LETTER, place / 'next') as drag:
        drag.enter()
        drag.drop()
        text(app, 'Pack d’essai')
    app.click('button', 'Annuler')
    text(app, re.compile('courrier.txt.*ne peut pas être installé'))
    app.find('label', 'Ce fichier n’est pas un pack : ce n’est pas une archive ZIP.'.replace(' :', '\u00a0:'))
    app.click('button', 'Fermer', within=app.find('dialog'))
    text(app, 'Pack suivant')
    install(app)
    finish(app)
    app.find('list item', 'Pages de Pack suivant')
    check(not app.shows('list item', 'Pages de Pack d’essai'), 'what was cancelled is installed')


@test(**alone)
def what_is_dropped_on_the_dialog_waits(app):
    with Drag(app, PLAIN) as drag:
        drag.enter()
        drag.drop()
        text(app, 'Pack d’essai')
    with Drag(app, NEXT) as drag:
        drag.enter(60, app.desktop.height - 60)  # beside the dialog will do
        drag.drop()
        app.settle()
    check(not app.shows(None, 'Pack suivant'), 'two packs are asked about at once')
    install(app)
    app.click('button', 'Fermer', within=app.find('dialog'))
    text(app, 'Pack suivant')


@test(**alone)
def a_dialog_about_something_else_takes_no_files(app):
    app.press('ctrl+?')
    app.find('dialog')
    with Drag(app, PLAIN) as drag:
        drag.enter()
        drag.drop()
        app.settle()
    app.press('Escape')
    app.wait_gone('dialog')
    check(not app.shows(None, 'Déposez pour importer'), 'the hint stays')


@test(**alone)
def who_drags_may_end(app):
    with Drag(app, PLAIN) as drag:
        drag.enter()
        app.find(None, 'Déposez pour importer')
        drag.process.kill()
        app.wait_gone(None, 'Déposez pour importer')
        drag.drop()
    with Drag(app, PLAIN) as drag:
        drag.enter()
        drag.drop()
        text(app, 'Pack d’essai')


@test(arguments=['--packs', EMPTY])
def a_window_that_only_looks_says_so(app):
    with Drag(app, PLAIN) as drag:
        drag.enter()
        drag.drop()
        app.find(None, re.compile('sans «.--packs.»'))


# -- opened by another program -------------------------------------------------------------------------------------

ID = 'fr.territoires_en_actions.Territoires'
# On the usual packs: with --packs each start is a program of its own, and no other can ask it anything.
usual = {'arguments': [], 'env': {'TER_STORE': '$HOME/store'}}


def ask(app, method, *arguments):
    """Calls the program as a file manager, a launcher or a portal does."""
    done = subprocess.run(['gdbus', 'call', '--session', '--dest', ID, '--object-path', '/' + ID.replace('.', '/'),
                           '--method', f'org.freedesktop.Application.{method}', *arguments],
                          env=app.desktop.env, capture_output=True, text=True, timeout=30)
    check(done.returncode == 0, done.stderr)


def open_files(app, *paths):
    ask(app, 'Open', str([path.as_uri() for path in paths]), '{}')


def start_again(app, *arguments):
    second = app.desktop.start([*app.program, *arguments], 'second.log', **app.more_env)
    check(second.wait(30) == 0, f'ended with status {second.returncode}: {app.desktop.log("second.log")}')
    check(len(app.find_all('frame')) == 1, 'there are two windows')


@test(**usual)
def a_file_manager_opens_a_pack(app):
    open_files(app, PLAIN)
    text(app, 'Pack d’essai')
    install(app)
    app.click('button', 'Ouvrir')
    app.find('list item', 'Pages de Pack d’essai')


@test(**usual)
def a_second_start_opens_its_pack_in_the_first_window(app):
    shutil.copy(NEXT, app.desktop.folder / 'suivant.tpack')
    start_again(app, 'suivant.tpack')  # from where the second one is
    text(app, 'Pack suivant')
    install(app)
    finish(app)
    start_again(app)
    check(not app.shows('dialog'), 'nothing was to be imported')
    ask(app, 'Activate', '{}')
    app.settle()
    check(len(app.find_all('frame')) == 1, 'there are two windows')


@test(**usual)
def what_is_opened_while_the_dialog_asks_waits(app):
    open_files(app, PLAIN)
    text(app, 'Pack d’essai')
    open_files(app, LETTER, place / 'next')
    ask(app, 'Activate', '{}')
    app.settle()
    check(len(app.find_all('dialog')) == 1 and app.shows('heading', 'Pack d’essai'), 'the dialog does not wait')
    install(app)
    app.click('button', 'Fermer', within=app.find('dialog'))
    text(app, re.compile('courrier.txt.*ne peut pas être installé'))
    app.click('button', 'Fermer', within=app.find('dialog'))
    text(app, 'Pack suivant')
    install(app)
    finish(app)


@test(**usual)
def what_is_opened_while_files_are_chosen_is_not_lost(app):
    app.press('F10')
    app.click('menu item', 'Importer un pack…')
    wait_until(lambda: len(app.desktop.session.windows()) > 1, 15, 'no dialog for files')
    app.settle()
    open_files(app, PLAIN)
    ask(app, 'Activate', '{}')
    app.press('Escape')
    text(app, 'Pack d’essai')
    install(app)


@test(**usual)
def the_bus_starts_the_program_with_a_pack(app):
    app.stop()
    app.process = app.desktop.start([*app.program, '--gapplication-service'], 'program.log', **app.more_env)
    wait_until(lambda: subprocess.run(['gdbus', 'wait', '--session', '--timeout', '30', ID], env=app.desktop.env).returncode == 0, 30, 'it is not on the bus')
    open_files(app, PLAIN)
    text(app, 'Pack d’essai')
    install(app)


# -- cancelled -----------------------------------------------------------------------------------------------------


@functools.cache
def large():
    """A pack that takes its time to be read: its files are large and cannot be compressed."""
    return folder(place / 'large', name='grand', title='Grand pack',
                  files=[(f'files/piece-{n}.pdf', b'%PDF-1.4\n' + os.urandom(4_000_000)) for n in range(50)])


@functools.cache
def long():
    """A pack that is read in no time, and takes its time to be checked: it has many entries."""
    return folder(place / 'long', [page(f'page-{n}', f'Page {n}', body='Un *texte* et [un lien](page:page-0). ' * 20) for n in range(20_000)],
                  name='long', title='Long pack')


def kept(app):
    return [path for path in store(app).rglob('*') if path.is_file() and {'objects', 'incoming'} & set(path.parts)]


def size(app):
    total = 0
    for path in kept(app):
        try:
            total += path.stat().st_size
        except FileNotFoundError:  # it has just been given its name
            pass
    return total


def cancel(app, source, when, key='Enter'):
    """Opens @source, and cancels by its button (or by @key) once @when holds. The promise is a second; the rest is for slow machines."""
    open_files(app, source)
    app.find('button', 'Annuler', states=['focused'])
    end = time.monotonic() + 60
    while not when():  # without a pause, and by the keyboard: on a fast machine there is little time
        check(time.monotonic() < end, f'it does not come so far: {app.outline()}')
    began = time.monotonic()
    app.desktop.session.input.press(key)
    wait_until(lambda: not app.shows('dialog'), 20, 'the dialog stays')
    taken = time.monotonic() - began
    check(taken < 4, f'the dialog took {taken:.1f} s to close')


@test(**usual)
def cancelling_while_files_are_read_leaves_nothing(app):
    source = large()
    cancel(app, source, lambda: size(app) > 10_000_000)
    wait_until(lambda: not kept(app), 20, lambda: f'left in the store: {kept(app)}')
    # Again, and something else at once.
    cancel(app, source, lambda: size(app) > 10_000_000)
    open_files(app, PLAIN)
    text(app, 'Pack d’essai')
    install(app)
    finish(app)
    check(size(app) < 10_000_000, f'left in the store: {kept(app)}')


@test(**usual)
def cancelling_while_contents_are_checked_leaves_nothing(app):
    source = long()
    number = 2  # the manifest and the entries: all has been read once they are objects
    cancel(app, source, lambda: len(objects(app)) == number)
    wait_until(lambda: not kept(app), 20, lambda: f'left in the store: {kept(app)}')
    # Again, and the same one at once.
    cancel(app, source, lambda: len(objects(app)) == number)
    open_files(app, source)
    app.find('button', 'Installer', seconds=120)
    check(len(objects(app)) == number, f'in the store: {kept(app)}')
    install(app)
    # A section of 20,000 pages makes its rows as they are scrolled to.
    app.click('button', 'Ouvrir')
    app.find('list item', re.compile('^Page 0'))
    check(len(app.find_all('list item', re.compile('^Page '))) < 1000, 'every row is made at once')


@test(**usual)
def escape_cancels_too(app):
    cancel(app, large(), lambda: size(app) > 10_000_000, key='Escape')
    wait_until(lambda: not kept(app), 20, lambda: f'left in the store: {kept(app)}')


run()
