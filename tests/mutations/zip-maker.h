/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A ZIP as a list of records that can each be made to lie. APPNOTE.TXT 4.3 gives the fields. */

/* What the list and the local header of a file both say. */
typedef struct
{
  guint16 version, flags, method, time, date;
  guint32 crc, packed, size;
  GString *name;
  GString *extra;
  int name_length, extra_length; /* -1: the true one */
} ZipHeader;

typedef struct
{
  ZipHeader local, list;
  GString *data; /* as it stands in the file */
  GString *gap;  /* what stands before the local header */
  GString *comment;
  guint16 made_by, disk, internal;
  guint32 external;           /* the mode of a file of Unix is in its upper half */
  gint64 offset;              /* -1: the true one */
  guint32 signature;          /* of the local header */
  gboolean unlisted, missing; /* only a local header; only in the list */
  gboolean descriptor;        /* sizes come after the data */
  gsize position;             /* where its local header was written */
} ZipEntry;

typedef struct
{
  GPtrArray *entries; /* in the order of the file */
  GArray *order;      /* of guint: the order of the list; empty: that of the file */
  GString *head, *tail, *comment, *before_list, *before_end;
  int count, count_here, list_size, comment_length; /* -1: the true one */
  gint64 list_offset;
  guint16 disk, list_disk;
  gboolean zip64;
} Zip;

Zip *zip_new (void);
void zip_free (Zip *self);
/* A stored file with the right sum. */
ZipEntry *zip_add (Zip *self, const char *name, const char *data, gsize length);
/* Deflates what is stored. */
void zip_deflate (ZipEntry *entry);
/* (transfer full): one more entry, the same as this one. */
ZipEntry *zip_copy (const ZipEntry *entry);
void zip_entry_free (gpointer data);
guint32 zip_crc (const char *data, gsize length);
/* (transfer full): the file. */
GString *zip_write (Zip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Zip, zip_free)

G_END_DECLS
