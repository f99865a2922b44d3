#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""My territory: chosen once, shown in the sidebar, changed from anywhere; its portrait, beside others; what turns to it."""

import re

from driver import SOURCE, check, run, test
from driver.packs import choose_territory as choose

SIZES = ('1280x800', '360x720')
STYLES = ('light', 'dark')


def ask(app):
    """Once the packs have been read."""
    app.find(None, re.compile('^(Mon territoire|My Territory)$'))
    app.press('ctrl+t')


def open_territory(app, text):
    ask(app)
    choose(app, text)
    app.find('heading', re.compile('.'))


@test()
def a_territory_is_chosen_by_its_name_and_told_from_its_homonyms(app):
    app.click('list item', 'Mon territoire')
    app.click('button', 'Choisir mon territoire…')
    app.find('entry', 'Nom, code postal ou code INSEE')
    app.type('st denis')
    app.settle()
    found = [node for node in app.find_all('list item', 'Saint-Denis')]
    check(len(found) >= 2, f'found {found}')
    places = [node.description.split(' · ')[1] for node in found]
    check(len(set(places)) == len(places) and 'Seine-Saint-Denis' in places, f'they are told apart by {places}')
    app.press('Down', 'Down', 'Enter')
    app.settle()
    app.find('heading', 'Saint-Denis')
    row = app.find('list item', 'Saint-Denis', states=('selected',))
    check(row.description == 'Mon territoire', f'the row is described as “{row.description}”')
    app.find('label', re.compile('^Commune · Seine-Saint-Denis · 93200'))


@test()
def a_territory_is_found_by_its_codes(app):
    for text, name in (('94220', 'Charenton-le-Pont'), ('2A004', 'Ajaccio'), ('01001', 'L\'Abergement-Clémenciat')):
        app.click('button', 'Changer de territoire…') if app.shows('button', 'Changer de territoire…') else ask(app)
        choose(app, text)
        app.find('heading', name)


@test()
def what_is_not_found_is_said(app):
    ask(app)
    app.find('label', 'Quel territoire\u202f?')
    app.type('nulle part ailleurs')
    app.find('label', re.compile('^Aucun résultat pour.*nulle part ailleurs'))
    app.press('Enter')
    app.settle()
    check(app.shows('entry', 'Nom, code postal ou code INSEE'), 'the dialog has closed without an answer')
    app.press('Escape')
    app.wait_gone('entry', 'Nom, code postal ou code INSEE')


@test(sizes=SIZES, styles=STYLES)
def the_portrait_and_its_dialog_are_sound(app):
    ask(app)
    app.find('entry', 'Nom, code postal ou code INSEE')
    app.type('charenton')
    app.settle()
    app.check_dialog()
    app.press('Enter')
    app.find('heading', 'Charenton-le-Pont')
    app.check_screen(tab=True)


@test(languages=('en',))
def the_portrait_speaks_english(app):
    ask(app)
    app.find('entry', 'Name, postal or INSEE code')
    app.type('94018')
    app.settle()
    app.press('Enter')
    app.find('label', re.compile('^Commune · Val-de-Marne · 94220 · .* inhabitants$'))
    app.check_screen()


@test(sizes=('360x720',), text_scale=2.0)
def twice_larger_letters_fit(app):
    open_territory(app, 'charenton-le-pont')
    app.check_screen()


@test()
def each_figure_stands_beside_what_holds_the_territory(app):
    open_territory(app, '94018')
    card = app.find('grouping', 'Population')
    lines = {node.name: node.description for node in app.find_all('grouping', within=card)}
    check({'Département · Val-de-Marne', 'Région · Île-de-France', 'France'} <= set(lines), f'beside it: {lines}')
    check(all(re.fullmatch(r'[\d\u202f]+ \([\d,]+\u202f%\)', text) for text in lines.values()), f'they are {lines}')
    check(re.search(r'Rang \d+ sur 47 communes \(Val-de-Marne\)', app.find('label', re.compile('^Rang')).name), 'no rank')
    app.find('label', re.compile('^INSEE.*2026$'), within=card)


