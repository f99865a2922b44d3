/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-svg.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "canvas-recording.h"
#include "ter-canvas-cairo.h"
#include "ter-figure-classes.h"
#include "ter-json.h"
#include "ter-map-colors.h"
#include "ter-paint-map.h"
#include "ter-picture.h"

#define WIDTH 700

static JsonNode *
load_json (const char *folder, const char *path)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return json_from_string (text, NULL);
}

/* (transfer full) (nullable) */
static GBytes *
load_resource (const char *folder, JsonArray *resources, const char *name, JsonObject **resource)
{
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      g_autofree char *file = NULL;
      char *text;
      gsize length;

      *resource = json_array_get_object_element (resources, i);
      if (g_strcmp0 (ter_json_get_string (*resource, "name"), name) != 0)
        continue;
      file = g_build_filename (folder, ter_json_get_string (*resource, "path"), NULL);
      g_assert_true (g_file_get_contents (file, &text, &length, NULL));
      return g_bytes_new_take (text, length);
    }
  return NULL;
}

static void
add_map (TerPicture *picture, const char *folder, JsonArray *resources, TerFigure *figure)
{
  JsonObject *resource;
  g_autoptr (GBytes) bytes = load_resource (folder, resources, ter_figure_get_outline (figure), &resource);
  g_autoptr (TerOutline) outline = ter_outline_new_from_bytes (bytes, NULL);
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, WIDTH, 600);
  guint n = ter_outline_get_n_features (outline);
  g_autofree double *values = g_new (double, n);
  TerMapScale scale;

  ter_figure_classes_fill_values (figure, outline, values);
  ter_figure_classes_get_scale (figure, values, n, &scale);
  ter_picture_add_map (picture, NULL, layout, &scale, values, 0, "Mine");
}

static TerPicture *
make_picture (const char *folder, JsonArray *resources, TerFigure *figure)
{
  TerPaintStyle style = ter_paint_style_new_for_file (14.667, FALSE);
  TerPicture *picture = ter_picture_new (&style, WIDTH);

  ter_picture_add_text (picture, "A title that is long enough to be broken into two lines when there is not room enough for it",
                        TER_PICTURE_TITLE);
  if (ter_figure_get_mark (figure) == TER_MARK_MAP)
    add_map (picture, folder, resources, figure);
  else
    ter_picture_add_figure (picture, figure, 0, -1);
  ter_picture_add_text (picture, "Source: the pack that ships", TER_PICTURE_FOOT);
  return picture;
}

/* Everything lies within the picture, and letters below one another do not touch. */
static void
check_places (TerPicture *picture, guint least)
{
  double width = ter_picture_get_width (picture), height = ter_picture_get_height (picture);
  Recording recording;

  recording_init (&recording);
  ter_picture_draw (picture, &recording.canvas);
  g_assert_cmpuint (recording_get_n (&recording), >=, least);
  for (guint i = 0; i < recording_get_n (&recording); i++)
    {
      const Record *record = recording_get (&recording, i);

      if (record->rect.width <= 0 || record->rect.height <= 0)
        continue;
      g_assert_cmpfloat (record->rect.x, >=, -1);
      g_assert_cmpfloat (record->rect.y, >=, -1);
      g_assert_cmpfloat (record->rect.x + record->rect.width, <=, width + 1);
      g_assert_cmpfloat (record->rect.y + record->rect.height, <=, height + 1);
    }
  recording_clear (&recording);
}

/* The part of the pixels, of the middle third of its height, that are not white. */
static double
get_inked (TerPicture *picture)
{
  int width = (int) ter_picture_get_width (picture), height = (int) ter_picture_get_height (picture), n = 0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_auto (TerCanvasCairo) canvas = { 0 };

  ter_canvas_cairo_init (&canvas, cr);
  ter_picture_draw (picture, &canvas.canvas);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = height / 3; y < 2 * height / 3; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
        n += (pixel & 0xffffff) != 0xffffff;
      }
  cairo_surface_destroy (surface);
  return n / (width * MAX (height / 3.0, 1));
}

