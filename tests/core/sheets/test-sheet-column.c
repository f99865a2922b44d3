/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sheet-maker.h"

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
      TerSheetColumnOptions options = { .decimal = cases[i].decimal };
      g_autoptr (GString) text = g_string_new (cases[i].name);
      g_autofree char *written = NULL;
      g_auto (MadeSheet) made = { 0 };
      g_autoptr (GError) error = NULL;

      g_string_append (text, ";x\n");
      for (guint j = 0; cells[j] != NULL; j++)
        g_string_append_printf (text, "%s;x\n", cells[j]);
      g_test_message ("%s", text->str);
      made = made_sheet_new (text->str, -1, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (((TerSheetColumn *) g_ptr_array_index (made.columns, 0))->type, ==, cases[i].type);
      written = made_sheet_dup_column (&made, 0);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

/* One column: its cells parted by ";" here, what is remarked of it, and the option that is told with the first remark. */
static void
test_what_fits_two_readings_is_told (void)
{
  static const struct
  {
    const char *name, *cells, *type, *written, *codes, *option;
  } cases[] = {
    { "part", "12,5;n.d.;s;8,1", "number", "12.5;n.d.;s;8.1", "missing", "--missing \"n.d.,s\"" },
    { "part", "12;NA;-;8", "integer", "12;NA;-;8", "missing", "--missing \"NA,-\"" },
    { "part", "12;#DIV/0!", "integer", "12;#DIV/0!", "missing", "--missing \"#DIV/0!\"" },
    { "part", "s;n.d.", "string", "s;n.d.", "", NULL },
    { "part", "12;13;douze", "string", "12;13;douze", "mixed", "--missing \"douze\"" },
    { "lieu", "Ain;Aisne;3", "string", "Ain;Aisne;3", "", NULL },
    { "prix", "1 200 €;35\u00a0€", "integer", "1200;35", "", NULL },
    { "prix", "€1,200.50;€3", "number", "1200.50;3", "", NULL },
    { "prix", "12 €;35", "string", "12 €;35", "unit", "--type prix=text" },
    { "prix", "1,5 M€;2 M€", "number", "1.5;2", "", NULL },
    { "hab", "1,234;12,500", "number", "1.234;12.500", "thousands", "--decimal ." },
    { "hab", "1,234,567;12,500", "integer", "1234567;12500", "", NULL },
    { "hab", "1.234,5;2", "number", "1234.5;2", "", NULL },
    { "hab", "1.234.567;2", "integer", "1234567;2", "", NULL },
    { "taux", "0,123;0,456", "number", "0.123;0.456", "", NULL },
    { "hab", "1\u2009234;12\u2009000", "integer", "1234;12000", "", NULL },
    { "hab", "1'234;12’000", "integer", "1234;12000", "", NULL },
    { "total", "1,5E+05;2", "integer", "150000;2", "exponent", "--type total=text" },
    { "total", "1,55E-02;2", "number", "0.0155;2", "exponent", "--type total=text" },
    { "parcelle", "2E004;3E005", "string", "2E004;3E005", "", NULL },
    { "Coût par an (€)", "1200;1500;1900", "integer", "1200;1500;1900", "", NULL },
    { "Coût par an (€)", "1200;3500;9800", "integer", "1200;3500;9800", "", NULL },
    { "Année", "1998;2004;9800", "integer", "1998;2004;9800", "year", "--type annee=year" },
    { "Année de construction", "1998;2004", "year", "1998;2004", "", NULL },
    { "Effectif", "1998;2004", "integer", "1998;2004", "year", "--type effectif=year" },
    { "quand", "1/5/2020;28/05/2020", "date", "2020-05-01;2020-05-28", "", NULL },
    { "quand", "5/28/2020;5/1/2020", "date", "2020-05-28;2020-05-01", "", NULL },
    { "quand", "1/5/2020;2/5/2020", "date", "2020-05-01;2020-05-02", "day-first", "--dates mdy" },
    { "quand", "5/5/2020;28.05.2020", "date", "2020-05-05;2020-05-28", "", NULL },
    { "quand", "28/05/20;01/12/99", "string", "28/05/20;01/12/99", "short-year", "--type quand=text" },
    { "quand", "28/05/2020;29/05/2020;hier", "string", "28/05/2020;29/05/2020;hier", "mixed", "--missing \"hier\"" },
    { "INSEE_COM", "1001;22001", "string", "1001;22001", "zero-lost", "--type insee_com=code" },
    { "Communes", "12;13", "string", "12;13", "code-doubtful", "--type communes=integer" },
  };
  g_autoptr (TerKnownCodes) codes = ter_known_codes_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) cells = g_strsplit (cases[i].cells, ";", -1);
      TerSheetColumnOptions options = { .codes = codes };
      g_autoptr (GString) text = g_string_new (cases[i].name);
      g_autofree char *written = NULL, *told = NULL;
      g_auto (MadeSheet) made = { 0 };
      g_autoptr (GError) error = NULL;

      g_string_append (text, ";x\n");
      for (guint j = 0; cells[j] != NULL; j++)
        g_string_append_printf (text, "%s;x\n", cells[j]);
      g_test_message ("%s", text->str);
      made = made_sheet_new (text->str, -1, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (((TerSheetColumn *) g_ptr_array_index (made.columns, 0))->type, ==, cases[i].type);
      written = made_sheet_dup_column (&made, 0);
      g_assert_cmpstr (written, ==, cases[i].written);
      told = made_sheet_dup_codes (&made);
      g_assert_cmpstr (told, ==, cases[i].codes);
      if (cases[i].option != NULL)
        g_assert_cmpstr (((TerSheetRemark *) g_ptr_array_index (made.remarks, 0))->option, ==, cases[i].option);
    }
}

