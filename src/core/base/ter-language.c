/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-language.h"

#include <libintl.h>
#include <locale.h>

/**
 * ter_language_init:
 * @locale_dir: where the catalogues are
 *
 * A machine may lack the data of the locale that it asks for (French of Belgium, on a system with French of France alone):
 * the C library then goes back to "C", where gettext speaks English whatever is asked. Any other locale lets it follow
 * LANGUAGE, so the nearest one that is there is taken.
 */
void
ter_language_init (const char *locale_dir)
{
  static const char *const nearest[] = { "fr_FR.UTF-8", "en_GB.UTF-8", "en_US.UTF-8", "C.UTF-8" };

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_autofree char *languages = g_strjoinv (":", (char **) g_get_language_names ());

      g_setenv ("LANGUAGE", languages, FALSE);
      for (guint i = ter_language_get () == TER_LANGUAGE_FRENCH ? 0 : 1; i < G_N_ELEMENTS (nearest); i++)
        if (setlocale (LC_ALL, nearest[i]) != NULL)
          break;
    }
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

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
