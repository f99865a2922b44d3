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


def open_dashboard(app, title=None):
    if not app.shows('list item', FIGURES[app.language]):
        app.press('F9')
        app.settle(2)
    app.click('list item', FIGURES[app.language])
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


@test(**alone)
def a_chart_says_its_values_bar_by_bar(app):
    open_dashboard(app)
    name = 'Barres horizontales'
    check('2 barres\u202f; la plus haute\u00a0: Bourg & « ville », 29\u202f%' in chart(app, name).description,
          f'its summary is not told: “{chart(app, name).description}”')
    check('Deux barres et une valeur manquante.' in chart(app, name).description, 'the author’s words are not told')
    app.tab_to('image', name)
    for key, said in (('Down', 'Bourg & « ville »\u00a0: 29\u202f%, 1 sur 3'), ('Down', '<b>Village</b>\u00a0: 9\u202f%, 2 sur 3'),
                      ('End', ': pas de donnée, 3 sur 3'), ('Right', ': pas de donnée, 3 sur 3'), ('Home', 'Bourg & « ville »\u00a0: 29\u202f%, 1 sur 3')):
        app.press(key)
        check(said.replace(': pas', '\u00a0: pas') in chart(app, name).description, f'after {key}: “{chart(app, name).description}”')
    app.press('Tab')
    check('2 barres' in chart(app, name).description, 'the summary does not come back')


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
    name = {'fr': 'Un camembert', 'en': 'Un camembert (en)'}[app.language]
    app.find('label', re.compile({'fr': 'Affichée en tableau, .* la marque «\u00a0arc\u00a0»', 'en': 'Shown as a table, .* the mark “arc”'}[app.language]))
    check(len(app.find_all('table cell', within=app.find({'table', 'tree table'}, name))) >= 7, 'its table is not there')


@test(**alone)
def different_bases_are_told(app):
    open_dashboard(app)
    app.find('label', re.compile('^Ces chiffres ne viennent pas des mêmes répondants'), within=app.find('grouping', 'Barres'))
    check(not app.find_all('label', re.compile('^Ces chiffres ne viennent'), within=app.find('grouping', 'Nombres')), 'told where there is one base')


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
    for title in [node.name for node in app.find_all('button', within=app.find('grouping', 'Observatoire')) if node.name in app.entry_titles()]:
        app.click('button', title)
        app.find('heading', title)
        problems += [f'{title}: {problem}' for problem in app.problems()]
        app.press('alt+Left')
        app.settle()
    check(not problems, '\n'.join(dict.fromkeys(problems)))


run()
