/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-page.h"

#include <glib/gi18n.h>

#include "ter-hash.h"
#include "ter-kind.h"
#include "ter-territory-chooser.h"
#include "ter-territory-figures.h"
#include "ter-territory-words.h"
#include "ter-actions.h"
#include "ter-button.h"
#include "ter-heading.h"
#include "ter-list.h"
#include "ter-row.h"
#include "ter-tag.h"
#include "ter-toast.h"

#define MOST_ENTRIES 6 /* of one kind, about one territory */

struct _TerTerritoryPage
{
  TerPage parent_instance;

  TerPack *pack; /* nullable, with the territory */
  TerTerritory *territory;
  TerPortrait *portrait; /* its tables; NULL until they are needed */
  GPtrArray *others;     /* of ids: those beside it */
};

G_DEFINE_FINAL_TYPE (TerTerritoryPage, ter_territory_page, TER_TYPE_PAGE)

static TerLibrary *
get_library (TerTerritoryPage *self)
{
  return ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
}

static gboolean
is_mine (TerTerritoryPage *self)
{
  return g_strcmp0 (ter_context_get_territory (ter_page_get_context (TER_PAGE (self))), self->territory->id) == 0;
}

static void
append_button (GtkWidget *box, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  ter_button_set_wrap (GTK_BUTTON (button));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static GtkWidget *
wrap_box_new (void)
{
  return g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
}

/* What is asked of the page: to be the reader's own, to stand beside another. */
static GtkWidget *
buttons_new (TerTerritoryPage *self)
{
  GtkWidget *box = wrap_box_new ();

  if (is_mine (self))
    append_button (box, _ ("C_hange My Territory…"), TER_ACTION_CHOOSE_TERRITORY, NULL);
  else
    append_button (box, _ ("_Make This My Territory"), "territory.adopt", NULL);
  append_button (box, _ ("_Compare With…"), "territory.compare", NULL);
  for (guint i = 0; i < self->others->len; i++)
    {
      g_autofree char *name = ter_library_dup_territory_name (get_library (self), self->pack, self->others->pdata[i]);
      /* Translators: a button that takes a territory away from the comparison. */
      g_autofree char *label = g_strdup_printf (_ ("Without %s"), name);
      GtkWidget *button = gtk_button_new_with_label (label);

      ter_button_set_wrap (GTK_BUTTON (button));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->others->pdata[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "territory.drop");
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }
  return box;
}

static GtkWidget *
head_new (TerTerritoryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *description = ter_territory_words_dup_description (get_library (self), self->pack, self->territory);

  gtk_widget_add_css_class (box, "ter-hero");
  gtk_box_append (GTK_BOX (box), ter_heading_new (self->territory->name, 1));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (description, "ter-lead"));
  if (is_mine (self))
    gtk_box_append (GTK_BOX (box), ter_tag_new (_ ("My territory"), NULL));
  gtk_box_append (GTK_BOX (box), buttons_new (self));
  return box;
}

/* ---- What holds it, and what it holds ---- */

static void
append_around (TerTerritoryPage *self, GtkWidget *list)
{
  for (int level = (int) self->territory->level - 1; level >= 0; level--)
    {
      const char *around = ter_territory_get_at (self->territory, level);
      g_autofree char *name = NULL;

      if (around == NULL)
        continue;
      name = ter_library_dup_territory_name (get_library (self), self->pack, around);
      ter_list_append (list, ter_row_new_for_action (name, ter_territory_words_get_level (level), "mark-location-symbolic",
                                                     TER_ACTION_GO_TO, ter_actions_territory_target (around)));
    }
}

static void
append_within (TerTerritoryPage *self, GtkWidget *list)
{
  for (TerLevel level = self->territory->level + 1; level < TER_N_LEVELS; level++)
    {
      guint n = ter_library_count_territories (get_library (self), self->pack, self->territory->id, level);
      g_autofree char *count = NULL;

      if (n == 0)
        continue;
      count = ter_territory_words_dup_count (level, n);
      ter_list_append (list, ter_row_new_for_action (count, _ ("What this territory holds"), "view-list-symbolic", "territory.list",
                                                     g_variant_new_int32 ((int) level)));
    }
}

static GtkWidget *
hierarchy_new (TerTerritoryPage *self)
{
  GtkWidget *list = ter_list_new (_ ("Around and Within"));

  append_around (self, list);
  append_within (self, list);
  return list;
}

/* ---- What the packs tell ---- */

/* Those of @territory that have not been shown yet, a list a kind. %FALSE when there are none. */
static gboolean
append_entries (TerTerritoryPage *self, GtkWidget *box, const char *territory, GHashTable *seen)
{
  GListModel *packs = ter_library_get_packs (get_library (self));
  g_autoptr (GHashTable) lists = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autofree char *name = ter_library_dup_territory_name (get_library (self), self->pack, territory);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);
      g_autoptr (GPtrArray) entries =
        ter_pack_is_broken (pack) ? NULL : ter_library_list_about (get_library (self), pack, territory, NULL);

      for (guint j = 0; entries != NULL && j < entries->len; j++)
        {
          TerEntry *entry = entries->pdata[j];
          const char *kind = ter_entry_get_kind (entry);
          GtkWidget *list = g_hash_table_lookup (lists, kind);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind));

          if (n == MOST_ENTRIES ||
              !g_hash_table_add (seen, g_strdup_printf ("%s/%s", ter_pack_get_id (pack), ter_entry_get_id (entry))))
            continue;
          if (list == NULL)
            {
              /* Translators: a kind of entries, then the territory that they are about: “Inspiring examples – Ain”. */
              g_autofree char *heading = g_strdup_printf (_ ("%s – %s"), ter_kind_get_plural (kind), name);

              list = ter_list_new (heading);
              gtk_box_append (GTK_BOX (box), list);
              g_hash_table_insert (lists, (char *) kind, list);
            }
          g_hash_table_insert (counts, (char *) kind, GUINT_TO_POINTER (n + 1));
          ter_list_append (list, ter_row_new_for_entry (entry, NULL));
          any = TRUE;
        }
    }
  return any;
}

