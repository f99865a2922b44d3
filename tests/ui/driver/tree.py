# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader knows of the window: AT-SPI, asked over D-Bus (libatspi keeps a cache that can be stale)."""

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

STATES = [(number, Atspi.StateType(number).value_nick) for number in range(int(Atspi.StateType.LAST_DEFINED))]
CONTROLS = frozenset((
    'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'text', 'entry', 'password text', 'spin button',
    'slider', 'link', 'menu item', 'check menu item', 'radio menu item', 'page tab', 'list item', 'tree item', 'table cell'))
WINDOWS = frozenset(('frame', 'window', 'dialog', 'alert'))
ACCESSIBLE, COMPONENT, TEXT, ACTION = (f'org.a11y.atspi.{name}' for name in ('Accessible', 'Component', 'Text', 'Action'))
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
FOCUSED, SHOWING = int(Atspi.StateType.FOCUSED), int(Atspi.StateType.SHOWING)
ALL_TEXT = GLib.Variant('(ii)', (0, 1 << 24))  # GTK's fields know no -1 for “to the end”
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)


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
        for child in self.children:
            yield child
            yield from child.descendants()

    def within(self, other):
        return any(node == other for node in self.ancestors())

    @property
    def window(self):
        """The outermost window it is in: below it are its program and the registry."""
        chain = [self, *self.ancestors()]
        return chain[-3] if len(chain) > 2 else None

    @property
    def is_sensitive(self):
        """Neither it nor what it is in is greyed out."""
        return all('sensitive' in node.states for node in (self, *self.ancestors()) if node.window)

    @property
    def is_control(self):
        return self.role in CONTROLS and 'focusable' in self.states and self.is_sensitive

    def extents(self):
        """x, y, width, height in its window; None when it has none."""
        answer = self.tree.ask(self.address, COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,)))
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
        session = Gio.DBusConnection.new_for_address_sync(session_bus, flags, None, None)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, 20000, None).unpack()
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def ask(self, address, interface, method, arguments=None):
        """The answer, or None when the object has gone or does not know the method."""
        try:
            return self.bus.call_sync(*address, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None).unpack()
        except GLib.Error:
            return None

    def focus(self):
        """The address of the innermost object that has the focus. Asks for states alone, which costs less than read()."""
        found, open_questions = [], 0

        def ask(address, method, take):
            nonlocal open_questions
            open_questions += 1

            def on_answer(bus, result):
                nonlocal open_questions
                open_questions -= 1
                try:
                    take(bus.call_finish(result).unpack()[0])
                except GLib.Error:
                    pass
            self.bus.call(*address, ACCESSIBLE, method, None, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None, on_answer)

        def visit(address, depth):
            def take_states(words):
                bits = words[0] | words[1] << 32
                if depth > 2 and bits >> FOCUSED & 1:
                    found.append((depth, address))
                if depth < 2 or bits >> SHOWING & 1:
                    ask(address, 'GetChildren', lambda children: [visit(tuple(child), depth + 1) for child in children])
            ask(address, 'GetState', take_states)

        visit(REGISTRY, 0)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return max(found)[1] if found else None

    def read(self, hidden=False):
        """All programs' objects, parents before children; those that are not shown only when @hidden.

        All questions of a node are sent at once, those of its children as soon as they are known: one wait in all.
        """
        registry = Node(self, REGISTRY, None)
        open_questions = 0

        def question(node, interface, method, arguments, take):
            nonlocal open_questions
            open_questions += 1

            def on_answer(bus, result):
                nonlocal open_questions
                open_questions -= 1
                try:
                    take(bus.call_finish(result).unpack()[0])
                except GLib.Error:
                    pass  # it has gone meanwhile: without states it counts as hidden
            self.bus.call(*node.address, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None, on_answer)

        def visit(node):
            def take_properties(values):
                node.name, node.description = values.get('Name', ''), values.get('Description', '')

            def take_role(number):
                node.role = Atspi.role_get_name(Atspi.Role(number))
                if node.role.endswith('menu item'):
                    question(node, ACCESSIBLE, 'GetRelationSet', None, take_relations)

            def take_relations(relations):
                # GTK gives its menu items no name, but says what labels them.
                for target in [t for kind, targets in relations if kind == LABELLED_BY for t in targets][:1]:
                    question(Node(self, target, None), TEXT, 'GetText', ALL_TEXT, take_label)

            def take_label(text):
                node.name = node.name or text

            def take_states(words):
                bits = words[0] | words[1] << 32
                node.states = frozenset(nick for number, nick in STATES if bits >> number & 1)
                program = node.parent is registry
                if program or hidden or 'showing' in node.states:
                    question(node, ACCESSIBLE, 'GetChildren', None, take_children)

            def take_children(addresses):
                node.children = [Node(self, tuple(address), node) for address in addresses]
                for child in node.children:
                    visit(child)

            if node is registry:
                question(node, ACCESSIBLE, 'GetChildren', None, take_children)
                return
            question(node, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', (ACCESSIBLE,)), take_properties)
            question(node, ACCESSIBLE, 'GetRole', None, take_role)
            question(node, ACCESSIBLE, 'GetState', None, take_states)

        visit(registry)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return [node for node in registry.descendants() if hidden or node.parent is registry or 'showing' in node.states]
