/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* SHA-256, as it comes: 64 lower-case hexadecimal digits. */
#define TER_SHA256_HEX 64

/* Whether a text is 64 lower-case hexadecimal digits. @text: (nullable) */
gboolean ter_sha256_is_hex (const char *text);

typedef struct _TerSha256 TerSha256;

TerSha256 *ter_sha256_new (void);                                           /* (transfer full) */
void ter_sha256_update (TerSha256 *self, gconstpointer data, gsize length); /* the next octets of the message */
/* (transfer full): the digits. Nothing can be added afterwards. */
char *ter_sha256_finish (TerSha256 *self);
void ter_sha256_free (TerSha256 *self);

/* (transfer full): of @bytes. */
char *ter_sha256_of_bytes (GBytes *bytes);

/**
 * ter_sha256_of_fd:
 * @fd: what to read, from where it is; stays open
 * @limit: the greatest number of bytes read
 * @size: (out): how many bytes were read
 *
 * Returns: (transfer full) (nullable): the digits, or %NULL with @error (G_IO_ERROR_MESSAGE_TOO_LARGE beyond @limit)
 */
char *ter_sha256_of_fd (int fd, guint64 limit, guint64 *size, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSha256, ter_sha256_free)

G_END_DECLS
