/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <locale.h>

#include "ter-application.h"
#include "ter-config.h"

int
main (int   argc,
      char *argv[])
{
  /* A build that is not installed has its translations elsewhere. */
  const char *locale_dir = g_getenv ("TER_LOCALE_DIR");
  g_autoptr (TerApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : TER_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ter_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
