/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-map-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-map-layout.h"
#include "ter-number.h"

struct _TerMapView
{
  GtkWidget     parent_instance;
  TerOutline   *outline;
  TerMapLayout *layout;        /* for the size below; NULL: to be made */
  GPtrArray    *paths;         /* of GskPath, one a feature, in the layout's pixels */
  GArray       *values;        /* of double, one a feature */
  TerClasses    classes;
  TerMapWords   words;
  gpointer      words_data;
  int           cursor;        /* of the keyboard; -1: not yet used */
  int           hovered;       /* under the pointer; -1: none */
};

G_DEFINE_FINAL_TYPE (TerMapView, ter_map_view, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One hue, evenly spaced lightness (CIE L* 88 to 26, and 30 to 90 on dark): told apart in grey and by colour-blind readers. */
static const char * const light_colors[TER_MAX_CLASSES] = { "#d3e4f6", "#acceee", "#80b4e2", "#5497d0", "#2f79b9", "#155b9a", "#083e74" };
static const char * const dark_colors[TER_MAX_CLASSES]  = { "#22476b", "#2c5f8e", "#3a79b2", "#5795cf", "#7db1e2", "#a6ccf0", "#d2e6fa" };

/* Few classes use the whole range of the colours, so that the first and the last are always as far apart. */
static GdkRGBA
class_color (guint    index,
             guint    n_classes,
             gboolean dark)
{
  guint place = n_classes < 2 ? TER_MAX_CLASSES / 2 : index * (TER_MAX_CLASSES - 1) / (n_classes - 1);
  GdkRGBA color;

  gdk_rgba_parse (&color, (dark ? dark_colors : light_colors)[place]);
  return color;
}

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static double
value_of (TerMapView *self,
          guint       feature)
{
  return feature < self->values->len ? g_array_index (self->values, double, feature) : NAN;
}

static char *
describe (TerMapView *self,
          guint       feature)
{
  const char *name = ter_outline_get_feature (self->outline, feature)->name;
  double value = value_of (self, feature);
  g_autofree char *words = NULL;

  if (!isfinite (value))
    words = g_strdup (_("no data"));
  else
    words = self->words != NULL ? self->words (value, self->words_data) : ter_number_format (value, 1);
  /* Translators: a territory and its figure on a map: "Ain: 3 examples". */
  return g_strdup_printf (_("%s: %s"), name, words);
}

static void
ensure_layout (TerMapView *self)
{
  if (self->layout != NULL)
    return;

  self->layout = ter_map_layout_new (self->outline, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  g_ptr_array_set_size (self->paths, 0);
  for (guint i = 0; i < ter_outline_get_n_features (self->outline); i++)
    {
      const TerMapShape *shape = ter_map_layout_get_shape (self->layout, i);
      GArray *rings = ter_outline_get_feature (self->outline, i)->rings;
      GskPathBuilder *builder = gsk_path_builder_new ();

      for (guint r = 0, start = 0; r < rings->len; start = g_array_index (rings, guint, r), r++)
        {
          for (guint p = start; p < g_array_index (rings, guint, r); p++)
            {
              const TerPoint *point = &g_array_index (shape->points, TerPoint, p);

              if (p == start)
                gsk_path_builder_move_to (builder, point->x, point->y);
              else
                gsk_path_builder_line_to (builder, point->x, point->y);
            }
          gsk_path_builder_close (builder);
        }
      g_ptr_array_add (self->paths, gsk_path_builder_free_to_path (builder));
    }
}

/* What has no data is hatched: it is told apart from any class without its colour. */
static void
snapshot_no_data (TerMapView        *self,
                  GtkSnapshot       *snapshot,
                  GskPath           *path,
                  const TerMapShape *shape,
                  const GdkRGBA     *foreground)
{
  GdkRGBA color = *foreground;
  g_autoptr (GskPath) lines = NULL;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.0f);

  for (double at = shape->x - shape->height; at < shape->x + shape->width; at += 6.0)
    {
      gsk_path_builder_move_to (builder, at, shape->y + shape->height);
      gsk_path_builder_line_to (builder, at + shape->height, shape->y);
    }
  lines = gsk_path_builder_free_to_path (builder);
  color.alpha *= 0.25f;
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD);
  gtk_snapshot_append_stroke (snapshot, lines, stroke, &color);
  gtk_snapshot_pop (snapshot);
}

