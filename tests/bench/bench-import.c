/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bringing a .tpack of 200 MB into the store, every byte verified, beside unzip, which only unpacks it. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pack-fixture.h"
#include "ter-archive-writer.h"
#include "ter-stage.h"

#define N_FILES 50
#define FILE_BYTES (4 * 1024 * 1024)
#define ROUNDS 5

/* Text that deflates about as documents do: words drawn at random from a few hundred. */
static char *
make_text (GRand *rand)
{
  GString *text = g_string_sized_new (FILE_BYTES + 32);

  while (text->len < FILE_BYTES)
    g_string_append_printf (text, "%x ", g_rand_int_range (rand, 0, 400) * 7919);
  g_string_truncate (text, FILE_BYTES);
  return g_string_free_and_steal (text);
}

static GFile *
make_pack (GFile *place)
{
  g_autoptr (PackFixture) fixture = pack_fixture_new (place, "large");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GFile *archive = g_file_get_child (place, "large.tpack");
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofd int fd = -1;

  pack_fixture_entries (fixture, "{\"id\": \"page\", \"kind\": \"page\", \"title\": \"Page\"}");
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *text = make_text (rand);
      g_autofree char *path = g_strdup_printf ("files/file-%u.txt", i);

      pack_fixture_add (fixture, path, "attachment", text, NULL);
    }
  pack_fixture_write (fixture);
  files = ter_pack_files_new_for_folder (pack_fixture_get_folder (fixture));
  fd = open (g_file_peek_path (archive), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || !ter_archive_writer_write (files, fd, NULL, NULL, NULL, &error))
    g_error ("The pack was not written: %s", error != NULL ? error->message : "no file");
  return archive;
}

/* Milliseconds. */
static double
import (GFile *place, GFile *archive)
{
  g_autoptr (GFile) folder = g_file_get_child (place, "store");
  g_autoptr (TerStore) store = ter_store_new (folder);
  g_autoptr (TerStage) stage = ter_stage_new (store, archive);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const gint64 begin = g_get_monotonic_time ();
  double taken;

  if (!ter_stage_open (stage, issues, NULL, &error) || !ter_stage_read (stage, issues, NULL, NULL, NULL, &error))
    g_error ("Not imported: %s", error != NULL ? error->message : "refused");
  taken = (double) (g_get_monotonic_time () - begin) / 1000;
  fixture_folder_remove (folder);
  return taken;
}

static double
unzip (GFile *place, GFile *archive)
{
  g_autoptr (GFile) folder = g_file_get_child (place, "unzipped");
  const char *arguments[] = { "unzip", "-q", g_file_peek_path (archive), "-d", g_file_peek_path (folder), NULL };
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  double taken;
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error) || status != 0)
    g_error ("unzip: %s", error != NULL ? error->message : "failed");
  taken = (double) (g_get_monotonic_time () - begin) / 1000;
  fixture_folder_remove (folder);
  return taken;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) place = fixture_folder_new ();
  g_autoptr (GFile) archive = make_pack (place);
  double ours[ROUNDS], other[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = import (place, archive);
      other[i] = unzip (place, archive);
    }
  qsort (ours, ROUNDS, sizeof *ours, compare);
  qsort (other, ROUNDS, sizeof *other, compare);
  g_print ("import %.2f (%.0f ms, %.0f ms of unzip)\n", ours[ROUNDS / 2] / other[ROUNDS / 2], ours[ROUNDS / 2], other[ROUNDS / 2]);
  fixture_folder_remove (place);
  return 0;
}
