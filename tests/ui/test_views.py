#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Webinars, kits, examples and goals: from their lists to files that another program opens."""

import atexit
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

from driver import PLATFORM, check, run, test, wait_until
from driver.packs import folder, kit, webinar

BOTH = {'sizes': ('1280x800', '360x720')}

PLACE = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, PLACE)
# Four webinars a month since 2020, the last ones to come in 2026; and hundreds of kits. The test's day is 23 November 2026.
folder(PLACE / 'packs/many', [webinar(f'seance-{n}', f'Séance {n}', f'{2020 + n // 48}-{n % 48 // 4 + 1:02}-{n % 4 * 7 + 1:02}T13:00',
                                      status='cancelled' if n == 335 else 'confirmed') for n in range(336)]
       + [kit(f'kit-{n}', f'Kit {n}', links=[{'title': 'La source', 'url': 'https://example.org/'}]) for n in range(300)], title='Beaucoup')
many = {'arguments': ['--packs', PLACE / 'packs']}


def entries(kind):
    for path in sorted((PLATFORM / 'content').glob('*.json')):
        for entry in json.loads(path.read_text()):
            if entry.get('kind') == kind:
                yield entry


def open_entry(app, section, role, title):
    app.go_to(section)
    app.click(role, title)
    app.settle()


# Webinars

@test(**BOTH)
def past_webinars_are_listed_by_year(app):
    app.go_to('Webinaires')
    for year in sorted({entry['start'][:4] for entry in entries('webinar')}):
        check(app.shows('heading', year), f'no heading for {year}')
    app.find(name=re.compile('^Aucun webinaire n’est prévu'))
    app.check_screen()


@test(env={'TER_NOW': '2020-05-20T12:00:00+02:00'}, **BOTH)
def the_next_webinar_comes_first(app):
    app.go_to('Webinaires')
    app.find('heading', 'Prochain webinaire')
    app.find('button', re.compile('^Les exemples inspirants de la co-construction'))
    app.find('heading', 'À venir')
    app.check_screen(tab=True)


@test(env={'TER_NOW': '2020-05-28T13:30:00+02:00'})
def a_webinar_under_way_says_so(app):
    app.go_to('Webinaires')
    app.find('heading', 'En ce moment')
    app.find('label', 'En cours')


@test(**BOTH)
def a_webinar_tells_when_and_by_whom(app):
    open_entry(app, 'Webinaires', 'list item', re.compile('^Les exemples inspirants de la co-construction'))
    app.find('label', 'Jeudi 28 mai 2020 de 13:00 à 14:00')
    app.find('label', re.compile('^Heure de Paris · 1 heure'))
    app.find('list', 'Intervenants')
    app.find('heading', 'Programme')
    app.find('list', 'Ressources')
    app.check_screen(tab=True)


@test()
def a_webinar_is_saved_as_a_calendar_file(app):
    open_entry(app, 'Webinaires', 'list item', re.compile('^Les exemples inspirants de la co-construction'))
    target = app.desktop.folder / 'home' / 'webinaire.ics'
    app.click('button', 'Enregistrer un fichier d’agenda…')
    app.choose_file(target)
    wait_until(target.exists, 10, f'{target} was not written')
    text = target.read_bytes().decode()
    for line in ('BEGIN:VCALENDAR', 'TZID:Europe/Paris', 'DTSTART;TZID=Europe/Paris:20200528T130000', 'DTEND;TZID=Europe/Paris:20200528T140000',
                 'UID:web-2@innovation-territoriale.packs.territoires-en-actions.fr', 'END:VCALENDAR'):
        check(line in text.split('\r\n'), f'not in the file: {line}\n{text}')


@test()
def without_a_calendar_the_webinar_can_be_saved(app):
    open_entry(app, 'Webinaires', 'list item', re.compile('^Les exemples inspirants de la co-construction'))
    app.click('button', 'Ajouter à mon agenda')
    app.find(name='Aucun agenda trouvé')
    app.check_screen()
    app.click('button', 'Enregistrer…')
    target = app.desktop.folder / 'home' / 'autre.ics'
    app.choose_file(target)
    wait_until(target.exists, 10, f'{target} was not written')


# Kits

def one_kit_with_files():
    return next(entry for entry in entries('kit') if len(entry.get('files', [])) > 1)


