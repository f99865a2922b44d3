/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-trust.h"

#include <string.h>

#define DIGITS "0123456789"
#define WORDS DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-"

/* A piece of a text. */
typedef struct
{
  const char *start;
  gsize length;
} Part;

typedef struct
{
  Part numbers[3];
  Part prerelease; /* empty when there is none */
} Version;

/* The same that the format asks for ("version-invalid"), of any length: numbers without leading zeros, what is behind "-" and "+". */
static gboolean
parse (const char *text, Version *version)
{
  memset (version, 0, sizeof *version);
  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (version->numbers); i++)
    {
      gsize length;

      if (i > 0 && *text++ != '.')
        return FALSE;
      length = strspn (text, DIGITS);
      if (length == 0 || (length > 1 && *text == '0'))
        return FALSE;
      version->numbers[i] = (Part) { text, length };
      text += length;
    }
  if (*text == '-')
    {
      version->prerelease = (Part) { text + 1, strspn (text + 1, WORDS) };
      text += 1 + version->prerelease.length;
      if (version->prerelease.length == 0)
        return FALSE;
    }
  if (*text == '+')
    return text[1] != '\0' && text[1 + strspn (text + 1, WORDS)] == '\0';
  return *text == '\0';
}

static int
compare_sizes (gsize a, gsize b)
{
  return (a > b) - (a < b);
}

/* As long as they are: no number of a pack overflows anything. */
static int
compare_numbers (Part a, Part b)
{
  int order;

  for (; a.length > 1 && *a.start == '0'; a.start++)
    a.length--;
  for (; b.length > 1 && *b.start == '0'; b.start++)
    b.length--;
  order = compare_sizes (a.length, b.length);
  return order != 0 ? order : strncmp (a.start, b.start, a.length);
}

static gboolean
is_number (Part part)
{
  return part.length > 0 && strspn (part.start, DIGITS) >= part.length;
}

/* Numbers come before words; words are in the order of ASCII, the shorter one first. */
static int
compare_identifiers (Part a, Part b)
{
  int order;

  if (is_number (a) && is_number (b))
    return compare_numbers (a, b);
  if (is_number (a) != is_number (b))
    return is_number (a) ? -1 : 1;
  order = strncmp (a.start, b.start, MIN (a.length, b.length));
  return order != 0 ? order : compare_sizes (a.length, b.length);
}

/* Cuts the next identifier off; %FALSE at the end. */
static gboolean
next_identifier (Part *rest, Part *identifier)
{
  if (rest->start == NULL)
    return FALSE;
  *identifier = (Part) { rest->start, MIN (strcspn (rest->start, "."), rest->length) };
  if (identifier->length == rest->length)
    rest->start = NULL;
  else
    *rest = (Part) { rest->start + identifier->length + 1, rest->length - identifier->length - 1 };
  return TRUE;
}

static int
compare_prereleases (Part a, Part b)
{
  Part x, y;

  /* What is released comes after what is not yet. */
  if (a.length == 0 || b.length == 0)
    return (a.length == 0) - (b.length == 0);
  while (TRUE)
    {
      gboolean more_a = next_identifier (&a, &x), more_b = next_identifier (&b, &y);
      int order;

      if (!more_a || !more_b)
        return more_a - more_b;
      order = compare_identifiers (x, y);
      if (order != 0)
        return order;
    }
}

int
ter_version_compare (const char *a, const char *b)
{
  Version x, y;
  gboolean is_x = parse (a, &x), is_y = parse (b, &y);

  if (!is_x || !is_y)
    return is_x - is_y;
  for (guint i = 0; i < G_N_ELEMENTS (x.numbers); i++)
    {
      int order = compare_numbers (x.numbers[i], y.numbers[i]);

      if (order != 0)
        return order < 0 ? -1 : 1;
    }
  return CLAMP (compare_prereleases (x.prerelease, y.prerelease), -1, 1);
}
