#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres ask beyond a valid metainfo file: lengths of texts, French beside English, pictures that are there."""

import struct
import sys
import xml.etree.ElementTree as ElementTree

from tap import SOURCE, check, run

LANG = '{http://www.w3.org/XML/1998/namespace}lang'
root = ElementTree.parse(sys.argv[1]).getroot()
PICTURES = SOURCE / 'docs/images/store'


def texts(path):
    """language → the texts at @path, English without one."""
    found = {}
    for node in root.iterfind(path):
        found.setdefault(node.get(LANG, 'en'), []).append(' '.join((node.text or '').split()))
    return found


@check
def names_and_summaries_are_short():
    return [f'{path}: “{text}” has {len(text)} characters, more than {limit}' for path, limit in (('name', 20), ('summary', 35))
            for some in texts(path).values() for text in some if len(text) > limit]


@check
def the_first_paragraph_says_enough():
    return [f'{language}: “{some[0]}” has {len(some[0])} characters' for language, some in texts('description/p').items() if len(some[0]) < 80]


@check
def french_stands_beside_english():
    for path in ('summary', 'description/p', 'description/ul/li', 'screenshots/screenshot/caption', 'releases/release/description/p'):
        found = texts(path)
        if len(found.get('fr', [])) != len(found['en']):
            yield f'{path}: {len(found["en"])} in English, {len(found.get("fr", []))} in French'


@check
def each_picture_is_there_and_as_large_as_it_says():
    images = list(root.iterfind('screenshots/screenshot/image'))
    if len(images) < 6:
        yield f'only {len(images)} pictures'
    for image in images:
        path = PICTURES / image.text.strip().rsplit('/', 1)[1]
        if not path.is_file():
            yield f'missing: {path.relative_to(SOURCE)}'
        elif struct.unpack('>II', path.read_bytes()[16:24]) != (int(image.get('width')), int(image.get('height'))):
            yield f'of another size: {path.relative_to(SOURCE)}'


@check
def both_styles_have_a_colour():
    styles = {node.get('scheme_preference') for node in root.iterfind('branding/color')}
    return {'light', 'dark'} - styles


run()
