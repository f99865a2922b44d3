/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A map of 35,000 territories of some forty points each, as communes are, drawn in software as the window draws it: moved, coloured anew,
 * and with the one under the pointer outlined; each beside drawing all its outlines afresh. Times are those of whole frames. */

#include <gtk/gtk.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "ter-map-layout.h"
#include "ter-map-tiles.h"

#define COLUMNS 187
#define ROWS 187
#define POINTS_OF_SIDE 7 /* of each of the six sides of a territory */
#define WIDTH 1000
#define HEIGHT 900
#define BUDGET 6 /* as in ter-map-view.c */
#define N_FRAMES 60

/* Of the processor: what else the machine does is not counted. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* ---- A country of jittered hexagons, whose sides wind; each side is the same for both who share it ---- */

static double
noise (guint a, guint b, guint c)
{
  guint32 x = a * 0x9e3779b1u ^ b * 0x85ebca77u ^ c * 0xc2b2ae3du;

  x ^= x >> 15;
  x *= 0x2c1b3c6du;
  x ^= x >> 12;
  x *= 0x297a2d39u;
  x ^= x >> 15;
  return x / 4294967296.0 - 0.5;
}

/* The corner where three hexagons meet: two for each hexagon, named by it. */
static TerPosition
corner (guint column, guint row, guint which)
{
  const double width = 13.0 / COLUMNS, height = 8.8 / ROWS;
  double x = column + (row % 2) / 2.0 + (which == 0 ? 0.0 : 0.5), y = row + (which == 0 ? 0.0 : -1.0 / 6.0 - 1.0 / 6.0);

  x += 0.25 * noise (column, row, which) + (which == 0 ? 0.0 : 0.0);
  y += 0.25 * noise (column, row, which + 2);
  return (TerPosition) { -4.8 + x * width, 51.0 - y * height };
}

static void
append_side (GString *json, TerPosition from, TerPosition to, gboolean first)
{
  gboolean turned = from.longitude > to.longitude || (from.longitude == to.longitude && from.latitude > to.latitude);
  TerPosition a = turned ? to : from, b = turned ? from : to;
  guint seed_a = (guint) lround ((a.longitude + 180) * 1e5), seed_b = (guint) lround ((b.latitude + 90) * 1e5);

  for (guint i = 0; i < POINTS_OF_SIDE; i++)
    {
      guint at = turned ? POINTS_OF_SIDE - i : i;
      double t = (double) at / POINTS_OF_SIDE, away = at == 0 || at == POINTS_OF_SIDE ? 0 : 0.12 * noise (seed_a, seed_b, at);

      g_string_append_printf (json, "%s[%.5f,%.5f]", first && i == 0 ? "" : ",",
                              a.longitude + (b.longitude - a.longitude) * t - away * (b.latitude - a.latitude),
                              a.latitude + (b.latitude - a.latitude) * t + away * (b.longitude - a.longitude));
    }
}

static TerOutline *
make_outline (void)
{
  GString *json = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TerOutline *outline;
  double begun;

  for (guint row = 1; row <= ROWS; row++)
    for (guint column = 1; column <= COLUMNS; column++)
      {
        /* Clockwise from the left top: the left sides of this one and the next, and those of the row below. */
        guint below = column - (row % 2 == 0 ? 1 : 0);
        TerPosition corners[6] = { corner (column, row, 0),        corner (column, row, 1),        corner (column + 1, row, 0),
                                   corner (below + 1, row + 1, 1), corner (below + 1, row + 1, 0), corner (below, row + 1, 1) };

        g_string_append_printf (
          json,
          "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%05u\",\"name\":\"Commune %u\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
          row * column > 1 ? "," : "", row * 200 + column, row * 200 + column);
        corners[4] =
          (TerPosition) { (corners[3].longitude + corners[5].longitude) / 2, (corners[3].latitude + corners[5].latitude) / 2 };
        corners[4] = corner (below + 1, row + 1, 0);
        for (guint i = 0; i < 6; i++)
          append_side (json, corners[i], corners[(i + 1) % 6], i == 0);
        g_string_append_printf (json, ",[%.5f,%.5f]]]}}", corners[0].longitude, corners[0].latitude);
      }
  g_string_append (json, "]}");
  g_print ("# %.1f MiB of outlines\n", json->len / 1048576.0);
  bytes = g_string_free_to_bytes (json);
  begun = get_milliseconds ();
  outline = ter_outline_new_from_bytes (bytes, &error);
  if (outline == NULL)
    g_error ("%s", error->message);
  g_print ("# read in %.0f ms\n", get_milliseconds () - begun);
  return outline;
}

