#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes archives into a folder, hostile and sound, with list.txt: NAME, a tab, and the code that the reader must give, or "sound".
Usage: make-archives.py FOLDER

Every name begins with its code; what follows says how it is made. Large ones are mostly holes, and take no place on the disk."""

import io
import random
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

MANIFEST = b'{"format": [1, 0], "name": "sample"}\n'
TEXT = b'Une rivi\xc3\xa8re, deux rives.\n' * 40
UNIX = 3 << 8 | 20
# The one table of limits.
LIMITS_TABLE = (Path(__file__).resolve().parents[3] / 'src/core/base/ter-limits.h').read_text()


def limit(name):
    value = re.search(rf'^#define {name}\s+(.*?)\s*(?:/\*.*)?$', LIMITS_TABLE, re.MULTILINE)[1]
    product = 1
    for factor in value.strip('()').split(' * '):
        product *= int(factor.rstrip('ul'))
    return product


def deflate(data):
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


class Item:
    """An entry, told honestly unless a value is given: VALUE for both headers, local_VALUE for the local one alone."""

    def __init__(self, name='content/text.md', data=TEXT, method=8, descriptor=None, listed=True, local=True, hole=0, offset=None,
                 tail=b'', **lies):
        self.name = name.encode() if isinstance(name, str) else name
        self.packed = lies.pop('packed', deflate(data) if method == 8 else data)
        self.descriptor, self.listed, self.local, self.hole, self.offset, self.tail = descriptor, listed, local, hole, offset, tail
        flags = 8 if descriptor else 0
        self.values = {'made': UNIX, 'needs': 20, 'flags': flags, 'method': method, 'crc': zlib.crc32(data), 'packed_size': len(self.packed) + hole,
                       'size': len(data), 'name': self.name, 'extra': b'', 'comment': b'', 'disk': 0, 'attributes': (stat.S_IFREG | 0o644) << 16}
        if descriptor:
            lies = {'local_crc': 0, 'local_packed_size': 0, 'local_size': 0, **lies}
        self.lies = lies

    def value(self, name, local=False):
        default = self.lies.get(name, self.values.get(name))
        return self.lies.get('local_' + name, default) if local else default

    def local_header(self):
        def get(name):
            return self.value(name, True)
        return struct.pack('<IHHHHHIIIHH', 0x04034b50, get('needs'), get('flags'), get('method'), 0, 0x21, get('crc'), get('packed_size'),
                           get('size'), len(get('name')), len(get('extra'))) + get('name') + get('extra')

    def list_entry(self):
        get = self.value
        return struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, get('made'), get('needs'), get('flags'), get('method'), 0, 0x21, get('crc'),
                           get('packed_size'), get('size'), len(get('name')), len(get('extra')), len(get('comment')), get('disk'), 0,
                           get('attributes'), self.offset) + get('name') + get('extra') + get('comment')

    def describe(self):
        if not self.descriptor:
            return b''
        record = struct.pack('<III', *(self.lies.get('described_' + name, self.value(name)) for name in ('crc', 'packed_size', 'size')))
        return (b'PK\x07\x08' if self.descriptor == 'signed' else b'') + record


def manifest(**lies):
    return Item('datapackage.json', MANIFEST, **lies)


class Archive:
    """The bytes of a ZIP of these items. A hole in the data makes a sparse file."""

    def __init__(self, *items, before=b'', between=b'', after=b'', comment=b'', shift=True, **lies):
        self.items, self.before, self.between, self.after, self.comment, self.shift, self.lies = items, before, between, after, comment, shift, lies

    def write(self, file):
        file.write(self.before)
        base = 0 if self.shift else len(self.before)
        for item in self.items:
            if not item.local:
                item.offset = item.offset or 0
                continue
            if item.offset is None:
                item.offset = file.tell() - base
            file.write(item.local_header() + item.packed)
            file.seek(item.hole, io.SEEK_CUR)
            file.write(item.describe() + item.tail)
        start = file.tell()
        listing = b''.join(item.list_entry() for item in self.items if item.listed) + self.lies.get('listing_tail', b'')
        n = self.lies.get('n', sum(item.listed for item in self.items))
        file.write(listing + self.between)
        file.write(struct.pack('<IHHHHIIH', 0x06054b50, self.lies.get('disk', 0), self.lies.get('list_disk', 0), self.lies.get('n_disk', n), n,
                               self.lies.get('list_bytes', len(listing)), self.lies.get('list_offset', start - base),
                               self.lies.get('comment_length', len(self.comment))) + self.comment + self.after)

    def bytes(self):
        file = io.BytesIO()
        self.write(file)
        return file.getvalue()


def pack(*items, **lies):
    return Archive(manifest(), *items, **lies)


samples = []


def add(name, content, code=None):
    samples.append((name, content, code or name))


def named(what, name, code='path-invalid', **lies):
    add(f'{code}-{what}', pack(Item(name, **lies)), code)


def with_mode(what, mode, code='file-not-regular', **lies):
    add(f'{code}-{what}', pack(Item(attributes=mode << 16, **lies)), code)


PLAIN = pack(Item()).bytes()


def hostile_names():
    named('nul', b'content/text.md\0.json')
    named('nul-first', b'\0')
    named('parent', '../text.md')
    named('parent-inside', 'content/../../text.md')
    named('absolute', '/etc/passwd')
    named('backslash', 'content\\text.md')
    named('drive', 'C:text.md')
    named('newline', 'content/text\n.md')
    named('escape', 'content/\x1b[31m.md')
    named('accent', 'content/fran\u00e7ais.md', flags=0x800)
    named('latin-1', b'content/fran\xe7ais.md')
    named('not-utf-8', b'content/\xff\xfe.md', flags=0x800)
    named('direction', 'content/\u202etxt.md')
    named('long-level', 'x' * 65 + '/a')
    named('five-levels', 'a/b/c/d/e')
    named('hidden', '.text.md')
    named('hidden-folder', 'content/.git/config')
    named('dot', './text.md')
    named('double-slash', 'content//text.md')
    named('empty', '')
    named('slash', '/')
    named('space', 'content/ text.md')
    named('very-long', 'x' * 60000)
    named('bad-folder', 'content/../', data=b'', method=0)
    add('path-duplicate', pack(Item(), Item()))
    add('path-duplicate-manifest', pack(manifest()), 'path-duplicate')
    add('path-duplicate-folder', pack(Item('a/', b'', method=0, attributes=0), Item('a/', b'', method=0, attributes=0)), 'path-duplicate')
    add('path-duplicate-file-is-folder', pack(Item('a'), Item('a/', b'', method=0, attributes=0)), 'path-duplicate')
    add('path-duplicate-file-is-parent', pack(Item('a/b/c'), Item('A')), 'path-duplicate')
    add('path-twin', pack(Item('a/Text.md'), Item('a/text.MD')))
    add('path-twin-manifest', pack(Item('DataPackage.json')), 'path-twin')


def hostile_kinds():
    with_mode('symlink', stat.S_IFLNK | 0o777, data=b'/etc/passwd', method=0)
    with_mode('device', stat.S_IFBLK | 0o600)
    with_mode('character-device', stat.S_IFCHR | 0o600)
    with_mode('pipe', stat.S_IFIFO | 0o600)
    with_mode('socket', stat.S_IFSOCK | 0o600)
    with_mode('symlink-made-elsewhere', stat.S_IFLNK | 0o777, made=20)
    with_mode('folder-without-slash', stat.S_IFDIR | 0o755, 'archive-header-differs')
    with_mode('file-with-slash', stat.S_IFREG | 0o644, 'archive-header-differs', name='a/', data=b'', method=0)
    add('archive-hidden-data-in-folder', pack(Item('a/', TEXT, attributes=0)), 'archive-hidden-data')
    add('archive-hidden-data-in-empty-folder', pack(Item('a/', b'', method=8, packed=b'\x03\x01', attributes=0)), 'archive-hidden-data')
    add('archive-encrypted', pack(Item(flags=1)))
    add('archive-encrypted-strong', pack(Item(flags=0x41)), 'archive-encrypted')
    add('archive-encrypted-list', pack(Item(flags=0x2000)), 'archive-encrypted')
    add('archive-encrypted-aes', pack(Item(flags=1, method=99, extra=struct.pack('<HHHHBH', 0x9901, 7, 2, 0x4541, 3, 8))), 'archive-encrypted')
    add('archive-encrypted-aes-field', pack(Item(extra=struct.pack('<HHHHBH', 0x9901, 7, 2, 0x4541, 3, 8))), 'archive-encrypted')
    for method in (1, 6, 9, 12, 14, 93, 95, 97, 98, 99):
        add(f'archive-method-{method}', pack(Item(method=method)), 'archive-method')
    add('archive-method', pack(Item(method=0xffff)))
    add('archive-method-patch', pack(Item(flags=0x20)), 'archive-method')


def hostile_zip64():
    field = struct.pack('<HHQQ', 1, 16, len(TEXT), len(deflate(TEXT)))
    end64 = struct.pack('<IQHHIIQQQQ', 0x06064b50, 44, 45, 45, 0, 0, 2, 2, 100, 100) + struct.pack('<IIQI', 0x07064b50, 0, 0, 1)
    add('archive-zip64', pack(Item(extra=field)))
    add('archive-zip64-local', pack(Item(local_extra=field)), 'archive-zip64')
    add('archive-zip64-sizes', pack(Item(packed_size=0xffffffff, size=0xffffffff)), 'archive-zip64')
    add('archive-zip64-offset', pack(Item(offset=0xffffffff)), 'archive-zip64')
    add('archive-zip64-end', pack(Item(), between=end64), 'archive-zip64')
    add('archive-zip64-count', pack(Item(), n=0xffff), 'archive-zip64')
    add('archive-zip64-list', pack(Item(), list_offset=0xffffffff), 'archive-zip64')
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w') as archive:
        archive.writestr('datapackage.json', MANIFEST)
        with archive.open('content/text.md', 'w', force_zip64=True) as out:
            out.write(TEXT)
    add('archive-zip64-forced', file.getvalue(), 'archive-zip64')


def hostile_headers():
    def differs(what, **lies):
        add(f'archive-header-differs-{what}', pack(Item(**lies)), 'archive-header-differs')
    add('archive-header-differs', pack(Item(local_name=b'content/evil.md')))
    differs('name-length', local_name=b'content/text.md2')
    differs('name-nul', local_name=b'content/tex\0.md')
    differs('method', local_method=0)
    differs('flags', local_flags=0x800)
    differs('encrypted', local_flags=1)
    differs('crc', local_crc=1)
    differs('size', local_size=3)
    differs('packed-size', local_packed_size=3)
    differs('sizes-later', local_flags=8)
    differs('descriptor-missing', flags=8)
    differs('descriptor-crc', descriptor='signed', described_crc=5)
    differs('descriptor-size', descriptor='plain', described_size=5)
    differs('descriptor-local', descriptor='signed', local_size=5)
    differs('stored-sizes', method=0, size=5)
    differs('unicode-name', extra=struct.pack('<HHBI', 0x7075, 5 + 4, 1, zlib.crc32(b'content/text.md')) + b'evil')
    differs('unicode-name-local', local_extra=struct.pack('<HHBI', 0x7075, 5 + 4, 1, zlib.crc32(b'content/text.md')) + b'evil')
    differs('link-in-extra', local_extra=struct.pack('<HHHI', 0x6c78, 7, 4, (stat.S_IFLNK | 0o777)) + b'\0')


def hostile_places():
    nested = pack(Item('a')).bytes()
    prefix = manifest().local_header() + manifest().packed
    add('archive-hidden-data', pack(Item(), before=b'#!/bin/sh\nexit\n', shift=True))
    add('archive-hidden-data-prefix', pack(Item(), before=b'#!/bin/sh\nexit\n', shift=False), 'archive-hidden-data')
    add('archive-hidden-data-suffix', pack(Item(), after=b'more'), 'archive-hidden-data')
    add('archive-hidden-data-suffix-zip', PLAIN + PLAIN, 'archive-hidden-data')
    add('archive-hidden-data-gap', pack(Item(tail=b'?' * 50), Item('b')), 'archive-hidden-data')
    add('archive-hidden-data-gap-of-12', pack(Item(tail=b'?' * 12), Item('b')), 'archive-hidden-data')
    add('archive-hidden-data-before-list', pack(Item(tail=b'?')), 'archive-hidden-data')
    add('archive-hidden-data-before-end', pack(Item(), between=b'?' * 5), 'archive-hidden-data')
    add('archive-hidden-data-descriptor-without-signature', pack(Item(descriptor='plain', tail=b'????')), 'archive-hidden-data')
    add('archive-hidden-data-descriptor-of-zip64', pack(Item(descriptor='signed', tail=b'\0' * 8)), 'archive-hidden-data')
    add('archive-hidden-data-local-only', pack(Item(), Item('b', listed=False)), 'archive-hidden-data')
    add('archive-hidden-data-two-ends', PLAIN + PLAIN[-22:], 'archive-hidden-data')
    add('archive-hidden-data-zip-in-comment', pack(Item(), comment=nested[-22:] + b'?'), 'archive-hidden-data')
    ambiguous = pack(Item(), comment=nested).bytes()
    add('archive-hidden-data-two-lists', ambiguous, 'archive-hidden-data')
    add('archive-hidden-data-empty', Archive(between=b'?', list_offset=1, list_bytes=0, before=b''), 'archive-hidden-data')
    body = b'A' * 5000
    add('archive-overlap-same-place', pack(Item(data=body), Item(data=body, offset=len(prefix), local=False,
                                                                  name='content/other')), 'archive-overlap')
    # Each file quotes the next header in its own data: many names for the same bytes.
    inner = Item('b', TEXT)
    quoted = inner.local_header() + inner.packed
    outer = Item('a', quoted, method=0)
    inner.offset = len(prefix) + len(outer.local_header())
    inner.local = False
    add('archive-overlap', pack(outer, inner))
    add('archive-overlap-list', pack(Item(packed_size=len(deflate(TEXT)) + 60)), 'archive-overlap')
    add('archive-damaged-list-only', pack(Item(), Item('b', local=False, offset=len(PLAIN))), 'archive-damaged')
    add('archive-damaged-no-header', pack(Item(packed_size=40), Item('b', local=False, offset=len(prefix) + 85)), 'archive-damaged')
    add('archive-overlap-inside', pack(Item(), Item('b', local=False, offset=1)), 'archive-overlap')


def hostile_lists():
    add('archive-damaged', pack(Item(), n=1, n_disk=1))
    add('archive-damaged-count-more', pack(Item(), n=3), 'archive-damaged')
    add('archive-damaged-count-none', pack(Item(), n=0), 'archive-damaged')
    add('archive-damaged-list-larger-than-file', pack(Item(), list_bytes=10 ** 6), 'archive-damaged')
    add('archive-damaged-list-beyond', pack(Item(), list_offset=10 ** 6), 'archive-damaged')
    add('archive-damaged-list-elsewhere', pack(Item(), list_offset=0, list_bytes=len(PLAIN) - 22), 'archive-damaged')
    add('archive-damaged-list-tail', pack(Item(), listing_tail=b'PK\5\5\0\0'), 'archive-damaged')
    add('archive-damaged-extra', pack(Item(extra=b'\x55\x54\xff\x00?')), 'archive-damaged')
    add('archive-damaged-extra-short', pack(Item(extra=b'???')), 'archive-damaged')
    add('archive-damaged-extra-local', pack(Item(local_extra=b'\x55\x54\xff\x00?')), 'archive-damaged')
    add('archive-split', pack(Item(), disk=1))
    add('archive-split-list', pack(Item(), list_disk=1), 'archive-split')
    add('archive-split-count', pack(Item(), n_disk=1), 'archive-split')
    add('archive-split-entry', pack(Item(disk=1)), 'archive-split')
    add('manifest-missing-empty-archive', Archive(), 'manifest-missing')
    add('manifest-missing-in-a-folder', Archive(Item('pack/datapackage.json', MANIFEST)), 'manifest-missing')
    add('manifest-missing-is-a-folder', Archive(Item('datapackage.json/', b'', method=0, attributes=0)), 'manifest-missing')


def hostile_data():
    packed = deflate(TEXT)

    def damaged(what, **lies):
        add(f'archive-file-damaged-{what}', pack(Item(**lies)), 'archive-file-damaged')
    add('archive-file-damaged', pack(Item(crc=1)))
    damaged('stored-crc', method=0, crc=1)
    damaged('smaller', size=len(TEXT) - 1)
    damaged('larger', size=len(TEXT) + 1)
    damaged('much-larger', size=len(packed) * 99)
    damaged('trailing', packed=packed + b'PK hidden')
    damaged('cut', packed=packed[:-5])
    damaged('no-data', packed=b'')
    damaged('not-deflate', packed=b'\xff' * len(packed))
    damaged('zlib-header', packed=zlib.compress(TEXT))
    damaged('flipped', packed=packed[:20] + bytes([packed[20] ^ 4]) + packed[21:])
    damaged('empty-blocks', packed=b'\0\0\0\xff\xff' * 20000 + packed, crc=0)
    # Small on the list, endless when unpacked.
    damaged('bomb', packed=deflate(bytes(50_000_000)), size=1000, crc=0)


def hostile_ratios():
    def zeros(n):
        data = bytes(n)
        return {'data': data, 'packed': deflate(data)}
    add('archive-ratio', pack(Item(**zeros(10_000_000))))
    add('archive-ratio-many', pack(*(Item(f'a/{i}', **zeros(1_000_000)) for i in range(3))), 'archive-ratio')
    add('archive-ratio-largest', pack(Item(size=0xfffffffe)), 'archive-ratio')


def truncated():
    large = pack(Item(data=random.Random(1).randbytes(100_000), method=0), Item('b')).bytes()
    for i, cut in enumerate([4, 10, 29, 30, 40, 60, 100, 150]):
        add(f'archive-truncated-{cut}', PLAIN[:cut], 'archive-truncated')
    for cut in (1, 5, 17, 18, 21, 22, 23, 60, 100, 120):
        add(f'archive-truncated-end-{cut}', PLAIN[:-cut], 'archive-truncated')
    add('archive-truncated', large[:50_000])
    add('archive-truncated-large-end', large[:-3], 'archive-truncated')
    add('archive-truncated-comment', pack(Item(), comment_length=5), 'archive-truncated')
    inner = Item('files/kit.odt', PLAIN, method=0)
    cut = pack(inner, Item('c', random.Random(2).randbytes(500))).bytes()
    add('archive-truncated-after-a-zip', cut[:-150], 'archive-truncated')


def no_zip():
    add('archive-not-zip-empty', b'', 'archive-not-zip')
    add('archive-not-zip', random.Random(3).randbytes(5000))
    add('archive-not-zip-short', b'PK', 'archive-not-zip')
    add('archive-not-zip-21-bytes', b'PK\5\6' + bytes(17), 'archive-not-zip')
    add('archive-not-zip-text', b'datapackage.json\n' * 100, 'archive-not-zip')
    add('archive-not-zip-7z', b'7z\xbc\xaf\x27\x1c\0\4' + bytes(200), 'archive-not-zip')
    add('archive-not-zip-gzip', b'\x1f\x8b\x08\0\0\0\0\0\0\3' + deflate(TEXT), 'archive-not-zip')
    add('archive-not-zip-rar', b'Rar!\x1a\7\1\0' + bytes(200), 'archive-not-zip')
    add('archive-not-zip-tar', b'datapackage.json'.ljust(257, b'\0') + b'ustar\0' + bytes(10000), 'archive-not-zip')
    add('archive-not-zip-zeros', bytes(70_000), 'archive-not-zip')


def sized_archive(total):
    """Of exactly this many bytes, nearly all of them a hole."""
    empty = pack(Item('files/large.bin', b'', method=0)).bytes()
    hole = total - len(empty)
    return pack(Item('files/large.bin', b'', method=0, hole=hole, size=hole))


def sized_pack(total):
    """That unpacks to this many bytes."""
    left = total - len(MANIFEST)
    sizes = [left // 2, left - left // 2]
    return pack(*(Item(f'files/{i}', b'', packed=b'', hole=size // 3, size=size) for i, size in enumerate(sizes)))


def counted(n):
    return pack(*(Item(f'files/{i}', b'x', method=0) for i in range(n - 1)))


def sized_list(total):
    """Whose list is this many bytes long."""
    n = total // 1100
    items = [Item(f'files/{i:06}', b'x', method=0, comment=b'-' * 1000) for i in range(n)]
    for item in items:
        item.offset = 0
    rest = total - sum(len(item.list_entry()) for item in items)
    manifest_item = manifest()
    manifest_item.offset = 0
    rest -= len(manifest_item.list_entry())
    for item in items:
        item.offset = None
    for item in items:
        more = min(24, rest)
        item.lies['comment'] = b'-' * (1000 + more)
        rest -= more
    while rest > 0:
        more = Item(f'more/{len(items)}', b'x', method=0, comment=b'')
        more.offset = 0
        length = len(more.list_entry())
        more.offset = None
        take = min(1024, rest - length)
        if rest - length - take not in (0,) and rest - length - take < 100:
            take -= 100
        more.lies['comment'] = b'-' * take
        items.append(more)
        rest -= length + take
    assert rest == 0, rest
    return pack(*items)


def ratio_whole(above):
    """That unpacks to as many times its size as may be, and a bit, though no file of it does."""
    packed = 18_000 + len(deflate(MANIFEST))
    rest = limit('TER_LIMIT_ARCHIVE_RATIO') * packed - len(MANIFEST) - 900_000 + above
    return pack(Item('a', size=900_000, packed=bytes(9000)), Item('b', size=rest, packed=bytes(9000)))


def limits():
    size, total, n, listing = map(limit, ('TER_LIMIT_ARCHIVE_BYTES', 'TER_LIMIT_PACK_BYTES', 'TER_LIMIT_FILES', 'TER_LIMIT_ARCHIVE_LIST_BYTES'))
    add('sound-limit-archive', sized_archive(size), 'structure')
    add('archive-too-large', sized_archive(size + 1))
    add('sound-limit-pack', sized_pack(total), 'structure')
    add('pack-too-large', sized_pack(total + 1))
    add('sound-limit-files', counted(n), 'sound')
    add('files-too-many', counted(n + 1))
    add('sound-limit-list', sized_list(listing), 'sound')
    add('archive-list-too-large', sized_list(listing + 1))
    most = limit('TER_LIMIT_ARCHIVE_NOTE_BYTES')
    for what, item in (('comment', 'comment'), ('extra', 'extra'), ('local-extra', 'local_extra')):
        def note(n, name=item):
            return pack(Item(**{name: b'-' * n if name == 'comment' else struct.pack('<HH', 0xcafe, n - 4) + bytes(n - 4)}))
        add(f'sound-limit-{what}', note(most), 'sound')
        add(f'archive-list-too-large-{what}', note(most + 1), 'archive-list-too-large')
    add('sound-limit-end-comment', pack(Item(), comment=b'-' * most), 'sound')
    add('archive-list-too-large-end-comment', pack(Item(), comment=b'-' * (most + 1)), 'archive-list-too-large')
    ratio = limit('TER_LIMIT_ARCHIVE_RATIO')
    add('sound-limit-ratio', pack(Item(size=20_000 * ratio, packed_size=20_000, packed=bytes(20_000))), 'structure')
    add('archive-ratio-above', pack(Item(size=20_000 * ratio + 1, packed_size=20_000, packed=bytes(20_000))), 'archive-ratio')
    add('sound-limit-ratio-whole', ratio_whole(0), 'structure')
    add('archive-ratio-whole', ratio_whole(1), 'archive-ratio')
    small = bytes(limit('TER_LIMIT_ARCHIVE_RATIO_FROM'))
    add('sound-limit-ratio-from', Archive(Item('datapackage.json', small)), 'sound')
    add('archive-ratio-from', Archive(Item('datapackage.json', small + b'\0')), 'archive-ratio')
    levels, letters = limit('TER_LIMIT_PATH_LEVELS'), limit('TER_LIMIT_NAME_CHARS')
    add('sound-limit-path', pack(Item('/'.join(['x' * letters] * levels))), 'sound')
    add('path-invalid-level-above', pack(Item('/'.join(['x'] * (levels + 1)))), 'path-invalid')
    add('path-invalid-letter-above', pack(Item('x' * (letters + 1))), 'path-invalid')


def by_zip(streamed):
    """By the program of that name, as an author would. None when it is not here."""
    program = shutil.which('zip')
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / 'content').mkdir()
        (root / 'datapackage.json').write_bytes(MANIFEST)
        (root / 'content/text.md').write_bytes(TEXT)
        (root / 'content/empty.md').touch()
        out = subprocess.run([program, '-q', '-r', '-' if streamed else 'a.zip', 'datapackage.json', 'content'],
                             cwd=root, check=True, stdout=subprocess.PIPE).stdout
        return out if streamed else (root / 'a.zip').read_bytes()


class Stream(io.RawIOBase):
    """Written from front to back, so that zipfile puts descriptors."""

    def __init__(self):
        super().__init__()
        self.content = b''

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)


def by_zipfile(file, folders=False, comment=b'', **options):
    with zipfile.ZipFile(file, 'w', **options) as archive:
        if folders:
            archive.mkdir('content')
            archive.mkdir('files')
        archive.writestr('datapackage.json', MANIFEST)
        archive.writestr('content/text.md', TEXT)
        archive.writestr('content/empty.md', b'')
        archive.comment = comment
    return file.getvalue() if isinstance(file, io.BytesIO) else file.content


def sound():
    def whole(what, content):
        add(f'sound-{what}', content, 'sound')
    whole('plain', PLAIN)
    whole('zipfile-stored', by_zipfile(io.BytesIO()))
    whole('zipfile-deflated', by_zipfile(io.BytesIO(), compression=zipfile.ZIP_DEFLATED))
    whole('zipfile-folders', by_zipfile(io.BytesIO(), folders=True, compression=zipfile.ZIP_DEFLATED))
    whole('zipfile-comment', by_zipfile(io.BytesIO(), comment=b'Une remarque'))
    whole('zipfile-level-9', by_zipfile(io.BytesIO(), compression=zipfile.ZIP_DEFLATED, compresslevel=9))
    whole('zipfile-streamed', by_zipfile(Stream(), compression=zipfile.ZIP_DEFLATED))
    whole('zipfile-streamed-stored', by_zipfile(Stream()))
    for streamed in (False, True):
        content = by_zip(streamed)
        if content is not None:
            whole('zip-tool-streamed' if streamed else 'zip-tool', content)
    # Two letters that weigh the same in GLib's hash of strings, again and again: 16,384 names in one slot.
    whole('names-of-one-hash', pack(*(Item('files/' + ''.join('c0' if i >> bit & 1 else 'ar' for bit in range(14)), b'x', method=0)
                                      for i in range(1 << 14))))
    whole('descriptor-signed', pack(Item(descriptor='signed'), Item('b')))
    whole('descriptor-plain', pack(Item(descriptor='plain'), Item('b')))
    whole('descriptor-sizes-in-both', pack(Item(descriptor='signed', local_crc=zlib.crc32(TEXT), local_size=len(TEXT),
                                                local_packed_size=len(deflate(TEXT)))))
    whole('manifest-alone', Archive(manifest()))
    whole('manifest-last', Archive(Item(), manifest()))
    whole('list-in-another-order', reordered())
    whole('folder-deflated', pack(Item('a/', b'', attributes=0x10, made=20)))
    whole('folder-by-ms-dos', pack(Item('a/', b'', method=0, attributes=0x10, made=20), Item('a/b', attributes=0x20, made=20)))
    whole('no-mode', pack(Item(attributes=0), Item('b', attributes=0o644 << 16)))
    whole('times-of-unix', pack(Item(extra=struct.pack('<HHBI', 0x5455, 5, 1, 0), local_extra=struct.pack('<HHBII', 0x5455, 9, 3, 0, 0))))
    whole('owner-of-unix', pack(Item(extra=struct.pack('<HHBBIBI', 0x7875, 11, 1, 4, 0, 4, 0))))
    whole('utf-8-flag', pack(Item(flags=0x800)))
    whole('empty-files', pack(Item('a', b'', method=0), Item('b', b'')))
    whole('zip-inside', pack(Item('files/kit.odt', PLAIN, method=0)))
    whole('zip-inside-last', Archive(manifest(), Item('z', pack(Item(), comment=b'?').bytes(), method=0)))
    whole('large', pack(Item(data=random.Random(4).randbytes(3_000_000), method=0), Item('b', TEXT * 1000)))
    whole('signature', pack(Item('datapackage.json.sig', b'untrusted comment: x\n')))


def reordered():
    """The list in another order than the files."""
    one, other, third = manifest(), Item(), Item('b')
    Archive(one, other, third).bytes()
    return one.local_header() + one.packed + other.local_header() + other.packed + third.local_header() + third.packed + end_of(third, one, other)


def end_of(*items):
    start = sum(len(item.local_header() + item.packed) for item in items)
    listing = b''.join(item.list_entry() for item in items)
    return listing + struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, len(items), len(items), len(listing), start, 0)


def main(folder):
    for make in (hostile_names, hostile_kinds, hostile_zip64, hostile_headers, hostile_places, hostile_lists, hostile_data, hostile_ratios,
                 truncated, no_zip, limits, sound):
        make()
    folder.mkdir(parents=True, exist_ok=True)
    names = [name for name, _, _ in samples]
    assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]
    for name, content, code in samples:
        with open(folder / name, 'wb') as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                content.write(file)
    (folder / 'list.txt').write_text(''.join(f'{name}\t{code}\n' for name, _, code in samples))


main(Path(sys.argv[1]))
