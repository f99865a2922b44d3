/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <glib/gstdio.h>

/* Runs a target once on each file named, and on each file of each folder named: without libFuzzer, so with any compiler. Ends with 0 when
 * there was a file and the target got through all of them. */

static guint
replay_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree guint8 *exact = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  /* Not one byte more than the input has, so that the sanitizer sees who reads beyond. */
  exact = g_memdup2 (contents, length);
  g_print ("%s\n", path);
  LLVMFuzzerTestOneInput (exact, length);
  return 1;
}

static guint
replay (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return replay_file (path);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      n += replay (inner);
    }
  return n;
}

int
main (int argc, char *argv[])
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    n += replay (argv[i]);
  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
