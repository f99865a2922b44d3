/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In sRGB, 0 to 1, not premultiplied. A plain value. */
typedef struct
{
  float red, green, blue, alpha;
} TerColor;

/* @packed: 0xRRGGBB, opaque. */
TerColor ter_color_new (guint32 packed);
/* 0xRRGGBB: without its alpha. */
guint32 ter_color_pack (const TerColor *self);
/* @part: of its alpha, 0 to 1. */
TerColor ter_color_fade (const TerColor *self, double part);
/* From @self (@part 0) to @other (1); opaque. */
TerColor ter_color_mix (const TerColor *self, const TerColor *other, double part);
/* Black or white, whichever is read best on it. */
TerColor ter_color_get_ink (const TerColor *self);

G_END_DECLS
