/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* The parts of an example in the order in which one reads them, each beside its heading where there is room: need, actors, how, means,
 * result, difficulty, transpose, state, contact; the result's number stands on top in large type. @actors: their names in one text, ""
 * when there are none. (nullable): NULL when the example has none of the others. */
GtkWidget *ter_example_parts_new (TerEntry *entry, const char *actors);
/* (transfer full) (nullable): "value" of @object with its "unit", as the reader's language writes them; words when it is no number. */
char *ter_example_parts_dup_value (TerEntry *entry, JsonObject *object);

G_END_DECLS