/* The option that is told settles it: nothing is remarked then. */
static void
test_what_the_author_says_settles_it (void)
{
  static const char *const missing[] = { "n.d.", NULL };
  static const struct
  {
    const char *cells, *type; /* @type: nullable, for the column "a" */
    TerSheetColumnOptions options;
    const char *wanted, *written; /* nullable: refused */
  } cases[] = {
    { "1;n.d.", NULL, { .missing = missing }, "integer", "1;n.d." },
    { "1;2;s", "text", { .missing = missing }, "string", "1;2;s" },
    { "1,234;2", NULL, { .decimal = '.' }, "integer", "1234;2" },
    { "1,234;2", NULL, { .decimal = ',' }, "number", "1.234;2" },
    { "1/5/2020;2/5/2020", NULL, { .order = 'm' }, "date", "2020-01-05;2020-02-05" },
    { "1998;2004", "year", { 0 }, "year", "1998;2004" },
    { "1998;2004", "integer", { 0 }, "integer", "1998;2004" },
    { "1;2", "number", { 0 }, "number", "1;2" },
    { "01;02", "integer", { 0 }, "integer", "01;02" },
    { "1;deux", "integer", { 0 }, NULL, NULL },
    { "1,5;2", "integer", { 0 }, NULL, NULL },
    { "1;2", "date", { 0 }, NULL, NULL },
    { "1;2", "figure", { 0 }, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto (GStrv) cells = g_strsplit (cases[i].cells, ";", -1);
      TerSheetColumnOptions options = cases[i].options;
      g_autoptr (GString) text = g_string_new ("a;x\n");
      g_autofree char *written = NULL, *told = NULL;
      g_auto (MadeSheet) made = { 0 };
      g_autoptr (GError) error = NULL;

      for (guint j = 0; cells[j] != NULL; j++)
        g_string_append_printf (text, "%s;x\n", cells[j]);
      if (cases[i].type != NULL)
        g_hash_table_insert (types, (gpointer) "a", (gpointer) cases[i].type);
      options.types = types;
      g_test_message ("%s", text->str);
      made = made_sheet_new (text->str, -1, &options, NULL, &error);
      g_assert_true ((made.columns != NULL) == (cases[i].wanted != NULL));
      if (cases[i].wanted == NULL)
        continue;
      g_assert_cmpstr (((TerSheetColumn *) g_ptr_array_index (made.columns, 0))->type, ==, cases[i].wanted);
      written = made_sheet_dup_column (&made, 0);
      g_assert_cmpstr (written, ==, cases[i].written);
      told = made_sheet_dup_codes (&made);
      g_assert_cmpstr (told, ==, "");
    }
}

/* What a spreadsheet took of the codes of the Ain comes back, those of Brittany stay. */
static void
test_lost_zeros_are_put_back_when_asked (void)
{
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TerKnownCodes) codes = ter_known_codes_new (NULL, NULL);
  TerSheetColumnOptions options = { .codes = codes, .types = types };
  g_autoptr (GError) error = NULL;
  g_auto (MadeSheet) made = { 0 };
  g_autofree char *written = NULL;

  g_hash_table_insert (types, (gpointer) "code_commune", (gpointer) "code");
  made = made_sheet_new ("Code commune;hab\n1001;1\n22001;2\n2A004;3\n", -1, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made.remarks->len, ==, 0);
  written = made_sheet_dup_column (&made, 0);
  g_assert_cmpstr (written, ==, "01001;22001;2A004");
}

