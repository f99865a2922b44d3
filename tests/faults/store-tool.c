/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Drives what the app keeps on the disk, for test_faults.py:
 *
 *   store-tool make KIT                          makes the packs and states to begin with
 *   store-tool run KIT ROOT OPERATION            one operation: "done", or "error: sentence" and status 1
 *   store-tool import ROOT SOURCE                imports that pack
 *   store-tool export ROOT TARGET                copies the pack alpha to a file
 *   store-tool state ROOT                        starts, and says what is there
 *   store-tool list                              the operations
 *   store-tool cases KIT WORK OPERATION          each call of it on the disk goes wrong in turn
 *   store-tool damages KIT WORK SEED FROM TO
 */

#include "store-tool.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "ter-export.h"
#include "ter-store.h"

static int
finish (gboolean done, GError *error)
{
  printf (done ? "done\n" : "error: %s\n", done ? "" : error != NULL ? error->message : "");
  g_clear_error (&error);
  return done ? 0 : 1;
}

static int
run (char **args)
{
  const Operation *operation = operation_find (args[2]);
  GError *error = NULL;
  gboolean done = operation != NULL && operation->run (args[0], args[1], &error);

  return finish (done, error);
}

static int
import (char **args)
{
  g_autoptr (GFile) source = g_file_new_for_path (args[1]);
  GError *error = NULL;
  gboolean done = operation_import (args[0], source, &error);

  if (g_getenv ("IMPORT_CANCEL_MS") != NULL)
    g_print ("ended %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());

  return finish (done, error);
}

static int export (char **args)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (args[0], "store", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (args[1]);
  g_autoptr (TerStore) store = ter_store_new (folder);
  GError *error = NULL;
  g_autoptr (TerStoreRecord) record = ter_store_load (store, "alpha", &error);
  g_autoptr (TerPackFiles) files = record != NULL ? ter_store_load_files (store, record->current, NULL, &error) : NULL;
  gboolean done = files != NULL && ter_export_files (files, target, NULL, NULL, NULL, &error);

  return finish (done, error);
}

static int
state (char **args)
{
  g_autofree char *text = state_describe (args[0], TRUE);

  fputs (text, stdout);
  return strstr (text, "problem: ") != NULL;
}

static int
list (char **args)
{
  for (const Operation *operation = operation_list (); operation->name != NULL; operation++)
    puts (operation->name);
  return 0;
}

static int
make (char **args)
{
  fixture_make (args[0]);
  return 0;
}

static int
cases (char **args)
{
  cases_run (args[0], args[1], operation_find (args[2]));
  return 0;
}

static int
damages (char **args)
{
  damages_run (args[0], args[1], (guint32) strtoul (args[2], NULL, 10), atol (args[3]), atol (args[4]));
  return 0;
}

static const struct
{
  const char *name;
  int n_args;
  int (*func) (char **args);
} commands[] = {
  { "make", 1, make },   { "run", 3, run },   { "import", 2, import }, { "export", 2, export },
  { "state", 1, state }, { "list", 0, list }, { "cases", 3, cases },   { "damages", 5, damages },
};

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (argc == commands[i].n_args + 2 && g_str_equal (argv[1], commands[i].name))
      return commands[i].func (argv + 2);
  fputs ("store-tool: see its source\n", stderr);
  return 2;
}
