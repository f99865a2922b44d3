#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's path through territoires-pack: new, lint, import, translations, build, info, preview, and what tells of them (help,
manual pages, completion). Usage: test-authoring.py TERRITOIRES-PACK SOURCE-DIR"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tap import run_tests, test

PROGRAM, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
PACKS = SOURCE / 'tests/corpus/packs'


def run(*arguments, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8', timeout=60,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', **environment})
    return done.returncode, done.stdout, done.stderr


def sound(*arguments, **environment):
    status, out, err = run(*arguments, **environment)
    assert status == 0, (arguments, status, out, err)
    return out


def new(folder, *options):
    pack = Path(folder) / 'pack'
    sound('new', pack, '--language', 'fr', *options)
    return pack


def files_of(pack):
    return {path.relative_to(pack).as_posix(): path.read_bytes() for path in pack.rglob('*') if path.is_file()}


def commands():
    return re.findall(r'^  ([a-z]+) ', sound('--help'), re.M)


def options(command):
    return [name for name in re.findall(r'^  (?:-., )?(--[a-z-]+)', sound(command, '--help'), re.M) if name != '--help']


@test
def a_new_pack_is_sound_and_has_nothing_to_improve(folder):
    for language in ('fr', 'en'):
        pack = Path(folder) / language
        sound('new', pack, '--language', language, '--title', 'L’été & <b>')
        assert sound('validate', '--strict', pack) == 'The pack is sound.\n'
        assert sound('lint', '--strict', pack) == 'There is nothing to improve.\n'
        assert json.loads((pack / 'datapackage.json').read_text())['languages'][0] == language
        before = files_of(pack)
        assert run('new', pack)[0] == 2 and files_of(pack) == before


@test
def a_new_pack_is_called_as_asked(folder):
    report = json.loads(sound('new', Path(folder) / 'Ma Commune', '--json'))
    assert report['name'] == 'ma-commune', report
    assert run('new', Path(folder) / 'x', '--id', 'Not An Id')[0] == 2 and not (Path(folder) / 'x').exists()


@test
def a_data_package_of_another_maker_becomes_a_pack_of_its_tables(folder):
    source, pack = Path(folder) / 'budget', Path(folder) / 'pack'
    (source / 'Tables').mkdir(parents=True)
    (source / 'Tables/Budget 2024.csv').write_text('Commune;Année;Montant;Note\n01;2023;1,5;a\n02;2024;-;b\n', encoding='utf-8')
    (source / 'autre.csv').write_text('x,y\n1,2\n')
    fields = [{'name': 'Commune', 'type': 'string', 'title': 'La commune'}, {'name': 'Année', 'type': 'year'},
              {'name': 'Montant', 'type': 'number', 'title': 'Millions'}, {'name': 'Note', 'type': 'any'}]
    manifest = {'name': 'Budget_vert', 'title': 'Budget « vert »', 'description': 'Ce que\nchacun dépense.', 'licenses': [{'name': 'odbl'}],
                'sources': [{'title': 'DGFiP', 'path': 'https://data.example/budget'}],
                'resources': [{'name': 'budget', 'path': 'Tables/Budget 2024.csv', 'title': 'Le budget', 'dialect': {'delimiter': ';'},
                               'schema': {'missingValues': ['', '-'], 'fields': fields}},
                              {'name': 'autre', 'path': 'autre.csv', 'sources': [{'title': 'INSEE'}]}, {'name': 'carte', 'path': 'carte.png'},
                              {'name': 'ailleurs', 'path': '../../secret.csv'}]}
    (source / 'datapackage.json').write_text(json.dumps(manifest, ensure_ascii=False), encoding='utf-8')
    out = sound('new', pack, '--from', source, '--language', 'fr')
    assert out.startswith('2 tables of a Data Package'), out
    assert json.loads(sound('validate', pack, '--json'))['errors'] == 0
    made = json.loads((pack / 'datapackage.json').read_text(encoding='utf-8'))
    assert (made['name'], made['title']) == ('budget-vert', 'Budget « vert »'), made
    [budget, other] = [resource for resource in made['resources'] if resource['role'] == 'table']
    assert budget['title'] == 'Le budget' and [(f['type'], f.get('title')) for f in budget['schema']['fields']] == [
        ('string', 'La commune'), ('year', 'Année'), ('number', 'Millions'), ('string', 'Note')], budget
    assert (pack / budget['path']).read_text(encoding='utf-8') == 'commune,annee,montant,note\n01,2023,1.5,a\n02,2024,-,b\n'
    [page, dashboard] = json.loads((pack / 'content/entries.json').read_text(encoding='utf-8'))
    assert 'n’a pas été fait pour Territoires' in page['body'] and page['sources'] == [{'title': 'DGFiP', 'url': 'https://data.example/budget'}], page
    figures = [figure for group in dashboard['groups'] for figure in group['figures']]
    assert [(f['title'], f['sources'][0]['title']) for f in figures] == [('Le budget', 'DGFiP'), ('autre', 'INSEE')], figures
    sound('build', pack, '-o', Path(folder) / 'a.tpack')
    # What is a pack, or is not there, or would overwrite something, is told; nothing half made stays.
    (source / 'autre.csv').write_text('x,y\n1\n')
    status, _, err = run('new', Path(folder) / 'd', '--from', source)
    assert status == 1 and 'autre.csv: line 2' in err and not (Path(folder) / 'd').exists(), err
    assert run('new', Path(folder) / 'b', '--from', PACKS / 'valid/every-kind')[0] == 1 and not (Path(folder) / 'b').exists()
    assert run('new', pack, '--from', source)[0] == 2 and run('new', Path(folder) / 'c', '--from', '/nonexistent')[0] == 2


