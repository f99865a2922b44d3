#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and signatures as an author meets them: keygen, sign, verify. Usage: test-keys.py TERRITOIRES-PACK SOURCE-DIR"""

import json
import os
import pty
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import termios
import time
import zipfile
from pathlib import Path

from tap import run_tests, test

PROGRAM, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
MINIMAL = SOURCE / 'tests/corpus/packs/valid/minimal'
PASSPHRASE = 'rivière et vallée'


def run(*arguments, folder=None, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8', timeout=120, cwd=folder,
                          stdin=subprocess.DEVNULL, start_new_session=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': '', **environment})
    return done.returncode, done.stdout, done.stderr


def on_terminal(lines, *arguments, folder):
    """Runs it on a terminal of its own, and types a line at each question; gives the status and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(LC_ALL='C.UTF-8', LANGUAGE='')
        os.execv(PROGRAM, [PROGRAM, *map(str, arguments)])
    shown, typed = '', 0
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece.decode('utf-8', 'replace')
        if len(re.findall(r'passphrase: |once more: ', shown, re.I)) > typed and typed < len(lines):
            deadline = time.monotonic() + 20
            while termios.tcgetattr(terminal)[3] & termios.ECHO and time.monotonic() < deadline:
                time.sleep(.01)
            os.write(terminal, (lines[typed] + '\n').encode())
            typed += 1
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown


class Place:
    """A folder with a pack in it, and, when it is asked for, keys."""

    def __init__(self, keys=True, name_key=True):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.pack = self.path / 'pack'
        shutil.copytree(MINIMAL, self.pack)
        self.manifest = self.pack / 'datapackage.json'
        self.signature = self.pack / 'datapackage.json.sig'
        if keys:
            self.key = self.make('river')
            if name_key:
                self.name(self.key)

    def make(self, name):
        status, _, err = run('keygen', name, '--no-passphrase', folder=self.path)
        assert status == 0, err
        return (self.path / f'{name}.pub').read_text().splitlines()[1]

    def name(self, key):
        self.manifest.write_text(json.dumps({**json.loads(self.manifest.read_text()), 'publisher': {'key': key}}, indent=1))

    def sign(self, *arguments):
        return run('sign', 'pack', '--key', 'river.sec', *arguments, folder=self.path)

    def verify(self, *arguments):
        return run('verify', 'pack', *arguments, folder=self.path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()


@test
def keys_are_written_once_and_for_their_owner_alone():
    with Place(keys=False) as place:
        status, out, err = run('keygen', 'river', '--no-passphrase', folder=place.path)
        assert (status, err) == (0, ''), err
        secret, public = place.path / 'river.sec', place.path / 'river.pub'
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        key = public.read_text().splitlines()[1]
        assert f'"publisher": {{"key": "{key}"}}' in out, out
        assert public.read_text().splitlines()[0] == 'untrusted comment: river public key'
        before = secret.read_text(), public.read_text()
        for gone in (None, secret):
            if gone:
                gone.unlink()
            status, _, err = run('keygen', 'river', '--no-passphrase', folder=place.path)
            assert status == 2 and 'never written over' in err, err
        assert public.read_text() == before[1] and not secret.exists()


@test
def a_link_is_not_followed():
    with Place(keys=False) as place:
        (place.path / 'river.sec').symlink_to(place.path / 'elsewhere')
        assert run('keygen', 'river', '--no-passphrase', folder=place.path)[0] == 2
        assert not (place.path / 'elsewhere').exists() and not (place.path / 'river.pub').exists()


@test
def a_signed_pack_verifies():
    with Place() as place:
        status, out, err = place.sign()
        assert (status, err) == (0, ''), (out, err)
        assert place.signature.read_text().splitlines()[0] == 'untrusted comment: verify with river.pub'
        status, out, err = place.verify()
        assert (status, out.splitlines()[0], err) == (0, 'Intact, unknown signer', ''), (status, out, err)
        assert place.key in out
        status, out, _ = place.verify('--key', 'river.pub')
        assert (status, out.splitlines()[0]) == (0, 'Intact, signed by “river.pub”'), out
        assert run('validate', '--strict', place.pack)[:2] == (0, 'The pack is sound.\n')


@test
def nothing_is_signed_before_the_manifest_names_the_key():
    with Place(name_key=False) as place:
        before = place.manifest.read_bytes()
        status, _, err = place.sign()
        assert status == 1 and f'"publisher": {{"key": "{place.key}"}}' in err, err
        place.name(place.make('other'))
        status, _, err = place.sign()
        assert status == 1 and 'names another key' in err and place.key in err, err
        assert not place.signature.exists() and before != place.manifest.read_bytes()


@test
def nothing_is_signed_that_is_not_as_listed():
    with Place() as place:
        file = next((place.pack / 'content').iterdir())
        file.write_text(file.read_text() + '\n')
        status, out, err = place.sign()
        assert status == 1 and '[file-size]' in out and 'nothing was signed' in err, (out, err)
        place.manifest.write_text('{"a": 1, "a": 2}')
        assert place.sign()[0] == 1
        assert not place.signature.exists()


@test
def damage_is_named():
    with Place() as place:
        assert place.sign()[0] == 0
        file = next((place.pack / 'content').iterdir())
        text = file.read_text()
        file.write_text(text.replace('a', 'b', 1))
        status, out, _ = place.verify('--key', 'river.pub')
        assert status == 1 and '[file-hash]' in out and f'content/{file.name}' in out and '\nDamaged: ' in out, out
        file.unlink()
        status, out, _ = place.verify()
        assert status == 1 and '[file-missing]' in out and 'Intact' not in out, out
        file.write_text(text)
        assert place.verify()[0] == 0
        (place.pack / 'more.txt').write_text('more')
        status, out, _ = place.verify()
        assert status == 1 and '[file-unlisted]' in out, out


@test
def a_changed_manifest_a_changed_signature_and_none_are_told():
    with Place() as place:
        assert place.sign()[0] == 0
        sound, signature = place.manifest.read_text(), place.signature.read_text()
        place.manifest.write_text(sound.replace('"1.0.0"', '"1.0.1"'))
        status, out, _ = place.verify()
        assert (status, out) == (1, 'Damaged, or changed after it was signed\n'), out
        place.manifest.write_text(sound)
        for text in ('', '\0', signature[:-5], signature + 'x' * 9000, signature + '\0', '\0' + signature, signature.replace('RW', 'RX')):
            place.signature.write_text(text)
            status, out, _ = place.verify()
            assert (status, out) == (1, 'Damaged, or changed after it was signed\n'), (text, out)
        place.signature.unlink()
        status, out, _ = place.verify()
        assert (status, out) == (1, 'Not signed\n'), out


@test
def another_key_is_told():
    with Place() as place:
        assert place.sign()[0] == 0
        place.make('other')
        status, out, _ = place.verify('--key', 'other.pub')
        assert status == 1 and out.startswith('Intact, but signed with another key\n'), out
        report = json.loads(place.verify('--key', 'other.pub', '--json')[1])
        assert (report['verified'], report['signature'], report['key']) == (False, 'other-key', place.key), report


@test
def an_archive_verifies_too():
    with Place() as place:
        assert place.sign()[0] == 0
        names = [path for path in sorted(place.pack.rglob('*')) if path.is_file()]

        def archive(contents):
            with zipfile.ZipFile(place.path / 'river.tpack', 'w', zipfile.ZIP_DEFLATED) as file:
                for path in names:
                    file.writestr(str(path.relative_to(place.pack)), contents(path))
            return run('verify', 'river.tpack', '--key', 'river.pub', folder=place.path)

        status, out, err = archive(Path.read_bytes)
        assert (status, out.splitlines()[0]) == (0, 'Intact, signed by “river.pub”'), (status, out, err)
        status, out, err = archive(lambda path: path.read_bytes() + (b' ' if path.suffix == '.json' and path.parent != place.pack else b''))
        assert status == 1 and '[file-size]' in out and 'Damaged: ' in out, (status, out, err)
        status, out, err = archive(lambda path: path.read_bytes() + (b' ' if path == place.manifest else b''))
        assert (status, out) == (1, 'Damaged, or changed after it was signed\n'), (status, out, err)


@test
def json_says_all_of_it():
    with Place() as place:
        assert place.sign()[0] == 0
        status, out, _ = place.verify('--json')
        assert status == 0
        assert json.loads(out) == {'verified': True, 'signature': 'sound', 'seal': 'Intact, unknown signer', 'key': place.key,
                                   'version': '1.0.0', 'expired': False, 'problems': []}, out
        file = next((place.pack / 'content').iterdir())
        file.write_text('')
        status, out, _ = place.verify('--json')
        report = json.loads(out)
        assert status == 1 and not report['verified']
        assert [(p['code'], p['file']) for p in report['problems']] == [('file-size', f'content/{file.name}')], report


@test
def a_passphrase_is_read_from_a_file():
    with Place(keys=False) as place:
        word, wrong = place.path / 'word', place.path / 'wrong'
        word.write_text(PASSPHRASE + '\nsecond line\n')
        wrong.write_text('other\n')
        status, _, err = run('keygen', 'river', '--passphrase-file', 'word', folder=place.path)
        assert status == 0, err
        place.name((place.path / 'river.pub').read_text().splitlines()[1])
        status, _, err = place.sign('--passphrase-file', 'wrong')
        assert status == 2 and 'not the right one' in err, err
        status, _, err = place.sign()
        assert status == 2 and '--passphrase-file' in err, err
        assert not place.signature.exists()
        assert place.sign('--passphrase-file', 'word')[0] == 0
        assert place.verify('--key', 'river.pub')[0] == 0
        for text in ('', '\nx\n', 'x' * 1024):
            wrong.write_text(text)
            assert run('keygen', 'brook', '--passphrase-file', 'wrong', folder=place.path)[0] == 2, text
        assert not (place.path / 'brook.sec').exists()


@test
def a_passphrase_is_typed_unseen():
    with Place(keys=False) as place:
        status, shown = on_terminal([PASSPHRASE, PASSPHRASE], 'keygen', 'river', folder=place.path)
        assert status == 0 and 'vall' not in shown, shown
        place.name((place.path / 'river.pub').read_text().splitlines()[1])
        status, shown = on_terminal([PASSPHRASE], 'sign', 'pack', '--key', 'river.sec', folder=place.path)
        assert status == 0 and 'vall' not in shown, shown
        assert place.verify('--key', 'river.pub')[0] == 0
        status, shown = on_terminal(['one', 'two'], 'keygen', 'brook', folder=place.path)
        assert status == 2 and not (place.path / 'brook.sec').exists(), shown


@test
def signify_agrees():
    if not shutil.which('signify-openbsd'):
        return 'signify-openbsd is not here'
    with Place() as place:
        assert place.sign()[0] == 0
        command = ['signify-openbsd', '-V', '-q', '-p', '../river.pub', '-x', 'datapackage.json.sig', '-m', 'datapackage.json']
        assert subprocess.run(command, cwd=place.pack, check=False).returncode == 0
        place.manifest.write_text(place.manifest.read_text() + ' ')
        assert subprocess.run(command, cwd=place.pack, check=False, stderr=subprocess.DEVNULL).returncode != 0
        place.signature.unlink()
        subprocess.run(['signify-openbsd', '-S', '-s', '../river.sec', '-x', 'datapackage.json.sig', '-m', 'datapackage.json'], cwd=place.pack, check=True)
        assert place.verify('--key', 'river.pub')[0] == 0
    return None


@test
def what_cannot_be_run_exits_with_2():
    with Place() as place:
        (place.path / 'empty').mkdir()
        (place.path / 'text').write_text('x' * 5000)
        for arguments in [('keygen',), ('keygen', 'a', 'b'), ('keygen', ''), ('keygen', '/nonexistent/x', '--no-passphrase'), ('keygen', 'x'),
                          ('keygen', 'x', '--no-passphrase', '--passphrase-file', 'text'), ('keygen', 'x', '--passphrase-file', 'nonexistent'),
                          ('sign',), ('sign', 'pack'), ('sign', 'pack', '--key', 'nonexistent'), ('sign', 'pack', '--key', 'river.pub'),
                          ('sign', 'pack', '--key', 'text'), ('sign', 'nonexistent', '--key', 'river.sec'), ('sign', 'empty', '--key', 'river.sec'),
                          ('sign', 'https://example.org/', '--key', 'river.sec'), ('verify',), ('verify', 'a', 'b'), ('verify', 'nonexistent'),
                          ('verify', 'empty'), ('verify', 'pack', '--key', 'river.sec'), ('verify', 'pack', '--key', 'nonexistent')]:
            status, out, err = run(*arguments, folder=place.path)
            assert status == 2 and out == '' and err.startswith('territoires-pack: '), (arguments, status, out, err)
        assert not (place.path / 'x.sec').exists()


@test
def help_is_given():
    for command in ('keygen', 'sign', 'verify'):
        status, out, _ = run(command, '--help')
        assert status == 0 and f'territoires-pack {command}' in out, out
        assert command in run('--help')[1]


run_tests()
