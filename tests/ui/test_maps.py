#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps: classes and their legend, zoom and moving by keys, buttons and pointer, into a territory and back; all of it said."""

import atexit
import csv
import re
import shutil
import tempfile
import xml.etree.ElementTree as XML
from pathlib import Path

from driver import PLATFORM, check, run, test
from driver.packs import open_figures, save_figure, territories_pack
from driver.wayland import MODIFIERS

SIZES = ('1280x800', '360x720')
FOLDER = Path(tempfile.mkdtemp())
PACKS = FOLDER / 'packs'
atexit.register(shutil.rmtree, FOLDER)
alone = {'arguments': ['--packs', PACKS]}


def figure(name, title, level, field, scale=None, **more):
    """A map of a field of a level's table."""
    color = {'field': field, 'type': 'quantitative'} | ({'scale': scale} if scale else {})
    lookup = {'lookup': 'code', 'from': {'data': {'name': f'{level}-contours'}, 'key': 'properties.code'}, 'as': 'contour'}
    return {'id': name, 'title': title, 'description': 'Une carte d’essai.', 'spec': {
        'data': {'name': f'{level}-synthese' if name != 'hausse' else 'hausse'}, 'transform': [lookup], 'mark': 'geoshape',
        'encoding': {'shape': {'field': 'contour', 'type': 'geojson'}, 'color': color}} | more}


FIGURES = [
    figure('egales', 'Population en classes égales', 'departements', 'population', {'type': 'quantize', 'domain': [0, 2000000]}),
    figure('regions', 'Communes par région', 'regions', 'communes', {'type': 'threshold', 'domain': [100, 1000, 2000]}),
    figure('hausse', 'Hausse et baisse', 'departements', 'hausse', {'type': 'threshold', 'domain': [-2, -1, 1, 2], 'domainMid': 0}),
    figure('continue', 'Communes, sans classes', 'departements', 'communes', {'type': 'linear'}),
    figure('naturelles', 'Exemples, classes naturelles', 'departements', 'population', usermeta={'territoires': {'classes': 'jenks'}}),
]


codes = [line.split(',')[0] for line in (PLATFORM / 'data/departements.csv').read_text().splitlines()[1:]]
territories_pack(PACKS / 'maps', 'Cartes', FIGURES, {'hausse': (
    'code,hausse\n' + ''.join(f'{code},{(i * 37 % 61 - 30) / 10}\n' for i, code in enumerate(codes) if i % 9),
    [{'name': 'code', 'type': 'string', 'title': 'Code'}, {'name': 'hausse', 'type': 'number', 'title': 'Hausse', 'unit': '%'}])})


def open_maps(app):
    open_figures(app, 'Cartes')


def focus_on(app, title):
    app.tab_to('image', title)
    app.settle(2)


def said(app):
    return app.focused().description.replace('\u202f', ' ').replace('\u00a0', ' ')


def drag(app, x, y, to_x, to_y):
    """With the button held down."""
    pointer = app.desktop.session.input
    app.desktop.session.point(x, y)
    pointer.pointer.request(2, 'III', pointer.milliseconds(), 0x110, 1)
    pointer.frame()
    for step in range(1, 9):
        app.desktop.session.point(x + (to_x - x) * step / 8, y + (to_y - y) * step / 8)
    pointer.pointer.request(2, 'III', pointer.milliseconds(), 0x110, 0)
    pointer.frame()


def drawn(app, title):
    return app.pixels(app.find('image', title))


@test(sizes=SIZES, styles=('light', 'dark'), **alone)
def every_kind_of_map_is_sound(app):
    open_maps(app)
    app.check_screen()


@test(high_contrast=True, **alone)
def every_kind_of_map_is_sound_in_high_contrast(app):
    open_maps(app)
    app.check_screen()


@test(sizes=SIZES, text_scale=2, **alone)
def every_kind_of_map_is_sound_in_large_text(app):
    open_maps(app)
    app.check_screen()