@test
def lint_tells_errors_first_and_quality_then(folder):
    status, out, _ = run('lint', PACKS / 'invalid/file-missing')
    assert status == 1 and '[file-missing]' in out, out
    for sample in (PACKS / 'lint').iterdir():
        report = json.loads(sound('lint', '--json', sample))
        codes = {issue['code'] for issue in report['issues']} - {'updated-future'}
        assert report['errors'] == 0 and all(sample.name.startswith(code) for code in codes), (sample, codes)
    assert run('lint', '--strict', PACKS / 'lint/source-missing')[0] == 1
    assert 'Rien ne dit d’où cela vient.' in sound('lint', '-l', 'fr', PACKS / 'lint/source-missing')
    assert '[picture-alt]' in sound('lint', PACKS / 'invalid/picture-alt')
    assert run('lint', '/nonexistent')[0] == 2


@test
def no_zero_of_a_code_is_lost(folder):
    pack = new(folder)
    sheet = Path(folder) / 'feuille.csv'
    sheet.write_bytes('Code INSEE;Nom;Taux;Créé le\r\n01001;L’Abergement-Clémenciat;1\u202f234,5;28/05/2020\r\n2A004;"Ajaccio; Corse";;\r\n'.encode())
    out = sound('import', pack, sheet, '--name', 'communes', '--title', 'Communes')
    assert 'code_insee (Code INSEE): text' in out and 'taux (Taux): number (decimal comma)' in out, out
    assert (pack / 'data/communes.csv').read_bytes() == ('code_insee,nom,taux,cree_le\r\n01001,L’Abergement-Clémenciat,1234.5,2020-05-28\r\n'
                                                        '2A004,Ajaccio; Corse,,\r\n').encode()
    sound('validate', '--strict', pack)
    status, _, err = run('import', pack, sheet, '--name', 'communes')
    assert status == 1 and '--replace' in err, err
    sheet.write_bytes('Code INSEE;Nom;Taux;Créé le\n01002;L\x92\xe9t\xe9;2;01/01/2021\n'.encode('latin-1'))
    report = json.loads(sound('import', pack, sheet, '--name', 'communes', '--replace', '--json'))
    assert (report['encoding'], report['delimiter'], report['rows'], report['replaced']) == ('Windows-1252', ';', 1, True), report
    assert '01002,L’été,2,2021-01-01' in (pack / 'data/communes.csv').read_text()
    sound('validate', '--strict', pack)
    for wrong in (('--name', '../x'), ('--name', 'x', '--delimiter', 'x'), ('--name', 'x', '--decimal', ';'), ()):
        assert run('import', pack, sheet, *wrong)[0] == 2, wrong


