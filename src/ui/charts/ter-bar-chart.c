/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bar-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-bar-layout.h"
#include "ter-bar-paint.h"
#include "ter-number.h"

#define RADIUS 3.0f
#define LABEL_LINES 4

struct _TerBarChart
{
  GtkWidget parent_instance;
  TerFigure *figure;
  TerBarLayout *layout;   /* for its own width; NULL: to be made */
  GHashTable *texts;      /* PangoLayouts, by kind, width and text */
  GArray *paints;         /* of TerBarPaint, one a series */
  char *description;
  guint max_categories;
  int cursor;             /* of the keyboard; -1: not yet used */
  int hovered;            /* under the pointer; -1: none */
};

G_DEFINE_FINAL_TYPE (TerBarChart, ter_bar_chart, GTK_TYPE_WIDGET)

/* ---- Texts ---- */

static PangoLayout *
get_text (TerBarChart *self,
          const char  *text,
          TerChartText kind,
          double       max_width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) kind, (int) max_width, text);
  PangoLayout *layout = g_hash_table_lookup (self->texts, key);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  if (kind == TER_CHART_TICK)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
  if (kind == TER_CHART_TICK || kind == TER_CHART_VALUE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  if (max_width > 0)
    {
      pango_layout_set_width (layout, (int) max_width * PANGO_SCALE);
      pango_layout_set_wrap (layout, kind == TER_CHART_NAME ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
    }
  if (kind == TER_CHART_NAME)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (kind == TER_CHART_LABEL)
    {
      pango_layout_set_height (layout, -LABEL_LINES);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
  return layout;
}

static void
measure_cb (const char  *text,
            TerChartText kind,
            double       max_width,
            double      *width,
            double      *height,
            gpointer     user_data)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (get_text (user_data, text, kind, max_width), NULL, &logical);
  *width = logical.width;
  *height = logical.height;
}

static void
snapshot_text (TerBarChart   *self,
               GtkSnapshot   *snapshot,
               const char    *text,
               TerChartText   kind,
               const TerRect *rect,
               const GdkRGBA *color)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0' || rect->width <= 0)
    return;
  layout = get_text (self, text, kind, kind == TER_CHART_LABEL || kind == TER_CHART_NAME ? rect->width : 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (rect->x), roundf (rect->y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* ---- Layout ---- */

static TerBarLayout *
get_layout (TerBarChart *self,
            double       width)
{
  if (self->layout == NULL || self->layout->width != width)
    {
      g_clear_pointer (&self->layout, ter_bar_layout_free);
      self->layout = ter_bar_layout_new (self->figure, width, self->max_categories, measure_cb, self);
    }
  return self->layout;
}

static void
forget_layout (TerBarChart *self)
{
  g_clear_pointer (&self->layout, ter_bar_layout_free);
  g_hash_table_remove_all (self->texts);
}

static TerBarBox *
get_box (TerBarChart *self,
         guint        bar)
{
  return &g_array_index (get_layout (self, gtk_widget_get_width (GTK_WIDGET (self)))->boxes, TerBarBox, bar);
}

static void
update_paints (TerBarChart *self)
{
  g_array_set_size (self->paints, ter_figure_get_n_series (self->figure));
  for (guint i = 0; i < self->paints->len; i++)
    ter_bar_paint_init (&g_array_index (self->paints, TerBarPaint, i), self->figure, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- What it says ---- */

static guint
count_shown (TerBarChart *self)
{
  guint n = 0, n_bars = ter_figure_get_n_bars (self->figure);

  if (self->max_categories == 0)
    return n_bars;
  while (n < n_bars && ter_figure_get_bar (self->figure, n)->category < self->max_categories)
    n++;
  return n;
}

/* "Employment: 7.1", with its part of the whole when bars share one and its unit is another. */
static char *
describe (TerBarChart *self,
          guint        index)
{
  const TerBar *bar = ter_figure_get_bar (self->figure, index);
  g_autofree char *name = ter_figure_dup_bar_name (self->figure, index);
  g_autofree char *value = ter_figure_dup_value_text (self->figure, bar->value);
  g_autofree char *part = NULL;

  if (*name == '\0')
    return g_steal_pointer (&value);
  if (ter_figure_get_stack (self->figure) != TER_STACK_NORMALIZE || g_strcmp0 (ter_figure_get_value_unit (self->figure), "%") == 0)
    /* Translators: a bar's name and its value. */
    return g_strdup_printf (_("%s: %s"), name, value);
  part = ter_number_format_unit (fabs (bar->end - bar->start) * 100, 0, "%");
  /* Translators: a bar's name, its value, and that value as a part of the whole. */
  return g_strdup_printf (_("%s: %s, %s of the whole"), name, value, part);
}

static void
say (TerBarChart *self,
     guint        index)
{
  g_autofree char *text = describe (self, index);
  /* Translators: what a bar shows, then its place among the bars: "Employment: 7.1, 1 of 6". */
  g_autofree char *spoken = g_strdup_printf (_("%s, %u of %u"), text, index + 1, count_shown (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* ---- Drawing ---- */

static graphene_rect_t
to_graphene (const TerRect *rect,
             double         inset_x,
             double         inset_y)
{
  return GRAPHENE_RECT_INIT (rect->x + inset_x, rect->y + inset_y, MAX (rect->width - 2 * inset_x, 0), MAX (rect->height - 2 * inset_y, 0));
}

static void
snapshot_line (TerBarChart   *self,
               GtkSnapshot   *snapshot,
               double         position,
               const GdkRGBA *color)
{
  double at = floor (position);

  for (guint i = 0; i < self->layout->bands->len; i++)
    {
      const TerRect *grid = &g_array_index (self->layout->bands, TerBand, i).grid;

      if (self->layout->horizontal)
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (at, grid->y, 1, grid->height));
      else
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (grid->x, at, grid->width, 1));
    }
}

static void
snapshot_axis (TerBarChart   *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *foreground)
{
  GdkRGBA grid = *foreground, text = *foreground;

  grid.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.4f : 0.12f;
  text.alpha *= 0.78f;
  for (guint i = 0; i < self->layout->ticks->len; i++)
    {
      const TerTick *tick = &g_array_index (self->layout->ticks, TerTick, i);

      snapshot_line (self, snapshot, tick->position, &grid);
      snapshot_text (self, snapshot, tick->text, TER_CHART_TICK, &tick->label, &text);
    }
  snapshot_text (self, snapshot, self->layout->axis_title, TER_CHART_TICK, &self->layout->axis_label, &text);
}

static void
snapshot_bar (TerBarChart   *self,
              GtkSnapshot   *snapshot,
              guint          index,
              const GdkRGBA *foreground)
{
  const TerBar *bar = ter_figure_get_bar (self->figure, index);
  const TerBarBox *box = &g_array_index (self->layout->boxes, TerBarBox, index);
  const TerBarPaint *paint = &g_array_index (self->paints, TerBarPaint, bar->series);
  gboolean stacked = ter_figure_get_stack (self->figure) != TER_STACK_NONE;
  graphene_rect_t rect = to_graphene (&box->rect, stacked && self->layout->horizontal ? 0.75 : 0, stacked && !self->layout->horizontal ? 0.75 : 0);
  GdkRGBA over = *foreground;

  if (box->text == NULL)
    return;
  ter_bar_paint_snapshot (paint, snapshot, &rect, stacked ? 1 : RADIUS, foreground);
  over.alpha *= 0.18f;
  if ((int) index == self->hovered)
    gtk_snapshot_append_color (snapshot, &over, &rect);
  if (box->inside && paint->pattern != 0 && box->label.width > 0)
    {
      graphene_rect_t plain = to_graphene (&box->label, -3, 0);

      gtk_snapshot_append_color (snapshot, &paint->color, &plain);
    }
  snapshot_text (self, snapshot, box->text, TER_CHART_VALUE, &box->label, box->inside ? &paint->ink : foreground);
}

static void
snapshot_cursor (TerBarChart   *self,
                 GtkSnapshot   *snapshot,
                 const GdkRGBA *foreground)
{
  GskRoundedRect ring;
  graphene_rect_t rect;

  if (self->cursor < 0 || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  rect = to_graphene (&get_box (self, self->cursor)->rect, -4, -4);
  gsk_rounded_rect_init_from_rect (&ring, &rect, RADIUS + 3);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2.5, 2.5, 2.5, 2.5 },
                              (GdkRGBA[4]) { *foreground, *foreground, *foreground, *foreground });
}

static void
ter_bar_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TerBarChart *self = TER_BAR_CHART (widget);
  TerBarLayout *layout = get_layout (self, gtk_widget_get_width (widget));
  TerChartText kind = layout->horizontal ? TER_CHART_LABEL : TER_CHART_NAME;
  GdkRGBA foreground, zero;

  gtk_widget_get_color (widget, &foreground);
  snapshot_axis (self, snapshot, &foreground);
  for (guint i = 0; i < layout->boxes->len; i++)
    snapshot_bar (self, snapshot, i, &foreground);
  for (guint i = 0; i < layout->bands->len; i++)
    snapshot_text (self, snapshot, ter_figure_get_category (self->figure, i), kind,
                   &g_array_index (layout->bands, TerBand, i).label, &foreground);
  zero = foreground;
  zero.alpha *= 0.6f;
  snapshot_line (self, snapshot, layout->zero, &zero);
  snapshot_cursor (self, snapshot, &foreground);
}

static GtkSizeRequestMode
ter_bar_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_bar_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TerBarChart *self = TER_BAR_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 640;
    }
  else
    *minimum = *natural = (int) ceil (get_layout (self, for_size < 0 ? 200 : for_size)->height);
}

static void
ter_bar_chart_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ter_bar_chart_parent_class)->css_changed (widget, change);
  forget_layout (TER_BAR_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
ter_bar_chart_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ter_bar_chart_parent_class)->system_setting_changed (widget, setting);
  forget_layout (TER_BAR_CHART (widget));
  gtk_widget_queue_resize (widget);
}

