#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the spreadsheets of books/ and, beside each, what LibreOffice Calc reads in it: NAME.csv.

Seven workbooks and three OpenDocument files are written here, byte by byte; LibreOffice saves each workbook as .ods and three of them as
.xlsx again. Run inside, where libreoffice-calc is installed for the occasion: ./dev exec python3 tests/core/sheets/make-books.py
The results are committed: tests/core/sheets/test-sheet-book.c needs no LibreOffice. CSV with commas, UTF-8, values and not what cells show."""

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent / 'books'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,{}'


def write_zip(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == 'mimetype' else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


STYLES = (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
          '<numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="#,##0.00&quot; day&quot;"/></numFmts>'
          '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
          '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>')


def workbook(name, sheets, strings=None, properties=''):
    """sheets: {title: XML of the rows and what follows them}"""
    relations = ''.join(f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    relations += f'<Relationship Id="rIdA" Type="{OFFICE}/styles" Target="styles.xml"/>'
    types = ''.join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                    for i in range(1, len(sheets) + 1))
    parts = {}
    if strings is not None:
        relations += f'<Relationship Id="rIdB" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        types += '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        parts['xl/sharedStrings.xml'] = f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{text}</si>" for text in strings)}</sst>'
    parts['[Content_Types].xml'] = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{types}</Types>')
    parts['_rels/.rels'] = (f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                            'Target="xl/workbook.xml"/></Relationships>')
    listed = ''.join(f'<sheet name="{title}" sheetId="{i}" r:id="rId{i}"/>' for i, title in enumerate(sheets, 1))
    parts['xl/workbook.xml'] = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>'
    parts['xl/_rels/workbook.xml.rels'] = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
    parts['xl/styles.xml'] = STYLES
    for i, rows in enumerate(sheets.values(), 1):
        parts[f'xl/worksheets/sheet{i}.xml'] = f'{HEAD}<worksheet xmlns="{MAIN}">{rows}</worksheet>'
    write_zip(HERE / f'{name}.xlsx', parts)


def rows(*lines):
    """Each line: cells, "" for none; a cell that is no text is XML already."""
    out = []
    for number, cells in enumerate(lines, 1):
        if cells:
            out.append(f'<row r="{number}">' + ''.join(
                cell.replace('<c', f'<c r="{chr(65 + column)}{number}"', 1) if cell.startswith('<') else
                f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t xml:space="preserve">{cell}</t></is></c>'
                for column, cell in enumerate(cells) if cell) + '</row>')
    return '<sheetData>' + ''.join(out) + '</sheetData>'


def number(value, style=0):
    return f'<c s="{style}"><v>{value}</v></c>'


def make_workbooks():
    workbook('shared', {'Feuille': rows(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'], ['<c t="s"><v>2</v></c>', number(1234.5)],
                                        ['<c t="s"><v>3</v></c>', number('0.10000000000000001')])},
             ['<t>Commune</t>', '<r><t>Part </t></r><r><rPr><b/></rPr><t>(gras)</t></r><rPh sb="0" eb="1"><t>lu</t></rPh>',
              '<t xml:space="preserve">L’Île, « d’Yeu »; "dite"</t>', '<t>deux_x000A_lignes</t>'])
    workbook('inline', {'Feuille': rows(['code', 'nom', 'habitants'], ['01001', 'L’Abergement', number(832)], ['2A004', 'Ajaccio', number('7.5E4')])})
    workbook('dates', {'Feuille': rows(['jour', 'mois', 'instant'], [number(43979, 1), number(43831, 2), number(43979.5, 5)],
                                       [number(36585, 2), number(61, 1), number(2, 4)])})
    workbook('dates-1904', {'Feuille': rows(['jour', 'valeur'], [number(42517, 2), number(1)], [number(0, 1), number(2)])},
             properties='<workbookPr date1904="1"/>')
    workbook('kinds', {'Feuille': rows(['part', 'vrai', 'erreur', 'formule'],
                                       [number(0.455, 3), '<c t="b"><v>1</v></c>', '<c t="e"><v>#DIV/0!</v></c>', '<c><f>2*21</f><v>42</v></c>'],
                                       [number(1, 3), '<c t="b"><v>0</v></c>', number(3), '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'])})
    workbook('gaps', {'Feuille': rows(['a', '', 'c', 'd'], [], ['', '', number(3)], [], [], ['x', '', '', number(-4)]) +
                      '<mergeCells count="1"><mergeCell ref="A6:C6"/></mergeCells>'})
    workbook('sheets', {'Vide': '<sheetData/>', 'Données &amp; co': rows(['a', 'b'], [number(1), number(2)]), 'Notes': rows(['lire', 'ici'], ['ceci', number(9)])})


NAMES = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                 for prefix, name in (('office', 'office'), ('table', 'table'), ('text', 'text'), ('style', 'style'), ('number', 'datastyle')))

# Without a style Calc takes a date for its number.
STYLED = ('<office:automatic-styles><number:date-style style:name="D"><number:year number:style="long"/><number:text>-</number:text>'
          '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>'
          '<number:date-style style:name="H"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>'
          '<number:text>-</number:text><number:day number:style="long"/><number:text> </number:text><number:hours number:style="long"/>'
          '<number:text>:</number:text><number:minutes number:style="long"/></number:date-style>'
          '<number:boolean-style style:name="B"><number:boolean/></number:boolean-style>' +
          ''.join(f'<style:style style:name="{name.lower()}" style:family="table-cell" style:data-style-name="{name}"/>' for name in 'DHB') +
          '</office:automatic-styles>')


def document(name, tables):
    parts = {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
             'META-INF/manifest.xml': HEAD + '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">'
             '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
             '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
             'content.xml': f'{HEAD}<office:document-content {NAMES} office:version="1.3">{STYLED}<office:body><office:spreadsheet>{tables}'
             '</office:spreadsheet></office:body></office:document-content>'}
    write_zip(HERE / f'{name}.ods', parts)


def text(words, attributes=''):
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{words}</text:p></table:table-cell>'


def value(amount, kind='float', attributes=''):
    return f'<table:table-cell office:value-type="{kind}" office:value="{amount}"{attributes}><text:p>{amount}</text:p></table:table-cell>'


def row(cells, attributes=''):
    return f'<table:table-row{attributes}>{cells}</table:table-row>'


def make_documents():
    blank = row('<table:table-cell table:number-columns-repeated="1024"/>', ' table:number-rows-repeated="1048000"')
    document('own-repeated', '<table:table table:name="Un">' + row(text('a') + text('même', ' table:number-columns-repeated="3"')) +
             row(value(7, attributes=' table:number-columns-repeated="4"'), ' table:number-rows-repeated="3"') +
             row('<table:table-cell table:number-columns-repeated="2"/>' + value(8) + '<table:table-cell table:number-columns-repeated="900"/>') + blank +
             '</table:table>')
    document('own-covered', '<table:table table:name="Un">' + row(text('a') + text('b') + text('c')) +
             row(text('large', ' table:number-columns-spanned="2" table:number-rows-spanned="2"') + '<table:covered-table-cell/>' + value(1)) +
             row('<table:covered-table-cell table:number-columns-repeated="2"/>' + value(2)) +
             row(text('x<text:s text:c="3"/>y<text:tab/>z') +
                 '<table:table-cell office:value-type="string"><office:annotation><text:p>une note</text:p></office:annotation><text:p>un</text:p><text:p>deux</text:p></table:table-cell>' +
                 value(0.25, 'percentage')) + '</table:table>')
    document('own-kinds', '<table:table table:name="Vide"/><table:table table:name="Deux"><table:table-header-rows>' +
             row(text('date') + text('instant') + text('vrai') + text('prix') + text('texte')) + '</table:table-header-rows>' +
             row('<table:table-cell table:style-name="d" office:value-type="date" office:date-value="2020-05-28"><text:p>28/05/20</text:p></table:table-cell>'
                 '<table:table-cell table:style-name="h" office:value-type="date" office:date-value="2020-05-28T10:30:00"><text:p>28/05/20 10:30</text:p></table:table-cell>'
                 '<table:table-cell table:style-name="b" office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>'
                 '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="1234.5"><text:p>1 234,50 €</text:p></table:table-cell>' +
                 text('un <text:span>texte</text:span> mêlé')) +
             '</table:table>')


def convert(paths, kind, folder):
    """Once for all of them: Calc takes its time to start."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(['soffice', f'-env:UserInstallation=file://{home}', '--headless', '--convert-to', kind, '--outdir', str(folder), *map(str, paths)],
                       check=True, capture_output=True, timeout=500)


