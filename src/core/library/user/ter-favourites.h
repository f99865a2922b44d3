/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry.h"
#include "ter-user-state.h"

G_BEGIN_DECLS

/* Favourites and notes: what the user attaches to entries. They follow the ids of pack and entry through any update, and stay, with the
 * names that were last known, when the entry or its pack has gone. All functions fail with G_IO_ERROR_CLOSED when the state is not open. */

/* Of a note, in characters. */
#define TER_NOTE_MAX_LENGTH 10000

/* Which entry, and how it is called in words: what can still be shown when it is not there any more. */
typedef struct
{
  char *pack_id;
  char *entry_id;
  char *title;
  char *kind;
  char *pack_title;
} TerEntryName;

typedef struct
{
  TerEntryName name;
  gboolean is_favourite;
  char *note;  /* nullable: none */
  gint64 time; /* seconds since 1970: when it became a favourite; in a list of notes, when the note was last changed */
} TerFavourite;

void ter_favourite_free (TerFavourite *self);
/* What @entry is called now. Its texts belong to @entry: nothing of it is freed. */
TerEntryName ter_favourites_name_of (TerEntry *entry);

gboolean ter_user_state_set_favourite (TerUserState *self, const TerEntryName *name, gint64 added_at, GError **error);
gboolean ter_user_state_unset_favourite (TerUserState *self, const char *pack_id, const char *entry_id, GError **error);
gboolean
ter_user_state_is_favourite (TerUserState *self, const char *pack_id, const char *entry_id, gboolean *is_favourite, GError **error);
/* Both (transfer full), of TerFavourite, newest first. */
GPtrArray *ter_user_state_list_favourites (TerUserState *self, guint limit, GError **error); /* each with its note */
GPtrArray *ter_user_state_list_notes (TerUserState *self, guint limit, GError **error);      /* of favourites too */

gboolean
ter_user_state_set_note (TerUserState *self, const TerEntryName *name, const char *text, gint64 updated_at, GError **error);
char *ter_user_state_dup_note (TerUserState *self, const char *pack_id, const char *entry_id, GError **error);

gboolean ter_user_state_update_name (TerUserState *self, const TerEntryName *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFavourite, ter_favourite_free)

G_END_DECLS
