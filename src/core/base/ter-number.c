/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-number.h"

#include <math.h>
#include <string.h>

#include "ter-language.h"

#define NARROW_SPACE "\u202f"
#define HARD_SPACE "\u00a0"
#define MINUS "\u2212"

#define MAX_DECIMALS 15
#define SIGNIFICANT 2

typedef struct
{
  const char *thousands;
  const char *decimal;
  const char *percent; /* what stands before a % */
  gboolean euro_first;
  const char *byte, *bytes;
  const char *sizes[4];
} NumberWords;

static const NumberWords words[] = {
  [TER_LANGUAGE_ENGLISH] = { ",", ".", "", TRUE, "byte", "bytes", { "kB", "MB", "GB", "TB" } },
  [TER_LANGUAGE_FRENCH] = { NARROW_SPACE, ",", NARROW_SPACE, FALSE, "octet", "octets", { "ko", "Mo", "Go", "To" } },
};

/* Rounds halves away from zero, as people do. The nudge is for decimals without an exact double: 1.005 is meant, not
 * 1.00499999999999989. */
static double
round_to (double value, int decimals)
{
  const double scale = pow (10, decimals);
  const double scaled = fabs (value) * scale;

  if (scaled >= 1e15)
    return value;
  return copysign (floor (scaled * (1 + 1e-15) + 0.5) / scale, value);
}

static void
append_grouped (GString *text, const char *digits, gsize n_digits, const char *separator)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
}

/* The absolute value of a number, without its sign. */
static void
append_magnitude (GString *text, double value, int decimals, const char *thousands, gboolean trimmed)
{
  const NumberWords *row = &words[ter_language_get ()];
  char digits[512], format[8];
  char *point;

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));

  point = strchr (digits, '.');
  append_grouped (text, digits, point != NULL ? (gsize) (point - digits) : strlen (digits), thousands);
  if (point == NULL)
    return;
  for (char *end = point + strlen (point) - 1; trimmed && end > point && *end == '0'; end--)
    *end = '\0';
  if (point[1] != '\0')
    g_string_append_printf (text, "%s%s", row->decimal, point + 1);
}

/* As many decimals as leave two significant digits of what is smaller than a unit of the last one, or, with decimals, than ten. */
static int
get_decimals (double value, int decimals)
{
  double smallest = pow (10, decimals > 0 ? 1 - decimals : 0);

  if (value == 0 || !isfinite (value) || fabs (value) >= smallest)
    return decimals;
  return MAX (decimals, SIGNIFICANT - 1 - (int) floor (log10 (fabs (value))));
}

/* "4.2 × 10⁻²⁰": what so many zeros would hide. */
static void
append_power (GString *text, double value, const char *thousands)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  int power = (int) floor (log10 (fabs (value)));
  char exponent[8];

  append_magnitude (text, round_to (value * pow (10, -power / 2) * pow (10, -(power - power / 2)), SIGNIFICANT - 1),
                    SIGNIFICANT - 1, thousands, TRUE);
  g_string_append (text, HARD_SPACE "×" HARD_SPACE "10⁻");
  g_snprintf (exponent, sizeof exponent, "%d", -power);
  for (const char *p = exponent; *p != '\0'; p++)
    g_string_append (text, digits[*p - '0']);
}

/* The sign, then @before, then the number: "−€12". */
static GString *
format_number (double value, int decimals, const char *before, const char *thousands)
{
  GString *text = g_string_new (NULL);
  double rounded;

  decimals = get_decimals (value, CLAMP (decimals, 0, MAX_DECIMALS));
  rounded = decimals <= MAX_DECIMALS ? round_to (value, decimals) : value;
  if (rounded < 0)
    g_string_append (text, MINUS);
  g_string_append (text, before);
  if (isinf (value))
    g_string_append (text, "∞");
  else if (decimals > MAX_DECIMALS)
    append_power (text, value, thousands);
  else
    append_magnitude (text, rounded, decimals, thousands, TRUE);
  return text;
}

static const char *
get_thousands (void)
{
  return words[ter_language_get ()].thousands;
}

