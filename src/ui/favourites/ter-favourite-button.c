/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-favourite-button.h"

#include <glib/gi18n.h>

#include "ter-favourites.h"
#include "ter-toast.h"

struct _TerFavouriteButton
{
  AdwBin parent_instance;

  TerContext *context;
  TerEntry *entry;
  GtkWidget *button;
  GSimpleAction *action; /* its state is what the button shows */
};

G_DEFINE_FINAL_TYPE (TerFavouriteButton, ter_favourite_button, ADW_TYPE_BIN)

static TerUserState *
get_state (TerFavouriteButton *self)
{
  return ter_context_get_user_state (self->context);
}

/* Shows what is on the disk, or on its way there. */
static void
update (TerFavouriteButton *self)
{
  TerEntryName name = ter_favourites_name_of (self->entry);
  g_autoptr (GError) error = NULL;
  gboolean is_favourite = FALSE;
  const char *text;

  if (!ter_user_state_is_favourite (get_state (self), name.pack_id, name.entry_id, &is_favourite, &error))
    g_message ("Not known whether this is a favourite: %s", error->message);
  text = is_favourite ? _ ("Remove from Favourites") : _ ("Add to Favourites");
  g_simple_action_set_state (self->action, g_variant_new_boolean (is_favourite));
  gtk_button_set_icon_name (GTK_BUTTON (self->button), is_favourite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
save (TerFavouriteButton *self, gboolean is_favourite, GError **error)
{
  TerEntryName name = ter_favourites_name_of (self->entry);
  g_autoptr (GDateTime) now = ter_context_now (self->context);

  if (is_favourite)
    return ter_user_state_set_favourite (get_state (self), &name, g_date_time_to_unix (now), error);
  return ter_user_state_unset_favourite (get_state (self), name.pack_id, name.entry_id, error);
}

/* The state tells of the change, and takes it back should it not reach the disk. */
static void
change_state_cb (TerFavouriteButton *self, GVariant *value)
{
  gboolean is_favourite = g_variant_get_boolean (value);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (save (self, is_favourite, &error))
    {
      /* The shortcut works from anywhere in the page. */
      gtk_accessible_announce (GTK_ACCESSIBLE (self), is_favourite ? _ ("Added to Favourites") : _ ("Removed from Favourites"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  /* Translators: %s is why. */
  text = g_strdup_printf (_ ("The favourites cannot be changed: %s"), error->message);
  ter_toast_show (GTK_WIDGET (self), text);
  update (self);
}

static void
ter_favourite_button_dispose (GObject *object)
{
  TerFavouriteButton *self = TER_FAVOURITE_BUTTON (object);

  g_clear_object (&self->context);
  g_clear_object (&self->entry);
  g_clear_object (&self->action);

  G_OBJECT_CLASS (ter_favourite_button_parent_class)->dispose (object);
}

static void
ter_favourite_button_class_init (TerFavouriteButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_favourite_button_dispose;
}

static void
ter_favourite_button_init (TerFavouriteButton *self)
{
  self->button = gtk_toggle_button_new ();
  self->action = g_simple_action_new_stateful ("favourite", NULL, g_variant_new_boolean (FALSE));
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
ter_favourite_button_new (TerPage *page, TerEntry *entry)
{
  TerFavouriteButton *self;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_val_if_fail (TER_IS_PAGE (page), NULL);
  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  self = g_object_new (TER_TYPE_FAVOURITE_BUTTON, NULL);
  self->context = g_object_ref (ter_page_get_context (page));
  self->entry = g_object_ref (entry);
  g_signal_connect_object (self->action, "change-state", G_CALLBACK (change_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_state (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "entry", G_ACTION_GROUP (group));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), TER_ACTION_FAVOURITE);
  update (self);
  return GTK_WIDGET (self);
}
