/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-sha256.h"
#include "ter-store-private.h"
#include "ter-store-record.h"

/* Any bytes as the record of an installed pack and as the list of publishers: as they are, and below their right sum, so that what
 * is behind the sum is looked at too. What was read is written and read again, the same. */

static void
write_input (const char *path, const uint8_t *data, size_t size, gboolean with_sum)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *sum = ter_sha256_of_bytes (bytes);
  g_autoptr (GString) out = g_string_new (NULL);

  if (with_sum)
    g_string_append_printf (out, "%s\n", sum);
  g_string_append_len (out, (const char *) data, size);
  g_assert_true (g_file_set_contents_full (path, out->str, out->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
use_record (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerStoreRecord) record = ter_store_record_load (path, "a", &error);
  g_autoptr (TerStoreRecord) again = NULL;

  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return;
  g_assert_true (ter_sha256_is_hex (record->current->manifest));
  g_assert_true (ter_store_record_save (record, path, NULL));
  again = ter_store_record_load (path, "a", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->current->version, ==, record->current->version);
  g_assert_cmpuint (again->current->size, ==, record->current->size);
  g_assert_cmpint (again->current->installed_at, ==, record->current->installed_at);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static char *folder;
  g_autofree char *record = NULL, *publishers = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (TerStore) store = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
  record = g_build_filename (folder, "record", NULL);
  publishers = g_build_filename (folder, "publishers", NULL);
  place = g_file_new_for_path (folder);
  store = ter_store_new (place);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *aside = g_build_filename (folder, "publishers-damaged-1", NULL);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      write_input (record, data, size, i > 0);
      use_record (record);
      write_input (publishers, data, size, i > 0);
      list = ter_store_list_publishers (store, &error);
      g_assert_no_error (error);
      g_unlink (aside);
    }
  return 0;
}
