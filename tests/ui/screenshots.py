#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev screenshots DIR [SECTION…]: a PNG of every section, in French and English, wide and narrow, light and dark.

The names are LANGUAGE-SIZE-STYLE-NUMBER-SECTION.png, so that a listing puts side by side what belongs together.
"""

import itertools
import sys
from pathlib import Path

from driver import Window, manifest


def main(folder, *wanted):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    sections = [section['id'] for section in manifest()['sections']]
    unknown = set(wanted) - set(sections)
    if unknown:
        sys.exit(f'no such section: {", ".join(unknown)}; there are: {", ".join(sections)}')
    failed = False
    for language, (size, shape), style in itertools.product(('fr', 'en'), (('1280x800', 'wide'), ('360x720', 'narrow')), ('light', 'dark')):
        with Window(language=language, size=size, style=style) as app:
            for number, (section, title) in enumerate(zip(sections, app.sections()), 1):
                if wanted and section not in wanted:
                    continue
                path = folder / f'{language}-{shape}-{style}-{number:02}-{section}.png'
                try:
                    app.go_to(title)
                    app.desktop.session.point(app.desktop.width - 1, app.desktop.height - 1)
                    app.picture(path)
                    print(path, flush=True)
                except Exception as problem:
                    failed = True
                    print(f'{path}: {problem}', file=sys.stderr)
    return failed


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
