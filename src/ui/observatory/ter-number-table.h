/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-entry.h"
#include "ter-figure.h"

G_BEGIN_DECLS

/* The numbers of a group as one table: figure, value, date, base, institute, source. */
typedef struct _TerNumberTable TerNumberTable;

TerNumberTable *ter_number_table_new (void);
void ter_number_table_free (TerNumberTable *self);
void ter_number_table_add (TerNumberTable *self, TerEntry *dashboard, JsonObject *object, TerFigure *figure);
/* What shows it when it is opened. */
GtkWidget *ter_number_table_new_expander (TerNumberTable *self);

G_END_DECLS
