#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the pages: going about, searching, full screen, what is remembered, packs that are not as they should be."""

import hashlib
import json
import re
import shutil
import sqlite3
import tempfile
from pathlib import Path

from driver import PLATFORM, SOURCE, check, run, test, wait_until

CORPUS = SOURCE / 'tests/corpus/packs'
TRAP = 'Voirie & réseaux <b>gras</b> &amp; <a href="file:///etc/passwd">lien</a>'


def pack(folder, sections, entries, title='Essai'):
    """A small pack, whole enough to be opened."""
    (folder / 'content').mkdir(parents=True)
    text = json.dumps(entries, ensure_ascii=False)
    (folder / 'content/entries.json').write_text(text)
    (folder / 'datapackage.json').write_text(json.dumps({
        '$schema': 'https://territoires-en-actions.fr/schema/1/datapackage.json', 'format': [1, 0], 'name': folder.name,
        'version': '1.0.0', 'title': title, 'description': title, 'languages': ['fr'], 'created': '2026-11-01',
        'licenses': [{'name': 'CC0-1.0'}], 'sections': sections,
        'resources': [{'name': 'entries', 'path': 'content/entries.json', 'role': 'entries', 'mediatype': 'application/json',
                       'bytes': len(text.encode()), 'hash': 'sha256:' + hashlib.sha256(text.encode()).hexdigest()}],
    }, ensure_ascii=False))


place = Path(tempfile.mkdtemp(prefix='territoires-'))
TRAPS, MIXED, LATER = place / 'traps', place / 'mixed', place / 'later'
SOURCES = [{'title': TRAP, 'url': 'https://example.org/a?b=1&c=2', 'note': TRAP}]
pack(TRAPS / 'trap', [
    {'id': 'pages', 'title': TRAP, 'summary': TRAP, 'notice': TRAP, 'view': 'pages', 'show': {'kinds': ['page']}},
    {'id': 'new', 'title': 'Vue inconnue', 'view': 'hologram', 'show': {'kinds': ['page']}},
    {'id': 'strange', 'title': 'Fiches inconnues', 'view': 'hologram', 'show': {'kinds': ['hologram']}},
], [
    {'id': 'one', 'kind': 'page', 'title': TRAP, 'summary': TRAP, 'notice': TRAP, 'body': 'Un & deux.', 'sources': SOURCES, 'related': ['two']},
    {'id': 'two', 'kind': 'page', 'title': 'Deux', 'summary': TRAP, 'sources': SOURCES},
    {'id': 'three', 'kind': 'hologram', 'title': 'Trois', 'summary': TRAP, 'sources': SOURCES},
], title=TRAP)
shutil.copytree(CORPUS / 'invalid/json-syntax', MIXED / 'abime')
shutil.copytree(CORPUS / 'valid/minimal', MIXED / 'minimal')
LATER.mkdir()


def title(app):
    return next(iter(app.desktop.session.windows()), '')


def wait_title(app, text):
    wait_until(lambda: title(app).startswith(text), 10, lambda: f'the window is called “{title(app)}”, not “{text} …”')


def open_a_page(app):
    """From a section, with the keyboard alone; the row's name."""
    app.go_to('Comprendre')
    row = app.tab_to('list item', 'Sept leviers de conduite du changement')
    app.press('Enter')
    wait_title(app, row.name)
    return row.name


@test()
def back_returns_to_the_row_that_opened_the_page(app):
    name = open_a_page(app)
    app.press('alt+Left')
    wait_title(app, 'Comprendre')
    wait_until(lambda: (app.focused() or app.nodes()[0]).name == name, 5, lambda: f'the focus is on {app.focused()!r}')


@test()
def back_goes_across_sections_and_forward_again(app):
    name = open_a_page(app)
    app.go_to('Catalyseurs')
    wait_title(app, 'Catalyseurs')
    app.press('alt+Left')
    wait_title(app, name)
    app.press('alt+Left')
    wait_title(app, 'Comprendre')
    app.press('alt+Right')
    wait_title(app, name)


