/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-commonmark-view.h"

G_BEGIN_DECLS

/* The headings of a text as a list of buttons. ::chosen (guint): the heading to go to. */
#define TER_TYPE_TABLE_OF_CONTENTS (ter_table_of_contents_get_type ())
G_DECLARE_FINAL_TYPE (TerTableOfContents, ter_table_of_contents, TER, TABLE_OF_CONTENTS, GtkBox)

GtkWidget *ter_table_of_contents_new (TerCommonmarkView *text);
/* Marks the heading that is being read; -1: none. */
void ter_table_of_contents_set_current (TerTableOfContents *self, int index);

G_END_DECLS