static void
test_missing_values_stand_in_the_schema (void)
{
  g_auto (MadeSheet) made = made_sheet_new ("nom;part;autre\nA;1;2\nB;n.d.;s\ns;3;4\n", -1, NULL, NULL, NULL);
  g_autoptr (JsonObject) schema = ter_sheet_column_dup_schema (made.columns);
  JsonArray *missing = json_object_get_array_member (schema, "missingValues");
  g_autofree char *told = made_sheet_dup_codes (&made);

  g_assert_cmpuint (json_array_get_length (missing), ==, 3);
  g_assert_cmpstr (json_array_get_string_element (missing, 0), ==, "");
  g_assert_cmpstr (json_array_get_string_element (missing, 1), ==, "n.d.");
  g_assert_cmpstr (json_array_get_string_element (missing, 2), ==, "s");
  /* The text "s" of the first column would vanish: told. */
  g_assert_cmpstr (told, ==, "missing,missing,missing-text");
}

static void
test_names_become_plain_and_stay_apart (void)
{
  static const char *const names[] = { "taux_d_activite", "taux_d_activite_2", "nom", "nom@en", "column_5", "nom_en", "x_en" };
  g_auto (MadeSheet) made =
    made_sheet_new ("Taux d’activité (%);Taux d'activité;nom;nom@en;;nom@;x@en\n1;2;3;4;5;6;7\n", -1, NULL, NULL, NULL);
  GPtrArray *columns = made.columns;

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < columns->len; i++)
    {
      const TerSheetColumn *column = g_ptr_array_index (columns, i);

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
      g_auto (MadeSheet) made = made_sheet_new (cases[i].text, -1, NULL, NULL, NULL);
      g_autoptr (JsonObject) schema = ter_sheet_column_dup_schema (made.columns);

      g_assert_cmpstr (json_object_get_string_member_with_default (schema, "primaryKey", NULL), ==, cases[i].key);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (schema, "fields")), ==, 2);
    }
}

static void
test_titles_stay_apart (void)
{
  g_auto (MadeSheet) made = made_sheet_new ("nom;2020;2020\nA;1;2\n", -1, NULL, NULL, NULL);
  const TerSheetColumn *second = g_ptr_array_index (made.columns, 2);
  g_autofree char *told = made_sheet_dup_codes (&made);

  g_assert_cmpstr (second->title, ==, "2020 (2)");
  g_assert_cmpstr (second->name, ==, "2020_2");
  g_assert_cmpstr (told, ==, "name-repeated");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-column/types are inferred from all cells", test_types_are_inferred_from_all_cells);
  g_test_add_func ("/sheet-column/names become plain and stay apart", test_names_become_plain_and_stay_apart);
  g_test_add_func ("/sheet-column/the key is a first column of unique codes", test_the_key_is_a_first_column_of_unique_codes);
  g_test_add_func ("/sheet-column/what fits two readings is told", test_what_fits_two_readings_is_told);
  g_test_add_func ("/sheet-column/what the author says settles it", test_what_the_author_says_settles_it);
  g_test_add_func ("/sheet-column/lost zeros are put back when asked", test_lost_zeros_are_put_back_when_asked);
  g_test_add_func ("/sheet-column/missing values stand in the schema", test_missing_values_stand_in_the_schema);
  g_test_add_func ("/sheet-column/titles stay apart", test_titles_stay_apart);
  return g_test_run ();
}
