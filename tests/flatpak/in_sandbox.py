#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""in_sandbox.py PROGRAM [ARGUMENT…]: runs a test where an installed Flatpak is to be tested, and skips it elsewhere."""

import os
import sys

if not os.environ.get('TER_FLATPAK'):
    print('1..0 # SKIP only in ./dev flatpak test')
    sys.exit()
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
