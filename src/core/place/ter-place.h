/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a window can show, as a value: it is remembered, compared, written as an address ("territoires:entry?pack=essai&entry=un") and
 * read again. Whether the place is there, and what shows it, is for the window to find out. */
#define TER_TYPE_PLACE (ter_place_get_type ())

typedef enum
{
  TER_PLACE_UNKNOWN, /* of a newer version: kept as it is written */
  TER_PLACE_ENTRY,   /* of a pack */
  TER_PLACE_SECTION, /* of a pack */
  TER_PLACE_PACK,    /* the pack itself: its version, its publisher, what can be done with it */
  TER_PLACE_ISSUES,  /* what is wrong with a pack */
  TER_PLACE_PACKS,   /* all packs */
  TER_PLACE_TERRITORY,
  TER_PLACE_MY_TERRITORY, /* the reader's own, until it is chosen */
  TER_PLACE_RECENT,
  TER_PLACE_FAVOURITES,
  TER_PLACE_SEARCH,
  TER_PLACE_N_TYPES
} TerPlaceType;

/* Never changes once it is made, and is shared. What a type has no use for is %NULL. */
typedef struct
{
  TerPlaceType type;
  const char *pack; /* ids */
  const char *section;
  const char *entry;
  const char *figure;
  const char *territory; /* "commune:94018" */
  const char *query;     /* words */
  const char *date;      /* "2020-05-28", or the month or year alone */

  const char *uri; /* the whole of it, in its one form: two places are the same when these are */
} TerPlace;

/* Of one member, and of a whole address, in bytes. What is longer is no place. */
#define TER_PLACE_MAX_MEMBER 512
#define TER_PLACE_MAX_URI 4096

GType ter_place_get_type (void);

TerPlace *ter_place_new (const TerPlace *members);
TerPlace *ter_place_new_entry (const char *pack, const char *entry);
TerPlace *ter_place_new_section (const char *pack, const char *section);
TerPlace *ter_place_new_for_link (const char *pack, const char *link);
TerPlace *ter_place_new_for_former (const char *pack, const char *section, const char *entry);
TerPlace *ter_place_parse (const char *uri);
TerPlace *ter_place_ref (TerPlace *self);
void ter_place_unref (TerPlace *self);

gboolean ter_place_equal (const TerPlace *a, const TerPlace *b);
guint ter_place_hash (const TerPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPlace, ter_place_unref)

G_END_DECLS
