#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the driver see and do what a person would, and do its checks find faults planted in a small window?"""

import sys
from pathlib import Path

from driver import BUILD, Failure, check, run, test


def program(faulty):
    import gi
    gi.require_version('Gtk', '4.0')
    gi.require_version('Adw', '1')
    from gi.repository import Adw, Gtk

    def activate(application):
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
        entry, echo = Gtk.Entry(), Gtk.Label(label='–')
        entry.update_property([Gtk.AccessibleProperty.LABEL], ['Commune'])
        entry.connect('changed', lambda e: echo.set_label(e.get_text()))
        box.append(entry)
        box.append(echo)
        switch = Gtk.CheckButton(label='Présent')
        box.append(switch)
        rows = Gtk.ListBox(css_classes=['boxed-list'])
        rows.connect('row-activated', lambda _, row: echo.set_label(row.get_title()))
        for number in range(1, 31):
            rows.append(Adw.ActionRow(title=f'Ligne {number}', activatable=True))
        box.append(Gtk.ScrolledWindow(child=rows, height_request=200, vexpand=True))
        button = Gtk.Button(icon_name='open-menu-symbolic')
        if not faulty:
            button.update_property([Gtk.AccessibleProperty.LABEL], ['Menu'])
        button.connect('clicked', lambda _: echo.set_label('menu'))
        box.append(button)
        if faulty:
            box.append(Gtk.Label(label='Une ligne qui ne se replie pas et qui sort de la fenêtre de très loin, vraiment très loin'))
            box.append(Gtk.Label(label='Search the pack'))
            pale = Gtk.CssProvider()
            pale.load_from_string('.pale { color: rgba(128, 128, 128, .6); }')
            Gtk.StyleContext.add_provider_for_display(box.get_display(), pale, Gtk.STYLE_PROVIDER_PRIORITY_USER)
            box.prepend(Gtk.Label(label='Texte pâle', css_classes=['pale']))
        Adw.ApplicationWindow(application=application, title='Essai', content=Adw.ToolbarView(content=box)).present()
    application = Adw.Application(application_id='fr.example.Essai')
    application.connect('activate', activate)
    sys.exit(application.run([]))


@test(sizes=('360x720', '1280x800'), program=sys.executable, arguments=[__file__, '--program'])
def sees_and_acts(app):
    app.click('text', 'Commune')
    app.type("À Nîmes, l'été ☂")
    app.find('label', "À Nîmes, l'été ☂")
    check(app.text_of('text', 'Commune') == "À Nîmes, l'été ☂", 'the field does not hold what was typed')
    app.press('ctrl+a')
    app.type('Lyon')
    app.find('label', 'Lyon')
    app.click('check box', 'Présent')
    app.find('check box', 'Présent', states=['checked'])
    app.click('list item', 'Ligne 27')
    app.find('label', 'Ligne 27')
    app.click('list item', 'Ligne 2')
    app.act('button', 'Menu')
    app.find('label', 'menu')
    app.tab_to('text', 'Commune')
    app.tab_to('check box', 'Présent')
    app.tab_to('text', 'Commune', key='shift+Tab')
    app.check_screen(tab=True)


@test(sizes=('360x720',), program=sys.executable, arguments=[__file__, '--program', 'faulty'])
def finds_planted_faults(app):
    try:
        app.check_screen()
    except Failure as found:
        for fault in ('without a name', 'the window needs', 'contrast of', 'English?'):
            check(fault in str(found), f'did not find “{fault}” but only:\n{found}')
    else:
        raise Failure('found nothing')


@test()
def a_prepared_index_is_taken_as_it_is(app):
    mine, = (Path(app.desktop.env['XDG_CACHE_HOME']) / 'territoires').glob('catalogue-*.sqlite')
    kept, = (BUILD / 'tests/ui/prepared').glob('*/catalogue-*.sqlite')
    check(mine.stat().st_mtime_ns == kept.stat().st_mtime_ns, 'the packs were read again')


if sys.argv[1:2] == ['--program']:
    program('faulty' in sys.argv)
run()
