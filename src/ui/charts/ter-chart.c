/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-canvas-snapshot.h"
#include "ter-cursor.h"
#include "ter-paint-chart.h"
#include "ter-territory-words.h"

struct _TerChart
{
  GtkWidget parent_instance;
  TerFigure *figure;
  guint facet;
  guint first;            /* the panel's first datum */
  guint max_categories;   /* of bars; 0: all */
  TerChartLayout *layout; /* nullable: to be made */
  double laid_out;        /* the width it was made for */
  TerPaintTexts *texts;   /* nullable */
  char *description;
  GtkWidget *words;      /* of the mark under the cursor */
  int cursor;            /* of the keyboard; -1: not yet used */
  int hovered;           /* under the pointer; -1: none */
  int own;               /* the reader's own territory; -1: none */
  gboolean cursor_shown; /* ter_cursor_follow() */
};

G_DEFINE_FINAL_TYPE (TerChart, ter_chart, GTK_TYPE_WIDGET)

/* ---- Layout ---- */

static TerPaintTexts *
get_texts (TerChart *self)
{
  if (self->texts == NULL)
    self->texts = ter_paint_texts_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  return self->texts;
}

static TerChartLayout *
ensure_layout (TerChart *self, double width)
{
  if (self->layout != NULL && self->laid_out == width)
    return self->layout;
  g_clear_pointer (&self->layout, ter_chart_layout_free);
  self->layout =
    ter_chart_layout_new_folded (self->figure, self->facet, width, self->max_categories, ter_paint_texts_measure, get_texts (self));
  self->laid_out = width;
  return self->layout;
}

/* Before anything is asked of the marks' places. */
static TerChartLayout *
get_layout (TerChart *self)
{
  return ensure_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Those that one can walk to: not what is folded away. */
static guint
count (TerChart *self)
{
  return get_layout (self)->n_walked;
}

static TerRect
get_rect (TerChart *self, guint mark)
{
  return g_array_index (get_layout (self)->marks, TerChartMark, mark).rect;
}

static int
hit (TerChart *self, double x, double y)
{
  return ter_chart_layout_hit (get_layout (self), self->figure, x, y);
}

/* ---- What it says ---- */

/* (transfer full) (nullable) */
static char *
dup_tooltip (TerChart *self, guint mark)
{
  char *text = ter_figure_dup_datum_tooltip (self->figure, self->first + mark);

  return text != NULL ? text : ter_figure_dup_datum_text (self->figure, self->first + mark);
}

static void
say (TerChart *self, guint mark)
{
  g_autofree char *text = ter_figure_dup_datum_text (self->figure, self->first + mark);
  g_autofree char *said = (int) mark == self->own ? ter_territory_words_dup_mine (text) : g_strdup (text);
  /* Translators: what a mark of a chart shows, then its place among the marks: "Employment: 7.1, 1 of 6". */
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %u of %u"), said, mark + 1, count (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

/* What the one under the cursor shows, for who sees. */
static void
show_words (TerChart *self)
{
  g_autofree char *text = dup_tooltip (self, self->cursor);
  TerRect rect = get_rect (self, self->cursor);

  ter_cursor_show_words (self->words, text,
                         &(GdkRectangle) { (int) rect.x, (int) rect.y - 4, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) });
}

/* ---- Drawing ---- */

static void
ter_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerChart *self = TER_CHART (widget);
  TerPaintStyle style = ter_canvas_snapshot_get_style (widget);
  const TerPaintChart chart = {
    self->figure, self->facet, get_layout (self), &style, get_texts (self), self->hovered, self->cursor_shown ? self->cursor : -1,
    self->own
  };
  g_auto (TerCanvasSnapshot) canvas = { 0 };

  ter_canvas_snapshot_init (&canvas, snapshot);
  ter_paint_chart_draw (&chart, &canvas.canvas);
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
    *minimum = *natural = (int) ceil (ensure_layout (TER_CHART (widget), for_size < 0 ? 200 : for_size)->height);
}

static void
ter_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_popover_present (GTK_POPOVER (TER_CHART (widget)->words));
}

