/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How far one long operation on a pack has come, and a way to cancel it. Hidden while there is none. */
#define TER_TYPE_PACK_PROGRESS (ter_pack_progress_get_type ())
G_DECLARE_FINAL_TYPE (TerPackProgress, ter_pack_progress, TER, PACK_PROGRESS, AdwBin)

GtkWidget *ter_pack_progress_new (void);
gboolean ter_pack_progress_is_busy (TerPackProgress *self);
/* @what: "Verifying…". Gives what the operation listens to. */
GCancellable *ter_pack_progress_begin (TerPackProgress *self, const char *what);
void ter_pack_progress_set (TerPackProgress *self, guint64 done, guint64 total);
void ter_pack_progress_end (TerPackProgress *self);

G_END_DECLS
