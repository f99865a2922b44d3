# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, used as a person would: seen through the screen reader's eyes, moved by keyboard and pointer."""

import json
import os
import re
import time
from pathlib import Path

from PIL import Image

from . import prepared, sandbox
from .desktop import DOUBLE_CLICK, Desktop, Failure, wait_until
from .tree import TEST_NAME, WINDOWS, Tree

SOURCE = Path(os.environ.get('TER_SOURCE_DIR') or Path(__file__).resolve().parents[3])
BUILD = Path(os.environ.get('TER_BUILD_DIR') or os.environ.get('TERRITOIRES_BUILD') or SOURCE / '_build')
PACKS = Path(os.environ.get('TER_TEST_PACKS') or SOURCE / 'data/packs')
PLATFORM = PACKS / 'innovation-territoriale'

QUIET = .2  # seconds without a change, after which nothing more is expected of a program that cannot tell


def manifest(folder=PLATFORM):
    return json.loads((Path(folder) / 'datapackage.json').read_text())


def localised(record, member, language):
    return record.get(f'{member}@{language}') or record.get(member, '')


class Window:
    """One start of the program on a desktop of its own.

    with Window(language='fr', size='360x720', style='dark') as app: …

    find, find_all   what shows, by role and name (a text, or a compiled expression), waiting for it
    click            with the pointer, scrolling to it first      act      its AT-SPI action, without pointer
    press, type      keys ('ctrl+f', 'shift+Tab', 'Enter'); text  tab_to   Tab until it has the focus
    focused          what has the focus                           text_of  what a field or label holds
    picture          a PNG                                        pixels   what is drawn of a node
    check_*          see checks.py
    """

    def __init__(self, language='fr', size='1280x800', style='light', arguments=None, env=None, program=None, seconds=15, cache=None,
                 **desktop):
        width, height = map(int, size.split('x'))
        self.language, self.size, self.style, self.seconds = language, size, style, seconds
        self.desktop = Desktop(width, height, language, style, **desktop)
        self.program = [str(program or BUILD / 'src/ui/territoires')]
        self.arguments = ['--packs', PACKS] if arguments is None else arguments
        # "$HOME" stands for this desktop's own, in which each start finds what the one before has left.
        env = {name: value.replace('$HOME', self.desktop.env['HOME']) for name, value in (env or {}).items()}
        self.more_env = {
            'LD_PRELOAD': str(BUILD / 'tests/ui/libui-preload.so'), 'TER_LOCALE_DIR': str(BUILD / 'po'),
            'TER_TEST_NAME': TEST_NAME,
            'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'TER_NOW': '2026-11-23T12:00:00+01:00', 'G_DEBUG': 'fatal-criticals',
            'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':verify_asan_link_order=0:detect_leaks=0',
        } | env
        if sandbox.FLATPAK:
            self.program = sandbox.command(self.more_env, BUILD / 'tests/ui/libui-preload.so')
            self.arguments, self.more_env = arguments or [], {}
        self.process = self.clicked = None
        self.seen = (None, [])  # the number of changes when the tree was last read, and what was there
        # Whether it begins with the packs already read: where they are those that ship, and the test is not about their reading.
        self.cache = (self.arguments[:2] == ['--packs', PACKS] and program is None) if cache is None else cache

    def __enter__(self):
        if self.cache:
            prepared.copy(self)
        self.desktop.__enter__()
        try:
            self.tree = Tree(self.desktop.env['DBUS_SESSION_BUS_ADDRESS'])
            self.start()
        except BaseException:
            self.desktop.stop()
            raise
        return self

    def __exit__(self, *exception):
        self.desktop.stop()

    def start(self, *more_arguments):
        """Starts it (again, after stop): the folders are the same ones."""
        command = [*self.program, *self.arguments, *more_arguments]
        self.process = self.desktop.start(command, 'program.log', **self.more_env)

        began = time.monotonic()

        def shows():
            if self.process.poll() is not None:
                raise Failure(f'the program ended at once with status {self.process.returncode}:\n{self.log()[-3000:]}')
            # Its objects are looked for when it is there, or when it cannot tell.
            return (self.tree.rest() or time.monotonic() - began > 3) and any(node.role in WINDOWS for node in self.tree.read())
        wait_until(shows, 60 if 'asan' in str(BUILD) else 30, lambda: 'no window appeared:\n' + self.log()[-3000:])
        self.desktop.session.point(self.desktop.width - 1, self.desktop.height - 1)
        self.settle()
        # The first start reads the packs; lists are made anew when they are there.
        self.wait_gone(None, re.compile('^(Getting the Contents Ready|Préparation des contenus)$'), 60)
        self.settle()

    def stop(self):
        if not (sandbox.FLATPAK and sandbox.terminate(self.process)):
            self.process.terminate()
        self.process.wait(10)

    def log(self):
        return self.desktop.log('program.log')

    # -- seeing ----------------------------------------------------------------------------------------------------

    def nodes(self, hidden=False):
        """What shows, once what was done last has been handled. It is read again only when something has changed."""
        changes = self.tree.rest()
        if hidden or changes is None:
            return self.tree.read(hidden)
        if changes != self.seen[0]:
            self.seen = changes, self.tree.read()
        return self.seen[1]

    @staticmethod
    def matches(node, role, name):
        if role is not None and node.role != role and not (isinstance(role, (set, frozenset, tuple, list)) and node.role in role):
            return False
        return name is None or (name.search(node.name) is not None if isinstance(name, re.Pattern) else node.name == name)

    def find_all(self, role=None, name=None, within=None):
        """All that show now, in reading order, without waiting."""
        return [n for n in self.nodes() if self.matches(n, role, name) and (within is None or n.within(within))]

    def find(self, role=None, name=None, within=None, states=(), without=(), seconds=None):
        """The first that shows; waits for it."""
        def look():
            return next((n for n in self.find_all(role, name, within) if n.states.issuperset(states) and n.states.isdisjoint(without)), None)
        wanted = f'{role or "anything"} “{getattr(name, "pattern", name) or ""}”' + (f' {", ".join(states)}' if states else '')
        return wait_until(look, seconds or self.seconds, lambda: f'not found: {wanted}. On screen:\n{self.outline()}')

    def shows(self, role=None, name=None, within=None):
        return bool(self.find_all(role, name, within))

    def wait_gone(self, role=None, name=None, seconds=None):
        wait_until(lambda: not self.find_all(role, name), seconds or self.seconds, f'still there: {role} “{name}”')

    def focused(self):
        return next((n for n in reversed(self.nodes()) if 'focused' in n.states and n.role not in WINDOWS), None)

    def text_of(self, role, name=None):
        return self.find(role, name).text()

    def outline(self):
        """What shows, as an indented list: for a person who looks at a failure."""
        quiet = ('panel', 'filler', 'grouping', 'separator', 'scroll bar')
        shown = [n for n in self.nodes() if n.name or n.role not in quiet]
        return '\n'.join('  ' * sum(a in shown for a in n.ancestors()) + repr(n) for n in shown)

    def settle(self, seconds=8):
        """Until nothing is under way: no thread, no frame, no short timeout. Of a program that cannot tell: until nothing has changed for a moment."""
        if self.tree.rest(True, seconds) is not None:
            return
        before, end = None, time.monotonic() + seconds
        since = time.monotonic()
        while time.monotonic() < end:
            now = [(n.address, n.name, n.states) for n in self.nodes()]
            if now != before:
                since = time.monotonic()
            elif time.monotonic() - since >= QUIET:
                return
            before = now
            time.sleep(QUIET / 4)

    def picture(self, path):
        if self.tree.rest(True, 2) is not None:
            return self.desktop.session.picture(path) or path
        before = None
        for _ in range(12):
            self.desktop.session.picture(path)
            now = Path(path).read_bytes()
            if now == before:
                break
            before = now
            time.sleep(.1)
        return path

    def pixels(self, node):
        """What is drawn of a node where it is on screen, within the ring of its focus: GTK takes that away after three seconds."""
        self.settle(2)
        x, y, width, height = self.place(node)[0]
        with Image.open(self.picture(self.desktop.folder / 'pixels.ppm')) as picture:
            return picture.crop((x + 6, y + 6, x + width - 6, y + height - 6)).tobytes()

    # -- doing -----------------------------------------------------------------------------------------------------

    def press(self, *keys):
        for key in keys:
            self.tree.rest()
            self.desktop.session.input.press(key)

    def type(self, text):
        self.tree.rest()
        self.desktop.session.input.type(text)

    def place(self, node, known=None, windows=None):
        """(what can be seen of it, the view that scrolls it) on the desktop; None for what there is not. @known: extents_of() all nodes and
        @windows of the desktop, for who asks of many."""
        def measure(node):
            return known.get(node) if known else node.extents()
        window, extents = node.window, measure(node)
        if window is None or extents is None:
            return None, None
        windows = self.desktop.session.windows() if windows is None else windows
        left, top, width, height = windows.get(window.name) or next(iter(windows.values()), (0, 0, self.desktop.width, self.desktop.height))
        shadow = measure(window)[:2]
        left, top = left - shadow[0], top - shadow[1]

        def cut(area, by):
            x, y, right, bottom = max(area[0], by[0]), max(area[1], by[1]), min(area[0] + area[2], by[0] + by[2]), min(area[1] + area[3], by[1] + by[3])
            return (x, y, max(right - x, 0), max(bottom - y, 0))
        views = [view for view in (measure(a) for a in node.ancestors() if a.role == 'scroll pane') if view]
        area = extents
        for clip in [*views, (*shadow, width, height)]:
            area = cut(area, clip)
        visible = area[2] > 0 and area[3] >= min(extents[3], 16) > 0

        def moved(box):
            return (box[0] + left, box[1] + top, box[2], box[3])
        return moved(area) if visible else None, moved(cut(views[0], (*shadow, width, height))) if views else None

    def scroll_to(self, node):
        """Where it can be seen, after scrolling as far as needed; None when that is nowhere."""
        for _ in range(150):
            area, view = self.place(node)
            if area or not view:
                return area
            extents, inner = node.extents(), next(a for a in node.ancestors() if a.role == 'scroll pane').extents()
            self.desktop.session.point(view[0] + view[2] / 2, view[1] + view[3] / 2)
            self.desktop.session.input.scroll(1 if extents[1] >= inner[1] else -1)
        return None

    def click(self, role=None, name=None, within=None, node=None):
        wanted = node or self.find(role, name, within, states=('sensitive',))
        self.tree.rest()
        area = self.scroll_to(wanted)
        if area is None and node is None:  # a list was made anew meanwhile
            self.settle()
            wanted = self.find(role, name, within, states=('sensitive',))
            area = self.scroll_to(wanted)
        node = wanted
        if area is None:
            raise Failure(f'cannot be brought on screen: {node!r}')
        for _ in range(10):  # what stands above it may have come or gone a moment ago, and slides
            self.tree.rest()
            before, area = area, self.place(node)[0] or area
            if area == before:
                break
        self.desktop.session.point(area[0] + area[2] / 2, area[1] + area[3] / 2)
        if self.clicked == node:  # two clicks, not a double click
            time.sleep(DOUBLE_CLICK / 1000 + .05)
        self.clicked = node
        self.desktop.session.input.click()
        return node

    def act(self, role=None, name=None, within=None):
        node = self.find(role, name, within, states=('sensitive',))
        if not node.act():
            raise Failure(f'has no action for switch devices (click it, or reach it by Tab): {node!r}')
        return node

    def tab_to(self, role=None, name=None, limit=200, key='Tab'):
        self.find(role, name)
        for _ in range(limit):
            focused = self.focused()
            chain = [focused, *focused.ancestors()] if focused else []
            if any(self.matches(node, role, name) for node in chain):
                return focused
            self.press(key)
        raise Failure(f'{key} does not reach {role} “{getattr(name, "pattern", name)}”')

    def choose_file(self, path):
        """Answers GTK's own file dialog: the name as a whole path."""
        wait_until(lambda: len(self.desktop.session.windows()) > 1, 15, 'no dialog for files')
        self.settle()
        self.press('ctrl+a')
        self.type(str(path))
        self.press('Enter')
        self.settle()

    def choose_folder(self, path, button):
        """Answers a dialog for folders: GTK's own, or the portal's, which is in another program. @button: the one that accepts."""
        wait_until(lambda: len(self.desktop.session.windows()) > 1, 15, 'no dialog for folders')
        self.settle()
        if sandbox.FLATPAK:
            self.press('alt+Home')  # away from the list of recent files, where no folder can be accepted
            self.settle()
        self.press('ctrl+l')
        self.settle()
        self.type(str(path))
        self.settle()
        if not sandbox.FLATPAK:
            self.press('Delete')  # what the dialog proposes after what was typed
        self.press('Enter')
        self.settle()
        if not sandbox.FLATPAK and self.shows('button', button):
            self.click('button', button)

    # -- checking: see checks.py -----------------------------------------------------------------------------------

    def check_alive(self):
        from . import checks
        checks.alive(self)

    def problems(self, tab=False):
        """Names, clipping, words of the wrong language, the log; with @tab also that Tab reaches every control."""
        from . import checks
        self.settle()
        return checks.screen(self) + (checks.tab_round(self) if tab else [])

    def check_screen(self, tab=False):
        problems = self.problems(tab)
        if problems:
            raise Failure('\n'.join(problems))

    def check_dialog(self):
        """The same where a dialog shows: what is behind it is dimmed on purpose, and the test of contrast cannot tell."""
        problems = [problem for problem in self.problems() if not problem.startswith('contrast')]
        if problems:
            raise Failure('\n'.join(problems))

    def check_cursor_stays(self, title):
        """Of the figure that has the keyboard: until that goes elsewhere, longer than the three seconds of GTK's ring."""
        node = self.find('image', title)
        area, marked = self.place(node)[0], self.pixels(node)
        time.sleep(3.5)
        if self.pixels(node) != marked:
            raise Failure('the cursor goes while the words are read')
        self.press('shift+Tab')
        if self.place(node)[0] != area or self.pixels(node) == marked:
            raise Failure('no cursor was drawn, or it stays when the keyboard has gone, or the page has moved')

    # -- going about -----------------------------------------------------------------------------------------------

    def sections(self):
        """The titles of the platform's sections in the window's language."""
        return [localised(section, 'title', self.language) for section in manifest()['sections']]

    def entry_titles(self):
        """The titles of all entries of the platform's pack in the window's language."""
        resources = [resource for resource in manifest()['resources'] if resource['role'] == 'entries']
        return {localised(entry, 'title', self.language) for resource in resources for entry in json.loads((PLATFORM / resource['path']).read_text())}

    def show_sidebar(self, row=None):
        """On a narrow screen the sidebar is a page of its own: go back to it. @row: one that it has, when the packs are not those that ship."""
        first = row or self.sections()[0]
        for _ in range(6):
            if self.shows('list item', first):
                return
            self.press('F9')
            self.settle(2)
            if not self.shows('list item', first):
                self.press('alt+Left')
                self.settle(2)
        raise Failure(f'the sidebar does not come back. On screen:\n{self.outline()}')

    def go_to(self, section):
        """Opens a section by its title (in French or in the window's language)."""
        titles = [(localised(s, 'title', 'fr'), localised(s, 'title', self.language)) for s in manifest()['sections']]
        title = next(own for french, own in titles if section in (french, own))
        self.open_row(title)

    def open_row(self, row):
        """Opens what a row of the sidebar stands for."""
        self.show_sidebar(row)
        self.click('list item', row)
        self.settle()
