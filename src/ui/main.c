/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-application.h"
#include "ter-language.h"

int
main (int argc, char *argv[])
{
  /* A build that is not installed has its translations elsewhere. */
  const char *locale_dir = g_getenv ("TER_LOCALE_DIR");
  g_autoptr (TerApplication) application = NULL;

  ter_language_init (locale_dir ? locale_dir : TER_LOCALE_DIR);
  gtk_disable_setlocale ();

  application = ter_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