@test
def where_two_readings_fit_import_says_which_and_strict_writes_nothing(folder):
    pack, sheet = new(folder), Path(folder) / 'feuille.csv'
    sheet.write_text('Titre du tableau;;\nnom;part;hab\nA;12,5;1,234\nB;n.d.;12,500\nTotal;8,1;13,734\n', encoding='utf-8')
    before = files_of(pack)
    status, out, _ = run('import', pack, sheet, '--name', 't', '--strict', '--json')
    report = json.loads(out)
    assert status == 1 and not report['written'] and files_of(pack) == before, out
    remarks = report['remarks'] + [remark for column in report['columns'] for remark in column['remarks']]
    assert [remark['code'] for remark in remarks] == ['title-line', 'total-line', 'missing', 'thousands'], remarks
    assert remarks[2]['value'] == 'n.d.' and remarks[2]['line'] == 4 and remarks[2]['option'] == '--missing "n.d."', remarks
    # What the report offers settles all of it.
    out = sound('import', pack, sheet, '--name', 't', '--strict', '--skip', '1,5', '--missing', 'n.d.', '--decimal', ',')
    assert '--' not in out, out
    assert (pack / 'data/t.csv').read_text() == 'nom,part,hab\nA,12.5,1.234\nB,n.d.,12.500\n'
    table = next(r for r in json.loads((pack / 'datapackage.json').read_text())['resources'] if r['name'] == 't')
    assert table['schema']['missingValues'] == ['', 'n.d.'], table
    sound('validate', '--strict', pack)
    for wrong in (('--type', 'x'), ('--type', 'x=text'), ('--type', 'hab=y'), ('--dates', 'ymd'), ('--encoding', 'x'), ('--skip', 'x')):
        assert run('import', pack, sheet, '--name', 'u', *wrong)[0] == 2, wrong


@test
def the_ain_and_brittany_are_read_alike_in_the_pack_of_the_platform(folder):
    pack = Path(folder) / 'pack'
    shutil.copytree(SOURCE / 'data/packs/innovation-territoriale', pack)
    sheet, schemas = Path(folder) / 'feuille.csv', []
    for head in ('INSEE_COM;INSEE_DEP;INSEE_REG', 'codeInsee;codeDepartement;codeRegion', 'DEPCOM;DEP;REG',
                 'Commune (code INSEE);Département (code INSEE);Région (code INSEE)'):
        for rows in ('01001;01;84;12\n01002;01;84;13', '22001;22;53;12\n35238;35;53;13'):
            sheet.write_text(head + ';hab\n' + rows + '\n', encoding='utf-8')
            report = json.loads(sound('import', pack, sheet, '--name', 't', '--replace', '--strict', '--json'))
            assert [column['type'] for column in report['columns']] == ['string'] * 3 + ['integer'], (head, rows, report)
    # Codes that their values alone tell, and codes that lost their zeros.
    sheet.write_text('lieu;hab\n22001;12\n35238;13\n', encoding='utf-8')
    report = json.loads(sound('import', pack, sheet, '--name', 't', '--replace', '--json'))
    assert report['columns'][0]['type'] == 'string' and report['columns'][0]['remarks'][0]['code'] == 'code-by-value', report
    sheet.write_text('code_commune;hab\n1001;12\n22001;13\n', encoding='utf-8')
    report = json.loads(sound('import', pack, sheet, '--name', 't', '--replace', '--json'))
    assert report['columns'][0]['remarks'][0]['option'] == '--type code_commune=code', report
    sound('import', pack, sheet, '--name', 't', '--replace', '--strict', '--type', 'code_commune=code')
    assert (pack / 'data/t.csv').read_text() == 'code_commune,hab\n01001,12\n22001,13\n'