/* ---- Keyboard and pointer ---- */

/* A tall chart in a scrolled page: the bar under the cursor comes into view. */
static void
scroll_to_cursor (TerBarChart *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  const TerRect *rect = &get_box (self, self->cursor)->rect;
  graphene_point_t point;
  GtkAdjustment *adjustment;
  double top;

  if (viewport == NULL)
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (!gtk_widget_compute_point (GTK_WIDGET (self), viewport, &GRAPHENE_POINT_INIT (rect->x, rect->y), &point))
    return;
  top = point.y + gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top - 48, top + rect->height + 48);
}

static gboolean
walk (GtkWidget *widget,
      GVariant  *args,
      gpointer   user_data)
{
  TerBarChart *self = TER_BAR_CHART (widget);
  int n = count_shown (self), step = g_variant_get_int32 (args);

  if (n == 0)
    return FALSE;
  if (ABS (step) > 1)
    self->cursor = step < 0 ? 0 : n - 1;
  else if (self->cursor < 0)
    self->cursor = 0;
  else
    self->cursor = CLAMP (self->cursor + step, 0, n - 1);
  say (self, self->cursor);
  scroll_to_cursor (self);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static void
hover (TerBarChart *self,
       int          bar)
{
  if (bar == self->hovered)
    return;
  self->hovered = bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TerBarChart *self,
           double       x,
           double       y)
{
  hover (self, ter_bar_layout_hit (get_layout (self, gtk_widget_get_width (GTK_WIDGET (self))), x, y));
}

static void
leave_cb (TerBarChart *self)
{
  hover (self, -1);
}

static void
pressed_cb (TerBarChart *self,
            int          n_press,
            double       x,
            double       y)
{
  int hit = ter_bar_layout_hit (get_layout (self, gtk_widget_get_width (GTK_WIDGET (self))), x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit < 0)
    return;
  self->cursor = hit;
  say (self, hit);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (TerBarChart *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
}

static gboolean
ter_bar_chart_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  TerBarChart *self = TER_BAR_CHART (widget);
  int bar = keyboard ? self->cursor : ter_bar_layout_hit (get_layout (self, gtk_widget_get_width (widget)), x, y);
  g_autofree char *text = NULL;
  const TerRect *rect;

  if (bar < 0)
    return FALSE;
  text = describe (self, bar);
  rect = &get_box (self, bar)->rect;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { rect->x, rect->y, MAX (rect->width, 1), MAX (rect->height, 1) });
  return TRUE;
}

