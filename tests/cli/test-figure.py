#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`territoires-pack figure` and what `validate` says of figures, on small inputs that were drawn otherwise than they were written.

Usage: test-figure.py TERRITOIRES-PACK SOURCE-DIR"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from tap import run_tests, test

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
ROWS = 'genre,film,gross,budget,y,an,nom,code\n' + ''.join(line + '\n' for line in (
    'A,a1,10,100,1,1998,Un,01', 'A,a2,50,5,10,2004,Deux,02', 'B,b1,7,70,100,2020,Trois,03', 'B,b2,9,3,1000,2020,Quatre,04', 'C,c1,2,4,10000,2004,Six,06'))
TYPES = {'gross': 'integer', 'budget': 'integer', 'y': 'integer', 'an': 'year'}
Q = {'type': 'quantitative'}


def run(*arguments, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False,
                           env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', **environment})
    return done.returncode, done.stdout, done.stderr


def feature(code, name, x):
    ring = [[x, 45], [x, 46], [x + 1, 46], [x, 45]]
    return {'type': 'Feature', 'properties': {'code': code, 'name': name}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


def write_pack(folder, specs):
    figures = [{'id': name, 'title': name, 'spec': {'data': {'name': 't'}, **spec}} for name, spec in specs.items()]
    entries = [{'id': 'd', 'kind': 'dashboard', 'title': 'D', 'groups': [{'figures': figures}]}]
    outline = {'type': 'FeatureCollection', 'features': [feature('01', 'Un', 1), feature('02', 'Deux', 3), feature('99', 'Vide', 5)]}
    files = {'entries.json': ('e', 'entries', 'application/json', json.dumps(entries)), 't.csv': ('t', 'table', 'text/csv', ROWS),
             'o.geojson': ('o', 'outline', 'application/geo+json', json.dumps(outline))}
    resources = []
    for path, (name, role, media, text) in files.items():
        pathlib.Path(folder, path).write_text(text)
        resources.append({'name': name, 'path': path, 'role': role, 'mediatype': media})
    resources[1]['schema'] = {'fields': [{'name': name, 'type': TYPES.get(name, 'string')} for name in ROWS.split('\n', 1)[0].split(',')]}
    pathlib.Path(folder, 'datapackage.json').write_text(json.dumps({
        'format': [1, 0], 'name': 'figures', 'version': '1.0.0', 'title': 'F', 'languages': ['fr'], 'created': '2026-01-01',
        'sections': [{'id': 's', 'title': 'S', 'view': 'observatory', 'show': {'kinds': ['dashboard']}}], 'resources': resources}))
    return folder


def bars(x, y, **more):
    return {'mark': 'bar', 'encoding': {'x': x, 'y': y, **more}}


def of_years(op, mark='text'):
    value = {'aggregate': op, 'field': 'an', **Q}
    return {'mark': 'text', 'encoding': {'text': value}} if mark == 'text' else bars(value, {'field': 'genre'})


def years(spec):
    """The year in three rows, seen through a figure: its sentence, or why it is a table."""
    with tempfile.TemporaryDirectory() as folder:
        report = json.loads(run('figure', '--json', write_pack(folder, {'f': spec}), 'd/f')[1])
    return report['problem'] or report['summary']


@test
def a_year_is_the_number_that_was_written():
    arc = {'mark': 'arc', 'encoding': {'theta': {'field': 'an', **Q}, 'color': {'field': 'film'}}}
    color = {'mark': 'rect', 'encoding': {'x': {'field': 'film'}, 'y': {'field': 'genre'}, 'color': {'field': 'an', **Q}}}
    for spec, said in ((of_years('max'), '2020'), (of_years('min'), '1998'), (of_years('mean'), '2009.2'), (of_years('median'), '2004'),
                       (of_years('sum'), 'a sum of the dates of “an”'), (arc, 'a sum of the dates of “an”'),
                       (of_years('max', 'bar'), '3 bars; highest: B, 2020; lowest: A and C, 2004.'),
                       (color, '5 cells; highest: B, b1 and B, b2, 2020; lowest: A, a1, 1998.')):
        assert years(spec) == said, (spec, years(spec), said)


# What each asks for that is not drawn, with its path and what is told of it.
NAMED = {
    'impute': (bars({'field': 'film'}, {'field': 'gross', **Q, 'impute': {'value': 0}}), 'encoding/y/impute', 'figure-unsupported'),
    'condition': (bars({'field': 'gross', **Q}, {'field': 'film'}, color={'condition': {'test': 'datum.gross>8', 'value': 'red'}, 'value': 'grey'}),
                  'encoding/color/condition', 'figure-unsupported'),
    'quarter': (bars({'field': 'an', 'timeUnit': 'quarter'}, {'aggregate': 'count'}), '', 'figure-unsupported'),
    'step': ({'mark': {'type': 'line', 'interpolate': 'step-after'}, 'encoding': {'x': {'field': 'gross', **Q}, 'y': {'field': 'budget', **Q}}}, '',
             'figure-unsupported'),
    'reverse': ({'mark': 'line', 'encoding': {'x': {'field': 'gross', **Q, 'scale': {'reverse': True}}, 'y': {'field': 'budget', **Q}}},
                'encoding/x/scale/reverse', 'figure-unsupported'),
    'datum': (bars({'datum': 'Tous'}, {'field': 'gross', **Q}), '', 'figure-unsupported'),
    'several-texts': ({'mark': 'text', 'encoding': {'text': {'field': 'gross'}}}, '', 'figure-data'),
    'text-as-number': (bars({'field': 'film', **Q}, {'field': 'genre'}), '', 'figure-data'),
    'time-of-numbers': ({'mark': 'line', 'encoding': {'x': {'field': 'gross', 'type': 'temporal'}, 'y': {'field': 'budget', **Q}}}, '', 'figure-data'),
    'sum-of-years': (of_years('sum'), '', 'figure-data'),
    'map-without-outline': ({'mark': 'geoshape', 'encoding': {'color': {'field': 'gross', **Q}}}, '', 'figure-data'),
    'parts-of-a-table-too-short': ({'mark': 'arc', 'transform': [{'filter': 'datum.gross > 900'}],
                                    'encoding': {'theta': {'field': 'gross', **Q}, 'color': {'field': 'film'}}}, '', 'figure-data'),
    'width': ({'width': 400, **bars({'field': 'gross', **Q}, {'field': 'film'})}, 'width', 'figure-aside'),
    'grid': (bars({'field': 'gross', **Q, 'axis': {'grid': True}}, {'field': 'film'}), 'encoding/x/axis/grid', 'figure-aside'),
}


@test
def what_is_not_drawn_is_named_and_the_window_agrees():
    with tempfile.TemporaryDirectory() as folder:
        pack = write_pack(folder, {name: spec for name, (spec, _, _) in NAMED.items()})
        issues = json.loads(run('validate', '--json', pack)[1])['issues']
        reports = json.loads(run('figure', '--json', pack, 'd')[1])
    for i, (name, (_, path, code)) in enumerate(NAMED.items()):
        pointer = f'/0/groups/0/figures/{i}/spec' + (f'/{path}' if path else '')
        told = [(issue['code'], issue['pointer']) for issue in issues if issue['pointer'].startswith(f'/0/groups/0/figures/{i}/')
                or issue['pointer'] == f'/0/groups/0/figures/{i}/spec']
        assert told == [(code, pointer)], (name, told, code, pointer)
        assert (reports[name]['problem'] is None) == (code == 'figure-aside'), (name, reports[name]['problem'])


@test
def an_outline_as_data_finds_its_rows():
    color = {'color': {'field': 'gross', **Q}}
    first = {'data': {'name': 'o'}, 'mark': 'geoshape', 'encoding': color,
             'transform': [{'lookup': 'properties.code', 'from': {'data': {'name': 't'}, 'key': 'code', 'fields': ['gross']}}]}
    second = {'mark': 'geoshape', 'encoding': {**color, 'shape': {'field': 'geo', 'type': 'geojson'}},
              'transform': [{'lookup': 'code', 'from': {'data': {'name': 'o'}, 'key': 'properties.code'}, 'as': 'geo'}]}
    with tempfile.TemporaryDirectory() as folder:
        pack = write_pack(folder, {'first': first, 'second': second})
        reports = json.loads(run('figure', '--json', pack, 'd')[1])
    for report in reports.values():
        assert report['problem'] is None, report['problem']
        assert [(it['name'], it['value']) for it in report['territories']] == [('Un', 10), ('Deux', 50), ('Vide', None)], report['territories']
        assert report['withoutOutline'] == 3
        assert report['summary'] == ('2 territories; highest: Deux, 50; lowest: Un, 10; 3 territories with data are not on the map; '
                                     '1 value is missing.'), report['summary']


@test
def a_figure_is_printed_for_people_too():
    with tempfile.TemporaryDirectory() as folder:
        pack = write_pack(folder, {'f': bars({'field': 'gross', **Q}, {'field': 'film', 'sort': '-x'}), 'g': of_years('sum')})
        status, out, err = run('figure', pack, 'd/f')
        assert (status, err) == (0, '') and 'Mark: bar\n' in out and 'y (names): film, a2, a1, b2, b1, c1\n' in out, out
        status, out, err = run('figure', pack, 'd/g')
        assert status == 1 and 'a sum of the dates of “an”' in out, out
        assert run('figure', pack, 'd/none')[0] == 2
        assert run('figure', pack)[0] == 2
        assert run('figure', '--choice', '2', pack, 'd/f')[0] == 2
        assert run('figure', pathlib.Path(folder, 'none'), 'd/f')[0] == 2


@test
def each_figure_of_the_platforms_pack_is_drawn():
    pack = SOURCE / 'data/packs/innovation-territoriale'
    dashboards = [entry for file in (pack / 'content').glob('*.json') for entry in json.loads(file.read_text()) if entry.get('kind') == 'dashboard']
    assert dashboards
    for dashboard in dashboards:
        status, out, err = run('figure', '--json', pack, dashboard['id'])
        assert (status, err) == (0, ''), (dashboard['id'], err, [(name, it['problem']) for name, it in json.loads(out or '{}').items() if it['problem']])
        for name, report in json.loads(out).items():
            assert report['rows'] and report['summary'], name


run_tests()
