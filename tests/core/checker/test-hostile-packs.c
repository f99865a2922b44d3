/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-checker.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-issue.h"
#include "ter-pack-reader.h"
#include "../pack-files.h"

/* Packs whose bytes were damaged at random: whatever they hold, they are told or read, within two seconds, without a
 * crash and without a word on the log (G_DEBUG=fatal-warnings). A failure names its number: TER_HOSTILE_FIRST starts there. */

#define N_PACKS 400
#define MAX_SECONDS 2

/* JSON's own letters do more harm than any others. */
static const char spoils[] = "{}[]\",:\\0e-.u\n<>&@/#|*`!()\x00\x1b\x7f\x80\xc3\xff";

typedef struct
{
  char *path;
  GPtrArray *names;     /* of the files of all seeds: "PACK/path" */
  GHashTable *contents; /* name → GBytes */
} Seeds;

static void
collect (Seeds *seeds, const char *root, const char *path)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autofree char *file = g_build_filename (root, inner, NULL);
      char *text = NULL;
      gsize length;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        collect (seeds, root, inner);
      else if (g_file_get_contents (file, &text, &length, NULL))
        {
          g_ptr_array_add (seeds->names, g_strdup (inner));
          g_hash_table_insert (seeds->contents, g_strdup (inner), g_bytes_new_take (text, length));
        }
    }
}

static void
write_bytes (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents_full (path, data != NULL ? data : "", length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
damage (GRand *rand, GByteArray *bytes)
{
  guint at, length;
  guint8 spoil;

  if (bytes->len == 0)
    return;
  at = g_rand_int_range (rand, 0, bytes->len);
  length = g_rand_int_range (rand, 1, 12);
  length = MIN (length, bytes->len - at);
  spoil = spoils[g_rand_int_range (rand, 0, sizeof spoils - 1)];
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0: g_byte_array_remove_range (bytes, at, length); break;
    case 1: bytes->data[at] = spoil; break;
    case 2: bytes->data[at] ^= 1u << g_rand_int_range (rand, 0, 8); break;
    case 3: g_byte_array_set_size (bytes, at); break;
    case 4:
      for (guint i = 0; i < length; i++)
        {
          guint8 copy = bytes->data[at + i];

          g_byte_array_append (bytes, &copy, 1);
        }
      break;
    default: memmove (&bytes->data[at], &bytes->data[g_rand_int_range (rand, 0, bytes->len - length + 1)], length); break;
    }
}

static gboolean
read_cb (JsonObject *object, gpointer user_data, GError **error)
{
  g_autoptr (TerEntry) entry = ter_entry_new (user_data, object);
  g_autofree char *body = ter_entry_dup_body (entry, NULL);

  ter_entry_get_confidence (entry);
  return TRUE;
}

static void
check_and_read (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) issues = ter_pack_checker_check (fixture_files (folder), NULL, &error);
  g_autoptr (TerPack) pack = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "fr");

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
  pack = ter_pack_reader_read (fixture_files (folder), "en", NULL, &error);
  if (pack != NULL)
    ter_pack_reader_read_entries (pack, read_cb, pack, NULL, &error);
}

/* Damages one file of a pack, looks at it, and puts the file back. */
static void
spoil_and_check (Seeds *seeds, guint32 number, const char *pack)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *folder = g_build_filename (seeds->path, pack, NULL);
  const char *name;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GBytes) spoiled = NULL;

  for (guint i = 0; i < seeds->names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (seeds->names, i), pack))
      g_ptr_array_add (names, g_ptr_array_index (seeds->names, i));
  name = g_ptr_array_index (names, g_rand_int_range (rand, 0, names->len));
  bytes = g_bytes_unref_to_array (g_bytes_ref (g_hash_table_lookup (seeds->contents, name)));
  for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    damage (rand, bytes);
  spoiled = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  write_bytes (seeds->path, name, spoiled);
  check_and_read (folder);
  write_bytes (seeds->path, name, g_hash_table_lookup (seeds->contents, name));
}

static void
test_damaged_packs_are_boring (gconstpointer data)
{
  static const char *const packs[] = { "solar-system/", "minimal/", "limits/" };
  Seeds *seeds = (Seeds *) data;
  const char *first = g_getenv ("TER_HOSTILE_FIRST");
  guint32 begin = first != NULL ? g_ascii_strtoull (first, NULL, 10) : 0;

  for (guint32 number = begin; number < begin + N_PACKS; number++)
    {
      gint64 start = g_get_monotonic_time ();

      g_test_message ("pack %u", number);
      spoil_and_check (seeds, number, packs[number % 4 == 3 ? 1 + number / 4 % 2 : 0]);
      /* A machine that is busy gets its time. */
      g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 10 * MAX_SECONDS);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = NULL;
  Seeds seeds;
  int status;

  g_test_init (&argc, &argv, NULL);
  root = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "packs", "valid", NULL);
  seeds.path = g_dir_make_tmp ("hostile-XXXXXX", NULL);
  seeds.names = g_ptr_array_new_with_free_func (g_free);
  seeds.contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  collect (&seeds, root, "");
  for (guint i = 0; i < seeds.names->len; i++)
    {
      const char *name = g_ptr_array_index (seeds.names, i);

      write_bytes (seeds.path, name, g_hash_table_lookup (seeds.contents, name));
    }

  g_test_add_data_func ("/pack-checker/damaged packs are boring", &seeds, test_damaged_packs_are_boring);
  status = g_test_run ();

  {
    const char *command[] = { "rm", "-rf", seeds.path, NULL };

    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  }
  g_free (seeds.path);
  g_ptr_array_unref (seeds.names);
  g_hash_table_unref (seeds.contents);
  return status;
}