/* Of the territory; where there is nothing about it, of the smallest one around it that has something. */
static void
append_all_entries (TerTerritoryPage *self, GtkWidget *box)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  gboolean any = append_entries (self, box, self->territory->id, seen);

  for (int level = (int) self->territory->level - 1; level > TER_LEVEL_COUNTRY && !any; level--)
    {
      const char *around = ter_territory_get_at (self->territory, level);

      if (around != NULL)
        any = append_entries (self, box, around, seen);
    }
}

/* ---- The page ---- */

static GtkWidget *
invitation_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose My Territory…"));

  ter_button_set_wrap (GTK_BUTTON (button));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_CHOOSE_TERRITORY);
  return g_object_new (
    ADW_TYPE_STATUS_PAGE, "icon-name", "mark-location-symbolic", "title", _ ("My Territory"), "description",
    _ ("Choose your commune, intercommunality, département or région: its figures, and what the packs tell about it, "
       "are then one click away. It stays on this computer."),
    "child", button, NULL);
}

static void
ter_territory_page_load (TerPage *page)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (page);
  GtkWidget *box, *figures;

  if (self->territory == NULL)
    {
      ter_page_set_content_full (page, invitation_new ());
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.compare", self->others->len < 3);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_box_append (GTK_BOX (box), head_new (self));
  if (self->portrait == NULL)
    self->portrait = ter_portrait_new (get_library (self), self->pack);
  figures = ter_territory_figures_new (get_library (self), self->pack, self->portrait, self->territory, self->others);
  if (figures != NULL)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      gtk_box_append (GTK_BOX (part), ter_heading_new (_ ("Figures"), 2));
      gtk_box_append (GTK_BOX (part), figures);
      gtk_box_append (GTK_BOX (box), part);
    }
  append_all_entries (self, box);
  gtk_box_append (GTK_BOX (box), hierarchy_new (self));
  ter_page_set_content (page, box, 1000);
}

static void
adopt_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (widget);
  /* Translators: %s is a territory. */
  g_autofree char *text = g_strdup_printf (_ ("%s is now your territory"), self->territory->name);

  ter_context_set_territory (ter_page_get_context (TER_PAGE (self)), self->territory->id);
  ter_toast_show (widget, text);
}

static void
compared_cb (TerTerritoryPage *self, const char *territory)
{
  if (g_str_equal (territory, self->territory->id) || g_ptr_array_find_with_equal_func (self->others, territory, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->others, g_strdup (territory));
  ter_page_reload (TER_PAGE (self));
}

static void
compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (widget);
  AdwDialog *chooser =
    ter_territory_chooser_new (ter_page_get_context (TER_PAGE (self)), self->pack, _ ("Compare With…"), NULL, TER_LEVEL_COMMUNE);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (chooser, widget);
}

static void
drop_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (widget);
  guint index;

  if (g_ptr_array_find_with_equal_func (self->others, g_variant_get_string (parameter, NULL), g_str_equal, &index))
    g_ptr_array_remove_index (self->others, index);
  ter_page_reload (TER_PAGE (self));
}

static void
listed_cb (TerTerritoryPage *self, const char *territory)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), TER_ACTION_GO_TO, ter_actions_territory_target (territory));
}

static void
list_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (widget);
  AdwDialog *chooser = ter_territory_chooser_new (ter_page_get_context (TER_PAGE (self)), self->pack, self->territory->name,
                                                  self->territory->id, g_variant_get_int32 (parameter));

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (chooser, widget);
}

static void
ter_territory_page_dispose (GObject *object)
{
  TerTerritoryPage *self = TER_TERRITORY_PAGE (object);

  g_clear_object (&self->pack);
  g_clear_pointer (&self->territory, ter_territory_free);
  g_clear_pointer (&self->portrait, ter_portrait_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_territory_page_parent_class)->dispose (object);
}

static void
ter_territory_page_class_init (TerTerritoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_territory_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_territory_page_load;

  gtk_widget_class_install_action (widget_class, "territory.adopt", NULL, adopt_cb);
  gtk_widget_class_install_action (widget_class, "territory.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "territory.drop", "s", drop_cb);
  gtk_widget_class_install_action (widget_class, "territory.list", "i", list_cb);
}

static void
ter_territory_page_init (TerTerritoryPage *self)
{
  self->others = g_ptr_array_new_with_free_func (g_free);
}

TerPage *
ter_territory_page_new (TerContext *context, TerPack *pack, const char *territory)
{
  TerLibrary *library = ter_context_get_library (context);
  g_autoptr (TerTerritory) found = NULL;
  TerTerritoryPage *self;

  if (territory != NULL)
    {
      found = ter_library_dup_territory (library, pack, territory);
      if (found == NULL)
        return NULL;
    }
  self = g_object_new (TER_TYPE_TERRITORY_PAGE, "context", context, "title", found != NULL ? found->name : "", NULL);
  if (found != NULL)
    {
      self->pack = g_object_ref (pack);
      self->territory = g_steal_pointer (&found);
      g_signal_connect_object (context, "notify::territory", G_CALLBACK (ter_page_reload), self, G_CONNECT_SWAPPED);
    }
  return TER_PAGE (self);
}
