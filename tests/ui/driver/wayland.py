# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a pointer for a headless compositor: a Wayland client of a few requests, spoken by hand.

Protocols: wl_registry, wl_seat, zwp_virtual_keyboard_manager_v1, zwlr_virtual_pointer_manager_v1.
"""

import array
import os
import socket
import struct
import time

MODIFIERS = {'shift': 1 << 0, 'ctrl': 1 << 2, 'alt': 1 << 3, 'super': 1 << 6}
SPECIAL = {
    'Escape': 'Escape', 'Tab': 'Tab', 'Enter': 'Return', 'BackSpace': 'BackSpace', 'Delete': 'Delete', 'Space': 'space',
    'Home': 'Home', 'End': 'End', 'PageUp': 'Page_Up', 'PageDown': 'Page_Down', 'Menu': 'Menu',
    'Left': 'Left', 'Right': 'Right', 'Up': 'Up', 'Down': 'Down', **{f'F{n}': f'F{n}' for n in range(1, 13)},
}
LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
SIGNS = ' !"#$%&\'()*+,-./:;<=>?@[]_{|}~«»’°€éèêëàâäîïôöùûüçœæÉÈÊÀÂÎÔÇŒ'
FIRST_CODE = 9  # XKB's codes are the kernel's plus 8, and 0 is reserved there


class Interface:
    """An object of the protocol; requests are written as opcode, struct format, values."""

    def __init__(self, wire, number):
        self.wire, self.number = wire, number

    def request(self, opcode, layout='', *values, fd=None):
        self.wire.send(self.number, opcode, struct.pack('=' + layout, *values), fd)


class Wire:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.last = 1  # wl_display
        self.received = b''

    def new(self):
        self.last += 1
        return Interface(self, self.last)

    def send(self, number, opcode, body, fd=None):
        message = struct.pack('=II', number, (len(body) + 8) << 16 | opcode) + body
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [fd]))] if fd is not None else []
        self.socket.sendmsg([message], ancillary)

    def events(self):
        """Yields (object, opcode, body) for ever."""
        while True:
            while len(self.received) >= 8:
                number, word = struct.unpack_from('=II', self.received)
                size = word >> 16
                if len(self.received) < size:
                    break
                body, self.received = self.received[8:size], self.received[size:]
                yield number, word & 0xffff, body
            more = self.socket.recv(1 << 16)
            if not more:
                raise ConnectionError('the compositor has gone')
            self.received += more

    def roundtrip(self, listen=lambda *event: None):
        done = self.new()
        self.send(1, 0, struct.pack('=I', done.number))
        for number, opcode, body in self.events():
            if number == done.number:
                return
            listen(number, opcode, body)


class Input:
    def __init__(self, path):
        self.wire = wire = Wire(path)
        registry, names = wire.new(), {}
        wire.send(1, 1, struct.pack('=I', registry.number))

        def on_event(number, opcode, body):
            if number == registry.number and opcode == 0:
                name, length = struct.unpack_from('=II', body)
                names[body[8:8 + length].rstrip(b'\0').decode()] = name
        wire.roundtrip(on_event)

        def bind(interface):
            text = interface.encode() + b'\0'
            text += b'\0' * (-len(text) % 4)
            bound = wire.new()
            registry.request(0, f'II{len(text)}sII', names[interface], len(interface) + 1, text, 1, bound.number)
            return bound
        seat = bind('wl_seat')
        pointers, keyboards = bind('zwlr_virtual_pointer_manager_v1'), bind('zwp_virtual_keyboard_manager_v1')
        self.pointer = wire.new()
        pointers.request(0, 'II', seat.number, self.pointer.number)
        self.keyboard = wire.new()
        keyboards.request(0, 'II', seat.number, self.keyboard.number)
        self.signs = SIGNS
        self.send_keymap()

    @staticmethod
    def milliseconds():
        return time.monotonic_ns() // 1_000_000 & 0xffffffff

    # -- keyboard: each special key and each character has a key of its own, with one level ------------------------

    def send_keymap(self):
        symbols = list(SPECIAL.values()) + list(LETTERS) + [f'U{ord(sign):04X}' for sign in self.signs]
        symbols += ['Shift_L', 'Control_L', 'Alt_L', 'Super_L']
        self.codes = {symbol: FIRST_CODE + place for place, symbol in enumerate(symbols)}
        assert max(self.codes.values()) < 256
        lines = ['xkb_keymap {', 'xkb_keycodes "test" { minimum = 8; maximum = 255;']
        lines += [f'<K{code}> = {code};' for code in self.codes.values()]
        lines += ['};', 'xkb_types "test" { include "complete" };', 'xkb_compatibility "test" { include "complete" };', 'xkb_symbols "test" {']
        lines += [f'key <K{code}> {{ [ {symbol} ] }};' for symbol, code in self.codes.items()]
        lines += ['modifier_map Shift { Shift_L };', 'modifier_map Control { Control_L };', 'modifier_map Mod1 { Alt_L };',
                  'modifier_map Mod4 { Super_L };', '};', '};']
        text = '\n'.join(lines).encode() + b'\0'
        with os.fdopen(os.memfd_create('keymap'), 'wb') as file:
            file.write(text)
            file.flush()
            self.keyboard.request(0, 'II', 1, len(text), fd=file.fileno())
        self.wire.roundtrip()
        time.sleep(.2)  # clients learn of it in their own time

    def strike(self, symbol, modifiers=0):
        if modifiers:
            self.keyboard.request(2, 'IIII', modifiers, 0, 0, 0)
        for pressed in (1, 0):
            self.keyboard.request(1, 'III', self.milliseconds(), self.codes[symbol] - 8, pressed)
        if modifiers:
            self.keyboard.request(2, 'IIII', 0, 0, 0, 0)
        self.arrive()

    def arrive(self):
        """Until the compositor has sent on what it was given: it answers the second question after that."""
        self.wire.roundtrip()
        self.wire.roundtrip()

    def press(self, keys):
        """'Tab', 'ctrl+f', 'shift+Tab', 'alt+Left', 'ctrl+?'."""
        *modifiers, key = keys.split('+') if not keys.endswith('+') else [*keys[:-2].split('+'), '+']
        symbol = SPECIAL.get(key) or self.symbol(key)
        self.strike(symbol, sum(MODIFIERS[name] for name in modifiers if name))

    def symbol(self, character):
        return character if character in LETTERS else f'U{ord(character):04X}'

    def type(self, text):
        strange = [c for c in dict.fromkeys(text) if c not in LETTERS + self.signs + '\n']
        if strange:  # the least used signs give their places
            self.signs = self.signs[:1] + ''.join(strange) + self.signs[1:len(self.signs) - len(strange)]
            self.send_keymap()
        for character in text:
            self.strike('Return' if character == '\n' else self.symbol(character))

    # -- pointer -----------------------------------------------------------------------------------------------

    def frame(self):
        self.pointer.request(4)
        self.arrive()

    def move(self, x, y, width, height):
        self.pointer.request(1, 'IIIII', self.milliseconds(), int(x), int(y), int(width), int(height))
        self.frame()

    def hold(self, pressed, button=0x110):
        self.pointer.request(2, 'III', self.milliseconds(), button, pressed)
        self.frame()

    def click(self, button=0x110):
        self.hold(1, button)
        self.hold(0, button)

    def scroll(self, notches):
        self.pointer.request(5, 'I', 0)
        self.pointer.request(7, 'IIii', self.milliseconds(), 0, notches * 15 * 256, notches)
        self.frame()
