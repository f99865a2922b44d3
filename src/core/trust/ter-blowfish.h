/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Blowfish with the "expensive" key schedule of bcrypt. Only for ter-bcrypt-pbkdf.c: as a cipher it is of another age. */
#define TER_BLOWFISH_SUBKEYS 18
#define TER_BLOWFISH_BOXES 4

typedef struct
{
  guint32 p[TER_BLOWFISH_SUBKEYS];
  guint32 s[TER_BLOWFISH_BOXES][256];
} TerBlowfish;

/* The state before any key: the first 33,344 binary digits of pi behind the point. The caller wipes @self. Any thread. */
void ter_blowfish_init (TerBlowfish *self);

/**
 * ter_blowfish_expand:
 * @salt: (nullable): mixed in as bcrypt does; %NULL: Blowfish's own key schedule
 * @key: at least one octet
 */
void ter_blowfish_expand (TerBlowfish *self, const guint8 *salt, gsize salt_length, const guint8 *key, gsize key_length);

/* Enciphers one block of 64 bits in place. */
void ter_blowfish_encrypt (const TerBlowfish *self, guint32 *left, guint32 *right);

G_END_DECLS
