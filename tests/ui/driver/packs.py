# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small packs made for a test: folders, .tpack files, signed or damaged; and what tests do with them in the window."""

import base64
import hashlib
import json
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path

from .desktop import wait_until
from .window import PLATFORM, manifest


class Publisher:
    """A key of its own, and signatures as signify writes them (made by openssl: another program than ours)."""

    def __init__(self, name):
        self.name = name
        self.folder = tempfile.TemporaryDirectory()
        self.secret = Path(self.folder.name) / 'secret.pem'
        subprocess.run(['openssl', 'genpkey', '-algorithm', 'ED25519', '-out', self.secret], check=True, capture_output=True)
        public = subprocess.run(['openssl', 'pkey', '-in', self.secret, '-pubout', '-outform', 'DER'], check=True, capture_output=True).stdout
        self.number = os.urandom(8)
        self.key = base64.b64encode(b'Ed' + self.number + public[-32:]).decode()

    def sign(self, message):
        path = Path(self.folder.name) / 'message'
        path.write_bytes(message)
        signature = subprocess.run(['openssl', 'pkeyutl', '-sign', '-inkey', self.secret, '-rawin', '-in', path],
                                   check=True, capture_output=True).stdout
        return f'untrusted comment: {self.name}\n{base64.b64encode(b"Ed" + self.number + signature).decode()}\n'


def webinar(id, title, start, **more):
    return {'id': id, 'kind': 'webinar', 'title': title, 'summary': title, 'start': start, 'timezone': 'Europe/Paris', 'status': 'confirmed',
            'updated': '2026-11-01', 'sources': [{'title': 'Essai', 'date': '2026-11-01'}]} | more


def page(id, title, **more):
    return {'id': id, 'kind': 'page', 'title': title, 'summary': title, 'body': 'Un texte.', 'updated': '2026-11-01',
            'sources': [{'title': 'Essai', 'date': '2026-11-01'}]} | more


def kit(id, title, **more):
    return page(id, title) | {'kind': 'kit'} | more


def folder(path, entries=None, name='essai', title='Pack d’essai', version='1.0.0', publisher=None, files=()):
    """A sound pack in a folder; @files: (path, bytes) to be attached; @publisher signs it."""
    path = Path(path)
    entries = [page('bienvenue', 'Bienvenue')] if entries is None else entries
    content = {'content/entries.json': json.dumps(entries, ensure_ascii=False, indent=1).encode(), **dict(files)}
    kinds = sorted({entry['kind'] for entry in entries})
    resources = []
    for number, (file, data) in enumerate(content.items()):
        role = {'role': 'entries', 'mediatype': 'application/json'} if number == 0 else {'role': 'attachment', 'mediatype': 'application/pdf'}
        resources.append({'name': f'file-{number}', 'path': file, **role, 'bytes': len(data),
                          'hash': 'sha256:' + hashlib.sha256(data).hexdigest()})
        (path / file).parent.mkdir(parents=True, exist_ok=True)
        (path / file).write_bytes(data)
    manifest = {
        '$schema': 'https://territoires-en-actions.fr/schema/1/datapackage.json', 'format': [1, 0], 'name': name, 'version': version,
        'title': title, 'description': title, 'languages': ['fr'], 'created': '2026-11-01',
        'licenses': [{'name': 'CC-BY-SA-4.0', 'title': 'Creative Commons BY-SA 4.0'}],
        'contributors': [{'title': publisher.name if publisher else 'Les essayeurs', 'roles': ['publisher']}],
        'sections': [{'id': f'section-{kind}', 'title': {'kit': 'Kits', 'page': 'Pages', 'webinar': 'Webinaires'}[kind] + f' de {title}',
                      'view': {'kit': 'kits', 'page': 'pages', 'webinar': 'webinars'}[kind], 'show': {'kinds': [kind]}} for kind in kinds],
        'resources': resources,
    }
    if publisher:
        manifest['publisher'] = {'key': publisher.key}
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    (path / 'datapackage.json').write_bytes(text)
    if publisher:
        (path / 'datapackage.json.sig').write_text(publisher.sign(text))
    return path


