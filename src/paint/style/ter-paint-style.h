/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "ter-color.h"

G_BEGIN_DECLS

/* How all that is painted looks. A plain value: the window makes it of its widget's colours, a file of constants. */
typedef struct
{
  gboolean dark;          /* on a dark ground: palettes are others */
  gboolean high_contrast; /* patterns and outlines in full, a wider range of lightness */
  gboolean grey;          /* for a printer without colours */
  TerColor text;
  TerColor dim;       /* numbers of an axis, titles of axes */
  TerColor grid;      /* the lines of an axis */
  TerColor zero;      /* the line where values begin */
  TerColor card;      /* what is painted on */
  TerColor halo;      /* around a line that has to be seen on any colour */
  TerColor own;       /* the reader's own territory on a map */
  TerColor border;    /* between two territories */
  const char *family; /* of letters; interned, nullable: the widget's own */
  double size;        /* of letters, in pixels; 0: the widget's own */
} TerPaintStyle;

/* The style of a widget of that colour of text; @accent: of the reader's own territory. */
TerPaintStyle ter_paint_style_new (gboolean dark, gboolean high_contrast, const TerColor *text, const TerColor *accent);
/* On white, with letters of @size pixels. */
TerPaintStyle ter_paint_style_new_for_file (double size, gboolean grey);
/* A colour of a palette, 0xRRGGBB, as this style has it: in grey, as light as it is. */
TerColor ter_paint_style_get_color (const TerPaintStyle *self, guint32 color);
/* All numbers from the lowest (@part 0) to the highest (1). */
TerColor ter_paint_style_get_heat (const TerPaintStyle *self, double part);
/* (transfer full): of a file's letters; in this thread */
PangoContext *ter_paint_style_create_context (const TerPaintStyle *self);

G_END_DECLS
