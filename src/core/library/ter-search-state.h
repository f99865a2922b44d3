/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* What the page of a search knows. Immutable: a step gives another one. Plain values with a count of references; any thread. */
typedef struct _TerSearchState TerSearchState;

/* (transfer full): nothing is asked for. */
TerSearchState *ter_search_state_new (void);
TerSearchState *ter_search_state_ref (TerSearchState *self);
void ter_search_state_unref (TerSearchState *self);

/* (transfer full): @text is asked for, spaces around it left out. Nothing is found yet. */
TerSearchState *ter_search_state_with_text (TerSearchState *self, const char *text);
/**
 * ter_search_state_with_hits:
 * @hits: (element-type TerSearchHit): the best first
 * @n_total: how many there are, shown or not
 *
 * Returns: (transfer full): the same text, with what was found for it
 */
TerSearchState *ter_search_state_with_hits (TerSearchState *self, GPtrArray *hits, guint n_total);
/* What is asked for; "": nothing. */
const char *ter_search_state_get_text (TerSearchState *self);

typedef enum
{
  TER_SEARCH_INVITES, /* nothing is asked for */
  TER_SEARCH_WAITS,   /* for what is found: what was shown stays */
  TER_SEARCH_FOUND_NOTHING,
  TER_SEARCH_FOUND,
} TerSearchStage;

typedef struct
{
  const char *kind;
  GPtrArray *hits; /* of TerSearchHit, borrowed; the best first */
} TerSearchGroup;

/* What to show. It borrows from the state. */
typedef struct
{
  TerSearchStage stage;
  char *title;       /* nullable: the count of what was found, or that nothing was, in words */
  GPtrArray *groups; /* of TerSearchGroup, a kind each, in the order of their best hits */
} TerSearchView;

/* (transfer full): what to show; free it before the state. */
TerSearchView *ter_search_state_apply (TerSearchState *self);
void ter_search_view_free (TerSearchView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSearchState, ter_search_state_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSearchView, ter_search_view_free)

G_END_DECLS