/**
 * ter_number_format:
 * @value: a number
 * @decimals: how many decimals at most, 0 to 15
 *
 * Writes @value as the interface's language does; halves are rounded away from zero. Any thread.
 *
 * Returns: (transfer full): the text, "" for NaN
 */
char *
ter_number_format (double value, int decimals)
{
  if (isnan (value))
    return g_strdup ("");
  return g_string_free_and_steal (format_number (value, decimals, "", get_thousands ()));
}

/**
 * ter_number_format_year:
 * @value: a year, or what is made of years
 * @decimals: how many decimals at most
 *
 * Writes @value without separators of thousands.
 *
 * Returns: (transfer full): the text, "" for NaN
 */
char *
ter_number_format_year (double value, int decimals)
{
  if (isnan (value))
    return g_strdup ("");
  return g_string_free_and_steal (format_number (value, decimals, "", ""));
}

/**
 * ter_number_format_fixed:
 * @value: a number
 * @decimals: how many decimals, 0 to 15
 * @grouped: with separators of thousands
 * @trimmed: without zeros at the end
 *
 * Writes @value as a pattern says it. Any thread.
 *
 * Returns: (transfer full): the text, "" for NaN
 */
char *
ter_number_format_fixed (double value, int decimals, gboolean grouped, gboolean trimmed)
{
  GString *text = g_string_new (NULL);
  double rounded = round_to (value, CLAMP (decimals, 0, MAX_DECIMALS));

  if (isnan (value))
    return g_string_free_and_steal (text);
  if (rounded < 0)
    g_string_append (text, MINUS);
  if (isinf (value))
    g_string_append (text, "∞");
  else
    append_magnitude (text, rounded, CLAMP (decimals, 0, MAX_DECIMALS), grouped ? get_thousands () : "", trimmed);
  return g_string_free_and_steal (text);
}

/**
 * ter_number_add_unit:
 * @number: a number in words
 * @unit: "%", "km"…
 *
 * Any thread.
 *
 * Returns: (transfer full): both, which a line break never parts
 */
char *
ter_number_add_unit (const char *number, const char *unit)
{
  const char *space = HARD_SPACE;

  g_return_val_if_fail (number != NULL && unit != NULL, NULL);

  if (g_str_equal (unit, "%") || g_str_equal (unit, "‰"))
    space = words[ter_language_get ()].percent;
  else if (g_str_equal (unit, "°"))
    space = "";
  return g_strconcat (number, space, unit, NULL);
}

/**
 * ter_number_format_unit:
 * @value: a number
 * @decimals: how many decimals at most
 * @unit: (nullable): "%", "€", "km", "habitants"…
 *
 * Writes @value with its unit, which a line break never parts from it.
 *
 * Returns: (transfer full): the text, "" for NaN
 */
char *
ter_number_format_unit (double value, int decimals, const char *unit)
{
  const NumberWords *row = &words[ter_language_get ()];
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("");
  if (unit == NULL || *unit == '\0')
    return ter_number_format (value, decimals);
  if (row->euro_first && g_str_equal (unit, "€"))
    return g_string_free_and_steal (format_number (value, decimals, unit, get_thousands ()));

  number = ter_number_format (value, decimals);
  return ter_number_add_unit (number, unit);
}

/**
 * ter_number_format_size:
 * @bytes: a file's size
 *
 * Writes a size in multiples of 1,000, with one decimal from a megabyte on and below a hundred of a unit.
 *
 * Returns: (transfer full): the text
 */
char *
ter_number_format_size (guint64 bytes)
{
  const NumberWords *row = &words[ter_language_get ()];
  const gboolean french = ter_language_get () == TER_LANGUAGE_FRENCH;
  double value = bytes;
  guint unit = 0;

  if (bytes < 1000)
    return ter_number_format_unit (value, 0, bytes == 1 || (french && bytes == 0) ? row->byte : row->bytes);

  value /= 1000;
  /* 999,950 bytes would be written 1,000 kB. */
  while (unit + 1 < G_N_ELEMENTS (row->sizes) && value >= 999.5)
    {
      value /= 1000;
      unit++;
    }
  return ter_number_format_unit (value, unit == 0 || value >= 99.95 ? 0 : 1, row->sizes[unit]);
}
