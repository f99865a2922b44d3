/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-record.h"

#include <gio/gio.h>
#include <string.h>

static void
a_record_is_an_object_and_a_list_an_array (void)
{
  static const struct
  {
    const char *text; /* %NULL: what a column that is empty gives */
    gboolean is_object, is_array;
  } cases[] = {
    { "{\"a\": 1}", TRUE, FALSE }, { "[1, 2]", FALSE, TRUE }, { "{}", TRUE, FALSE }, { "[]", FALSE, TRUE },
    { "\"text\"", FALSE, FALSE },  { "null", FALSE, FALSE },  { "", FALSE, FALSE },  { NULL, FALSE, FALSE },
    { "{\"a\": 1", FALSE, FALSE }, { "[1, ", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gssize length = cases[i].text != NULL ? (gssize) strlen (cases[i].text) : 0;
      g_autoptr (GError) object_error = NULL, array_error = NULL;
      g_autoptr (JsonObject) object = ter_record_parse (cases[i].text, length, &object_error);
      g_autoptr (JsonArray) array = ter_record_parse_array (cases[i].text, length, &array_error);

      g_test_message ("%s", cases[i].text);
      g_assert_true (cases[i].is_object == (object != NULL));
      g_assert_true (cases[i].is_array == (array != NULL));
      g_assert_true ((object == NULL) == g_error_matches (object_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA));
      g_assert_true ((array == NULL) == g_error_matches (array_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA));
    }
}

/* A blob of SQLite's has no end mark, and is gone with the next step. */
static void
no_more_than_the_length_is_read_and_nothing_borrowed (void)
{
  g_autofree char *blob = g_strdup ("{\"a\": \"un\"}{\"b\": 2}");
  g_autoptr (JsonObject) object = ter_record_parse (blob, strlen ("{\"a\": \"un\"}"), NULL);

  memset (blob, 'x', strlen (blob));
  g_assert_nonnull (object);
  g_assert_cmpuint (json_object_get_size (object), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "a"), ==, "un");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/a-record-is-an-object-and-a-list-an-array", a_record_is_an_object_and_a_list_an_array);
  g_test_add_func ("/record/no-more-than-the-length-is-read-and-nothing-borrowed",
                   no_more_than_the_length_is_read_and_nothing_borrowed);
  return g_test_run ();
}
