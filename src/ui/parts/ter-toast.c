/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-toast.h"

#include <glib/gi18n.h>

void
ter_toast_show (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

void
ter_toast_show_failure (GtkWidget *widget, const char *what, const GError *error)
{
  /* Translators: what failed, then why. */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), what, error->message);

  ter_toast_show (widget, text);
}

AdwToast *
ter_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  /* Markup is turned off before any text is set. */
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);

  return toast;
}
