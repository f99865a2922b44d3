/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-chooser.h"

#include <glib/gi18n.h>

#include "ter-fold.h"
#include "ter-search-keys.h"
#include "ter-territory-words.h"

#define MOST_FOUND 50

struct _TerTerritoryChooser
{
  AdwDialog parent_instance;

  TerContext *context;
  TerPack *pack;
  GPtrArray *all; /* of TerTerritory; %NULL: any of the pack */

  GtkSearchEntry *entry;
  GtkStringList *found; /* of ids, in the list's order */
  GtkWidget *list;
  GtkStack *stack;
  AdwStatusPage *status;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TerTerritoryChooser, ter_territory_chooser, ADW_TYPE_DIALOG)

static TerLibrary *
get_library (TerTerritoryChooser *self)
{
  return ter_context_get_library (self->context);
}

static void
choose (TerTerritoryChooser *self, guint position)
{
  g_autofree char *territory = g_strdup (gtk_string_list_get_string (self->found, position));

  if (territory == NULL)
    return;
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, territory);
  g_object_unref (self);
}

static void
show_status (TerTerritoryChooser *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->status));
}

/* Of those that @within holds: each word begins one of the name's. */
static gboolean
matches (const TerTerritory *territory, const char *text)
{
  g_autofree char *name = ter_fold (territory->name);
  g_autofree char *spaced = g_strdup_printf (" %s %s %s", name, ter_territory_get_code (territory->id),
                                             territory->postal_codes != NULL ? territory->postal_codes : "");
  g_autofree char *folded = ter_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_ascii_strup (words[i], -1);
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);
      g_autofree char *code = g_strconcat (" ", word, NULL);

      if (*words[i] != '\0' && strstr (spaced, beginning) == NULL && strstr (spaced, code) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
take_found (TerTerritoryChooser *self, GPtrArray *territories, const char *text)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < territories->len; i++)
    if (text == NULL || matches (territories->pdata[i], text))
      g_strv_builder_add (ids, ((TerTerritory *) territories->pdata[i])->id);
  strings = g_strv_builder_end (ids);
  gtk_string_list_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), (const char *const *) strings);
}

static void
search_cb (TerTerritoryChooser *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *said = NULL;
  guint n_found;

  if (self->all == NULL && *text == '\0')
    {
      gtk_string_list_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), NULL);
      show_status (
        self, _ ("Which Territory?"),
        _ (
          "Type the name, the postal code or the INSEE code of a commune, or the name of an intercommunality, a département or a région."));
      return;
    }
  if (self->all != NULL)
    {
      take_found (self, self->all, text);
    }
  else
    {
      g_autoptr (GPtrArray) territories = ter_library_find_territories (get_library (self), self->pack, text, MOST_FOUND);

      take_found (self, territories, NULL);
    }
  n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  if (n_found == 0)
    {
      said = g_strdup_printf (_ ("Nothing Found for “%s”"), text);
      show_status (self, said, _ ("Try the beginning of the name only, or the postal code."));
    }
  else
    {
      said = g_strdup_printf (ngettext ("%u territory", "%u territories", n_found), n_found);
      gtk_stack_set_visible_child (self->stack, gtk_widget_get_parent (self->list));
      gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Enter takes the best one; the arrow goes to the list. */
static void
activate_cb (TerTerritoryChooser *self)
{
  search_cb (self);
  choose (self, 0);
}

static gboolean
key_pressed_cb (TerTerritoryChooser *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->list);
  return GDK_EVENT_STOP;
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "ter-territory-item");
  gtk_box_append (GTK_BOX (box), label_new (NULL));
  gtk_box_append (GTK_BOX (box), label_new ("caption"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, TerTerritoryChooser *self)
{
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autoptr (TerTerritory) territory = ter_library_dup_territory (get_library (self), self->pack, id);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *description = NULL;

  if (territory == NULL)
    return;
  description = ter_territory_words_dup_description (get_library (self), self->pack, territory);
  gtk_label_set_label (GTK_LABEL (name), territory->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), description);
  gtk_list_item_set_accessible_label (item, territory->name);
  gtk_list_item_set_accessible_description (item, description);
}

static void
activate_row_cb (TerTerritoryChooser *self, guint position)
{
  choose (self, position);
}

static void
ter_territory_chooser_dispose (GObject *object)
{
  TerTerritoryChooser *self = TER_TERRITORY_CHOOSER (object);

  g_clear_object (&self->context);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (ter_territory_chooser_parent_class)->dispose (object);
}

static void
ter_territory_chooser_class_init (TerTerritoryChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_territory_chooser_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", TER_TYPE_TERRITORY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
list_new (TerTerritoryChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found))));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  self->list = gtk_list_view_new (model, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (self->list), GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Territories"), -1);
  ter_search_keys_add (self->list, GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_row_cb), self, G_CONNECT_SWAPPED);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list, NULL);
}

static void
ter_territory_chooser_init (TerTerritoryChooser *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->found = gtk_string_list_new (NULL);
  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Name, postal or INSEE code"), "search-delay", 80,
                              "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name, postal or INSEE code"),
                                  -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (adw_dialog_close), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 600);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->entry));
  gtk_widget_add_css_class (clamp, "ter-search-bar");

  self->status = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "mark-location-symbolic", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, list_new (self));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->status));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), clamp);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 600);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
}

AdwDialog *
ter_territory_chooser_new (TerContext *context, TerPack *pack, const char *title, const char *within, TerLevel level)
{
  TerTerritoryChooser *self;

  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);

  self = g_object_new (TER_TYPE_TERRITORY_CHOOSER, "title", title, NULL);
  self->context = g_object_ref (context);
  self->pack = g_object_ref (pack);
  if (within != NULL)
    self->all = ter_library_list_territories (get_library (self), pack, within, level);
  search_cb (self);
  return ADW_DIALOG (self);
}
