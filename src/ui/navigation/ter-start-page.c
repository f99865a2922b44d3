/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-start-page.h"

#include <glib/gi18n.h>

#include "ter-button.h"
#include "ter-pack-actions.h"

static GtkWidget *
empty_buttons_new (void)
{
  static const struct
  {
    const char *label;
    const char *action;
    const char *css_class;
  } buttons[] = {
    { N_ ("_Import a Pack…"), TER_ACTION_IMPORT, "suggested-action" },
    { N_ ("Import a _Folder…"), TER_ACTION_IMPORT_FOLDER, NULL },
    { N_ ("_Check Again"), "win.refresh", NULL },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (buttons[i].label));

      ter_button_set_wrap (GTK_BUTTON (button));
      gtk_widget_add_css_class (button, "pill");
      if (buttons[i].css_class != NULL)
        gtk_widget_add_css_class (button, buttons[i].css_class);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
refreshing_new (void)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "title", _ ("Getting the Contents Ready"), "description",
                                  _ ("The packs are read once; next time the window opens at once."), "paintable",
                                  adw_spinner_paintable_new (NULL), NULL);

  adw_spinner_paintable_set_widget (ADW_SPINNER_PAINTABLE (adw_status_page_get_paintable (ADW_STATUS_PAGE (page))), page);

  return page;
}

static GtkWidget *
empty_new (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "package-x-generic-symbolic", "title", _ ("No Content Pack Yet"),
                       "description", _ ("Import one from a file, a folder or a USB key, or drop it on this window."), "child",
                       empty_buttons_new (), NULL);
}

AdwNavigationPage *
ter_start_page_new (gboolean refreshing)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), refreshing ? refreshing_new () : empty_new ());

  return adw_navigation_page_new (view, "Territoires");
}
