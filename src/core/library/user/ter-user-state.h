/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "ter-place.h"

G_BEGIN_DECLS

/* What the user made, in a file of its own with numbered migrations. Survives any update or removal of a pack. Main thread, which
 * never waits for the disk: what is read comes from a copy in memory, and what is done goes there and to a thread that writes it, in
 * order. Signals:
 * "changed": a favourite or a note is no longer what it was (see ter-favourites.h).
 * "reloaded": anything may be other than it was: the file was opened, or another process wrote it. Comes before "changed".
 * "closed" (GError): the file cannot be opened; nothing is remembered in this session.
 * "saved": all that was done is on the disk. "not-saved" (GError): something is not, and is shown no longer. */
#define TER_TYPE_USER_STATE (ter_user_state_get_type ())
G_DECLARE_FINAL_TYPE (TerUserState, ter_user_state, TER, USER_STATE, GObject)

typedef struct
{
  TerPlace *place; /* of TER_PLACE_UNKNOWN too: what a newer version remembered */
  gint64 read_at;  /* seconds since 1970 */
} TerRecent;

/* (transfer full): kept in @file, which is not touched before ter_user_state_open(). */
TerUserState *ter_user_state_new (GFile *file);
void ter_user_state_begin (TerUserState *self);
gboolean ter_user_state_open (TerUserState *self, GError **error);
const GError *ter_user_state_get_error (TerUserState *self);
gboolean ter_user_state_flush (TerUserState *self, GError **error);
gboolean ter_user_state_is_saved (TerUserState *self);
void ter_user_state_look (TerUserState *self);
gboolean ter_user_state_add_recent (TerUserState *self, TerPlace *place, gint64 read_at, GError **error);
GPtrArray *
ter_user_state_list_recent (TerUserState *self, guint limit, GError **error); /* (transfer full), of TerRecent, latest first */
/* Forgets what was read; favourites and notes stay. %FALSE with @error: all is as it was. */
gboolean ter_user_state_clear_recent (TerUserState *self, GError **error);

G_END_DECLS
