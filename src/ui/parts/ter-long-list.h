/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* A list of any number of entries: rows are made as they are scrolled to. It scrolls by itself: see ter_section_page_set_list().
 * @describe (nullable): what stands below an entry's title, (transfer full); else its summary. @user_data outlives the list. */
typedef char *(*TerEntryWords) (TerEntry *entry, gpointer user_data);
#define TER_LONG_LIST_WIDTH 860
GtkWidget *ter_long_list_new (const char *name, TerEntryWords describe, gpointer user_data);
/* Adds @entries (of TerEntry), if there are any, under @heading; %NULL: when there is but one part. */
void ter_long_list_append (GtkWidget *list, const char *heading, GPtrArray *entries);

G_END_DECLS
