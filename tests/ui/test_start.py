#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts, on whatever it finds, and ends as it should. Also run with sanitizers: the smoke suite."""

from driver import check, run, test


@test(languages=('fr', 'en'), sizes=('1280x800', '360x720'), cache=False)
def opens_on_the_first_section(app):
    app.find('list item', app.sections()[0], states=['selected']) if app.desktop.width > 720 else app.find(None, app.sections()[0])
    app.check_screen()


@test()
def ends_without_complaint_and_starts_again(app):
    app.press('ctrl+q')
    check(app.process.wait(10) == 0, f'ended with status {app.process.returncode}:\n{app.log()[-1500:]}')
    app.start()
    app.find('list item', app.sections()[0])


@test(arguments=['--packs', '/nonexistent'])
def starts_without_any_pack(app):
    check(not app.shows('list item', app.sections()[0]), 'a section shows although there is no pack')
    app.check_screen()


@test()
def walks_through_all_sections(app):
    for title in app.sections():
        app.go_to(title)
    app.check_alive()
    app.press('ctrl+q')
    check(app.process.wait(20) == 0, f'ended with status {app.process.returncode}:\n{app.log()[-1500:]}')


run()
