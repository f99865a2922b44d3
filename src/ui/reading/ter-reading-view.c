/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-reading-view.h"

#include <glib/gi18n.h>

#include "ter-page-body.h"
#include "ter-table-of-contents.h"

/* About seventy characters of text; in scaled pixels, so that larger letters get a wider column. */
#define COLUMN_WIDTH 656
#define SIDE_WIDTH 262
#define SIDE_MARGIN 14
#define BESIDE_CONDITION "min-width: 960sp"
/* A short text needs no list of its headings. */
#define FEWEST_HEADINGS 3
/* Above a heading that one has jumped to, and how far below the top a heading still counts as being read. */
#define ABOVE_HEADING 24
#define READING_LINE 96
#define SCROLL_MS 250

struct _TerReadingView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *body;         /* what scrolls */
  GtkWidget *column;       /* in it */
  GtkWidget *side;         /* nullable */
  TerCommonmarkView *text; /* nullable; inside the column */
  GPtrArray *lists;        /* of TerTableOfContents, owned: the one beside, those in buttons */
  AdwAnimation *animation;
  gboolean beside;
};

G_DEFINE_FINAL_TYPE (TerReadingView, ter_reading_view, ADW_TYPE_BIN)

enum
{
  PROP_CONTENTS_BESIDE = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GtkAdjustment *
get_adjustment (TerReadingView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* How far down the column @widget is. */
static gboolean
find_top (TerReadingView *self, GtkWidget *widget, double *top)
{
  graphene_point_t point;

  if (widget == NULL || !gtk_widget_compute_point (widget, self->column, &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;
  *top = point.y;
  return TRUE;
}

static void
show_current (TerReadingView *self)
{
  double line = gtk_adjustment_get_value (get_adjustment (self)) + READING_LINE;
  int current = -1;
  double top;

  for (guint i = 0; i < ter_commonmark_view_get_n_headings (self->text); i++)
    if (find_top (self, ter_commonmark_view_peek_heading (self->text, i), &top) && top <= line)
      current = (int) i;
  for (guint i = 0; i < self->lists->len; i++)
    ter_table_of_contents_set_current (g_ptr_array_index (self->lists, i), current);
}

static void
scroll_to (TerReadingView *self, double value)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  AdwAnimationTarget *target = adw_property_animation_target_new (G_OBJECT (adjustment), "value");

  value = MIN (value, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  value = MAX (value, 0);
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  self->animation = adw_timed_animation_new (self->scroller, gtk_adjustment_get_value (adjustment), value, SCROLL_MS, target);
  adw_animation_play (self->animation);
}

typedef struct
{
  GtkWidget *heading;
  guint frames;
} Jump;

/* The second frame: a heading that was built just now has its place by then. */
static gboolean
jump_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TerReadingView *self = TER_READING_VIEW (widget);
  Jump *jump = data;
  double top;

  if (jump->frames++ < 1)
    return G_SOURCE_CONTINUE;
  if (find_top (self, jump->heading, &top))
    {
      double before = gtk_adjustment_get_value (get_adjustment (self));

      /* The focus would scroll at once, and no further than to the window's edge. */
      gtk_widget_grab_focus (jump->heading);
      gtk_label_select_region (GTK_LABEL (jump->heading), 0, 0);
      gtk_adjustment_set_value (get_adjustment (self), before);
      scroll_to (self, top - ABOVE_HEADING);
    }
  return G_SOURCE_REMOVE;
}

static void
jump_free (gpointer data)
{
  Jump *jump = data;

  g_object_unref (jump->heading);
  g_free (jump);
}

static void
chosen_cb (TerReadingView *self, guint index, GtkWidget *list)
{
  GtkWidget *popover = gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER);
  Jump *jump = g_new0 (Jump, 1);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  jump->heading = g_object_ref (ter_commonmark_view_reach_heading (self->text, index));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), jump_cb, jump, jump_free);
}

static GtkWidget *
new_list (TerReadingView *self)
{
  GtkWidget *list = ter_table_of_contents_new (self->text);

  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lists, g_object_ref_sink (list));
  return list;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static void
set_beside (TerReadingView *self, gboolean beside)
{
  self->beside = beside;
  gtk_widget_set_visible (self->side, beside);
  gtk_widget_set_margin_end (self->column, beside ? SIDE_WIDTH : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENTS_BESIDE]);
}

