/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sideways.h"

/* GtkScrolledWindow asks for its child's height without telling the width: a table whose cells wrap would be cut. */
struct _TerSideways
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (TerSideways, ter_sideways, GTK_TYPE_WIDGET)

/* The bar, when it takes room of its own (overlaid ones take none). */
static int
measure_bar (TerSideways *self, int width, int child_width)
{
  GtkWidget *bar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (self->scroller));
  int height = 0;

  if (width >= child_width)
    return 0;
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
ter_sideways_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_sideways_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  TerSideways *self = TER_SIDEWAYS (widget);
  int child_minimum, child_natural;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, child_natural);
      return;
    }
  int width = for_size < 0 ? child_natural : for_size;

  gtk_widget_measure (self->child, orientation, MAX (width, child_minimum), NULL, natural, NULL, NULL);
  *natural += measure_bar (self, width, child_minimum);
  *minimum = *natural;
}

static void
ter_sideways_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (TER_SIDEWAYS (widget)->scroller, width, height, baseline, NULL);
}

/* Where nothing inside takes the focus, Tab goes on: the scrolled window would keep it, and do nothing. */
static gboolean
ter_sideways_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (TER_SIDEWAYS (widget)->child, direction);
}

static void
ter_sideways_dispose (GObject *object)
{
  TerSideways *self = TER_SIDEWAYS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ter_sideways_parent_class)->dispose (object);
}

static void
ter_sideways_class_init (TerSidewaysClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = ter_sideways_dispose;
  widget_class->get_request_mode = ter_sideways_get_request_mode;
  widget_class->measure = ter_sideways_measure;
  widget_class->focus = ter_sideways_focus;
  widget_class->size_allocate = ter_sideways_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
ter_sideways_init (TerSideways *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  /* What is inside takes the focus, and is scrolled to. */
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
ter_sideways_new (GtkWidget *child)
{
  TerSideways *self = g_object_new (TER_TYPE_SIDEWAYS, NULL);

  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
  return GTK_WIDGET (self);
}
