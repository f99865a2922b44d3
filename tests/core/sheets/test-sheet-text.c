/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-text.h"

#include <string.h>

/* (transfer full) (nullable) */
static char *
decode (const char *data, gssize size, TerSheetEncoding *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size >= 0 ? (gsize) size : strlen (data));
  gboolean doubtful;
  gsize length;
  char *text = ter_sheet_text_decode (bytes, encoding, &doubtful, &length, error);

  g_assert_true (text == NULL || strlen (text) == length);
  return text;
}

static void
test_french_is_read_however_it_is_written (void)
{
  static const char *const texts[] = { "Étréchy;Cœuvres\n", "Le Château-d’Oléron; coût : 12 €\n", "ÎLE DE RÉ;L’ÎLE-D’YEU\n",
                                       "ça, là, où;naïf;Noël\n" };
  static const TerSheetEncoding encodings[] = { TER_SHEET_ENCODING_WINDOWS_1252, TER_SHEET_ENCODING_MACROMAN };
  static const char *const charsets[] = { "WINDOWS-1252", "MACINTOSH" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (charsets); j++)
      {
        TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
        gsize size;
        g_autofree char *data = g_convert (texts[i], -1, charsets[j], "UTF-8", NULL, &size, NULL);
        g_autofree char *text = decode (data, size, &found, NULL);

        g_test_message ("%s %s", charsets[j], texts[i]);
        g_assert_cmpint (found, ==, encodings[j]);
        g_assert_cmpstr (text, ==, texts[i]);
      }
}

static void
test_what_latin_9_alone_has_is_read (void)
{
  TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
  g_autofree char *text = decode ("c\xbdur;12 \xa4\nma\xeet\n", -1, &found, NULL);

  g_assert_cmpint (found, ==, TER_SHEET_ENCODING_LATIN9);
  g_assert_cmpstr (text, ==, "cœur;12 €\nmaît\n");
}

static void
test_utf_16_is_read_in_both_orders (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint mark = 0; mark <= 1; mark++)
      {
        TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
        gsize size;
        g_autofree char *data = g_convert (mark ? "\ufeffnom\tété\n" : "nom\tété\n", -1, charsets[i], "UTF-8", NULL, &size, NULL);
        g_autofree char *text = decode (data, size, &found, NULL);

        g_assert_cmpint (found, ==, TER_SHEET_ENCODING_UTF16);
        g_assert_cmpstr (text, ==, "nom\tété\n");
      }
}

static void
test_old_line_ends_become_new_ones (void)
{
  TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
  g_autofree char *text = decode ("\xef\xbb\xbf"
                                  "a;b\r1;2\r",
                                  -1, &found, NULL);

  g_assert_cmpstr (text, ==, "a;b\n1;2\n");
}

static void
test_one_bad_byte_does_not_spoil_a_file (void)
{
  static const struct
  {
    const char *data, *message;
  } cases[] = {
    { "commune\nÉtréchy\nCœuvres\nSaint-\xc3;12\n", "line 4, column 7: the byte C3 " },
    { "é\xff", "line 1, column 2: the byte FF " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (cases[i].data, -1, &found, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_what_is_asked_for_is_taken (void)
{
  TerSheetEncoding asked = TER_SHEET_ENCODING_FOUND;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ter_sheet_text_parse_name ("macroman", &asked));
  text = decode ("\x8e", 1, &asked, NULL);
  g_assert_cmpstr (text, ==, "é");
  g_assert_true (ter_sheet_text_parse_name ("UTF-8", &asked));
  g_assert_null (decode ("a\xe9", -1, &asked, &error));
  g_assert_false (ter_sheet_text_parse_name ("ebcdic", &asked));
  g_assert_cmpstr (ter_sheet_text_get_name (TER_SHEET_ENCODING_LATIN9), ==, "ISO-8859-15");
}

static void
test_a_nul_is_refused (void)
{
  TerSheetEncoding found = TER_SHEET_ENCODING_FOUND;
  g_autoptr (GError) error = NULL;

  g_assert_null (decode ("a;b\n1\0;2\n", 9, &found, &error));
  g_assert_cmpstr (error->message, ==, "line 2: a NUL character");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-text/french is read however it is written", test_french_is_read_however_it_is_written);
  g_test_add_func ("/sheet-text/what latin-9 alone has is read", test_what_latin_9_alone_has_is_read);
  g_test_add_func ("/sheet-text/utf-16 is read in both orders", test_utf_16_is_read_in_both_orders);
  g_test_add_func ("/sheet-text/old line ends become new ones", test_old_line_ends_become_new_ones);
  g_test_add_func ("/sheet-text/one bad byte does not spoil a file", test_one_bad_byte_does_not_spoil_a_file);
  g_test_add_func ("/sheet-text/what is asked for is taken", test_what_is_asked_for_is_taken);
  g_test_add_func ("/sheet-text/a nul is refused", test_a_nul_is_refused);
  return g_test_run ();
}
