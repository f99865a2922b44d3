#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is different in a sandbox: files come and go through portals, one at a time, by the reader's choice."""

import atexit
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from PIL import Image

from driver import check, run, test, wait_until
from driver.packs import finish, folder, install, text, tpack
from driver.sandbox import FLATPAK

place = Path(tempfile.mkdtemp(prefix='territoires-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
PLAIN = tpack(folder(place / 'plain'), place / 'clé & 100 %.tpack')


def key(app):
    """A key with a pack on it, plugged in after the start."""
    path = app.desktop.folder / 'Clé USB'
    path.mkdir()
    return shutil.copy(PLAIN, path)


def outlives_the_key(app, path):
    """Once it is imported the key can go."""
    install(app)
    shutil.rmtree(Path(path).parent)
    finish(app)
    app.stop()
    app.start()
    app.click('list item', 'Pages de Pack d’essai')
    text(app, 'Un texte.')
    kept = app.desktop.folder / f'home/.var/app/{FLATPAK}/data/territoires/store'
    check(any(path.is_file() for path in kept.rglob('*')), 'it is not in the folder of the app')


@test()
def a_pack_is_imported_by_a_double_click(app):
    path = key(app)
    launcher = Path(app.desktop.env['FLATPAK_USER_DIR']) / f'exports/share/applications/{FLATPAK}.desktop'
    done = subprocess.run(['gio', 'launch', launcher, path], env=app.desktop.env, capture_output=True, text=True, timeout=60)
    check(done.returncode == 0, done.stderr)
    text(app, 'Pack d’essai')
    check(len(app.find_all('frame')) == 1, 'there are two windows')
    outlives_the_key(app, path)


@test()
def a_pack_is_imported_by_the_command_line(app):
    path = key(app)
    app.stop()
    app.start('@@u', path, '@@')
    text(app, 'Pack d’essai')
    outlives_the_key(app, path)


@test()
def a_pack_is_chosen_in_the_portals_dialog(app):
    path = key(app)
    app.click('list item', 'Packs')
    app.click('button', 'Importer un pack…')
    app.choose_file(path)
    text(app, 'Pack d’essai')
    outlives_the_key(app, path)


@test()
def a_figure_is_saved(app):
    app.go_to('Observatoire')
    app.click('button', 'Les exemples en chiffres')
    app.click('button', re.compile('^Enregistrer «\u00a0Nombre d’exemples par département\u00a0»'))
    app.click('menu item', 'Tableau pour un tableur (ODS)')
    target = app.desktop.folder / 'home' / 'exemples.ods'
    app.choose_file(target)
    wait_until(lambda: target.exists() and target.stat().st_size, 15, f'{target} was not written')
    app.find('label', re.compile('^Enregistré\u00a0: '))
    with zipfile.ZipFile(target) as archive:
        check(archive.testzip() is None and archive.namelist()[0] == 'mimetype', 'it is not sound')


@test(styles=('light', 'dark'))
def it_follows_the_desktops_style(app):
    picture = Image.open(app.picture(app.desktop.folder / 'style.png')).convert('L')
    middle = sorted(picture.getdata())[picture.width * picture.height // 2]
    check((middle < 80) == (app.style == 'dark'), f'the window is of brightness {middle}')


run()