static void
check_figure (const char *folder, JsonArray *resources, TerFigure *figure)
{
  g_autoptr (TerPicture) picture = make_picture (folder, resources, figure), again = make_picture (folder, resources, figure);
  g_autoptr (GBytes) svg = ter_picture_save (picture, TER_PICTURE_FILE_SVG, NULL, NULL);
  g_autoptr (GBytes) pdf = ter_picture_save (picture, TER_PICTURE_FILE_PDF, "A title", "A subject");
  g_autoptr (GBytes) svg_again = ter_picture_save (again, TER_PICTURE_FILE_SVG, NULL, NULL);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  g_assert_nonnull (g_strrstr_len ((const char *) g_bytes_get_data (pdf, NULL) + g_bytes_get_size (pdf) - 16, 16, "%%EOF"));
  /* Ground, title, foot, and: a number is one text. */
  check_places (picture, ter_figure_get_mark (figure) == TER_MARK_TEXT ? 4 : 9);
  g_assert_cmpfloat (get_inked (picture), >, 0.005);
  g_assert_cmpuint (g_bytes_get_size (svg), >, 2000);
  g_assert_true (g_bytes_equal (svg, svg_again));
  /* Lines and letters, no picture of them. */
  g_assert_null (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<image"));
}

static guint
check_dashboard (const char *folder, JsonArray *resources, JsonObject *dashboard)
{
  JsonArray *groups = ter_json_get_array (dashboard, "groups");
  guint n = 0;

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          JsonObject *spec = ter_json_get_object (ter_json_array_object (figures, j), "spec"), *resource;
          g_autoptr (GBytes) bytes = load_resource (folder, resources, ter_figure_spec_get_table (spec), &resource);
          g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, resource, "fr", NULL);
          g_autoptr (TerFigure) figure = ter_figure_new (spec, table);

          if (ter_figure_get_mark (figure) == TER_MARK_TABLE)
            continue;
          g_test_message ("%s/%s", ter_json_get_string (dashboard, "id"),
                          ter_json_get_string (ter_json_array_object (figures, j), "id"));
          check_figure (folder, resources, figure);
          n++;
        }
    }
  return n;
}

/* @members: the pack's folder below the source */
static void
check_pack (const char *members, guint least)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TER_SOURCE_DIR"), members, NULL);
  g_autoptr (JsonNode) manifest = load_json (folder, "datapackage.json");
  JsonArray *resources = ter_json_get_array (json_node_get_object (manifest), "resources");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject *resource = json_array_get_object_element (resources, i);
      g_autoptr (JsonNode) entries = NULL;

      if (g_strcmp0 (ter_json_get_string (resource, "role"), "entries") != 0)
        continue;
      entries = load_json (folder, ter_json_get_string (resource, "path"));
      for (guint j = 0; j < json_array_get_length (json_node_get_array (entries)); j++)
        n += check_dashboard (folder, resources, json_array_get_object_element (json_node_get_array (entries), j));
    }
  g_assert_cmpuint (n, >, least);
}

static void
test_every_figure_of_the_first_pack_is_a_picture (void)
{
  check_pack ("data/packs/innovation-territoriale", 50);
}

/* ---- Maps ---- */

static TerMapGeometry *
read_departements (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data/packs/innovation-territoriale/maps/departements.geojson", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerOutline) outline = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  outline = ter_outline_new_from_bytes (bytes, NULL);
  return ter_map_geometry_new (outline);
}

static guint
count (const Recording *recording, RecordVerb verb, const TerColor *color)
{
  guint n = 0;

  for (guint i = 0; i < recording_get_n (recording); i++)
    n += recording_get (recording, i)->verb == verb &&
         ter_color_pack (&recording_get (recording, i)->color) == ter_color_pack (color) &&
         recording_get (recording, i)->color.alpha == color->alpha && recording_get (recording, i)->n_parts > 0;
  return n;
}

/* Each territory is filled once, in the colour of its class; without a value it is hatched; one's own is outlined on a halo. */
static void
test_a_map_is_filled_by_class (void)
{
  g_autoptr (TerMapGeometry) geometry = read_departements ();
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, WIDTH, 600);
  guint n = ter_map_geometry_get_n_features (geometry), counts[3] = { 0 };
  g_autofree double *values = g_new (double, n);
  TerPaintStyle style = ter_paint_style_new_for_file (14.667, FALSE);
  PangoContext *context = ter_paint_style_create_context (&style);
  g_autoptr (TerPaintTexts) texts = ter_paint_texts_new (context);
  TerMapScale scale = { .classes = { .n_classes = 2, .bounds = { 0, 10, 20 }, .from_below = TRUE } };
  const TerPaintMap map = { layout, &scale, values, &style, texts, -1, -1, 1 };
  TerColor line, border;
  Recording recording;

  g_object_unref (context);
  for (guint i = 0; i < n; i++)
    {
      values[i] = i % 3 == 2 ? NAN : i % 3 == 0 ? 5 : 15;
      counts[i % 3]++;
    }
  recording_init (&recording);
  ter_paint_map_draw (&map, &recording.canvas);
  for (guint i = 0; i < 2; i++)
    {
      TerColor color = ter_map_colors_get_class (&style, &scale, i);

      g_assert_cmpuint (count (&recording, RECORD_FILL, &color), ==, counts[i]);
    }
  ter_map_colors_get_hatched (&style, 1, &line, &border);
  g_assert_cmpuint (count (&recording, RECORD_STROKE, &line), ==, counts[2]);
  g_assert_cmpuint (count (&recording, RECORD_STROKE, &style.own), ==, 1);
  g_assert_cmpuint (ter_map_layout_get_n_panels (layout), >, 1);
  recording_clear (&recording);
}

