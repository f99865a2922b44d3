#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Favourites and notes: kept by a star and by writing, found in one list, lost by nothing that happens to a pack."""

import hashlib
import json
import re
import shutil
import sqlite3
import tempfile
from pathlib import Path

from gi.repository import GLib

from driver import SOURCE, check, run, test, wait_until

LEVERS = 'Sept leviers de conduite du changement'
ADD, REMOVE = 'Ajouter aux favoris', 'Retirer des favoris'
NOTE = 'Pour le conseil de mars : lire la page 3.'

PLACE = Path(tempfile.mkdtemp(prefix='territoires-'))
PACK = PLACE / 'solar-system'


def fresh_pack():
    """A copy of its own, which may be changed."""
    shutil.rmtree(PACK, ignore_errors=True)
    shutil.copytree(SOURCE / 'tests/corpus/packs/valid/solar-system', PACK)


def without(value, entry_id):
    """The same without this id in any list, and without links to it in any text."""
    if isinstance(value, list):
        return [without(item, entry_id) for item in value if item != entry_id and not (isinstance(item, dict) and item.get('id') == entry_id)]
    if isinstance(value, dict):
        return {name: without(member, entry_id) for name, member in value.items()}
    return re.sub(rf'\[([^]]*)\]\(entry:{entry_id}\)', r'\1', value) if isinstance(value, str) else value


def withdraw(entry_id):
    """A new version of the pack, without this entry and all that names it."""
    manifest = without(json.loads((PACK / 'datapackage.json').read_text()), entry_id)
    for resource in manifest['resources']:
        path = PACK / resource['path']
        if resource['role'] == 'entries':
            path.write_text(json.dumps(without(json.loads(path.read_text()), entry_id), ensure_ascii=False))
        elif path.suffix == '.md':
            path.write_text(without(path.read_text(), entry_id))
        data = path.read_bytes()
        resource['bytes'], resource['hash'] = len(data), 'sha256:' + hashlib.sha256(data).hexdigest()
    manifest['version'] = '1.1.0'
    (PACK / 'datapackage.json').write_text(json.dumps(manifest, ensure_ascii=False))


def restart(app):
    app.press('ctrl+q')
    check(app.process.wait(10) == 0, f'ended with status {app.process.returncode}:\n{app.log()[-1500:]}')
    app.start()


def open_levers(app):
    app.go_to('Comprendre')
    app.tab_to('list item', LEVERS)
    app.press('Enter')
    app.find('toggle button', re.compile(f'^({ADD}|{REMOVE})$'))


def open_favourites(app):
    app.open_row('Favoris')


def write(app, text):
    app.click('text', 'Ma note')
    app.type(text)


def row(app, title):
    return app.find('list item', title, within=app.find('article', 'Favoris'))


def text_within(app, node):
    fresh = next(n for n in app.nodes() if n == node)
    return '\n'.join(n.name for n in fresh.descendants() if n.role == 'label')


@test(sizes=('1280x800', '360x720'))
def without_any_the_page_tells_how_to_begin(app):
    open_favourites(app)
    app.find(None, 'Pas encore de favoris')
    app.check_screen()


@test()
def a_star_is_found_in_the_list_and_after_a_restart(app):
    open_levers(app)
    app.click('toggle button', ADD)
    app.find('toggle button', REMOVE, states=['pressed'])
    restart(app)
    app.find('toggle button', REMOVE, states=['pressed'])
    open_favourites(app)
    app.click(node=row(app, LEVERS))
    star = app.find('toggle button', REMOVE, states=['pressed'])
    app.click(node=star)
    app.find('toggle button', ADD, without=['pressed'])
    app.press('alt+Left')
    app.find(None, 'Pas encore de favoris')


