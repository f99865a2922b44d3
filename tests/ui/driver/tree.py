# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader knows of the window: AT-SPI, asked over D-Bus (libatspi keeps a cache that can be stale)."""

import ast
import re

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROLES, BITS = {}, {}  # what numbers mean, once it was asked for
STATES = [(number, Atspi.StateType(number).value_nick) for number in range(int(Atspi.StateType.LAST_DEFINED))]
CONTROLS = frozenset((
    'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'text', 'entry', 'password text', 'spin button',
    'slider', 'link', 'menu item', 'check menu item', 'radio menu item', 'page tab', 'list item', 'tree item', 'table cell'))
WINDOWS = frozenset(('frame', 'window', 'dialog', 'alert'))
ACCESSIBLE, COMPONENT, TEXT, ACTION = (f'org.a11y.atspi.{name}' for name in ('Accessible', 'Component', 'Text', 'Action'))
EXTENTS = (COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))  # in its window
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
CACHE = ('/org/a11y/atspi/cache', 'org.a11y.atspi.Cache')
TEST_NAME = 'fr.territoires_en_actions.Territoires.Test'  # TER_TEST_NAME of the program: at-rest.c answers there
REST = (TEST_NAME, '/territoires/test', 'territoires.Test', 'Rest')
GROUPING = int(Atspi.Role.GROUPING)
SHOWING = int(Atspi.StateType.SHOWING)
ALL_TEXT = GLib.Variant('(ii)', (0, 1 << 24))  # GTK's fields know no -1 for “to the end”
# An object of the list as GVariant writes it: itself, its program, its parent, place, count of children, interfaces, name, role, description, states.
TEXT_FORM = r'''('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")'''
ITEM = re.compile(r"\(\('([^']*)', '([^']*)'\), \('[^']*', '[^']*'\), \('([^']*)', '([^']*)'\), (-?\d+), (-?\d+), \[[^]]*\], "
                  + TEXT_FORM + r', (\d+), ' + TEXT_FORM + r', \[(\d+), (\d+)\]\)')
NUMBER = re.compile(r'-?\d+')
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)


def plain(text):
    """What GVariant has written as a text: as Python does."""
    return ast.literal_eval(text) if '\\' in text else text[1:-1]


def numbers(answer):
    """The whole numbers in an answer that has nothing else: unpack() is slow."""
    return tuple(map(int, NUMBER.findall(answer.print_(False))))


class Node:
    """One accessible object as it was when we looked. Two nodes are equal when they stand for the same object."""

    def __init__(self, tree, address, parent):
        self.tree, self.address, self.parent = tree, address, parent
        self.name = self.description = self.role = ''
        self.states, self.children = frozenset(), []

    def __eq__(self, other):
        return isinstance(other, Node) and self.address == other.address

    def __hash__(self):
        return hash(self.address)

    def __repr__(self):
        telling = self.states & {'focused', 'selected', 'checked', 'expanded', 'busy', 'invalid-entry', 'pressed'}
        return f'{self.role} “{self.name}”' + (f' ({", ".join(sorted(telling))})' if telling else '')

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def descendants(self):
        todo = self.children[::-1]
        while todo:
            node = todo.pop()
            yield node
            todo += reversed(node.children)

    def within(self, other):
        return any(node == other for node in self.ancestors())

    @property
    def window(self):
        """The outermost window it is in: below it are its program and the registry."""
        if not self.is_in_window:
            return None
        node = self
        while node.parent.is_in_window:
            node = node.parent
        return node

    @property
    def is_in_window(self):
        return self.parent is not None and self.parent.parent is not None

    @property
    def is_sensitive(self):
        """Neither it nor what it is in is greyed out."""
        node = self
        while node.is_in_window and 'sensitive' in node.states:
            node = node.parent
        return not node.is_in_window

    @property
    def is_control(self):
        return self.role in CONTROLS and 'focusable' in self.states and self.is_sensitive

    def extents(self):
        """x, y, width, height in its window; None when it has none."""
        answer = self.tree.ask(self.address, *EXTENTS)
        return answer[0] if answer else None

    def text(self):
        """What a label or a field holds."""
        answer = self.tree.ask(self.address, TEXT, 'GetText', ALL_TEXT)
        return answer[0] if answer else self.name

    def act(self):
        """Its first AT-SPI action, as switch devices use it. False when it has none (rows and check buttons of GTK have none)."""
        return self.tree.ask(self.address, ACTION, 'DoAction', GLib.Variant('(i)', (0,))) == (True,)


