#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What we publish is installed into empty Flatpak installations: from its reference, from the single file, and from a USB key without internet.

A repository on this disk stands for Flathub: it has the runtime of the installation under test, signed by a key of its own.
"""

import atexit
import configparser
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from driver import SOURCE, check, run, test
from driver.sandbox import FLATPAK
from publishing import Installation, Publisher, run_checked

ARCHITECTURE = os.uname().machine
APP = f'app/{FLATPAK}/{ARCHITECTURE}/stable'
EXTENSION = f'{FLATPAK}.Pack.association-exemple'
place = Path(tempfile.mkdtemp(prefix='territoires-', dir='/var/tmp'))
atexit.register(shutil.rmtree, place, ignore_errors=True)
ours, flathub = Publisher(place / 'ours'), Publisher(place / 'flathub')
atexit.register(ours.stop)
atexit.register(flathub.stop)
WEB, PACKS, KEY = place / 'web', place / 'packs', place / 'clé USB'
online, offline = Installation(place / 'online'), Installation(place / 'offline', offline=True)
tested = Installation()
RUNTIME = tested.flatpak('info', '--show-runtime', FLATPAK).strip()


def publish_runtime():
    """Instead of Flathub: the runtime that is installed, in a repository with a collection id."""
    origin = tested.flatpak('info', '--show-origin', RUNTIME).strip()
    url = next(line.split()[1] for line in tested.flatpak('remotes', '--columns=name,url').splitlines() if line.split()[0] == origin)
    source = url.removeprefix('file://') if url.startswith('file://') else tested.folder / 'repo'
    repo = place / 'flathub/repo'
    run_checked('ostree', 'init', f'--repo={repo}', '--mode=archive', '--collection-id=org.flathub.Stable')
    sign = [f'--gpg-sign={flathub.key}', f'--gpg-homedir={flathub.home}']
    run_checked('flatpak', 'build-commit-from', *sign, '--no-update-summary', f'--src-repo={source}', repo, f'runtime/{RUNTIME}')
    run_checked('flatpak', 'build-update-repo', *sign, '--title=Flathub', '--deploy-sideload-collection-id', repo)
    key = subprocess.run(['gpg', '--homedir', flathub.home, '--export', flathub.key], capture_output=True, check=True).stdout
    (place / 'flathub.gpg').write_bytes(key)
    encoded = run_checked('base64', '-w0', place / 'flathub.gpg')
    file = place / 'flathub.flatpakrepo'
    file.write_text(f'[Flatpak Repo]\nTitle=Flathub\nUrl={repo.as_uri()}\nGPGKey={encoded}\nDeploySideloadCollectionID=org.flathub.Stable\n')
    return file


def publish_app(build):
    ours.publish('app', build, FLATPAK, '--runtime-repo', (place / 'flathub.flatpakrepo').as_uri(), WEB)


def check_runs(installation):
    """It starts in its sandbox, speaks French and has its pack."""
    said = installation.look('territoires --version; LC_ALL=fr_FR.UTF-8 territoires-pack --help; ls /app/share/territoires/packs')
    check('Commandes' in said or 'commande' in said, f'it speaks no French: {said}')
    check('innovation-territoriale' in said, f'its pack is missing: {said}')
    check(FLATPAK in said or '0.' in said, f'it tells no version: {said}')


@test()
def a_delivery_is_signed_and_has_deltas():
    publish_runtime()
    publish_app(os.environ['TER_FLATPAK_REPO'])
    names = {path.name for path in WEB.iterdir()}
    check(names == {'repo', 'Territoires.flatpak', 'Territoires.flatpakref', 'territoires.flatpakrepo', 'make-key'}, f'there are {names}')
    repo = WEB / 'repo'
    check((repo / 'summary.sig').exists(), 'its list is not signed')
    shown = run_checked('ostree', 'show', f'--repo={repo}', APP)
    check('Found 1 signature' in shown and ours.key[-16:] in shown, f'it is not signed by our key: {shown}')
    check(run_checked('ostree', 'static-delta', 'list', f'--repo={repo}').strip(), 'it has no delta')
    refs = run_checked('ostree', 'refs', f'--repo={repo}').split()
    check(not any('Debug' in name or 'Sources' in name for name in refs), f'it has more than the app: {refs}')
    reference = configparser.ConfigParser()
    reference.read(WEB / 'Territoires.flatpakref')
    check(len(reference['Flatpak Ref']['GPGKey']) > 100, 'the reference has no key')


@test()
def it_is_installed_from_its_reference():
    online.folder.mkdir()
    online.install('--from', WEB / 'Territoires.flatpakref')
    check(APP.removeprefix('app/') in online.list(), f'installed: {online.list()}')
    config = (online.folder / 'repo/config').read_text()
    check('gpg-verify=false' not in config and 'gpg-verify-summary=false' not in config, f'signatures are not looked at: {config}')
    check_runs(online)


@test()
def what_another_key_has_signed_is_refused():
    stranger = Publisher(place / 'stranger')
    forged = place / 'forged'
    shutil.copytree(WEB, forged, symlinks=True)
    shutil.rmtree(forged / 'repo')
    run_checked('ostree', 'init', f'--repo={forged}/repo', '--mode=archive')
    sign = [f'--gpg-sign={stranger.key}', f'--gpg-homedir={stranger.home}']
    run_checked('flatpak', 'build-commit-from', *sign, '--no-update-summary', f'--src-repo={WEB}/repo', forged / 'repo', APP)
    run_checked('flatpak', 'build-update-repo', *sign, forged / 'repo')
    stranger.stop()
    reference = (WEB / 'Territoires.flatpakref').read_text().replace((WEB / 'repo').as_uri(), (forged / 'repo').as_uri())
    (forged / 'Territoires.flatpakref').write_text(reference)
    elsewhere = Installation(place / 'elsewhere')
    done = subprocess.run(['flatpak', 'install', '-v', '--user', '--noninteractive', '--no-deps', '--from', forged / 'Territoires.flatpakref'],
                          env=os.environ | {'FLATPAK_USER_DIR': str(elsewhere.folder)}, capture_output=True, text=True, timeout=120)
    check(done.returncode != 0 and 'public key not found' in done.stderr, f'it is not refused for its signature: {done.stderr}')


@test()
def a_key_installs_it_where_there_is_no_internet():
    ours.publish('pack', FLATPAK, SOURCE / 'flatpak/example-pack', PACKS)
    online.install('--from', PACKS / 'association-exemple.flatpakref')
    plug_key()
    make_key()
    # From now on nothing but the key: not even by a file's address.
    with hidden(WEB, PACKS, place / 'flathub'):
        offline.folder.mkdir()
        install_from_key()
        check({APP.removeprefix('app/'), f'{EXTENSION}/{ARCHITECTURE}/1'} <= offline.list(), f'installed: {offline.list()}')
        check_runs(offline)
        offline.look('test -f /app/share/packs/association-exemple/packs/association-exemple/datapackage.json')


@test()
def a_later_key_brings_the_update():
    newer = place / 'newer'
    shutil.copytree(SOURCE / 'flatpak/example-pack', newer)
    manifest = newer / 'datapackage.json'
    manifest.write_text(manifest.read_text().replace('"version": "1.0.0"', '"version": "1.2.0"'))
    ours.publish('pack', FLATPAK, newer, PACKS)
    online.flatpak('update', '--noninteractive')
    make_key()
    with hidden(WEB, PACKS, place / 'flathub'):
        install_from_key()
        offline.look('grep -q \'"version": "1.2.0"\' /app/share/packs/association-exemple/packs/association-exemple/datapackage.json')


@test()
def the_single_file_installs_on_the_runtime_of_the_key():
    with hidden(WEB / 'repo', PACKS / 'repo', place / 'flathub'):
        offline.flatpak('uninstall', '--noninteractive', EXTENSION, FLATPAK)
        offline.install(WEB / 'Territoires.flatpak')
        check_runs(offline)
        offline.install(PACKS / 'association-exemple.flatpak')
        offline.look('test -f /app/share/packs/association-exemple/packs/association-exemple/datapackage.json')


@test()
def what_came_as_a_single_file_is_updated_from_the_repository():
    build, more = place / 'build', place / 'more/files/share/territoires'
    shutil.copytree(os.environ['TER_FLATPAK_REPO'], build)
    more.mkdir(parents=True)
    (more / 'suite.txt').write_text('La suite.\n')
    run_checked('ostree', 'commit', f'--repo={build}', f'--branch={APP}', f'--parent={run_checked("ostree", "rev-parse", f"--repo={build}", APP).strip()}',
                f'--tree=ref={APP}', f'--tree=dir={place}/more', '--subject=Suite', '--canonical-permissions', '--no-xattrs',
                '--keep-metadata=xa.metadata', '--keep-metadata=xa.installed-size', '--keep-metadata=xa.download-size')
    publish_app(build)
    offline.offline = False
    offline.flatpak('update', '--noninteractive', FLATPAK)
    check('La suite' in offline.look('cat /app/share/territoires/suite.txt'), 'it is as before')
    check_runs(offline)


class hidden:
    """Folders that are elsewhere for a while."""

    def __init__(self, *folders):
        self.folders = folders

    def __enter__(self):
        for folder in self.folders:
            folder.rename(folder.with_name(folder.name + ' (away)'))

    def __exit__(self, *exception):
        for folder in self.folders:
            folder.with_name(folder.name + ' (away)').rename(folder)


def plug_key():
    """As keys are sold: exFAT, where there are no links and no permissions. A folder where nothing can be mounted."""
    image = place / 'key.img'
    KEY.mkdir()
    with open(image, 'wb') as file:
        file.truncate(3 << 30)
    run_checked('mkfs.exfat', '-q', image)
    loop = subprocess.run(['losetup', '--find', '--show', image], capture_output=True, text=True)
    if loop.returncode:
        print('# nothing can be mounted here: the key is a folder', flush=True)
        return
    device = loop.stdout.strip()
    atexit.register(subprocess.run, ['losetup', '--detach', device])
    run_checked('mount.exfat-fuse', device, KEY)
    atexit.register(subprocess.run, ['umount', KEY])


def make_key():
    run_checked('sh', WEB / 'make-key', KEY, env=os.environ | {'FLATPAK_USER_DIR': str(online.folder)})


def install_from_key():
    run_checked('bwrap', '--dev-bind', '/', '/', '--unshare-net', '--', 'sh', KEY / 'installer.sh', env=os.environ | {'FLATPAK_USER_DIR': str(offline.folder)})


run()
