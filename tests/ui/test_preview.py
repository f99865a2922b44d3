#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack in the making: the window follows its author's changes, shows what breaks it, and recovers."""

import re
import shutil
import tempfile
from pathlib import Path

from driver import SOURCE, run, test, wait_until

place = Path(tempfile.mkdtemp(prefix='territoires-'))
packs = {}


def draft(name):
    """The template that “territoires-pack new” writes, under a name of its own; its list is not in order, as while one edits."""
    pack = place / name
    shutil.copytree(SOURCE / 'data/template', pack)
    for path in pack.rglob('*.json'):
        text = path.read_text()
        for mark, value in (('@ID@', name), ('@TITLE@', 'Mon pack'), ('@TITLE_EN@', 'My pack'), ('@DAY@', '2026-11-23'),
                            ('@YEAR@', '2026'), ('@LATER@', '2026-12-23')):
            text = text.replace(mark, value)
        path.write_text(text)
    packs[name] = pack
    return pack


def preview(name):
    return {'arguments': ['--preview', str(draft(name))]}


def edit(path, what, by):
    text = path.read_text()
    assert text.count(what) >= 1, f'{path} does not hold {what}'
    path.write_text(text.replace(what, by))


def is_shown(app, name, seconds=10):
    wait_until(lambda: any(node.name == name for node in app.nodes()), seconds, lambda: f'“{name}” does not come: {app.outline()}')


def go_to(app, section):
    app.show_sidebar()
    app.click('list item', section)
    app.settle()


@test(**preview('texte'))
def a_saved_text_is_shown_at_once(app):
    go_to(app, 'Thématiques')
    is_shown(app, 'Un premier thème')
    edit(packs['texte'] / 'content/entries.json', '"title": "Un premier thème"', '"title": "Mobilités rurales"')
    is_shown(app, 'Mobilités rurales')


@test(**preview('casse'))
def what_breaks_the_pack_is_shown_and_recovered_from(app):
    entries = packs['casse'] / 'content/entries.json'
    whole = entries.read_text()
    go_to(app, 'Thématiques')
    is_shown(app, 'Un premier thème')
    entries.write_text(whole[:-10])
    wait_until(lambda: any(re.search('s’arrête trop tôt|inattendu|pas du JSON', node.name or '') for node in app.nodes()) or
               any(node.name == 'casse' for node in app.nodes()), 10, lambda: f'the fault is not shown: {app.outline()}')
    app.check_alive()
    # As editors save: another file in its place.
    new = entries.with_suffix('.tmp')
    new.write_text(whole.replace('"title": "Un premier thème"', '"title": "Réparé"'))
    new.rename(entries)
    wait_until(lambda: any(node.name == 'Thématiques' for node in app.nodes()), 10, lambda: f'the pack does not come back: {app.outline()}')
    go_to(app, 'Thématiques')
    is_shown(app, 'Réparé')


@test(**preview('dossier'))
def a_new_folder_is_followed_too(app):
    pack = packs['dossier']
    go_to(app, 'Pour l’auteur')
    is_shown(app, 'Prise en main de l’auteur')
    # The text moves to a folder that was not there when the window opened …
    (pack / 'content/pages').mkdir()
    (pack / 'content/texts/prise-en-main.md').rename(pack / 'content/pages/debut.md')
    edit(pack / 'datapackage.json', 'content/texts/prise-en-main.md', 'content/pages/debut.md')
    edit(pack / 'content/entries.json', 'content/texts/prise-en-main.md', 'content/pages/debut.md')
    edit(pack / 'content/entries.json', '"title": "Prise en main de l’auteur"', '"title": "Pour commencer"')
    is_shown(app, 'Pour commencer')
    # … and is changed there.
    edit(pack / 'content/pages/debut.md', 'Ce que contient le dossier', 'Un titre tout neuf')
    is_shown(app, 'Un titre tout neuf')


run()