@test
def spreadsheets_are_read_and_say_which_sheet(folder):
    pack, books = new(folder), SOURCE / 'tests/core/sheets/books'
    for name in ('sheets.xlsx', 'calc-sheets.ods'):
        report = json.loads(sound('import', pack, books / name, '--name', 't', '--replace', '--json'))
        assert report['sheet'] == 'Données & co' and [r['code'] for r in report['remarks']] == ['sheet'], report
        assert json.loads(sound('import', pack, books / name, '--name', 't', '--replace', '--strict', '--json', '--sheet', 'Notes'))['rows'] == 1
        assert run('import', pack, books / name, '--name', 't', '--replace', '--sheet', 'Rien')[0] == 1
    sound('import', pack, books / 'calc-dates.ods', '--name', 't', '--replace')
    assert (pack / 'data/t.csv').read_text().splitlines()[1].startswith('2020-05-28,2020-01-01,')
    sound('validate', '--strict', pack)


@test
def failures_are_json_where_json_was_asked_for(folder):
    for arguments in (('validate', '/nonexistent'), ('info', '/nonexistent'), ('lint', '/nonexistent'), ('build', '/nonexistent'), ('diff', '/a', '/b'),
                      ('import', '/nonexistent', '/nonexistent', '--name', 'x'), ('import', '/nonexistent', '/nonexistent', '--name', 'x', '--decimal', 'z')):
        status, out, err = run(*arguments, '--json')
        assert status == 2 and json.loads(out)['failure'] and err, (arguments, status, out, err)
        assert run(*arguments)[1] == '', arguments


@test
def arguments_and_json_are_utf_8_in_any_locale(folder):
    pack, sheet = new(folder), Path(folder) / 'été.csv'
    sheet.write_text('commune;part\nÉtréchy;12\n', encoding='utf-8')
    for locale in ('C', 'POSIX', 'C.UTF-8'):
        out = sound('import', pack, sheet, '--name', 't', '--title', 'Été', '--replace', '--json', LC_ALL=locale)
        assert json.loads(out)['columns'][0]['title'] == 'commune', out
        assert '"Été"' in (pack / 'datapackage.json').read_text(encoding='utf-8')
        report = json.loads(run('import', pack, sheet, '--name', 'É', '--json', LC_ALL=locale)[1])
        assert 'É' in report['failure'], report


@test
def lint_says_once_what_repeats_and_decides_by_content(folder):
    pack = new(folder)
    rows = ''.join(f'{1000 + i};{i}\n' for i in range(96))
    (Path(folder) / 'a.csv').write_text('code_commune;hab\n' + rows)
    (Path(folder) / 'b.csv').write_text('commune;hab\n' + ''.join(f'Lieu {i};{i}\n' for i in range(96)))
    for name in 'ab':
        sound('import', pack, Path(folder) / f'{name}.csv', '--name', name)
    out = sound('lint', pack)
    assert out.count('[code-unknown]') == 1 and 'data/a.csv' in out and 'Values of this column that are not: 96' in out, out
    entries = json.loads((pack / 'content/entries.json').read_text())
    [dashboard] = [entry for entry in entries if entry['kind'] == 'dashboard']
    figure = dashboard['groups'][0]['figures'][0]
    for name in [name for name in figure if name.startswith('description')]:
        del figure[name]
    dashboard['groups'][0]['figures'] += [{**figure, 'id': f'{figure["id"]}-{i}'} for i in range(9)]
    (pack / 'content/entries.json').write_text(json.dumps(entries))
    run('build', pack)
    out = sound('lint', pack)
    assert out.count('[figure-description-missing]') == 1 and 'and at 9 other places: ' in out, out
    assert len([i for i in json.loads(sound('lint', '--json', pack))['issues'] if i['code'] == 'figure-description-missing']) == 10


