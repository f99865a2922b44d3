#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything can be reached without a pointer."""

from driver import check, run, test


@test(sizes=('1280x800', '360x720'))
def tab_reaches_everything_in_each_section(app):
    problems = []
    for title in app.sections():
        app.go_to(title)
        problems += [f'{title}: {problem}' for problem in app.problems(tab=True)]
    check(not problems, '\n'.join(dict.fromkeys(problems)))


@test()
def arrows_and_enter_open_a_section(app):
    app.press('F9', 'Home', 'Down', 'Down', 'Enter')  # past the reader's territory and the first section
    app.find('grouping', app.sections()[1])


run()
