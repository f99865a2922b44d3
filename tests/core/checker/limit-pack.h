/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sound pack in a folder of its own, as large as a test wants it. */
typedef struct
{
  char *path;
  GString *resources;
  guint n_resources;
  guint64 n_bytes;        /* of all that is listed */
  guint64 manifest_bytes; /* 0: as many as it takes; padded with spaces otherwise */
  gboolean finished;
} LimitPack;

void limit_pack_init (LimitPack *self);
void limit_pack_clear (LimitPack *self);
/* Writes and lists a file. @more: the resource's other members, with a comma before each. Takes @text. */
void limit_pack_add (LimitPack *self, const char *path, const char *role, const char *mediatype, const char *more, GString *text);
/* The file of entries, with one of them. @members: what it has beyond id, kind and title, with a comma before each. */
void limit_pack_add_entry (LimitPack *self, const char *members);
/* Writes a file that nobody lists, of so many bytes that take no place on the disk. */
void limit_pack_write_hole (LimitPack *self, const char *path, guint64 n_bytes);
/* Writes the manifest, once. Returns: the bytes of all that is listed, and its own. */
guint64 limit_pack_finish (LimitPack *self);

/* (transfer full) */
GString *limit_text_repeat (const char *before, const char *what, guint64 n, const char *after);
/* Spaces, until there are @n bytes. */
GString *limit_text_pad (GString *text, guint64 n);

G_END_DECLS
