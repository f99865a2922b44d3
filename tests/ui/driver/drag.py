# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dragged from another program, as from a file manager: a small window that offers them, and the pointer that takes them across."""

import sys
import time
from pathlib import Path

from .desktop import wait_until

TITLE = 'Fichiers'
STEP = .03  # seconds: the program that is dragged from cannot tell when it is at rest


class Drag:
    """with Drag(app, path, …) as drag: drag.enter(); drag.drop()"""

    def __init__(self, app, *paths):
        self.app, self.desktop, self.paths = app, app.desktop, paths

    def __enter__(self):
        self.desktop.session.ask_compositor(f'for_window [title="^{TITLE}$"] floating enable')
        # The screen reader is to see the program under test alone.
        self.process = self.desktop.start([sys.executable, Path(__file__).with_name('drag_source.py'), TITLE, *self.paths], 'drag.log', GTK_A11Y='none')
        wait_until(lambda: TITLE in self.desktop.session.windows(), 20, lambda: 'nothing to drag: ' + self.desktop.log('drag.log'))
        self.desktop.session.ask_compositor(f'[title="^{TITLE}$"] move absolute position 8 8')
        x, y, width, height = self.desktop.session.windows()[TITLE]
        self.start = x + width / 2, y + height / 2
        return self

    def __exit__(self, *exception):
        self.process.terminate()
        self.process.wait(10)
        wait_until(lambda: TITLE not in self.desktop.session.windows(), 10, 'what is dragged from stays')

    def hold(self, pressed):
        self.desktop.session.input.hold(pressed)
        time.sleep(STEP)

    def carry(self, start, end, steps=8):
        for step in range(1, steps + 1):
            self.desktop.session.point(*(a + (b - a) * step / steps for a, b in zip(start, end)))
            time.sleep(STEP)

    def enter(self, x=None, y=None):
        """Takes the files over the window, at its middle or at a place of its own."""
        self.end = (self.desktop.width / 2 if x is None else x, self.desktop.height / 2 if y is None else y)
        self.desktop.session.point(*self.start)
        time.sleep(STEP)
        self.hold(1)
        self.carry(self.start, self.end)

    def leave(self):
        """Takes them back to where they were, and lets them go there."""
        self.carry(self.end, self.start)
        self.hold(0)

    def drop(self):
        self.hold(0)