@test()
def the_last_one_added_comes_first(app):
    open_levers(app)
    app.press('ctrl+d')
    app.find('toggle button', REMOVE)
    app.press('alt+Left')
    others = [n.name for n in app.find_all('list item') if n.name in app.entry_titles() and n.name != LEVERS]
    app.click('list item', others[0])
    app.find('toggle button', ADD)
    app.press('ctrl+d')
    app.find('toggle button', REMOVE)
    open_favourites(app)
    row(app, LEVERS)
    names = [n.name for n in app.find_all('list item') if n.name in (LEVERS, others[0])]
    check(names == [others[0], LEVERS], f'the list is {names}')


@test()
def a_note_says_that_it_is_saved_and_is_there_after_a_restart(app):
    open_levers(app)
    write(app, NOTE)
    app.find('label', 'Enregistré')
    restart(app)
    wait_until(lambda: app.text_of('text', 'Ma note') == NOTE, 10, lambda: f'the note is “{app.text_of("text", "Ma note")}”')
    open_favourites(app)
    app.find('heading', 'Notes')
    check('Note\u00a0: ' + NOTE in text_within(app, row(app, LEVERS)), f'the row says {text_within(app, row(app, LEVERS))!r}')
    app.check_screen(tab=True)


@test()
def a_note_is_saved_when_the_window_is_closed_at_once(app):
    open_levers(app)
    write(app, 'Dit en passant')
    restart(app)
    wait_until(lambda: app.text_of('text', 'Ma note') == 'Dit en passant', 10, 'what was written last is lost')


@test()
def a_note_is_saved_when_its_page_is_left_at_once(app):
    open_levers(app)
    write(app, 'Dit en passant')
    app.press('alt+Left')
    open_favourites(app)
    check('Dit en passant' in text_within(app, row(app, LEVERS)), 'what was written last is lost')


@test()
def a_note_that_is_emptied_is_gone(app):
    open_levers(app)
    write(app, 'Provisoire')
    app.find('label', 'Enregistré')
    app.press('ctrl+a', 'BackSpace')
    open_favourites(app)
    app.find(None, 'Pas encore de favoris')


@test()
def all_of_it_with_the_keyboard_alone(app):
    app.press('F9', 'Home', 'Down', 'Down', 'Down', 'Enter')
    app.settle()
    open_levers(app)
    app.tab_to('toggle button', ADD)
    app.press('Space')
    app.find('toggle button', REMOVE, states=['pressed'])
    app.press('ctrl+d')
    app.find('toggle button', ADD, without=['pressed'])
    app.press('ctrl+d')
    app.find('toggle button', REMOVE, states=['pressed'])
    app.tab_to('text', 'Ma note')
    app.type('Au clavier')
    app.press('Tab')
    check(app.focused() is None or app.focused().role != 'text', 'Tab does not leave the note')
    app.find('label', 'Enregistré')
    check(app.text_of('text', 'Ma note') == 'Au clavier', 'Tab has written into the note')
    app.press('F9', 'End', 'Up', 'Enter')  # Packs is the last one
    row(app, LEVERS)
    app.tab_to('button', f'Retirer «\u00a0{LEVERS}\u00a0» des favoris')
    app.press('Space')
    app.find('heading', 'Notes')
    app.find('label', 'Retirée des favoris')
    app.tab_to('button', 'Annuler')
    app.press('Space')
    app.wait_gone('heading', 'Notes')
    row(app, LEVERS)


@test()
def a_removed_note_can_be_put_back(app):
    open_levers(app)
    write(app, NOTE)
    app.find('label', 'Enregistré')
    open_favourites(app)
    app.click('button', f'Supprimer la note sur «\u00a0{LEVERS}\u00a0»')
    app.find(None, 'Pas encore de favoris')
    app.click('button', 'Annuler')
    check(NOTE in text_within(app, row(app, LEVERS)), 'the note is not as it was')


