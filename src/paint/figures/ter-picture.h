/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-legend.h"
#include "ter-map-layout.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* A figure as a document has it: title, legend, panels or maps, and where it comes from, one below the other, without a display. What
 * is added is laid out at once. In one thread at a time, any. */
typedef struct _TerPicture TerPicture;

typedef enum
{
  TER_PICTURE_FILE_PNG, /* two points a pixel: 192 an inch; fewer where that would be more than an image holds */
  TER_PICTURE_FILE_SVG, /* in both a unit is a pixel of the screen; all but maps of thousands of territories stays lines and letters */
  TER_PICTURE_FILE_PDF
} TerPictureFormat;

typedef enum
{
  TER_PICTURE_TITLE,
  TER_PICTURE_HEADING,
  TER_PICTURE_FOOT
} TerPictureText;

/* @width: of what stands between its margins, in pixels */
TerPicture *ter_picture_new (const TerPaintStyle *style, double width);
void ter_picture_free (TerPicture *self);

/* @text: nullable: nothing */
void ter_picture_add_text (TerPicture *self, const char *text, TerPictureText kind);
/* Its legend and all its panels, side by side where the author wants columns and there is room; or its one number; nothing of a table.
 * @max_categories: of bars; 0: all; @own: the datum of the reader's own territory; -1: none */
void ter_picture_add_figure (TerPicture *self, TerFigure *figure, guint max_categories, int own);
/* A map of a layout, beside the one before where there is room. @heading, @foot: nullable; @layout: as it is now; @values: one a feature;
 * @own: the reader's own territory; -1: none */
void ter_picture_add_map (TerPicture *self, const char *heading, TerMapLayout *layout, const TerMapScale *scale,
                          const double *values, int own, const char *foot);

/* With its margins. */
double ter_picture_get_width (TerPicture *self);
double ter_picture_get_height (TerPicture *self);
/* On its ground, the left top in that of @canvas. */
void ter_picture_draw (TerPicture *self, TerCanvas *canvas);
/* (transfer full): the file. @title, @subject: nullable: what a PDF says of itself */
GBytes *ter_picture_save (TerPicture *self, TerPictureFormat format, const char *title, const char *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPicture, ter_picture_free)

G_END_DECLS
