#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dashboards: each figure is drawn, is said, and is a table; what cannot be drawn says why."""

import atexit
import re
import shutil
import tempfile

from driver import SOURCE, check, run, test

SIZES = ('1280x800', '360x720')
PACKS = tempfile.mkdtemp()
atexit.register(shutil.rmtree, PACKS)
shutil.copytree(SOURCE / 'tests/corpus/packs/valid/figures', PACKS + '/figures')
alone = {'arguments': ['--packs', PACKS]}
EVERYTHING = {'fr': 'Toutes les figures', 'en': 'All figures'}
FIGURES = {'fr': 'Figures', 'en': 'Figures'}
FORMS = {'fr': 'Courbes, points et tables', 'en': 'Lines, points and tables'}


def open_dashboard(app, title=None):
    app.open_row(FIGURES[app.language])
    app.click('button', title or EVERYTHING[app.language])
    app.find('heading', title or EVERYTHING[app.language])
    app.settle()


def chart(app, name):
    return app.find('image', name)


@test(languages=('fr', 'en'), sizes=SIZES, styles=('light', 'dark'), **alone)
def every_form_of_figure_is_sound(app):
    open_dashboard(app)
    app.check_screen()


@test(sizes=SIZES, text_scale=2, **alone)
def every_form_of_figure_is_sound_in_large_text(app):
    open_dashboard(app)
    app.check_screen()


@test(high_contrast=True, **alone)
def every_form_of_figure_is_sound_in_high_contrast(app):
    open_dashboard(app)
    app.check_screen()


@test(**alone)
def tab_reaches_every_figure(app):
    open_dashboard(app)
    app.check_screen(tab=True)


@test(languages=('fr', 'en'), sizes=SIZES, styles=('light', 'dark'), **alone)
def every_mark_is_sound(app):
    open_dashboard(app, FORMS[app.language])
    app.find('image', re.compile('^(Des barres en lignes|Bars in rows)'))
    app.check_screen()


@test(sizes=SIZES, text_scale=2, **alone)
def every_mark_is_sound_in_large_text(app):
    open_dashboard(app, FORMS[app.language])
    app.find('image', re.compile('^Des barres en lignes'))
    app.check_screen()


@test(high_contrast=True, **alone)
def every_mark_is_sound_in_high_contrast(app):
    open_dashboard(app, FORMS[app.language])
    app.find('image', re.compile('^Des barres en lignes'))
    app.check_screen()


@test(**alone)
def tab_reaches_every_mark(app):
    open_dashboard(app, FORMS[app.language])
    app.find('image', re.compile('^Des barres en lignes'))
    app.check_screen(tab=True)


def walk(app, name, steps):
    """Goes to a chart and presses keys; after each, it must say what is expected."""
    app.tab_to('image', name)
    for key, said in steps:
        app.press(key)
        told = chart(app, name).description
        check(said == told, f'{name}, after {key}: it says “{told}”, not “{said}”')


def author_says(app, name, words):
    """The author's own words about a figure stand in its description, once that is opened."""
    check(words not in chart(app, name).description, f'{name}: “{words}” is said with its values too')
    app.act('button', f'Description de «\u00a0{name}\u00a0»')
    app.find('label', re.compile(re.escape(words)))


def summary(app, name, *words):
    told = chart(app, name).description
    for word in words:
        check(word in told, f'{name}: “{word}” is not in “{told}”')


@test(**alone)
def lines_are_walked_point_by_point_and_from_line_to_line(app):
    open_dashboard(app, FORMS[app.language])
    name = 'Trois courbes'
    summary(app, name, '23 points en 3 séries', 'Vent\u00a0: de 28\u00a0GWh à 236\u00a0GWh', 'la plus haute\u00a0: Eau, 2023, 455\u00a0GWh', '1 valeur manque')
    author_says(app, name, 'L’eau domine')
    walk(app, name, (('Right', 'Bois, 2016\u00a0: 95\u00a0GWh, 1 sur 24'), ('Right', 'Bois, 2017\u00a0: 96\u00a0GWh, 2 sur 24'),
                     ('Up', 'Eau, 2017\u00a0: 398\u00a0GWh, 10 sur 24'), ('Up', 'Eau, 2017\u00a0: 398\u00a0GWh, 10 sur 24'), ('Right', 'Eau, 2018\u00a0: 405\u00a0GWh, 11 sur 24'),
                     ('Right', 'Eau, 2019\u00a0: pas de donnée, 12 sur 24'), ('End', 'Vent, 2023\u00a0: 236\u00a0GWh, 24 sur 24'), ('Down', 'Bois, 2023\u00a0: 118\u00a0GWh, 8 sur 24')))
    summary(app, 'Une courbe', '8 points\u202f; de 28\u00a0GWh (2016) à 236\u00a0GWh (2023)')
    walk(app, 'Une courbe', (('Down', '2016\u00a0: 28\u00a0GWh, 1 sur 8'), ('Down', '2017\u00a0: 41\u00a0GWh, 2 sur 8')))


