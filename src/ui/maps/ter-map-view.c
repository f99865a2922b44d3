/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-map-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-canvas-snapshot.h"
#include "ter-cursor.h"
#include "ter-map-gestures.h"
#include "ter-map-colors.h"
#include "ter-map-keys.h"
#include "ter-map-tiles.h"
#include "ter-map-speech.h"
#include "ter-number.h"
#include "ter-paint-map.h"

/* Squares painted in a frame of a map of many territories, one that is drawn counting as three: a frame stays within 16 ms in software. */
#define BUDGET 6
#define NO_LIMIT 10000
/* Of a picture of a map that has not been shown. */
#define UNSEEN_WIDTH 600
#define UNSEEN_HEIGHT 570
#define MANY 2000

struct _TerMapView
{
  GtkWidget parent_instance;
  TerMapGeometry *geometry;
  TerMapLayout *layout; /* NULL before the first size */
  TerMapTiles **tiles;  /* one a frame */
  TerMapInk ink;
  double edges; /* that the ink was made with; -1: it is to be made */
  TerMapScale scale;
  GArray *values; /* of double, one a feature */
  TerMapWords words;
  gpointer words_data;
  TerMapSpeech *speech;
  char *description;     /* of the whole, while nothing is said of one */
  GtkWidget *balloon;    /* the words of the one under the cursor */
  int cursor;            /* of the keyboard; -1: not yet used */
  int hovered;           /* under the pointer; -1: none */
  int own;               /* the reader's; -1: none */
  gboolean cursor_shown; /* ter_cursor_follow() */
};

G_DEFINE_FINAL_TYPE (TerMapView, ter_map_view, GTK_TYPE_WIDGET)

enum
{
  TERRITORY_ACTIVATED,
  VIEW_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const double *
get_values (TerMapView *self)
{
  return (const double *) (const void *) self->values->data;
}

static void
ensure_layout (TerMapView *self)
{
  if (self->layout == NULL)
    self->layout =
      ter_map_layout_new (self->geometry, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/* ---- Drawing ---- */

static void
ensure_ink (TerMapView *self, const TerPaintStyle *style)
{
  double edges = ter_paint_map_choose_edges (self->layout);

  if (edges == self->edges)
    return;
  self->edges = edges;
  ter_map_colors_fill_ink (style, &self->ink, &self->scale, get_values (self), edges);
  for (guint i = 0; i < ter_map_geometry_get_n_panels (self->geometry); i++)
    ter_map_tiles_set_ink (self->tiles[i], &self->ink);
}

static void
forget_ink (TerMapView *self)
{
  self->edges = -1.0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
draw_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
snapshot_tiles (TerMapView *self, GtkSnapshot *snapshot)
{
  guint budget = ter_map_geometry_get_n_features (self->geometry) > MANY ? BUDGET : NO_LIMIT;
  gboolean whole = TRUE;

  for (guint i = 0; i < ter_map_layout_get_n_panels (self->layout); i++)
    {
      const TerMapPanel *frame = ter_map_layout_get_panel (self->layout, i);

      whole &= ter_map_tiles_snapshot (self->tiles[i], snapshot, &frame->transform,
                                       &GRAPHENE_RECT_INIT (frame->x, frame->y, frame->width, frame->height),
                                       gtk_widget_get_scale_factor (GTK_WIDGET (self)), &budget);
    }
  if (!whole)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_more_cb, NULL, NULL);
}

static void
ter_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerMapView *self = TER_MAP_VIEW (widget);
  TerPaintStyle style = ter_canvas_snapshot_get_style (widget);
  g_autoptr (TerPaintTexts) texts = ter_paint_texts_new (gtk_widget_get_pango_context (widget));
  TerPaintMap map = {
    NULL, &self->scale, get_values (self), &style, texts, self->hovered, self->cursor_shown ? self->cursor : -1, self->own
  };
  g_auto (TerCanvasSnapshot) canvas = { 0 };

  ensure_layout (self);
  ensure_ink (self, &style);
  map.layout = self->layout;
  ter_canvas_snapshot_init (&canvas, snapshot);
  /* The territories are kept as squares, so that moving and zooming a large map costs little. */
  snapshot_tiles (self, snapshot);
  ter_paint_map_draw_above (&map, &canvas.canvas);
}

/* ---- Size ---- */

static void
ter_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TerMapView *self = TER_MAP_VIEW (widget);

  if (self->layout != NULL)
    ter_map_layout_set_size (self->layout, width, height);
  gtk_popover_present (GTK_POPOVER (self->balloon));
}

static GtkSizeRequestMode
ter_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 640;
    }
  else
    /* A narrow map is taller than wide, so that its insets stand at its foot and the main map keeps the whole width. */
    *minimum = *natural = for_size < 0 ? 480 : CLAMP (for_size * (for_size < 440 ? 1.2 : 0.95), 260, 600);
}