@test(**BOTH)
def a_kit_lists_its_files(app):
    kit = one_kit_with_files()
    open_entry(app, 'Kits et documents', 'button', kit['title'])
    for file in kit['files']:
        app.find('list item', file['title'])
        app.find('button', f'Enregistrer «\u00a0{file["title"]}\u00a0»…')
    app.check_screen(tab=True)


@test(**BOTH)
def a_kit_with_only_a_link_says_so(app):
    kit = next(entry for entry in entries('kit') if not entry.get('files') and entry.get('links'))
    open_entry(app, 'Kits et documents', 'list item', kit['title'])
    app.find(name=re.compile('^Ce pack ne contient pas les fichiers de ce kit'))
    app.check_screen(tab=True)


@test()
def one_file_is_saved(app):
    kit = one_kit_with_files()
    file = kit['files'][0]
    open_entry(app, 'Kits et documents', 'button', kit['title'])
    target = app.desktop.folder / 'home' / 'ma copie.pdf'
    app.click('button', f'Enregistrer «\u00a0{file["title"]}\u00a0»…')
    app.choose_file(target)
    wait_until(target.exists, 10, f'{target} was not written')
    check(digest(target) == digest(PLATFORM / file['path']), 'the copy is not the same')


@test()
def all_files_are_saved(app):
    kit = one_kit_with_files()
    open_entry(app, 'Kits et documents', 'button', kit['title'])
    folder = app.desktop.folder / 'home' / 'Clé USB'
    folder.mkdir()
    first = kit['files'][0]['path'].rsplit('/', 1)[-1]
    (folder / first).write_text('le mien')
    app.click('button', re.compile('^Tout enregistrer…'))
    app.choose_folder(folder, 'Enregistrer ici')
    count = len(kit['files'])
    wait_until(lambda: len(list(folder.iterdir())) == count + 1, 10, lambda: f'in the folder: {sorted(path.name for path in folder.iterdir())}')
    check((folder / first).read_text() == 'le mien', 'a file that was there was written over')
    app.find(name=re.compile(f'{count} fichiers enregistrés dans «\u00a0Clé USB\u00a0»'))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Examples

@test(**BOTH)
def examples_are_narrowed_by_choices(app):
    everything = list(entries('example'))
    both = [entry for entry in everything if {'field:mobilite', 'field:emploi-insertion'} & set(entry['tags'])]
    app.go_to('Exemples inspirants')
    app.find('label', f'{len(everything)} exemples')
    if app.size == '360x720':
        app.click('toggle button', 'Filtres')
        app.settle()
    app.click('check box', re.compile('^Mobilité'))
    app.click('check box', re.compile('^Emploi et insertion'))
    if app.size == '360x720':
        app.click('button', f'Voir {len(both)} exemples')
    app.find('label', f'{len(both)} exemples sur {len(everything)}')
    app.check_screen()
    app.click('button', 'Retirer le filtre «\u00a0Mobilité\u00a0»')
    app.find('label', re.compile(f'^{len([e for e in everything if "field:emploi-insertion" in e["tags"]])} exemples sur'))
    app.click('button', 'Tout effacer')
    app.find('label', f'{len(everything)} exemples')


@test()
def examples_are_found_by_their_region(app):
    app.go_to('Exemples inspirants')
    app.click('button', 'Domaine')
    app.click('button', 'Région')
    app.click('check box', re.compile('^Hauts-de-France'))
    app.find('label', re.compile(r'^\d+ exemples sur'))
    app.find('button', 'Retirer le filtre «\u00a0Hauts-de-France\u00a0»')
    app.check_screen(tab=True)


@test()
def words_narrow_examples_and_nothing_found_is_told(app):
    app.go_to('Exemples inspirants')
    app.click('entry', 'Chercher dans les exemples')
    app.type('saint-maurice')
    app.find('label', re.compile('^1 exemple sur'))
    app.type(' zzzz')
    app.find(name='Aucun exemple ne correspond')
    app.check_screen(tab=True)
    app.click('button', 'Effacer tous les filtres')
    app.find('list item', re.compile('^Agir ensemble'))


