/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-example-index.h"

G_BEGIN_DECLS

/* What the filter reads of the index. */

/* One value of a facet, as long as some entry has it. */
typedef struct
{
  char *id;
  char *title;
  char *sort_key;
} TerExampleValue;

typedef struct
{
  char *id;
  char *title;
  GPtrArray *values; /* of TerExampleValue, in the order to show */
} TerExampleAxis;

typedef struct
{
  TerEntry *entry;
  char *words; /* folded */
  char *title_key;
  char *places;
  char *places_key;
  GHashTable **values; /* by facet, a set of ids */
} TerExampleRecord;

struct _TerExampleIndex
{
  GObject parent_instance;

  GPtrArray *facets;
  GPtrArray *records;
  GHashTable *by_entry; /* TerEntry → TerExampleRecord, both borrowed from records */
  guint n_facets;
};

G_END_DECLS
