/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-commonmark-view.h"
#include "ter-context.h"

G_BEGIN_DECLS

/* What the page of an entry is made of, gathered before any widget is. */
typedef struct
{
  TerEntry *entry;
  char *body;           /* nullable */
  GPtrArray *related;   /* of TerEntry */
  GPtrArray *referring; /* of TerEntry */
} TerReading;

/* Reads the body off the main thread, then asks the library. */
void ter_reading_load_async (TerContext *context, TerEntry *entry, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
TerReading *ter_reading_load_finish (GAsyncResult *result, GError **error);
void ter_reading_free (TerReading *self);
/* Whether there is anything to read. */
gboolean ter_reading_is_empty (TerReading *self);
/* Remembers that this was read. */
void ter_reading_remember (TerContext *context, TerEntry *entry);

/* From top to bottom: notices, title, lead, what is known of it; then its text; then figures, links, provenance, the user's note. */
GtkWidget *ter_reading_new_head (TerReading *self, TerContext *context);
GtkWidget *ter_reading_new_text (TerReading *self);                         /* NULL when there is none; a TerCommonmarkView */
GtkWidget *ter_reading_new_figures (TerReading *self, TerContext *context); /* NULL when there are none */
GtkWidget *ter_reading_new_foot (TerReading *self, TerContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerReading, ter_reading_free)

G_END_DECLS
