/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TER_PALETTE_SIZE 6u

/* A colour is 0xRRGGBB, in sRGB. */

/* The colour of a series: each differs from the others for colour-blind readers too, and has a contrast of 3:1 or more with
 * the background, light or dark. They come again after %TER_PALETTE_SIZE: patterns tell the rest apart. */
guint32 ter_palette_get (guint series, gboolean dark);

/* The ratio of the two colours' luminances, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
double ter_color_get_contrast (guint32 a, guint32 b);
/* The one of black and white that is read best on @background. */
guint32 ter_color_get_readable (guint32 background);
/* "#RRGGBB"; %FALSE for another text. */
gboolean ter_color_parse (const char *text, guint32 *color);

G_END_DECLS