static void
forget_texts (TerChart *self)
{
  g_clear_pointer (&self->layout, ter_chart_layout_free);
  g_clear_pointer (&self->texts, ter_paint_texts_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* In another window letters may be others. */
static void
ter_chart_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ter_chart_parent_class)->root (widget);
  forget_texts (TER_CHART (widget));
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
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  TerRect rect = get_rect (self, self->cursor);
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
  int n = count (self), far = ABS (dx) > 1 ? dx : 0;

  if (far != 0)
    return far < 0 ? 0 : n - 1;
  if (self->cursor < 0)
    return self->own >= 0 && self->own < n ? self->own : 0;
  return (int) ter_chart_layout_step (get_layout (self), self->figure, self->cursor, dx, dy);
}

static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerChart *self = TER_CHART (widget);
  int dx, dy;

  if (count (self) == 0)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  self->cursor = get_next (self, dx, dy);
  say (self, self->cursor);
  scroll_to_cursor (self);
  show_words (self);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static void
hover (TerChart *self, int mark)
{
  if (mark == self->hovered)
    return;
  self->hovered = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TerChart *self, double x, double y)
{
  hover (self, hit (self, x, y));
}

static void
leave_cb (TerChart *self)
{
  hover (self, -1);
}

static void
pressed_cb (TerChart *self, int n_press, double x, double y)
{
  int found = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (found < 0)
    return;
  self->cursor = found;
  say (self, found);
  ter_cursor_show_words (self->words, NULL, NULL); /* the pointer has its tooltip */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Who comes back finds the mark at which they were. */
static void
focus_entered_cb (TerChart *self)
{
  if (self->cursor >= 0)
    say (self, self->cursor);
}

static void
focus_left_cb (TerChart *self)
{
  ter_cursor_show_words (self->words, NULL, NULL);
  ter_cursor_restore (GTK_WIDGET (self), &self->description);
}

static gboolean
ter_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TerChart *self = TER_CHART (widget);
  int mark = keyboard ? self->cursor : hit (self, x, y);
  g_autofree char *text = NULL;
  TerRect rect;

  if (mark < 0)
    return FALSE;
  text = dup_tooltip (self, mark);
  rect = get_rect (self, mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { rect.x, rect.y, MAX (rect.width, 1), MAX (rect.height, 1) });
  return TRUE;
}

static void
ter_chart_dispose (GObject *object)
{
  TerChart *self = TER_CHART (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->layout, ter_chart_layout_free);
  g_clear_pointer (&self->texts, ter_paint_texts_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_object (&self->figure);
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
  widget_class->root = ter_chart_root;
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
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cursor = self->hovered = self->own = -1;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ter_cursor_follow (GTK_WIDGET (self), &self->cursor_shown);
  self->words = ter_cursor_new_words (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ter_chart_new (TerFigure *figure, guint facet, const char *name, const char *description)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  TerChart *self;
  guint n;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  self = g_object_new (TER_TYPE_CHART, NULL);
  self->figure = g_object_ref (figure);
  self->facet = facet;
  self->description = g_strdup (description != NULL ? description : "");
  ter_figure_get_facet_data (figure, facet, &self->first, &n);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description, -1);
  return GTK_WIDGET (self);
}

void
ter_chart_set_own (TerChart *self, int mark)
{
  g_return_if_fail (TER_IS_CHART (self));

  self->own = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ter_chart_set_max_categories (TerChart *self, guint max_categories)
{
  g_return_if_fail (TER_IS_CHART (self));

  self->max_categories = max_categories;
  g_clear_pointer (&self->layout, ter_chart_layout_free);
  self->hovered = -1;
  if (self->cursor >= (int) count (self))
    self->cursor = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ter_chart_get_max_categories (TerChart *self)
{
  g_return_val_if_fail (TER_IS_CHART (self), 0);

  return self->max_categories;
}

const TerDatum *
ter_chart_get_cursor_datum (TerChart *self)
{
  g_return_val_if_fail (TER_IS_CHART (self), NULL);

  return self->cursor >= 0 ? ter_figure_get_datum (self->figure, self->first + self->cursor) : NULL;
}