/* @text in a corner of an inset: its left top, or its right foot; left out when it does not fit. */
static void
snapshot_inset_text (TerMapView        *self,
                     GtkSnapshot       *snapshot,
                     const TerMapFrame *frame,
                     const char        *text,
                     gboolean           at_foot,
                     const GdkRGBA     *foreground)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > frame->width - 8 || 2 * height > frame->height)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at_foot ? frame->x + frame->width - width - 5 : frame->x + 5,
                                                          at_foot ? frame->y + frame->height - height - 2 : frame->y + 2));
  gtk_snapshot_append_layout (snapshot, layout, foreground);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_inset (TerMapView        *self,
                GtkSnapshot       *snapshot,
                const TerMapFrame *frame,
                const GdkRGBA     *foreground)
{
  g_autofree char *scale = ter_number_format (frame->scale, frame->scale < 1 ? 2 : 1);
  /* Translators: the scale of a map's inset, over that of the main map: "× 0.4". */
  g_autofree char *text = g_strdup_printf (_("× %s"), scale);
  GdkRGBA border = *foreground;
  GskRoundedRect outline;

  border.alpha *= 0.2f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (frame->x + 0.5, frame->y + 0.5, frame->width - 1, frame->height - 1), 6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { border, border, border, border });
  snapshot_inset_text (self, snapshot, frame, frame->name, FALSE, foreground);
  snapshot_inset_text (self, snapshot, frame, text, TRUE, foreground);
}

static void
snapshot_mark (TerMapView    *self,
               GtkSnapshot   *snapshot,
               int            feature,
               float          width,
               const GdkRGBA *color)
{
  g_autoptr (GskStroke) stroke = NULL;

  if (feature < 0)
    return;
  stroke = gsk_stroke_new (width);
  gtk_snapshot_append_stroke (snapshot, g_ptr_array_index (self->paths, feature), stroke, color);
}

static void
ter_map_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TerMapView *self = TER_MAP_VIEW (widget);
  gboolean dark = is_dark ();
  GdkRGBA foreground, border;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (0.7f);

  ensure_layout (self);
  gtk_widget_get_color (widget, &foreground);
  gdk_rgba_parse (&border, dark ? "#1d1d20" : "#ffffff");

  for (guint i = 0; i < self->paths->len; i++)
    {
      GskPath *path = g_ptr_array_index (self->paths, i);
      int class = ter_classes_find (&self->classes, value_of (self, i));

      if (class >= 0)
        {
          GdkRGBA color = class_color (class, self->classes.n_classes, dark);

          gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &color);
          gtk_snapshot_append_stroke (snapshot, path, stroke, &border);
        }
      else
        {
          GdkRGBA faint = foreground;

          snapshot_no_data (self, snapshot, path, ter_map_layout_get_shape (self->layout, i), &foreground);
          faint.alpha *= 0.3f;
          gtk_snapshot_append_stroke (snapshot, path, stroke, &faint);
        }
    }
  for (guint i = 1; i < ter_map_layout_get_n_frames (self->layout); i++)
    snapshot_inset (self, snapshot, ter_map_layout_get_frame (self->layout, i), &foreground);

  snapshot_mark (self, snapshot, self->hovered, 1.5f, &foreground);
  if (gtk_widget_has_visible_focus (widget))
    {
      snapshot_mark (self, snapshot, self->cursor, 5.0f, &border);
      snapshot_mark (self, snapshot, self->cursor, 2.5f, &foreground);
    }
}

static void
ter_map_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  g_clear_object (&TER_MAP_VIEW (widget)->layout);
}

static GtkSizeRequestMode
ter_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_map_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
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

