/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-packs-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-button.h"
#include "ter-heading.h"
#include "ter-import-content.h"
#include "ter-list.h"
#include "ter-number.h"
#include "ter-pack-actions.h"
#include "ter-pack-facts.h"
#include "ter-row.h"

struct _TerPacksPage
{
  TerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerPacksPage, ter_packs_page, TER_TYPE_PAGE)

static TerLibrary *
get_library (TerPacksPage *self)
{
  return ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
}

/* "1.3.0 · Publisher · 4.2 MB", as much of it as is known. */
static char *
describe_pack (TerLibrary *library, TerPack *pack)
{
  const TerStoreRecord *record = ter_library_get_record (library, pack);
  g_autofree char *size = ter_number_format_size (record != NULL ? record->current->size : ter_pack_facts_get_size (pack));
  GString *text = g_string_new (NULL);

  /* Translators: a pack's version, such as 1.3.0. */
  g_string_append_printf (text, _ ("Version %s"), ter_pack_get_version (pack));
  if (ter_pack_get_publisher (pack) != NULL)
    g_string_append_printf (text, " · %s", ter_pack_get_publisher (pack));
  g_string_append_printf (text, " · %s", size);

  return g_string_free_and_steal (text);
}

static GVariant *
pack_target (TerPack *pack)
{
  g_autoptr (TerPlace) place = ter_place_new (&(TerPlace) { .type = TER_PLACE_PACK, .pack = ter_pack_get_id (pack) });

  return ter_actions_place_target (place);
}

static GtkWidget *
pack_row_new (TerLibrary *library, TerPack *pack)
{
  g_autofree char *subtitle = describe_pack (library, pack);

  return ter_row_new_for_action (ter_pack_get_title (pack), subtitle, "package-x-generic-symbolic", TER_ACTION_GO_TO,
                                 pack_target (pack));
}

static GtkWidget *
broken_row_new (TerPack *pack)
{
  return ter_row_new_for_action (ter_pack_get_title (pack), _ ("Cannot be opened: see what is wrong, and what can be done"),
                                 "dialog-warning-symbolic", TER_ACTION_GO_TO, pack_target (pack));
}

/* ---- Unfinished imports ---- */

static GtkWidget *
unfinished_button_new (const char *label, const char *name, const char *action, guint position)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/* Buttons below the words: there is no room beside them in a narrow window. */
static GtkWidget *
unfinished_row_new (TerImport *import, guint position)
{
  g_autofree char *reason = ter_import_content_dup_error (import);
  g_autofree char *title = ter_import_content_dup_title (import);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), unfinished_button_new (_ ("_Resume"), title, TER_ACTION_RESUME, position));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), unfinished_button_new (_ ("_Give Up"), title, TER_ACTION_GIVE_UP, position));
  gtk_widget_add_css_class (box, "ter-unfinished");
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (title, NULL));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (reason, "dimmed"));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static void
append_unfinished (TerPacksPage *self, GtkBox *box)
{
  GListModel *unfinished = G_LIST_MODEL (ter_context_get_unfinished (ter_page_get_context (TER_PAGE (self))));
  GtkWidget *list;

  if (g_list_model_get_n_items (unfinished) == 0)
    return;
  list = ter_list_new (_ ("Unfinished Imports"));
  for (guint i = 0; i < g_list_model_get_n_items (unfinished); i++)
    {
      g_autoptr (TerImport) import = g_list_model_get_item (unfinished, i);

      ter_list_append (list, unfinished_row_new (import, i));
    }
  gtk_box_append (box, list);
}

/* ---- Packs ---- */

typedef enum
{
  GROUP_INSTALLED,
  GROUP_EXTENSION,
  GROUP_SHIPPED,
  GROUP_BROKEN,
  N_GROUPS
} PackGroup;

static PackGroup
get_group (TerLibrary *library, TerPack *pack)
{
  if (ter_pack_is_broken (pack))
    return GROUP_BROKEN;

  if (ter_library_get_record (library, pack) != NULL)
    return GROUP_INSTALLED;

  return ter_pack_facts_is_extension (pack) ? GROUP_EXTENSION : GROUP_SHIPPED;
}

static void
append_group (TerPacksPage *self, GtkBox *box, PackGroup group, const char *heading, const char *note)
{
  TerLibrary *library = get_library (self);
  GListModel *packs = ter_library_get_packs (library);
  GtkWidget *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);

      if (get_group (library, pack) != group)
        continue;
      if (list == NULL)
        list = ter_list_new (heading);
      ter_list_append (list, group == GROUP_BROKEN ? broken_row_new (pack) : pack_row_new (library, pack));
    }
  if (list == NULL)
    return;
  if (note != NULL)
    gtk_box_append (GTK_BOX (list), ter_heading_new_text (note, "dimmed"));
  gtk_box_append (box, list);
}

static GtkWidget *
import_buttons_new (void)
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *import = gtk_button_new_with_mnemonic (_ ("_Import a Pack…"));
  GtkWidget *folder = gtk_button_new_with_mnemonic (_ ("Import a _Folder…"));

  ter_button_set_wrap (GTK_BUTTON (import));
  ter_button_set_wrap (GTK_BUTTON (folder));
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), TER_ACTION_IMPORT);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (folder), TER_ACTION_IMPORT_FOLDER);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_append (ADW_WRAP_BOX (box), import);
  adw_wrap_box_append (ADW_WRAP_BOX (box), folder);

  return box;
}

static void
ter_packs_page_load (TerPage *page)
{
  TerPacksPage *self = TER_PACKS_PAGE (page);
  gboolean can_import = ter_library_get_store (get_library (self)) != NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box),
                  ter_heading_new_text (
                    can_import
                      ? _ ("A pack comes as a file (.tpack) or a folder, often on a USB key. It is checked before it is installed, "
                           "and the key is no longer needed afterwards.")
                      : _ ("This window only looks at packs: nothing can be installed in it."),
                    "ter-lead"));
  if (can_import)
    gtk_box_append (GTK_BOX (box), import_buttons_new ());
  append_unfinished (self, GTK_BOX (box));
  append_group (self, GTK_BOX (box), GROUP_BROKEN, _ ("Cannot Be Opened"), NULL);
  append_group (self, GTK_BOX (box), GROUP_INSTALLED, _ ("Installed Packs"), NULL);
  append_group (self, GTK_BOX (box), GROUP_EXTENSION, _ ("Installed as Extensions"),
                _ ("They are read where they are. The software centre of this computer updates and removes them."));
  append_group (self, GTK_BOX (box), GROUP_SHIPPED, can_import ? _ ("Come with Territoires") : _ ("Packs"),
                can_import ? _ ("They are read where they are, and cannot be removed here.") : NULL);
  ter_page_set_content (page, box, 860);
}

static void
ter_packs_page_constructed (GObject *object)
{
  TerPage *page = TER_PAGE (object);
  TerContext *context = ter_page_get_context (page);

  G_OBJECT_CLASS (ter_packs_page_parent_class)->constructed (object);

  g_signal_connect_object (ter_context_get_library (context), "changed", G_CALLBACK (ter_page_reload), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (ter_context_get_unfinished (context), "items-changed", G_CALLBACK (ter_page_reload), page,
                           G_CONNECT_SWAPPED);
}

static void
ter_packs_page_class_init (TerPacksPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ter_packs_page_constructed;
  TER_PAGE_CLASS (klass)->load = ter_packs_page_load;
}

static void
ter_packs_page_init (TerPacksPage *self)
{
}

TerPage *
ter_packs_page_new (TerContext *context)
{
  return g_object_new (TER_TYPE_PACKS_PAGE, "context", context, NULL);
}