@test(languages=('fr', 'en'), **alone)
def areas_say_their_part_of_the_whole(app):
    open_dashboard(app, FORMS[app.language])
    name = {'fr': 'Des aires de cent pour cent', 'en': 'Areas of one hundred per cent'}[app.language]
    said = {'fr': 'Bois, 2020\u00a0: 101\u00a0GWh, soit 16\u202f% du tout, 1 sur 12', 'en': 'Water, 2020: 430\u00a0GWh, 66% of the whole, 1 of 12'}[app.language]
    walk(app, name, (('Right', said),))


@test(**alone)
def points_say_both_axes_and_their_size(app):
    open_dashboard(app, FORMS[app.language])
    name = 'Un nuage de points'
    summary(app, name, '7 points en 2 séries', 'Population (habitants)\u00a0: de 310 à 152\u202f000', 'Part\u00a0: de 3\u202f% à 77\u202f%', '1 valeur manque')
    walk(app, name, (('Right', 'Montagne, Commune\u00a0: Population\u00a0: 310\u00a0habitants\u202f; Part\u00a0: 62\u202f%\u202f; Budget\u00a0: 150\u202f000\u00a0€, 1 sur 7'),
                     ('End', 'Cité, Ville\u00a0: Population\u00a0: 152\u202f000\u00a0habitants\u202f; Part\u00a0: 3\u202f%\u202f; Budget\u00a0: 310\u202f000\u202f000\u00a0€, 7 sur 7')))
    figure = app.find('grouping', name)
    check('300\u202f000\u202f000\u00a0€' in [node.name for node in app.find_all('label', within=figure)], 'no legend of sizes')


@test(**alone)
def a_ring_says_its_parts(app):
    open_dashboard(app, FORMS[app.language])
    name = 'Un anneau'
    summary(app, name, '3 parts\u202f; Eau\u00a0: 2\u202f968\u00a0GWh, soit 62,9\u202f% du tout')
    walk(app, name, (('Right', 'Bois\u00a0: 833\u00a0GWh, soit 17,7\u202f% du tout, 1 sur 3'), ('Down', 'Eau\u00a0: 2\u202f968\u00a0GWh, soit 62,9\u202f% du tout, 2 sur 3')))
    check('Vent\u00a0: 917\u00a0GWh, soit 19,4\u202f% du tout' in [node.name for node in app.find_all('label', within=app.find('grouping', name))], 'no percentages in words')


@test(**alone)
def a_table_of_colours_is_walked_both_ways(app):
    open_dashboard(app, FORMS[app.language])
    name = 'Une table de couleurs'
    summary(app, name, '18 cases', 'la plus haute\u00a0: soir, lundi, 57', 'la plus basse\u00a0: matin, lundi, 0')
    walk(app, name, (('Right', 'matin, lundi\u00a0: 0, 1 sur 19'), ('Right', 'matin, mardi\u00a0: 7, 2 sur 19'), ('Down', 'midi, mardi\u00a0: 26, 7 sur 19'),
                     ('Up', 'matin, mardi\u00a0: 7, 2 sur 19'), ('Up', 'matin, mardi\u00a0: 7, 2 sur 19'), ('End', 'soir, vendredi\u00a0: pas de donnée, 19 sur 19')))


