/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ical-reader.h"

#include <stdio.h>
#include <string.h>

/* What each component must have exactly once (RFC 5545, 3.6), and what it may have at most once. */
static const struct
{
  const char *component;
  const char *required;
  const char *optional;
} rules[] = {
  { "VCALENDAR", "PRODID VERSION", "CALSCALE METHOD NAME" },
  { "VEVENT", "UID DTSTAMP DTSTART SUMMARY SEQUENCE STATUS", "DTEND DESCRIPTION URL LAST-MODIFIED TRANSP" },
  { "VTIMEZONE", "TZID", "" },
  { "STANDARD", "DTSTART TZOFFSETFROM TZOFFSETTO", "TZNAME RRULE" },
  { "DAYLIGHT", "DTSTART TZOFFSETFROM TZOFFSETTO", "TZNAME RRULE" },
  { "VALARM", "ACTION TRIGGER DESCRIPTION", "" },
};

static void
property_free (IcalProperty *property)
{
  g_free (property->name);
  g_free (property->parameters);
  g_free (property->value);
  g_free (property);
}

void
ical_free (IcalComponent *component)
{
  g_free (component->name);
  g_ptr_array_unref (component->properties);
  g_ptr_array_unref (component->components);
  g_free (component);
}

/* Every physical line: at most 75 octets, valid UTF-8 by itself, no control character, ended by CR LF. */
static GPtrArray *
unfold (const char *text)
{
  g_auto (GStrv) physical = g_strsplit (text, "\r\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint n = g_strv_length (physical);

  g_assert_cmpuint (n, >, 1);
  g_assert_cmpstr (physical[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      const char *line = physical[i];

      g_assert_cmpuint (strlen (line), <=, 75);
      g_assert_cmpuint (strlen (line), >, 0);
      g_assert_true (g_utf8_validate (line, -1, NULL));
      for (const char *c = line; *c != '\0'; c++)
        g_assert_true ((guchar) *c >= ' ' || *c == '\t');
      if (*line == ' ')
        {
          char *before;

          g_assert_cmpuint (lines->len, >, 0);
          before = lines->pdata[lines->len - 1];
          lines->pdata[lines->len - 1] = g_strconcat (before, line + 1, NULL);
          g_free (before);
        }
      else
        g_ptr_array_add (lines, g_strdup (line));
    }
  return lines;
}

static IcalProperty *
read_property (const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new ("^([A-Z-]+)((?:;[A-Z-]+=(?:[^\";:,]+|\"[^\"]*\"))*):(.*)$", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  IcalProperty *property;
  g_autofree char *parameters = NULL;

  if (!g_regex_match (regex, line, 0, &match))
    g_error ("not a content line: %s", line);
  property = g_new0 (IcalProperty, 1);
  property->name = g_match_info_fetch (match, 1);
  parameters = g_match_info_fetch (match, 2);
  property->parameters = g_strdup (*parameters == ';' ? parameters + 1 : "");
  property->value = g_match_info_fetch (match, 3);
  return property;
}

static guint
count (IcalComponent *component, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < component->properties->len; i++)
    n += g_str_equal (((IcalProperty *) component->properties->pdata[i])->name, name);
  return n;
}

static void
check_component (IcalComponent *component)
{
  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    {
      g_auto (GStrv) required = NULL;
      g_auto (GStrv) optional = NULL;
      guint known = 0;

      if (!g_str_equal (component->name, rules[r].component))
        continue;
      required = g_strsplit (rules[r].required, " ", -1);
      optional = g_strsplit (rules[r].optional, " ", -1);
      for (guint i = 0; required[i] != NULL; i++)
        {
          if (count (component, required[i]) != 1)
            g_error ("%s needs one %s", component->name, required[i]);
          known++;
        }
      for (guint i = 0; optional[i] != NULL && *optional[i] != '\0'; i++)
        {
          g_assert_cmpuint (count (component, optional[i]), <=, 1);
          known += count (component, optional[i]);
        }
      /* Nothing that the rules above do not know. */
      g_assert_cmpuint (known, ==, component->properties->len);
      return;
    }
  g_error ("unknown component %s", component->name);
}

static IcalComponent *
read_component (GPtrArray *lines, guint *position, const char *name)
{
  IcalComponent *component = g_new0 (IcalComponent, 1);

  component->name = g_strdup (name);
  component->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) property_free);
  component->components = g_ptr_array_new_with_free_func ((GDestroyNotify) ical_free);
  for (;;)
    {
      IcalProperty *property;

      g_assert_cmpuint (*position, <, lines->len);
      property = read_property (lines->pdata[(*position)++]);
      if (g_str_equal (property->name, "END"))
        {
          g_assert_cmpstr (property->value, ==, name);
          property_free (property);
          check_component (component);
          return component;
        }
      if (g_str_equal (property->name, "BEGIN"))
        {
          g_ptr_array_add (component->components, read_component (lines, position, property->value));
          property_free (property);
        }
      else
        g_ptr_array_add (component->properties, property);
    }
}

