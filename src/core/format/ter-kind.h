/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-shape.h"

G_BEGIN_DECLS

/* The kinds of entries that this version knows: ter-kind-table.h has a row for each. A pack may hold others: every function here
 * takes any text, or %NULL. All are pure but for the locale; any thread. */
typedef enum
{
#define TER_KIND(NAME, ...) TER_KIND_##NAME,
#include "ter-kind-table.h"
#undef TER_KIND
  TER_N_KINDS
} TerKind;

/* What rules hold for a kind. */
typedef enum
{
  TER_KIND_SOURCED = 1 << 0,       /* it states facts: an author is asked for sources */
  TER_KIND_DATED = 1 << 1,         /* it ages: an author is asked for a date */
  TER_KIND_LICENSED = 1 << 2,      /* its files are handed on: an author is asked for their licence */
  TER_KIND_NEAR_THEME = 1 << 3,    /* the page of a theme shows those that share a tag with it */
  TER_KIND_TAKES_PLACE = 1 << 4,   /* it has a "start" and an "end": a version of a pack can move it or cancel it */
  TER_KIND_HOLDS_FIGURES = 1 << 5, /* figures stand in its "groups" */
} TerKindTraits;

/* What a new version of a pack does with an entry. */
typedef enum
{
  TER_KIND_ADDED,
  TER_KIND_CHANGED,
  TER_KIND_WITHDRAWN,
  TER_N_KIND_PHRASES
} TerKindPhrase;

/* %TER_N_KINDS when this version does not know it. */
TerKind ter_kind_find (const char *id);
/* Whether @id is that of @kind. */
gboolean ter_kind_is (const char *id, TerKind kind);
/* Whether one of @traits is the kind's; a kind that is not known has none. */
gboolean ter_kind_has (const char *id, TerKindTraits traits);
/* (transfer none): all ids, %NULL at the end, in the order of the table. */
const char *const *ter_kind_list (void);

/* Its name in the interface's language, of one; never %NULL. */
const char *ter_kind_get_title (const char *id);
/* The same of many. */
const char *ter_kind_get_plural (const char *id);
/* "Theme added" in the interface's language; (nullable): %NULL for a kind that is not known. */
const char *ter_kind_get_phrase (const char *id, TerKindPhrase phrase);
/* The name of a symbolic icon; never %NULL. */
const char *ter_kind_get_icon (const char *id);

/* What people look for first has the lowest number, and comes first among equal hits; a kind that is not known comes last. */
guint ter_kind_get_rank (const char *id);
/* (nullable): the id of the kind that stands at @place (from 1) in the lists below a goal; %NULL beyond the last one. */
const char *ter_kind_get_beside_goal (guint place);

/* (transfer none): what an entry of it is made of; never %NULL: a kind that is not known has what all share. */
const TerShape *ter_kind_get_shape (const char *id);

G_END_DECLS
