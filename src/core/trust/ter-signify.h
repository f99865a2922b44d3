/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Ed25519 signatures (RFC 8032) in the files of OpenBSD's signify(1), so that another program can check them: a comment line, then
 * base64 of "Ed", an 8-octet number of the key, and the key or the signature. A "key text" is that base64 line alone (56 characters
 * for a public key). All functions: any thread. */

#define TER_PUBLIC_KEY_TEXT 56

/* (transfer full) (nullable): the key text of a public key's file, or of a key text; G_IO_ERROR_INVALID_DATA otherwise. */
char *ter_signify_parse_public (const char *text, GError **error);
/* (transfer full): the contents of a public key's file. @comment: one line, without "untrusted comment: " */
char *ter_signify_format_public (const char *key, const char *comment);
/* (transfer full) (nullable): 16 hexadecimal digits: the number of the key that made this signature (a file's contents). */
char *ter_signify_get_signer (const char *signature, GError **error);
/* (transfer full): the same of a key text; %NULL when it is none. */
char *ter_signify_get_number (const char *key);

/**
 * ter_signify_verify:
 * @key: a key text
 * @signature: the contents of a signature's file
 * @message: what was signed
 *
 * Returns: %TRUE when it is sound; %FALSE with @error: G_IO_ERROR_INVALID_DATA (not a signature, or not of this message),
 *   G_IO_ERROR_NOT_FOUND (made by another key)
 */
gboolean ter_signify_verify (const char *key, const char *signature, GBytes *message, GError **error);

/**
 * ter_signify_generate:
 * @passphrase: (nullable): protects the secret key (bcrypt_pbkdf, 42 rounds, as signify does); %NULL: not protected
 * @comment: for both files
 * @secret: (out): the contents of the secret key's file
 * @public_key: (out): the contents of the public key's file
 */
gboolean ter_signify_generate (const char *passphrase, const char *comment, char **secret, char **public_key, GError **error);
/* Whether this secret key (a file's contents) asks for a passphrase; G_IO_ERROR_INVALID_DATA when it is none. */
gboolean ter_signify_is_protected (const char *secret, gboolean *is_protected, GError **error);
/* (transfer full) (nullable): the key text of the public half. G_IO_ERROR_PERMISSION_DENIED: the passphrase is wrong. */
char *ter_signify_get_public (const char *secret, const char *passphrase, GError **error);
/* (transfer full) (nullable): the contents of a signature's file. */
char *ter_signify_sign (const char *secret, const char *passphrase, GBytes *message, const char *comment, GError **error);

G_END_DECLS
