# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold on every screen. Each check returns a list of sentences, one a problem."""

import functools
import json
import re
import subprocess
import time

from PIL import Image

from .desktop import Failure
from .window import PACKS, SOURCE

BAD_LOG = re.compile(r'.*(?:-CRITICAL \*\*|-ERROR \*\*|-WARNING \*\*|AddressSanitizer|LeakSanitizer|runtime error:).*')
# Said by libraries about the bare desktop of the tests, whatever the program.
KNOWN_LOG = re.compile(r'Unable to acquire|No IM module|dconf|cannot open display|Vulkan|GVFS|gvfs|at-spi')
# Left untranslated by libadwaita 1.7 itself.
LIBRARY_ENGLISH = {'Close'}
ENGLISH = re.compile(r"\b(the|of|and|with|from|your|this|that|these|are|is|was|by|for|open|close|search|back|settings|show|hide|save|"
                     r"copy|about|shortcuts?|keyboard|loading|nothing|found|failed|cannot|results|more|less)\b", re.IGNORECASE)

MEASURED = {'label', 'scroll pane'}  # besides controls and windows


def alive(app):
    problems = [line for line in BAD_LOG.findall(app.log()) if not KNOWN_LOG.search(line)]
    if app.process.poll():
        problems.append(f'the program has ended with status {app.process.returncode}')
    if problems:
        raise Failure('\n'.join(dict.fromkeys(problems)) + '\n' + app.log()[-2000:])


def screen(app):
    nodes = app.nodes()
    alive(app)
    extents = extents_of(app, nodes)
    return names(app, nodes) + clipping(app, nodes, extents) + contrast(app, nodes, extents) + words(app, nodes)


def extents_of(app, nodes):
    """node → its place in its window, for windows, what scrolls, controls and labels: about half of all nodes."""
    return app.tree.extents_of([node for node in nodes if node.is_control or node.role in MEASURED or node.window is node])


def names(app, nodes):
    """Each control that can have the focus has a name that says what it is; each picture says what it shows."""
    problems = []
    for node in nodes:
        if node.is_control and not node.name.strip():
            problems.append(f'without a name: {where(node)}')
        if node.is_control and re.search(r'-symbolic$|\.(svg|png)$', node.name):
            problems.append(f'named like a file: {where(node)}')
    return problems


def clipping(app, nodes, extents=None):
    """The window is no larger than its screen; no control or label reaches out of the window's sides."""
    extents = extents or extents_of(app, nodes)
    problems, bad = [], set()
    for node in nodes:
        if node.window is node and node.role == 'frame':
            width, height = (extents[node] or (0, 0, 0, 0))[2:]
            if width > app.desktop.width or height > app.desktop.height:
                problems.append(f'the window needs {width}×{height}, there is {app.size}')
        elif node.is_control or node.role == 'label' and node.name:
            # A wide table scrolls sideways.
            if any(a.role in ('menu', 'table', 'tree table') or a in bad for a in node.ancestors()):
                continue
            own, frame = extents[node], extents.get(node.window)
            if own and frame and own[2] > 1 and (own[0] < frame[0] - 1 or own[0] + own[2] > frame[0] + frame[2] + 1):
                bad.add(node)
                problems.append(f'clipped, from {own[0]} to {own[0] + own[2]} in a window {frame[2]} wide: {where(node)}')
    return problems


def contrast(app, nodes, extents):
    """Text stands out from what is behind it: 4.5 to 1 (WCAG 2.2, 1.4.3), 3 to 1 when it is large."""
    path = app.desktop.folder / 'contrast.ppm'
    app.picture(path)
    picture = Image.open(path).convert('RGB')
    problems, windows = [], app.desktop.session.windows()
    for node in nodes:
        if node.role != 'label' or not node.name.strip() or not node.is_sensitive:
            continue
        area = app.place(node, extents, windows)[0]
        if area is None or area[2] < 8 or area[3] < 8:
            continue
        x, y, width, height = area
        ratio = text_contrast(picture.crop((x, y, x + width, y + height)))
        if ratio < (3 if 24 <= height < 60 and '\n' not in node.name else 4.5):
            problems.append(f'contrast of {ratio:.1f} to 1: {where(node)}')
    return problems


def text_contrast(crop):
    """Between the commonest colour and the one that the strongest thousandth of the pixels reaches: edges are smoothed, cores are not."""
    counts = crop.getcolors(crop.width * crop.height)
    back = luminance(max(counts)[1]) + .05
    lights = [(luminance(colour) + .05, count) for count, colour in counts]
    strongest = sorted([(light / back if light > back else back / light, count) for light, count in lights], reverse=True)
    enough = max(6, crop.width * crop.height // 1000)
    for value, count in strongest:
        enough -= count
        if enough <= 0:
            return value
    return 1.0


@functools.cache
def luminance(colour):
    linear = [c / 12.92 if c <= .04045 else ((c + .055) / 1.055) ** 2.4 for c in (value / 255 for value in colour)]
    return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2]


