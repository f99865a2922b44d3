/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-figure-classes.h"
#include "ter-json.h"
#include "ter-map-legend.h"
#include "ter-map-toolbar.h"
#include "ter-map-view.h"
#include "ter-portrait.h"
#include "ter-territory-list.h"
#include "ter-territory-words.h"
#include "ter-heading.h"
#include "ter-notice.h"

/* Outlines up to this size are read at once, larger ones beside the window's own work. */
#define READ_AT_ONCE (1024 * 1024)

/* A map, then what is within the territory that was chosen on it, and so on; each a page, with a way back. */
struct _TerFigureMap
{
  GtkBox parent_instance;
  TerContext *context;
  TerPack *pack;
  TerFigure *figure;
  char *name, *description;
  GPtrArray *pages;  /* of GtkWidget, the one that shows last */
  GtkWidget *legend; /* of the figure's own map; NULL while it is read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerFigureMap, ter_figure_map, GTK_TYPE_BOX)

static void drill (TerFigureMap *self, const char *level, const char *code, const char *name);

/* ---- Pages ---- */

static GtkWidget *
last_page (TerFigureMap *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
remove_page (TerFigureMap *self)
{
  GtkWidget *page = last_page (self);

  g_ptr_array_set_size (self->pages, self->pages->len - 1);
  gtk_widget_set_visible (last_page (self), TRUE);
  gtk_box_remove (GTK_BOX (self), page);
}

static void
back_cb (TerFigureMap *self)
{
  GtkWidget *before;

  if (self->pages->len < 2)
    return;
  before = g_ptr_array_index (self->pages, self->pages->len - 2);
  gtk_widget_set_visible (before, TRUE);
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (before), "content"));
  remove_page (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerFigureMap *self = TER_FIGURE_MAP (widget);

  if (self->pages->len < 2)
    return GDK_EVENT_PROPAGATE;
  back_cb (self);
  return GDK_EVENT_STOP;
}

/* A list has rows once it has a size: the first takes the keyboard, when the reader has not gone on. */
static gboolean
focus_row_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_has_focus (list))
    gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  return G_SOURCE_REMOVE;
}

/* @content takes the keyboard. */
static void
add_page (TerFigureMap *self, GtkWidget *page, GtkWidget *content)
{
  g_object_set_data (G_OBJECT (page), "content", content);
  if (self->pages->len > 0)
    gtk_widget_set_visible (last_page (self), FALSE);
  g_ptr_array_add (self->pages, page);
  gtk_box_append (GTK_BOX (self), page);
  if (self->pages->len > 1)
    gtk_widget_grab_focus (content);
  if (GTK_IS_LIST_VIEW (content))
    gtk_widget_add_tick_callback (content, focus_row_cb, NULL, NULL);
}

/* The way back and where one is, with room for a map's buttons at the end. */
static GtkWidget *
head_new (TerFigureMap *self, const char *title, GtkWidget *toolbar)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (self->pages->len > 0)
    {
      GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

      /* Translators: a button; the key that does the same follows. */
      gtk_widget_set_tooltip_text (back, _ ("Back to the Map (Escape)"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the Map"), -1);
      gtk_widget_set_valign (back, GTK_ALIGN_START);
      g_signal_connect_swapped (back, "clicked", G_CALLBACK (back_cb), self);
      gtk_box_append (GTK_BOX (head), back);
    }
  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (head), label);
    }
  else
    gtk_widget_set_halign (head, GTK_ALIGN_END);
  if (toolbar != NULL)
    gtk_box_append (GTK_BOX (head), toolbar);
  return head;
}

/* ---- A page with a map ---- */

static void
territory_cb (TerMapView *map, const char *code, GtkWidget *page)
{
  TerFigureMap *self = TER_FIGURE_MAP (gtk_widget_get_ancestor (page, TER_TYPE_FIGURE_MAP));
  TerOutline *outline = g_object_get_data (G_OBJECT (map), "outline");
  guint index;

  if (ter_outline_find (outline, code, &index))
    drill (self, g_object_get_data (G_OBJECT (map), "level"), code, ter_outline_get_feature (outline, index)->name);
}

