/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-figure-classes.h"
#include "ter-json.h"
#include "ter-map-inside.h"
#include "ter-legend-view.h"
#include "ter-map-toolbar.h"
#include "ter-map-view.h"
#include "ter-territory-list.h"
#include "ter-territory-words.h"
#include "ter-heading.h"
#include "ter-notice.h"

/* Outlines up to this size are read at once, larger ones beside the window's own work. */
#define READ_AT_ONCE (1024 * 1024)

/* What one sees of a step of the way: a map or a list. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *content;  /* takes the keyboard */
  GtkLabel *own;       /* nullable: a word of the reader's own territory */
  TerOutline *outline; /* nullable: a list */
  char *level;
  char *title; /* nullable: the figure's own */
} Page;

/* A map, then what is within the territory that was chosen on it, and so on; each a page, with a way back. */
struct _TerFigureMap
{
  GtkBox parent_instance;
  TerContext *context;
  TerPack *pack;
  TerFigure *figure;
  char *name, *description;
  TerMapTrail *trail; /* nullable */
  GPtrArray *pages;   /* of Page, the one that shows last: the figure's own, when it is read, and one for each step of the trail */
  GtkWidget *legend;  /* of the figure's own map; NULL while it is read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerFigureMap, ter_figure_map, GTK_TYPE_BOX)

static void apply (TerFigureMap *self, TerMapTrail *trail);

/* ---- Pages ---- */

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_object (&page->outline);
  g_free (page->level);
  g_free (page->title);
  g_free (page);
}

static Page *
last_page (TerFigureMap *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
remove_page (TerFigureMap *self)
{
  GtkWidget *box = last_page (self)->box;

  g_ptr_array_set_size (self->pages, self->pages->len - 1);
  gtk_widget_set_visible (last_page (self)->box, TRUE);
  gtk_box_remove (GTK_BOX (self), box);
}

static void
back_cb (TerFigureMap *self)
{
  g_autoptr (TerMapTrail) trail = ter_map_trail_back (self->trail);
  const Page *before;

  if (self->trail == NULL)
    return;
  before = g_ptr_array_index (self->pages, self->pages->len - 2);
  gtk_widget_set_visible (before->box, TRUE);
  gtk_widget_grab_focus (before->content);
  apply (self, trail);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerFigureMap *self = TER_FIGURE_MAP (widget);

  if (self->trail == NULL)
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
static Page *
add_page (TerFigureMap *self, GtkWidget *box, GtkWidget *content)
{
  Page *page = g_new0 (Page, 1);

  page->box = box;
  page->content = content;
  if (self->pages->len > 0)
    gtk_widget_set_visible (last_page (self)->box, FALSE);
  g_ptr_array_add (self->pages, page);
  gtk_box_append (GTK_BOX (self), box);
  if (self->pages->len > 1)
    gtk_widget_grab_focus (content);
  if (GTK_IS_LIST_VIEW (content))
    gtk_widget_add_tick_callback (content, focus_row_cb, NULL, NULL);
  return page;
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
territory_cb (TerFigureMap *self, const char *code)
{
  const Page *page = last_page (self);
  g_autofree char *territory = g_strconcat (page->level, ":", code, NULL);
  g_autoptr (TerMapTrail) trail = NULL;
  guint index;

  if (!ter_outline_find (page->outline, code, &index))
    return;
  trail = ter_map_trail_with_territory (self->trail, territory, ter_outline_get_feature (page->outline, index)->name);
  apply (self, trail);
}

/* The reader's own territory, or the one of the map's level that holds it: outlined, and told below. */
static void
update_own (TerFigureMap *self, const Page *page)
{
  g_autoptr (TerTerritory) mine = ter_context_dup_territory (self->context);
  const char *code = mine != NULL ? ter_territory_get_code_at (mine, page->level) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  gboolean found;
  guint index;

  found = code != NULL && ter_outline_find (page->outline, code, &index);
  ter_map_view_set_own (TER_MAP_VIEW (page->content), found ? (int) index : -1);
  if (found)
    {
      text = ter_map_view_dup_text (TER_MAP_VIEW (page->content), index);
      line = ter_territory_words_dup_mine (text);
      gtk_label_set_label (page->own, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (page->own), found);
}

static void
own_cb (TerFigureMap *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (self->pages, i);

      if (page->outline != NULL)
        update_own (self, page);
    }
}

static GtkWidget *
legend_new (const TerMapScale *scale, const double *values, guint n_values)
{
  g_autoptr (TerLegend) legend = ter_legend_new_for_map (scale, values, n_values);
  GtkWidget *view = ter_legend_view_new (legend);

  gtk_widget_add_css_class (view, "caption");
  return view;
}

static void
add_map_page (TerFigureMap *self, TerMapGeometry *geometry, const char *level, const char *title, const char *name,
              const char *description, const double *values, const TerMapScale *scale, TerMapWords words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *map = ter_map_view_new (geometry, name, description);
  GtkWidget *own = ter_heading_new_text ("", "heading");
  GtkWidget *legend;
  Page *page;

  /* The words need the figure for as long as the map is there. */
  ter_map_view_set_data (TER_MAP_VIEW (map), values, scale, words, self->figure);
  g_signal_connect_object (map, "territory-activated", G_CALLBACK (territory_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), head_new (self, title, ter_map_toolbar_new (TER_MAP_VIEW (map))));
  gtk_box_append (GTK_BOX (box), map);
  legend = legend_new (scale, values, ter_map_geometry_get_n_features (geometry));
  if (self->pages->len == 0)
    self->legend = legend;
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), own);
  page = add_page (self, box, map);
  page->own = GTK_LABEL (own);
  page->outline = g_object_ref (ter_map_geometry_get_outline (geometry));
  page->level = g_strdup (level);
  page->title = g_strdup (title);
  update_own (self, page);
}

/* ---- Into a territory ---- */

static char *
inhabitants_cb (double value, gpointer user_data)
{
  return ter_territory_words_dup_inhabitants (value);
}

static char *
words_cb (double value, gpointer user_data)
{
  return ter_figure_dup_value_text (user_data, value);
}

static void
add_list_page (TerFigureMap *self, const TerMapInside *inside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = ter_territory_list_new (inside->parts, inside->title);

  gtk_box_append (GTK_BOX (box), head_new (self, inside->title, NULL));
  gtk_box_append (GTK_BOX (box), list);
  add_page (self, box, gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (list)));
}

