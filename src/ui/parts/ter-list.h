/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A boxed list with a heading (nullable): append rows with ter_list_append(). */
GtkWidget *ter_list_new (const char *heading);
void ter_list_append (GtkWidget *list, GtkWidget *row);
/* Beyond so many a list of ready-made rows costs more than it shows: see ter-long-list.h. */
#define TER_MAX_ROWS 200

G_END_DECLS