/* A date with a TZID needs this zone's description in the same file (RFC 5545, 3.2.19). */
static void
check_zones (IcalComponent *calendar)
{
  for (guint i = 0; i < calendar->components->len; i++)
    {
      IcalComponent *event = calendar->components->pdata[i];

      for (guint j = 0; j < event->properties->len; j++)
        {
          IcalProperty *property = event->properties->pdata[j];
          gboolean found = FALSE;

          if (!g_str_has_prefix (property->parameters, "TZID="))
            continue;
          for (guint k = 0; ical_find (calendar, "VTIMEZONE", k) != NULL; k++)
            found = found || g_str_equal (ical_get (ical_find (calendar, "VTIMEZONE", k), "TZID")->value, property->parameters + 5);
          g_assert_true (found);
        }
    }
}

IcalComponent *
ical_read (const char *text)
{
  g_autoptr (GPtrArray) lines = unfold (text);
  IcalComponent *calendar;
  guint position = 1;

  g_assert_cmpstr (lines->pdata[0], ==, "BEGIN:VCALENDAR");
  calendar = read_component (lines, &position, "VCALENDAR");
  g_assert_cmpuint (position, ==, lines->len);
  g_assert_cmpstr (ical_get (calendar, "VERSION")->value, ==, "2.0");
  check_zones (calendar);
  return calendar;
}

IcalComponent *
ical_find (IcalComponent *parent, const char *name, guint index)
{
  for (guint i = 0; i < parent->components->len; i++)
    {
      IcalComponent *component = parent->components->pdata[i];

      if (g_str_equal (component->name, name) && index-- == 0)
        return component;
    }
  return NULL;
}

IcalProperty *
ical_get (IcalComponent *component, const char *name)
{
  IcalProperty *found = NULL;

  for (guint i = 0; i < component->properties->len; i++)
    {
      IcalProperty *property = component->properties->pdata[i];

      if (!g_str_equal (property->name, name))
        continue;
      g_assert_null (found);
      found = property;
    }
  return found;
}

char *
ical_dup_text (IcalComponent *component, const char *name)
{
  IcalProperty *property = ical_get (component, name);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (property);
  for (const char *c = property->value; *c != '\0'; c++)
    {
      g_assert_cmpint (*c, !=, ';');
      g_assert_cmpint (*c, !=, ',');
      if (*c != '\\')
        {
          g_string_append_c (text, *c);
          continue;
        }
      c++;
      g_assert_nonnull (strchr ("\\;,nN", *c));
      g_assert_cmpint (*c, !=, '\0');
      g_string_append_c (text, *c == 'n' || *c == 'N' ? '\n' : *c);
    }
  return g_string_free (text, FALSE);
}

static GDateTime *
read_local (const char *text)
{
  int year, month, day, hour, minute, second;

  g_assert_cmpint (sscanf (text, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour, &minute, &second), ==, 6);
  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

static int
read_offset (const char *text)
{
  int hours, minutes, seconds = 0;

  g_assert_true (strlen (text) == 5 || strlen (text) == 7);
  g_assert_cmpint (sscanf (text + 1, "%2d%2d%2d", &hours, &minutes, &seconds), >=, 2);
  return (*text == '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

/* The last onset of an observance that is not after @local; NULL when there is none yet. */
static GDateTime *
last_onset (IcalComponent *observance, GDateTime *local)
{
  g_autoptr (GDateTime) start = read_local (ical_get (observance, "DTSTART")->value);
  IcalProperty *rule = ical_get (observance, "RRULE");
  GDateTime *last = NULL;
  int month, ordinal;
  char weekday[3];
  static const char *weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  if (rule == NULL)
    return g_date_time_compare (start, local) <= 0 ? g_steal_pointer (&start) : NULL;
  g_assert_cmpint (sscanf (rule->value, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%2s", &month, &ordinal, weekday), ==, 3);
  for (int year = g_date_time_get_year (start); year <= g_date_time_get_year (local); year++)
    for (int day = 1; day <= g_date_get_days_in_month (month, (GDateYear) year); day++)
      {
        g_autoptr (GDateTime) onset = g_date_time_new_utc (year, month, day, g_date_time_get_hour (start),
                                                           g_date_time_get_minute (start), g_date_time_get_second (start));
        gboolean right = ordinal < 0 ? day + 7 > g_date_get_days_in_month (month, (GDateYear) year) : (day - 1) / 7 + 1 == ordinal;

        if (!right || !g_str_equal (weekdays[g_date_time_get_day_of_week (onset) - 1], weekday))
          continue;
        /* A rule must yield its own DTSTART first. */
        if (year == g_date_time_get_year (start))
          g_assert_true (g_date_time_equal (onset, start));
        if (g_date_time_compare (onset, local) <= 0)
          {
            g_clear_pointer (&last, g_date_time_unref);
            last = g_steal_pointer (&onset);
          }
      }
  return last;
}

int
ical_zone_offset (IcalComponent *zone, const char *local_text)
{
  g_autoptr (GDateTime) local = read_local (local_text);
  g_autoptr (GDateTime) best = NULL;
  int offset = 0;

  for (guint i = 0; i < zone->components->len; i++)
    {
      IcalComponent *observance = zone->components->pdata[i];
      g_autoptr (GDateTime) onset = last_onset (observance, local);

      if (onset == NULL || (best != NULL && g_date_time_compare (onset, best) < 0))
        continue;
      g_clear_pointer (&best, g_date_time_unref);
      best = g_steal_pointer (&onset);
      offset = read_offset (ical_get (observance, "TZOFFSETTO")->value);
    }
  g_assert_nonnull (best);
  return offset;
}