static void
say (TerMapView *self,
     int         feature)
{
  g_autofree char *text = describe (self, feature);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static gboolean
walk (GtkWidget *widget,
      GVariant  *args,
      gpointer   user_data)
{
  TerMapView *self = TER_MAP_VIEW (widget);
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  ensure_layout (self);
  if (self->cursor < 0)
    self->cursor = 0;
  else
    self->cursor = ter_map_layout_neighbour (self->layout, self->cursor, dx, dy);
  say (self, self->cursor);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static void
activate_feature (TerMapView *self,
                  int         feature)
{
  if (feature >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0, ter_outline_get_feature (self->outline, feature)->code);
}

static gboolean
activate_cursor (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  activate_feature (TER_MAP_VIEW (widget), TER_MAP_VIEW (widget)->cursor);
  return TRUE;
}

static void
motion_cb (TerMapView *self,
           double      x,
           double      y)
{
  int hit;

  ensure_layout (self);
  hit = ter_map_layout_hit (self->layout, x, y);
  if (hit == self->hovered)
    return;
  self->hovered = hit;
  if (hit >= 0)
    {
      g_autofree char *text = describe (self, hit);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
    }
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (TerMapView *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (TerMapView *self,
            int         n_press,
            double      x,
            double      y)
{
  int hit;

  ensure_layout (self);
  hit = ter_map_layout_hit (self->layout, x, y);
  if (hit >= 0)
    self->cursor = hit;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  activate_feature (self, hit);
}

/* The first arrow key starts where the reader would: at the highest value. */
static void
focus_cb (TerMapView *self)
{
  if (self->cursor >= 0)
    return;
  self->cursor = 0;
  for (guint i = 0; i < self->values->len; i++)
    if (value_of (self, i) > value_of (self, self->cursor) || !isfinite (value_of (self, self->cursor)))
      self->cursor = i;
  say (self, self->cursor);
}

static void
ter_map_view_dispose (GObject *object)
{
  TerMapView *self = TER_MAP_VIEW (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->outline);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (ter_map_view_parent_class)->dispose (object);
}

static void
ter_map_view_class_init (TerMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; int dx, dy; } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  object_class->dispose = ter_map_view_dispose;
  widget_class->snapshot = ter_map_view_snapshot;
  widget_class->size_allocate = ter_map_view_size_allocate;
  widget_class->measure = ter_map_view_measure;
  widget_class->get_request_mode = ter_map_view_get_request_mode;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk, "(ii)", keys[i].dx, keys[i].dy);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cursor, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cursor, NULL);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ter_map_view_init (TerMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cursor = self->hovered = -1;
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ter_map_view_new (TerOutline *outline,
                  const char *name)
{
  TerMapView *self;

  g_return_val_if_fail (TER_IS_OUTLINE (outline), NULL);

  self = g_object_new (TER_TYPE_MAP_VIEW, NULL);
  self->outline = g_object_ref (outline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
ter_map_view_set_data (TerMapView       *self,
                       const double     *values,
                       const TerClasses *classes,
                       TerMapWords       words,
                       gpointer          user_data)
{
  g_return_if_fail (TER_IS_MAP_VIEW (self));

  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, ter_outline_get_n_features (self->outline));
  self->classes = *classes;
  self->words = words;
  self->words_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A swatch of the legend draws the same colour as the map, and follows the dark style. */
static void
swatch_draw_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  guint packed = GPOINTER_TO_UINT (data);
  GdkRGBA color;

  if (packed == 0)
    {
      gtk_widget_get_color (GTK_WIDGET (area), &color);
      color.alpha *= 0.4f;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_set_line_width (cr, 1.0);
      for (int x = -height; x < width; x += 6)
        {
          cairo_move_to (cr, x, height);
          cairo_line_to (cr, x + height, 0);
        }
      cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
      cairo_stroke (cr);
      return;
    }
  color = class_color ((packed >> 8) - 1, packed & 0xff, is_dark ());
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_paint (cr);
}

static void
append_class (GtkWidget  *legend,
              guint       packed,
              const char *range,
              guint       n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_drawing_area_new ();
  /* Translators: a class of a map's legend and how many territories are in it: "3 to 5 (12)". */
  g_autofree char *text = g_strdup_printf (_("%s (%u)"), range, n);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), 24);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), 14);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), swatch_draw_cb, GUINT_TO_POINTER (packed), NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), swatch, G_CONNECT_SWAPPED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  adw_wrap_box_append (ADW_WRAP_BOX (legend), box);
}

/* What a class holds. Counts are told by their first and last whole number: "3", "4 to 6". */
static char *
dup_class_range (TerMapView *self,
                 guint       index,
                 gboolean    whole)
{
  double from = self->classes.bounds[index], to = self->classes.bounds[index + 1];
  g_autofree char *low = NULL, *high = NULL;

  if (whole)
    {
      from = index == 0 ? ceil (from) : floor (from) + 1.0;
      to = floor (to);
    }
  low = ter_number_format (from, 1);
  high = ter_number_format (to, 1);
  if (from >= to)
    return g_steal_pointer (&high);
  if (whole || index == 0)
    /* Translators: a class of values: "from 1 to 3". */
    return g_strdup_printf (_("%s to %s"), low, high);
  /* Translators: a class of values above the first and at most the second. */
  return g_strdup_printf (_("above %s, up to %s"), low, high);
}

GtkWidget *
ter_map_view_new_legend (TerMapView *self)
{
  GtkWidget *legend = adw_wrap_box_new ();
  guint counts[TER_MAX_CLASSES + 1] = { 0 };
  gboolean whole = TRUE;

  g_return_val_if_fail (TER_IS_MAP_VIEW (self), NULL);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (legend), 6);
  gtk_widget_add_css_class (legend, "caption");
  for (guint i = 0; i < self->values->len; i++)
    {
      int class = ter_classes_find (&self->classes, value_of (self, i));

      counts[class < 0 ? TER_MAX_CLASSES : class]++;
      whole = whole && (!isfinite (value_of (self, i)) || value_of (self, i) == floor (value_of (self, i)));
    }
  for (guint i = 0; i < self->classes.n_classes; i++)
    {
      g_autofree char *range = dup_class_range (self, i, whole);

      append_class (legend, (i + 1) << 8 | self->classes.n_classes, range, counts[i]);
    }
  if (counts[TER_MAX_CLASSES] > 0)
    append_class (legend, 0, _("no data"), counts[TER_MAX_CLASSES]);
  return legend;
}