@test(**BOTH)
def an_example_tells_place_actors_and_goals(app):
    open_entry(app, 'Exemples inspirants', 'list item', re.compile('^Agir ensemble'))
    app.find('label', 'Lieu')
    app.find('heading', 'Acteurs')
    app.find('button', 'Objectif 4\u00a0: Éducation de qualité')
    app.check_screen(tab=True)


@test(**BOTH)
def an_example_is_told_in_parts(app):
    """In the order in which one reads them, the result's number first; the address of whom to ask is shown before it is opened."""
    open_entry(app, 'Exemples inspirants', 'list item', re.compile('^Laboratoire régional des partenariats'))
    app.find('label', '70')
    app.find('label', 'Partenariats et plus, après six ans')
    headings = ['Le besoin', 'Acteurs', 'Comment', 'Les moyens', 'Ce qui en est sorti', 'Ce qui a coincé', 'Chez vous', 'Où en est-on', 'À qui demander']
    shown = [node.name for node in app.find_all('heading') if node.name in headings]
    check(shown == headings, f'the parts are {shown}')
    app.find('label', re.compile('^Dernière nouvelle\u00a0: 22 nov'))
    app.check_screen(tab=True)
    app.click('list item', re.compile('^Le Labo des partenariats'))
    app.find(None, re.compile(re.escape('https://www.lelabo-partenariats.org')), within=app.find({'dialog', 'alert'}))


@test()
def one_leaves_and_comes_back(app):
    for section, role, title in (('Exemples inspirants', 'list item', re.compile('^Agir ensemble')),
                                 ('Kits et documents', 'button', one_kit_with_files()['title']),
                                 ('Webinaires', 'list item', re.compile('^Les exemples inspirants')),
                                 ('Alliances & ODD', 'button', re.compile('^Objectif 17'))):
        open_entry(app, section, role, title)
        app.go_to('À propos')
        app.go_to(section)
        app.find(role, title)
        app.check_alive()


# Goals

@test(languages=('fr', 'en'), sizes=('1280x800', '360x720'), styles=('light', 'dark'))
def goals_are_seventeen_tiles(app):
    app.go_to('Alliances & ODD')
    tiles = app.find_all('button', re.compile('^(Objectif|Goal) [0-9]+'))
    check(len(tiles) == 17, f'{len(tiles)} tiles')
    app.check_screen()


@test(**BOTH)
def goal_17_shows_its_targets(app):
    goal = next(entry for entry in entries('goal') if entry.get('targets'))
    open_entry(app, 'Alliances & ODD', 'button', re.compile('^Objectif 17'))
    for target in goal['targets']:
        app.find('list item', re.compile('^' + re.escape(target['code']) + ' '))
    app.find('list', re.compile('^Kits'))
    app.check_screen(tab=True)


@test()
def a_goal_leads_to_its_examples(app):
    open_entry(app, 'Alliances & ODD', 'button', re.compile('^Objectif 8'))
    check(app.find_all('list', re.compile(r'^Exemples \([0-9]+\)')), 'no list of examples')
    app.click('button', re.compile('^Afficher les'))
    app.check_screen()


# Sections of hundreds of entries: rows are made as they are scrolled to.

@test(styles=('light', 'dark'), **BOTH, **many)
def hundreds_of_webinars_keep_their_years(app):
    app.open_row('Webinaires de Beaucoup')
    app.find('heading', 'À venir')
    app.find('heading', '2026')
    row = app.find('list item', 'Séance 335')
    check(row.description.startswith('Annulé · '), f'it is not said to be cancelled: {row.description!r}')
    check(len(app.find_all('list item', re.compile('^Séance '))) < 300, 'every row is made at once')
    app.check_screen()
    app.tab_to('list item', re.compile('^Séance'))
    app.press('End')
    app.settle()
    app.find('list item', 'Séance 0')
    app.press('Enter')
    app.find('heading', 'Séance 0')


@test(**BOTH, **many)
def hundreds_of_kits_keep_their_parts(app):
    app.open_row('Kits de Beaucoup')
    app.find('heading', 'À retrouver à leur source')
    check(len(app.find_all('list item', re.compile('^Kit '))) < 300, 'every row is made at once')
    app.check_screen(tab=True)
    app.click('list item', 'Kit 1')
    app.find('heading', 'Kit 1')


run()