@test
def translations_go_out_and_come_back_unchanged(folder):
    pack, po = new(folder), Path(folder) / 'en.po'
    before = files_of(pack)
    sound('translations', 'extract', pack, '--language', 'en', '-o', po)
    if shutil.which('msgfmt'):
        checked = subprocess.run(['msgfmt', '--check', '--output-file', os.devnull, po], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr
    report = json.loads(sound('translations', 'merge', pack, po, '--json'))
    assert (report['written'], report['files'], report['lost']) == (0, 0, 0) and files_of(pack) == before, report
    assert sound('translations', 'extract', pack, '-l', 'en') == po.read_text()


@test
def a_translator_s_work_is_merged(folder):
    pack, po = new(folder), Path(folder) / 'de.po'
    sound('translations', 'extract', pack, '--language', 'de', '-o', po)
    text = po.read_text().replace('msgid "Bienvenue"\nmsgstr ""', 'msgid "Bienvenue"\nmsgstr "Willkommen"')
    po.write_text(text)
    assert sound('translations', 'merge', pack, po).startswith('1 translation written, ')
    entry = json.loads((pack / 'content/entries.json').read_text())[0]
    assert list(entry)[2:5] == ['title', 'title@de', 'title@en'] and entry['title@de'] == 'Willkommen', entry
    sound('validate', '--strict', pack)
    # The source changes: the translation is to be looked at again, and is not lost.
    entries = pack / 'content/entries.json'
    entries.write_text(entries.read_text().replace('"Bienvenue"', '"Bonjour"'))
    out = sound('translations', 'extract', pack, '--language', 'de', '-o', po)
    assert ' 1 to look at again.' in out and '#, fuzzy\n#| msgid "Bienvenue"' in po.read_text(), out
    po.write_text('this is no .po file\n')
    assert run('translations', 'merge', pack, po)[0] == 1
    assert run('translations', 'extract', pack, '-l', 'fr')[0] == 2
    assert run('translations', 'nothing', pack)[0] == 2


@test
def building_renews_the_list_and_keeps_the_author_s_hand(folder):
    pack = new(folder)
    manifest = pack / 'datapackage.json'
    manifest.write_text(manifest.read_text().replace('"version": "0.1.0"', '"version"  :\t"0.1.0"'))
    before = manifest.read_text()
    (pack / 'data/members.csv').write_text('year,members\n2025,200\n')
    status, out, _ = run('build', '--check', pack)
    assert status == 1 and 'data/members.csv: size or hash out of date' in out and manifest.read_text() == before, out
    out = sound('build', pack)
    after = manifest.read_text()
    changed = [new for old, new in zip(before.splitlines(), after.splitlines()) if old != new]
    assert len(before.splitlines()) == len(after.splitlines()) and len(changed) == 2, changed
    assert 'bytes' in changed[0] and 'hash' in changed[1] and '"version"  :\t"0.1.0"' in after
    sound('build', '--check', pack)


@test
def two_builds_are_the_same_bytes(folder):
    pack = new(folder)
    first, second = Path(folder) / 'a.tpack', Path(folder) / 'b.tpack'
    report = json.loads(sound('build', pack, '-o', first, '--json'))
    assert report['outcome'] == 'built' and report['sha256'] == hashlib.sha256(first.read_bytes()).hexdigest(), report
    copy = shutil.copytree(pack, Path(folder) / 'copy')
    for path in copy.rglob('*'):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    sound('build', copy, '-o', second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist() if not name.endswith('/')} == files_of(pack)
    sound('build', pack)
    assert (Path(folder) / 'pack-0.1.0.tpack').read_bytes() == first.read_bytes()
    assert {path.name for path in Path(folder).iterdir()} == {'pack', 'copy', 'a.tpack', 'b.tpack', 'pack-0.1.0.tpack'}


@test
def what_is_not_listed_is_told_and_added_when_asked(folder):
    pack = new(folder)
    (pack / 'files/guide.pdf').write_bytes(b'%PDF-1.4')
    status, out, _ = run('build', pack)
    assert status == 1 and '"application/pdf"' in out and '[file-unlisted]' in out and not list(Path(folder).glob('*.tpack')), out
    assert 'files/guide.pdf: listed' in sound('build', '--add', pack)
    sound('validate', '--strict', pack)


@test
def a_pack_with_errors_or_a_stale_signature_is_not_built(folder):
    pack = new(folder)
    (pack / 'datapackage.json.sig').write_text('untrusted comment: x\nRWQ=\n')
    status, out, _ = run('build', pack)
    assert status == 1 and 'Sign it again' in out, out
    (pack / 'data/members.csv').write_text('year,members\n2025,200\n')
    status, out, _ = run('build', pack, '--json')
    assert status == 1 and json.loads(out)['outcome'] == 'unsigned', out
    (pack / 'datapackage.json.sig').unlink()
    entries = pack / 'content/entries.json'
    entries.write_text(entries.read_text().replace('"first-topic"', '"First Topic"'))
    status, out, _ = run('build', pack)
    assert status == 1 and '[id-invalid]' in out and not list(Path(folder).glob('*.tpack')), out
    assert 'no .tpack was written' in out and 'nothing was written' not in out, out
    before = files_of(pack)
    out = run('build', pack)[1]
    assert 'nothing was written' in out and files_of(pack) == before, out
    assert run('build', pack, '-o', pack / 'a.tpack')[0] != 0 and not (pack / 'a.tpack').exists()
    assert run('build', '/nonexistent')[0] == 2


@test
def a_pack_tells_what_it_holds(folder):
    pack = new(folder)
    archive = Path(folder) / 'a.tpack'
    sound('build', pack, '-o', archive)
    reports = [json.loads(sound('info', '--json', place)) for place in (pack, archive)]
    assert reports[1].pop('packed') == archive.stat().st_size
    assert reports[0] == reports[1], reports
    assert reports[0]['files'] == len(files_of(pack)) and reports[0]['bytes'] == sum(map(len, files_of(pack).values()))
    assert {'kind': 'page', 'count': 2} in reports[0]['kinds'] and len(reports[0]['largest']) == 7
    assert 'Version: 0.1.0' in sound('info', pack)
    archive.write_bytes(archive.read_bytes()[:-30])
    assert run('info', archive)[0] == 1
    status, out, _ = run('info', PACKS / 'invalid/file-missing')
    assert status == 1 and 'The pack has errors' in out, out
    assert run('info', folder)[0] == 1
    assert run('info', '/nonexistent')[0] == 2


@test
def preview_starts_the_app_on_the_folder(folder):
    pack = new(folder)
    app = Path(folder) / 'bin/territoires'
    app.parent.mkdir()
    app.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit 7\n')
    app.chmod(0o755)
    status, out, _ = run('preview', pack, PATH=f'{app.parent}:{os.environ["PATH"]}')
    assert (status, out) == (7, f'--preview\n{pack}\n'), (status, out)
    assert run('preview', pack / 'datapackage.json')[0] == 2
    assert run('preview', pack, PATH=folder)[0] == 2


@test
def every_command_has_help_and_stands_in_both_manual_pages(folder):
    for name in ('territoires-pack.1', 'territoires-pack.fr.1'):
        page = (SOURCE / 'data/man' / name).read_text().replace('\\-', '-')
        parts = {part.split('\n')[0].strip('"').split()[0]: part for part in re.split(r'^\.S[SH] ', page, flags=re.M)[1:]}
        for command in commands():
            assert command in parts, (name, command)
            for option in options(command):
                assert f'\\fB{option}\\fR' in parts[command], (name, command, option)
    for command in commands():
        assert sound(command, '--help') != sound(command, '--help', LC_ALL='fr_FR.UTF-8', LANGUAGE='fr') or not french_is_there(), command


def french_is_there():
    return 'problème' in run('--help', LC_ALL='fr_FR.UTF-8', LANGUAGE='fr')[1]


@test
def commands_and_options_are_completed(folder):
    bash = shutil.which('bash')
    if bash is None:
        return

    def complete(*words):
        script = f'source {SOURCE}/data/completions/territoires-pack.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _territoires_pack; printf "%s\\n" "${{COMPREPLY[@]}}"'
        return subprocess.run([bash, '-c', script, 'bash', PROGRAM, *words], capture_output=True, text=True, cwd=folder).stdout.split()

    assert set(complete('')) == {*commands(), '--help', '--version'}
    assert complete('va') == ['validate']
    assert complete('translations', 'm') == ['merge']
    assert complete('lint', '--language', '') == ['fr', 'en']
    for command in commands():
        assert set(complete(command, '--')) == {*options(command), '--help'}, command
    (Path(folder) / 'ma-commune').mkdir()
    assert complete('validate', 'ma-') == ['ma-commune']
    for shell, name in (('fish', 'territoires-pack.fish'), ('zsh', '_territoires-pack')):
        if shutil.which(shell):
            assert subprocess.run([shell, '-n', SOURCE / 'data/completions' / name]).returncode == 0


run_tests(tempfile.TemporaryDirectory)
