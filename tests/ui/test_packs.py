#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs come in, are updated, verified, copied, taken back and removed: all through the window."""

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from driver import SOURCE, check, run, test, wait_until
from driver.packs import Publisher, finish, folder, install, objects, page, store, text, tpack, webinar

place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
EMPTY = place / 'empty'
EMPTY.mkdir()
STORE = {'TER_STORE': '$HOME/store'}
TRAP = 'Voirie & réseaux <b>gras</b> &amp; \u202eégaré\u202c 🏛'
GUIDE = ('files/guide.pdf', b'%PDF-1.4\n' + b'guide ' * 4000)


def importing(*files, packs=EMPTY, **window):
    """A window that imports @files as soon as it opens."""
    return test(arguments=['--packs', packs, *files], env=STORE, **window)


def reopen(app, *files):
    """Starts the program again on the same store, with other files."""
    app.stop()
    app.arguments = [*app.arguments[:2], *files]
    app.start()


def show_packs(app):
    if not app.shows('list item', 'Packs'):
        app.press('F9')
        app.find('list item', 'Packs')
    app.click('list item', 'Packs')
    app.find('heading', re.compile('Packs installés|Fournis avec Territoires|Ne peuvent pas être ouverts'))
    app.settle()


def show_pack(app, title):
    show_packs(app)
    app.click('list item', title)
    app.find('list item', 'Vérifier maintenant')
    app.settle()


marie = Publisher('Marie & fils')
other = Publisher('Quelqu’un d’autre')
WEBINARS = [webinar('alliance', 'Faire alliance', '2026-12-03T13:00'), page('bienvenue', 'Bienvenue'), page('ancienne', 'Page ancienne')]
MOVED = [webinar('alliance', 'Faire alliance', '2026-12-10T14:00'), page('bienvenue', 'Bienvenue chez nous'), page('neuve', 'Page neuve')]
PLAIN = tpack(folder(place / 'plain', files=[GUIDE]), place / 'plain.tpack')
SIGNED = tpack(folder(place / 'signed', name='signe', title='Pack signé', publisher=marie), place / 'signed.tpack')
NEXT = tpack(folder(place / 'next', name='suivant', title='Pack suivant', publisher=marie), place / 'next.tpack')
STRANGER = tpack(folder(place / 'stranger', name='signe', title='Pack signé', version='1.1.0', publisher=other), place / 'stranger.tpack')
DAMAGED = tpack(place / 'plain', place / 'damaged.tpack', damaged='files/guide.pdf')
FIRST = tpack(folder(place / 'first', WEBINARS, name='agenda', title='Rendez-vous', files=[GUIDE]), place / 'first.tpack')
SECOND = tpack(folder(place / 'second', MOVED, name='agenda', title='Rendez-vous', version='1.1.0', files=[GUIDE]), place / 'second.tpack')
TRAPS = tpack(folder(place / 'traps', [page('piege', TRAP)], title=TRAP, publisher=Publisher(TRAP)), place / 'traps & <b>.tpack')
BROKEN = place / 'broken'
shutil.copytree(SOURCE / 'tests/corpus/packs/invalid/json-syntax', BROKEN / 'abime')


