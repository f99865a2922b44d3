/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-language.h"

#include <locale.h>

static void
test_the_first_known_language_wins (void)
{
  static const struct
  {
    const char *language, *lc_all;
    const char *expected;
  } cases[] = {
    { NULL, "fr_FR.UTF-8", "fr" },    { NULL, "fr", "fr" },
    { NULL, "fr_CA@euro", "fr" },     { NULL, "en_GB.UTF-8", "en" },
    { NULL, "de_DE.UTF-8", "en" },    { NULL, "C.UTF-8", "en" },
    { NULL, "frp_FR.UTF-8", "en" }, /* Francoprovençal */
    { "fr", "C.UTF-8", "fr" },        { "oc:fr:en", "en_GB.UTF-8", "fr" },
    { "en:fr", "fr_FR.UTF-8", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].language != NULL)
        g_setenv ("LANGUAGE", cases[i].language, TRUE);
      else
        g_unsetenv ("LANGUAGE");
      g_setenv ("LC_ALL", cases[i].lc_all, TRUE);
      g_assert_cmpstr (ter_language_get_tag (), ==, cases[i].expected);
    }
}

/* Locales that no machine has: the program is not left in "C", where gettext would not look at LANGUAGE. */
static void
test_a_missing_locale_keeps_its_language (void)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "fr_ZZ.UTF-8", TRUE);
  ter_language_init ("/nonexistent");
  g_assert_cmpstr (ter_language_get_tag (), ==, "fr");
  g_assert_cmpstr (g_getenv ("LANGUAGE"), !=, NULL);
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/the-first-known-language-wins", test_the_first_known_language_wins);
  g_test_add_func ("/language/a-missing-locale-keeps-its-language", test_a_missing_locale_keeps_its_language);
  return g_test_run ();
}
