/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* What a list shows of an example: place, title, summary, goals. Reused from one example to another. */
#define TER_TYPE_EXAMPLE_ROW (ter_example_row_get_type ())
G_DECLARE_FINAL_TYPE (TerExampleRow, ter_example_row, TER, EXAMPLE_ROW, GtkBox)

GtkWidget *ter_example_row_new (void);
void ter_example_row_show (TerExampleRow *self, TerEntry *example, const char *places);

G_END_DECLS
