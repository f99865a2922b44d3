# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window of the title that is the first argument, from which the files of the others can be dragged: see drag.py."""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

Gtk.init()
title, *paths = sys.argv[1:]
files = Gdk.FileList.new_from_list([Gio.File.new_for_commandline_arg(path) for path in paths])
label = Gtk.Label(label=title, width_request=160, height_request=80)
label.add_controller(Gtk.DragSource(actions=Gdk.DragAction.COPY, content=Gdk.ContentProvider.new_for_value(files)))
Gtk.Window(title=title, decorated=False, child=label).present()
GLib.MainLoop().run()
