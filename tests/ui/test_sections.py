#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every section of the platform's pack can be visited, and what it shows is sound."""

from driver import check, run, test

EVERYWHERE = {'languages': ('fr', 'en'), 'sizes': ('1280x800', '360x720')}


@test(**EVERYWHERE)
def the_sidebar_lists_all_sections(app):
    app.show_sidebar()
    names = [node.name for node in app.find_all('list item')]
    for title in app.sections():
        check(title in names, f'not in the sidebar: “{title}”, only {names}')


@test(**EVERYWHERE)
def each_section_is_sound(app):
    visit(app, tab=False)


@test(sizes=('1280x800', '360x720'), styles=('dark',))
def each_section_is_sound_in_dark(app):
    visit(app, tab=False)


@test(sizes=('1280x800', '360x720'))
def tab_reaches_everything_in_each_section(app):
    visit(app, tab=True)


def visit(app, tab):
    problems = []
    for title in app.sections():
        app.go_to(title)
        problems += [f'{title}: {problem}' for problem in app.problems(tab)]
    check(not problems, '\n'.join(dict.fromkeys(problems)))


run()
