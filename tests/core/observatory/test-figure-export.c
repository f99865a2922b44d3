/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ter-csv.h"
#include "ter-figure-export.h"

static const TerFigureCaption caption = {
  .title = "Réponses : un/deux",
  .question = "Que dites-vous ?",
  .source = "Institut; « A & B »",
  .date = "2020-05-28",
};

/* Texts that a spreadsheet or an XML reader would take for something else. */
static TerFigure *
make_figure (void)
{
  const char *rows = "[{\"lieu\": \"=HYPERLINK(\\\"x\\\")\", \"jour\": \"2020-05-28\", \"part\": 12.5},"
                     " {\"lieu\": \"Eau; <déchets> & \\\"tri\\\"\", \"jour\": \"2021-01-01\", \"part\": -3},"
                     " {\"lieu\": \"-5 %\\u0001\\uFFFE\", \"jour\": null, \"part\": null},"
                     " {\"lieu\": \"a, b\\nc\", \"jour\": \"2022-02-02\", \"part\": 1000000}]";
  g_autoptr (JsonNode) resource =
    json_from_string ("{\"name\": \"t\", \"mediatype\": \"application/json\", \"schema\": {\"fields\": ["
                      "{\"name\": \"lieu\", \"type\": \"string\", \"title\": \"Lieu\"},"
                      "{\"name\": \"jour\", \"type\": \"date\", \"title\": \"Jour\"},"
                      "{\"name\": \"part\", \"type\": \"number\", \"title\": \"Part\", \"unit\": \"%\"}]}}",
                      NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (rows, strlen (rows));
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), NULL, &error);

  g_assert_no_error (error);
  return ter_figure_new (NULL, table);
}

static void
test_csv_is_as_rfc_4180_has_it (void)
{
  g_autoptr (TerFigure) figure = make_figure ();
  g_autoptr (GBytes) csv = ter_figure_export_csv (figure, TER_CSV_STANDARD, NULL);

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv),
                   "Lieu,Jour,Part (%)\r\n"
                   "\"'=HYPERLINK(\"\"x\"\")\",2020-05-28,12.5\r\n"
                   "\"Eau; <déchets> & \"\"tri\"\"\",2021-01-01,-3\r\n"
                   "'-5 %\x01\xef\xbf\xbe,,\r\n"
                   "\"a, b\nc\",2022-02-02,1000000\r\n",
                   strlen ("Lieu,Jour,Part (%)\r\n"
                           "\"'=HYPERLINK(\"\"x\"\")\",2020-05-28,12.5\r\n"
                           "\"Eau; <déchets> & \"\"tri\"\"\",2021-01-01,-3\r\n"
                           "'-5 %\x01\xef\xbf\xbe,,\r\n"
                           "\"a, b\nc\",2022-02-02,1000000\r\n"));
}

/* Reads it back as a spreadsheet in French would. */
static void
test_csv_can_be_french (void)
{
  g_autoptr (TerFigure) figure = make_figure ();
  g_autoptr (GBytes) csv = ter_figure_export_csv (figure, TER_CSV_FRENCH, &caption);
  gsize length = g_bytes_get_size (csv);
  g_autofree char *data = g_malloc (length + 1);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TerCsv reader;

  memcpy (data, g_bytes_get_data (csv, NULL), length);
  data[length] = '\0';
  g_assert_true (g_str_has_prefix (data, "\xef\xbb\xbf"));
  g_assert_true (ter_csv_init (&reader, data, length, &error));
  reader.delimiter = ';';
  while (ter_csv_next (&reader, fields, NULL, &error))
    {
      for (guint i = 0; i < fields->len; i++)
        g_string_append_printf (read, "%s|", data + g_array_index (fields, guint32, i));
      g_string_append_c (read, '\n');
    }
  g_assert_no_error (error);
  g_assert_cmpstr (read->str, ==,
                   "Lieu|Jour|Part (%)|\n"
                   "'=HYPERLINK(\"x\")|2020-05-28|12,5|\n"
                   "Eau; <déchets> & \"tri\"|2021-01-01|-3|\n"
                   "'-5 %\x01\xef\xbf\xbe|||\n"
                   "a, b\nc|2022-02-02|1000000|\n"
                   "|\n"
                   "Title|Réponses : un/deux|\nQuestion|Que dites-vous ?|\nSource|Institut; « A & B »|\nDate|2020-05-28|\n");
}

