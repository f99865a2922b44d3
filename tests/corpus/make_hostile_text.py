#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a sound pack with a hostile text in every member that holds one, each text another one. Usage: make_hostile_text.py FOLDER

Markup, entities, formats of printf, marks of direction that are never closed, a family of emoji, as many combining marks as a
text may have, some texts as long as they may be: a reader must see exactly what stands there.
"""

import csv
import hashlib
import io
import json
import re
import struct
import sys
import zlib
from pathlib import Path

LANGUAGES = ('fr', 'en')
TEXT_CHARS, LINE_CHARS, COMMONMARK_CHARS, COMBINING = 500, 2000, 10000, 8
HOSTILE = ('Voirie & réseaux < > <b>gras</b> <a href="file:///etc/passwd">lien</a> &amp; &lt; %s %n {0} $(id) \\ _Mnémonique '
           '\u202egauche \u2066isolé 👨‍👩‍👧‍👦 🇫🇷 \u05d0\u05d1\u05d2 e' + '\u0301' * COMBINING + ' fin')
MARK = re.compile(r'§(\d{3})(fr|en|xx)')
KINDS = ('theme', 'document', 'webinar', 'kit', 'example', 'page', 'dashboard', 'organisation', 'goal', 'poem')
VIEWS = {'home': 'go-home-symbolic', 'themes': 'view-grid-symbolic', 'pages': 'x-office-document-symbolic', 'webinars': 'x-office-calendar-symbolic',
         'kits': 'folder-download-symbolic', 'examples': 'starred-symbolic', 'observatory': 'x-office-spreadsheet-symbolic',
         'goals': 'target-symbolic', 'atlas': 'map-symbolic'}
# Texts that are as long as they may be.
LONGEST = {'page.summary', 'document.title', 'webinar.notice', 'section.pages.summary', 'theme.links.0.title', 'kit.files.0.description'}


class Texts:
    """Gives a text to each field, and remembers it: (field, language) → text. What is not localised is of the language xx."""

    def __init__(self):
        self.given = {}

    def make(self, field, language='xx'):
        number = len(self.given) + 1
        text = f'§{number:03d}{language} {HOSTILE}'
        if field in LONGEST:
            text += ' mot' * ((TEXT_CHARS - 1 - len(text)) // 4)
            text += 'x' * (TEXT_CHARS - 1 - len(text))
        self.given[field, language] = text + '§'
        return text + '§'

    def members(self, field, *names):
        """The localised members @names of the object @field."""
        return {name if language == 'fr' else f'{name}@{language}': self.make(f'{field}.{name}', language) for name in names for language in LANGUAGES}

    def word(self, field, name):
        return {name: self.make(f'{field}.{name}')}


def escaped(text):
    """@text as CommonMark that means this very text."""
    return re.sub(r'([!-/:-@\[-`{-~])', r'\\\1', text)


def body(texts, field, language, picture):
    """All forms of CommonMark, up to its greatest length; a paragraph is as long as a line may be."""
    def words(name):
        return escaped(texts.make(f'{field}.{name}', language))
    parts = [f'## {words("heading")}', words('paragraph'), f'**{words("strong")}** *{words("emphasis")}*', f'- {words("item")}', f'1. {words("number")}',
             f'> {words("quote")}', f'[{words("link")}](https://example.org/?a=b&c=d "titre")', f'[{words("entry link")}](entry:page)',
             f'``{texts.make(f"{field}.code", language)}``', f'```\n{texts.make(f"{field}.block", language)}\n```',
             f'| {words("column")} | b |\n|---|---|\n| {words("cell")} | 2 |', f'![{words("alternative")}]({picture} "{words("caption")}")',
             'brut <b>gras</b> & <script>alert(1)</script> fin']
    text = '\n\n'.join(parts)
    while len(text) + 22 < COMMONMARK_CHARS:
        text += '\n\n' + ('mot ' * (LINE_CHARS // 4))[:min(LINE_CHARS, COMMONMARK_CHARS - len(text) - 2)].rstrip()
    return text


def png():
    """The smallest picture: 2 × 2 pixels."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 2, 2, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress((b'\0' + b'\x80\x40\x20' * 2) * 2)) + chunk(b'IEND', b''))


