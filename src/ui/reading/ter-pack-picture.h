/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-pack.h"

G_BEGIN_DECLS

/* A picture of a pack, read and decoded off the main thread at no more than the size that is shown. */
#define TER_TYPE_PACK_PICTURE (ter_pack_picture_get_type ())
G_DECLARE_FINAL_TYPE (TerPackPicture, ter_pack_picture, TER, PACK_PICTURE, GtkBox)

/* @path: as the author wrote it; a file that the pack does not list is not read, and its words are shown. */
GtkWidget *ter_pack_picture_new (TerPack *pack, const char *path, const char *alternative, const char *caption);

G_END_DECLS
