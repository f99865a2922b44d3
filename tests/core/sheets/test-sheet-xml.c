/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-xml.h"

#include "book-maker.h"
#include "ter-limits.h"

static gboolean
start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "<%s %s %u>", name,
                          ter_sheet_xml_get (attributes, "a") != NULL ? ter_sheet_xml_get (attributes, "a") : "",
                          ter_sheet_xml_get_number (attributes, "n", 7));
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, text, length);
}

/* (transfer full) (nullable): what is told of @xml. */
static char *
read_xml (const char *xml, GError **error)
{
  static const TerSheetXmlFuncs funcs = { start_cb, NULL, text_cb };
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  const TerStoredFile files[] = { { "[a] part.xml", bytes }, { NULL, NULL } };
  g_autoptr (GBytes) zip = ter_stored_zip (files);
  g_autoptr (GString) told = g_string_new (NULL);
  int fd;
  g_autoptr (GFile) file = book_maker_write (zip, &fd);
  g_autoptr (TerArchive) archive = ter_archive_open_document (file, issues, NULL, error);
  gboolean read = ter_sheet_xml_read (archive, "[a] part.xml", &funcs, told, NULL, error);

  close (fd);
  return read ? g_strdup (told->str) : NULL;
}

static void
test_names_are_told_without_their_prefix (void)
{
  g_autofree char *told = read_xml ("<x:b y:a='1' n='12'>t&amp;<![CDATA[<c]]></x:b>", NULL);

  g_assert_cmpstr (told, ==, "<b 1 12>t&<c");
}

static void
test_depth_is_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autofree char *told = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < TER_LIMIT_XML_DEPTH + above; i++)
        g_string_append (xml, "<a>");
      for (guint i = 0; i < TER_LIMIT_XML_DEPTH + above; i++)
        g_string_append (xml, "</a>");
      told = read_xml (xml->str, &error);
      g_assert_true ((told != NULL) == !above);
    }
  /* TER_LIMIT_XML_BYTES is 512 MiB: an archive says the size of a part before it is unpacked, and is held to it. */
  g_assert_cmpuint (TER_LIMIT_XML_BYTES, ==, 512u * 1024 * 1024);
}

static void
test_what_is_no_xml_is_told_in_words (void)
{
  static const char *const texts[] = { "", "<a", "<a></b>", "<a>&own;</a>", "<a b='1' b='2'", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *told = read_xml (texts[i], &error);

      g_assert_null (told);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-xml/names are told without their prefix", test_names_are_told_without_their_prefix);
  g_test_add_func ("/sheet-xml/depth is counted", test_depth_is_counted);
  g_test_add_func ("/sheet-xml/what is no xml is told in words", test_what_is_no_xml_is_told_in_words);
  return g_test_run ();
}
