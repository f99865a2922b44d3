/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-fold.h"

static void
test_texts_are_folded (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "  \t\n ", "" },
    { "Été", "ete" },
    { "E\u0301te\u0301", "ete" },
    { "L’Haÿ-les-Roses", "l hay les roses" },
    { "L'HAŸ LES ROSES", "l hay les roses" },
    { "Cœur d’œuvre, ŒUVRE", "coeur d oeuvre oeuvre" },
    { "Ægir Straße ﬁn", "aegir strasse fin" },
    { "co\u00adopé\u00adration", "cooperation" },
    { "«\u00a0Agenda\u202f2030\u00a0»\u00a0: 46\u202f%", "agenda 2030 46" },
    { "tiers‑lieux – tiers—lieu", "tiers lieux tiers lieu" },
    { "Øresund Łódź ıI", "oresund lodz ii" },
    { "m²", "m2" },
    { "ΑΘΉΝΑ Москва", "αθηνα москва" },
    { "a\xff\xfe"
      "b",
      "a b" },
    { "\xc3", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = ter_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

static void
test_words_are_found_where_they_stand (void)
{
  static const char text[] = "« L’Œuvre », n°\u00a03 !";
  static const char *const words[] = { "l", "oeuvre", "n", "3" };
  static const char *const written[] = { "L", "Œuvre", "n", "3" };
  g_autoptr (GString) word = g_string_new (NULL);
  const char *cursor = text, *start = NULL, *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (ter_fold_next_word (&cursor, &start, &end, word));
      g_assert_cmpstr (word->str, ==, words[i]);
      g_assert_cmpmem (start, (end - start), written[i], strlen (written[i]));
    }
  g_assert_false (ter_fold_next_word (&cursor, &start, &end, word));
  g_assert_false (ter_fold_next_word (&cursor, &start, &end, word));
}

static void
test_folding_twice_changes_nothing (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[8] = "";
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      once = ter_fold (text);
      twice = ter_fold (once);
      if (!g_str_equal (once, twice))
        g_test_message ("U+%04X gives '%s', then '%s'", c, once, twice);
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_pieces_are_joined_by_one_space (void)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  ter_fold_append (folded, "Été.");
  ter_fold_append (folded, NULL);
  ter_fold_append (folded, " ! ");
  ter_fold_append (folded, "hiver");
  g_assert_cmpstr (folded->str, ==, "ete hiver");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/texts-are-folded", test_texts_are_folded);
  g_test_add_func ("/fold/words-are-found-where-they-stand", test_words_are_found_where_they_stand);
  g_test_add_func ("/fold/folding-twice-changes-nothing", test_folding_twice_changes_nothing);
  g_test_add_func ("/fold/pieces-are-joined-by-one-space", test_pieces_are_joined_by_one_space);
  return g_test_run ();
}
