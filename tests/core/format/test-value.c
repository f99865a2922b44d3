/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-value.h"

#include <string.h>

static void
test_each_type_has_words (void)
{
  for (guint type = 0; type < TER_N_VALUES; type++)
    {
      const TerValueRow *row = ter_value_get_row (type);

      g_assert_nonnull (row->words);
      /* What several members are stands in common.json, and says what it is. */
      g_assert_true (row->name == NULL || row->says != NULL);
      g_assert_true (row->pattern == NULL || (row->name != NULL && row->schema == NULL));
    }
}

static void
test_patterns_match_whole_texts (void)
{
  static const struct
  {
    TerValueType type;
    const char *good;
    const char *bad;
  } cases[] = {
    { TER_VALUE_ID, "a-1", "A-1" },
    { TER_VALUE_VERSION, "1.2.3-rc.1+x", "1.2" },
    { TER_VALUE_LANGUAGE, "pt-BR", "Fr" },
    { TER_VALUE_LICENSE, "CC-BY-SA-4.0", "CC BY" },
    { TER_VALUE_MEDIATYPE, "text/csv", "csv" },
    { TER_VALUE_COLOR, "#12abEF", "#12345g" },
    { TER_VALUE_URL, "https://a.example/", "ftp://a.example/" },
    { TER_VALUE_DATE, "2020-02-29", "2021-02-29" },
    { TER_VALUE_DATE_TIME, "2020-05-28T13:00:00Z", "2020-05-28T13:00" },
    { TER_VALUE_LOCAL_TIME, "2020-05-28T13:00", "2020-05T13:00" },
    { TER_VALUE_TIME, "13:05", "24:00" },
    { TER_VALUE_PATH, "a/b/c/d.txt", "a/b/c/d/e.txt" },
    { TER_VALUE_TAG, "theme:water", "water" },
    { TER_VALUE_TERRITORY, "departement:2A", "town:94018" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *longer = g_strconcat (cases[i].good, "\n", NULL);

      g_test_message ("%s", cases[i].good);
      g_assert_true (ter_value_matches (cases[i].type, cases[i].good));
      g_assert_false (ter_value_matches (cases[i].type, cases[i].bad));
      g_assert_false (ter_value_matches (cases[i].type, longer));
    }
}

static void
test_what_is_too_long_matches_nothing (void)
{
  g_autofree char *path = g_strnfill (TER_VALUE_MAX_PATTERN_BYTES + 1, 'a');

  memcpy (path, "https://", 8);
  g_assert_false (ter_value_matches (TER_VALUE_URL, path));
  path[TER_VALUE_MAX_PATTERN_BYTES] = '\0';
  g_assert_true (ter_value_matches (TER_VALUE_URL, path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value/each-type-has-words", test_each_type_has_words);
  g_test_add_func ("/value/patterns-match-whole-texts", test_patterns_match_whole_texts);
  g_test_add_func ("/value/what-is-too-long-matches-nothing", test_what_is_too_long_matches_nothing);

  return g_test_run ();
}
