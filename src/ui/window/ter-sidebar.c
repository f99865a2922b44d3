/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sidebar.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-favourites.h"
#include "ter-routes.h"

/* A row of the list, and where it leads. */
#define TER_TYPE_SIDEBAR_ROW (ter_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TerSidebarRow, ter_sidebar_row, TER, SIDEBAR_ROW, GtkListBoxRow)

struct _TerSidebarRow
{
  GtkListBoxRow parent_instance;

  TerPlace *place;
  char *heading; /* nullable: above it; empty: a line */
};

G_DEFINE_FINAL_TYPE (TerSidebarRow, ter_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

struct _TerSidebar
{
  AdwNavigationPage parent_instance;

  TerContext *context;
  TerPlace *place;

  GtkListBox *list;
  GtkMenuButton *menu_button;
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TerSidebar, ter_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static void
ter_sidebar_row_finalize (GObject *object)
{
  TerSidebarRow *self = TER_SIDEBAR_ROW (object);

  ter_place_unref (self->place);
  g_free (self->heading);

  G_OBJECT_CLASS (ter_sidebar_row_parent_class)->finalize (object);
}

static void
ter_sidebar_row_class_init (TerSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_sidebar_row_finalize;
}

static void
ter_sidebar_row_init (TerSidebarRow *self)
{
}

static const char *
known_icon (GtkWidget *widget, const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  return name != NULL && gtk_icon_theme_has_icon (theme, name) ? name : "folder-symbolic";
}

/* Takes @place. */
static GtkWidget *
row_new (const char *title, const char *icon_name, TerPlace *place, const char *heading)
{
  TerSidebarRow *self = g_object_new (TER_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *row = GTK_WIDGET (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                                   "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->place = place;
  self->heading = g_strdup (heading);

  return row;
}

/* The row of a type of which there is one place. */
static GtkWidget *
row_new_for_type (TerPlaceType type, const char *heading)
{
  return row_new (ter_routes_get_title (type), ter_routes_get_icon (type), ter_place_new (&(TerPlace) { .type = type }), heading);
}

static void
append_broken_pack (TerSidebar *self, TerPack *pack)
{
  const char *heading = ter_pack_get_title (pack);
  TerPlace *place = ter_place_new (&(TerPlace) { .type = TER_PLACE_ISSUES, .pack = ter_pack_get_id (pack) });
  GtkWidget *row = row_new (_ ("This Pack Cannot Be Opened"), ter_routes_get_icon (place->type), place, heading);
  /* Translators: a screen reader says which pack (%s) cannot be opened. */
  g_autofree char *name = g_strdup_printf (_ ("%s cannot be opened"), heading);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
append_pack (TerSidebar *self, TerPack *pack)
{
  const char *heading = ter_pack_get_title (pack);
  const char *id = ter_pack_get_id (pack);

  if (ter_pack_is_broken (pack))
    {
      append_broken_pack (self, pack);
      return;
    }

  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    {
      const TerSection *section = ter_pack_get_section (pack, i);
      GtkWidget *row = row_new (section->title, known_icon (GTK_WIDGET (self), section->icon),
                                ter_place_new_section (id, section->id), i == 0 ? heading : NULL);

      /* Two packs may both have a section of this name. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heading, -1);
      gtk_list_box_append (self->list, row);
    }
}

/* A pack's title above its first section; a line above what is the window's own. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = TER_SIDEBAR_ROW (row)->heading;
  GtkWidget *header;

  if (heading == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;

  if (*heading == '\0')
    {
      header = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    }
  else
    {
      header = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", heading, "wrap", TRUE,
                             "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
      gtk_widget_add_css_class (header, "ter-sidebar-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

static GtkListBoxRow *
find_row (TerSidebar *self, TerPlace *place)
{
  GtkListBoxRow *row;

  for (int i = 0; place != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ter_place_equal (TER_SIDEBAR_ROW (row)->place, place))
      return row;

  return NULL;
}

static void
select_place (TerSidebar *self)
{
  GtkListBoxRow *row = find_row (self, self->place);

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_list_box_unselect_all (self->list);
}

static void
row_activated_cb (TerSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, TER_SIDEBAR_ROW (row)->place);
}

/* The arrows move the selection; once the keyboard leaves, the list shows again where one is. */
static void
focus_left_cb (TerSidebar *self)
{
  select_place (self);
}

static void
ter_sidebar_dispose (GObject *object)
{
  TerSidebar *self = TER_SIDEBAR (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->place, ter_place_unref);

  G_OBJECT_CLASS (ter_sidebar_parent_class)->dispose (object);
}

static void
ter_sidebar_class_init (TerSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_sidebar_dispose;

  signals[PLACE_ACTIVATED] =
    g_signal_new ("place-activated", TER_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TER_TYPE_PLACE);

  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/window/ter-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TerSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, TerSidebar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ter_sidebar_init (TerSidebar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
}

void
ter_sidebar_set_context (TerSidebar *self, TerContext *context)
{
  g_return_if_fail (TER_IS_SIDEBAR (self));

  g_set_object (&self->context, context);
  g_signal_connect_object (context, "notify::territory", G_CALLBACK (ter_sidebar_refresh), self, G_CONNECT_SWAPPED);
  ter_sidebar_refresh (self);
}

/* Where the packs list territories: the reader's own, or the question which it is. */
static void
append_territory (TerSidebar *self)
{
  TerLibrary *library = ter_context_get_library (self->context);
  g_autoptr (TerTerritory) territory = ter_context_dup_territory (self->context);
  GtkWidget *row;

  if (ter_library_get_atlas (library) == NULL)
    return;
  if (territory != NULL)
    row =
      row_new (territory->name, ter_routes_get_icon (TER_PLACE_TERRITORY), ter_routes_dup_territory (library, territory->id), NULL);
  else
    row = row_new_for_type (TER_PLACE_MY_TERRITORY, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  territory != NULL ? _ ("My territory") : _ ("Not chosen yet"), -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
has_favourites (TerSidebar *self)
{
  TerUserState *state = ter_context_get_user_state (self->context);
  g_autoptr (GPtrArray) favourites = ter_user_state_list_favourites (state, 1, NULL);
  g_autoptr (GPtrArray) notes = ter_user_state_list_notes (state, 1, NULL);

  return (favourites != NULL && favourites->len > 0) || (notes != NULL && notes->len > 0);
}

void
ter_sidebar_refresh (TerSidebar *self)
{
  GListModel *packs;
  gboolean had_focus;

  g_return_if_fail (TER_IS_SIDEBAR (self));

  packs = ter_library_get_packs (ter_context_get_library (self->context));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gtk_list_box_remove_all (self->list);
  append_territory (self);
  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);

      append_pack (self, pack);
    }
  if (g_list_model_get_n_items (packs) > 0)
    gtk_list_box_append (self->list, row_new_for_type (TER_PLACE_RECENT, ""));
  /* What is kept can be looked at when its packs have gone. */
  if (g_list_model_get_n_items (packs) > 0 || has_favourites (self))
    gtk_list_box_append (self->list, row_new_for_type (TER_PLACE_FAVOURITES, NULL));
  gtk_list_box_append (self->list, row_new_for_type (TER_PLACE_PACKS, NULL));
  select_place (self);
  if (had_focus)
    ter_sidebar_focus (self);
}

void
ter_sidebar_set_place (TerSidebar *self, TerPlace *place)
{
  g_return_if_fail (TER_IS_SIDEBAR (self));

  g_clear_pointer (&self->place, ter_place_unref);
  self->place = place != NULL ? ter_place_ref (place) : NULL;
  select_place (self);
}

void
ter_sidebar_focus (TerSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TER_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

void
ter_sidebar_open_menu (TerSidebar *self)
{
  g_return_if_fail (TER_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}