@test(**alone)
def small_multiples_are_charts_of_their_own(app):
    open_dashboard(app, FORMS[app.language])
    app.find('image', 'Des courbes en colonnes\u00a0: Sud')
    summary(app, 'Des courbes en colonnes\u00a0: Nord', '46 points en 3 séries, 2 panneaux', 'la plus haute\u00a0: Nord, Eau, 2023, 455\u00a0GWh')
    walk(app, 'Des courbes en colonnes\u00a0: Nord', (('Right', 'Bois, 2016\u00a0: 95\u00a0GWh, 1 sur 24'), ('End', 'Vent, 2023\u00a0: 236\u00a0GWh, 24 sur 24')))
    walk(app, 'Des barres en lignes\u00a0: Sud', (('Right', 'Bois\u00a0: 61,5\u00a0GWh, 1 sur 3'), ('Right', 'Eau\u00a0: 253\u00a0GWh, 2 sur 3')))


@test(**alone)
def a_chart_says_its_values_bar_by_bar(app):
    open_dashboard(app)
    name = 'Barres horizontales'
    check('2 barres\u202f; la plus haute\u00a0: Bourg & « ville », 29\u202f%' in chart(app, name).description,
          f'its summary is not told: “{chart(app, name).description}”')
    author_says(app, name, 'Deux barres et une valeur manquante.')
    app.tab_to('image', name)
    for key, said in (('Down', 'Bourg & « ville »\u00a0: 29\u202f%, 1 sur 3'), ('Down', '<b>Village</b>\u00a0: 9\u202f%, 2 sur 3'),
                      ('End', ': pas de donnée, 3 sur 3'), ('Right', ': pas de donnée, 3 sur 3'), ('Home', 'Bourg & « ville »\u00a0: 29\u202f%, 1 sur 3')):
        app.press(key)
        check(said.replace(': pas', '\u00a0: pas') in chart(app, name).description, f'after {key}: “{chart(app, name).description}”')
    app.press('Tab')
    check('2 barres' in chart(app, name).description, 'the summary does not come back')


@test(**alone)
def the_cursor_stays_for_as_long_as_the_reader(app):
    open_dashboard(app)
    app.tab_to('image', 'Barres verticales')
    app.press('Down')
    app.check_cursor_stays('Barres verticales')


@test(languages=('fr', 'en'), **alone)
def a_part_of_a_whole_says_how_much_of_it(app):
    open_dashboard(app)
    name = {'fr': 'Une barre de cent pour cent', 'en': 'Une barre de cent pour cent (en)'}[app.language]
    app.tab_to('image', name)
    app.press('Down')
    said = {'fr': 'Maires\u00a0: 1\u202f200\u00a0personnes, soit 1\u202f% du tout, 1 sur 2', 'en': 'Mayors: 1,200\u00a0people, 1% of the whole, 1 of 2'}[app.language]
    check(chart(app, name).description == said, f'it says “{chart(app, name).description}”, not “{said}”')


@test(**alone)
def one_key_turns_a_chart_into_its_table_and_back(app):
    open_dashboard(app)
    name = 'Barres verticales'
    app.tab_to('image', name)
    app.press('t')
    table = app.find({'table', 'tree table'}, name)
    cells = [node.name for node in app.find_all('table cell', within=table)]
    check(cells == ['Citoyens', '84\u202f000\u00a0personnes', 'Maires', '1\u202f200\u00a0personnes'], f'the table holds {cells}')
    check(app.focused() and app.focused().within(app.find('grouping', name)), f'the keyboard is lost: {app.focused()}')
    app.press('t')
    chart(app, name)
    app.wait_gone({'table', 'tree table'}, name)


@test(**alone)
def a_table_is_sorted_by_any_column(app):
    open_dashboard(app)
    figure = app.find('grouping', 'Barres groupées')
    app.click('radio button', 'Tableau', within=figure)
    table = app.find({'table', 'tree table'}, 'Barres groupées')

    def shares():
        app.settle()
        return [node.name for node in app.find_all('table cell', within=table)][2::3]
    check(shares() == ['52\u202f%', '29\u202f%', '4\u202f%', '9\u202f%', ''], f'as drawn: {shares()}')
    app.click('label', 'Part', within=table)
    check(shares() == ['4\u202f%', '9\u202f%', '29\u202f%', '52\u202f%', ''], f'ascending: {shares()}')
    app.click('label', 'Part', within=table)
    check(shares()[-4:] == ['52\u202f%', '29\u202f%', '9\u202f%', '4\u202f%'], f'descending: {shares()}')


