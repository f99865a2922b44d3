#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to the import dialog, and out of it: files dropped on the window, opened by another program, cancelled at any time."""

import atexit
import re
import shutil
import tempfile
from pathlib import Path

from driver import check, run, test
from driver.drag import Drag
from driver.packs import finish, folder, install, text, tpack

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


run()
