/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "ter-place.h"

G_BEGIN_DECLS

/* What the user made, in a file of its own with numbered migrations. Survives any update or removal of a pack. Main thread.
 * Signal "changed": a favourite or a note is no longer what it was (see ter-favourites.h). */
#define TER_TYPE_USER_STATE (ter_user_state_get_type ())
G_DECLARE_FINAL_TYPE (TerUserState, ter_user_state, TER, USER_STATE, GObject)

typedef struct
{
  TerPlace *place; /* of TER_PLACE_UNKNOWN too: what a newer version remembered */
  gint64 read_at;  /* seconds since 1970 */
} TerRecent;

/* (transfer full): kept in @file, which is not touched before ter_user_state_open(). */
TerUserState *ter_user_state_new (GFile *file);
gboolean ter_user_state_open (TerUserState *self, GError **error);
gboolean ter_user_state_add_recent (TerUserState *self, TerPlace *place, gint64 read_at, GError **error);
GPtrArray *
ter_user_state_list_recent (TerUserState *self, guint limit, GError **error); /* (transfer full), of TerRecent, latest first */
/* Forgets what was read; favourites and notes stay. %FALSE with @error: all is as it was. */
gboolean ter_user_state_clear_recent (TerUserState *self, GError **error);

G_END_DECLS
