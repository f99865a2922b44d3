#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the examples of the platform's pack are written. A full example is one that tells its need.

Beside the project, ../shared/content holds the facts that the examples are written from; where it is not, their numbers are not compared."""

import json
import re
from collections import defaultdict

from tap import SOURCE, check, run

PACK = SOURCE / 'data/packs/innovation-territoriale'
FACTS = SOURCE.parent / 'shared/content'
EXAMPLES = [entry for entry in json.loads((PACK / 'content/exemples.json').read_text()) if entry['kind'] == 'example']
FULL = [entry for entry in EXAMPLES if 'need' in entry]
PARTS = ('need', 'how', 'means', 'difficulty', 'transpose')
# Copies of pages on other sites, hosts for tests, aggregators: their pages are not shown.
COPIES = re.compile(r'pdfslide|docplayer|dokumen\.tips|scribd|docslib|studylib|wikiland|info\.5y1\.org|ru24\.pro|europesays|//(www\.)?(testing|preprod|prod|old\d?|uat-\w+|www-\w+)\.'
                    r'|amazonaws|accutane')
OF_ITSELF = re.compile(r'\bce pack\b|\bretrouvée?s?\b|\béditoriale?s?\b', re.IGNORECASE)
FEWEST_WORDS, MOST_WORDS = 8, 25
END = re.compile(r'(?<=[.!?…])[»\s\u00a0\u202f]+(?=[A-ZÀÂÇÉÈÊÎÔÛ«0-9])')


def texts(entry):
    yield from (entry[part] for part in PARTS if part in entry)
    yield from (entry[part]['text'] for part in ('result', 'state') if 'text' in entry.get(part, {}))


def sentences(text):
    plain = re.sub(r'\]\([^)]*\)|[\[*]', '', text)
    return [sentence.strip() for sentence in END.split(re.sub('\u202f(?=[?!])', '', plain)) if sentence.strip()]


def count_words(sentence):
    return len(re.findall(r"[\w%€²³][\w’'\-.,%€²³]*", re.sub(r'(?<=\d)[\u202f ](?=\d{3})', '', sentence)))


def numbers(text):
    """The numbers in figures, without the spaces of thousands: 1 234,5 and 1234.5 are the same."""
    joined = re.sub(r'(?<=\d)[\u202f\u00a0 .](?=\d{3}(?!\d))', '', re.sub(r'\]\([^)]*\)', '', text))
    return {number.replace(',', '.') for number in re.findall(r'\d+(?:[.,]\d+)?', joined)}


@check
def a_full_example_has_its_parts():
    for entry in FULL:
        missing = [part for part in ('how', 'transpose', 'contact') if part not in entry]
        if 'result' not in entry and 'difficulty' not in entry:
            missing.append('result or difficulty')
        if 'date' not in entry.get('state', {}):
            missing.append('state with its date')
        if missing:
            yield f'{entry["id"]}: {", ".join(missing)}'


@check
def each_part_has_its_english():
    for entry in FULL:
        for holder, names in ((entry, ('title', 'summary', *PARTS)), (entry.get('result', {}), ('label', 'text')), (entry['state'], ('text',))):
            yield from (f'{entry["id"]}: {name}' for name in names if name in holder and f'{name}@en' not in holder)


@check
def a_link_is_in_both_languages():
    for entry in FULL:
        for holder, names in ((entry, PARTS), (entry.get('result', {}), ('text',)), (entry['state'], ('text',))):
            for name in names:
                links = [set(re.findall(r'\]\(([^)]*)\)', holder.get(member, ''))) for member in (name, f'{name}@en')]
                if links[0] != links[1]:
                    yield f'{entry["id"]}: {name}: {sorted(links[0] ^ links[1])}'


@check
def most_examples_are_full():
    if len(FULL) * 4 < len(EXAMPLES) * 3:
        yield f'{len(FULL)} of {len(EXAMPLES)}'


@check
def no_sentence_stands_twice():
    places = defaultdict(list)
    for entry in FULL:
        for text in (*texts(entry), entry['summary']):
            for sentence in sentences(text):
                places[sentence.casefold()].append(entry['id'])
    yield from (f'{", ".join(ids)}: {sentence}' for sentence, ids in places.items() if len(ids) > 1)


@check
def no_two_begin_or_end_alike():
    for what, words in (('begin', lambda entry: entry['need'].split()[:6]), ('end', lambda entry: entry['state']['text'].split()[-6:]),
                        ('sum up', lambda entry: entry['summary'].split()[:6])):
        same = defaultdict(list)
        for entry in FULL:
            same[' '.join(words(entry))].append(entry['id'])
        yield from (f'{", ".join(ids)} {what}: {text}' for text, ids in same.items() if len(ids) > 1)


@check
def sentences_are_neither_chopped_nor_endless():
    every = [(entry['id'], sentence) for entry in FULL for text in texts(entry) for sentence in sentences(text)]
    others = [(id, sentence) for id, sentence in every if not FEWEST_WORDS <= count_words(sentence) <= MOST_WORDS]
    if len(others) > len(every) * 0.1:
        yield from (f'{id}: {sentence}' for id, sentence in others)


@check
def a_page_is_one_screen():
    for entry in FULL:
        words = sum(map(count_words, texts(entry)))
        if not 150 <= words <= 275:
            yield f'{entry["id"]}: {words} words'


@check
def it_speaks_of_the_world():
    for entry in FULL:
        for text in (*texts(entry), entry['summary']):
            yield from (f'{entry["id"]}: {found[0]}' for found in OF_ITSELF.finditer(text))


@check
def no_copy_is_shown():
    for entry in FULL:
        for url in [source.get('url', '') for source in entry['sources']] + [entry.get('contact', {}).get('url', '')]:
            if COPIES.search(url):
                yield f'{entry["id"]}: {url}'


@check
def numbers_are_those_of_the_facts():
    if not FACTS.is_dir():
        return
    known = defaultdict(set)
    for letter in 'ab':
        for example in json.loads((FACTS / f'examples-{letter}.json').read_text()):
            # What was read of two that are one stands in both.
            for id in {example['id'], example.get('mergeWith', example['id'])}:
                known[id] |= numbers(json.dumps(example, ensure_ascii=False))
    for entry in FULL:
        result = entry.get('result', {})
        told = [*texts(entry), entry['title'], entry['summary'], result.get('label', '')]
        if isinstance(result.get('value'), (int, float)) and result['value'] not in SMALL:
            told.append(str(result['value']))
        for text in told:
            for number in sorted(numbers(text) - known[entry['id']]):
                yield f'{entry["id"]}: {number} in “{text[:60]}”'


# What the facts write in letters: “une vingtaine”, “une quinzaine”.
SMALL = (2, 4, 5, 15, 20, 30, 50, 100)
run()
