#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack published as a Flatpak extension: installed, shown read-only, updated, carried on a USB key, removed."""

import atexit
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from driver import SOURCE, check, run, test
from driver.sandbox import FLATPAK
from publishing import Installation, Publisher, run_checked

EXAMPLE = SOURCE / 'flatpak/example-pack'
EXTENSION = f'{FLATPAK}.Pack.association-exemple'

place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
publisher = Publisher(place)
atexit.register(publisher.stop)
here = Installation()
WEB = place / 'web'


def publish(version):
    pack = place / version
    shutil.copytree(EXAMPLE, pack)
    manifest = json.loads((pack / 'datapackage.json').read_text())
    manifest['version'] = version
    (pack / 'datapackage.json').write_text(json.dumps(manifest, ensure_ascii=False, indent=2))
    publisher.publish('pack', FLATPAK, pack, WEB)


def remove():
    here.flatpak('uninstall', '--noninteractive', EXTENSION)


def forget():
    """Whatever a test has left."""
    for words in (['uninstall', '--noninteractive', EXTENSION], ['remote-delete', '--force', 'territoires-packs']):
        subprocess.run(['flatpak', words[0], '--user', *words[1:]], capture_output=True)


forget()
atexit.register(forget)


def show_pack(app):
    app.click('list item', 'Packs')
    app.find('heading', 'Installés comme extensions')
    row = app.click('list item', 'Pack d’exemple d’une association')
    app.find('list item', 'Vérifier maintenant')
    app.settle()
    return row


@test()
def it_is_installed_from_its_reference(app):
    publish('1.0.0')
    here.install('--from', WEB / 'association-exemple.flatpakref')
    check(here.flatpak('info', '--show-ref', EXTENSION).strip().endswith('/1'), 'its branch is not the format’s version')
    check(not app.shows('list item', 'Bonjour depuis une association'), 'it is there already')
    app.stop()
    app.start()
    app.click('list item', 'Bonjour depuis une association')
    row = show_pack(app)
    check('1.0.0' in row.description or app.shows(None, '1.0.0'), f'its version is not told: {app.outline()}')


@test()
def it_is_read_where_it_is(app):
    show_pack(app)
    check(not app.shows('list item', 'Supprimer'), 'the app offers to remove it')
    app.find('label', re.compile('^Ce pack est une extension de Territoires'))
    app.click('list item', 'Vérifier maintenant')
    app.find('label', 'Intact\u00a0: chaque fichier est tel qu’il a été publié.')
    app.check_screen()
    folder = '/app/share/packs/association-exemple/packs/association-exemple'
    here.look(f'test -f {folder}/datapackage.json && ! touch {folder}/x {folder}/datapackage.json')


@test()
def a_software_centre_knows_it():
    here.flatpak('update', '--appstream')
    found = here.flatpak('search', '--columns=application,name', 'association')
    check(EXTENSION in found, f'a search finds {found!r}')


@test()
def it_is_updated(app):
    publish('1.1.0')
    deltas = run_checked('ostree', 'static-delta', 'list', f'--repo={WEB}/repo')
    check('-' in deltas, f'no delta from the former version: {deltas}')
    here.flatpak('update', '--noninteractive', EXTENSION)
    app.stop()
    app.start()
    row = show_pack(app)
    check('1.1.0' in row.description or app.shows(None, '1.1.0'), f'its version is not told: {app.outline()}')


@test()
def it_is_removed(app):
    app.find('list item', 'Bonjour depuis une association')
    remove()
    app.stop()
    app.start()
    check(not app.shows('list item', 'Bonjour depuis une association'), 'it is still there')


@test()
def it_comes_as_a_single_file(app):
    app.stop()
    here.install(WEB / 'association-exemple.flatpak')
    app.start()
    show_pack(app)
    remove()


run()
