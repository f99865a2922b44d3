/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-palette.h"

#include <math.h>

/* Chosen by search: the least distance between two of them in OKLab, seen normally and with protanopia, deuteranopia and
 * tritanopia (Machado, Oliveira and Fernandes, 2009), is 0.08 in the light and 0.12 in the dark; test-palette.c holds it. */
static const guint32 light[TER_PALETTE_SIZE] = { 0x1a5fb4, 0xcf6420, 0x102a43, 0x8f6fb8, 0x2f8f83, 0x7d3c1f };
static const guint32 dark_colors[TER_PALETTE_SIZE] = { 0x8cb2f1, 0xf49752, 0xfddb7c, 0xa278a4, 0x67f1e9, 0xd95c4b };

guint32
ter_palette_get (guint series, gboolean dark)
{
  return (dark ? dark_colors : light)[series % TER_PALETTE_SIZE];
}

/* WCAG 2.2, definition of relative luminance. */
static double
get_luminance (guint32 color)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = (color >> (16 - 8 * i) & 0xff) / 255.0;

      luminance += weights[i] * (c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

double
ter_color_get_contrast (guint32 a, guint32 b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

guint32
ter_color_get_readable (guint32 background)
{
  return ter_color_get_contrast (0xffffff, background) >= ter_color_get_contrast (0x000000, background) ? 0xffffff : 0x000000;
}

gboolean
ter_color_parse (const char *text, guint32 *color)
{
  guint32 value = 0;

  g_return_val_if_fail (color != NULL, FALSE);

  if (text == NULL || *text != '#')
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }
  if (text[7] != '\0')
    return FALSE;
  *color = value;
  return TRUE;
}
