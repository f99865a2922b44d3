/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-line.h"

/* The narrow and wide no-break spaces of French are kept: they are no end of a word. */
static gboolean
is_space (gunichar letter)
{
  return letter < 0x80 && g_ascii_isspace ((char) letter);
}

char *
ter_line_dup (const char *text, guint most)
{
  GString *line = g_string_new (NULL);
  gsize end = 0; /* of the last whole word that leaves room for "…" */
  guint n = 0;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (is_space (letter))
        {
          if (n < most && line->len > 0 && line->str[line->len - 1] != ' ')
            {
              end = line->len;
              g_string_append_c (line, ' ');
              n++;
            }
          continue;
        }
      if (n == most)
        {
          if (end > 0)
            g_string_truncate (line, end);
          else
            g_string_truncate (line, (gsize) (g_utf8_offset_to_pointer (line->str, (glong) MAX (most, 1) - 1) - line->str));
          g_string_append (line, "…");
          return g_string_free_and_steal (line);
        }
      g_string_append_unichar (line, letter);
      n++;
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return g_string_free_and_steal (line);
}
