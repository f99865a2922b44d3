/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-gestures.h"

#include <math.h>

/* A hand that trembles does not drag. */
#define DRAG_THRESHOLD 6.0

typedef struct
{
  const TerMapGestures *does;
  gpointer user_data;
  double x, y; /* the pointer */
  double dragged_x, dragged_y;
  gboolean dragging;
  double pinched; /* the scale told last */
} Gestures;

static void
motion_cb (GtkEventController *controller, double x, double y, Gestures *self)
{
  self->x = x;
  self->y = y;
  if (!self->dragging)
    self->does->hover (x, y, self->user_data);
}

static void
leave_cb (GtkEventController *controller, Gestures *self)
{
  self->does->hover (NAN, NAN, self->user_data);
}

/* Without Ctrl the page scrolls. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, Gestures *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? dy : dy / 60.0;

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  self->does->zoom (pow (TER_MAP_ZOOM_STEP, -CLAMP (step, -3.0, 3.0)), self->x, self->y, self->user_data);
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Gestures *self)
{
  self->dragging = FALSE;
  self->dragged_x = self->dragged_y = 0.0;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, Gestures *self)
{
  if (!self->dragging && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  if (!self->does->pan (dx - self->dragged_x, dy - self->dragged_y, self->user_data))
    return;
  if (!self->dragging)
    {
      self->does->hover (NAN, NAN, self->user_data);
      gtk_widget_set_cursor_from_name (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), "grabbing");
      /* The click is none. */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->dragging = TRUE;
  self->dragged_x = dx;
  self->dragged_y = dy;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, Gestures *self)
{
  self->dragging = FALSE;
  gtk_widget_set_cursor (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), NULL);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, Gestures *self)
{
  if (!self->dragging)
    self->does->click (x, y, self->user_data);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, Gestures *self)
{
  self->pinched = 1.0;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, Gestures *self)
{
  double x = self->x, y = self->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  if (scale > 0.0)
    self->does->zoom (scale / self->pinched, x, y, self->user_data);
  self->pinched = scale;
}

/* They share what they know: it goes with the last of them. */
static void
connect (gpointer controller, const char *signal, GCallback callback, Gestures *self)
{
  g_signal_connect_data (controller, signal, callback, g_rc_box_acquire (self), (GClosureNotify) (void (*) (void)) g_rc_box_release,
                         G_CONNECT_DEFAULT);
}

void
ter_map_gestures_add (GtkWidget *widget, const TerMapGestures *gestures, gpointer user_data)
{
  Gestures *self;
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_rc_box_new0 (Gestures);
  self->does = gestures;
  self->user_data = user_data;
  connect (motion, "motion", G_CALLBACK (motion_cb), self);
  connect (motion, "leave", G_CALLBACK (leave_cb), self);
  connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  connect (click, "released", G_CALLBACK (released_cb), self);
  connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_rc_box_release (self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