def large(megabytes):
    """A pack of incompressible files, in a folder: made when it is first wanted."""
    target = place / f'large-{megabytes}'
    if not target.exists():
        folder(target, title='Grand pack', name='grand', files=[(f'files/piece-{n}.pdf', b'%PDF-1.4\n' + os.urandom(4_000_000)) for n in range(megabytes // 4)])
    return target


# -- importing -----------------------------------------------------------------------------------------------------


@importing(PLAIN)
def an_unsigned_pack_is_installed_after_one_warning(app):
    text(app, 'Pack d’essai')
    warnings = app.find_all('label', re.compile('n’est pas signé'))
    check(len(warnings) == 1, f'{len(warnings)} warnings: {warnings}')
    app.check_dialog()
    app.tab_to('button', 'Installer')
    app.press('Enter')
    text(app, 'Importé')
    app.check_dialog()
    app.click('button', 'Ouvrir')
    app.find('heading', 'Bienvenue')
    app.find('list item', 'Pages de Pack d’essai')


@importing(PLAIN)
def what_is_imported_no_longer_needs_the_key(app):
    app.find('button', 'Installer')
    PLAIN.rename(place / 'gone.tpack')
    try:
        install(app)
        app.click('button', 'Ouvrir')
        text(app, 'Un texte.')
    finally:
        (place / 'gone.tpack').rename(PLAIN)


@importing(place / 'first')
def a_folder_is_imported_too(app):
    text(app, 'Rendez-vous')
    install(app)
    finish(app)
    show_pack(app, 'Rendez-vous')


@importing(SIGNED)
def a_publisher_is_accepted_once(app):
    text(app, re.compile('signataire inconnu'))
    app.check_dialog()
    install(app, 'Accepter cet éditeur et installer')
    reopen(app, NEXT)
    text(app, 'Intact, signé par « Marie & fils »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'))
    check(not app.shows('button', 'Accepter cet éditeur et installer'), 'the publisher is asked for again')
    app.check_dialog()
    install(app)
    reopen(app, STRANGER)
    text(app, re.compile('^Attention'))
    app.check_dialog()
    check(not app.shows('button', 'Installer'), 'a pack of another publisher is installed like any other')
    app.click('button', 'Annuler')
    app.wait_gone('button', 'Annuler')


@importing(DAMAGED, sizes=('1280x800', '360x720'))
def a_damaged_pack_is_refused_and_its_file_named(app):
    text(app, re.compile('^Endommagé.*files/guide.pdf'))
    check(not app.shows('button', 'Installer'), 'a damaged pack can be installed')
    app.click('button', 'Copier le rapport')
    app.check_dialog()
    app.click('button', 'Fermer', within=app.find('dialog'))
    app.wait_gone('dialog')
    wait_until(lambda: not objects(app), 10, lambda: f'left in the store: {objects(app)}')


@importing(TRAPS)
def names_of_a_hostile_pack_are_shown_as_they_are(app):
    text(app, TRAP)
    app.find(None, re.compile(re.escape('traps & <b>.tpack')))
    check(app.shows('label', TRAP), 'the publisher is not shown as it is')
    install(app, 'Accepter cet éditeur et installer')
    finish(app)
    show_pack(app, TRAP)
    app.check_screen()


@importing(PLAIN, SIGNED)
def several_packs_come_one_after_the_other(app):
    text(app, 'Pack d’essai')
    check(not app.shows(None, 'Pack signé'), 'two packs are asked about at once')
    app.press('Escape')
    text(app, 'Pack signé')
    app.click('button', 'Annuler')
    app.wait_gone('heading', 'Pack signé')
    check(not objects(app), f'left in the store: {objects(app)}')


@test(arguments=['--packs', EMPTY], env=STORE)
def a_pack_is_chosen_in_the_file_dialog(app):
    app.find('button', 'Importer un dossier…')
    app.check_screen(tab=True)
    app.click('button', 'Importer un pack…')
    wait_until(lambda: len(app.desktop.session.windows()) > 1, 15, 'no dialog for files')
    app.settle()
    app.type(str(PLAIN))
    app.press('Enter')
    text(app, 'Pack d’essai')
    install(app)


@importing(FIRST)
def an_update_is_told_in_words_and_taken_back(app):
    install(app)
    before = len(objects(app))
    reopen(app, SECOND)
    text(app, re.compile('version 1.0.0.*version 1.1.0'))
    text(app, re.compile('^1 ajout|1 ajout'))
    app.find('list item', re.compile('^Faire alliance'))  # moved webinars are open at once
    app.find(None, re.compile('10 décembre 2026'))
    app.check_dialog()
    app.click('button', 'Mettre à jour')
    text(app, 'Importé')
    check(len(objects(app)) == before + 2, f'{len(objects(app)) - before} new objects: the manifest and the entries were expected')
    finish(app)
    show_pack(app, 'Rendez-vous')
    app.click('list item', 'Revenir à la version 1.0.0…')
    dialog = app.find({'dialog', 'alert'})
    app.check_dialog()
    app.click('button', 'Revenir', within=dialog)
    app.find(None, 'Retour à la version 1.0.0')
    show_pack(app, 'Rendez-vous')
    app.find('list item', 'Revenir à la version 1.1.0…')


# -- looking after -------------------------------------------------------------------------------------------------


@importing(PLAIN)
def a_removed_pack_can_be_brought_back_until_its_room_is_freed(app):
    install(app)
    finish(app)
    show_pack(app, 'Pack d’essai')
    app.click('list item', 'Supprimer')
    app.click('button', 'Annuler la suppression')
    app.find('list item', 'Pages de Pack d’essai')
    show_pack(app, 'Pack d’essai')
    app.tab_to('list item', 'Supprimer')
    app.press('Enter')
    app.wait_gone('list item', 'Pages de Pack d’essai')
    wait_until(lambda: not objects(app), 30, lambda: f'the room is not freed: {objects(app)}')


@importing(PLAIN)
def verifying_names_the_damaged_file(app):
    install(app)
    finish(app)
    show_pack(app, 'Pack d’essai')
    app.click('list item', 'Vérifier maintenant')
    text(app, re.compile('^Intact'))
    guide = next(path for path in objects(app) if path.read_bytes() == GUIDE[1])
    guide.chmod(0o600)
    guide.write_bytes(GUIDE[1][:-1] + b'!')
    app.click('list item', 'Vérifier maintenant')
    text(app, 'Ce pack est endommagé.')
    app.find(None, re.compile('files/guide.pdf'))
    app.check_screen()
    reopen(app, PLAIN)  # importing it again mends it
    install(app, 'Réinstaller')
    check(any(path.read_bytes() == GUIDE[1] for path in objects(app)), 'the object is still damaged')


@importing(SIGNED)
def a_copy_for_a_colleague_is_whole(app):
    install(app, 'Accepter cet éditeur et installer')
    finish(app)
    target = Path(app.desktop.env['HOME']) / 'copie.tpack'
    show_pack(app, 'Pack signé')
    app.click('list item', 'Copier sur une clé…')
    wait_until(lambda: len(app.desktop.session.windows()) > 1, 15, 'no dialog for files')
    app.settle()
    app.press('ctrl+a')
    app.type(str(target))
    app.press('Enter')
    app.find(None, re.compile('copie.tpack.*vérifié'))
    with zipfile.ZipFile(target) as archive:
        check(archive.testzip() is None, 'the copy is damaged')
        check(archive.read('datapackage.json') == (place / 'signed/datapackage.json').read_bytes(), 'the manifest is not the same')
        check(archive.read('datapackage.json.sig') == (place / 'signed/datapackage.json.sig').read_bytes(), 'the signature is not the same')
    if shutil.which('unzip'):
        answer = subprocess.run(['unzip', '-t', target], capture_output=True, text=True)
        check(answer.returncode == 0, answer.stdout)


@importing(PLAIN, packs=BROKEN)
def a_broken_pack_leads_to_what_is_wrong(app):
    install(app)
    finish(app)
    show_packs(app)
    app.click('list item', 'abime')
    app.click('list item', 'Voir ce qui ne va pas')
    text(app, 'Ce pack ne peut pas être ouvert')
    app.press('alt+Left')
    app.check_screen(tab=True)


@importing(SIGNED, sizes=('1280x800', '360x720'), styles=('light', 'dark'), packs=BROKEN)
def the_page_of_packs_fits_and_is_reached_by_keyboard(app):
    install(app, 'Accepter cet éditeur et installer')
    finish(app)
    show_packs(app)
    app.check_screen(tab=True)
    app.click('list item', 'Pack signé')
    app.find('list item', 'Vérifier maintenant')
    app.check_screen(tab=True)


@importing(SIGNED, sizes=('360x720',), text_scale=2.0)
def large_text_fits_a_narrow_window(app):
    text(app, re.compile('signataire inconnu'))
    app.check_dialog()
    install(app, 'Accepter cet éditeur et installer')
    app.check_dialog()
    finish(app)
    show_packs(app)
    app.check_screen()
    app.click('list item', 'Pack signé')
    app.find('list item', 'Vérifier maintenant')
    app.check_screen()


# -- interrupted, large --------------------------------------------------------------------------------------------


def incoming(app):
    return sum(path.stat().st_size for path in list((store(app)).rglob('*')) if path.is_file())


@test(arguments=['--packs', EMPTY], env=STORE)
def an_import_that_was_killed_is_offered_again(app):
    source = large(200)
    app.stop()
    app.process = app.desktop.start([*app.program, *app.arguments, source], 'program.log', **app.more_env)
    wait_until(lambda: store(app).exists() and incoming(app) > 10_000_000, 30, 'nothing is read')
    os.killpg(app.process.pid, signal.SIGKILL)
    app.process.wait(10)
    kept = incoming(app)
    check(kept < 190_000_000, 'it was killed too late')
    app.start()
    app.find(None, re.compile('L’importation de .* n’est pas terminée'))
    app.click('list item', 'Packs')
    app.find('button', 'Abandonner')
    app.check_screen()
    app.click('button', 'Reprendre')
    install(app)
    check(incoming(app) >= 200_000_000, 'the pack is not whole')


@test(arguments=['--packs', EMPTY], env=STORE)
def a_key_that_was_pulled_leaves_what_was_read(app):
    key = place / 'key'
    shutil.copytree(large(200), key, copy_function=os.link)
    app.stop()
    app.process = app.desktop.start([*app.program, *app.arguments, key], 'program.log', **app.more_env)
    wait_until(lambda: store(app).exists() and incoming(app) > 10_000_000, 30, 'nothing is read')
    key.rename(place / 'pulled')
    app.find('button', 'Plus tard')
    app.check_dialog()
    app.click('button', 'Plus tard')
    app.click('list item', 'Packs')
    app.find('button', 'Abandonner')
    (place / 'pulled').rename(key)
    app.click('button', 'Reprendre')
    install(app)


@test(arguments=['--packs', EMPTY], env=STORE)
def the_window_stays_awake_and_cancels_at_once(app):
    source = large(200)
    app.stop()
    app.process = app.desktop.start([*app.program, *app.arguments, source], 'program.log', **app.more_env)
    cancel = app.find('button', 'Annuler', seconds=30)
    longest, answers = 0, 0
    while app.tree.ask(cancel.address, 'org.a11y.atspi.Accessible', 'GetState') is not None:
        began = time.monotonic()
        app.tree.ask(cancel.address, 'org.a11y.atspi.Accessible', 'GetState')
        longest, answers = max(longest, time.monotonic() - began), answers + 1
        time.sleep(.03)
        if app.tree.ask(cancel.address, 'org.a11y.atspi.Accessible', 'GetState') is None:
            break
        if answers > 2000:
            break
    print(f'# longest answer while checking 200 MB: {longest * 1000:.0f} ms of {answers}', file=sys.stderr)
    check(answers > 3, 'it was over before anything could be measured')
    check(longest < 1, f'an answer took {longest:.1f} s')
    app.find('button', 'Installer', seconds=60)
    app.click('button', 'Annuler')
    wait_until(lambda: not objects(app), 20, lambda: f'left in the store: {len(objects(app))} objects')


run()
