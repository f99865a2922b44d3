/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure-drawing.h"
#include "ter-figure-export.h"

G_BEGIN_DECLS

/* (transfer full): what shows of a figure as a file, on white and in a document's letters, whatever the window's style.
 * @caption: what stands above and below */
GBytes *ter_figure_picture_make (TerFigureDrawing *drawing, const TerFigureCaption *caption, TerPictureFormat format);

G_END_DECLS
