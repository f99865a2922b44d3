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

G_END_DECLS
