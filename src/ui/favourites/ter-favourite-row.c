/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-favourite-row.h"

#include <glib/gi18n.h>

#include "ter-kind.h"
#include "ter-snippet.h"
#include "ter-actions.h"
#include "ter-kind.h"
#include "ter-row.h"
#include "ter-toast.h"

#define KEY_UNDO "ter-favourite-undo"
/* Long enough to reach the button with the keyboard. */
#define UNDO_SECONDS 20

/* What a row's button removes, and what puts it back: shared by the button and the message that offers to undo. */
typedef struct
{
  TerUserState *state;
  TerFavourite *favourite;
  AdwToastOverlay *toasts; /* weak: it may go first */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_weak_pointer (&kept->toasts);
  g_object_unref (kept->state);
  ter_favourite_free (kept->favourite);
}

static void
kept_unref (gpointer data, GClosure *closure)
{
  g_rc_box_release_full (data, kept_free);
}

static void
show_failure (Kept *kept, const GError *error)
{
  /* Translators: %s is why. */
  g_autofree char *text = g_strdup_printf (_ ("The favourites cannot be changed: %s"), error->message);

  if (kept->toasts != NULL)
    adw_toast_overlay_add_toast (kept->toasts, ter_toast_new (text));
}

static void
undo_cb (Kept *kept)
{
  TerFavourite *favourite = kept->favourite;
  g_autoptr (GError) error = NULL;

  if (favourite->is_favourite)
    ter_user_state_set_favourite (kept->state, &favourite->name, favourite->time, &error);
  else
    ter_user_state_set_note (kept->state, &favourite->name, favourite->note, favourite->time, &error);
  if (error != NULL)
    show_failure (kept, error);
}

static void
offer_undo (Kept *kept)
{
  AdwToast *toast = ter_toast_new (kept->favourite->is_favourite ? _ ("Removed from Favourites") : _ ("Note deleted"));
  AdwToast *former = g_object_get_data (G_OBJECT (kept->toasts), KEY_UNDO);

  /* One at a time: what is removed after it takes its place. */
  if (former != NULL)
    adw_toast_dismiss (former);
  g_object_set_data_full (G_OBJECT (kept->toasts), KEY_UNDO, g_object_ref (toast), g_object_unref);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_rc_box_acquire (kept), kept_unref, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (kept->toasts, toast);
}

static void
remove_cb (GtkWidget *button, Kept *kept)
{
  TerFavourite *favourite = kept->favourite;
  g_autoptr (GError) error = NULL;
  gboolean removed;

  g_set_weak_pointer (&kept->toasts, ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (button, ADW_TYPE_TOAST_OVERLAY)));
  if (favourite->is_favourite)
    removed = ter_user_state_unset_favourite (kept->state, favourite->name.pack_id, favourite->name.entry_id, &error);
  else
    removed = ter_user_state_set_note (kept->state, &favourite->name, "", 0, &error);
  if (!removed)
    {
      show_failure (kept, error);
      return;
    }
  /* A second press does nothing: the list is made anew without this row. */
  gtk_widget_set_sensitive (button, FALSE);
  if (kept->toasts != NULL)
    offer_undo (kept);
}

/* Takes @kept. */
static GtkWidget *
button_new (Kept *kept, const char *title)
{
  const TerFavourite *favourite = kept->favourite;
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the title of a page. */
  g_autofree char *name = favourite->is_favourite ? g_strdup_printf (_ ("Remove “%s” from Favourites"), title)
                                                  : g_strdup_printf (_ ("Delete the note on “%s”"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), kept, kept_unref, G_CONNECT_DEFAULT);
  return button;
}

/* The beginning of a note in one line. */
static char *
dup_beginning (const char *note)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (note), "\t\n\r", ' '));

  return ter_snippet_make_start (line);
}

/* Kind and pack; why it cannot be opened; how its note begins: whichever there are, a line each. */
static char *
describe (const TerEntryName *name, const char *missing, const char *note)
{
  GString *text = g_string_new (ter_kind_get_title (name->kind));

  if (*name->pack_title != '\0')
    g_string_append_printf (text, " · %s", name->pack_title);
  if (missing != NULL)
    g_string_append_printf (text, "\n%s", missing);
  if (note != NULL)
    {
      g_autofree char *beginning = dup_beginning (note);

      g_string_append_c (text, '\n');
      /* Translators: %s is the beginning of a note. */
      g_string_append_printf (text, _ ("Note: %s"), beginning);
    }
  return g_string_free_and_steal (text);
}

/* %NULL when the entry is there. */
static const char *
tell_missing (TerContext *context, const TerEntryName *name, TerEntry *entry)
{
  TerPack *pack;

  if (entry != NULL)
    return NULL;
  pack = ter_library_get_pack (ter_context_get_library (context), name->pack_id);
  if (pack == NULL)
    return _ ("Its pack is not installed");
  if (ter_pack_is_broken (pack))
    return _ ("Its pack cannot be opened");
  return _ ("No longer in this pack");
}

/* A new title is remembered while it is known, for the day when it is not. */
static void
remember_name (TerUserState *state, const TerEntryName *old, const TerEntryName *new)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (old->title, new->title) && g_str_equal (old->kind, new->kind) && g_str_equal (old->pack_title, new->pack_title))
    return;
  if (!ter_user_state_update_name (state, new, &error))
    g_message ("The name of a favourite is not remembered: %s", error->message);
}

static void
add_arrow (GtkWidget *row, TerEntry *entry)
{
  GtkWidget *arrow =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "go-next-symbolic", NULL);

  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), ter_actions_entry_target (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), TER_ACTION_GO_TO);
}

GtkWidget *
ter_favourite_row_new (TerContext *context, TerFavourite *favourite)
{
  TerEntryName name = favourite->name;
  g_autoptr (TerEntry) entry = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *icon, *button;
  Kept *kept = g_rc_box_new0 (Kept);

  kept->state = g_object_ref (ter_context_get_user_state (context));
  kept->favourite = favourite;
  entry = ter_library_dup_entry (ter_context_get_library (context), name.pack_id, name.entry_id, NULL);
  if (entry != NULL)
    {
      name = ter_favourites_name_of (entry);
      remember_name (kept->state, &favourite->name, &name);
    }
  if (*name.title == '\0')
    name.title = name.entry_id;
  subtitle = describe (&name, tell_missing (context, &name, entry), favourite->note);
  row = ter_row_new (name.title, subtitle);
  icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                       ter_kind_get_icon (name.kind), NULL);
  button = button_new (kept, name.title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (entry != NULL)
    add_arrow (row, entry);
  else
    gtk_widget_add_css_class (row, "ter-gone");
  return row;
}
