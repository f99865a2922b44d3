/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-date.h"

#include "ter-language.h"

/* The words of dates, a row a language. Kept here and not left to strftime(), which needs the locale's data to be
 * installed and knows neither a month alone nor the French first of the month. */
typedef struct
{
  const char *weekdays[7]; /* from Monday */
  const char *months[12];
  const char *first;     /* the day's number on the first of a month */
  const char *with_time; /* date, hour, minute */
} DateWords;

static const DateWords words[] = {
  [TER_LANGUAGE_ENGLISH] = {
    { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
    "1", ", ",
  },
  [TER_LANGUAGE_FRENCH] = {
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
    "1er", " à ",
  },
};

/* Reads exactly @n digits and moves on. */
static gboolean
read_digits (const char **text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *value = *value * 10 + ((*text)[i] - '0');
    }
  *text += n;
  return TRUE;
}

/* "", "Z", "+02:00": what may follow the time. */
static gboolean
is_zone (const char *text)
{
  int hours, minutes;

  if (*text == '\0' || g_str_equal (text, "Z") || g_str_equal (text, "z"))
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  return read_digits (&text, 2, &hours) && *text++ == ':' && read_digits (&text, 2, &minutes) && *text == '\0';
}

static gboolean
read_time (const char *text, TerDate *date)
{
  int seconds;

  if (!read_digits (&text, 2, &date->hour) || *text++ != ':' || !read_digits (&text, 2, &date->minute))
    return FALSE;
  if (date->hour > 23 || date->minute > 59)
    return FALSE;
  if (*text == ':')
    {
      text++;
      if (!read_digits (&text, 2, &seconds) || seconds > 60)
        return FALSE;
      if (*text == '.')
        for (text++; g_ascii_isdigit (*text); text++)
          ;
    }
  return is_zone (text);
}

static gboolean
read_date (const char *text, TerDate *date)
{
  if (!read_digits (&text, 4, &date->year) || date->year == 0)
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (*text++ != '-' || !read_digits (&text, 2, &date->month) || date->month < 1 || date->month > 12)
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (*text++ != '-' || !read_digits (&text, 2, &date->day))
    return FALSE;
  if (!g_date_valid_dmy (date->day, date->month, date->year))
    return FALSE;
  if (*text == '\0')
    return TRUE;
  return *text == 'T' && read_time (text + 1, date);
}

/**
 * ter_date_parse:
 * @text: (nullable): "2020", "2020-05", "2020-05-28" or "2020-05-28T13:00", which seconds and a zone may follow
 * @date: (out): the date; an empty one when @text is none
 *
 * Reads a date of a pack. Seconds and zone are checked, then left out: the hour is the one written.
 *
 * Returns: whether @text is a date that exists
 */
gboolean
ter_date_parse (const char *text, TerDate *date)
{
  static const TerDate none = { .hour = -1 };

  g_return_val_if_fail (date != NULL, FALSE);

  *date = none;
  if (text != NULL && read_date (text, date))
    return TRUE;
  *date = none;
  return FALSE;
}

/**
 * ter_date_compare:
 *
 * Compares two dates. What is not known comes before what is: 2020, 2020-05, 2020-05-01, 2020-05-01T00:00.
 *
 * Returns: below, equal to or above 0, as strcmp()
 */
int
ter_date_compare (const TerDate *a, const TerDate *b)
{
  const int differences[] = { a->year - b->year, a->month - b->month, a->day - b->day, a->hour - b->hour,
                              a->hour >= 0 && b->hour >= 0 ? a->minute - b->minute : 0 };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static char *
format_short (const TerDate *date)
{
  if (date->month == 0)
    return g_strdup_printf ("%04d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%02d/%04d", date->month, date->year);
  return g_strdup_printf ("%02d/%02d/%04d", date->day, date->month, date->year);
}

/**
 * ter_date_format:
 * @date: a date, maybe an empty one
 * @style: how much of it
 *
 * Writes @date in the interface's language, as precise as it is. Only the long form tells weekday and hour.
 * Any thread.
 *
 * Returns: (transfer full): the text, "" for an empty date
 */
char *
ter_date_format (const TerDate *date, TerDateStyle style)
{
  const DateWords *row = &words[ter_language_get ()];
  GString *text;
  GDate day;

  g_return_val_if_fail (date != NULL, g_strdup (""));

  if (date->year <= 0)
    return g_strdup ("");
  if (style == TER_DATE_SHORT)
    return format_short (date);

  text = g_string_new (NULL);
  if (date->day > 0)
    {
      if (style == TER_DATE_LONG)
        {
          g_date_clear (&day, 1);
          g_date_set_dmy (&day, date->day, date->month, date->year);
          g_string_append_printf (text, "%s ", row->weekdays[g_date_get_weekday (&day) - 1]);
        }
      if (date->day == 1)
        g_string_append (text, row->first);
      else
        g_string_append_printf (text, "%d", date->day);
      g_string_append_c (text, ' ');
    }
  if (date->month > 0)
    g_string_append_printf (text, "%s ", row->months[date->month - 1]);
  g_string_append_printf (text, "%d", date->year);
  if (style == TER_DATE_LONG && date->day > 0 && date->hour >= 0)
    g_string_append_printf (text, "%s%02d:%02d", row->with_time, date->hour, date->minute);
  return g_string_free_and_steal (text);
}

char *
ter_date_dup_month (guint month, gboolean abbreviated)
{
  static const char *const short_french[12] = {
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
  };
  TerLanguage language = ter_language_get ();

  g_return_val_if_fail (month >= 1 && month <= 12, g_strdup (""));

  if (!abbreviated)
    return g_strdup (words[language].months[month - 1]);
  return language == TER_LANGUAGE_FRENCH ? g_strdup (short_french[month - 1]) : g_strndup (words[language].months[month - 1], 3);
}