static void
ter_bar_chart_dispose (GObject *object)
{
  TerBarChart *self = TER_BAR_CHART (object);

  g_clear_pointer (&self->layout, ter_bar_layout_free);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->paints, g_array_unref);
  g_clear_pointer (&self->description, g_free);
  g_clear_object (&self->figure);
  G_OBJECT_CLASS (ter_bar_chart_parent_class)->dispose (object);
}

static void
ter_bar_chart_class_init (TerBarChartClass *klass)
{
  static const struct { guint key; int step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_Home, -2 }, { GDK_KEY_End, 2 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_bar_chart_dispose;
  widget_class->snapshot = ter_bar_chart_snapshot;
  widget_class->measure = ter_bar_chart_measure;
  widget_class->get_request_mode = ter_bar_chart_get_request_mode;
  widget_class->css_changed = ter_bar_chart_css_changed;
  widget_class->system_setting_changed = ter_bar_chart_system_setting_changed;
  widget_class->query_tooltip = ter_bar_chart_query_tooltip;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk, "i", keys[i].step);
  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ter_bar_chart_init (TerBarChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->cursor = self->hovered = -1;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->paints = g_array_new (FALSE, TRUE, sizeof (TerBarPaint));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_paints), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_paints), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ter_bar_chart_new (TerFigure  *figure,
                   const char *name,
                   const char *description)
{
  TerBarChart *self;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  self = g_object_new (TER_TYPE_BAR_CHART, NULL);
  self->figure = g_object_ref (figure);
  self->description = g_strdup (description != NULL ? description : "");
  update_paints (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description,
                                  -1);
  return GTK_WIDGET (self);
}

void
ter_bar_chart_set_max_categories (TerBarChart *self,
                                  guint        max_categories)
{
  g_return_if_fail (TER_IS_BAR_CHART (self));

  self->max_categories = max_categories;
  self->hovered = -1;
  if (self->cursor >= (int) count_shown (self))
    self->cursor = -1;
  g_clear_pointer (&self->layout, ter_bar_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
