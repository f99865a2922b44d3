/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-classes.h"

G_BEGIN_DECLS

/* How a map's values become colours: by class, or continuously; from one end to the other, or away from a middle. A plain value. */
typedef struct
{
  gboolean continuous;
  TerClasses classes; /* when not continuous */
  double from, to;    /* when continuous: values beyond take the end's colour */
  gboolean diverging;
  double middle; /* when diverging */
} TerMapScale;

/* How many colours a continuous scale is drawn with. */
#define TER_MAP_SCALE_STEPS 64u

guint ter_map_scale_get_n_colors (const TerMapScale *self); /* classes, or steps of a continuous scale */
/* The number of the colour of @value; -1 when it has none. */
int ter_map_scale_find (const TerMapScale *self, double value);
/**
 * ter_map_scale_get_color:
 * @high_contrast: a wider range of lightness
 *
 * One hue in evenly spaced lightness, or two away from a middle, each of its own lightness, so that neighbours are told apart with any colour
 * vision and in grey; test-map-scale.c holds it. Interpolated in OKLab (Björn Ottosson, A perceptual color space for image processing, 2020).
 *
 * Returns: 0xRRGGBB
 */
guint32 ter_map_scale_get_color (const TerMapScale *self, guint index, gboolean dark, gboolean high_contrast);

G_END_DECLS