@test()
def a_note_that_is_too_long_is_cut_and_says_so(app):
    open_levers(app)
    note = app.click('text', 'Ma note')
    text = '🌍é' * 6000
    check(app.tree.ask(note.address, 'org.a11y.atspi.EditableText', 'InsertText', GLib.Variant('(isi)', (0, text, len(text.encode())))) is not None,
          'a screen reader cannot write the note')
    app.find('label', 'Enregistré. Une note compte au plus 10\u202f000 caractères.')
    check(app.text_of('text', 'Ma note') == text[:10000], 'the note is not cut at ten thousand characters')
    restart(app)
    wait_until(lambda: app.text_of('text', 'Ma note') == text[:10000], 10, 'the long note is not as it was')


@test()
def many_are_shown_some_at_a_time(app):
    app.press('ctrl+q')
    app.process.wait(10)
    with sqlite3.connect(app.desktop.folder / 'home/.local/share/territoires/user.sqlite') as state:
        state.executemany("INSERT INTO favourite (pack_id, entry_id, added_at, title, kind, pack_title) VALUES ('essai', ?, ?, ?, 'page', 'Essai')",
                          [(f'e{number}', number, f'Favori {number}') for number in range(250)])
    app.start()
    open_favourites(app)
    row(app, 'Favori 249')
    check(not app.shows('list item', 'Favori 149'), 'all are shown at once')
    app.act('button', 'En montrer plus')
    row(app, 'Favori 50')
    app.act('button', 'En montrer plus')
    row(app, 'Favori 0')
    check(not app.shows('button', 'En montrer plus'), 'there is more than all')


@test(sizes=('360x720', '1280x800', '1920x1080'))
def star_and_note_fit_every_window(app):
    look_at_both(app)
    app.check_screen(tab=True)


@test(sizes=('360x720',), styles=('dark',))
def star_and_note_are_legible_in_dark(app):
    look_at_both(app)


def look_at_both(app):
    open_levers(app)
    app.press('ctrl+d')
    app.find('toggle button', REMOVE)
    write(app, NOTE * 5)
    app.find('label', 'Enregistré')
    app.check_screen()
    open_favourites(app)
    row(app, LEVERS)
    app.check_screen()


@test(arguments=['--packs', PLACE], sizes=('1280x800', '360x720'))
def what_has_gone_is_still_listed_and_comes_back(app):
    # Whatever another case has left of it.
    fresh_pack()
    restart(app)
    for section, title in (('Worlds', 'Dwarf planets'), ('Missions', 'Mariner 10')):
        app.open_row(section)
        app.click(None, title)
        app.find('toggle button', ADD)
        app.press('ctrl+d')
        app.find('toggle button', REMOVE)
    withdraw('dwarf-planets')
    restart(app)
    open_favourites(app)
    wait_until(lambda: 'N’est plus dans ce pack' in text_within(app, row(app, 'Dwarf planets')), 10, 'nothing says that the entry has gone')
    check('N’est plus' not in text_within(app, row(app, 'Mariner 10')), 'what is there is said to be gone')
    app.check_screen(tab=True)

    (PACK / 'datapackage.json').write_text('{')
    restart(app)
    open_favourites(app)
    wait_until(lambda: 'Son pack ne peut pas être ouvert' in text_within(app, row(app, 'Dwarf planets')), 10, 'nothing says that the pack is broken')

    shutil.rmtree(PACK)
    restart(app)
    open_favourites(app)
    for title in ('Dwarf planets', 'Mariner 10'):
        wait_until(lambda: 'Son pack n’est pas installé' in text_within(app, row(app, title)), 10, 'nothing says that the pack has gone')
        check('The Solar System at a glance' in text_within(app, row(app, title)), 'the name of the pack is lost')
    app.check_screen()
    app.click('button', 'Retirer «\u00a0Dwarf planets\u00a0» des favoris')
    app.wait_gone('list item', 'Dwarf planets')

    fresh_pack()
    restart(app)
    open_favourites(app)
    wait_until(lambda: 'Son pack' not in text_within(app, row(app, 'Mariner 10')), 10, 'the pack is back, its favourite is not')
    app.click(node=row(app, 'Mariner 10'))
    app.find('toggle button', REMOVE, states=['pressed'])


run()
