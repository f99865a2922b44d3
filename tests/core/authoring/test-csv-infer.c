/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-csv-infer.h"

#include <string.h>

static GPtrArray *
infer (const char *text, char decimal, TerCsvSource **source)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  *source = ter_csv_source_new (bytes, ';', &error);
  g_assert_no_error (error);
  return ter_csv_infer (*source, decimal);
}

/* One column: its cells parted by ";" here, as they become. */
static void
test_types_are_inferred_from_all_cells (void)
{
  static const struct
  {
    const char *name;
    const char *cells;
    char decimal;
    const char *type;
    const char *written;
  } cases[] = {
    { "Valeur", "1;2;-3", '\0', "integer", "1;2;-3" },
    { "Valeur", "1;;3", '\0', "integer", "1;;3" },
    { "Valeur", "1 234;1\u202f234\u202f567;12\u00a0345", '\0', "integer", "1234;1234567;12345" },
    { "Valeur", "12 34;1", '\0', "string", "12 34;1" },
    { "Valeur", "1,5;2", '\0', "number", "1.5;2" },
    { "Valeur", "1.5;2", '\0', "number", "1.5;2" },
    { "Valeur", "1.5;2,5", '\0', "string", "1.5;2,5" },
    { "Valeur", "1,5;2,25", '.', "string", "1,5;2,25" },
    { "Valeur", "1.5;2", ',', "string", "1.5;2" },
    { "Valeur", "1 234,5;-0,5;+7", '\0', "number", "1234.5;-0.5;7" },
    { "Valeur", "\u22123,5;4", '\0', "number", "-3.5;4" },
    { "Valeur", "45 %;5,5\u202f%", '\0', "number", "45;5.5" },
    { "Valeur", "45 %;5", '\0', "string", "45 %;5" },
    { "Valeur", "1;deux", '\0', "string", "1;deux" },
    /* TER_LIMIT_INTEGER, and one above. */
    { "Valeur", "9007199254740991;-9007199254740991", '\0', "integer", "9007199254740991;-9007199254740991" },
    { "Valeur", "9007199254740992;1", '\0', "string", "9007199254740992;1" },
    { "Valeur", "9007199254740993;1", '\0', "string", "9007199254740993;1" },
    /* Codes: no zero is lost. */
    { "Valeur", "01;02;10", '\0', "string", "01;02;10" },
    { "Valeur", "1;2;007", '\0', "string", "1;2;007" },
    { "Code INSEE", "75056;13055", '\0', "string", "75056;13055" },
    { "Département", "1;75;2A", '\0', "string", "1;75;2A" },
    { "SIREN", "200069193;200069194", '\0', "string", "200069193;200069194" },
    { "EPCI", "200069193;200069194", '\0', "string", "200069193;200069194" },
    { "Code postal", "75001;13001", '\0', "string", "75001;13001" },
    /* Dates, months, years. */
    { "Créé le", "28/05/2020;01/12/1999", '\0', "date", "2020-05-28;1999-12-01" },
    { "Créé le", "2020-05-28;01/12/1999", '\0', "date", "2020-05-28;1999-12-01" },
    { "Créé le", "31/02/2020;01/01/2020", '\0', "string", "31/02/2020;01/01/2020" },
    { "Créé le", "28/05/20;01/01/20", '\0', "string", "28/05/20;01/01/20" },
    { "Mois", "05/2020;2020-06", '\0', "yearmonth", "2020-05;2020-06" },
    { "Mois", "13/2020;2020-06", '\0', "string", "13/2020;2020-06" },
    { "Année", "2019;2020", '\0', "year", "2019;2020" },
    { "Effectif", "2019;2020", '\0', "integer", "2019;2020" },
    { "Ouvert", "VRAI;faux", '\0', "boolean", "true;false" },
    { "Réponse", "oui;non", '\0', "string", "oui;non" },
    { "Nom", "  Ajaccio ;L’Île", '\0', "string", "Ajaccio;L’Île" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) cells = g_strsplit (cases[i].cells, ";", -1);
      g_autoptr (GString) text = g_string_new (cases[i].name);
      g_autoptr (GString) written = g_string_new (NULL);
      g_autoptr (TerCsvSource) source = NULL;
      g_autoptr (GPtrArray) columns = NULL;
      const TerCsvColumn *column;

      g_string_append (text, ";x\n");
      for (guint j = 0; cells[j] != NULL; j++)
        g_string_append_printf (text, "%s;x\n", cells[j]);
      columns = infer (text->str, cases[i].decimal, &source);
      column = g_ptr_array_index (columns, 0);
      g_test_message ("%s", text->str);
      g_assert_cmpstr (column->type, ==, cases[i].type);
      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_string_append (written, j > 0 ? ";" : "");
          ter_csv_infer_convert (column, ter_csv_source_get_cell (source, j, 0), written);
        }
      g_assert_cmpstr (written->str, ==, cases[i].written);
    }
}

static void
test_names_become_plain_and_stay_apart (void)
{
  static const char *const names[] = { "taux_d_activite", "taux_d_activite_2", "nom", "nom@en", "column_5", "nom_en", "x_en" };
  g_autoptr (TerCsvSource) source = NULL;
  g_autoptr (GPtrArray) columns =
    infer ("Taux d’activité (%);Taux d'activité;nom;nom@en;;nom@;x@en\n1;2;3;4;5;6;7\n", '\0', &source);

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < columns->len; i++)
    {
      const TerCsvColumn *column = g_ptr_array_index (columns, i);

      g_test_message ("%s", column->name);
      if (i != 5)
        g_assert_cmpstr (column->name, ==, names[i]);
      g_assert_cmpint (column->translation, ==, i == 3);
    }
}

static void
test_the_key_is_a_first_column_of_unique_codes (void)
{
  static const struct
  {
    const char *text;
    const char *key;
  } cases[] = {
    { "code;v\n01;1\n02;1\n", "code" },  { "code;v\n01;1\n01;2\n", NULL }, { "code;v\n01;1\n;2\n", NULL },
    { "nom;v\nAin;1\nAisne;2\n", NULL }, { "v;code\n1;01\n2;02\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerCsvSource) source = NULL;
      g_autoptr (GPtrArray) columns = infer (cases[i].text, '\0', &source);
      g_autoptr (JsonObject) schema = ter_csv_infer_dup_schema (columns);

      g_assert_cmpstr (json_object_get_string_member_with_default (schema, "primaryKey", NULL), ==, cases[i].key);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (schema, "fields")), ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-infer/types are inferred from all cells", test_types_are_inferred_from_all_cells);
  g_test_add_func ("/csv-infer/names become plain and stay apart", test_names_become_plain_and_stay_apart);
  g_test_add_func ("/csv-infer/the key is a first column of unique codes", test_the_key_is_a_first_column_of_unique_codes);
  return g_test_run ();
}
