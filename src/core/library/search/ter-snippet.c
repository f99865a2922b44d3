/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-snippet.h"

#include <string.h>

#include "ter-fold.h"

/* In bytes: close enough to characters in our languages. */
#define BEFORE 50
#define LENGTH 160

static gboolean
is_hit (GString *word, const char *const *words, gboolean is_prefix)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (word->str, words[i]))
        return TRUE;
      if (is_prefix && words[i + 1] == NULL && g_str_has_prefix (word->str, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* The next start of a character at or after @at. */
static const char *
align (const char *at, const char *end)
{
  while (at < end && ((guchar) *at & 0xc0) == 0x80)
    at++;
  return at;
}

static char *
cut (const char *text, const char *from, const char *hit)
{
  const char *end = text + strlen (text);
  const char *to = end;
  const char *space;

  if (from > text)
    {
      from = align (from, hit);
      space = memchr (from, ' ', hit - from);
      if (space != NULL)
        from = space + 1;
    }
  if (end - from > LENGTH)
    {
      to = align (from + LENGTH, end);
      for (space = to; space > hit && *space != ' ';)
        space--;
      if (space > hit)
        to = space;
    }
  return g_strdup_printf ("%s%.*s%s", from > text ? "… " : "", (int) (to - from), from, to < end ? " …" : "");
}

char *
ter_snippet_make (const char *text, const char *const *words, gboolean is_prefix)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *cursor = text, *start = NULL, *end = NULL;

  while (ter_fold_next_word (&cursor, &start, &end, word))
    if (is_hit (word, words, is_prefix))
      return cut (text, start - text > BEFORE ? start - BEFORE : text, start);
  return NULL;
}

char *
ter_snippet_make_start (const char *text)
{
  return cut (text, text, text);
}
