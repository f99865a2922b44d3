#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader chooses in a figure: a year by a slider, by buttons, side by side; key figures with what they were; what follows the reader's territory."""

import atexit
import re
import shutil
import tempfile
from pathlib import Path

from driver import PLATFORM, check, run, test, wait_until
from driver.packs import choose_territory, open_figures, territories_pack

SIZES = ('1280x800', '360x720')
FOLDER = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, FOLDER)
alone = {'arguments': ['--packs', FOLDER / 'packs']}
TITLE = 'Choix'
YEARS = (2016, 2020, 2024)
CODES = [line.split(',')[0] for line in (PLATFORM / 'data/departements.csv').read_text().splitlines()[1:]]
YEAR = {'name': 'annee', 'type': 'year', 'title': 'Année'}

SLIDER = {'name': 'an', 'value': 2020, 'bind': {'input': 'range', 'min': 2016, 'max': 2024, 'step': 4}}
BUTTONS = {'name': 'an', 'value': 2016, 'bind': {'input': 'radio', 'options': list(YEARS)}}
CHOSEN = {'filter': {'field': 'annee', 'equal': {'expr': 'an'}}}
AROUND = {'filter': {'field': 'code', 'equal': {'expr': 'dep'}}}
FOLLOWS = {'usermeta': {'territoires': {'params': {'dep': 'departement'}}}}


def bars(name):
    return {'y': {'field': name, 'type': 'nominal', 'sort': '-x'}, 'x': {'field': 'part', 'type': 'quantitative'}}


def number(year):
    return {'data': {'name': 'parts'}, 'transform': [{'filter': {'field': 'annee', 'equal': year}}, {'filter': {'field': 'sujet', 'equal': 'Eau'}}],
            'mark': 'text', 'encoding': {'text': {'field': 'part', 'type': 'quantitative'}}}


MAP = {'data': {'name': 'taux'}, 'params': [SLIDER],
       'transform': [CHOSEN, {'lookup': 'code', 'from': {'data': {'name': 'departements-contours'}, 'key': 'properties.code'}, 'as': 'contour'}],
       'mark': 'geoshape', 'encoding': {'shape': {'field': 'contour', 'type': 'geojson'}, 'color': {'field': 'taux', 'type': 'quantitative'}}}
FIGURES = [
    {'id': 'eau', 'title': 'Ont de l’eau', 'date': '2024', 'spec': number(2024), 'previous': {'date': '2016', 'spec': number(2016)},
     'reference': {'title': 'en 2020', 'spec': number(2020)}},
    {'id': 'mien', 'title': 'Habitants', 'spec': {'data': {'name': 'departements-synthese'}, 'params': [{'name': 'dep', 'value': '48'}], 'transform': [AROUND],
     'mark': 'text', 'encoding': {'text': {'field': 'population', 'type': 'quantitative'}}} | FOLLOWS},
    {'id': 'sujets', 'title': 'Parts par sujet', 'description': 'Des barres.', 'spec': {
        'data': {'name': 'parts'}, 'params': [BUTTONS], 'transform': [CHOSEN], 'mark': 'bar', 'encoding': bars('sujet')}},
    {'id': 'glisse', 'title': 'Parts, en glissant', 'description': 'Des barres.', 'spec': {
        'data': {'name': 'parts'}, 'params': [SLIDER], 'transform': [CHOSEN], 'mark': 'bar', 'encoding': bars('sujet')}},
    {'id': 'carte', 'title': 'Taux par département', 'description': 'Une carte.', 'spec': MAP},
    {'id': 'communes', 'title': 'Communes du département', 'description': 'Des barres.', 'spec': {
        'data': {'name': 'communes'}, 'params': [{'name': 'dep', 'value': '75'}], 'transform': [{'filter': {'field': 'departement', 'equal': {'expr': 'dep'}}}],
        'mark': 'bar', 'encoding': {'y': {'field': 'nom', 'type': 'nominal', 'sort': '-x'}, 'x': {'field': 'population', 'type': 'quantitative'}}} | FOLLOWS},
]
territories_pack(FOLDER / 'packs/choix', TITLE, FIGURES, {
    'parts': ('annee,sujet,part\n' + ''.join(f'{year},{subject},{part}\n' for year, subject, part in (
        (2016, 'Eau', 62), (2016, 'Air', 40), (2020, 'Eau', 58), (2020, 'Air', 45), (2020, 'Terre', 12), (2024, 'Eau', 66), (2024, 'Air', 31))),
        [YEAR, {'name': 'sujet', 'type': 'string', 'title': 'Sujet'}, {'name': 'part', 'type': 'number', 'title': 'Part', 'unit': '%'}]),
    'taux': ('annee,code,taux\n' + ''.join(f'{year},{code},{(i * 7 + year) % 50}\n' for year in YEARS for i, code in enumerate(CODES)),
             [YEAR, {'name': 'code', 'type': 'string', 'title': 'Code'}, {'name': 'taux', 'type': 'number', 'title': 'Taux', 'unit': '%'}])})