/* Brings the pages to where @trail (nullable) leads. Where nothing is known within its last territory, all stays as it is. */
static void
apply (TerFigureMap *self, TerMapTrail *trail)
{
  const guint length = ter_map_trail_get_length (trail);
  g_autoptr (TerMapInside) inside = NULL;

  if (length == self->pages->len)
    inside = ter_map_inside_new (ter_context_get_library (self->context), self->pack, self->figure, trail);
  if (length == self->pages->len && inside == NULL)
    return;
  while (self->pages->len > length + 1)
    remove_page (self);
  if (inside != NULL && inside->geometry != NULL)
    add_map_page (self, inside->geometry, ter_level_get_name (inside->level), inside->title, inside->name, inside->title,
                  inside->values, &inside->scale, inside->is_own ? words_cb : inhabitants_cb);
  else if (inside != NULL)
    add_list_page (self, inside);
  g_clear_pointer (&self->trail, ter_map_trail_unref);
  self->trail = trail != NULL ? ter_map_trail_ref (trail) : NULL;
}

/* ---- The figure's own map ---- */

/* (transfer full): the figure's values, one a feature, and their scale. */
static double *
compute_values (TerFigureMap *self, TerOutline *outline, TerMapScale *scale)
{
  guint n = ter_outline_get_n_features (outline);
  double *values = g_new (double, n);

  ter_figure_classes_fill_values (self->figure, outline, values);
  ter_figure_classes_get_scale (self->figure, values, n, scale);
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
  const Page *page = g_ptr_array_index (self->pages, 0);
  TerMapView *map = TER_MAP_VIEW (page->content);
  TerMapScale scale;
  g_autofree double *values = compute_values (self, page->outline, &scale);
  GtkWidget *legend;

  ter_map_view_set_data (map, values, &scale, words_cb, self->figure);
  ter_map_view_set_description (map, self->description);
  legend = legend_new (&scale, values, ter_outline_get_n_features (page->outline));
  gtk_box_insert_child_after (GTK_BOX (page->box), legend, self->legend);
  gtk_box_remove (GTK_BOX (page->box), self->legend);
  self->legend = legend;
  update_own (self, page);
}

void
ter_figure_map_set_figure (TerFigureMap *self, TerFigure *figure, const char *description)
{
  g_autoptr (TerFigure) before = NULL;

  g_return_if_fail (TER_IS_FIGURE_MAP (self) && TER_IS_FIGURE (figure));

  /* The maps ask it for words until they are gone, or have the other. */
  before = g_object_ref (self->figure);
  g_set_object (&self->figure, figure);
  g_set_str (&self->description, description);
  if (self->legend == NULL)
    return;
  /* The way back from what is within a territory: its values are of no year. */
  apply (self, NULL);
  recolour (self);
}

void
ter_figure_map_add_to_picture (TerFigureMap *self, TerPicture *picture, const char *heading)
{
  g_return_if_fail (TER_IS_FIGURE_MAP (self) && picture != NULL);

  /* A list of what is within a territory is no picture: the map that led to it is. */
  for (guint i = self->pages->len; i > 0; i--)
    {
      const Page *page = g_ptr_array_index (self->pages, i - 1);

      if (page->outline == NULL)
        continue;
      ter_map_view_add_to_picture (TER_MAP_VIEW (page->content), picture, page->title != NULL ? page->title : heading,
                                   gtk_widget_get_visible (GTK_WIDGET (page->own)) ? gtk_label_get_label (page->own) : NULL);
      return;
    }
}

static void
load_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  TerMapGeometry *geometry = ter_map_inside_read (file, &error);

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
  G_OBJECT_CLASS (ter_figure_map_parent_class)->dispose (object);
}

/* What the maps look into goes after them. */
static void
ter_figure_map_finalize (GObject *object)
{
  TerFigureMap *self = TER_FIGURE_MAP (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->trail, ter_map_trail_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_figure_map_parent_class)->finalize (object);
}

static void
ter_figure_map_class_init (TerFigureMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_figure_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = ter_figure_map_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ter_figure_map_init (TerFigureMap *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->pages = g_ptr_array_new_with_free_func (page_free);
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
    geometry = ter_map_inside_read (file, error);
  if (at_once && geometry == NULL)
    return NULL;

  self = g_object_new (TER_TYPE_FIGURE_MAP, NULL);
  self->context = g_object_ref (context);
  self->pack = g_object_ref (pack);
  self->figure = g_object_ref (figure);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  g_signal_connect_object (context, "notify::territory", G_CALLBACK (own_cb), self, G_CONNECT_SWAPPED);
  if (at_once)
    show (self, geometry);
  else
    load_aside (self, file);
  return GTK_WIDGET (self);
}