def source(texts, field):
    return [{**texts.members(f'{field}.sources.0', 'title', 'note'), 'url': 'https://example.org/s', 'date': '2020'}]


def common(texts, kind):
    """What an entry of any kind may have."""
    return {
        'id': kind, 'kind': kind, **texts.members(kind, 'title', 'summary', 'notice'), 'date': '2020-05-28', 'updated': '2026-01-01',
        'tags': ['theme:one', 'field:one'], 'territories': ['region:84'], 'sources': source(texts, kind), 'confidence': 'sure',
        'archive': {'updated': '2021', **texts.members(f'{kind}.archive', 'notice')},
        'picture': {'path': 'files/picture.png', **texts.members(f'{kind}.picture', 'alt', 'credit')},
        'links': [{**texts.members(f'{kind}.links.0', 'title'), 'url': 'https://example.org/?a=1&b=2'},
                  {**texts.members(f'{kind}.links.1', 'title'), 'section': 'pages'}],
        'related': ['page' if kind != 'page' else 'document'], 'figures': ['dashboard/number'] if kind != 'dashboard' else [],
    }


def figure(texts, name, spec):
    field = f'figure.{name}'
    return {
        'id': name, **texts.members(field, 'title', 'description', 'question', 'institute', 'note'), 'date': '2020', 'sources': source(texts, field),
        'base': {'size': 12, **texts.members(f'{field}.base', 'description')}, 'confidence': 'sure', 'spec': {'data': {'name': 'values'}, **spec},
    }


def figures(texts):
    number = {'mark': 'text', 'transform': [{'filter': {'field': 'order', 'equal': 1}}], 'encoding': {'text': {'field': 'value', 'type': 'quantitative'}}}
    bars = {'mark': 'bar', 'encoding': {'y': {'field': 'name', 'type': 'nominal', 'sort': None},
                                        'x': {'field': 'value', 'type': 'quantitative'}, 'color': {'field': 'group', 'type': 'nominal'}}}
    titled = {'mark': 'bar', 'encoding': {
        'y': {'field': 'name', 'type': 'nominal', 'axis': {'title': texts.make('figure.titled.y')}},
        'x': {'field': 'value', 'type': 'quantitative', 'title': texts.make('figure.titled.x')}}}
    drawn = {'mark': {'type': 'geoshape'}, 'transform': [{'lookup': 'code', 'from': {'data': {'name': 'outlines'}, 'key': 'properties.code'}, 'as': 'shape'}],
             'encoding': {'shape': {'field': 'shape', 'type': 'geojson'}, 'color': {'field': 'value', 'type': 'quantitative'},
                          'tooltip': [{'field': 'name', 'type': 'nominal'}]}}
    pie = {'mark': 'arc', 'encoding': {'theta': {'field': 'value', 'type': 'quantitative'}, 'color': {'field': 'name', 'type': 'nominal'}}}
    specs = {'number': number, 'bars': bars, 'titled': titled, 'map': drawn, 'pie': pie}
    return [{**texts.members('dashboard.groups.0', 'title', 'summary'), 'figures': [figure(texts, name, spec) for name, spec in specs.items()]}]


def parts(texts):
    """The parts of an example, in CommonMark."""
    def long(field, *names):
        return {name: escaped(text) for name, text in texts.members(field, *names).items()}
    return {**long('example', 'need', 'how', 'means', 'difficulty', 'transpose'), 'result': {'value': 7, **texts.members('example.result', 'label', 'unit'),
            'date': '2020-05', **long('example.result', 'text')}, 'state': {**long('example.state', 'text'), 'date': '2021'},
            'contact': {**texts.members('example.contact', 'name'), 'url': 'https://example.org/c'}}