def make_tables(sheet, paths):
    """NAME.ods.csv beside NAME.ods: what Calc reads in that sheet."""
    for suffix in ('.ods', '.xlsx'):
        chosen = [path for path in paths if path.suffix == suffix]
        with tempfile.TemporaryDirectory() as folder:
            convert(chosen, CSV.format(sheet), folder)
            for path in chosen:
                [result] = [other for other in Path(folder).iterdir() if re.fullmatch(re.escape(path.stem) + r'(-[^-]*)?\.csv', other.name)]
                shutil.move(result, HERE / f'{path.name}.csv')


def main():
    shutil.rmtree(HERE, ignore_errors=True)
    HERE.mkdir()
    make_workbooks()
    made = sorted(HERE.glob('*.xlsx'))
    make_documents()
    with tempfile.TemporaryDirectory() as folder:
        convert(made, 'ods', folder)
        convert([path for path in made if path.stem in ('shared', 'dates', 'kinds')], 'xlsx:Calc MS Excel 2007 XML', folder)
        for path in Path(folder).iterdir():
            shutil.move(path, HERE / f'calc-{path.name}')
    second = [path for path in HERE.iterdir() if path.stem in ('sheets', 'calc-sheets', 'own-kinds')]
    first = sorted(set(HERE.iterdir()) - set(second))
    make_tables(1, first)
    make_tables(2, second)


if __name__ == '__main__':
    main()
