/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-commonmark-view.h"

G_BEGIN_DECLS

/* A column of text at a comfortable width that scrolls, with the table of contents of a long text beside it when there is
 * room. Property "contents-beside" tells whether there is. */
#define TER_TYPE_READING_VIEW (ter_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (TerReadingView, ter_reading_view, TER, READING_VIEW, AdwBin)

/* @content: all of the column; @text: (nullable): the text inside whose headings are listed; @name: for a screen reader. */
GtkWidget *ter_reading_view_new (GtkWidget *content, TerCommonmarkView *text, const char *name);
gboolean ter_reading_view_has_contents (TerReadingView *self);
/* A button for the header bar with the same list, seen only while the list is not beside the text. */
GtkWidget *ter_reading_view_new_button (TerReadingView *self);

G_END_DECLS
