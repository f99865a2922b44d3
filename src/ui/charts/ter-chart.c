/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-cursor.h"
#include "ter-guide-paint.h"
#include "ter-territory-words.h"

#define LABEL_LINES 4

typedef struct
{
  TerFigure *figure;
  guint facet;
  guint first, n;  /* the panel's data */
  double laid_out; /* the width of the layout; below 0: to be made */
  double height;
  GHashTable *texts; /* PangoLayouts, by kind, width and text */
  GArray *paints;    /* of TerSeriesPaint, one a series */
  char *description;
  GtkWidget *words;      /* of the mark under the cursor */
  int cursor;            /* of the keyboard; -1: not yet used */
  int hovered;           /* under the pointer; -1: none */
  int own;               /* the reader's own territory; -1: none */
  gboolean cursor_shown; /* ter_cursor_follow() */
} TerChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TerChart, ter_chart, GTK_TYPE_WIDGET)

/* ---- Texts ---- */

static PangoLayout *
get_text (TerChart *self, const char *text, TerChartText kind, double max_width)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) kind, (int) max_width, text);
  PangoLayout *layout = g_hash_table_lookup (priv->texts, key);
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
  g_hash_table_insert (priv->texts, g_steal_pointer (&key), layout);
  return layout;
}

void
ter_chart_measure_text (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer self)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (get_text (self, text, kind, max_width), NULL, &logical);
  *width = logical.width;
  *height = logical.height;
}

void
ter_chart_paint_text (TerChart *self, GtkSnapshot *snapshot, const char *text, TerChartText kind, const TerRect *rect,
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

static double
ensure_layout (TerChart *self, double width)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  if (priv->laid_out != width)
    {
      priv->height = TER_CHART_GET_CLASS (self)->lay_out (self, width);
      priv->laid_out = width;
    }
  return priv->height;
}

/* Before anything is asked of the marks' places. */
static TerChartClass *
get_laid_out (TerChart *self)
{
  ensure_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return TER_CHART_GET_CLASS (self);
}

static guint
count (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  TerChartClass *klass = TER_CHART_GET_CLASS (self);

  return klass->count != NULL ? klass->count (self) : priv->n;
}

static void
update_paints (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  g_array_set_size (priv->paints, MAX (ter_figure_get_n_series (priv->figure), 1));
  for (guint i = 0; i < priv->paints->len; i++)
    ter_series_paint_init (&g_array_index (priv->paints, TerSeriesPaint, i), priv->figure, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- What it says ---- */

/* (transfer full) (nullable) */
static char *
dup_tooltip (TerChart *self, guint mark)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  char *text = ter_figure_dup_datum_tooltip (priv->figure, priv->first + mark);

  return text != NULL ? text : ter_figure_dup_datum_text (priv->figure, priv->first + mark);
}

static void
say (TerChart *self, guint mark)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  g_autofree char *text = ter_figure_dup_datum_text (priv->figure, priv->first + mark);
  g_autofree char *said = (int) mark == priv->own ? ter_territory_words_dup_mine (text) : g_strdup (text);
  /* Translators: what a mark of a chart shows, then its place among the marks: "Employment: 7.1, 1 of 6". */
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %u of %u"), said, mark + 1, count (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

/* What the one under the cursor shows, for who sees. */
static void
show_words (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  g_autofree char *text = dup_tooltip (self, priv->cursor);
  TerRect rect = get_laid_out (self)->get_rect (self, priv->cursor);

  ter_cursor_show_words (priv->words, text,
                         &(GdkRectangle) { (int) rect.x, (int) rect.y - 4, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) });
}

/* ---- Drawing ---- */

static void
paint_ring (TerChart *self, GtkSnapshot *snapshot, guint mark, float gap, const GdkRGBA *color)
{
  TerRect rect = TER_CHART_GET_CLASS (self)->get_rect (self, mark);
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap),
                                   gap + 2);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2.5, 2.5, 2.5, 2.5 }, (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* As a map outlines it: a form, and not a colour alone. A line below the chart says which it is. */
static void
paint_own (TerChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  if (priv->own >= 0 && priv->own < (int) count (self))
    paint_ring (self, snapshot, priv->own, 1.5f, foreground);
}

/* The lines and bands across the chart that lie below, or above, what its mark draws. */
static void
paint_guides (TerChart *self, GtkSnapshot *snapshot, gboolean under, const GdkRGBA *foreground)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  for (guint i = 0; i < count (self); i++)
    {
      guint guide = ter_chart_get_data (self, i)->guide;
      const TerGuide *own = guide > 0 ? ter_figure_get_guide (priv->figure, guide - 1) : NULL;
      TerRect rect;

      if (own == NULL || own->under != under)
        continue;
      rect = TER_CHART_GET_CLASS (self)->get_rect (self, i);
      ter_guide_paint (snapshot, own, &rect, (int) i == priv->hovered, foreground);
    }
}