static void
apply_cb (TerReadingView *self)
{
  set_beside (self, TRUE);
}

static void
unapply_cb (TerReadingView *self)
{
  set_beside (self, FALSE);
}

/* Text and list stand together in the middle, however wide the window is. */
static gboolean
place_side_cb (GtkOverlay *overlay, GtkWidget *side, GdkRectangle *place, TerReadingView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  GtkSettings *settings = gtk_widget_get_settings (side);
  int column = MIN (width - SIDE_WIDTH, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, COLUMN_WIDTH, settings));
  int natural;

  place->width = SIDE_WIDTH - SIDE_MARGIN;
  place->x = (width - SIDE_WIDTH - column) / 2 + column;
  if (gtk_widget_get_direction (side) == GTK_TEXT_DIR_RTL)
    place->x = width - place->x - place->width;
  gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, place->width, NULL, &natural, NULL, NULL);
  place->y = 0;
  place->height = MIN (natural, gtk_widget_get_height (GTK_WIDGET (overlay)));
  return TRUE;
}

/* Puts the list over the end of the page where the window is wide: the scroll bar stays at the window's side. */
static GtkWidget *
add_side (TerReadingView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (BESIDE_CONDITION));

  self->side = new_scroller (new_list (self));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->side), TRUE);
  gtk_widget_set_visible (self->side, FALSE);
  gtk_widget_add_css_class (self->side, "contents-side");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->side);
  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (place_side_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (unapply_cb), self, G_CONNECT_SWAPPED);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), overlay);
  gtk_widget_set_size_request (bin, 200, 150);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  return bin;
}

/* The text, then its list, though the list stands higher than the text's middle, by which GTK would go. */
static gboolean
ter_reading_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TerReadingView *self = TER_READING_VIEW (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *first, *second, *focus;

  if (!self->beside || (!forward && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (ter_reading_view_parent_class)->focus (widget, direction);
  first = forward ? self->scroller : self->side;
  second = forward ? self->side : self->scroller;
  focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  if ((focus == NULL || !gtk_widget_is_ancestor (focus, second)) && gtk_widget_child_focus (first, direction))
    return TRUE;
  return gtk_widget_child_focus (second, direction);
}

static void
ter_reading_view_dispose (GObject *object)
{
  TerReadingView *self = TER_READING_VIEW (object);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_reading_view_parent_class)->dispose (object);
}

static void
ter_reading_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_CONTENTS_BESIDE: g_value_set_boolean (value, TER_READING_VIEW (object)->beside); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ter_reading_view_class_init (TerReadingViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = ter_reading_view_dispose;
  object_class->get_property = ter_reading_view_get_property;
  GTK_WIDGET_CLASS (class)->focus = ter_reading_view_focus;
  properties[PROP_CONTENTS_BESIDE] =
    g_param_spec_boolean ("contents-beside", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ter_reading_view_init (TerReadingView *self)
{
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
ter_reading_view_new (GtkWidget *content, TerCommonmarkView *text, const char *name)
{
  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);

  TerReadingView *self = g_object_new (TER_TYPE_READING_VIEW, NULL);

  self->text = text;
  self->column = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->column), COLUMN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->column), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->column), content);
  gtk_widget_add_css_class (content, "reading");
  self->body = ter_page_body_new (name, self->column);
  self->scroller = new_scroller (self->body);
  adw_bin_set_child (ADW_BIN (self), ter_reading_view_has_contents (self) ? add_side (self) : self->scroller);
  return GTK_WIDGET (self);
}

gboolean
ter_reading_view_has_contents (TerReadingView *self)
{
  g_return_val_if_fail (TER_IS_READING_VIEW (self), FALSE);

  return self->text != NULL && ter_commonmark_view_get_n_headings (self->text) >= FEWEST_HEADINGS;
}

GtkWidget *
ter_reading_view_new_button (TerReadingView *self)
{
  g_return_val_if_fail (TER_IS_READING_VIEW (self), NULL);
  g_return_val_if_fail (ter_reading_view_has_contents (self), NULL);

  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = new_scroller (new_list (self));

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-bullet-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("On This Page"));
  g_object_bind_property (self, "contents-beside", button, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return button;
}
