/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture as wide as there is room for, up to a limit, and never flattened: GtkPicture lets a column that scrolls take
 * all of its height away. */
#define TER_TYPE_FITTED_PICTURE (ter_fitted_picture_get_type ())
G_DECLARE_FINAL_TYPE (TerFittedPicture, ter_fitted_picture, TER, FITTED_PICTURE, GtkWidget)

GtkWidget *ter_fitted_picture_new (GdkPaintable *paintable, const char *alternative, int maximum_width, int maximum_height);

G_END_DECLS