/* ---- Frames ---- */

typedef struct
{
  TerMapLayout *layout;
  TerMapTiles *tiles;
  TerMapInk ink;
  cairo_surface_t *surface;
  GPtrArray *paths;
} Map;

/* What GSK's renderer in software does with a frame. */
static void
render (Map *map, GtkSnapshot *snapshot)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_t *cr = cairo_create (map->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static void
set_colors (Map *map, guint offset)
{
  static const guint32 colors[] = { 0xffd3e4f6, 0xffacceee, 0xff80b4e2, 0xff5497d0, 0xff2f79b9 };

  for (guint i = 1; i <= map->ink.n; i++)
    ter_map_ink_set (&map->ink, i, colors[(i * 7 + i / 190 + offset) % 5], 0xffffffff);
  ter_map_tiles_set_ink (map->tiles, &map->ink);
}

static void
add_ring_cb (const TerMapPoint *points, guint n, gpointer user_data)
{
  GskPathBuilder *builder = user_data;

  gsk_path_builder_move_to (builder, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    gsk_path_builder_line_to (builder, points[i].x, points[i].y);
  gsk_path_builder_close (builder);
}

static void
snapshot_outline (Map *map, GtkSnapshot *snapshot, guint feature, double least)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (map->layout, 0);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2.0f / frame->transform.factor);

  ter_map_geometry_foreach_ring (ter_map_layout_get_geometry (map->layout), feature, least, add_ring_cb, builder);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame->transform.dx, frame->transform.dy));
  gtk_snapshot_scale (snapshot, frame->transform.factor, frame->transform.factor);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &(GdkRGBA) { 0, 0, 0, 1 });
  gtk_snapshot_restore (snapshot);
}

/* A frame as the window draws it. Returns its milliseconds; @hovered: -1: none. */
static double
draw (Map *map, int hovered, guint budget, gboolean *whole)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (map->layout, 0);
  graphene_rect_t area = GRAPHENE_RECT_INIT (frame->x, frame->y, frame->width, frame->height);
  double begun = get_milliseconds ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *whole = ter_map_tiles_snapshot (map->tiles, snapshot, &frame->transform, &area, 1, &budget);
  if (hovered >= 0)
    snapshot_outline (map, snapshot, hovered, 0.1 / (frame->transform.factor * frame->transform.factor));
  render (map, snapshot);
  return get_milliseconds () - begun;
}

/* All outlines, filled and stroked by GSK: what the window did before it had squares. */
static double
draw_afresh (Map *map)
{
  static const GdkRGBA colors[] = { { 0.83, 0.89, 0.96, 1 }, { 0.67, 0.81, 0.93, 1 }, { 0.5, 0.7, 0.89, 1 } };
  const TerMapPanel *frame = ter_map_layout_get_panel (map->layout, 0);
  double begun = get_milliseconds ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame->transform.dx, frame->transform.dy));
  gtk_snapshot_scale (snapshot, frame->transform.factor, frame->transform.factor);
  for (guint i = 0; i < map->paths->len; i++)
    gtk_snapshot_append_fill (snapshot, g_ptr_array_index (map->paths, i), GSK_FILL_RULE_EVEN_ODD, &colors[i % 3]);
  render (map, snapshot);
  return get_milliseconds () - begun;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
tell (const char *name, double *times, guint n, double afresh)
{
  qsort (times, n, sizeof *times, compare);
  g_print ("%s %.3f (%.1f ms, %.0f ms afresh; slowest frame %.1f ms)\n", name, times[n / 2] / afresh, times[n / 2], afresh,
           times[n - 1]);
}