/* What another program would see of a file's first bytes; the same picture twice is the same file. */
static void
test_a_picture_is_a_file_of_its_kind (void)
{
  static const char *const begins[] = {
    [TER_PICTURE_FILE_PNG] = "\x89PNG\r\n", [TER_PICTURE_FILE_SVG] = "<?xml", [TER_PICTURE_FILE_PDF] = "%PDF-"
  };
  TerPaintStyle style = ter_paint_style_new_for_file (14.667, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      GBytes *files[2];

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (TerPicture) picture = ter_picture_new (&style, WIDTH);

          ter_picture_add_text (picture, "Accents: éàü", TER_PICTURE_TITLE);
          files[j] = ter_picture_save (picture, i, "Accents", NULL);
        }
      g_assert_cmpuint (g_bytes_get_size (files[0]), >, 500);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (files[0], NULL), begins[i]));
      /* A PDF says when it was made. */
      g_assert_true (i == TER_PICTURE_FILE_PDF || g_bytes_equal (files[0], files[1]));
      g_bytes_unref (files[0]);
      g_bytes_unref (files[1]);
    }
}

/* (transfer full): hundreds of bars below one another. */
static TerFigure *
make_tall_figure (void)
{
  g_autoptr (GString) rows = g_string_new ("n,v\n");
  g_autoptr (JsonNode) resource = json_from_string (
    "{\"mediatype\":\"text/csv\",\"schema\":{\"fields\":[{\"name\":\"n\",\"type\":\"string\"},{\"name\":\"v\",\"type\":\"number\"}]}}",
    NULL);
  g_autoptr (JsonNode) spec =
    json_from_string ("{\"mark\":\"bar\",\"encoding\":{\"y\":{\"field\":\"n\"},\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}",
                      NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerTable) table = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (rows, "Commune %03u,%u\n", i, i + 1);
  bytes = g_bytes_new (rows->str, rows->len);
  table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "fr", NULL);
  return ter_figure_new (json_node_get_object (spec), table);
}

static guint
read_number (const guint8 *data)
{
  return (guint) data[0] << 24 | (guint) data[1] << 16 | (guint) data[2] << 8 | data[3];
}

/* Higher than an image of cairo's can be: coarser, but all there. */
static void
test_a_very_tall_figure_is_a_picture_too (void)
{
  g_autoptr (TerFigure) figure = make_tall_figure ();
  TerPaintStyle style = ter_paint_style_new_for_file (14.667, FALSE);
  g_autoptr (TerPicture) picture = ter_picture_new (&style, WIDTH);
  g_autoptr (GBytes) png = NULL;
  const guint8 *data;
  double ratio;

  ter_picture_add_figure (picture, figure, 0, -1);
  g_assert_cmpfloat (ter_picture_get_height (picture) * 2, >, 32767);
  png = ter_picture_save (picture, TER_PICTURE_FILE_PNG, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (png), >, 50000);
  data = g_bytes_get_data (png, NULL);
  ratio = (double) read_number (data + 20) / read_number (data + 16);
  g_assert_cmpfloat (fabs (ratio - ter_picture_get_height (picture) / ter_picture_get_width (picture)), <, 0.1);
}

static void
test_grey_has_no_colour (void)
{
  TerPaintStyle style = ter_paint_style_new_for_file (14, TRUE);
  TerColor color = ter_paint_style_get_color (&style, 0xcf6420), heat = ter_paint_style_get_heat (&style, 0.4);

  g_assert_cmpfloat (color.red, ==, color.blue);
  g_assert_cmpfloat (heat.red, ==, heat.green);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/pack", test_every_figure_of_the_first_pack_is_a_picture);
  g_test_add_func ("/pictures/map", test_a_map_is_filled_by_class);
  g_test_add_func ("/pictures/file", test_a_picture_is_a_file_of_its_kind);
  g_test_add_func ("/pictures/tall", test_a_very_tall_figure_is_a_picture_too);
  g_test_add_func ("/pictures/grey", test_grey_has_no_colour);
  return g_test_run ();
}
