/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-example-index.h"

G_BEGIN_DECLS

typedef enum
{
  TER_EXAMPLE_SORT_LISTED,
  TER_EXAMPLE_SORT_TITLE,
  TER_EXAMPLE_SORT_TERRITORY,
} TerExampleSort;

/* What the user asked for. Immutable: a transition gives another filter. */
#define TER_TYPE_EXAMPLE_FILTER (ter_example_filter_get_type ())
G_DECLARE_FINAL_TYPE (TerExampleFilter, ter_example_filter, TER, EXAMPLE_FILTER, GObject)

TerExampleFilter *ter_example_filter_new (void);
TerExampleFilter *ter_example_filter_with_text (TerExampleFilter *self, const char *text);
/* (transfer full): the same filter, in another order */
TerExampleFilter *ter_example_filter_with_sort (TerExampleFilter *self, TerExampleSort sort);
TerExampleFilter *ter_example_filter_toggle (TerExampleFilter *self, const char *facet, const char *value);
TerExampleFilter *ter_example_filter_clear (TerExampleFilter *self);
const char *ter_example_filter_get_text (TerExampleFilter *self);    /* "" when nothing is looked for */
TerExampleSort ter_example_filter_get_sort (TerExampleFilter *self); /* the order asked for */
gboolean ter_example_filter_is_empty (TerExampleFilter *self);

/* What to show for a filter. */
typedef struct
{
  char *facet;
  char *value;
  char *title;
  guint count; /* entries it would show, the other facets' choices being kept */
  gboolean active;
} TerExampleChoice;

typedef struct
{
  char *id;
  char *title;
  GPtrArray *choices; /* of TerExampleChoice; those of no entry at all are left out */
  guint n_active;
} TerExampleFacet;

typedef struct
{
  GPtrArray *entries; /* of TerEntry, sorted */
  GPtrArray *facets;  /* of TerExampleFacet */
  GPtrArray *active;  /* of TerExampleChoice, borrowed from facets */
  guint n_all;        /* entries there are without any filter */
} TerExampleView;

TerExampleView *ter_example_filter_apply (TerExampleFilter *self, TerExampleIndex *index);
void ter_example_view_free (TerExampleView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerExampleView, ter_example_view_free)

G_END_DECLS