@test(**alone)
def a_table_can_be_copied(app):
    open_dashboard(app)
    app.click('button', re.compile('^Copier le tableau de «\u00a0Barres verticales'))
    app.find('label', 'Tableau copié au format CSV')


@test(**alone)
def a_number_tells_who_was_asked_by_whom_and_when(app):
    open_dashboard(app)
    card = app.find('grouping', 'Part des maires du bourg')
    names = [node.name for node in app.find_all('label', within=card)]
    for text in ('29\u202f%', 'Question\u00a0: Et vous ?', 'Base\u00a0: 302 (élus)', 'Institut\u00a0: Institut d’essai', 'Date\u00a0: 23 novembre 2026'):
        check(text in names, f'not told: “{text}”, only {names}')
    check('pas de donnée' in [node.name for node in app.find_all('label', within=app.find('grouping', 'Un nombre sans valeur'))], 'a missing number is not told')


@test(**alone)
def numbers_are_also_one_table(app):
    open_dashboard(app)
    app.click('button', 'La même chose en tableau')
    table = app.find({'table', 'tree table'}, 'Chiffres en tableau')
    cells = [node.name for node in app.find_all('table cell', within=table)]
    check(cells[:3] == ['Part des maires du bourg', '29\u202f%', '23 novembre 2026'], f'the table holds {cells}')


@test(languages=('fr', 'en'), **alone)
def what_is_not_drawn_is_a_table_with_the_reason(app):
    open_dashboard(app)
    name = {'fr': 'Une boîte à moustaches', 'en': 'Une boîte à moustaches (en)'}[app.language]
    app.find('label', re.compile({'fr': 'Affichée en tableau, .* la marque «\u00a0boxplot\u00a0»', 'en': 'Shown as a table, .* the mark “boxplot”'}[app.language]))
    check(len(app.find_all('table cell', within=app.find({'table', 'tree table'}, name))) >= 7, 'its table is not there')


@test(**alone)
def different_bases_are_told(app):
    open_dashboard(app)
    app.find('label', re.compile('^Ces chiffres ne viennent pas des mêmes répondants'), within=app.find('heading', 'Barres').parent)
    check(not app.find_all('label', re.compile('^Ces chiffres ne viennent'), within=app.find('heading', 'Nombres').parent), 'told where there is one base')


@test(**alone)
def a_dashboard_without_figures_says_so(app):
    app.click('list item', 'Figures')
    app.click('button', 'Rien encore')
    app.find({'label', 'heading'}, 'Pas encore de chiffres')
    app.check_screen()


@test(**alone)
def a_section_without_dashboards_says_so(app):
    app.click('list item', 'Observatoire vide')
    app.find({'label', 'heading'}, 'Pas encore de chiffres')
    app.check_screen()


@test(**alone)
def a_section_tells_how_many_figures_and_of_when(app):
    app.click('list item', 'Figures')
    names = [node.name for node in app.find_all('label', within=app.find('button', 'Toutes les figures'))]
    check('9 figures · 2026' in names, f'only {names}')
    app.find('list item', 'La méthode')
    app.check_screen()


@test(**alone)
def ninety_eight_figures_open_at_once(app):
    app.click('list item', 'Figures')
    app.click('button', 'Quatre-vingt-dix-huit figures')
    app.find('image', 'Figure 98', seconds=30)


@test(**alone)
def a_page_shows_a_figure_of_a_dashboard(app):
    app.click('list item', 'Figures')
    app.click('list item', 'La méthode')
    app.tab_to('image', 'Barres horizontales')
    app.press('Down')
    check('1 sur 3' in chart(app, 'Barres horizontales').description, 'it does not speak there')


@test(sizes=SIZES, styles=('light', 'dark'))
def each_dashboard_of_the_platform_is_sound(app):
    problems = []
    app.go_to('Observatoire')
    for title in [node.name for node in app.find_all('button', within=app.find('article', 'Observatoire')) if node.name in app.entry_titles()]:
        app.click('button', title)
        app.find('heading', title)
        problems += [f'{title}: {problem}' for problem in app.problems()]
        app.press('alt+Left')
        app.settle()
    check(not problems, '\n'.join(dict.fromkeys(problems)))


run()