/* ---- Speech ---- */

static const char *
get_name (TerMapView *self, guint feature)
{
  return ter_outline_get_feature (ter_map_geometry_get_outline (self->geometry), feature)->name;
}

static char *
describe (TerMapView *self, guint feature)
{
  double value = g_array_index (self->values, double, feature);
  g_autofree char *words = isfinite (value) && self->words != NULL ? self->words (value, self->words_data) : NULL;

  return ter_map_speech_dup (self->speech, get_name (self, feature), feature, words);
}

/* In one breath: a rounded number and the rank. */
static void
say (TerMapView *self, int feature)
{
  double value = ter_map_speech_round (g_array_index (self->values, double, feature));
  g_autofree char *words = isfinite (value) && self->words != NULL ? self->words (value, self->words_data) : NULL;
  g_autofree char *text = ter_map_speech_dup_short (self->speech, get_name (self, feature), feature, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* All of it, for who sees. */
static void
show_words (TerMapView *self)
{
  g_autofree char *text = describe (self, self->cursor);
  TerMapBounds bounds = ter_map_layout_get_bounds (self->layout, self->cursor);

  ter_cursor_show_words (self->balloon, text,
                         &(GdkRectangle) { (int) bounds.x, (int) bounds.y, MAX ((int) bounds.width, 1),
                                           MAX ((int) bounds.height, 1) });
}

/* ---- The view ---- */

static void
view_changed (TerMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/* Who uses the keyboard is shown where the cursor is. */
static void
show_cursor (TerMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  if (self->cursor >= 0)
    show_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reveal_cursor (TerMapView *self)
{
  if (self->cursor >= 0 && ter_map_layout_reveal (self->layout, self->cursor))
    view_changed (self);
}

static void
zoom_cb (double factor, double x, double y, gpointer user_data)
{
  TerMapView *self = user_data;

  ensure_layout (self);
  if (ter_map_layout_zoom (self->layout, factor, x, y))
    view_changed (self);
}

static gboolean
pan_cb (double dx, double dy, gpointer user_data)
{
  TerMapView *self = user_data;

  ensure_layout (self);
  if (ter_map_layout_get_zoom (self->layout) <= 1.0)
    return FALSE;
  if (ter_map_layout_pan (self->layout, dx, dy))
    view_changed (self);
  return TRUE;
}

/* By a key: the buttons of ter-map-toolbar.c call ter_map_view_zoom() themselves. */
static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ter_map_view_zoom (TER_MAP_VIEW (widget), g_str_equal (name, "map.zoom-in")    ? TER_MAP_ZOOM_STEP
                                            : g_str_equal (name, "map.zoom-out") ? 1.0 / TER_MAP_ZOOM_STEP
                                                                                 : 0.0);
  show_cursor (TER_MAP_VIEW (widget));
}

/* ---- Keyboard ---- */

static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerMapView *self = TER_MAP_VIEW (widget);
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  ensure_layout (self);
  if (ABS (dx) > 1)
    self->cursor = (int) ter_map_speech_find_extreme (self->speech, dx < 0);
  else
    self->cursor = self->cursor < 0 ? 0 : (int) ter_map_layout_neighbour (self->layout, self->cursor, dx, dy);
  say (self, self->cursor);
  reveal_cursor (self);
  show_cursor (self);
  return TRUE;
}

static void
activate_feature (TerMapView *self, int feature)
{
  if (feature >= 0)
    g_signal_emit (self, signals[TERRITORY_ACTIVATED], 0,
                   ter_outline_get_feature (ter_map_geometry_get_outline (self->geometry), feature)->code);
}

static gboolean
activate_cursor (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  activate_feature (TER_MAP_VIEW (widget), TER_MAP_VIEW (widget)->cursor);
  return TRUE;
}

/* The first arrow key starts where the reader would: at home, or else at the highest value. */
static void
focus_cb (TerMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->cursor < 0)
    self->cursor = self->own >= 0 ? self->own : (int) ter_map_speech_find_extreme (self->speech, TRUE);
  say (self, self->cursor);
  if (self->layout != NULL && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    show_words (self);
}

static void
unfocus_cb (TerMapView *self)
{
  ter_cursor_show_words (self->balloon, NULL, NULL);
  ter_cursor_restore (GTK_WIDGET (self), &self->description);
}

/* ---- Pointer ---- */

static int
hit (TerMapView *self, double x, double y)
{
  int frame, found;

  ensure_layout (self);
  frame = ter_map_layout_find_panel (self->layout, x, y);
  if (frame < 0)
    return -1;
  /* What is drawn is looked up; where nothing is drawn yet, or is kept, the outlines tell. */
  found = ter_map_tiles_hit (self->tiles[frame], x, y);
  return found > -2 ? found : ter_map_layout_hit (self->layout, x, y);
}

static void
hover_cb (double x, double y, gpointer user_data)
{
  TerMapView *self = user_data;
  int found = isnan (x) ? -1 : hit (self, x, y);
  g_autofree char *text = found >= 0 ? describe (self, found) : NULL;

  if (found == self->hovered)
    return;
  self->hovered = found;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click_cb (double x, double y, gpointer user_data)
{
  TerMapView *self = user_data;
  int found = hit (self, x, y);

  if (found >= 0)
    self->cursor = found;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_feature (self, found);
}

/* ---- The object ---- */

static void
ter_map_view_dispose (GObject *object)
{
  TerMapView *self = TER_MAP_VIEW (object);

  g_clear_pointer (&self->balloon, gtk_widget_unparent);
  for (guint i = 0; self->tiles != NULL && i < ter_map_geometry_get_n_panels (self->geometry); i++)
    ter_map_tiles_free (self->tiles[i]);
  g_clear_pointer (&self->tiles, g_free);
  ter_map_ink_clear (&self->ink);
  g_clear_pointer (&self->speech, ter_map_speech_free);
  g_clear_object (&self->layout);
  g_clear_object (&self->geometry);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (ter_map_view_parent_class)->dispose (object);
}

static void
ter_map_view_class_init (TerMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ter_map_view_dispose;
  widget_class->snapshot = ter_map_view_snapshot;
  widget_class->size_allocate = ter_map_view_size_allocate;
  widget_class->measure = ter_map_view_measure;
  widget_class->get_request_mode = ter_map_view_get_request_mode;

  signals[TERRITORY_ACTIVATED] = g_signal_new ("territory-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VIEW_CHANGED] =
    g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.whole", NULL, zoom_action);
  ter_map_keys_add (widget_class, walk, activate_cursor);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ter_map_view_init (TerMapView *self)
{
  static const TerMapGestures gestures = { zoom_cb, pan_cb, hover_cb, click_cb };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->cursor = self->hovered = self->own = -1;
  self->edges = -1.0;
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  ter_map_gestures_add (GTK_WIDGET (self), &gestures, self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (unfocus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ter_cursor_follow (GTK_WIDGET (self), &self->cursor_shown);
  self->balloon = ter_cursor_new_words (GTK_WIDGET (self));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (forget_ink), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (forget_ink), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ter_map_view_new (TerMapGeometry *geometry, const char *name, const char *description)
{
  TerMapView *self;

  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (geometry), NULL);

  self = g_object_new (TER_TYPE_MAP_VIEW, NULL);
  self->geometry = g_object_ref (geometry);
  self->description = g_strdup (description);
  self->tiles = g_new0 (TerMapTiles *, ter_map_geometry_get_n_panels (geometry));
  for (guint i = 0; i < ter_map_geometry_get_n_panels (geometry); i++)
    self->tiles[i] = ter_map_tiles_new (geometry, i);
  ter_map_ink_init (&self->ink, ter_map_geometry_get_n_features (geometry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return GTK_WIDGET (self);
}

void
ter_map_view_set_data (TerMapView *self, const double *values, const TerMapScale *scale, TerMapWords words, gpointer user_data)
{
  guint n;

  g_return_if_fail (TER_IS_MAP_VIEW (self));

  n = ter_map_geometry_get_n_features (self->geometry);
  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, n);
  self->scale = *scale;
  self->words = words;
  self->words_data = user_data;
  g_clear_pointer (&self->speech, ter_map_speech_free);
  self->speech = ter_map_speech_new (scale, values, n);
  forget_ink (self);
}

void
ter_map_view_set_description (TerMapView *self, const char *description)
{
  g_return_if_fail (TER_IS_MAP_VIEW (self));

  g_set_str (&self->description, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
}

double
ter_map_view_get_zoom (TerMapView *self)
{
  g_return_val_if_fail (TER_IS_MAP_VIEW (self), 1.0);

  return self->layout != NULL ? ter_map_layout_get_zoom (self->layout) : 1.0;
}

double
ter_map_view_get_max_zoom (TerMapView *self)
{
  g_return_val_if_fail (TER_IS_MAP_VIEW (self), 1.0);

  return self->layout != NULL ? ter_map_layout_get_max_zoom (self->layout) : 1.0;
}

void
ter_map_view_zoom (TerMapView *self, double factor)
{
  const TerMapPanel *frame;
  double x, y;
  g_autofree char *percent = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (TER_IS_MAP_VIEW (self));

  ensure_layout (self);
  frame = ter_map_layout_get_panel (self->layout, 0);
  x = frame->x + frame->width / 2.0;
  y = frame->y + frame->height / 2.0;
  if (self->cursor >= 0 && gtk_widget_has_focus (GTK_WIDGET (self)) &&
      ter_map_geometry_get_panel (self->geometry, self->cursor) == 0)
    {
      TerMapBounds bounds = ter_map_layout_get_bounds (self->layout, self->cursor);

      x = bounds.x + bounds.width / 2.0;
      y = bounds.y + bounds.height / 2.0;
    }
  if (factor > 0.0 ? ter_map_layout_zoom (self->layout, factor, x, y) : ter_map_layout_reset (self->layout))
    view_changed (self);
  reveal_cursor (self);
  percent = ter_number_format_unit (ter_map_layout_get_zoom (self->layout) * 100, 0, "%");
  /* Translators: how near a map is shown: "Zoom: 150 %". */
  said = g_strdup_printf (_ ("Zoom: %s"), percent);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
ter_map_view_set_own (TerMapView *self, int feature)
{
  g_return_if_fail (TER_IS_MAP_VIEW (self));

  self->own = feature;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ter_map_view_add_to_picture (TerMapView *self, TerPicture *picture, const char *heading, const char *foot)
{
  g_autoptr (TerMapLayout) unseen = NULL;

  g_return_if_fail (TER_IS_MAP_VIEW (self) && picture != NULL);

  /* While its table shows it has no size. */
  if (self->layout == NULL && gtk_widget_get_width (GTK_WIDGET (self)) < UNSEEN_WIDTH / 2)
    unseen = ter_map_layout_new (self->geometry, UNSEEN_WIDTH, UNSEEN_HEIGHT);
  else
    ensure_layout (self);
  ter_picture_add_map (picture, heading, unseen != NULL ? unseen : self->layout, &self->scale, get_values (self), self->own, foot);
}

char *
ter_map_view_dup_text (TerMapView *self, guint feature)
{
  g_return_val_if_fail (TER_IS_MAP_VIEW (self), NULL);

  return describe (self, (int) feature);
}
