# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks by keyboard alone: nothing may take it away."""

from .desktop import Failure

LISTS = ('list', 'list box', 'table', 'tree table')


def check(holds, otherwise):
    if not holds:
        raise Failure(otherwise)


def focus(app, after):
    """What has the focus and can be seen or heard; there is always something."""
    for _ in range(3):
        node = app.focused()
        if node and 'showing' in node.states:
            return node
        app.settle(1)
    raise Failure(f'nothing has the focus after {after}. On screen:\n{app.outline()}')


def list_of(node):
    return next((a for a in node.ancestors() if a.role in LISTS), None) if node.role in ('list item', 'table row') else None


def walk_list(app, place, rows):
    """Down, End and Home stay in the list that has the keyboard, and come to another row and back. (From a dialog's first row libadwaita goes on to
    the list above.)"""
    reached = []
    for key in ('Home', 'Down', 'End', 'Home'):
        app.press(key)
        node = focus(app, f'{key} in {place}')
        if any(a.role in ('dialog', 'alert') for a in node.ancestors()):
            continue
        check(list_of(node) == rows, f'{key} leaves the list “{rows.name}” of {place} for {node!r}')
        reached.append(node.address)
    check(not reached or reached[0] == reached[3] and (reached[0] != reached[2] or len(rows.children) < 2), f'Home and End stay in {place}, “{rows.name}”')


def tab_through(app, place, count, step='Tab'):
    """Tab never loses the keyboard; each list that it comes to is walked, once."""
    walked = []
    for number in range(count):
        app.press(step)
        rows = list_of(focus(app, f'{number + 1} × {step} in {place}'))
        if rows and rows not in walked:
            walked.append(rows)
            walk_list(app, place, rows)
    return walked


def try_dialog(app, name, count=14):
    """Tab holds in it, both ways; Escape closes it, and the keyboard is where it was."""
    app.find(('dialog', 'alert'))
    focus(app, f'opening {name}')
    tab_through(app, name, count)
    tab_through(app, name, 4, 'shift+Tab')
    app.press('Escape')
    app.settle()
    app.wait_gone(('dialog', 'alert'))
    focus(app, f'Escape from {name}')
