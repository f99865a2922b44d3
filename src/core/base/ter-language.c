/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-language.h"

/**
 * ter_language_get:
 *
 * The language in which dates and numbers are written. It is read from the environment, as gettext does for messages, and
 * not from the C library's locale: a machine may lack the data of fr_FR, and a sentence must not mix two languages.
 * Any thread.
 */
TerLanguage
ter_language_get (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "fr") && !g_ascii_isalpha (names[i][2]))
        return TER_LANGUAGE_FRENCH;
      if (g_str_has_prefix (names[i], "en") && !g_ascii_isalpha (names[i][2]))
        return TER_LANGUAGE_ENGLISH;
    }
  return TER_LANGUAGE_ENGLISH;
}

const char *
ter_language_get_tag (void)
{
  return ter_language_get () == TER_LANGUAGE_FRENCH ? "fr" : "en";
}
