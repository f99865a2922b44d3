/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour of a number in a table of colours: @part is 0 for the lowest, 1 for the highest; the further from the background the
 * higher. */
GdkRGBA ter_heat_color_get (double part, gboolean dark);
/* Black or white, whichever is read best on it. */
GdkRGBA ter_heat_color_get_ink (const GdkRGBA *color);

G_END_DECLS