/* The reader's own territory, or the one of the map's level that holds it: outlined, and told below. */
static void
update_own (GtkWidget *page)
{
  TerFigureMap *self = g_object_get_data (G_OBJECT (page), "figure-map");
  TerMapView *map = g_object_get_data (G_OBJECT (page), "content");
  GtkLabel *label = g_object_get_data (G_OBJECT (page), "own");
  g_autoptr (TerTerritory) mine = ter_context_dup_territory (self->context);
  const char *code = mine != NULL ? ter_territory_get_code_at (mine, g_object_get_data (G_OBJECT (map), "level")) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  gboolean found;
  guint index;

  found = code != NULL && ter_outline_find (g_object_get_data (G_OBJECT (map), "outline"), code, &index);
  ter_map_view_set_own (map, found ? (int) index : -1);
  if (found)
    {
      text = ter_map_view_dup_text (map, index);
      line = ter_territory_dup_mine (text);
      gtk_label_set_label (label, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (label), found);
}

static void
add_map_page (TerFigureMap *self, TerMapGeometry *geometry, const char *level, const char *title, const char *name,
              const char *description, const double *values, const TerMapScale *scale, TerMapWords words)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *map = ter_map_view_new (geometry, name, description);
  GtkWidget *own = ter_text_new ("", "heading");
  GtkWidget *legend;
  TerOutline *outline = ter_map_geometry_get_outline (geometry);

  /* The words need the figure for as long as the map is there. */
  ter_map_view_set_data (TER_MAP_VIEW (map), values, scale, words, self->figure);
  g_object_set_data_full (G_OBJECT (map), "figure", g_object_ref (self->figure), g_object_unref);
  g_object_set_data_full (G_OBJECT (map), "outline", g_object_ref (outline), g_object_unref);
  g_object_set_data_full (G_OBJECT (map), "level", g_strdup (level), g_free);
  g_signal_connect_object (map, "territory-activated", G_CALLBACK (territory_cb), page, 0);
  gtk_box_append (GTK_BOX (page), head_new (self, title, ter_map_toolbar_new (TER_MAP_VIEW (map))));
  gtk_box_append (GTK_BOX (page), map);
  legend = ter_map_legend_new (scale, values, ter_outline_get_n_features (outline));
  if (self->pages->len == 0)
    self->legend = legend;
  gtk_box_append (GTK_BOX (page), legend);
  gtk_box_append (GTK_BOX (page), own);
  add_page (self, page, map);
  g_object_set_data (G_OBJECT (page), "figure-map", self);
  g_object_set_data (G_OBJECT (page), "own", own);
  g_signal_connect_object (self->context, "notify::territory", G_CALLBACK (update_own), page, G_CONNECT_SWAPPED);
  update_own (page);
}

static JsonObject *
find_outline (TerPack *pack, const char *level)
{
  JsonArray *resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (g_strcmp0 (ter_json_get_string (resource, "role"), "outline") == 0 &&
          g_strcmp0 (ter_json_get_string (resource, "level"), level) == 0)
        return resource;
    }
  return NULL;
}

static TerMapGeometry *
read_geometry (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (TerOutline) outline = bytes != NULL ? ter_outline_new_from_bytes (bytes, error) : NULL;

  return outline != NULL ? ter_map_geometry_new (outline) : NULL;
}

/* ---- Into a territory ---- */

static char *
inhabitants_cb (double value, gpointer user_data)
{
  return ter_territory_dup_inhabitants (value);
}

/* The figure's own number for each of @children, where a table of their level has it. %FALSE: nowhere. */
static gboolean
fill_with_indicator (TerFigureMap *self, TerOutline *outline, GPtrArray *children, double *values)
{
  const char *indicator = ter_figure_get_value_name (self->figure);
  g_autoptr (TerPortrait) portrait =
    indicator != NULL ? ter_portrait_new (ter_context_get_library (self->context), self->pack) : NULL;
  gboolean any = FALSE;
  guint index;

  for (guint i = 0; portrait != NULL && i < children->len; i++)
    {
      const TerTerritory *child = g_ptr_array_index (children, i);

      if (!ter_outline_find (outline, ter_territory_get_code (child->id), &index))
        continue;
      values[index] = ter_portrait_get_measure (portrait, indicator, child->id).value;
      any = any || isfinite (values[index]);
    }
  return any;
}

