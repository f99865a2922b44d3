/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Reads @file as a texture of at most @width × @height pixels. Its size is known and checked before it is decoded. */
void ter_picture_loader_load_async (GFile *file, int width, int height, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GdkTexture *ter_picture_loader_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
