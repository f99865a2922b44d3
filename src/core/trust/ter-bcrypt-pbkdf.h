/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ter_bcrypt_pbkdf:
 * @passphrase: at least one octet
 * @salt: at least one octet
 * @key: filled; the caller wipes it
 * @rounds: at least 1; each takes about 6 ms for every 32 octets of @key
 *
 * A key of a passphrase, slowly: OpenBSD's bcrypt_pbkdf(3), PBKDF2 whose hash is bcrypt of SHA-512. Any thread.
 */
void ter_bcrypt_pbkdf (const guint8 *passphrase, gsize passphrase_length, const guint8 *salt, gsize salt_length, guint8 *key,
                       gsize key_length, guint rounds);

G_END_DECLS