static void
paint_cursor (TerChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  TerChartClass *klass = TER_CHART_GET_CLASS (self);

  if (priv->cursor < 0 || !priv->cursor_shown)
    return;
  if (klass->paint_cursor != NULL && ter_chart_get_data (self, priv->cursor)->guide == 0)
    {
      klass->paint_cursor (self, snapshot, priv->cursor, foreground);
      return;
    }
  paint_ring (self, snapshot, priv->cursor, 4, foreground);
}

static void
ter_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerChart *self = TER_CHART (widget);
  GdkRGBA foreground;

  gtk_widget_get_color (widget, &foreground);
  get_laid_out (self);
  paint_guides (self, snapshot, TRUE, &foreground);
  TER_CHART_GET_CLASS (self)->paint (self, snapshot, &foreground);
  paint_guides (self, snapshot, FALSE, &foreground);
  paint_own (self, snapshot, &foreground);
  paint_cursor (self, snapshot, &foreground);
}

static GtkSizeRequestMode
ter_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_chart_layout_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 640;
    }
  else
    *minimum = *natural = (int) ceil (ensure_layout (TER_CHART (widget), for_size < 0 ? 200 : for_size));
}

static void
ter_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (TER_CHART (widget));

  gtk_popover_present (GTK_POPOVER (priv->words));
}

static void
forget_texts (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  priv->laid_out = -1;
  g_hash_table_remove_all (priv->texts);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ter_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ter_chart_parent_class)->css_changed (widget, change);
  forget_texts (TER_CHART (widget));
}

static void
ter_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ter_chart_parent_class)->system_setting_changed (widget, setting);
  forget_texts (TER_CHART (widget));
}

/* ---- Keyboard and pointer ---- */

/* A tall chart in a scrolled page: the mark under the cursor comes into view. */
static void
scroll_to_cursor (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  TerRect rect = get_laid_out (self)->get_rect (self, priv->cursor);
  graphene_point_t point;
  GtkAdjustment *adjustment;
  double top;

  if (viewport == NULL)
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (!gtk_widget_compute_point (GTK_WIDGET (self), viewport, &GRAPHENE_POINT_INIT (rect.x, rect.y), &point))
    return;
  top = point.y + gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top - 48, top + rect.height + 48);
}

static int
get_next (TerChart *self, int dx, int dy)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  TerChartClass *klass = get_laid_out (self);
  int n = count (self), far = ABS (dx) > 1 ? dx : 0;

  if (far != 0)
    return far < 0 ? 0 : n - 1;
  if (priv->cursor < 0)
    return priv->own >= 0 && priv->own < n ? priv->own : 0;
  return klass->step != NULL ? (int) klass->step (self, priv->cursor, dx, dy) : CLAMP (priv->cursor + dx + dy, 0, n - 1);
}

static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerChart *self = TER_CHART (widget);
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  int dx, dy;

  if (count (self) == 0)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  priv->cursor = get_next (self, dx, dy);
  say (self, priv->cursor);
  scroll_to_cursor (self);
  show_words (self);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static void
hover (TerChart *self, int mark)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  if (mark == priv->hovered)
    return;
  priv->hovered = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TerChart *self, double x, double y)
{
  hover (self, get_laid_out (self)->hit (self, x, y));
}

static void
leave_cb (TerChart *self)
{
  hover (self, -1);
}

static void
pressed_cb (TerChart *self, int n_press, double x, double y)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  int hit = get_laid_out (self)->hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit < 0)
    return;
  priv->cursor = hit;
  say (self, hit);
  ter_cursor_show_words (priv->words, NULL, NULL); /* the pointer has its tooltip */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Who comes back finds the mark at which they were. */
