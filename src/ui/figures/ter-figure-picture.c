/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-picture.h"

#include <glib/gi18n.h>

/* Of its letters, in pixels: 11 points on a screen. */
#define SIZE 14.667
#define LEAST_WIDTH 480
#define USUAL_WIDTH 720

/* (transfer full) (nullable): "Question: …", one line each. */
static char *
dup_foot (const TerFigureCaption *caption)
{
  const char *texts[] = { caption->question, caption->base, caption->source, caption->date };
  const char *formats[] = { N_ ("Question: %s"), N_ ("Base: %s"), N_ ("Source: %s"), N_ ("Date: %s") };
  GString *foot = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] == NULL || *texts[i] == '\0')
        continue;
      if (foot->len > 0)
        g_string_append_c (foot, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_string_append_printf (foot, _ (formats[i]), texts[i]);
#pragma GCC diagnostic pop
    }
  return g_string_free (foot, FALSE);
}

GBytes *
ter_figure_picture_make (TerFigureDrawing *drawing, const TerFigureCaption *caption, TerPictureFormat format)
{
  TerPaintStyle style = ter_paint_style_new_for_file (SIZE, FALSE);
  g_autoptr (TerPicture) picture = NULL;
  g_autofree char *foot = NULL;
  int width;

  g_return_val_if_fail (TER_IS_FIGURE_DRAWING (drawing) && caption != NULL, NULL);

  width = gtk_widget_get_width (GTK_WIDGET (drawing));
  picture = ter_picture_new (&style, width > 0 ? MAX (width, LEAST_WIDTH) : USUAL_WIDTH);
  foot = dup_foot (caption);
  ter_picture_add_text (picture, caption->title, TER_PICTURE_TITLE);
  ter_figure_drawing_add_to_picture (drawing, picture);
  ter_picture_add_text (picture, foot, TER_PICTURE_FOOT);
  return ter_picture_save (picture, format, caption->title, foot);
}
