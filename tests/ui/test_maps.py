#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps: classes and their legend, zoom and moving by keys, buttons and pointer, into a territory and back; all of it said."""

import atexit
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

from driver import PLATFORM, check, manifest, run, test, wait_until

SIZES = ('1280x800', '360x720')
PACKS = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, PACKS)
NAMES = ('communes', 'departements', 'regions', 'departements-synthese', 'regions-synthese', 'departements-contours', 'regions-contours')
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


def make_pack():
    folder = PACKS / 'maps'
    all_of_it = manifest()
    resources = [resource for resource in all_of_it['resources'] if resource['name'] in NAMES]
    made = {'content/entries.json': json.dumps([{'id': 'cartes', 'kind': 'dashboard', 'title': 'Cartes', 'groups': [{'title': 'Cartes', 'figures': FIGURES}]}])}
    codes = [line.split(',')[0] for line in (PLATFORM / 'data/departements.csv').read_text().splitlines()[1:]]
    made['data/hausse.csv'] = 'code,hausse\n' + ''.join(f'{code},{(i * 37 % 61 - 30) / 10}\n' for i, code in enumerate(codes) if i % 9)
    for resource in resources:
        made[resource['path']] = (PLATFORM / resource['path']).read_text()
    resources += [
        {'name': 'entries', 'path': 'content/entries.json', 'role': 'entries', 'mediatype': 'application/json'},
        {'name': 'hausse', 'path': 'data/hausse.csv', 'role': 'table', 'mediatype': 'text/csv', 'schema': {'fields': [
            {'name': 'code', 'type': 'string', 'title': 'Code'}, {'name': 'hausse', 'type': 'number', 'title': 'Hausse', 'unit': '%'}], 'primaryKey': 'code'}},
    ]
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    for resource in resources:
        data = (folder / resource['path']).read_bytes()
        resource |= {'bytes': len(data), 'hash': 'sha256:' + hashlib.sha256(data).hexdigest()}
    del all_of_it['territories']['epci']
    pack = {key: all_of_it[key] for key in ('format', 'version', 'languages', 'created', 'licenses', 'territories')} | {
        'name': 'maps', 'title': 'Cartes', 'description': 'Des cartes.', 'resources': resources,
        'sections': [{'id': 'figures', 'title': 'Figures', 'icon': 'view-grid-symbolic', 'view': 'observatory', 'show': {'kinds': ['dashboard']}}]}
    (folder / 'datapackage.json').write_text(json.dumps(pack))


make_pack()


def open_maps(app):
    if not app.shows('list item', 'Figures'):
        app.press('F9')
        app.settle(2)
    app.click('list item', 'Figures')
    app.click('button', 'Cartes')
    app.find('heading', 'Cartes')
    app.settle()


if __name__ == '__main__':
    run()