def words(text):
    return text.replace('\u202f', ' ').replace('\u00a0', ' ')


def shown(app):
    return [words(node.name) for node in app.nodes()]


def summary(app, pattern):
    wait_until(lambda: any(re.search(pattern, name) for name in shown(app)), 15, lambda: f'nothing says {pattern}: {app.outline()}')


def group(app, title):
    return app.find('grouping', title)


@test(languages=('fr',), sizes=SIZES, styles=('light', 'dark'), **alone)
def what_is_chosen_is_sound(app):
    open_figures(app, TITLE)
    app.check_screen()


@test(sizes=SIZES, text_scale=2, **alone)
def what_is_chosen_is_sound_in_large_text(app):
    open_figures(app, TITLE)
    app.check_screen()


@test(high_contrast=True, **alone)
def every_choice_is_reached_by_tab(app):
    open_figures(app, TITLE)
    app.check_screen(tab=True)


@test(**alone)
def a_key_figure_says_what_it_was_and_what_it_is_held_against(app):
    open_figures(app, TITLE)
    names = shown(app)
    check('66 %' in names, names)
    check('2016 : 62 % (+4 points depuis)' in names, names)
    check('Pour comparer – en 2020 : 58 %' in names, names)


@test(**alone)
def buttons_change_the_year(app):
    open_figures(app, TITLE)
    figure = group(app, 'Parts par sujet')
    summary(app, '^2 barres ; la plus haute : Eau, 62 %')
    app.click('radio button', '2020', within=figure)
    summary(app, '^3 barres ; la plus haute : Eau, 58 % ; la plus basse : Terre, 12 %')
    app.find('image', re.compile('Parts par sujet – Année.: 2020'), within=figure)


@test(**alone)
def a_slider_changes_the_year_and_keeps_the_keyboard(app):
    open_figures(app, TITLE)
    slider = app.tab_to('slider', 'Année')
    app.press('Right')
    app.settle()
    summary(app, 'la plus haute : Eau, 66 % ; la plus basse : Air, 31 %')
    check(app.focused().role == 'slider', f'the keyboard is at {app.focused()}')
    app.press('Home')
    app.settle()
    app.find('image', re.compile('Parts, en glissant – Année.: 2016'))


@test(sizes=SIZES, **alone)
def all_years_stand_side_by_side(app):
    open_figures(app, TITLE)
    figure = group(app, 'Parts par sujet')
    app.click('toggle button', 'Côte à côte', within=figure)
    app.settle()
    for year in YEARS:
        app.find('image', re.compile(f'Parts par sujet.: {year}'), within=figure)
    summary(app, r'^2016 : 2 barres.*\n2020 : 3 barres.*\n2024 : 2 barres')
    app.check_screen()
    # One table of all years.
    app.click('radio button', 'Tableau', within=figure)
    table = app.find({'table', 'tree table'}, 'Parts par sujet', within=figure)
    cells = [words(node.name) for node in app.find_all('table cell', within=table)]
    check(cells[:3] == ['2016', 'Eau', '62 %'] and '2020' in cells and len(cells) >= 15, cells)


@test(sizes=SIZES, **alone)
def a_map_changes_its_year_where_it_is(app):
    open_figures(app, TITLE)
    figure = group(app, 'Taux par département')
    app.tab_to('image', 'Taux par département')
    app.tab_to('slider', key='shift+Tab')
    app.press('End')
    app.settle()
    check(app.focused().role == 'slider', f'the keyboard is at {app.focused()}')
    app.find('image', 'Taux par département', within=figure)
    app.click('toggle button', 'Côte à côte', within=figure)
    app.settle()
    for year in YEARS:
        app.find('image', re.compile(f'Taux par département.: {year}'), within=figure)
    app.check_screen()


@test(**alone)
def figures_follow_the_territory_of_the_reader(app):
    open_figures(app, TITLE)
    summary(app, '^Un exemple – Lozère$')
    summary(app, '^Un exemple – Paris$')
    app.click('button', 'Choisir mon territoire…', within=group(app, 'Communes du département'))
    choose_territory(app, '94018')
    wait_until(lambda: app.shows('heading', TITLE), 15, 'the dashboard has gone')
    summary(app, '^Mon territoire – Val-de-Marne$')
    check(not app.shows('label', re.compile('^Un exemple')), app.outline())
    # The bar of the commune itself is told, and the keyboard begins there.
    summary(app, '^Mon territoire – Charenton-le-Pont : 28 830 habitants')


run()
