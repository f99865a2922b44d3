#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a blind reader hears, key after key: see driver/heard.py."""

import os
import re
import sys

from driver import check, run, test
from driver.checks import ENGLISH
from driver.heard import Ear

LONGEST = 160
WINDOW = ' – Territoires'
READ = ('label', 'paragraph')  # a text with links is there to be read, whole
PAGES = ['Accueil', 'Thématiques', 'Observatoire', 'Catalyseurs', 'Alliances & ODD', 'Webinaires', 'Exemples inspirants', 'Kits et documents', 'Comprendre']


def plain(text):
    return re.sub(r'[\s\u00a0\u202f]+', ' ', text)


def problems_of(place, key, heard):
    """What a listener would complain of in what one key says."""
    said = [plain(piece) for piece in heard]
    problems = [f'{place}, {key}: twice in a row: “{one}”' for one, other in zip(said, said[1:]) if one == other]
    said = [piece for piece in said if not piece.endswith(WINDOW)]  # the title of the window, which comes with another page
    if sum(map(len, said)) > LONGEST:
        problems.append(f'{place}, {key}: {sum(map(len, said))} characters: {" | ".join(said)}')
    for piece in said:
        if ENGLISH.search(piece) and not re.search(r'\b(le|la|les|des|du|un|une|et|en|pour|dans)\b', piece, re.IGNORECASE):
            problems.append(f'{place}, {key}: English? “{piece}”')
    return problems


class Tour:
    def __init__(self, app):
        self.app, self.ear, self.problems, self.place = app, Ear(app), [], ''

    def hear(self, *keys):
        heard = self.ear.hear(*keys)
        if os.environ.get('TER_HEARD'):
            print(f'# {self.place[:20]:20} {"+".join(keys):8} {len(" ".join(heard)):4} {" | ".join(map(plain, heard))}', file=sys.stderr)
        if self.app.focused().role not in READ:
            self.problems += problems_of(self.place, '+'.join(keys), heard)
        return heard

    def open(self, section):
        """From the sidebar, as a blind reader does."""
        self.place = 'sidebar'
        self.hear('F9')
        for _ in range(40):
            if self.app.focused().name == section:
                break
            self.app.press('Down')
        else:
            self.app.press('Home')
            while self.app.focused().name != section:
                self.app.press('Down')
        self.place = section
        return self.hear('Enter')

    def end(self):
        check(not self.problems, '\n'.join(dict.fromkeys(self.problems)))


@test()
def ten_pages_are_heard_once_and_shortly(app):
    tour = Tour(app)
    for section in PAGES:
        tour.open(section)
        for _ in range(6):
            tour.hear('Tab')
        for key in ('Down', 'End', 'Home'):
            tour.hear(key)
    tour.end()


@test()
def a_page_and_the_way_back_are_heard(app):
    tour = Tour(app)
    for section, row in (('Comprendre', 'list item'), ('Kits et documents', 'button'), ('Webinaires', 'list item')):
        tour.open(section)
        tour.hear('Tab')
        name = app.tab_to(row, re.compile('.'), limit=3).name
        tour.place = name
        tour.hear('Enter')
        for _ in range(5):
            tour.hear('Tab')
        heard = tour.hear('alt+Left')
        check(heard and name in ' '.join(heard[-3:]), f'after Back the last thing said is “{heard[-1:]}”, not “{name}”')
    tour.end()


@test()
def a_dashboard_is_heard(app):
    tour = Tour(app)
    tour.open('Observatoire')
    for title in ('Les départements en quelques nombres', 'Regards croisés sur les partenariats'):
        app.tab_to('button', title)
        tour.place = title
        tour.hear('Enter')
        for _ in range(12):
            tour.hear('Tab')
            if app.focused().role == 'image':
                for key in ('Right', 'Down', 'End', 'Home', '+', '-', '0', 't', 'Down', 't'):
                    tour.hear(key)
        tour.hear('alt+Left')
    tour.end()


run()