static void
fill_with_population (TerOutline *outline, GPtrArray *children, double *values)
{
  guint index;

  for (guint i = 0; i < children->len; i++)
    {
      const TerTerritory *child = g_ptr_array_index (children, i);

      if (ter_outline_find (outline, ter_territory_get_code (child->id), &index))
        values[index] = child->population;
    }
}

static char *
words_cb (double value, gpointer user_data)
{
  return ter_figure_dup_value_text (user_data, value);
}

/* Those children whose outlines are in @resource, by the figure's number, or else by their population. %FALSE when they cannot be drawn. */
static gboolean
add_children_map (TerFigureMap *self, GPtrArray *children, JsonObject *resource, const char *level, const char *title)
{
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GFile) file = path != NULL ? ter_pack_dup_file (self->pack, path) : NULL;
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TerMapGeometry) whole = NULL, geometry = NULL;
  g_autoptr (TerOutline) part = NULL;
  g_autofree double *values = NULL;
  g_autofree char *name = NULL;
  TerFigureClasses wish = { .n_classes = 5 };
  TerMapScale scale;
  gboolean same;
  guint n;

  for (guint i = 0; i < children->len; i++)
    g_hash_table_add (codes, (char *) ter_territory_get_code (((TerTerritory *) g_ptr_array_index (children, i))->id));
  whole = file != NULL ? read_geometry (file, NULL) : NULL;
  part = whole != NULL ? ter_outline_new_part (ter_map_geometry_get_outline (whole), codes) : NULL;
  if (part == NULL)
    return FALSE;
  geometry = ter_map_geometry_new (part);
  n = ter_outline_get_n_features (part);
  values = g_new (double, n);
  for (guint i = 0; i < n; i++)
    values[i] = NAN;
  same = fill_with_indicator (self, part, children, values);
  if (!same)
    fill_with_population (part, children, values);
  wish.domain = g_array_new (FALSE, FALSE, sizeof (double));
  ter_figure_classes_apply (&wish, values, n, &scale);
  ter_figure_classes_clear (&wish);
  if (same)
    /* Translators: the name of a map of the parts of a territory: what it shows, and which: “Communes – Bretagne”. */
    name = g_strdup_printf (_ ("%s – %s"), ter_figure_get_value_title (self->figure), title);
  else
    /* Translators: the name of a map of the parts of a territory: "Population of Bretagne". */
    name = g_strdup_printf (_ ("Population of %s"), title);
  add_map_page (self, geometry, level, name, name, title, values, &scale, same ? words_cb : inhabitants_cb);
  return TRUE;
}

static void
add_list_page (TerFigureMap *self, GPtrArray *children, TerLevel level, const char *name)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *count = ter_level_dup_count (level, children->len);
  /* Translators: a territory and how many parts it has: "Ain: 391 communes". */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), name, count);
  GtkWidget *list = ter_territory_list_new (children, title);

  gtk_box_append (GTK_BOX (page), head_new (self, title, NULL));
  gtk_box_append (GTK_BOX (page), list);
  add_page (self, page, gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (list)));
}

static void
drill (TerFigureMap *self, const char *level, const char *code, const char *name)
{
  g_autofree char *territory = g_strconcat (level, ":", code, NULL);
  g_autoptr (GPtrArray) children = NULL;
  const char *within;
  TerLevel inner;
  JsonObject *resource;

  if (!ter_territory_parse (territory, &inner) || inner == TER_LEVEL_COMMUNE)
    return;
  inner = inner == TER_LEVEL_REGION ? TER_LEVEL_DEPARTEMENT : inner == TER_LEVEL_COUNTRY ? TER_LEVEL_REGION : TER_LEVEL_COMMUNE;
  children = ter_library_list_territories (ter_context_get_library (self->context), self->pack, territory, inner);
  within = ter_level_get_name (inner);
  if (children->len == 0)
    return;
  resource = find_outline (self->pack, within);
  if (resource == NULL || !add_children_map (self, children, resource, within, name))
    add_list_page (self, children, inner, name);
}

/* ---- The figure's own map ---- */

/* (transfer full): the figure's values, one a feature, and their scale. */
static double *
compute_values (TerFigureMap *self, TerOutline *outline, TerMapScale *scale)
{
  guint n = ter_outline_get_n_features (outline);
  double *values = g_new (double, n);

  ter_figure_fill_map_values (self->figure, outline, values);
  ter_figure_get_map_scale (self->figure, values, n, scale);
  return values;
}

