#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every section of the platform's pack can be visited, and its first entry opened; what they show is sound."""

from driver import check, run, test

EVERYWHERE = {'languages': ('fr', 'en'), 'sizes': ('1280x800', '360x720')}


@test(**EVERYWHERE)
def the_sidebar_lists_all_sections(app):
    app.show_sidebar()
    names = [node.name for node in app.find_all('list item')]
    for title in app.sections():
        check(title in names, f'not in the sidebar: “{title}”, only {names}')


@test(**EVERYWHERE)
def each_section_and_its_first_entry_are_sound(app):
    visit(app)


@test(sizes=('1280x800', '360x720'), styles=('dark',))
def each_section_and_its_first_entry_are_sound_in_dark(app):
    visit(app)


def visit(app):
    problems = []
    for title in app.sections():
        app.go_to(title)
        problems += [f'{title}: {problem}' for problem in app.problems()]
        entry = first_entry(app)
        if entry:
            app.click(node=entry)
            problems += [f'{title}, {entry.name}: {problem}' for problem in app.problems()]
            app.press('alt+Left')
    check(not problems, '\n'.join(dict.fromkeys(problems)))


def first_entry(app):
    """The first control of the page that opens an entry of the pack, in the order of reading."""
    titles = app.entry_titles() - set(app.sections())
    return next((node for node in app.find_all() if node.is_control and node.name in titles), None)


run()
