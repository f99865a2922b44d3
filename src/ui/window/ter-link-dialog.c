/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-link-dialog.h"

#include <glib/gi18n.h>

#include "ter-toast.h"

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ter_toast_show (GTK_WIDGET (parent), _ ("The link could not be opened"));
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  GtkWindow *parent = GTK_WINDOW (user_data);
  const char *address = adw_alert_dialog_get_body (dialog);

  if (g_str_equal (response, "copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (parent)), address);
      ter_toast_show (GTK_WIDGET (parent), _ ("Address copied"));
    }
  else if (g_str_equal (response, "open"))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (address);

      gtk_uri_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (parent));
    }
}

static gboolean
may_be_opened (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http") || g_str_equal (scheme, "mailto"));
}

void
ter_link_dialog_ask (GtkWindow *parent, const char *address)
{
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (address != NULL);

  if (!may_be_opened (address))
    {
      ter_toast_show (GTK_WIDGET (parent), _ ("This address is not one of the web: it was not opened"));
      return;
    }

  dialog = adw_alert_dialog_new (_ ("Open This Link?"), address);
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "copy", _ ("C_opy Address"), "open", _ ("Open in _Browser"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "open");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (response_cb), parent, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}
