/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-format-pattern.h"

#include <math.h>
#include <string.h>

#include "ter-date.h"
#include "ter-number.h"

#define MOST_PRECISION 15
/* d3-format's, for each type but none, whose is 12. */
#define PRECISION 6
#define PRECISION_OF_NONE 12

static const char *const prefixes[] = { "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y" };

typedef struct
{
  gboolean plus, grouped, trimmed;
  int precision; /* -1: none is given */
  char type;     /* '\0': none */
} Pattern;

static gboolean
parse (const char *text, Pattern *pattern)
{
  const char *p = text;

  *pattern = (Pattern) { .precision = -1 };
  if (*p == '+')
    pattern->plus = *p++ == '+';
  if (*p == ',')
    pattern->grouped = *p++ == ',';
  if (*p == '.')
    {
      if (!g_ascii_isdigit (p[1]))
        return FALSE;
      for (pattern->precision = 0, p++; g_ascii_isdigit (*p) && pattern->precision <= MOST_PRECISION; p++)
        pattern->precision = pattern->precision * 10 + (*p - '0');
    }
  if (*p == '~')
    pattern->trimmed = *p++ == '~';
  if (*p != '\0' && strchr ("df%rs", *p) != NULL)
    pattern->type = *p++;
  return *p == '\0' && pattern->precision <= MOST_PRECISION;
}

gboolean
ter_format_pattern_is_number (const char *pattern)
{
  Pattern parsed;

  return pattern != NULL && parse (pattern, &parsed);
}

/* How many decimals leave @precision significant digits. */
static int
get_decimals (double value, int precision)
{
  if (value == 0 || !isfinite (value))
    return 0;
  return CLAMP (MAX (precision, 1) - 1 - (int) floor (log10 (fabs (value))), 0, MOST_PRECISION);
}

/* To significant digits, also above the point: 123456 to three is 123000. */
static double
round_significant (double value, int precision)
{
  double scale = value != 0 && isfinite (value) ? pow (10, floor (log10 (fabs (value))) + 1 - MAX (precision, 1)) : 1;

  return scale >= 1 ? round (value / scale) * scale : value;
}

static char *
dup_fixed (const Pattern *pattern, double value, int decimals, gboolean trimmed)
{
  return ter_number_format_fixed (value, decimals, pattern->grouped, trimmed);
}

/* d3-format's formatPrefixAuto: the prefix whose thousand holds the number. */
static char *
dup_prefixed (const Pattern *pattern, double value, int precision)
{
  double rounded = round_significant (value, precision);
  int power = rounded != 0 && isfinite (rounded) ? (int) floor (log10 (fabs (rounded)) / 3) : 0;
  double scaled;
  g_autofree char *number = NULL;

  power = CLAMP (power, -8, 8);
  scaled = value / pow (10, power * 3);
  number = dup_fixed (pattern, round_significant (scaled, precision),
                      scaled == 0 ? MAX (precision - 1, 0) : get_decimals (scaled, precision), pattern->trimmed);
  return g_strconcat (number, prefixes[power + 8], NULL);
}

static char *
dup_percent (const Pattern *pattern, double value, int precision)
{
  g_autofree char *number = dup_fixed (pattern, value * 100, precision, pattern->trimmed);

  return ter_number_add_unit (number, "%");
}

static char *
dup_plain (const Pattern *pattern, double value)
{
  int precision = pattern->precision >= 0 ? pattern->precision : pattern->type == '\0' ? PRECISION_OF_NONE : PRECISION;

  switch (pattern->type)
    {
    case 'd': return dup_fixed (pattern, round (value), 0, FALSE);
    case '%': return dup_percent (pattern, value, precision);
    case 's': return dup_prefixed (pattern, value, precision);
    case 'f': return dup_fixed (pattern, value, precision, pattern->trimmed);
    case 'r':
    default:
      return dup_fixed (pattern, round_significant (value, precision), get_decimals (value, precision),
                        pattern->trimmed || pattern->type == '\0');
    }
}

