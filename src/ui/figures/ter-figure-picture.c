/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-picture.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-map-view.h"

#define MARGIN 24
#define SPACING 12
#define PNG_SCALE 2
#define FRAMES 2 /* that a change of style takes to be drawn */

typedef struct
{
  GtkWidget *widget;
  GPtrArray *parts;
  char *title, *foot; /* nullable */
  TerPictureFormat format;
  TerPictureFunc done;
  gpointer user_data;
  AdwColorScheme scheme; /* to go back to */
  guint n_frames;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->widget);
  g_ptr_array_unref (self->parts);
  g_free (self->title);
  g_free (self->foot);
  g_free (self);
}

/* ---- The sheet ---- */

typedef struct
{
  double width, height;
  PangoLayout *title, *foot; /* nullable */
  GPtrArray *nodes;          /* of GskRenderNode; NULL for a part without any drawing */
} Sheet;

static PangoLayout *
layout_new (Request *self, const char *text, double width, gboolean large)
{
  PangoLayout *layout;
  g_autoptr (PangoFontDescription) font = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = gtk_widget_create_pango_layout (self->widget, text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_weight (font, large ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * (large ? 1.2 : 0.85)));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static double
layout_get_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);
  return height > 0 ? height + SPACING : 0;
}

static gpointer
snapshot_part (GtkWidget *part)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (part);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (part), gtk_widget_get_height (part));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
sheet_init (Sheet *self, Request *request)
{
  double inner = 1;

  self->nodes = g_ptr_array_new_with_free_func (free_node);
  for (guint i = 0; i < request->parts->len; i++)
    inner = MAX (inner, gtk_widget_get_width (request->parts->pdata[i]));
  self->title = layout_new (request, request->title, inner, TRUE);
  self->foot = layout_new (request, request->foot, inner, FALSE);
  self->width = inner + 2 * MARGIN;
  self->height = 2 * MARGIN + layout_get_height (self->title) + layout_get_height (self->foot);
  for (guint i = 0; i < request->parts->len; i++)
    {
      g_ptr_array_add (self->nodes, snapshot_part (request->parts->pdata[i]));
      self->height += gtk_widget_get_height (request->parts->pdata[i]) + SPACING;
    }
}

static void
sheet_clear (Sheet *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->foot);
  g_ptr_array_unref (self->nodes);
}

static double
draw_layout (cairo_t *cr, PangoLayout *layout, double y)
{
  if (layout == NULL)
    return y;
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  return y + layout_get_height (layout);
}

static void
sheet_draw (const Sheet *self, Request *request, cairo_t *cr)
{
  double y = MARGIN;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.12, 0.12, 0.13);
  y = draw_layout (cr, self->title, y);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, y);
      if (self->nodes->pdata[i] != NULL)
        gsk_render_node_draw (self->nodes->pdata[i], cr);
      cairo_restore (cr);
      y += gtk_widget_get_height (request->parts->pdata[i]) + SPACING;
    }
  cairo_set_source_rgb (cr, 0.12, 0.12, 0.13);
  draw_layout (cr, self->foot, y);
}

/* ---- The file ---- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_new (const Sheet *sheet, Request *request, GByteArray *out)
{
  cairo_surface_t *surface;

  switch (request->format)
    {
    case TER_PICTURE_SVG: return cairo_svg_surface_create_for_stream (write_cb, out, sheet->width, sheet->height);
    case TER_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_cb, out, sheet->width, sheet->height);
      if (request->title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, request->title);
      if (request->foot != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, request->foot);
      return surface;
    case TER_PICTURE_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (sheet->width * PNG_SCALE),
                                            (int) ceil (sheet->height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    }
}

static GBytes *
draw (Request *request)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  Sheet sheet = { 0 };

  sheet_init (&sheet, request);
  surface = surface_new (&sheet, request, out);
  cr = cairo_create (surface);
  sheet_draw (&sheet, request, cr);
  cairo_destroy (cr);
  if (request->format == TER_PICTURE_PNG)
    cairo_surface_write_to_png_stream (surface, write_cb, out);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  sheet_clear (&sheet);
  return g_byte_array_free_to_bytes (out);
}

/* ---- When ---- */

/* On paper there are no pixels, and no buttons. */
static void
set_on_paper (GtkWidget *widget, gboolean on_paper)
{
  if (TER_IS_MAP_VIEW (widget))
    ter_map_view_set_as_shapes (TER_MAP_VIEW (widget), on_paper);
  else if (GTK_IS_BUTTON (widget))
    gtk_widget_set_opacity (widget, on_paper ? 0.0 : 1.0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_on_paper (child, on_paper);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Request *self = user_data;

  if (self->n_frames++ < FRAMES)
    return G_SOURCE_CONTINUE;
  self->done (draw (self), self->user_data);
  return G_SOURCE_REMOVE;
}

/* Also when the figure goes before its picture was made: the window has its style back, and the request ends. */
static void
ended_cb (gpointer user_data)
{
  Request *self = user_data;

  for (guint i = 0; i < self->parts->len; i++)
    set_on_paper (self->parts->pdata[i], FALSE);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), self->scheme);
  request_free (self);
}

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

void
ter_figure_picture_make (GtkWidget *widget, GPtrArray *parts, const TerFigureCaption *caption, TerPictureFormat format,
                         TerPictureFunc done, gpointer user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Request *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && parts != NULL && caption != NULL && done != NULL);

  self = g_new0 (Request, 1);
  self->widget = g_object_ref (widget);
  self->parts = g_ptr_array_ref (parts);
  self->title = g_strdup (caption->title);
  self->foot = dup_foot (caption);
  self->format = format;
  self->done = done;
  self->user_data = user_data;
  for (guint i = 0; i < parts->len; i++)
    set_on_paper (parts->pdata[i], TRUE);
  self->scheme = adw_style_manager_get_color_scheme (manager);
  if (adw_style_manager_get_dark (manager))
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_add_tick_callback (widget, tick_cb, self, ended_cb);
}
