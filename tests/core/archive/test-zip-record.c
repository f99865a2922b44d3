/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-zip-record.h"

#include <string.h>

static void
test_numbers_are_little_endian (void)
{
  static const guint8 bytes[] = { 0x50, 0x4b, 0x03, 0xf4 };

  g_assert_cmphex (ter_zip_record_get16 (bytes), ==, 0x4b50);
  g_assert_cmphex (ter_zip_record_get32 (bytes), ==, 0xf4034b50);
}

/* What a frame says of its file is what is read from it. */
static void
test_a_frame_says_what_it_frames (void)
{
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) before = ter_zip_record_dup_envelope (TER_ZIP_DEFLATED, 0x12345678, 1000, 70000, &after);
  const guint8 *local = g_bytes_get_data (before, NULL);
  const guint8 *list = g_bytes_get_data (after, NULL);
  gsize size = g_bytes_get_size (after);
  TerZipHeader headers[2];
  TerZipEnd end;

  g_assert_true (ter_zip_record_parse_local (local, &headers[0]));
  g_assert_true (ter_zip_record_parse_central (list, &headers[1]));
  g_assert_true (ter_zip_record_parse_end (list + size - TER_ZIP_END_BYTES, &end));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_assert_cmpuint (headers[i].flags, ==, 0);
      g_assert_cmpuint (headers[i].method, ==, TER_ZIP_DEFLATED);
      g_assert_cmphex (headers[i].crc, ==, 0x12345678);
      g_assert_cmpuint (headers[i].compressed, ==, 1000);
      g_assert_cmpuint (headers[i].size, ==, 70000);
      g_assert_cmpuint (headers[i].name_length, ==, 4);
      g_assert_cmpuint (headers[i].extra_length, ==, 0);
    }
  g_assert_cmpuint (g_bytes_get_size (before), ==, TER_ZIP_LOCAL_BYTES + 4);
  g_assert_cmphex (headers[1].attributes >> 16, ==, 0100600);
  g_assert_cmpuint (headers[1].offset, ==, 0);
  g_assert_cmpuint (headers[1].comment_length, ==, 0);
  g_assert_cmpuint (end.n_entries, ==, 1);
  g_assert_cmpuint (end.disk_entries, ==, 1);
  g_assert_cmpuint (end.list_bytes, ==, size - TER_ZIP_END_BYTES);
  g_assert_cmpuint (end.list_offset, ==, g_bytes_get_size (before) + 1000);
  g_assert_cmpuint (end.comment_length, ==, 0);
}

static void
test_another_signature_is_told (void)
{
  guint8 bytes[TER_ZIP_CENTRAL_BYTES] = { 'P', 'K' };
  TerZipHeader header;
  TerZipEnd end;

  g_assert_false (ter_zip_record_parse_local (bytes, &header));
  g_assert_false (ter_zip_record_parse_central (bytes, &header));
  g_assert_false (ter_zip_record_parse_end (bytes, &end));
}

static void
test_extra_fields_are_judged_by_the_worst (void)
{
#define EXTRA(bytes, verdict) { bytes, sizeof bytes - 1, TER_ZIP_EXTRA_##verdict }
  static const struct
  {
    const char *bytes;
    gsize length;
    TerZipExtra verdict;
  } cases[] = {
    EXTRA ("", PLAIN),
    EXTRA ("UT\0\0", PLAIN),
    EXTRA ("UT\5\0\3....ux\0\0", PLAIN),
    EXTRA ("U", BROKEN),
    EXTRA ("UT\0", BROKEN),
    EXTRA ("UT\1\0", BROKEN),
    EXTRA ("UT\xff\xff", BROKEN),
    EXTRA ("UT\0\0\1", BROKEN),
    EXTRA ("\1\0\0\0\1", BROKEN),
    EXTRA ("\1\0\0\0", ZIP64),
    EXTRA ("UT\0\0\1\0\2\0..", ZIP64),
    EXTRA ("\1\x99\0\0", ENCRYPTED),
    EXTRA ("\1\x99\0\0\1\0\0\0", ENCRYPTED),
    EXTRA ("\x17\0\0\0", ENCRYPTED),
    EXTRA ("up\0\0", NAME),
    EXTRA ("xl\0\0", NAME),
    EXTRA ("nu\0\0", NAME),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* In a place of its own, so that the sanitizer sees who reads beyond. */
      g_autofree guint8 *bytes = g_memdup2 (cases[i].bytes, cases[i].length);

      g_test_message ("%u", i);
      g_assert_cmpint (ter_zip_record_judge_extra (bytes, cases[i].length), ==, cases[i].verdict);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-record/numbers are little-endian", test_numbers_are_little_endian);
  g_test_add_func ("/zip-record/a frame says what it frames", test_a_frame_says_what_it_frames);
  g_test_add_func ("/zip-record/another signature is told", test_another_signature_is_told);
  g_test_add_func ("/zip-record/extra fields are judged by the worst", test_extra_fields_are_judged_by_the_worst);
  return g_test_run ();
}