@test(**alone)
def the_legend_tells_classes_and_how_many_are_in_each(app):
    open_maps(app)

    def legend(title):
        card = app.find('grouping', title)
        names = [node.name.replace('\u202f', ' ').replace('\u00a0', ' ') for node in app.find_all('label', within=card)]
        return [name for name in names if re.search(r' \(\d+\)$', name)]
    check(legend('Population en classes égales') == ['de 0 à 499 999 (49)', 'de 500 000 à 999 999 (29)', 'de 1 000 000 à 1 499 999 (16)', '1 500 000 ou plus (7)'],
          f'equal classes of a domain: {legend("Population en classes égales")}')
    check(legend('Communes par région') == ['moins de 100 (5)', 'de 100 à 999 (2)', 'de 1 000 à 1 999 (4)', '2 000 ou plus (7)'],
          f'the author’s bounds: {legend("Communes par région")}')
    check(legend('Hausse et baisse')[-1] == 'pas de donnée (12)', f'what has no data: {legend("Hausse et baisse")}')
    check(len(legend('Hausse et baisse')) == 6, f'five classes and no data: {legend("Hausse et baisse")}')
    check(len(legend('Exemples, classes naturelles')) == 5, f'natural breaks: {legend("Exemples, classes naturelles")}')
    check(not legend('Communes, sans classes'), f'a continuous scale has no classes: {legend("Communes, sans classes")}')


