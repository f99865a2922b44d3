/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-stored-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

/* What another reader, libarchive's seeking one, finds: "name=bytes;…"; it also compares the checksums. */
static char *
read_back (GBytes *zip)
{
  struct archive *reader = archive_read_new ();
  struct archive_entry *entry;
  GString *found = g_string_new (NULL);
  gsize size;
  const void *data = g_bytes_get_data (zip, &size);
  int result;

  archive_read_support_format_zip_seekable (reader);
  g_assert_cmpint (archive_read_open_memory (reader, data, size), ==, ARCHIVE_OK);
  while ((result = archive_read_next_header (reader, &entry)) == ARCHIVE_OK)
    {
      char buffer[64];
      gssize n = archive_read_data (reader, buffer, sizeof buffer);

      if (n < 0)
        g_string_append_printf (found, "%s damaged;", archive_entry_pathname (entry));
      else
        g_string_append_printf (found, "%s=%.*s;", archive_entry_pathname (entry), (int) n, buffer);
    }
  if (result != ARCHIVE_EOF)
    g_string_append (found, "no archive");
  archive_read_free (reader);
  return g_string_free (found, FALSE);
}

static GBytes *
make_zip (void)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("application/x", 13), empty = g_bytes_new (NULL, 0),
                     last = g_bytes_new_static ("123456789", 9);
  const TerStoredFile files[] = { { "mimetype", first }, { "dossier/vide", empty }, { "dossier/é.txt", last }, { NULL, NULL } };

  return ter_stored_zip (files);
}

static void
files_come_back_in_their_order (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  g_autofree char *found = read_back (zip);

  g_assert_cmpstr (found, ==, "mimetype=application/x;dossier/vide=;dossier/é.txt=123456789;");
}

/* OpenDocument 1.3, part 2, 3.3: "mimetype" at byte 30, its contents behind it, so that file(1) knows the type. */
static void
the_first_file_is_where_opendocument_wants_it (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  const guint8 *data = g_bytes_get_data (zip, NULL);

  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpuint (data[28] | data[29] << 8, ==, 0); /* no extra field */
  g_assert_cmpmem (data + 30, 21, "mimetypeapplication/x", 21);
}

/* The check value of CRC-32 (ISO 3309): that of "123456789" is 0xCBF43926. */
static void
the_checksum_is_that_of_the_norm (void)
{
  static const guint8 sum[] = { 0x26, 0x39, 0xf4, 0xcb };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("123456789", 9);
  const TerStoredFile files[] = { { "n", bytes }, { NULL, NULL } };
  g_autoptr (GBytes) zip = ter_stored_zip (files);

  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (zip, NULL) + 14, 4, sum, 4);
}

static void
a_changed_byte_is_noticed (void)
{
  g_autoptr (GBytes) zip = make_zip ();
  gsize size;
  g_autofree char *data = g_memdup2 (g_bytes_get_data (zip, &size), g_bytes_get_size (zip));
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *found = NULL;

  data[40] ^= 1;
  changed = g_bytes_new_static (data, g_bytes_get_size (zip));
  found = read_back (changed);
  g_assert_nonnull (strstr (found, "mimetype damaged;"));
}

static void
an_archive_may_be_empty (void)
{
  const TerStoredFile files[] = { { NULL, NULL } };
  g_autoptr (GBytes) zip = ter_stored_zip (files);

  g_assert_cmpuint (g_bytes_get_size (zip), ==, 22);
  g_assert_cmpmem (g_bytes_get_data (zip, NULL), 4, "PK\005\006", 4);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8"); /* libarchive gives names in the locale's encoding */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stored-zip/files-come-back-in-their-order", files_come_back_in_their_order);
  g_test_add_func ("/stored-zip/the-first-file-is-where-opendocument-wants-it", the_first_file_is_where_opendocument_wants_it);
  g_test_add_func ("/stored-zip/the-checksum-is-that-of-the-norm", the_checksum_is_that_of_the_norm);
  g_test_add_func ("/stored-zip/a-changed-byte-is-noticed", a_changed_byte_is_noticed);
  g_test_add_func ("/stored-zip/an-archive-may-be-empty", an_archive_may_be_empty);
  return g_test_run ();
}