def own(texts, kind):
    """What a kind adds."""
    if kind == 'theme':
        return {'documents': ['document', 'kit']}
    if kind == 'document':
        return {'documentType': 'method', **texts.members(kind, 'author')}
    if kind == 'webinar':
        speaker = texts.word('webinar.speakers.0', 'name')
        return {'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris', 'replay': 'https://example.org/r',
                'speakers': [{**speaker, **texts.members('webinar.speakers.0', 'role', 'organisation')}],
                'agenda': [{'time': '13:05', **texts.members('webinar.agenda.0', 'title', 'summary'), 'speakers': [speaker['name']]}],
                'resources': [{**texts.members('webinar.resources.0', 'title'), 'path': 'files/note.txt', 'date': '2020'},
                              {**texts.members('webinar.resources.1', 'title'), 'role': 'event', 'url': 'https://example.org/e'}]}
    if kind == 'kit':
        return {'documentType': 'training', **texts.members(kind, 'author'), 'license': 'CC0-1.0',
                'files': [{'path': 'files/note.txt', **texts.members('kit.files.0', 'title', 'description')}, {'path': 'files/other.txt'}]}
    if kind == 'example':
        return {**texts.members(kind, 'place'), **parts(texts), **{name: [texts.make('example.actors.0', language)] for name, language in (('actors', 'fr'), ('actors@en', 'en'))},
                'keyFigures': [{**texts.members('example.keyFigures.0', 'label', 'unit'), **texts.word('example.keyFigures.0', 'value')},
                               {**texts.members('example.keyFigures.1', 'label', 'unit'), 'value': 12.5}]}
    if kind == 'organisation':
        return {**texts.members(kind, 'role'), 'url': 'https://example.org/o'}
    if kind == 'goal':
        return {'number': 17, 'color': '#19486A', 'targets': [{'id': 'first', **texts.word('goal.targets.0', 'code'),
                                                               **texts.members('goal.targets.0', 'group', 'title', 'note'),
                                                               'sources': source(texts, 'goal.targets.0'), 'confidence': 'sure'}]}
    if kind == 'dashboard':
        return {'groups': figures(texts)}
    return {}


def section(texts, view, icon):
    shown = {'home': ['page', 'document'], 'themes': ['theme'], 'pages': ['page', 'organisation'], 'webinars': ['webinar'], 'kits': ['kit', 'document'],
             'examples': ['example', 'other'], 'observatory': ['dashboard'], 'goals': ['goal'], 'atlas': list(KINDS)}[view]
    made = {'id': view, **texts.members(f'section.{view}', 'title', 'summary', 'notice'), 'icon': icon, 'view': view, 'show': {'ids': shown},
            'archive': {'updated': '2021', **texts.members(f'section.{view}.archive', 'notice')}}
    if view == 'home':
        made['home'] = {'webinars': 'webinars', 'figures': ['dashboard/number', 'dashboard/bars'], 'begin': ['document'], 'sections': ['pages', 'kits']}
    if view == 'examples':
        made['filters'] = ['field', 'theme']
    return made


def vocabulary(texts, name):
    terms = {'confidence': ['sure'], 'field': ['one', 'two']}.get(name, ['one'])
    return {'id': name, **texts.members(f'vocabulary.{name}', 'title', 'description'),
            'terms': [{'id': term, 'color': '#19486A', **texts.members(f'vocabulary.{name}.terms.{number}', 'title', 'abbreviation', 'description', 'note')}
                      for number, term in enumerate(terms)]}


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator='\r\n').writerows(rows)
    return text.getvalue().encode()


def fields(texts, table_name, columns):
    return {'fields': [{'name': name, 'type': kind, **texts.members(f'table.{table_name}.{name}', 'title', 'description', *(['unit', 'base', 'source'] if kind == 'number' else []))}
                       for name, kind in columns]}


