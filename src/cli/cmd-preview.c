/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

#define APP "territoires"

static const GOptionEntry entries[] = { { NULL } };

/* (transfer full) (nullable): the app beside this program, or on the PATH. */
static char *
find_app (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, APP, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_REGULAR) && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_find_program_in_path (APP);
}

CliStatus
cli_preview (int argc, char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *app = NULL;

  if (!cli_parse (&argc, &argv, entries, "preview", _ ("DIR"),
                  _ ("Opens the app on the pack in the folder DIR, where it is, and follows every change that is made to it.\n"
                     "While it is edited its sizes, hashes and list are not looked at: “build” renews them.\n"
                     "Ends with the app, and with its exit code; 2 when it could not be started.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“%s” wants one folder."), "preview");
      return CLI_FAILED;
    }
  folder = g_file_new_for_commandline_arg (argv[1]);
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      cli_complain (_ ("%s is no folder."), argv[1]);
      return CLI_FAILED;
    }
  app = find_app ();
  if (app == NULL)
    {
      cli_complain (_ ("the app Territoires is not installed."));
      return CLI_FAILED;
    }
  execl (app, APP, "--preview", g_file_peek_path (folder), (char *) NULL);
  cli_complain ("%s: %s", app, g_strerror (errno));
  return CLI_FAILED;
}
