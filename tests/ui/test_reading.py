#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and themes: everything that CommonMark can hold is read, by eyes and by a screen reader, exactly as it was written."""

import re

from driver import SOURCE, check, run, test
from driver.heard import Ear

TEXTS = SOURCE / 'tests/corpus/packs/valid/texts'
SIZES = ('1280x800', '360x720')
alone = {'arguments': ['--packs', TEXTS.parent]}


def open_section(app, title):
    """A section of the test pack."""
    app.show_sidebar(title)
    # Other packs have themes too: a row is described by its pack.
    app.click(node=next(row for row in app.find_all('list item', title) if row.description == 'Jeu d’essai des textes'))
    app.settle()


def open_entry(app, section, title):
    open_section(app, section)
    app.click('list item', title)
    app.settle()


def source(name):
    return (TEXTS / 'content/texts' / name).read_text()


@test(sizes=SIZES, styles=('light', 'dark'), **alone)
def a_text_with_everything_is_sound(app):
    open_entry(app, 'Textes', re.compile('^Tout ce qu’un texte'))
    app.find('heading', 'Listes')
    check(app.find('table', 'Thème · Documents · Remarque'), 'the table has no name')
    names = [node.name for node in app.find_all()]
    for text in ('Eau | déchets', '7.', 'Une citation sur deux paragraphes.', 'Quatre barres de hauteurs croissantes', 'Un sous-titre'):
        check(text in names, f'not in the text: “{text}”')
    check(app.focused() and app.focused().name == 'Tout ce qu’un texte peut contenir', f'the focus is on {app.focused()!r}')
    app.check_screen()


@test(**alone)
def a_link_leads_to_another_entry(app):
    open_entry(app, 'Textes', 'Des liens')
    app.tab_to('label', re.compile('^Vers tout, vers les thèmes'))
    ear = Ear(app)
    told = ear.hear('Tab')
    check(told == ['tout, lien 1 sur 4'] or told == ['les thèmes, lien 2 sur 4'], f'the link under Tab is not told: {told}')
    app.press('shift+Tab') if 'thèmes' in told[0] else None
    app.press('Enter')
    app.find('heading', 'Tout ce qu’un texte peut contenir')


@test(**alone)
def a_link_to_a_section_opens_it(app):
    open_entry(app, 'Textes', 'Des liens')
    app.tab_to('label', re.compile('^Vers tout, vers les thèmes'))
    app.press('Tab', 'Tab', 'Enter')
    app.find('label', 'Un avis pour tous les thèmes.')


@test(**alone)
def an_address_is_shown_before_it_is_opened(app):
    open_entry(app, 'Textes', 'Des liens')
    app.tab_to('label', re.compile('^Vers tout, vers les thèmes'))
    app.press('Tab', 'Tab', 'Tab', 'Enter')
    app.find(None, re.compile(re.escape('https://exemple.fr/?a=1&b=2')), within=app.find({'dialog', 'alert'}))


@test(sizes=SIZES, **alone)
def what_looks_like_markup_is_text(app):
    open_entry(app, 'Textes', re.compile('^Titre & <b>exact</b>'))
    names = [node.name for node in app.find_all('label')]
    for text in ('Résumé & <i>exact</i> 🙂', 'Esperluette & chevrons < > et <b>balises</b>, &lt; échappé, "guillemets".',
                 '<a href="https://exemple.fr">Pas un lien</a> ni ceci, ni cela.', '<span size="40000" foreground="red">Pas de couleur</span>',
                 'Renversé \u202eetxet\u202c, émojis 👩‍👩‍👧 🇫🇷 👍🏽, accents e\u0301, arabe العربية, chinois 漢字.', 'Un format : %s %n %d.'):
        check(text in names, f'not shown exactly: “{text}”, only {names}')
    app.check_screen()


@test(sizes=SIZES, **alone)
def ten_thousand_characters_are_all_there(app):
    open_entry(app, 'Textes', 'Un texte de dix mille caractères')
    shown = ''.join(re.sub(r'\s', '', node.name) for node in app.find_all(('label', 'heading')))
    for block in source('long.md').split('\n\n'):
        block = re.sub(r'\s', '', block.lstrip('# '))
        check(block in shown, f'missing: “{block[:60]}…”')


@test(sizes=SIZES, **alone)
def the_table_of_contents_leads_to_a_heading(app):
    open_entry(app, 'Textes', re.compile('^Tout ce qu’un texte'))
    if app.size == '360x720':
        app.click('toggle button', 'Sur cette page')
    app.click('button', 'Tableau')
    app.settle()
    check(app.focused() and app.focused().name == 'Tableau', f'the focus is on {app.focused()!r}')
    area, _ = app.place(app.find('heading', 'Tableau'))
    check(area and area[1] < app.desktop.height / 2, f'the heading is not near the top: {area}')


@test(**alone)
def tab_comes_to_the_table_of_contents_after_the_text(app):
    open_entry(app, 'Textes', re.compile('^Tout ce qu’un texte'))
    app.tab_to('button', 'Tableau')
    app.press('Enter')
    app.settle()
    check(app.focused() and app.focused().role == 'heading', f'the focus is on {app.focused()!r}')


@test(**alone)
def a_section_with_one_page_is_that_page(app):
    open_section(app, 'Seule')
    app.find('label', 'Elle se lit sans passer par une liste.')


@test(**alone)
def an_empty_section_says_so(app):
    open_section(app, 'Vide')
    app.find(None, 'Rien à lire pour l’instant')
    app.check_screen()


@test(sizes=SIZES, **alone)
def a_theme_groups_its_documents(app):
    open_section(app, 'Thèmes')
    app.find(None, '4 documents')
    app.click('button', re.compile('L’eau'))
    app.settle()
    names = [node.name for node in app.find_all('heading')]
    groups = ['Documents de référence', 'Méthodes', 'Outils de formation', 'Kits', 'Webinaires', 'Exemples inspirants']
    places = [names.index(group) for group in groups if group in names]
    check(len(places) == len(groups) and places == sorted(places), f'the groups are {[g for g in groups if g in names]}')
    app.check_screen()
    app.click('list item', re.compile('^Un document de référence'))
    app.find('heading', 'Un document de référence')


@test(sizes=SIZES, text_scale=2.0, **alone)
def twice_larger_letters_fit(app):
    open_entry(app, 'Textes', re.compile('^Tout ce qu’un texte'))
    app.check_screen()


run()