@test()
def arrows_walk_the_sidebar_and_enter_opens(app):
    app.press('F9')
    check(app.focused().name == 'Accueil', f'F9 leads to {app.focused()!r}')
    app.press('Down', 'Down')
    check(title(app).startswith('Accueil'), 'an arrow alone has changed the page')
    app.press('Enter')
    wait_title(app, 'Observatoire')
    app.press('Tab')
    check(not any(a.role == 'list' and a.name == 'Sections' for a in app.focused().ancestors()), 'Tab does not leave the sidebar')


@test(sizes=('360x720',))
def a_narrow_window_goes_from_list_to_page_and_back(app):
    app.go_to('Comprendre')
    wait_title(app, 'Comprendre')
    check(not app.shows('list item', 'Accueil'), 'the sidebar still shows')
    app.click('button', 'Retour')
    app.find('list item', 'Accueil')
    app.check_screen()


@test(sizes=('1280x800', '360x720'))
def search_forgives_accents_and_says_how_many(app):
    app.press('ctrl+f')
    app.type('evenement mobilite')
    app.press('ctrl+a')
    app.type('metier')
    app.find('list item', re.compile('Métier 1'))
    app.find('label', re.compile(r'^\d+ (résultat|result)s?'))
    app.check_screen(tab=True)


@test()
def search_opens_a_result_and_comes_back_to_them(app):
    app.press('ctrl+f')
    app.type('leviers')
    app.find('list item', 'Sept leviers de conduite du changement')
    app.tab_to('list item', 'Sept leviers de conduite du changement')
    app.press('Enter')
    wait_title(app, 'Sept leviers')
    app.press('ctrl+f')
    wait_title(app, 'Rechercher')
    check(app.focused().text() == 'leviers', 'the words searched are gone')
    app.press('Escape')
    wait_title(app, 'Accueil')


@test()
def a_search_without_result_leads_on(app):
    app.press('ctrl+f')
    app.type('xyzzy')
    app.find(None, re.compile('^Aucun résultat pour'))
    app.check_screen(tab=True)
    app.click('button', 'Thématiques')
    wait_title(app, 'Thématiques')


@test(sizes=('1920x1080',))
def full_screen_is_larger_and_hides_the_sidebar(app):
    def height():
        return app.find('heading', 'Par où commencer').extents()[3]
    before = height()
    app.press('F11')
    app.wait_gone('list item', 'Accueil')
    wait_until(lambda: height() > before * 1.4, 5, 'the text is not larger')
    larger = height()
    app.press('ctrl++', 'ctrl++')
    wait_until(lambda: height() > larger, 5, 'Ctrl + does not enlarge the text')
    app.check_screen()
    app.press('Escape')
    app.find('list item', 'Accueil')
    wait_until(lambda: height() == before, 5, 'the text stays large after full screen')


@test()
def the_place_and_what_was_read_are_remembered(app):
    name = open_a_page(app)
    app.settle()
    wait_title(app, name)
    wait_until(lambda: recent(app, name), 10, f'“{name}” is not among the pages recently read')
    app.press('alt+Left')
    wait_title(app, 'Comprendre')
    app.stop()
    app.start()
    wait_title(app, 'Comprendre')
    check(recent(app, name), 'what was read is forgotten after a new start')


def recent(app, name):
    app.click('list item', 'Lus récemment')
    app.settle()
    found = app.shows('list item', name)
    app.press('alt+Left')
    return found


@test()
def what_former_and_newer_versions_remembered_is_not_lost(app):
    home = app.desktop.folder / 'home'
    settings = next(home.rglob('glib-2.0/settings/keyfile'), home / '.config/glib-2.0/settings/keyfile')
    app.press('ctrl+q')
    app.process.wait(10)
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("[fr/territoires_en_actions/Territoires]\nlast-section=('innovation-territoriale', 'reperes', '')\nwelcome-seen=true\n")
    with sqlite3.connect(home / '.local/share/territoires/user.sqlite') as state:
        state.execute("INSERT INTO recent VALUES ('territoires:constellation?star=vega', 100)")
    app.start()
    wait_title(app, 'Comprendre')
    app.click('list item', 'Lus récemment')
    app.click('list item', 'D’une version plus récente')
    app.find('label', re.compile('mettez l’application à jour'))
    app.press('ctrl+q')
    app.process.wait(10)
    app.start()
    wait_title(app, 'D’une version plus récente')