@test()
def up_to_three_others_stand_beside_it(app):
    open_territory(app, '94018')
    for text, name in (('69123', 'Lyon (Rhône)'), ('13055', 'Marseille (Bouches-du-Rhône)'), ('departement vide', None), ('2A', 'Département · Corse-du-Sud')):
        if name is None:
            continue
        app.click('button', 'Comparer avec…')
        choose(app, text)
        app.find('grouping', name)
    compare = app.find('button', 'Comparer avec…')
    check(not compare.is_sensitive, 'a fourth one can be asked for')
    app.click('button', 'Sans Lyon (Rhône)')
    app.settle()
    check(not app.shows('grouping', 'Lyon (Rhône)'), 'it is still there')
    app.find('button', 'Comparer avec…', states=('sensitive',))


@test()
def one_goes_from_a_region_down_to_a_commune(app):
    open_territory(app, 'ile de france')
    app.click('list item', '8 départements')
    app.click('list item', 'Val-de-Marne')
    app.find('heading', 'Val-de-Marne')
    app.click('list item', '47 communes')
    app.find('entry', 'Nom, code postal ou code INSEE')
    app.type('charen')
    app.settle()
    check([node.name for node in app.find_all('list item') if node.description.startswith('Commune')] == ['Charenton-le-Pont'], 'others are listed')
    app.press('Enter')
    app.find('heading', 'Charenton-le-Pont')
    app.click('button', 'C’est mon territoire')
    app.find('list item', 'Charenton-le-Pont', states=('focusable',))
    app.press('alt+Left', 'alt+Left')
    app.find('heading', 'Île-de-France')


@test()
def what_is_done_there_is_listed(app):
    open_territory(app, '94018')
    app.find('heading', 'Exemples – Charenton-le-Pont (Val-de-Marne)')
    app.click('list item', re.compile('^Agir ensemble à Charenton'))
    app.find('heading', re.compile('^Agir ensemble à Charenton'))


@test()
def the_choice_is_kept_and_leads_from_home(app):
    app.find('list item', 'Choisir mon territoire')
    open_territory(app, '94018')
    app.stop()
    app.start()
    app.find('list item', 'Charenton-le-Pont', states=('focusable',))
    app.press('alt+Home')
    app.settle()
    row = [node for node in app.find_all('list item', 'Charenton-le-Pont') if node.within(app.find('article', 'Accueil'))]
    app.click(node=row[0])
    app.find('heading', 'Charenton-le-Pont')


@test()
def the_examples_turn_to_it(app):
    open_territory(app, '94018')
    app.go_to('Exemples inspirants')
    near = app.click('button', re.compile(r'^Près de chez moi\u00a0: Val-de-Marne \(\d+\)$'))
    n = int(re.search(r'\((\d+)\)', near.name).group(1))
    app.find('label', re.compile(rf'^{n} exemples? sur '))
    app.wait_gone('button', near.name)
    app.click('button', re.compile('^Retirer le filtre « Val-de-Marne »|Val-de-Marne'))


@test()
def maps_turn_to_it(app):
    open_territory(app, '94018')
    app.go_to('Observatoire')
    app.click('button', 'Les exemples en chiffres')
    line = app.find('label', re.compile('^Mon territoire – Val-de-Marne\u00a0: .*rang')).name
    image = app.tab_to('image', 'Nombre d’exemples par département')
    check(line.startswith('Mon territoire – ' + image.description.split(',')[0]), f'the keyboard begins at “{image.description}”, not at “{line}”')


@test(arguments=['--packs', SOURCE / 'tests/corpus/packs/valid/minimal/..'], env={'TER_NOW': '2026-11-23T12:00:00+01:00'})
def without_a_list_of_territories_nothing_is_asked(app):
    check(not app.shows('list item', 'Mon territoire'), 'it is asked for in vain')
    app.press('ctrl+t')
    app.find(None, 'Aucun pack de cet ordinateur ne contient de liste de territoires')


run()