static void
count_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  guint *counts = data;

  counts[0] += g_str_equal (name, "table:table-row");
  for (guint i = 0; names[i] != NULL; i++)
    {
      counts[1] += g_str_equal (names[i], "office:value");
      counts[2] += g_str_equal (names[i], "office:date-value");
    }
}

/* The text of an element that begins at @begin in the stored file. */
static char *
cut (const char *data, gsize length, const char *begin, const char *end)
{
  const char *first = memmem (data, length, begin, strlen (begin));
  const char *last = first != NULL ? memmem (first, length - (gsize) (first - data), end, strlen (end)) : NULL;

  g_assert_nonnull (last);
  return g_strndup (first, (gsize) (last - first) + strlen (end));
}

static void
test_a_spreadsheet_holds_numbers_dates_and_where_they_come_from (void)
{
  g_autoptr (TerFigure) figure = make_figure ();
  g_autoptr (GBytes) ods = ter_figure_export_ods (figure, &caption);
  g_autoptr (GBytes) again = ter_figure_export_ods (figure, &caption);
  gsize length;
  const char *data = g_bytes_get_data (ods, &length);
  g_autofree char *content = cut (data, length, "<office:document-content", "</office:document-content>");
  g_autofree char *properties = cut (data, length, "<office:document-meta", "</office:document-meta>");
  const GMarkupParser parser = { .start_element = count_cb };
  guint counts[3] = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, counts, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (ods, again));
  /* What tells its type: the first file's name and content, where the shared database of media types looks for them. */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 46, "application/vnd.oasis.opendocument.spreadsheet", 46);
  g_assert_true (g_markup_parse_context_parse (context, content, -1, &error) && g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts[0], ==, 1 + 4 + 1 + 4); /* head, rows, an empty one, the caption */
  g_assert_cmpuint (counts[1], ==, 3);
  g_assert_cmpuint (counts[2], ==, 3);
  g_assert_nonnull (strstr (content, "Eau; &lt;déchets&gt; &amp; &quot;tri&quot;"));
  g_assert_nonnull (strstr (content, "table:name=\"Réponses   un deux\""));
  g_assert_nonnull (strstr (content, ">-5 %</text:p>")); /* without what XML does not allow */
  g_assert_nonnull (strstr (properties, "<dc:title>Réponses : un/deux</dc:title>"));
  g_assert_nonnull (strstr (properties, "Institut; « A &amp; B » · 2020-05-28"));
}

/* Other programs agree that it is sound. */
static void
test_others_can_unpack_it (void)
{
  g_autoptr (TerFigure) figure = make_figure ();
  g_autoptr (GBytes) ods = ter_figure_export_ods (figure, &caption);
  g_autofree char *folder = g_dir_make_tmp ("figure-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.ods", NULL);
  g_autofree char *unzip = g_find_program_in_path ("unzip");
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (unzip == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (ods, NULL), (gssize) g_bytes_get_size (ods), &error));
  g_assert_true (g_spawn_sync (NULL, (char *[]) { unzip, (char *) "-t", path, NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_nonnull (strstr (out, "No errors detected"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-export/csv-is-as-rfc-4180-has-it", test_csv_is_as_rfc_4180_has_it);
  g_test_add_func ("/figure-export/csv-can-be-french", test_csv_can_be_french);
  g_test_add_func ("/figure-export/a-spreadsheet-holds-numbers-dates-and-where-they-come-from",
                   test_a_spreadsheet_holds_numbers_dates_and_where_they_come_from);
  g_test_add_func ("/figure-export/others-can-unpack-it", test_others_can_unpack_it);
  return g_test_run ();
}