static void
show (TerFigureMap *self, TerMapGeometry *geometry)
{
  TerOutline *outline = ter_map_geometry_get_outline (geometry);
  JsonObject *resource = ter_pack_find_resource (self->pack, ter_figure_get_outline (self->figure));
  const char *level = ter_json_get_string (resource, "level");
  TerMapScale scale;
  g_autofree double *values = compute_values (self, outline, &scale);

  add_map_page (self, geometry, level != NULL ? level : "", NULL, self->name, self->description, values, &scale, words_cb);
}

static void
recolour (TerFigureMap *self)
{
  GtkWidget *page = g_ptr_array_index (self->pages, 0);
  TerMapView *map = g_object_get_data (G_OBJECT (page), "content");
  TerOutline *outline = g_object_get_data (G_OBJECT (map), "outline");
  TerMapScale scale;
  g_autofree double *values = compute_values (self, outline, &scale);
  GtkWidget *legend;

  ter_map_view_set_data (map, values, &scale, words_cb, self->figure);
  ter_map_view_set_description (map, self->description);
  g_object_set_data_full (G_OBJECT (map), "figure", g_object_ref (self->figure), g_object_unref);
  legend = ter_map_legend_new (&scale, values, ter_outline_get_n_features (outline));
  gtk_box_insert_child_after (GTK_BOX (page), legend, self->legend);
  gtk_box_remove (GTK_BOX (page), self->legend);
  self->legend = legend;
  update_own (page);
}

void
ter_figure_map_set_figure (TerFigureMap *self, TerFigure *figure, const char *description)
{
  g_return_if_fail (TER_IS_FIGURE_MAP (self) && TER_IS_FIGURE (figure));

  g_set_object (&self->figure, figure);
  g_set_str (&self->description, description);
  /* The way back from what is within a territory: its values are of no year. */
  while (self->pages->len > 1)
    remove_page (self);
  if (self->legend != NULL)
    recolour (self);
}

static void
load_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  TerMapGeometry *geometry = read_geometry (file, &error);

  if (geometry != NULL)
    g_task_return_pointer (task, geometry, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TerFigureMap *self = TER_FIGURE_MAP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerMapGeometry) geometry = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *waiting;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  waiting = gtk_widget_get_first_child (GTK_WIDGET (self));
  gtk_box_remove (GTK_BOX (self), waiting);
  if (geometry != NULL)
    show (self, geometry);
  else
    gtk_box_append (GTK_BOX (self), ter_notice_new (error->message));
}

static void
load_aside (TerFigureMap *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  GtkWidget *waiting = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (waiting), adw_spinner_new ());
  gtk_box_append (GTK_BOX (waiting), gtk_label_new (_ ("The map is being read…")));
  gtk_box_append (GTK_BOX (self), waiting);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

static void
ter_figure_map_dispose (GObject *object)
{
  TerFigureMap *self = TER_FIGURE_MAP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->pack);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_figure_map_parent_class)->dispose (object);
}

static void
ter_figure_map_class_init (TerFigureMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_figure_map_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ter_figure_map_init (TerFigureMap *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->pages = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

static goffset
get_size (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

GtkWidget *
ter_figure_map_new (TerContext *context, TerEntry *dashboard, TerFigure *figure, const char *name, const char *description,
                    GError **error)
{
  TerPack *pack = ter_entry_get_pack (dashboard);
  const char *path = ter_json_get_string (ter_pack_find_resource (pack, ter_figure_get_outline (figure)), "path");
  g_autoptr (GFile) file = path != NULL ? ter_pack_dup_file (pack, path) : NULL;
  g_autoptr (TerMapGeometry) geometry = NULL;
  gboolean at_once;
  TerFigureMap *self;

  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The pack has no outline “%s”."), ter_figure_get_outline (figure));
      return NULL;
    }
  at_once = get_size (file) <= READ_AT_ONCE;
  if (at_once)
    geometry = read_geometry (file, error);
  if (at_once && geometry == NULL)
    return NULL;

  self = g_object_new (TER_TYPE_FIGURE_MAP, NULL);
  self->context = g_object_ref (context);
  self->pack = g_object_ref (pack);
  self->figure = g_object_ref (figure);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  if (at_once)
    show (self, geometry);
  else
    load_aside (self, file);
  return GTK_WIDGET (self);
}
