#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""About: what the diagnostic tells to somebody who helps, and what it never tells."""

import atexit
import getpass
import re
import shutil
import tempfile
from pathlib import Path

from driver import PLATFORM, SOURCE, check, manifest, run, test
from driver.packs import finish, folder, install, tpack

place = Path(tempfile.mkdtemp(prefix='dossier-de-marie-'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
shutil.copytree(SOURCE / 'tests/corpus/packs/invalid/json-syntax', place / 'packs/marie-martin')
shutil.copytree(SOURCE / 'tests/corpus/packs/valid/minimal', place / 'packs/minimal')
SENT = tpack(folder(place / 'sent'), place / 'envoi.tpack')


def diagnostic(app):
    app.press('F10')
    app.click('menu item', re.compile('À propos de Territoires|About Territoires'))
    app.click('list item', re.compile('Dépannage|Troubleshooting'))
    app.click('list item', re.compile('Informations de débogage|Debugging Information'))
    app.settle()
    text = max((node.text() for node in app.find_all() if node.role in ('text', 'label')), key=len)
    check('Territoires 0.' in text, f'no diagnostic, but “{text}”')
    return text


@test(languages=('fr', 'en'))
def the_diagnostic_tells_versions_and_packs(app):
    text = diagnostic(app)
    version = manifest(PLATFORM)['version']
    for line in (r'GTK 4\.\d+\.\d+', r'libadwaita 1\.\d+\.\d+', r'GLib 2\.\d+\.\d+', r'SQLite 3\.[\d.]+', r'libarchive 3\.[\d.]+', r'OpenSSL 3\.[\d.]+',
                 rf'- innovation-territoriale {re.escape(version)} \(.+\)', r'- prise-en-main 1\.0\.0 \(.+\)', r'(Rendu|Renderer)\W+GskCairoRenderer',
                 r'(Bac à sable|Sandbox)\W+(non|no)', r'(Langue|Language)\W+(fr|en)\S*'):
        check(re.search(f'^{line}$', text, re.MULTILINE), f'not told: {line} in\n{text}')
    check('Portails' in text if app.language == 'fr' else 'Portals' in text, 'not in the language of the window')
    app.check_dialog()


@test(arguments=['--packs', place / 'packs', SENT], env={'TER_STORE': '$HOME/store'})
def the_diagnostic_tells_no_name_and_no_folder(app):
    install(app)
    finish(app)
    text = diagnostic(app)
    check('- essai 1.0.0 (importé)' in text, f'what was imported is not told:\n{text}')
    check(re.search(r'^- un pack qui ne peut pas être ouvert\W+json-syntax$', text, re.MULTILINE), f'what is broken is not told:\n{text}')
    home = app.desktop.env['HOME']
    for word in ('marie', 'dossier-de', home, str(place), '/home', '/tmp', getpass.getuser() + '@', 'Pack d’essai'):
        check(word.lower() not in text.lower(), f'it tells “{word}”:\n{text}')


run()
