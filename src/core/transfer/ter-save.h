/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called where the saving was begun, a few times a second: how many octets of how many are written. */
typedef void (*TerSaveProgressFunc) (guint64 done, guint64 total, gpointer user_data);

void ter_save_file_async (GFile *source, const char *sha256, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
void ter_save_kit_async (GPtrArray *files, GFile *folder, TerSaveProgressFunc progress, gpointer progress_data,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void
ter_save_text_async (const char *text, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ter_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
