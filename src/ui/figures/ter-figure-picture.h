/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure-export.h"

G_BEGIN_DECLS

typedef enum
{
  TER_PICTURE_PNG,
  TER_PICTURE_SVG,
  TER_PICTURE_PDF
} TerPictureFormat;

/* Called once with the picture (transfer full), in the main thread. */
typedef void (*TerPictureFunc) (GBytes *picture, gpointer user_data);

/**
 * ter_figure_picture_make:
 * @widget: a figure that is on the screen
 * @parts: (element-type GtkWidget): what is drawn of it, from the top; all shown, or about to be
 * @caption: what stands above and below; copied
 *
 * Draws what is shown for a document: on white and in the light colours, which the window takes for two frames when it is dark. PNG
 * has two points a pixel (192 an inch); in SVG and PDF a unit is a pixel of the screen, and all but maps stays lines and letters.
 */
void ter_figure_picture_make (GtkWidget *widget, GPtrArray *parts, const TerFigureCaption *caption, TerPictureFormat format,
                              TerPictureFunc done, gpointer user_data);

G_END_DECLS
