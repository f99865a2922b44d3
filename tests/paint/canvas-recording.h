/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"

/* A canvas that paints nothing and keeps what it was asked for. */

typedef enum
{
  RECORD_FILL,
  RECORD_STROKE,
  RECORD_TEXT,
  RECORD_PICTURE
} RecordVerb;

typedef struct
{
  RecordVerb verb;
  TerRect rect; /* where it lies, what is clipped away taken off */
  TerColor color;
  double width; /* of a stroke */
  char *text;   /* nullable */
  guint n_dashes;
  guint n_parts; /* of its path; 0: a rectangle */
} Record;

typedef struct
{
  TerCanvas canvas;
  GArray *records; /* of Record */
  GArray *clips;   /* of TerRect */
  GArray *open;    /* of TerRect: dx, dy as x, y; width 1: a clip */
} Recording;

static inline void
record_clear (gpointer record)
{
  g_free (((Record *) record)->text);
}

static inline TerRect
recording_cut (Recording *self, TerRect rect)
{
  for (guint i = 0; i < self->clips->len; i++)
    {
      const TerRect *clip = &g_array_index (self->clips, TerRect, i);
      double right = MIN (rect.x + rect.width, clip->x + clip->width), bottom = MIN (rect.y + rect.height, clip->y + clip->height);

      rect.x = MAX (rect.x, clip->x);
      rect.y = MAX (rect.y, clip->y);
      rect.width = MAX (right - rect.x, 0);
      rect.height = MAX (bottom - rect.y, 0);
    }
  return rect;
}

static inline void
recording_move (Recording *self, TerRect *rect)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      const TerRect *open = &g_array_index (self->open, TerRect, i);

      if (open->width != 1)
        {
          rect->x += open->x;
          rect->y += open->y;
        }
    }
}

static inline void
recording_add (TerCanvas *canvas, Record record)
{
  Recording *self = (Recording *) canvas;

  recording_move (self, &record.rect);
  record.rect = recording_cut (self, record.rect);
  g_array_append_val (self->records, record);
}

static inline TerRect
recording_bounds (const TerPath *path, double more)
{
  TerRect rect;

  ter_path_get_bounds (path, &rect);
  return (TerRect) { rect.x - more, rect.y - more, rect.width + 2 * more, rect.height + 2 * more };
}

static void
recording_fill (TerCanvas *canvas, const TerPath *path, const TerColor *color)
{
  recording_add (canvas, (Record) { .verb = RECORD_FILL,
                                    .rect = recording_bounds (path, 0),
                                    .color = *color,
                                    .n_parts = path->parts != NULL ? path->parts->len : 0 });
}

static void
recording_stroke (TerCanvas *canvas, const TerPath *path, const TerPen *pen, const TerColor *color)
{
  recording_add (canvas, (Record) { .verb = RECORD_STROKE,
                                    .rect = recording_bounds (path, pen->width / 2),
                                    .color = *color,
                                    .width = pen->width,
                                    .n_dashes = pen->n_dashes,
                                    .n_parts = path->parts != NULL ? path->parts->len : 0 });
}

static void
recording_text (TerCanvas *canvas, PangoLayout *text, double x, double y, const TerColor *color)
{
  PangoRectangle extents;

  pango_layout_get_pixel_extents (text, NULL, &extents);
  recording_add (canvas, (Record) { .verb = RECORD_TEXT,
                                    .rect = { x + extents.x, y + extents.y, extents.width, extents.height },
                                    .color = *color,
                                    .text = g_strdup (pango_layout_get_text (text)) });
}

static void
recording_picture (TerCanvas *canvas, cairo_surface_t *picture, const TerRect *rect)
{
  recording_add (canvas, (Record) { .verb = RECORD_PICTURE, .rect = *rect });
}

static void
recording_clip (TerCanvas *canvas, const TerPath *path)
{
  Recording *self = (Recording *) canvas;
  TerRect rect = recording_bounds (path, 0), open = { .width = 1 };

  recording_move (self, &rect);
  g_array_append_val (self->clips, rect);
  g_array_append_val (self->open, open);
}

static void
recording_group (TerCanvas *canvas, double dx, double dy, double factor, double opacity)
{
  TerRect open = { dx, dy, 0, 0 };

  g_assert_cmpfloat (factor, ==, 1);
  g_assert_true (opacity > 0 && opacity <= 1);
  g_array_append_val (((Recording *) canvas)->open, open);
}

static void
recording_tag (TerCanvas *canvas, const char *name)
{
  recording_group (canvas, 0, 0, 1, 1);
}

static void
recording_pop (TerCanvas *canvas)
{
  Recording *self = (Recording *) canvas;

  g_assert_cmpuint (self->open->len, >, 0);
  if (g_array_index (self->open, TerRect, self->open->len - 1).width == 1)
    g_array_set_size (self->clips, self->clips->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
}

static inline void
recording_init (Recording *self)
{
  static const TerCanvasVerbs verbs = { recording_fill, recording_stroke, recording_text, recording_picture,
                                        recording_clip, recording_group,  recording_tag,  recording_pop };

  self->canvas.verbs = &verbs;
  self->records = g_array_new (FALSE, TRUE, sizeof (Record));
  g_array_set_clear_func (self->records, record_clear);
  self->clips = g_array_new (FALSE, TRUE, sizeof (TerRect));
  self->open = g_array_new (FALSE, TRUE, sizeof (TerRect));
}

static inline void
recording_clear (Recording *self)
{
  /* What was begun has ended. */
  g_assert_cmpuint (self->open->len, ==, 0);
  g_array_unref (self->records);
  g_array_unref (self->clips);
  g_array_unref (self->open);
}

static inline guint
recording_get_n (const Recording *self)
{
  return self->records->len;
}

static inline const Record *
recording_get (const Recording *self, guint index)
{
  return &g_array_index (self->records, Record, index);
}
