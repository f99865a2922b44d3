# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of publishing share: a key of the day, flatpak/publish, and Flatpak installations of their own."""

import os
import subprocess
from pathlib import Path

from driver import BUILD, SOURCE, check
from driver.sandbox import FLATPAK

NOWHERE = ['bwrap', '--dev-bind', '/', '/', '--unshare-net', '--']  # a PC without internet


def run_checked(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=600, **options)
    check(done.returncode == 0, f'{" ".join(map(str, words))} ended with status {done.returncode}:\n{done.stdout[-1500:]}{done.stderr[-1500:]}')
    return done.stdout


class Publisher:
    """Who has a GPG key, made for the occasion in a folder of its own."""

    def __init__(self, folder):
        self.folder, self.home = Path(folder), Path(folder) / 'gnupg'
        self.home.mkdir(mode=0o700, parents=True)
        run_checked('gpg', '--homedir', self.home, '--batch', '--passphrase', '', '--quick-generate-key', 'Essai <essai@example.org>', 'ed25519', 'sign', 'never')
        listed = run_checked('gpg', '--homedir', self.home, '--batch', '--with-colons', '--list-keys')
        self.key = next(line.split(':')[9] for line in listed.splitlines() if line.startswith('fpr'))

    def publish(self, *words, url=None):
        """@words: kind, what, and last the folder to publish in."""
        target = Path(words[-1])
        path = f'{BUILD}/src/cli:{os.environ["PATH"]}'
        return run_checked(SOURCE / 'flatpak/publish', *words, '--url', url or (target / 'repo').as_uri(), '--key', self.key, '--gpg-home', self.home,
                           env=os.environ | {'PATH': path})

    def stop(self):
        subprocess.run(['gpgconf', '--homedir', str(self.home), '--kill', 'all'], capture_output=True)


class Installation:
    """Flatpak's own folder of a user: a new one, or the one with the app."""

    def __init__(self, folder=None, offline=False):
        self.folder, self.offline = Path(folder or os.environ['FLATPAK_USER_DIR']), offline

    def flatpak(self, *words):
        # Without a message bus: no portal is asked to hold anything for it.
        env = {name: value for name, value in os.environ.items() if name != 'DBUS_SESSION_BUS_ADDRESS'} | {'FLATPAK_USER_DIR': str(self.folder)}
        return run_checked(*(NOWHERE if self.offline else []), 'flatpak', words[0], '--user', *words[1:], env=env)

    def install(self, *words):
        return self.flatpak('install', '--noninteractive', *words)

    def list(self):
        return set(self.flatpak('list', '--columns=ref').split())

    def look(self, script):
        """Runs a script in the app's sandbox."""
        return self.flatpak('run', '--command=bash', FLATPAK, '-c', script)