def territories_pack(folder, title, figures, tables):
    """A pack with France's territories and one dashboard, @title, of @figures; @tables: name: (CSV, fields)."""
    all_of_it = manifest()
    names = ('communes', 'departements', 'regions', 'departements-synthese', 'regions-synthese', 'departements-contours', 'regions-contours')
    resources = [resource for resource in all_of_it['resources'] if resource['name'] in names]
    entries = [{'id': 'figures', 'kind': 'dashboard', 'title': title, 'groups': [{'title': title, 'figures': figures}]}]
    made = {'content/entries.json': json.dumps(entries)} | {f'data/{name}.csv': rows for name, (rows, fields) in tables.items()}
    made |= {resource['path']: (PLATFORM / resource['path']).read_text() for resource in resources}
    resources.append({'name': 'entries', 'path': 'content/entries.json', 'role': 'entries', 'mediatype': 'application/json'})
    resources += [{'name': name, 'path': f'data/{name}.csv', 'role': 'table', 'mediatype': 'text/csv', 'schema': {'fields': fields}}
                  for name, (rows, fields) in tables.items()]
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    for resource in resources:
        data = (folder / resource['path']).read_bytes()
        resource |= {'bytes': len(data), 'hash': 'sha256:' + hashlib.sha256(data).hexdigest()}
    del all_of_it['territories']['epci']
    pack = {key: all_of_it[key] for key in ('format', 'version', 'languages', 'created', 'licenses', 'territories')} | {
        'name': 'figures', 'title': title, 'description': title, 'resources': resources,
        'sections': [{'id': 'figures', 'title': 'Figures', 'icon': 'view-grid-symbolic', 'view': 'observatory', 'show': {'kinds': ['dashboard']}}]}
    (folder / 'datapackage.json').write_text(json.dumps(pack))


def open_figures(app, title):
    """The dashboard of such a pack."""
    app.open_row('Figures')
    app.click('button', title)
    app.find('heading', title)
    app.settle()


def save_figure(app, dashboard, title, item, name):
    """Saves a figure by its menu, over the name that is offered; gives the bytes."""
    open_figures(app, dashboard)
    app.click('button', f'Enregistrer «\u00a0{title}\u00a0»')
    app.click('menu item', item)
    target = app.desktop.folder / 'home' / name
    app.choose_file(target)
    wait_until(target.exists, 15, f'{target} was not written')
    app.find('label', f'Enregistré\u00a0: {name}')
    return target.read_bytes()


def choose_territory(app, text):
    """Answers the dialog that asks for a territory: the best one found."""
    app.find('entry', 'Nom, code postal ou code INSEE')
    app.type(text)
    app.settle()
    app.press('Enter')
    app.settle()


def tpack(source, target, damaged=None):
    """The .tpack of a folder; one byte of the file @damaged is not what it was."""
    source, target = Path(source), Path(target)
    names = ['datapackage.json', 'datapackage.json.sig', *sorted(str(p.relative_to(source)) for p in source.rglob('*') if p.is_file())]
    with zipfile.ZipFile(target, 'w') as archive:
        for name in dict.fromkeys(names):
            if not (source / name).exists():
                continue
            data = bytearray((source / name).read_bytes())
            if name == damaged:
                data[len(data) // 2] ^= 1
            archive.writestr(zipfile.ZipInfo(name), bytes(data))
    return target


# -- in a window whose TER_STORE is $HOME/store -------------------------------------------------------------------


def store(app):
    return Path(app.desktop.env['HOME']) / 'store'


def objects(app):
    return [path for path in (store(app) / 'objects').rglob('*') if path.is_file()]


def text(app, name, **more):
    return app.find(('label', 'heading'), name, **more)


def install(app, button='Installer'):
    app.click('button', button)
    text(app, 'Importé', seconds=60)  # a pack of thousands of entries, on a loaded machine


def finish(app):
    app.click('button', 'Fermer', within=app.find('dialog'))
    app.wait_gone('dialog')
