# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a blind reader hears at each key: the events of the accessibility bus, put into words as Orca 48 does.

    ear = Ear(app)
    ear.hear('Tab')      ['Commune par commune', 'groupement', 'Carte', 'bouton radio', 'sélectionné']: its pieces, in their order

Orca says what is new around the focus from the outside to the inside, then the focus; of a group, a dialog or an alert its description or else *all
labels in it*; announcements; another name or description of what has the focus; the window's new title.
"""

from gi.repository import Gio, GLib

from .tree import ACCESSIBLE

EVENTS = 'org.a11y.atspi.Event.Object'
WORDS = {
    'button': 'bouton', 'toggle button': 'bouton à bascule', 'check box': 'case à cocher', 'radio button': 'bouton radio', 'switch': 'interrupteur',
    'combo box': 'boîte combinée', 'text': 'zone de texte', 'entry': 'zone de texte', 'link': 'lien', 'list item': '', 'image': 'image', 'heading': 'titre',
    'grouping': 'groupement', 'panel': 'panneau', 'list': 'liste', 'list box': 'liste', 'dialog': 'dialogue', 'alert': 'alerte', 'table': 'tableau',
    'tree table': 'tableau', 'table row': '', 'label': '', 'menu item': '', 'menu': 'menu', 'radio group': 'groupement', 'article': 'article',
    'table cell': '', 'tool tip': '',
}
# Of these Orca says the description or, where there is none, each label in them.
SPEAK_ALL = frozenset(('grouping', 'panel', 'dialog', 'alert', 'info bar', 'radio group', 'page'))
CLOSED = frozenset(('combo box', 'list', 'list box', 'list item', 'menu', 'menu bar', 'button', 'scroll pane', 'split pane', 'table', 'toggle button',
                    'tree', 'tree table', 'frame', 'window'))
QUIET = frozenset((  # of these Orca says nothing on the way in
    'application', 'desktop frame', 'filler', 'scroll pane', 'viewport', 'split pane', 'separator', 'redundant object', 'unknown',
                   'layered pane', 'glass pane', 'root pane', 'panel'))
STATES = {'checked': 'coché', 'pressed': 'enfoncé', 'expanded': 'développé', 'selected': ''}


def pieces_of(*texts):
    return [text.strip() for text in texts if text and text.strip()]


class Ear:
    def __init__(self, app):
        self.app, self.events = app, []
        self.before = None  # what had the focus
        self.names, self.descriptions = {}, {}  # the last that an event gave, by address
        for event in ('object:property-change', 'object:announcement', 'object:state-changed'):  # programs send what somebody asked for
            arguments = GLib.Variant('(sass)', (event, [], ''))
            app.tree.ask(('org.a11y.atspi.Registry', '/org/a11y/atspi/registry'), 'org.a11y.atspi.Registry', 'RegisterEvent', arguments)
        app.tree.bus.signal_subscribe(None, EVENTS, None, None, None, Gio.DBusSignalFlags.NONE, self.on_event)
        self.listen()
        self.events.clear()
        self.before = app.focused()

    def on_event(self, bus, sender, path, interface, member, body, *_):
        if member in ('Announcement', 'PropertyChange', 'StateChanged', 'TextCaretMoved'):
            kind, detail, _, value, *_ = body.unpack()
            self.events.append((member, (sender, path), kind, detail, value))

    def listen(self):
        """All that has been sent until now."""
        self.app.settle()
        for node in self.app.nodes()[:3]:
            self.app.tree.ask(node.address, ACCESSIBLE, 'GetState')
        while GLib.MainContext.default().iteration(False):
            pass

    def hear(self, *keys):
        """Presses the keys; gives what is said then."""
        self.listen()
        self.before = self.app.focused() or self.before
        self.events.clear()
        self.app.press(*keys)
        self.listen()
        return self.compose()

    def compose(self):
        known = {node.address: node for node in self.app.nodes()}
        focus = self.app.focused()
        moved = focus is not None and focus != self.before
        heard, told = [], False
        around = {focus.address, *(node.address for node in focus.ancestors())} if focus else set()
        for member, address, kind, detail, value in self.events:
            if member == 'Announcement':
                heard += pieces_of(value)
            elif member == 'StateChanged' and kind == 'focused' and detail and moved and not told and focus.address == address:
                heard += self.present(focus)
                told = True
            elif member == 'StateChanged' and focus and address == focus.address and kind in STATES and not moved:
                heard += self.present(focus, False)
            elif member == 'PropertyChange' and kind == 'accessible-description':
                if self.is_new(self.descriptions, address, value) and address in around and (told or not moved):
                    heard += pieces_of(value)
            elif member == 'PropertyChange' and kind == 'accessible-name' and self.is_new(self.names, address, value):
                node = known.get(address)
                if node is not None and node.role == 'frame':
                    heard += pieces_of(value)
                elif focus and address == focus.address and (told or not moved):
                    heard += self.present(focus, False)
        if moved and not told:
            heard += self.present(focus)
        return heard

    @staticmethod
    def is_new(last, address, value):
        new = last.get(address) != value and bool(value)
        last[address] = value
        return new

    def present(self, node, with_ancestors=True):
        heard = []
        if with_ancestors:
            before = set() if self.before is None else {self.before, *self.before.ancestors()}
            around = []
            for ancestor in node.ancestors():
                if ancestor in before or ancestor.window is None:
                    break
                if self.is_said(ancestor) and not any((a.role, a.name) == (ancestor.role, ancestor.name) for a in around):
                    around.append(ancestor)
            for ancestor in reversed(around):
                heard += self.words_of(ancestor, False)
        return heard + self.words_of(node, True)

    @staticmethod
    def is_said(node):
        if node.role in QUIET and not (node.role == 'panel' and (node.name or node.description)):
            return False
        if node.role in ('grouping', 'panel'):
            only = node.children[0] if len(node.children) == 1 else None
            return bool(node.name or node.description) and not (only and only.name == node.name)
        # A button that opens something holds the one that has the focus.
        return node.role not in ('label', 'table cell', 'button', 'list item')

    def words_of(self, node, is_focus):
        name = node.name or (self.content(node) if node.role in ('list item', 'table row', 'label', 'link', 'heading', 'table cell') else '')
        if node.role in ('text', 'entry'):
            name = ' '.join(pieces_of(name, node.text() if node.text() != name else ''))
        description = node.description if node.description != name else ''
        states = [STATES[state] for state in STATES if state in node.states and node.role not in ('list item', 'grouping')
                  and not (node.role == 'radio button' and state == 'pressed')]
        role = WORDS.get(node.role, node.role)
        if node.role in SPEAK_ALL and not node.role == 'radio group':
            return pieces_of(name, *([description] if description else self.labels_in(node)), role)
        if not is_focus:
            return pieces_of(name, role)
        return pieces_of(name, role, *states, description)

    @staticmethod
    def content(node):
        return ' '.join(pieces_of(*(inner.name for inner in node.descendants() if inner.role in ('label', 'table cell', 'heading'))))

    def labels_in(self, root):
        """Orca's “unrelated labels”: those of three words or more that stand for nothing else."""
        found, todo = [], list(reversed(root.children))
        while todo:
            node = todo.pop()
            if node.role in CLOSED:
                continue
            if node.role in ('label', 'static') and len(node.name.split()) >= 3 and node.name not in root.name and node.name != node.parent.name:
                found.append(node)
            todo += reversed(node.children)
        relations = self.app.tree.ask_all(found, ACCESSIBLE, 'GetRelationSet')
        return [node.name for node, relation in zip(found, relations) if not (relation and relation[0])]
