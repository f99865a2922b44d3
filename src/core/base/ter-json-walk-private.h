/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-json-scanner.h"
#include "ter-limits.h"

G_BEGIN_DECLS

/* What ter-json-scanner.c and ter-json-walk.c share: a scan holds the results, a walk is one pass over the bytes. */

typedef struct
{
  gsize start;
  gsize length;
} TerJsonSpan;

struct _TerJsonScan
{
  GBytes *bytes;
  char *records_member; /* nullable; "" for the root */
  GPtrArray *problems;
  guint n_more;        /* problems beyond the limit */
  GArray *records;     /* of TerJsonSpan */
  GHashTable *members; /* name → TerJsonSpan, of the root object */
  char root;
  gboolean readable;
  gboolean has_records;
  gboolean outlines; /* positions are counted apart */
};

/* One walk. @scan is %NULL in the walk that only locates pointers. */
typedef struct
{
  TerJsonScan *scan;
  GHashTable *wanted;        /* nullable: pointer → TerJsonPosition */
  GCancellable *cancellable; /* nullable; looked at every so many values */
  guint n_looked;            /* values, names and positions so far */
  const char *start;
  const char *end;
  const char *p;
  GString *pointer;
  GString *name;                                 /* the member's name read last, decoded */
  GHashTable *names[TER_LIMIT_JSON_DEPTH + 1];   /* names seen in the object open at this depth */
  guint8 n_alike[TER_LIMIT_JSON_DEPTH + 1][256]; /* how many of them have each last byte of GLib's hash */
  guint depth;
  guint n_values; /* since the record began */
  guint n_all_values;
  gboolean outlines; /* positions are passed over at once */
  guint n_positions;
  const char *seen; /* the position below was counted up to here */
  TerJsonPosition position;
} TerJsonWalk;

void ter_json_walk_init (TerJsonWalk *walk, GBytes *bytes);
void ter_json_walk_clear (TerJsonWalk *walk);
/* All of the text: one value, nothing behind. %FALSE when it cannot be read to its end. */
gboolean ter_json_walk_text (TerJsonWalk *walk);
/* The value where the walk stands. */
gboolean ter_json_walk_value (TerJsonWalk *walk);
void ter_json_walk_skip_space (TerJsonWalk *walk);

G_END_DECLS
