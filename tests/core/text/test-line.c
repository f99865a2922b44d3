/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-line.h"

static void
test_a_line_ends_at_a_word (void)
{
  static const struct
  {
    const char *text;
    guint most;
    const char *line;
  } cases[] = {
    { NULL, 20, "" },
    { "", 20, "" },
    { "Trois mots courts", 40, "Trois mots courts" },
    { "  Deux\n\nlignes\tet \n", 40, "Deux lignes et" },
    { "Trois mots courts", 17, "Trois mots courts" },
    { "Trois mots courts", 16, "Trois mots…" },
    { "Trois mots courts", 11, "Trois mots…" },
    { "Anticonstitutionnellement", 8, "Anticon…" },
    /* A no-break space is within a word. */
    { "Part de 4\302\240% ici", 10, "Part de…" },
    { "éééé éééé", 9, "éééé éééé" },
    { "éééé ééééé", 9, "éééé…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ter_line_dup (cases[i].text, cases[i].most);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpuint (g_utf8_strlen (line, -1), <=, MAX (cases[i].most, 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/a-line-ends-at-a-word", test_a_line_ends_at_a_word);
  return g_test_run ();
}
