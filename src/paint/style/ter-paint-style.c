/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-style.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ter-palette.h"

/* The card's background in libadwaita's two styles, and the window's in the dark. */
#define LIGHT_CARD 0xffffff
#define DARK_CARD 0x333337
#define DARK_WINDOW 0x1d1d20

#define FAMILY "Adwaita Sans, Cantarell, Noto Sans, DejaVu Sans, sans-serif"
#define FILE_TEXT 0x1f1f21
#define FILE_ACCENT 0x0461be
#define N_STOPS 7

/* Those of the maps. */
static const guint32 heat[2][N_STOPS] = {
  { 0xd3e4f6, 0xacceee, 0x80b4e2, 0x5497d0, 0x2f79b9, 0x155b9a, 0x083e74 },
  { 0x22476b, 0x2c5f8e, 0x3a79b2, 0x5795cf, 0x7db1e2, 0xa6ccf0, 0xd2e6fa },
};

TerPaintStyle
ter_paint_style_new (gboolean dark, gboolean high_contrast, const TerColor *text, const TerColor *accent)
{
  TerPaintStyle self = { .dark = dark, .high_contrast = high_contrast, .text = *text, .own = *accent };

  self.dim = ter_color_fade (text, 0.78);
  self.grid = ter_color_fade (text, high_contrast ? 0.4 : 0.12);
  self.zero = ter_color_fade (text, 0.6);
  self.card = ter_color_new (dark ? DARK_CARD : LIGHT_CARD);
  self.halo = ter_color_new (dark ? 0x000000 : 0xffffff);
  self.border = high_contrast ? *text : ter_color_new (dark ? DARK_WINDOW : LIGHT_CARD);
  return self;
}

TerPaintStyle
ter_paint_style_new_for_file (double size, gboolean grey)
{
  TerColor text = ter_color_new (FILE_TEXT), accent = ter_color_new (FILE_ACCENT);
  TerPaintStyle self = ter_paint_style_new (FALSE, FALSE, &text, grey ? &text : &accent);

  self.grey = grey;
  self.family = g_intern_static_string (FAMILY);
  self.size = size;
  return self;
}

TerColor
ter_paint_style_get_color (const TerPaintStyle *self, guint32 color)
{
  TerColor own = ter_color_new (color);
  float grey = 0.2126f * own.red + 0.7152f * own.green + 0.0722f * own.blue;

  return self->grey ? (TerColor) { grey, grey, grey, 1 } : own;
}

TerColor
ter_paint_style_get_heat (const TerPaintStyle *self, double part)
{
  double place = CLAMP (part, 0, 1) * (N_STOPS - 1);
  guint index = MIN ((guint) floor (place), N_STOPS - 2);
  TerColor from = ter_paint_style_get_color (self, heat[self->dark][index]);
  TerColor to = ter_paint_style_get_color (self, heat[self->dark][index + 1]);

  return ter_color_mix (&from, &to, place - index);
}

PangoContext *
ter_paint_style_create_context (const TerPaintStyle *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family != NULL ? self->family : FAMILY);
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  /* As wide wherever it is painted: on a screen, on paper, enlarged. */
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}
