/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-fitted-picture.h"

#include <math.h>

#define MINIMUM_WIDTH 48

struct _TerFittedPicture
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  double ratio; /* width to height */
  int width;    /* at most */
};

G_DEFINE_FINAL_TYPE (TerFittedPicture, ter_fitted_picture, GTK_TYPE_WIDGET)

static int
find_height (TerFittedPicture *self, int width)
{
  return MAX (1, (int) round (MIN (width, self->width) / self->ratio));
}

static GtkSizeRequestMode
ter_fitted_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ter_fitted_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  TerFittedPicture *self = TER_FITTED_PICTURE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (MINIMUM_WIDTH, self->width);
      *natural = self->width;
    }
  else
    *minimum = *natural = find_height (self, for_size < 0 ? self->width : for_size);
}

static void
ter_fitted_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TerFittedPicture *self = TER_FITTED_PICTURE (widget);
  int shown = MIN (width, self->width);
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - shown : 0;

  gtk_widget_size_allocate (self->picture, &(GtkAllocation) { x, 0, shown, MIN (height, find_height (self, width)) }, -1);
}

static void
ter_fitted_picture_dispose (GObject *object)
{
  g_clear_pointer (&TER_FITTED_PICTURE (object)->picture, gtk_widget_unparent);
  G_OBJECT_CLASS (ter_fitted_picture_parent_class)->dispose (object);
}

static void
ter_fitted_picture_class_init (TerFittedPictureClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ter_fitted_picture_dispose;
  widget_class->get_request_mode = ter_fitted_picture_get_request_mode;
  widget_class->measure = ter_fitted_picture_measure;
  widget_class->size_allocate = ter_fitted_picture_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
ter_fitted_picture_init (TerFittedPicture *self)
{
}

GtkWidget *
ter_fitted_picture_new (GdkPaintable *paintable, const char *alternative, int maximum_width, int maximum_height)
{
  g_return_val_if_fail (GDK_IS_PAINTABLE (paintable), NULL);

  TerFittedPicture *self = g_object_new (TER_TYPE_FITTED_PICTURE, NULL);
  int width = MAX (1, gdk_paintable_get_intrinsic_width (paintable));
  int height = MAX (1, gdk_paintable_get_intrinsic_height (paintable));

  self->ratio = (double) width / height;
  self->width = MAX (1, MIN (MIN (width, maximum_width), (int) (maximum_height * self->ratio)));
  self->picture = gtk_picture_new_for_paintable (paintable);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), alternative);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative, -1);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->picture, "pack-picture");
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