char *
ter_format_pattern_dup_number (const char *pattern, double value)
{
  Pattern parsed;
  g_autofree char *text = NULL;

  g_return_val_if_fail (pattern != NULL && parse (pattern, &parsed), g_strdup (""));

  if (isnan (value))
    return g_strdup ("");
  text = dup_plain (&parsed, value);
  return parsed.plus && value >= 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static int
get_exponent (double value)
{
  return value != 0 && isfinite (value) ? (int) floor (log10 (fabs (value)) + 1e-12) : 0;
}

char *
ter_format_pattern_dup_tick (const char *pattern, double value, const GArray *ticks)
{
  Pattern parsed;
  double step = INFINITY, most = 0;
  g_autofree char *text = NULL;

  g_return_val_if_fail (pattern != NULL && parse (pattern, &parsed), g_strdup (""));

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      most = MAX (most, fabs (g_array_index (ticks, double, i)));
      if (i > 0)
        step = MIN (step, g_array_index (ticks, double, i) - g_array_index (ticks, double, i - 1));
    }
  if (parsed.precision >= 0 || parsed.type == '\0' || parsed.type == 'd' || !isfinite (step) || !(step > 0))
    return ter_format_pattern_dup_number (pattern, value);
  if (parsed.type == 's')
    {
      int power = CLAMP ((int) floor (get_exponent (most) / 3.0), -8, 8);

      text = dup_fixed (&parsed, value / pow (10, power * 3), CLAMP (power * 3 - get_exponent (step), 0, MOST_PRECISION),
                        parsed.trimmed);
      return g_strconcat (parsed.plus && value >= 0 ? "+" : "", text, prefixes[power + 8], NULL);
    }
  if (parsed.type == 'r')
    parsed.precision = MAX (get_exponent (most) - get_exponent (step), 0) + 1;
  else
    parsed.precision = CLAMP (-get_exponent (step) - (parsed.type == '%' ? 2 : 0), 0, MOST_PRECISION);
  text = dup_plain (&parsed, value);
  return parsed.plus && value >= 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/* ---- Days ---- */

/* The letter of a directive, and whether it is written without a leading zero; %FALSE for one that is not understood. */
static gboolean
read_directive (const char **p, char *letter, gboolean *bare)
{
  (*p)++;
  *bare = **p == '-';
  if (*bare)
    (*p)++;
  *letter = **p;
  return *letter != '\0' && strchr (*bare ? "md" : "YymdeBb%", *letter) != NULL;
}

gboolean
ter_format_pattern_is_time (const char *pattern)
{
  gboolean any = FALSE, bare;
  char letter;

  for (const char *p = pattern; p != NULL && *p != '\0'; p++)
    if (*p == '%')
      {
        if (!read_directive (&p, &letter, &bare))
          return FALSE;
        any = TRUE;
      }
  return any;
}

static void
append_directive (GString *text, char letter, gboolean bare, guint year, guint month, guint day)
{
  g_autofree char *name = NULL;

  switch (letter)
    {
    case 'Y': g_string_append_printf (text, "%u", year); break;
    case 'y': g_string_append_printf (text, "%02u", year % 100); break;
    case 'm': g_string_append_printf (text, bare ? "%u" : "%02u", month); break;
    case 'd': g_string_append_printf (text, bare ? "%u" : "%02u", day); break;
    case 'e': g_string_append_printf (text, "%2u", day); break;
    case 'B':
    case 'b':
      name = ter_date_dup_month (month, letter == 'b');
      g_string_append (text, name);
      break;
    default: g_string_append_c (text, '%'); break;
    }
}

char *
ter_format_pattern_dup_time (const char *pattern, guint year, guint month, guint day)
{
  GString *text = g_string_new (NULL);
  gboolean bare;
  char letter;

  g_return_val_if_fail (pattern != NULL && month >= 1 && month <= 12, g_string_free_and_steal (text));

  for (const char *p = pattern; *p != '\0'; p++)
    if (*p != '%')
      g_string_append_c (text, *p);
    else if (read_directive (&p, &letter, &bare))
      append_directive (text, letter, bare, year, month, day);
    else
      break;
  return g_string_free_and_steal (text);
}
