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

/* Whether a word begins at @p: behind a sign, or where a small letter meets a capital one ("codeInsee"). */
static gboolean
begins_word (const char *text, const char *p)
{
  return p > text && g_ascii_isupper (*p) && g_ascii_islower (p[-1]);
}

/* The words of a name, in small letters without accents: "Code INSEE", "code_insee" and "codeInsee" are the same, and what stands
 * between parentheses counts as well. */
static GStrv
split_name (const char *name)
{
  g_autofree char *folded = g_str_to_ascii (name, "C");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = folded;; p++)
    {
      if ((!g_ascii_isalnum (*p) || begins_word (folded, p)) && word->len > 0)
        {
          g_strv_builder_add (words, word->str);
          g_string_truncate (word, 0);
        }
      if (*p == '\0')
        break;
      if (g_ascii_isalnum (*p))
        g_string_append_c (word, g_ascii_tolower (*p));
    }
  return g_strv_builder_end (words);
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
    { "depcom", "commune" },
    { "codecommune", "commune" },
    { "codeinsee", "commune" },
    { "departement", "departement" },
    { "departements", "departement" },
    { "dep", "departement" },
    { "dept", "departement" },
    { "codedepartement", "departement" },
    { "coderegion", "region" },
    { "codeepci", "epci" },
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

/* Words that say "code" and no level. */
static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = { "code", "codes", "cod", "insee", "cog", "officiel", "geographique",
                                         "de",   "la",    "du",  "l",     "d",   NULL };

  return g_strv_contains (fillers, word);
}

/* The level of a name that says nothing but "code" and the level: "INSEE_COM", "Commune (code INSEE)", "codeDepartement". */
static const char *
level_of_words (const char *const *words)
{
  const char *level = NULL;
  gboolean code = FALSE, insee = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *own = level_of_word (words[i]);

      insee |= g_str_equal (words[i], "insee");
      code |= is_filler (words[i]);
      if (is_filler (words[i]))
        continue;
      if (own == NULL || level != NULL)
        return NULL;
      level = own;
    }
  if (level == NULL)
    return insee ? "commune" : NULL;
  return code || words[1] == NULL ? level : NULL;
}

const char *
ter_insee_level_of_column (const char *column, const char *table)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) table_words = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  words = split_name (column);
  if (words[0] != NULL && (words[1] != NULL || !g_str_equal (words[0], "code")))
    return level_of_words ((const char *const *) words);
  if (words[0] == NULL || table == NULL)
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