def where(node):
    path = [a.name or a.role for a in node.ancestors() if a.name or a.role not in ('panel', 'filler', 'grouping')]
    return f'{node!r} in {" < ".join(path[:4])}'


# -- words ---------------------------------------------------------------------------------------------------------


@functools.cache
def translations():
    """English source string → French, from po/fr.po, where they differ."""
    text = subprocess.run(['msgcat', '--no-wrap', str(SOURCE / 'po/fr.po')], capture_output=True, text=True).stdout
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE)
    return {unquote(source): unquote(french) for source, french in pairs if source != french and '%' not in source}


def unquote(text):
    return json.loads(f'"{text}"')


@functools.cache
def pack_texts():
    """All texts of the packs, as one: what comes from a pack is its author's language."""
    files = [path for path in PACKS.rglob('*') if path.suffix in ('.json', '.md', '.csv') and path.stat().st_size < 4_000_000]
    return '\n'.join(plain(path.read_text(errors='replace')) for path in files)


@functools.cache
def is_pack_text(text):
    return plain(text) in pack_texts()


def plain(text):
    return re.sub(r'[\s\u00a0\u202f]+', ' ', text.replace('\\n', ' ').replace('\\"', '"'))


def words(app, nodes):
    """No English in the French window that does not come from a pack, and no French source in the English one."""
    table = translations()
    forbidden = set(table) if app.language == 'fr' else set(table.values()) - set(table)
    problems = []
    for node in nodes:
        if node.parent is None or node.parent.parent is None:
            continue
        for text in {node.name, node.description} - {''}:
            if text in LIBRARY_ENGLISH or is_pack_text(text):
                continue
            if text in forbidden:
                problems.append(f'not in the language of the window: “{text}”, {where(node)}')
            elif app.language == 'fr' and len(set(w.lower() for w in ENGLISH.findall(text))) >= (1 if len(text.split()) < 4 else 2):
                if not re.search(r'\b(le|la|les|des|du|un|une|et|en|pour|dans)\b', text, re.IGNORECASE):
                    problems.append(f'English? “{text}”, {where(node)}')
    return problems


# -- keyboard ------------------------------------------------------------------------------------------------------

# Inside these the arrow keys move: Tab enters them once.
ARROWS = ('list', 'list box', 'page tab list', 'table', 'tree', 'tree table', 'menu', 'radio group', 'tool bar')
# Tab passes by the buttons of the window and libadwaita's back button; Alt+Left and the window's own keys do their work.
PASSED_BY = {'Close', 'Minimize', 'Maximize', 'Restore', 'Back', 'Fermer', 'Minimiser', 'Réduire', 'Maximiser', 'Restaurer', 'Retour'}

MOST_LINKS = 20  # of one paragraph


def tab_round(app):
    """Tab goes round without being trapped, and comes to every control or to the list it is in."""
    known = {node.address: node for node in app.nodes()}
    wanted = [n for n in known.values() if n.is_control and n.name not in PASSED_BY]
    visited, problems = [], []
    lost = stays = 0
    for _ in range(6 * len(wanted) + 60):
        app.desktop.session.input.press('Tab')
        node = focus_among(app, known)
        if node is None:
            lost += 1
            if lost > 3:
                return [f'the focus is lost after {visited[-1] if visited else "the first Tab"}']
            continue
        if visited and node == visited[-1]:
            stays += 1
            if stays < MOST_LINKS:  # Tab goes from link to link in a text, which is one object
                continue
            app.press('ctrl+Tab')
            if focus_among(app, known) == node:
                if len(visited) == 1 and len(wanted) < 2:  # the only control of the screen
                    break
                return [f'Tab does not leave {where(node)}']
            node = focus_among(app, known) or node
        if node in visited:
            if holder(node) != holder(visited[0]) and node != visited[0]:
                problems.append(f'Tab circles from {visited[-1]!r} back to {node!r}, without {visited[0]!r}')
            break
        visited.append(node)
        stays = 0
    else:
        problems.append('Tab does not come round')
    near = set(visited) | {holder(node) for node in visited} - {None}
    for node in wanted:
        if node not in near and not any(a in near for a in node.ancestors()) and not any(v.within(node) for v in visited):
            problems.append(f'out of reach for Tab: {where(node)}')
    return problems


def focus_among(app, known):
    """What has the focus now."""
    for _ in range(4):
        node = app.focused()
        if node:
            return known.get(node.address, node)
        time.sleep(.1)
    return None


def holder(node):
    if node.role == 'radio button':  # Tab comes to the chosen one, the arrow keys to the others
        return next(iter(node.ancestors()), None)
    return next((a for a in node.ancestors() if a.role in ARROWS), None)
