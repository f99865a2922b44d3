/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-insee.h"

static void
test_codes_look_like_their_level (void)
{
  static const struct
  {
    const char *level;
    const char *code;
    gboolean sound;
  } cases[] = {
    { "commune", "01001", TRUE },   { "commune", "2A004", TRUE },   { "commune", "2B033", TRUE },   { "commune", "97411", TRUE },
    { "commune", "1001", FALSE },   { "commune", "20004", FALSE },  { "commune", "2C004", FALSE },  { "commune", "010011", FALSE },
    { "commune", "96001", FALSE },  { "commune", "", FALSE },       { "commune", "2a004", FALSE },  { "departement", "01", TRUE },
    { "departement", "2A", TRUE },  { "departement", "95", TRUE },  { "departement", "974", TRUE }, { "departement", "20", FALSE },
    { "departement", "00", FALSE }, { "departement", "96", FALSE }, { "departement", "1", FALSE },  { "region", "84", TRUE },
    { "region", "01", TRUE },       { "region", "1", FALSE },       { "region", "8A", FALSE },      { "epci", "200069193", TRUE },
    { "epci", "20006919", FALSE },  { "epci", "20006919X", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].level, cases[i].code);
      g_assert_cmpint (ter_insee_is_code (cases[i].level, cases[i].code), ==, cases[i].sound);
    }
}

static void
test_names_of_columns_tell_their_level (void)
{
  static const struct
  {
    const char *column;
    const char *table;
    const char *level;
  } cases[] = {
    { "commune", NULL, "commune" },
    { "Code INSEE", NULL, "commune" },
    { "code_commune", NULL, "commune" },
    { "COM", NULL, "commune" },
    { "Département", NULL, "departement" },
    { "code_departement", NULL, "departement" },
    { "dep_code", NULL, "departement" },
    { "région", NULL, "region" },
    { "epci", NULL, "epci" },
    { "code", "regions-synthese", "region" },
    { "code", "communes", "commune" },
    { "code", "enquetes", NULL },
    { "code", NULL, NULL },
    { "nom_commune", NULL, NULL },
    { "INSEE_COM", NULL, "commune" },
    { "INSEE_DEP", NULL, "departement" },
    { "INSEE_REG", NULL, "region" },
    { "codeInsee", NULL, "commune" },
    { "codeDepartement", NULL, "departement" },
    { "DEPCOM", NULL, "commune" },
    { "Commune (code INSEE)", NULL, "commune" },
    { "Code officiel géographique de la commune", NULL, "commune" },
    { "Code de l’EPCI", NULL, "epci" },
    { "codePostal", NULL, NULL },
    { "Nombre de communes", NULL, NULL },
    { "code de la route", NULL, NULL },
    { "commune département", NULL, NULL },
    { "valeur", "communes", NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].column);
      g_assert_cmpstr (ter_insee_level_of_column (cases[i].column, cases[i].table), ==, cases[i].level);
    }
}

static void
test_names_of_columns_tell_codes (void)
{
  static const char *const codes[] = { "code", "Code postal", "codes_postaux", "SIREN", "siret",
                                       "cp",   "insee",       "epci",          "id",    "Code EPCI" };
  static const char *const others[] = { "nom", "population", "valeur", "encodage", "", "part" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (ter_insee_is_code_column (codes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (ter_insee_is_code_column (others[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insee/codes look like their level", test_codes_look_like_their_level);
  g_test_add_func ("/insee/names of columns tell their level", test_names_of_columns_tell_their_level);
  g_test_add_func ("/insee/names of columns tell codes", test_names_of_columns_tell_codes);
  return g_test_run ();
}
