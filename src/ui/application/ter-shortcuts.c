/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-shortcuts.h"

#include <glib/gi18n.h>

#include "ter-row.h"

typedef struct
{
  const char *group; /* a new group begins where it is given */
  const char *title; /* %NULL: not told in the dialog */
  const char *action;
  const char *accels[4];
} Shortcut;

/* Keys by what they write: on French and Belgian keyboards + and 0 are written with Shift, and their keys alone write "=" and "à". */
static const Shortcut shortcuts[] = {
  { N_ ("Finding"), N_ ("Search"), "win.search", { "<Control>f" } },
  { NULL, N_ ("Go back"), "win.back", { "<Alt>Left", "Back" } },
  { NULL, N_ ("Go forward"), "win.forward", { "<Alt>Right", "Forward" } },
  { NULL, N_ ("Go to the home page"), "win.home", { "<Alt>Home" } },
  { NULL, N_ ("Add the page to the favourites, or remove it"), "win.favourite", { "<Control>d" } },
  { NULL, N_ ("Go to my territory"), "win.my-territory", { "<Control>t" } },
  { NULL, N_ ("Go to the list of sections"), "win.focus-sidebar", { "F9" } },
  { N_ ("Showing to a room"), N_ ("Full screen"), "win.toggle-fullscreen", { "F11" } },
  { NULL, N_ ("Leave full screen"), NULL, { "Escape" } },
  { NULL, N_ ("Larger text"), "win.larger-text", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { NULL, N_ ("Smaller text"), "win.smaller-text", { "<Control>minus", "<Control>KP_Subtract" } },
  { NULL, N_ ("Normal text"), "win.normal-text", { "<Control>0", "<Control>KP_0", "<Control>agrave" } },
  { N_ ("On a map"), N_ ("From territory to territory"), NULL, { "Right" } },
  { NULL, N_ ("Nearer"), NULL, { "plus" } },
  { NULL, N_ ("Farther"), NULL, { "minus" } },
  { NULL, N_ ("The whole map"), NULL, { "0" } },
  { NULL, N_ ("Into the territory"), NULL, { "Return" } },
  { N_ ("Application"), N_ ("Help"), "win.help", { "F1" } },
  { NULL, N_ ("Menu"), "win.menu", { "F10" } },
  { NULL, N_ ("Preferences"), "app.preferences", { "<Control>comma" } },
  { NULL, N_ ("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { NULL, N_ ("Check the packs again"), "win.refresh", { "<Control>r", "F5" } },
  { NULL, N_ ("Close the window"), "window.close", { "<Control>w" } },
  { NULL, N_ ("Quit"), "app.quit", { "<Control>q" } },
};

void
ter_shortcuts_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *accels[G_N_ELEMENTS (shortcuts[i].accels) + 1] = { NULL };

      for (gsize j = 0; j < G_N_ELEMENTS (shortcuts[i].accels); j++)
        accels[j] = shortcuts[i].accels[j];
      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, accels);
    }
}

static GtkWidget *
shortcut_row_new (const Shortcut *shortcut)
{
  GtkWidget *row = ter_row_new (_ (shortcut->title), NULL);
  g_autofree char *keys = NULL;
  GtkWidget *label;
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (shortcut->accels[0], &key, &modifiers);
  keys = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (keys);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "ter-keys");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);

  return row;
}

AdwDialog *
ter_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].group != NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      if (shortcuts[i].title != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), shortcut_row_new (&shortcuts[i]));
    }

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