static void
focus_entered_cb (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  if (priv->cursor >= 0)
    say (self, priv->cursor);
}

static void
focus_left_cb (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  ter_cursor_show_words (priv->words, NULL, NULL);
  ter_cursor_restore (GTK_WIDGET (self), &priv->description);
}

static gboolean
ter_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TerChart *self = TER_CHART (widget);
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  int mark = keyboard ? priv->cursor : get_laid_out (self)->hit (self, x, y);
  g_autofree char *text = NULL;
  TerRect rect;

  if (mark < 0)
    return FALSE;
  text = dup_tooltip (self, mark);
  rect = get_laid_out (self)->get_rect (self, mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { rect.x, rect.y, MAX (rect.width, 1), MAX (rect.height, 1) });
  return TRUE;
}

static void
ter_chart_dispose (GObject *object)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (TER_CHART (object));

  g_clear_pointer (&priv->words, gtk_widget_unparent);
  g_clear_pointer (&priv->texts, g_hash_table_unref);
  g_clear_pointer (&priv->paints, g_array_unref);
  g_clear_pointer (&priv->description, g_free);
  g_clear_object (&priv->figure);
  G_OBJECT_CLASS (ter_chart_parent_class)->dispose (object);
}

static void
ter_chart_class_init (TerChartClass *klass)
{
  static const struct
  {
    guint key;
    int dx, dy;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },  { GDK_KEY_Home, -2, 0 }, { GDK_KEY_End, 2, 0 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_chart_dispose;
  widget_class->snapshot = ter_chart_snapshot;
  widget_class->measure = ter_chart_layout_measure;
  widget_class->size_allocate = ter_chart_size_allocate;
  widget_class->get_request_mode = ter_chart_get_request_mode;
  widget_class->css_changed = ter_chart_css_changed;
  widget_class->system_setting_changed = ter_chart_system_setting_changed;
  widget_class->query_tooltip = ter_chart_query_tooltip;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk, "(ii)", keys[i].dx, keys[i].dy);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ter_chart_init (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->cursor = priv->hovered = priv->own = -1;
  priv->laid_out = -1;
  priv->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  priv->paints = g_array_new (FALSE, TRUE, sizeof (TerSeriesPaint));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ter_cursor_follow (GTK_WIDGET (self), &priv->cursor_shown);
  priv->words = ter_cursor_new_words (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

void
ter_chart_set_figure (TerChart *self, TerFigure *figure, guint facet, const char *name, const char *description)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_if_fail (TER_IS_CHART (self) && TER_IS_FIGURE (figure) && priv->figure == NULL);

  priv->figure = g_object_ref (figure);
  priv->facet = facet;
  priv->description = g_strdup (description != NULL ? description : "");
  ter_figure_get_facet_data (figure, facet, &priv->first, &priv->n);
  update_paints (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_paints), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_paints), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  priv->description, -1);
}

void
ter_chart_set_own (TerChart *self, int mark)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  g_return_if_fail (TER_IS_CHART (self));

  priv->own = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TerFigure *
ter_chart_get_figure (TerChart *self)
{
  return ((TerChartPrivate *) ter_chart_get_instance_private (self))->figure;
}

guint
ter_chart_get_facet (TerChart *self)
{
  return ((TerChartPrivate *) ter_chart_get_instance_private (self))->facet;
}

int
ter_chart_get_cursor (TerChart *self)
{
  return ((TerChartPrivate *) ter_chart_get_instance_private (self))->cursor;
}

const TerDatum *
ter_chart_get_data (TerChart *self, guint mark)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  return ter_figure_get_datum (priv->figure, priv->first + mark);
}

int
ter_chart_get_hovered (TerChart *self)
{
  return ((TerChartPrivate *) ter_chart_get_instance_private (self))->hovered;
}

const TerSeriesPaint *
ter_chart_get_paint (TerChart *self, guint series)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  return &g_array_index (priv->paints, TerSeriesPaint, MIN (series, priv->paints->len - 1));
}

void
ter_chart_invalidate (TerChart *self)
{
  TerChartPrivate *priv = ter_chart_get_instance_private (self);

  g_return_if_fail (TER_IS_CHART (self));

  priv->laid_out = -1;
  priv->hovered = -1;
  if (priv->cursor >= (int) count (self))
    priv->cursor = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
