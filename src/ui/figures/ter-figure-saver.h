/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure-drawing.h"
#include "ter-figure-export.h"

G_BEGIN_DECLS

/* (transfer floating): the button whose menu offers the formats, by the action "figure.save" (s). */
GtkWidget *ter_figure_saver_new_button (const char *figure_title, gboolean with_picture);

/**
 * ter_figure_saver_save:
 * @widget: the figure's
 * @drawing: (nullable): what is drawn of it, for pictures
 * @format: as the button's menu says: "csv", "csv-fr", "ods", "png", "svg", "pdf", or "copy" for a picture on the clipboard
 *
 * Asks where, writes the file whole or not at all, and says so.
 */
void ter_figure_saver_save (GtkWidget *widget, TerFigure *figure, TerFigureDrawing *drawing, const TerFigureCaption *caption,
                            const char *format);

G_END_DECLS
