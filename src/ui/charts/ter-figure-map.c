/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-json.h"
#include "ter-map-view.h"

#define N_CLASSES 5

static TerOutline *
load_outline (TerPack     *pack,
              const char  *name,
              GError     **error)
{
  const char *path = ter_json_get_string (ter_pack_find_resource (pack, name), "path");
  g_autoptr (GFile) file = path != NULL ? ter_pack_dup_file (pack, path) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The pack has no outline “%s”."), name);
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  return bytes != NULL ? ter_outline_new_from_bytes (bytes, error) : NULL;
}

static char *
words_cb (double   value,
          gpointer user_data)
{
  return ter_figure_dup_value_text (user_data, value);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Counts take few values: each is then a class of its own, zero above all. Otherwise classes of as many members each. */
static TerClasses
choose_classes (const double *values,
                guint         n)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  TerClasses classes = { 0 };

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      g_array_append_val (sorted, values[i]);
  g_array_sort (sorted, compare_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      double value = g_array_index (sorted, double, i);

      if (i > 0 && value == g_array_index (sorted, double, i - 1))
        continue;
      if (classes.n_classes == TER_MAX_CLASSES)
        return ter_classes_quantile (values, n, N_CLASSES);
      if (i == 0)
        classes.bounds[0] = value;
      classes.bounds[++classes.n_classes] = value;
    }
  return classes;
}

GtkWidget *
ter_figure_map_new (TerEntry    *dashboard,
                    TerFigure   *figure,
                    const char  *name,
                    const char  *description,
                    GError     **error)
{
  g_autoptr (TerOutline) outline = load_outline (ter_entry_get_pack (dashboard), ter_figure_get_outline (figure), error);
  g_autofree double *values = NULL;
  GtkWidget *box, *map;
  TerClasses classes;
  guint n;

  if (outline == NULL)
    return NULL;
  n = ter_outline_get_n_features (outline);
  values = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    values[i] = ter_figure_get_code_value (figure, ter_outline_get_feature (outline, i)->code);
  classes = choose_classes (values, n);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  map = ter_map_view_new (outline, name);
  ter_map_view_set_data (TER_MAP_VIEW (map), values, &classes, words_cb, figure);
  /* The words need the figure for as long as the map is there. */
  g_object_set_data_full (G_OBJECT (map), "figure", g_object_ref (figure), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_box_append (GTK_BOX (box), map);
  gtk_box_append (GTK_BOX (box), ter_map_view_new_legend (TER_MAP_VIEW (map)));
  return box;
}
