/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only, put in the program by LD_PRELOAD.
 *
 * GTK 4.18 tells assistive tools where a widget is in its parent's content box, but adds these up as if they were relative to
 * the parent's outer box; pages of stacks count twice, and popovers count from nowhere. A pointer sent there misses. Here each
 * widget answers with its place relative to the nearest widget above it, so that the sums come out right.
 *
 * It also lets the program find the translations of the build folder, whose path it was not built with.
 */

#include <dlfcn.h>
#include <gtk/gtk.h>

/* Where @widget's outer box starts in the outermost surface, popovers included. */
static gboolean
find_in_surface (GtkWidget *widget, graphene_rect_t *bounds)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface;
  double x, y;

  if (native == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (native), bounds))
    return FALSE;

  gtk_native_get_surface_transform (native, &x, &y);
  surface = gtk_native_get_surface (native);
  while (surface != NULL && GDK_IS_POPUP (surface))
    {
      x += gdk_popup_get_position_x (GDK_POPUP (surface));
      y += gdk_popup_get_position_y (GDK_POPUP (surface));
      surface = gdk_popup_get_parent (GDK_POPUP (surface));
    }
  graphene_rect_offset (bounds, x, y);
  return TRUE;
}

/* Objects that are no widgets (pages of a stack) take no place of their own. */
static gboolean
get_no_bounds (GtkAccessible *self, int *x, int *y, int *width, int *height)
{
  *x = *y = *width = *height = 0;
  return TRUE;
}

static gboolean
get_exact_bounds (GtkAccessible *self, int *x, int *y, int *width, int *height)
{
  graphene_rect_t own, above = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  GtkAccessible *parent;

  if (!find_in_surface (GTK_WIDGET (self), &own))
    return FALSE;

  for (parent = gtk_accessible_get_accessible_parent (self); parent != NULL && !GTK_IS_WIDGET (parent);)
    {
      GtkAccessible *next = gtk_accessible_get_accessible_parent (parent);

      GTK_ACCESSIBLE_GET_IFACE (parent)->get_bounds = get_no_bounds;
      g_object_unref (parent);
      parent = next;
    }
  if (parent != NULL)
    {
      find_in_surface (GTK_WIDGET (parent), &above);
      g_object_unref (parent);
    }

  *x = (int) floor (own.origin.x) - (int) floor (above.origin.x);
  *y = (int) floor (own.origin.y) - (int) floor (above.origin.y);
  *width = (int) ceil (own.size.width);
  *height = (int) ceil (own.size.height);
  return TRUE;
}

char *
bindtextdomain (const char *domain, const char *folder)
{
  static char *(*next) (const char *, const char *) = NULL;
  const char *mine = g_getenv ("TER_LOCALE_DIR");

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "bindtextdomain");
  return next (domain, mine != NULL && strcmp (domain, "territoires") == 0 && folder != NULL ? mine : folder);
}

__attribute__ ((constructor)) static void
replace_bounds (void)
{
  gpointer widget_class = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *iface = g_type_interface_peek (widget_class, GTK_TYPE_ACCESSIBLE);

  iface->get_bounds = get_exact_bounds;
}
