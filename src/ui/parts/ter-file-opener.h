/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ter_file_opener_open_async:
 * @file: a file of a pack
 * @name: the name it has in its pack
 *
 * Opens a file in the reader's application. An installed pack's file has no name of its own: its application, which goes by the
 * name, gets a copy in the cache.
 */
void
ter_file_opener_open_async (GFile *file, const char *name, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
/* %FALSE with @error: GTK_DIALOG_ERROR_DISMISSED, or what failed. */
gboolean ter_file_opener_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
