#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts, on whatever it finds, and says so."""

from driver import check, localised, manifest, run, test


@test(languages=('fr', 'en'), sizes=('1280x800', '360x720'))
def opens_on_the_first_section(app):
    title = localised(manifest()['sections'][0], 'title', app.language)
    app.find('heading' if app.shows('heading', title) else None, title)
    app.check_screen()


@test()
def starts_again_with_what_it_has(app):
    app.stop()
    app.start()
    app.find(None, app.sections()[0])


@test(arguments=['--packs', '/nonexistent'])
def starts_without_any_pack(app):
    check(not app.shows('list item', app_first_section(app)), 'a section shows although there is no pack')
    app.check_screen()


def app_first_section(app):
    return app.sections()[0]


run()
