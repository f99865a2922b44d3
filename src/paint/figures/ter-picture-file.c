/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#include "ter-canvas-cairo.h"
#include "ter-picture.h"

#define PNG_SCALE 2.0
#define MOST_PIXELS 32767.0 /* of an image of cairo's, on a side */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_new (TerPicture *self, TerPictureFormat format, GByteArray *out)
{
  double width = ter_picture_get_width (self), height = ter_picture_get_height (self);
  cairo_surface_t *surface;
  double scale;

  if (format == TER_PICTURE_FILE_SVG)
    return cairo_svg_surface_create_for_stream (write_cb, out, width, height);
  if (format == TER_PICTURE_FILE_PDF)
    return cairo_pdf_surface_create_for_stream (write_cb, out, width, height);
  /* Hundreds of bars are higher than an image can be: it is coarser then. */
  scale = MIN (PNG_SCALE, MOST_PIXELS / ceil (MAX (width, height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

GBytes *
ter_picture_save (TerPicture *self, TerPictureFormat format, const char *title, const char *subject)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = surface_new (self, format, out);
  cairo_t *cr = cairo_create (surface);
  TerCanvasCairo canvas;

  if (format == TER_PICTURE_FILE_PDF && title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (format == TER_PICTURE_FILE_PDF && subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  ter_canvas_cairo_init (&canvas, cr);
  ter_picture_draw (self, &canvas.canvas);
  ter_canvas_cairo_clear (&canvas);
  cairo_destroy (cr);
  if (format == TER_PICTURE_FILE_PNG)
    cairo_surface_write_to_png_stream (surface, write_cb, out);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_warning ("A picture could not be made: %s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}