/* Until all is drawn: the milliseconds of each frame. Returns how many there were. */
static guint
draw_whole (Map *map, double *times)
{
  gboolean whole = FALSE;
  guint n = 0;

  while (!whole && n < N_FRAMES)
    times[n++] = draw (map, -1, BUDGET, &whole);
  return n;
}

static double
sum (const double *times, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += times[i];
  return total;
}

static void
measure (Map *map, const char *suffix)
{
  double times[N_FRAMES], afresh[5], slowest = 0, fresh;
  g_autofree char *pan = g_strconcat ("map-pan", suffix, NULL), *hover = g_strconcat ("map-hover", suffix, NULL);
  g_autofree char *recolour = g_strconcat ("map-recolour", suffix, NULL);
  gboolean whole;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (afresh); i++)
    afresh[i] = draw_afresh (map);
  qsort (afresh, G_N_ELEMENTS (afresh), sizeof *afresh, compare);

  n = draw_whole (map, times);
  fresh = sum (times, n);
  qsort (times, n, sizeof *times, compare);
  g_print ("map-first%s %.3f (%.1f ms in %u frames, %.0f ms afresh; slowest frame %.1f ms)\n", suffix, fresh / afresh[2], fresh, n,
           afresh[2], times[n - 1]);
  /* The whole fills the window and cannot be moved. */
  if (ter_map_layout_zoom (map->layout, 1.6, WIDTH / 2.0, HEIGHT / 2.0))
    draw_whole (map, times);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      ter_map_layout_pan (map->layout, i < N_FRAMES / 2 ? -17 : 13, -11);
      times[i] = draw (map, -1, BUDGET, &whole);
    }
  tell (pan, times, N_FRAMES, afresh[2]);
  draw_whole (map, times);

  for (guint i = 0; i < 5; i++)
    {
      double frames[N_FRAMES];

      set_colors (map, i + 1);
      n = draw_whole (map, frames);
      times[i] = sum (frames, n);
      for (guint j = 0; j < n; j++)
        slowest = MAX (slowest, frames[j]);
    }
  qsort (times, 5, sizeof *times, compare);
  g_print ("%s %.3f (%.1f ms, %.0f ms afresh; slowest frame %.1f ms)\n", recolour, times[2] / afresh[2], times[2], afresh[2],
           slowest);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double begun = get_milliseconds ();
      int hit = ter_map_tiles_hit (map->tiles, 300 + i * 5, 400 + i);

      times[i] = get_milliseconds () - begun;
      times[i] += draw (map, hit, 0, &whole);
    }
  tell (hover, times, N_FRAMES, afresh[2]);
}

int
main (int argc, char *argv[])
{
  gboolean display = gtk_init_check (); /* the kinds of nodes are made known; nothing needs a display */
  g_autoptr (TerOutline) outline = make_outline ();
  double begun = get_milliseconds ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  Map map = { 0 };

  (void) display;
  g_print ("# %u territories, %u points; made ready in %.0f ms\n", ter_map_geometry_get_n_features (geometry),
           ter_map_geometry_get_n_points (geometry), get_milliseconds () - begun);
  map.layout = ter_map_layout_new (geometry, WIDTH, HEIGHT);
  map.tiles = ter_map_tiles_new (geometry, 0);
  map.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  map.paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);
  for (guint i = 0; i < ter_map_geometry_get_n_features (geometry); i++)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();

      ter_map_geometry_foreach_ring (geometry, i, 0.0, add_ring_cb, builder);
      g_ptr_array_add (map.paths, gsk_path_builder_free_to_path (builder));
    }
  ter_map_ink_init (&map.ink, ter_map_geometry_get_n_features (geometry));
  set_colors (&map, 0);
  measure (&map, "");
  ter_map_layout_zoom (map.layout, 5, WIDTH / 2.0, HEIGHT / 2.0);
  measure (&map, "-near");
  if (argc > 1)
    cairo_surface_write_to_png (map.surface, argv[1]);

  g_ptr_array_unref (map.paths);
  cairo_surface_destroy (map.surface);
  ter_map_ink_clear (&map.ink);
  ter_map_tiles_free (map.tiles);
  g_object_unref (map.layout);
  return 0;
}
