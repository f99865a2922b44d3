/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When the cursor with which the keyboard walks the marks of @widget is to be drawn: *@shown turns true with the widget's visible focus
 * and stays so until the focus leaves. GTK hides the focus three seconds after the last key, when a reader may still be at the words.
 * @shown is part of @widget and lives as long. */
void ter_cursor_follow (GtkWidget *widget, gboolean *shown);

/* A small balloon that shows by the cursor what a screen reader is told: who uses the keyboard has no pointer to rest on a mark.
 * (transfer none): @widget's child: @widget unparents it when it is disposed of, and presents it when it has its size. */
GtkWidget *ter_cursor_new_words (GtkWidget *widget);
/* @text: (nullable): %NULL hides it. @at: (nullable): the mark, in @widget's pixels. */
void ter_cursor_show_words (GtkWidget *words, const char *text, const GdkRectangle *at);

/* @widget's description is @description (nullable) again, once what has the focus now has been told: a screen reader speaks what changes
 * in what it believes to have the focus. */
void ter_cursor_restore (GtkWidget *widget, char **description);

G_END_DECLS
