/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-toolbar.h"

#include <glib/gi18n.h>

#include "ter-map-gestures.h"

static const struct
{
  const char *icon, *name, *keys;
  double factor;
} buttons[] = {
  { "zoom-out-symbolic", N_ ("Farther"), "−", 1.0 / TER_MAP_ZOOM_STEP },
  { "zoom-in-symbolic", N_ ("Nearer"), "+", TER_MAP_ZOOM_STEP },
  { "zoom-fit-best-symbolic", N_ ("The Whole Map"), "0", 0.0 },
};

/* The buttons stand in the order of the table. */
static double
get_factor (GtkWidget *button)
{
  guint i = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (button); before != NULL; before = gtk_widget_get_prev_sibling (before))
    i++;
  return buttons[i].factor;
}

static void
clicked_cb (GtkWidget *button, TerMapView *map)
{
  ter_map_view_zoom (map, get_factor (button));
}

/* What would change nothing is not offered. */
static void
view_changed_cb (TerMapView *map, GtkWidget *toolbar)
{
  double zoom = ter_map_view_get_zoom (map);

  for (GtkWidget *button = gtk_widget_get_first_child (toolbar); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      double factor = get_factor (button);
      gboolean useful = factor > 1.0 ? zoom < ter_map_view_get_max_zoom (map) : zoom > 1.0;

      /* The keyboard is not left on a button that is of no use any more. */
      if (!useful && gtk_widget_has_focus (button))
        gtk_widget_grab_focus (GTK_WIDGET (map));
      gtk_widget_set_sensitive (button, useful);
    }
}

GtkWidget *
ter_map_toolbar_new (TerMapView *map)
{
  GtkWidget *toolbar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (TER_IS_MAP_VIEW (map), NULL);

  gtk_widget_add_css_class (toolbar, "linked");
  gtk_widget_set_valign (toolbar, GTK_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);
      /* Translators: what a button does, and the key that does the same: "Nearer (+)". */
      g_autofree char *tooltip = g_strdup_printf (_ ("%s (%s)"), _ (buttons[i].name), buttons[i].keys);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (buttons[i].name),
                                      GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, buttons[i].keys, -1);
      gtk_widget_set_sensitive (button, buttons[i].factor > 1.0);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), map, 0);
      gtk_box_append (GTK_BOX (toolbar), button);
    }
  g_signal_connect_object (map, "view-changed", G_CALLBACK (view_changed_cb), toolbar, 0);
  return toolbar;
}