@test(languages=('fr', 'en'), sizes=('1280x800', '360x720'))
def the_dialogs_are_sound(app):
    for key in ('ctrl+,', 'ctrl+?'):
        app.press(key)
        app.find('dialog')
        app.check_dialog()
        app.press('Escape')
        app.wait_gone('dialog')


@test()
def preferences_change_the_text_and_forget_what_was_read(app):
    app.press('ctrl+,')
    app.click('button', 'Agrandir le texte')
    app.find('label', '110\u202f%')
    app.tab_to(None, 'Effacer la liste')
    app.press('Enter')
    app.find('label', 'Liste effacée')


@test()
def a_link_is_shown_before_it_is_opened(app):
    open_a_page(app)
    link = app.tab_to('list item', re.compile('page d’accueil de la plateforme|^L’évaluation|Le RAMEAU'))
    app.press('Enter')
    app.find(None, 'Ouvrir ce lien\u202f?')
    app.find('label', re.compile('^https://'))
    app.check_dialog()
    app.press('Escape')
    app.wait_gone(None, 'Ouvrir ce lien\u202f?')
    check(app.focused() is not None and app.focused().name == link.name, 'the focus does not come back to the link')


@test(sizes=('1280x800', '360x720'), arguments=['--packs', MIXED])
def a_broken_pack_shows_its_issues_while_others_work(app):
    app.press('F9')
    app.click('list item', 'Pages')
    wait_title(app, 'Pages')
    app.press('F9')
    app.click('list item', 'abime ne peut pas être ouvert')
    app.find('heading', 'Ce pack ne peut pas être ouvert')
    app.find('label', re.compile(r'content/entries.json, ligne \d+, colonne \d+'))
    app.check_screen(tab=True)


@test(sizes=('1280x800', '360x720'), arguments=['--packs', TRAPS])
def markup_in_pack_texts_is_shown_as_it_is_written(app):
    check(title(app).startswith(TRAP), f'the title is “{title(app)}”')
    app.press('F9')
    shown = {node.name for node in app.nodes()}
    check(TRAP in shown, 'the section’s title is not shown as written')
    app.click('list item', TRAP)
    app.find('list item', 'Deux')
    app.click('list item', TRAP, within=None) if app.size.startswith('360') else app.click(node=app.find_all('list item', TRAP)[-1])
    app.find('label', 'Un & deux.')
    texts = [node.name for node in app.nodes() if node.role in ('label', 'heading')]
    check(texts.count(TRAP) >= 4, f'title, summary, notice and source should show as written, among {texts}')
    app.check_screen()


@test(arguments=['--packs', TRAPS])
def what_is_not_known_is_shown_quietly(app):
    app.click('list item', 'Vue inconnue')
    app.find('list item', 'Deux')
    app.click('list item', 'Fiches inconnues')
    app.click('list item', 'Trois')
    wait_title(app, 'Trois')
    app.find('label', TRAP)
    app.check_screen(tab=True)


@test(arguments=['--packs', LATER])
def a_pack_that_comes_later_is_found(app):
    app.find(None, 'Aucun pack de contenus pour le moment')
    app.check_screen(tab=True)
    shutil.copytree(PLATFORM, LATER / PLATFORM.name)
    try:
        app.click('button', 'Vérifier à nouveau')
        app.find('list item', 'Thématiques')
        app.find('heading', 'Par où commencer')
    finally:
        shutil.rmtree(LATER / PLATFORM.name)


try:
    run()
finally:
    shutil.rmtree(place)