@test(languages=('fr', 'en'), **alone)
def each_territory_is_said_with_value_class_and_rank(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    first = {'fr': 'Grand Est : 5 115, rang 1 sur 18', 'en': 'Grand Est: 5,115, rank 1 of 18'}[app.language]
    check(said(app) == first, f'the highest is not said first: {said(app)}')
    seen = set()
    for key in ('Left', 'Left', 'Up', 'Down', 'Down', 'Right'):
        app.press(key)
        seen.add(said(app))
    check(len(seen) >= 4, f'the cursor does not walk: {seen}')
    app.press('Tab')
    app.settle()
    chart = app.find('image', 'Communes par région')
    check(chart.description not in seen | {first}, f'the summary does not come back: {chart.description}')


@test(**alone)
def what_has_no_data_says_so(app):
    open_maps(app)
    focus_on(app, 'Hausse et baisse')
    seen = set()
    for key in ('Left',) * 6 + ('Up',) * 6 + ('Right',) * 6 + ('Down',) * 8 + ('Left',) * 6:
        app.press(key)
        seen.add(said(app))
    check(any(text.endswith(': pas de donnée') for text in seen), f'never said: {seen}')


@test(sizes=SIZES, **alone)
def keys_bring_the_map_nearer_and_back(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    card = app.find('grouping', 'Communes par région')

    def states():
        app.settle(2)
        return ['sensitive' in app.find('button', name, within=card).states for name in ('Plus loin', 'Plus près', 'La carte entière')]
    check(states() == [False, True, False], f'at the whole: {states()}')
    before = drawn(app, 'Communes par région')
    app.press(*'+++')
    check(states() == [True, True, True], f'nearer: {states()}')
    check(drawn(app, 'Communes par région') != before, 'nothing is drawn nearer')
    app.press(*'+++++++')
    check(states() == [True, False, True], f'as near as it goes: {states()}')
    app.press('-')
    check(states() == [True, True, True], f'farther: {states()}')
    app.press('0')
    check(states() == [False, True, False], f'the whole again: {states()}')
    check(drawn(app, 'Communes par région') == before, 'the whole is not drawn as before')


@test(**alone)
def the_cursor_stays_for_as_long_as_the_reader(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    app.press('Left')
    app.check_cursor_stays('Communes par région')


@test(**alone)
def the_cursor_stays_in_view_of_a_near_map(app):
    title = 'Population en classes égales'
    open_maps(app)
    focus_on(app, title)
    app.press(*'++++++')
    pictures = {drawn(app, title)}
    for key in ('Up', 'Left', 'Left', 'Down', 'Down'):
        app.press(key)
        pictures.add(drawn(app, title))
    check(len(pictures) == 6, 'the map does not follow the cursor')


@test(**alone)
def buttons_do_what_keys_do(app):
    open_maps(app)
    card = app.find('grouping', 'Communes par région')
    app.act('button', 'Plus près', within=card)
    app.act('button', 'La carte entière', within=card)
    app.settle(2)
    check('sensitive' not in app.find('button', 'La carte entière', within=card).states, 'the whole map is still offered')
    app.tab_to('button', 'Plus près')
    app.press('Enter')
    app.tab_to('button', 'La carte entière')
    app.press('Enter')
    app.settle(2)
    check(app.focused() and app.focused().role == 'image', f'the keyboard is left on a button that is gone: {app.focused()}')


@test(**alone)
def the_pointer_moves_a_near_map_and_a_click_is_a_click(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    app.press(*'+++')
    area, _view = app.place(app.find('image', 'Communes par région'))
    x, y = area[0] + area[2] * .6, area[1] + area[3] * .5
    before = drawn(app, 'Communes par région')
    drag(app, x, y, x - 90, y - 60)
    check(app.shows('image', 'Communes par région'), 'the end of a drag was taken for a click')
    check(drawn(app, 'Communes par région') != before, 'the map does not move')


@test(**alone)
def the_wheel_zooms_with_ctrl_and_scrolls_the_page_without(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    card = app.find('grouping', 'Communes par région')
    area, _view = app.place(app.find('image', 'Communes par région'))
    app.desktop.session.point(area[0] + area[2] * .6, area[1] + area[3] * .5)
    keyboard = app.desktop.session.input.keyboard
    keyboard.request(2, 'IIII', MODIFIERS['ctrl'], 0, 0, 0)
    app.desktop.session.input.scroll(-1)
    keyboard.request(2, 'IIII', 0, 0, 0, 0)
    app.settle(2)
    check('sensitive' in app.find('button', 'La carte entière', within=card).states, 'Ctrl and the wheel do not bring it nearer')
    check(app.place(app.find('image', 'Communes par région'))[0] == area, 'the page has scrolled too')
    app.desktop.session.input.scroll(1)
    app.settle(2)
    check(app.place(app.find('image', 'Communes par région'))[0] != area, 'the page does not scroll any more')


@test(sizes=SIZES, **alone)
def a_region_opens_on_its_departements_then_on_their_communes_and_back(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    for _ in range(9):
        if said(app).startswith('Normandie'):
            break
        app.press('Left')
    app.press('Enter')
    app.find('image', 'Communes – Normandie')
    app.settle()
    check(app.focused().name.endswith('Normandie'), f'the keyboard does not follow: {app.focused()}')
    first, number = re.fullmatch(r'(.*) : ([\d ]+), rang \d sur 5', said(app)).groups()
    rows = csv.DictReader((PLATFORM / 'data/departements-synthese.csv').read_text().splitlines())
    check({row['nom']: row['communes'] for row in rows}[first] == number, f'not the number of communes of {first}: {number}')
    app.press('Enter')
    title = app.find('label', re.compile(f'^{first}.*communes$')).name
    communes = app.find('list', title)
    app.settle()
    names = [node.name for node in app.find_all('list item', within=communes)]
    check(names and all('habitant' in name for name in names), f'the communes are not there: {names[:3]}')
    check(app.focused() and app.focused().within(communes), f'the keyboard is not in the list: {app.focused()}')
    app.check_screen()
    app.press('Escape')
    app.settle()
    check(app.focused().name.endswith('Normandie'), f'not back at the région: {app.focused()}')
    app.click('button', 'Revenir à la carte')
    app.settle()
    check(app.focused().name == 'Communes par région', f'not back at the map: {app.focused()}')
    check(said(app).startswith('Normandie'), f'the cursor is lost: {said(app)}')


@test(**alone)
def a_click_opens_a_departement(app):
    open_maps(app)
    app.click('image', 'Population en classes égales')
    app.find('label', re.compile('communes$'))
    app.find('button', 'Revenir à la carte')


@test(**alone)
def a_saved_map_leaves_the_window_as_it_was(app):
    title = 'Population en classes égales'

    def look():
        """The map and its buttons, where they are and as they are drawn."""
        card = app.find('grouping', title)
        nodes = [app.find(role, name, within=card) for role, name in (('image', title), ('button', 'Plus près'))]
        return [(app.place(node)[0], app.pixels(node)) for node in nodes]

    open_maps(app)
    before = look()
    save_figure(app, 'Cartes', title, 'Image (PNG)', 'population.png')
    app.wait_gone('label', 'Enregistré\u00a0: population.png')
    check(look() == before, 'the map or its buttons are not drawn as before')


@test(**alone)
def a_map_to_enlarge_is_made_of_shapes(app):
    tree = XML.fromstring(save_figure(app, 'Cartes', 'Hausse et baisse', 'Image à agrandir (SVG)', 'hausse.svg'))
    kinds = [element.tag.rpartition('}')[2] for element in tree.iter()]
    check('image' not in kinds, 'it has pixels')
    check(kinds.count('path') > 2 * len(codes), f'it has {kinds.count("path")} paths: territories and borders are {2 * len(codes)}')


@test(**alone)
def who_sees_reads_what_is_under_the_cursor(app):
    open_maps(app)
    focus_on(app, 'Communes par région')
    app.press('Home')
    told = said(app).split(',')[0]
    shown = app.find('tool tip').name.replace('\u202f', ' ').replace('\u00a0', ' ')
    check(shown.startswith(told.split(' : ')[0]), f'“{shown}” is shown where “{told}” is said')
    app.press('à')  # the key of 0 on French keyboards
    app.press('Tab')
    app.wait_gone('tool tip')


run()
