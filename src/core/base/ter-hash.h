/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hash functions for GHashTable whose keys come from a pack, or from whoever wrote a file: GLib's own have no secret, so that
 * who knows them writes thousands of keys of one value and makes a table of them as slow as a list. These have a seed that is
 * drawn once a process; tables of theirs have no order that could be relied upon. Any thread. */

/* Of a text that ends with NUL. With g_str_equal. */
guint ter_hash_text (gconstpointer text);

/* Of a double. With g_double_equal. -0 and 0, which are equal, have one hash; NaN equals nothing. */
guint ter_hash_double (gconstpointer number);
/* Of a gint64. With g_int64_equal. */
guint ter_hash_int64 (gconstpointer number);

/* SipHash-1-3 (J.-P. Aumasson and D. J. Bernstein, “SipHash: a fast short-input PRF”, 2012; one round a block, three to end)
 * of @length octets with the key (@key0, @key1). Nothing secret about it: what the functions above use. */
guint64 ter_hash_siphash (gconstpointer data, gsize length, guint64 key0, guint64 key1);

G_END_DECLS
