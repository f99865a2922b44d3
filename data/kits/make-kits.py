#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files of the kits that come with the packs "innovation-territoriale" and, beside it, "prise-en-main".

Inputs, inside the pack: content/*.json (examples, goal 17 and its targets, partnership forms), data/exemples.csv,
data/enquetes.csv. The texts of the workshop guide are in this script.
Outputs, in the pack's files/: atelier-partenariats.odt|pdf, cibles-odd17.odt|pdf|csv, exemples-inspirants.ods|csv,
chiffres-enquetes.ods|csv; in the other pack's aide-memoire.odt. ODT, ODS and CSV are written here (the same input gives the same bytes); the PDFs are
exported from the ODTs by LibreOffice, so that its fonts are embedded.
Then run territoires-pack build --add on both packs. Usage: make-kits.py [--no-pdf] [PACK]
"""
import csv
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

arguments = [a for a in sys.argv[1:] if a != "--no-pdf"]
PACK = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "packs/innovation-territoriale"
FILES = PACK / "files"
DATE = "2026-11-23"
DATE_FR = "23 novembre 2026"
LICENCE = "CC BY-SA 4.0"
MADE = "Réalisé pour le pack « L’innovation territoriale en actions ! » à partir de ses faits sourcés."
NS = " ".join(f'xmlns:{p}="{u}"' for p, u in {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/", "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink", "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0", "ooo": "http://openoffice.org/2004/office",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"}.items())
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
BLUE, PALE, LINE = "#1a5fb4", "#e8f0fb", "#9a9996"


def fr(s):
    """French spacing: U+202F before ; ! ?, U+00A0 before : and inside « »."""
    for mark in ";!?":
        s = s.replace(" " + mark, "\u202f" + mark)
    s = s.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" %", "\u00a0%")
    return s.replace("'", "’")


def package(path, kind, parts, title):
    """An ODF file: the media type first and uncompressed, every entry with the same date."""
    meta = (f'{HEAD}<office:document-meta {NS} office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title>'
            f'<dc:creator>Les auteurs de Territoires</dc:creator><dc:date>{DATE}T00:00:00</dc:date>'
            f'<meta:creation-date>{DATE}T00:00:00</meta:creation-date><dc:language>fr-FR</dc:language>'
            f'<dc:rights>{LICENCE}</dc:rights></office:meta></office:document-meta>')
    media = f"application/vnd.oasis.opendocument.{kind}"
    parts = {"meta.xml": meta, **parts}
    manifest = (f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
                f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{media}"/>'
                + "".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="text/xml"/>' for n in parts)
                + "</manifest:manifest>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        def put(name, data, method=zipfile.ZIP_DEFLATED):
            info = zipfile.ZipInfo(name, (2026, 11, 23, 0, 0, 0))
            info.compress_type, info.external_attr = method, 0o644 << 16
            z.writestr(info, data)
        put("mimetype", media, zipfile.ZIP_STORED)
        for name, data in parts.items():
            put(name, data)
        put("META-INF/manifest.xml", manifest)
    print(path.name)


# ---------------------------------------------------------------- text documents

def odt_styles(footer):
    def paragraph(name, parent, para="", text="", extra=""):
        display = name.replace("_20_", " ")
        return (f'<style:style style:name="{name}" style:display-name="{display}" style:family="paragraph" '
                f'{f"style:parent-style-name={chr(34)}{parent}{chr(34)}" if parent else ""} {extra}>'
                f'<style:paragraph-properties {para}/><style:text-properties {text}/></style:style>')
    return (f'{HEAD}<office:document-styles {NS} office:version="1.3"><office:font-face-decls>'
            '<style:font-face style:name="Sans" svg:font-family="&apos;Liberation Sans&apos;, Arial, sans-serif"/>'
            '<style:font-face style:name="Boxes" svg:font-family="&apos;DejaVu Sans&apos;"/></office:font-face-decls><office:styles>'
            '<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/>'
            '<style:text-properties style:font-name="Sans" fo:font-size="10.5pt" fo:language="fr" fo:country="FR"/></style:default-style>'
            + paragraph("Standard", "", 'fo:line-height="125%" fo:margin-bottom="0.2cm" fo:orphans="2" fo:widows="2"')
            + paragraph("Title", "Standard", 'fo:margin-top="0cm" fo:margin-bottom="0.15cm" fo:line-height="110%" fo:keep-with-next="always"', f'fo:font-size="19pt" fo:font-weight="bold" fo:color="{BLUE}"')
            + paragraph("Subtitle", "Standard", f'fo:margin-bottom="0.4cm" fo:padding-bottom="0.2cm" fo:border-bottom="1.5pt solid {BLUE}" fo:border-top="none" fo:border-left="none" fo:border-right="none"', 'fo:font-size="13pt" fo:color="#3d3846"')
            + paragraph("Heading_20_1", "Standard", 'fo:margin-top="0.42cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', f'fo:font-size="15pt" fo:font-weight="bold" fo:color="{BLUE}"', 'style:default-outline-level="1"')
            + paragraph("Heading_20_2", "Standard", 'fo:margin-top="0.35cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', 'fo:font-size="12pt" fo:font-weight="bold"', 'style:default-outline-level="2"')
            + paragraph("List", "Standard", 'fo:margin-bottom="0.08cm"')
            + paragraph("Cell", "Standard", 'fo:margin-bottom="0cm" fo:line-height="115%"', 'fo:font-size="9.5pt"')
            + paragraph("Cell_20_head", "Cell", "", f'fo:font-weight="bold" fo:color="#ffffff"')
            + paragraph("Cell_20_group", "Cell", 'fo:keep-with-next="always"', f'fo:font-weight="bold" fo:color="{BLUE}"')
            + paragraph("Cell_20_center", "Cell", 'fo:text-align="center"', 'fo:font-size="13pt" style:font-name="Boxes"')
            + paragraph("Note", "Standard", 'fo:margin-bottom="0.1cm"', 'fo:font-size="8.5pt" fo:color="#3d3846"')
            + paragraph("Callout", "Standard", f'fo:background-color="{PALE}" fo:padding="0.25cm" fo:border-left="3pt solid {BLUE}" fo:border-top="none" fo:border-bottom="none" fo:border-right="none" fo:margin-top="0.1cm" fo:margin-bottom="0.35cm"')
            + paragraph("Footer", "Standard", f'fo:margin-bottom="0cm" fo:padding-top="0.12cm" fo:border-top="0.5pt solid {LINE}" fo:border-left="none" fo:border-right="none" fo:border-bottom="none"', 'fo:font-size="8pt" fo:color="#3d3846"').replace('fo:margin-bottom="0cm" fo:padding-top', 'fo:margin-bottom="0cm" style:register-true="false" fo:padding-top', 1)
            + '<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
            '<style:style style:name="Box" style:family="text"><style:text-properties style:font-name="Boxes"/></style:style>'
            '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
            'text:label-followed-by="listtab" fo:text-indent="-0.45cm" fo:margin-left="0.6cm"/></style:list-level-properties>'
            '</text:list-level-style-bullet></text:list-style>'
            '<text:list-style style:name="Ticks"><text:list-level-style-bullet text:level="1" text:bullet-char="☐" text:style-name="Box">'
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
            'text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>'
            '<style:text-properties style:font-name="Boxes"/></text:list-level-style-bullet></text:list-style></office:styles><office:automatic-styles>'
            '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
            'style:print-orientation="portrait" fo:margin-top="2cm" fo:margin-bottom="1.4cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
            '<style:footer-style><style:header-footer-properties fo:margin-top="0.4cm" fo:min-height="0.9cm"/></style:footer-style></style:page-layout>'
            '<style:style style:name="FooterTabs" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties>'
            '<style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>'
            '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
            f'<text:p text:style-name="FooterTabs">{escape(footer)}<text:tab/>page <text:page-number text:select-page="current">1</text:page-number>'
            ' sur <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>')


class Text:
    """The body of a text document. Texts are French; **bold** and ☐ are understood."""

    def __init__(self, title, subtitle, footer):
        self.title, self.footer, self.out, self.styles, self.tables = fr(title), fr(footer), [], [], 0
        self.p(title, "Title")
        self.p(subtitle, "Subtitle")

    def inline(self, s):
        s = escape(fr(s))
        bits = s.split("**")
        s = "".join(f'<text:span text:style-name="Strong">{b}</text:span>' if i % 2 else b for i, b in enumerate(bits))
        return s.replace("☐", '<text:span text:style-name="Box">☐</text:span>').replace("\n", "<text:line-break/>").replace("    ", '<text:s text:c="4"/>')

    def p(self, s, style="Standard"):
        self.out.append(f'<text:p text:style-name="{style}">{self.inline(s)}</text:p>')

    def h(self, s, level=1, page=False):
        style = f"Heading_20_{level}"
        if page:
            name = f"Page{len(self.styles)}"
            self.styles.append(f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{style}">'
                               '<style:paragraph-properties fo:break-before="page" fo:margin-top="0cm"/></style:style>')
            style = name
        self.out.append(f'<text:h text:style-name="{style}" text:outline-level="{level}">{self.inline(s)}</text:h>')

    def bullets(self, items):
        self.list(items, "Bullets")

    def ticks(self, items):
        self.list(items, "Ticks")

    def list(self, items, style):
        self.out.append(f'<text:list text:style-name="{style}">' + "".join(
            f'<text:list-item><text:p text:style-name="List">{self.inline(i)}</text:p></text:list-item>' for i in items) + "</text:list>")

    def table(self, widths, head, rows, name, heights=None):
        """rows: lists of cells; a row of one string is a group heading; a cell (text, style) names its style."""
        self.tables += 1
        t = f"T{self.tables}"
        self.styles.append(f'<style:style style:name="{t}" style:family="table"><style:table-properties style:width="{sum(widths)}cm" '
                           'table:align="margins" table:border-model="collapsing" fo:margin-bottom="0.35cm" fo:margin-top="0.1cm"/></style:style>')
        for i, w in enumerate(widths):
            self.styles.append(f'<style:style style:name="{t}.{i}" style:family="table-column"><style:table-column-properties style:column-width="{w}cm"/></style:style>')
        for kind, back in (("h", BLUE), ("c", "transparent"), ("g", PALE)):
            self.styles.append(f'<style:style style:name="{t}.{kind}" style:family="table-cell"><style:table-cell-properties fo:padding="0.14cm" '
                               f'fo:border="0.5pt solid {LINE}" fo:background-color="{back}" style:vertical-align="middle"/></style:style>')
        self.styles.append(f'<style:style style:name="{t}.r" style:family="table-row"><style:table-row-properties fo:keep-together="always"'
                           + (f' style:min-row-height="{heights}cm"' if heights else "") + "/></style:style>")
        def cell(c, kind, style="Cell", span=1):
            if isinstance(c, tuple):
                c, style = c
            paragraphs = "".join(f'<text:p text:style-name="{style}">{self.inline(x)}</text:p>' for x in c.split("\n"))
            return (f'<table:table-cell table:style-name="{t}.{kind}" office:value-type="string"'
                    + (f' table:number-columns-spanned="{span}"' if span > 1 else "") + f">{paragraphs}</table:table-cell>"
                    + "<table:covered-table-cell/>" * (span - 1))
        x = f'<table:table table:name="{escape(fr(name))}" table:style-name="{t}">'
        x += "".join(f'<table:table-column table:style-name="{t}.{i}"/>' for i in range(len(widths)))
        if head:
            x += f'<table:table-header-rows><table:table-row>' + "".join(cell(c, "h", "Cell_20_head") for c in head) + "</table:table-row></table:table-header-rows>"
        for row in rows:
            x += f'<table:table-row table:style-name="{t}.r">'
            x += cell(row[0], "g", "Cell_20_group", len(widths)) if len(row) == 1 else "".join(cell(c, "c") for c in row)
            x += "</table:table-row>"
        self.out.append(x + "</table:table>")

    def write(self, path):
        content = (f'{HEAD}<office:document-content {NS} office:version="1.3"><office:font-face-decls/><office:automatic-styles>'
                   + "".join(self.styles) + "</office:automatic-styles><office:body><office:text>" + "".join(self.out)
                   + "</office:text></office:body></office:document-content>")
        package(path, "text", {"content.xml": content, "styles.xml": odt_styles(self.footer)}, self.title)


def pdf(path):
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["libreoffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                        f"pdf:writer_pdf_Export:{options}", "--outdir", str(path.parent), str(path)], check=True, stdout=subprocess.DEVNULL)
    print(path.with_suffix(".pdf").name)


# ---------------------------------------------------------------- spreadsheets

def ods(path, title, sheet, columns, rows, about):
    """columns: (title, width in cm, numeric)."""
    styles = (f'{HEAD}<office:document-styles {NS} office:version="1.3"><office:styles><style:default-style style:family="table-cell">'
              '<style:text-properties fo:font-family="&apos;Liberation Sans&apos;" fo:font-size="10pt" fo:language="fr" fo:country="FR"/></style:default-style></office:styles>'
              '<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
              'style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/>'
              '<style:footer-style><style:header-footer-properties fo:margin-top="0.3cm" fo:min-height="0.6cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
              '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="L"><style:footer>'
              f'<text:p>{escape(fr(title))} – {LICENCE} – page <text:page-number>1</text:page-number> sur <text:page-count>1</text:page-count></text:p>'
              '</style:footer></style:master-page></office:master-styles></office:document-styles>')
    auto = '<style:style style:name="tab" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>'
    for i, (_, width, _) in enumerate(columns):
        auto += f'<style:style style:name="c{i}" style:family="table-column"><style:table-column-properties style:column-width="{width}cm"/></style:style>'
    auto += ('<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="22cm"/></style:style>'
             '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
             f'<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="{BLUE}" fo:padding="0.1cm" fo:wrap-option="wrap" style:vertical-align="middle"/><style:text-properties fo:color="#ffffff" fo:font-weight="bold"/></style:style>'
             f'<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid {LINE}" fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
             f'<style:style style:name="title" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold" fo:color="{BLUE}"/></style:style>'
             '<style:style style:name="plain" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:wrap-option="wrap" style:vertical-align="top"/></style:style>')

    def cell(value, style, numeric=False):
        if value == "":
            return f'<table:table-cell table:style-name="{style}"/>'
        if numeric:
            return f'<table:table-cell table:style-name="{style}" office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    last = chr(ord("A") + len(columns) - 1)
    body = (f'<table:table table:name="{sheet}" table:style-name="tab">' + "".join(f'<table:table-column table:style-name="c{i}"/>' for i in range(len(columns)))
            + '<table:table-header-rows><table:table-row table:style-name="row">' + "".join(cell(c[0], "head") for c in columns) + "</table:table-row></table:table-header-rows>"
            + "".join('<table:table-row table:style-name="row">' + "".join(cell(v, "cell", columns[i][2]) for i, v in enumerate(r)) + "</table:table-row>" for r in rows)
            + '</table:table><table:table table:name="À lire" table:style-name="tab"><table:table-column table:style-name="wide"/>'
            + "".join(f'<table:table-row table:style-name="row">{cell(fr(a), "title" if i == 0 else "plain")}</table:table-row>' for i, a in enumerate(about))
            + "</table:table>"
            f'<table:database-ranges><table:database-range table:name="filtre" table:target-range-address="{sheet}.A1:{sheet}.{last}{len(rows) + 1}" table:display-filter-buttons="true"/></table:database-ranges>')
    content = (f'{HEAD}<office:document-content {NS} office:version="1.3"><office:automatic-styles>{auto}</office:automatic-styles>'
               f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>")
    item = lambda n, t, v: f'<config:config-item config:name="{n}" config:type="{t}">{v}</config:config-item>'
    settings = (f'{HEAD}<office:document-settings {NS} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings">'
                '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
                f'<config:config-item-map-entry config:name="{sheet}">' + item("HorizontalSplitMode", "short", 0) + item("VerticalSplitMode", "short", 2)
                + item("VerticalSplitPosition", "int", 1) + item("ActiveSplitRange", "short", 2) + item("PositionBottom", "int", 1)
                + "</config:config-item-map-entry></config:config-item-map-named>" + item("ActiveTable", "string", sheet)
                + "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>")
    package(path, "spreadsheet", {"content.xml": content, "styles.xml": styles, "settings.xml": settings}, fr(title))


def write_csv(path, columns, rows):
    b = io.StringIO()
    w = csv.writer(b, lineterminator="\n")
    w.writerow(columns)
    w.writerows(rows)
    path.write_text(b.getvalue(), "utf-8")
    print(path.name)


# ---------------------------------------------------------------- the kits

def entries():
    manifest = json.loads((PACK / "datapackage.json").read_text("utf-8"))
    found = {}
    for r in manifest["resources"]:
        if r["role"] == "entries":
            found.update((e["id"], e) for e in json.loads((PACK / r["path"]).read_text("utf-8")))
    return found


def table(name):
    with open(PACK / "data" / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def targets(goal):
    d = Text("Les 19 cibles de l’ODD 17, à cocher", "Où votre commune agit-elle déjà ? Où pourrait-elle agir ?",
             "Les 19 cibles de l’ODD 17, à cocher – L’innovation territoriale en actions ! – " + LICENCE)
    d.p("L’objectif de développement durable n° 17 porte sur les partenariats. Ses 19 cibles sont reformulées ici en une phrase et groupées par sujet. "
        "Cochez une case par ligne, seul ou en équipe, puis gardez deux ou trois cibles « à étudier » pour la prochaine réunion.")
    d.p("**Pour un territoire, commencer par 17.14 et 17.16 à 17.19** : cohérence des actions, partenariats multi-acteurs, données et suivi. "
        "Beaucoup d’autres cibles s’adressent aux États. Ce repérage est proposé par ce pack.", "Callout")
    rows, group = [], None
    for t in goal["targets"]:
        if t["group"] != group:
            group = t["group"]
            rows.append([group])
        rows.append([f"**{t['code']}**", t["title"]] + [("☐", "Cell_20_center")] * 3)
    d.table([1.5, 9.2, 2.1, 2.1, 2.1], ["Cible", "En une phrase", "Déjà engagé", "À étudier", "Non concerné"], rows, "Les 19 cibles de l’ODD 17")
    d.h("Notre prochaine étape", 2)
    d.table([5, 12], None, [["**Cible choisie**", ""], ["**Avec qui ?**", ""], ["**Premier rendez-vous**", ""]], "Prochaine étape", 0.9)
    d.p("**Sources** : odd17.org, « les 19 cibles de l’ODD 17 » (https://odd17.org/les-19-cibles-de-lodd-17). Les cibles 17.3 à 17.19 sont reformulées "
        "d’après le texte officiel français lu dans un dépôt public. Le groupe de chaque cible est un classement proposé par ce pack.", "Note")
    d.p(f"{MADE} {DATE_FR}. Licence {LICENCE}, les auteurs de Territoires.", "Note")
    d.write(FILES / "cibles-odd17.odt")
    write_csv(FILES / "cibles-odd17.csv", ["cible", "groupe", "énoncé", "note", "source"],
              [[t["code"], t["group"], t["title"], t.get("note", ""), t["sources"][0]["url"]] for t in goal["targets"]])


def workshop():
    d = Text("Animer un atelier « partenariats » dans sa commune", "Guide de l’animateur – deux heures, de 8 à 20 personnes",
             "Animer un atelier « partenariats » dans sa commune – L’innovation territoriale en actions ! – " + LICENCE)
    d.h("À quoi sert cet atelier")
    d.p("Votre commune veut agir sur un sujet qu’elle ne peut pas porter seule. En deux heures, des élus, des associations, des entreprises et des habitants "
        "choisissent un besoin commun, repèrent qui peut apporter quoi et fixent un premier rendez-vous. Il n’y a rien à préparer pour les participants.")
    d.p("**À la fin, vous avez** : un besoin formulé en une phrase ; deux ou trois partenaires possibles, avec la forme de partenariat qui leur convient ; "
        "une date et un nom pour la suite.", "Callout")
    d.h("Avant l’atelier")
    d.ticks(["Inviter de 8 à 20 personnes, en mêlant au moins trois mondes : élus et agents, associations, entreprises et commerçants, habitants, écoles.",
               "Choisir deux exemples proches de votre sujet dans « Exemples inspirants », et les imprimer.",
               "Réserver une salle où l’on peut se lever ; une table pour 4 à 6 personnes.",
               "Imprimer la fiche de la dernière page : une par table, et quelques-unes de réserve.",
               "Prévoir des feutres, des papiers repositionnables, un mur libre, une horloge visible."])
    d.h("Le déroulé")
    d.table([1.9, 3, 8.9, 3.2], ["Minutes", "Étape", "Ce que fait l’animateur", "Ce qui reste"], [
        ["0 à 10", "**Accueil**", "Chacun dit son nom et ce qu’il aimerait voir changer ici. Rappeler la règle : on parle du territoire, pas de sa structure.", "Une liste de prénoms"],
        ["10 à 25", "**Deux exemples**", "Présenter chaque exemple en cinq minutes : où, qui, pour quoi. Demander : « Qu’est-ce qui serait différent chez nous ? »", "Deux ou trois idées notées"],
        ["25 à 50", "**Un besoin commun**", "Chacun écrit deux besoins, un par papier. Regrouper au mur. Chaque personne dispose de trois gommettes ou traits pour choisir.", "Un besoin, en une phrase"],
        ["50 à 75", "**Qui peut quoi ?**", "Présenter les quatre formes de partenariat (page suivante). À chaque table : qui, dans la salle ou ailleurs, peut apporter quoi ?", "Des noms et des apports"],
        ["75 à 80", "**Pause**", "Laisser les conversations se faire.", "–"],
        ["80 à 105", "**La fiche**", "Chaque table remplit la fiche participant. Passer d’une table à l’autre, faire préciser le premier pas.", "Une fiche par table"],
        ["105 à 115", "**Mise en commun**", "Trois minutes par table. Noter ce qui se recoupe.", "Une ou deux pistes"],
        ["115 à 120", "**La suite**", "Fixer la date, le lieu et la personne qui invite.", "Un rendez-vous"],
    ], "Déroulé de l’atelier")
    d.h("Les repères à donner")
    d.p("**Partenariat ou alliance ?** Un partenariat répond aux enjeux propres de deux organisations, face à face. Une alliance territoriale répond aux enjeux "
        "communs d’un territoire, côte à côte. On passe de l’un à l’autre en multipliant les formes de partenariat.", "Callout")
    d.table([4, 7.6, 5.4], ["Forme", "En clair", "La question à poser"], [
        ["**Mécénat**", "L’entreprise apporte des moyens à un projet d’intérêt général : financiers, matériels ou logistiques, compétences humaines.", "Qui, ici, peut prêter du temps, un lieu, du matériel ?"],
        ["**Pratiques responsables**", "L’association met son savoir-faire au service de l’entreprise pour transformer ses pratiques (handicap, insertion, environnement).", "Quelle association peut aider une entreprise à mieux faire ?"],
        ["**Coopération économique**", "Association et entreprise bâtissent une offre commune, qui répond au besoin d’un territoire ou d’un public.", "Quel service pourrions-nous proposer ensemble ?"],
        ["**Innovation sociétale**", "Les partenaires inventent ensemble une réponse à un problème qu’ils ont tous deux identifié.", "Qu’essayer, à petite échelle, que personne n’a encore fait ?"],
    ], "Les quatre formes de partenariat")
    d.h("Le carré magique des objectifs", 2)
    d.p("Publié en 2012, il réunit quatre familles d’objectifs. Chacun dit laquelle compte pour lui : richesses humaines et compétences ; parties prenantes ; "
        "innovation ; ressources financières ou performance économique.")
    d.h("Quatre chiffres pour ouvrir la discussion", 2)
    d.bullets(["92 % des maires reconnaissent l’utilité de la co-construction territoriale (IMPACT-Élus locaux, Comisis-OpinionWay, novembre 2020).",
               "81 % des Français jugent utile de « jouer collectif » pour sortir de la crise (Comisis-OpinionWay, mai 2020 ; effectif non retrouvé).",
               "89 % des associations employeuses ont des partenariats avec les collectivités (IMPACT-Associations & Territoires, septembre 2021).",
               "38 % des acteurs font le bilan du partenariat lui-même (Le RAMEAU, date non retrouvée)."])
    d.h("Après l’atelier", page=True)
    d.ticks(["Dans la semaine : envoyer une page de compte rendu, avec les fiches photographiées.",
               "Dans le mois : tenir le premier rendez-vous, même à trois.",
               "À trois mois : relire la fiche ensemble. Qu’avons-nous fait ? Qu’avons-nous appris ? Que changeons-nous ?"])
    d.h("Si cela coince", 2)
    d.table([6.5, 10.5], ["Ce qui arrive", "Ce que l’on peut essayer"], [
        ["Une personne parle pour toutes", "Faire écrire d’abord, parler ensuite ; un tour de table à durée égale."],
        ["Le besoin choisi est trop grand", "Demander : « Quelle partie de ce besoin pouvons-nous voir changer d’ici à six mois ? »"],
        ["Il manque un acteur clé", "Noter son nom et qui l’appelle demain ; continuer sans lui."],
        ["Chacun attend que la mairie fasse", "Revenir à la colonne « ce que j’apporte » : une ligne par table, même petite."],
    ], "Si cela coince")
    d.p("**Sources** : Coursera, « Partenariats qui changent le monde » (ESSEC et Le RAMEAU), pour les quatre formes et le carré magique ; « Les alliances qui "
        "changent les territoires », pour la différence entre partenariat et alliance ; chiffres : lerameau.fr, carenews.com, latwoconseil.fr, coursera.org "
        "(adresses exactes dans le tableur des chiffres d’enquête). Le déroulé et les questions sont proposés par ce pack.", "Note")
    d.p(f"{MADE} {DATE_FR}. Licence {LICENCE}, les auteurs de Territoires.", "Note")
    d.h("Fiche participant", page=True)
    d.p("À remplir à la table, en 25 minutes.")
    d.table([5, 12], None, [["**Notre besoin commun**\nen une phrase", ""], ["**Pour qui, sur quel territoire ?**", ""]], "Besoin", 1.5)
    d.table([5, 4, 4, 4], ["Qui ?", "Ce que j’apporte", "Ce que j’attends", "Quel objectif ?"], [["", "", "", ""]] * 4, "Apports et attentes", 1.35)
    d.p("Objectifs du carré magique : **H** richesses humaines et compétences ; **P** parties prenantes ; **I** innovation ; **E** ressources financières ou performance économique.", "Note")
    d.table([5, 12], None, [["**Forme de partenariat**", "☐ mécénat    ☐ pratiques responsables\n☐ coopération économique    ☐ innovation sociétale    ☐ pas encore sûr"],
                            ["**Notre premier pas**\npetit, daté, faisable", ""], ["**Comment saurons-nous que cela marche ?**", ""],
                            ["**Prochain rendez-vous**", "le ……………………………    à ……………………………\nPersonne qui invite : …………………………………………"]], "Suite", 1.7)
    d.p(f"Fiche du kit « Animer un atelier « partenariats » dans sa commune ». Licence {LICENCE}, les auteurs de Territoires.".replace("« Animer un atelier « partenariats » dans sa commune »", "d’atelier « partenariats »"), "Note")
    d.write(FILES / "atelier-partenariats.odt")


def sheets(found):
    columns = [("Identifiant", 2.2, False), ("Exemple", 6, False), ("Lieu", 4.6, False), ("Date", 2, False), ("En bref", 8.5, False), ("Acteurs", 6, False),
               ("Domaines", 4.5, False), ("ODD proposés", 2.4, False), ("Territoires (codes)", 3.6, False), ("Source", 8, False)]
    rows = [[r["id"], r["title"], r["place"], r["date"], r["summary"], r["actors"], r["fields"], r["goals"], r["territories"], r["source"]] for r in table("exemples.csv")]
    title = f"Les {len(rows)} exemples inspirants"
    ods(FILES / "exemples-inspirants.ods", title, "Exemples", columns, rows, [
        title,
        "Chaque ligne est un exemple d’alliance ou de coopération, avec sa source. Filtrez par domaine, par lieu ou par objectif avec les boutons de la première ligne.",
        "Domaines et objectifs de développement durable (ODD) sont un classement proposé par ce pack ; il ne vient pas des sources.",
        "Territoires : country, region, departement, epci ou commune, puis le code (INSEE ou SIREN).",
        f"{MADE} {DATE_FR}. Licence {LICENCE}, les auteurs de Territoires."])
    write_csv(FILES / "exemples-inspirants.csv", [c[0] for c in columns], rows)
    columns = [("Identifiant", 2.2, False), ("Étude", 6, False), ("Public", 2.8, False), ("Date", 2.4, False), ("Libellé", 8.5, False), ("Valeur", 2.2, True),
               ("Unité", 2.6, False), ("Base", 5, False), ("Confiance", 2.4, False), ("Note", 7.5, False), ("Source", 8, False)]
    words = {"deck": "diaporama", "sourced": "sourcé", "uncertain": "incertain"}
    rows = [[r["id"], r["study"], r["audience"], r["date"], r["label"], r["value"], r["unit"], r["base"], words[r["confidence"]], r["note"],
             r["source"] or fr("Diaporama de présentation de la plateforme (2020)")] for r in table("enquetes.csv")]
    ods(FILES / "chiffres-enquetes.ods", "Les 98 chiffres d’enquête", "Chiffres", columns, rows, [
        "Les 98 chiffres d’enquête",
        "Chaque ligne est un chiffre publié, avec l’étude, le public interrogé, la date, la base quand elle est connue, et la source.",
        "Avant de comparer deux chiffres, relisez « Public », « Base » et « Note » : les questions et les publics changent d’une étude à l’autre.",
        "Confiance : diaporama (écrit dans le diaporama de la plateforme), sourcé (lu dans la page citée), incertain (déduit, partiel ou divergent).",
        f"{MADE} {DATE_FR}. Licence {LICENCE}, les auteurs de Territoires."])
    write_csv(FILES / "chiffres-enquetes.csv", [c[0] for c in columns], rows)


def cheat_sheet():
    d = Text("Territoires : l’aide-mémoire", "Une page à imprimer et à garder près de l’écran", "Territoires : l’aide-mémoire – " + LICENCE)
    d.h("Cinq gestes pour commencer")
    d.bullets(["**Mon territoire** – en haut de la liste, à gauche. Choisissez votre commune une fois : les chiffres, les cartes et les exemples se tournent vers elle.",
               "**Rechercher** – la loupe. Les accents et les fautes de frappe sont pardonnés.",
               "**Tableau** – sous chaque figure. Tout graphique et toute carte se lit aussi en tableau.",
               "**L’étoile** – en haut d’une page. Elle garde la page dans vos favoris, avec une note si vous voulez.",
               "**Menu principal** – les trois traits. On y importe un pack, on y règle la taille du texte, on y trouve l’aide."])
    d.h("Les touches")
    d.table([5, 12], ["Touches", "Ce qu’elles font"], [
        ["**F1**", "Ouvrir l’aide"], ["**Ctrl F**", "Rechercher dans tous les packs"], ["**Ctrl T**", "Aller à mon territoire"],
        ["**Ctrl D**", "Ajouter la page aux favoris, ou l’en retirer"], ["**Alt ←** et **Alt →**", "Revenir en arrière, aller en avant"],
        ["**Alt Début**", "Revenir à l’accueil"], ["**F9**", "Aller à la liste des sections"], ["**F11**", "Passer en plein écran, en sortir"],
        ["**Ctrl +** et **Ctrl –**", "Agrandir ou réduire le texte"], ["**Ctrl ?**", "Voir toutes les touches"]], "Les touches")
    d.p("**Rien ne part de votre ordinateur.** L’application marche sans réseau ; vos favoris, vos notes et votre territoire restent chez vous.", "Callout")
    d.p(f"Fait pour le pack « Prise en main », {DATE_FR}. Licence {LICENCE}, les auteurs de Territoires.", "Note")
    d.write(PACK.parent / "prise-en-main/files/aide-memoire.odt")


FILES.mkdir(exist_ok=True)
cheat_sheet()
everything = entries()
targets(everything["odd-17"])
workshop()
sheets(everything)
if "--no-pdf" not in sys.argv:
    for name in ("atelier-partenariats", "cibles-odd17"):
        pdf(FILES / f"{name}.odt")
