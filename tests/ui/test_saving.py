#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure leaves the window: as a table or a picture, in a file that says where it comes from."""

import io
import re
import struct
import subprocess
import xml.etree.ElementTree as XML
import zipfile

from driver import SOURCE, check, run, test
from driver.packs import save_figure

alone = {'arguments': ['--packs', SOURCE / 'tests/corpus/packs/valid']}
TITLE = 'Trois courbes'


def save(app, item, name):
    return save_figure(app, 'Courbes, points et tables', TITLE, item, name)


@test(**alone)
def a_spreadsheet_has_the_values_and_where_they_come_from(app):
    data = save(app, 'Tableau pour un tableur (ODS)', 'courbes.ods')
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check(archive.testzip() is None and archive.namelist()[0] == 'mimetype', 'it is not sound')
        check(not archive.getinfo('mimetype').extra, 'its first file has an extra field')
        texts = [element.text for element in XML.fromstring(archive.read('content.xml')).iter() if element.text]
        XML.fromstring(archive.read('meta.xml'))
        XML.fromstring(archive.read('META-INF/manifest.xml'))
    for text in ('Production (GWh)', '455', TITLE, 'Jeu d’essai', '23 novembre 2026'):
        check(text in texts, f'not in it: {text}')


@test(**alone)
def a_table_is_saved_in_the_french_manner(app):
    text = save(app, 'Tableau à la française (CSV)', 'courbes.csv').decode()
    lines = text.split('\r\n')
    check(text.startswith('\ufeff') and lines[0].count(';') == 2, f'it begins with {lines[0]!r}')
    check(any(re.fullmatch(r'Source;.*Jeu d’essai.*', line) for line in lines), 'no source')


@test(styles=('light', 'dark'), **alone)
def a_picture_is_drawn_for_paper(app):
    data = save(app, 'Image (PNG)', 'courbes.png')
    check(data[:8] == b'\x89PNG\r\n\x1a\n', 'it is no PNG')
    width, height = struct.unpack('>II', data[16:24])
    check(width > 1200 and height > 600, f'it is {width} by {height}')
    pixels = subprocess.run(['python3', '-c', """
import sys, gi
gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf
p = GdkPixbuf.Pixbuf.new_from_file(sys.argv[1])
d, n = p.get_pixels(), p.get_n_channels()
light = sum(1 for i in range(0, len(d) - 2, n * 97) if min(d[i:i + 3]) > 240)
print(light / (len(d) / (n * 97)))
""", str(app.desktop.folder / 'home' / 'courbes.png')], capture_output=True, text=True, check=True)
    check(float(pixels.stdout) > 0.8, f'only {pixels.stdout} of it is white')


@test(**alone)
def a_picture_to_enlarge_keeps_its_lines(app):
    data = save(app, 'Image à agrandir (SVG)', 'courbes.svg')
    tree = XML.fromstring(data)
    check(tree.tag.endswith('svg') and sum(1 for element in tree.iter() if element.tag.endswith('path')) > 20, 'it has no lines')
    check(len(data) < 2_000_000, f'it has {len(data)} bytes')


@test(**alone)
def a_page_is_saved_from_the_table_too(app):
    app.click('list item', 'Figures')
    app.click('button', 'Courbes, points et tables')
    app.tab_to('image', TITLE)
    app.press('t')
    app.settle()
    app.press('alt+Left')
    app.settle()
    data = save(app, 'Page (PDF)', 'courbes.pdf')
    check(data.startswith(b'%PDF-') and len(data) < 2_000_000, 'it is no PDF')


@test(**alone)
def what_cannot_be_written_is_said(app):
    app.click('list item', 'Figures')
    app.click('button', 'Courbes, points et tables')
    app.click('button', f'Enregistrer «\u00a0{TITLE}\u00a0»')
    app.click('menu item', 'Tableau pour un tableur (ODS)')
    app.choose_file('/proc/courbes.ods')
    app.find('label', re.compile('^Non enregistré\u00a0:|.*n’existe pas|.*inscriptible'), seconds=10)


@test(**alone)
def the_picture_goes_to_the_clipboard(app):
    app.click('list item', 'Figures')
    app.click('button', 'Courbes, points et tables')
    app.click('button', f'Enregistrer «\u00a0{TITLE}\u00a0»')
    app.click('menu item', 'Copier l’image')
    app.find('label', 'Image copiée')


run()