class Tree:
    def __init__(self, session_bus):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.session = Gio.DBusConnection.new_for_address_sync(session_bus, flags, None, None)
        address, = self.session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, 20000, None).unpack()
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def ask(self, address, interface, method, arguments=None):
        """The answer, or None when the object has gone or does not know the method."""
        try:
            return self.bus.call_sync(*address, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None).unpack()
        except GLib.Error:
            return None

    def rest(self, everything=False, seconds=.5):
        """Until what was done has been handled and drawn; with @everything until nothing is under way. A number that is another one
        after each change; None when it did not come to rest, or is a program that cannot tell."""
        try:
            arguments = GLib.Variant('(bd)', (everything, seconds))
            answer = self.session.call_sync(*REST, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, int(seconds * 1000) + 2000, None)
        except GLib.Error:
            return None
        at_rest, changes = answer.unpack()
        return changes if at_rest else None

    def items(self, bus):
        """address → (parent, index, how many children, name, role, description, state bits), all as of now, for each object that @bus has
        ever told of: one question, where asking each object takes three."""
        try:
            answer = self.bus.call_sync(bus, *CACHE, 'GetItems', None, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None)
        except GLib.Error:  # it has gone, or has no such list
            return {}
        # unpack() takes ten times as long as reading what GVariant writes.
        return {(name, path): ((above, above_path), int(index), int(count), plain(label), int(role), plain(description), int(low) | int(high) << 32)
                for name, path, above, above_path, index, count, label, role, description, low, high in ITEM.findall(answer.print_(False))}

    def ask_all(self, nodes, interface, method, arguments=None, read=GLib.Variant.unpack):
        """The answer of each node as @read makes it of what came, or None; all questions are sent at once."""
        answers, open_questions = [None] * len(nodes), len(nodes)

        def ask(position, node):
            def on_answer(bus, result):
                nonlocal open_questions
                open_questions -= 1
                try:
                    answers[position] = read(bus.call_finish(result))
                except GLib.Error:
                    pass  # it has gone meanwhile
            self.bus.call(*node.address, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None, on_answer)

        for position, node in enumerate(nodes):
            ask(position, node)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return answers

    def children_of(self, nodes):
        """The addresses of the children of each node."""
        return [answer[0] if answer else [] for answer in self.ask_all(nodes, ACCESSIBLE, 'GetChildren')]

    def extents_of(self, nodes):
        """node → x, y, width, height in its window, or None"""
        return dict(zip(nodes, self.ask_all(nodes, *EXTENTS, numbers)))

    def read(self, hidden=False):
        """All programs' objects, parents before children; those that are not shown only when @hidden."""
        registry = Node(self, REGISTRY, None)
        registry.children = [Node(self, address, registry) for address in (self.ask(REGISTRY, ACCESSIBLE, 'GetChildren') or [[]])[0]]
        for program in registry.children:
            self.read_program(program, hidden)
        return [node for node in registry.descendants() if hidden or node.parent is registry or 'showing' in node.states]

    def read_program(self, program, hidden):
        """The list knows those objects alone that somebody has asked for, and some that have gone: where it does not have all children of
        an object, they are asked for."""
        items = self.items(program.address[0])
        below = {}
        for address, item in items.items():
            below.setdefault(item[0], []).append(address)
        all_known, nodes = True, [program]
        while nodes:
            parents = [node for node in nodes if node is program or self.may_have_children(items.get(node.address), hidden)]
            unknown = [node for node in parents if not self.take_children(node, items, below)]
            for parent, addresses in zip(unknown, self.children_of(unknown)):
                parent.children = [Node(self, tuple(address), parent) for address in addresses]
            nodes = [child for parent in parents for child in parent.children]
            all_known = all_known and all(node.address in items for node in nodes)
        if not all_known:
            items = self.items(program.address[0])
        self.describe(program, items)
        for node in program.descendants():
            self.describe(node, items)
            if not hidden and 'showing' not in node.states:
                node.children = []

    @staticmethod
    def is_shown(item):
        return bool(item[-1] >> SHOWING & 1)

    def take_children(self, node, items, below):
        """Whether the list has all of them, and nothing that poses as one: a page of a stack that does not show says that it does, in the place
        of the one that shows, which nobody may have asked for yet. It has nothing in it."""
        known, item = below.get(node.address, []), items.get(node.address)
        if item is None or item[2] != len(known):
            return False
        known = sorted((items[address], address) for address in known)
        if any(child[1] != place or not self.is_shown(child) or child[2] == 0 and child[4] == GROUPING for place, (child, _) in enumerate(known)):
            return False
        node.children = [Node(self, address, node) for _, address in known]
        return True

    def may_have_children(self, item, hidden):
        return item is None or item[2] > 0 and (hidden or self.is_shown(item))

    def describe(self, node, items):
        item = items.get(node.address)
        if item:
            node.name, role, node.description, bits = item[3:]
        else:
            properties = self.ask(node.address, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', (ACCESSIBLE,)))
            role, states = self.ask(node.address, ACCESSIBLE, 'GetRole'), self.ask(node.address, ACCESSIBLE, 'GetState')
            if not (properties and role and states):
                return  # it has gone meanwhile: without states it counts as hidden
            node.name, node.description, role = properties[0].get('Name', ''), properties[0].get('Description', ''), role[0]
            bits = states[0][0] | states[0][1] << 32
        node.role = ROLES.get(role) or ROLES.setdefault(role, Atspi.role_get_name(Atspi.Role(role)))
        node.states = BITS.get(bits) or BITS.setdefault(bits, frozenset(nick for number, nick in STATES if bits >> number & 1))
        if node.role.endswith('menu item') and not node.name:
            # GTK gives its menu items no name, but says what labels them.
            relations = self.ask(node.address, ACCESSIBLE, 'GetRelationSet') or [[]]
            for target in [t for kind, targets in relations[0] if kind == LABELLED_BY for t in targets][:1]:
                node.name = (self.ask(target, TEXT, 'GetText', ALL_TEXT) or [''])[0]
