/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* The user's own note on an entry, at the foot of its page. It saves by itself, and says so when it has. */
#define TER_TYPE_NOTE_VIEW (ter_note_view_get_type ())
G_DECLARE_FINAL_TYPE (TerNoteView, ter_note_view, TER, NOTE_VIEW, GtkBox)

GtkWidget *ter_note_view_new (TerContext *context, TerEntry *entry);

G_END_DECLS
