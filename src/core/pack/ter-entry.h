/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "ter-pack.h"

G_BEGIN_DECLS

/* One entry of a pack, in the language of its pack. Immutable. */
#define TER_TYPE_ENTRY (ter_entry_get_type ())
G_DECLARE_FINAL_TYPE (TerEntry, ter_entry, TER, ENTRY, GObject)

typedef struct
{
  char *title;
  char *url;  /* nullable */
  char *date; /* nullable */
  char *note; /* nullable */
} TerEntrySource;

typedef struct
{
  char *title;
  char *uri; /* "https://…", "entry:ID" or "section:ID" */
} TerLink;

/* Properties (read-only), for list items and expressions: "id", "title", "summary". */
TerEntry *ter_entry_new (TerPack *pack, JsonObject *object);

TerPack *ter_entry_get_pack (TerEntry *self);             /* (transfer none) */
const char *ter_entry_get_id (TerEntry *self);            /* "" when there is none */
const char *ter_entry_get_kind (TerEntry *self);          /* "" when there is none */
const char *ter_entry_get_title (TerEntry *self);         /* its id when there is none */
const char *ter_entry_get_summary (TerEntry *self);       /* "" when there is none */
const char *ter_entry_get_date (TerEntry *self);          /* nullable, as written */
const char *ter_entry_get_updated (TerEntry *self);       /* nullable */
const char *ter_entry_get_notice (TerEntry *self);        /* nullable */
const TerTerm *ter_entry_get_confidence (TerEntry *self); /* nullable */
/* Whether something shown is in the pack's default language although another was wanted. */
gboolean ter_entry_falls_back (TerEntry *self);
/* (transfer full) (nullable): the body in CommonMark; %NULL when there is none, or with @error when its file cannot be read. */
char *ter_entry_dup_body (TerEntry *self, GError **error);
const char *const *ter_entry_get_tags (TerEntry *self);        /* never %NULL: "VOCABULARY:TERM" */
const char *const *ter_entry_get_territories (TerEntry *self); /* never %NULL: "LEVEL:CODE" */
const char *const *ter_entry_get_related (TerEntry *self);     /* never %NULL: ids of entries */
GPtrArray *ter_entry_get_sources (TerEntry *self);             /* (transfer none), of TerEntrySource */
GPtrArray *ter_entry_get_links (TerEntry *self);               /* (transfer none), of TerLink */
JsonObject *ter_entry_get_object (TerEntry *self);             /* all of it, for what a kind adds */
/* A localised member of @object (this entry's or one inside it). Nullable. */
const char *ter_entry_get_text (TerEntry *self, JsonObject *object, const char *member);

G_END_DECLS