def make(folder):
    """Writes the pack into @folder; returns (field, language) → text."""
    texts = Texts()
    entries = [{**common(texts, kind), **own(texts, kind)} for kind in KINDS]
    # With other tags, so that filters have something to leave out.
    entries.append({'id': 'other', 'kind': 'example', **texts.members('other', 'title'), 'tags': ['field:two'], 'territories': ['region:93']})
    page = next(entry for entry in entries if entry['id'] == 'page')
    page['body'] = body(texts, 'page.body', 'fr', 'files/picture.png')
    page['bodyPath@en'] = 'content/page.en.md'
    cells = [texts.make(f'table.values.cell.{number}') for number in range(4)]
    square = [[[0, 45], [1, 45], [1, 46], [0, 46], [0, 45]]]
    outline = {'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'geometry': {'type': 'Polygon', 'coordinates': square}, 'properties': {'code': '84', 'name': texts.make('outline.name')}}]}
    files = {
        'content/entries.json': ('entries', 'application/json', json.dumps(entries, ensure_ascii=False, indent=1).encode()),
        'content/words.json': ('vocabularies', 'application/json', json.dumps(
            [vocabulary(texts, name) for name in ('theme', 'field', 'confidence', 'glossary')], ensure_ascii=False, indent=1).encode()),
        'content/page.en.md': ('text', 'text/markdown', body(texts, 'page.body', 'en', 'files/picture.png').encode()),
        'data/values.csv': ('table', 'text/csv', table([['code', 'order', 'name', 'group', 'value'], ['84', 1, cells[0], cells[1], 3],
                                                        ['93', 2, cells[2], cells[3], 5]])),
        'data/regions.csv': ('table', 'text/csv', table([['code', 'name'], ['84', texts.make('table.regions.cell')], ['93', texts.make('table.regions.other cell')]])),
        'maps/outlines.geojson': ('outline', 'application/geo+json', json.dumps(outline, ensure_ascii=False).encode()),
        'files/note.txt': ('attachment', 'text/plain', b'note'), 'files/other.txt': ('attachment', 'text/plain', b'other'),
        'files/picture.png': ('picture', 'image/png', png()),
    }
    more = {'data/values.csv': {'schema': fields(texts, 'values', [('code', 'string'), ('order', 'integer'), ('name', 'string'), ('group', 'string'), ('value', 'number')])},
            'data/regions.csv': {'schema': fields(texts, 'regions', [('code', 'string'), ('name', 'string')])}, 'maps/outlines.geojson': {'level': 'region'}}
    resources = []
    for path, (role, mediatype, data) in files.items():
        name = 'words' if role == 'vocabularies' else path.split('/')[1].split('.')[0] + ('-en' if path.endswith('.en.md') else '')
        resources.append({'name': name, 'path': path, 'role': role, 'mediatype': mediatype, 'bytes': len(data), 'hash': 'sha256:' + hashlib.sha256(data).hexdigest(),
                          **texts.members(f'resource.{name}', 'title'), 'sources': source(texts, f'resource.{name}'),
                          'licenses': [{'name': 'CC0-1.0', **texts.members(f'resource.{name}.licenses.0', 'title')}], **more.get(path, {})})
        (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
        (Path(folder) / path).write_bytes(data)
    manifest = {
        '$schema': 'https://territoires-en-actions.fr/schema/1/datapackage.json', 'format': [1, 0], 'name': 'hostile-text', 'version': '1.0.0',
        **texts.members('pack', 'title'), **{name: escaped(texts.make('pack.description', language)) for name, language in
                                             (('description', 'fr'), ('description@en', 'en'))},
        'languages': list(LANGUAGES), 'created': '2026-11-23', 'licenses': [{'name': 'CC0-1.0', **texts.members('pack.licenses.0', 'title')}],
        'contributors': [{**texts.members('pack.contributors.0', 'title'), 'roles': ['publisher']}], 'keywords': [texts.make('pack.keywords.0')],
        'territories': {'vintage': '2026', 'regions': 'regions'},
        'sections': [section(texts, view, icon) for view, icon in VIEWS.items()], 'resources': resources,
    }
    (Path(folder) / 'datapackage.json').write_text(json.dumps(manifest, ensure_ascii=False, indent=1))
    return texts.given


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f'{len(make(sys.argv[1]))} texts')
