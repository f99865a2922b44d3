/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-insee.h"

#include <string.h>

static gboolean
are_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

static gboolean
is_departement (const char *code)
{
  if (g_str_equal (code, "2A") || g_str_equal (code, "2B"))
    return TRUE;
  if (are_digits (code, 2))
    return strcmp (code, "01") >= 0 && strcmp (code, "95") <= 0 && !g_str_equal (code, "20");
  return are_digits (code, 3) && strcmp (code, "971") >= 0 && strcmp (code, "989") <= 0;
}

static gboolean
is_commune (const char *code)
{
  g_autofree char *departement = NULL;

  if (strlen (code) != 5 || strspn (code + 2, "0123456789") != 3)
    return FALSE;
  departement = g_strndup (code, g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98") ? 3 : 2);
  return is_departement (departement);
}

gboolean
ter_insee_is_code (const char *level, const char *code)
{
  g_return_val_if_fail (level != NULL && code != NULL, FALSE);

  if (g_str_equal (level, "commune"))
    return is_commune (code);
  if (g_str_equal (level, "epci"))
    return are_digits (code, 9);
  if (g_str_equal (level, "departement"))
    return is_departement (code);
  return are_digits (code, 2);
}

/* The words of a name, in small letters without accents: "Code INSEE" and "code_insee" are the same. */
static GStrv
split_name (const char *name)
{
  g_autofree char *folded = g_str_to_ascii (name, "C");
  g_autofree char *lower = g_ascii_strdown (folded, -1);

  g_strdelimit (lower, " -.", '_');
  return g_strsplit (lower, "_", -1);
}

static const char *
level_of_word (const char *word)
{
  static const char *const words[][2] = {
    { "commune", "commune" },
    { "communes", "commune" },
    { "com", "commune" },
    { "insee", "commune" },
    { "codgeo", "commune" },
    { "departement", "departement" },
    { "departements", "departement" },
    { "dep", "departement" },
    { "dept", "departement" },
    { "region", "region" },
    { "regions", "region" },
    { "reg", "region" },
    { "epci", "epci" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], word))
      return words[i][1];
  return NULL;
}

const char *
ter_insee_level_of_column (const char *column, const char *table)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) table_words = NULL;
  guint n;

  g_return_val_if_fail (column != NULL, NULL);

  words = split_name (column);
  n = g_strv_length (words);
  if (n == 1 && !g_str_equal (words[0], "code"))
    return level_of_word (words[0]);
  if (n == 2 && g_str_equal (words[0], "code"))
    return level_of_word (words[1]);
  if (n == 2 && g_str_equal (words[1], "code"))
    return level_of_word (words[0]);
  if (n != 1 || table == NULL)
    return NULL;
  table_words = split_name (table);
  return table_words[0] != NULL ? level_of_word (table_words[0]) : NULL;
}

gboolean
ter_insee_is_code_column (const char *column)
{
  static const char *const codes[] = { "code", "codes", "siren", "siret", "cp", "id", "identifiant", "uai", "nic", NULL };
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (column != NULL, FALSE);

  words = split_name (column);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (codes, words[i]))
      return TRUE;
  return ter_insee_level_of_column (column, NULL) != NULL;
}
