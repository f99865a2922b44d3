/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-vtimezone.h"

#define DAY (24 * 60 * 60)

/* Clocks change back and forth at most a few times a year; Ramadan's pause in Morocco lasts about 30 days. */
#define STEP (7 * DAY)

/* "the last Sunday of March at 02:00", in the time before the change. */
typedef struct
{
  int month;
  int weekday; /* 1 is Monday */
  int ordinal; /* 1 to 4, or -1 for the last */
  int second;  /* of the day */
} Rule;

static void
transition_free (TerTransition *transition)
{
  g_free (transition->name);
  g_free (transition);
}

static int
interval_at (GTimeZone *zone, gint64 time)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time);
}

/* The first second of the interval that holds @after, knowing that @before is in another one. */
static gint64
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  int interval = interval_at (zone, before);

  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (interval_at (zone, middle) == interval)
        before = middle;
      else
        after = middle;
    }
  return after;
}

/**
 * ter_vtimezone_list_transitions:
 * @zone: a time zone
 * @from: seconds since 1970
 * @to: seconds since 1970
 *
 * Returns: (transfer full) (element-type TerTransition): the changes of offset or name after @from and until @to, in order
 */
GPtrArray *
ter_vtimezone_list_transitions (GTimeZone *zone, gint64 from, gint64 to)
{
  GPtrArray *transitions = g_ptr_array_new_with_free_func ((GDestroyNotify) transition_free);

  g_return_val_if_fail (zone != NULL, transitions);

  while (from < to)
    {
      gint64 next = MIN (from + STEP, to);
      int before = interval_at (zone, from);

      if (interval_at (zone, next) != before)
        {
          int after;

          next = find_change (zone, from, next);
          after = interval_at (zone, next);
          /* The tables have changes that change nothing. */
          if (g_time_zone_get_offset (zone, before) != g_time_zone_get_offset (zone, after) ||
              g_time_zone_is_dst (zone, before) != g_time_zone_is_dst (zone, after))
            {
              TerTransition *transition = g_new0 (TerTransition, 1);

              transition->time = next;
              transition->offset_from = g_time_zone_get_offset (zone, before);
              transition->offset_to = g_time_zone_get_offset (zone, after);
              transition->is_dst = g_time_zone_is_dst (zone, after);
              transition->name = g_strdup (g_time_zone_get_abbreviation (zone, after));
              g_ptr_array_add (transitions, transition);
            }
        }
      from = next;
    }
  return transitions;
}

/* The wall clock at @time when it is @offset seconds east of UTC. */
static GDateTime *
wall_clock (gint64 time, int offset)
{
  return g_date_time_new_from_unix_utc (time + offset);
}

static gboolean
rule_matches (const Rule *rule, GDateTime *wall)
{
  int day = g_date_time_get_day_of_month (wall);
  int month = g_date_time_get_month (wall);
  int second = g_date_time_get_hour (wall) * 3600 + g_date_time_get_minute (wall) * 60 + g_date_time_get_second (wall);
  int last = g_date_get_days_in_month (month, g_date_time_get_year (wall));

  if (month != rule->month || second != rule->second || g_date_time_get_day_of_week (wall) != rule->weekday)
    return FALSE;
  return rule->ordinal < 0 ? day + 7 > last : (day - 1) / 7 + 1 == rule->ordinal;
}

/* The one rule that all of @changes (all to summer, or all from it) follow, one a year. */
static gboolean
find_rule (GPtrArray *changes, Rule *rule)
{
  static const int ordinals[] = { -1, 1, 2, 3, 4 };

  for (guint o = 0; o < G_N_ELEMENTS (ordinals); o++)
    {
      gboolean matches = TRUE;
      int year = 0;

      for (guint i = 0; matches && i < changes->len; i++)
        {
          const TerTransition *change = changes->pdata[i];
          g_autoptr (GDateTime) wall = wall_clock (change->time, change->offset_from);

          if (i == 0)
            *rule = (Rule) {
              .month = g_date_time_get_month (wall),
              .weekday = g_date_time_get_day_of_week (wall),
              .ordinal = ordinals[o],
              .second = g_date_time_get_hour (wall) * 3600 + g_date_time_get_minute (wall) * 60 + g_date_time_get_second (wall),
            };
          matches = rule_matches (rule, wall) && (i == 0 || g_date_time_get_year (wall) == year + 1);
          year = g_date_time_get_year (wall);
        }
      if (matches)
        return TRUE;
    }
  return FALSE;
}

static char *
format_offset (int offset)
{
  int absolute = ABS (offset);
  g_autofree char *seconds = absolute % 60 != 0 ? g_strdup_printf ("%02d", absolute % 60) : g_strdup ("");

  return g_strdup_printf ("%c%02d%02d%s", offset < 0 ? '-' : '+', absolute / 3600, absolute / 60 % 60, seconds);
}

static void
write_observance (GStrvBuilder *lines, const char *start, int offset_from, int offset_to, gboolean is_dst, const char *name,
                  const char *rule)
{
  const char *kind = is_dst ? "DAYLIGHT" : "STANDARD";
  g_autofree char *from = format_offset (offset_from);
  g_autofree char *to = format_offset (offset_to);

  g_strv_builder_take (lines, g_strconcat ("BEGIN:", kind, NULL));
  g_strv_builder_take (lines, g_strconcat ("TZNAME:", name, NULL));
  g_strv_builder_take (lines, g_strconcat ("TZOFFSETFROM:", from, NULL));
  g_strv_builder_take (lines, g_strconcat ("TZOFFSETTO:", to, NULL));
  g_strv_builder_take (lines, g_strconcat ("DTSTART:", start, NULL));
  if (rule != NULL)
    g_strv_builder_take (lines, g_strconcat ("RRULE:", rule, NULL));
  g_strv_builder_take (lines, g_strconcat ("END:", kind, NULL));
}

static void
write_transition (GStrvBuilder *lines, const TerTransition *transition, const char *rule)
{
  g_autoptr (GDateTime) wall = wall_clock (transition->time, transition->offset_from);
  g_autofree char *start = g_date_time_format (wall, "%Y%m%dT%H%M%S");

  write_observance (lines, start, transition->offset_from, transition->offset_to, transition->is_dst, transition->name, rule);
}

static char *
format_rule (const Rule *rule)
{
  static const char *days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  return g_strdup_printf ("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", rule->month, rule->ordinal, days[rule->weekday - 1]);
}

/* A zone with one summer a year, by the same rules all along: two observances that recur, which all calendars know. */
static gboolean
write_rules (GStrvBuilder *lines, GPtrArray *transitions)
{
  g_autoptr (GPtrArray) summers = g_ptr_array_new ();
  g_autoptr (GPtrArray) winters = g_ptr_array_new ();
  g_autofree char *to_summer = NULL;
  g_autofree char *to_winter = NULL;
  Rule rule;

  for (guint i = 0; i < transitions->len; i++)
    {
      TerTransition *transition = transitions->pdata[i];

      g_ptr_array_add (transition->is_dst ? summers : winters, transition);
    }
  if (summers->len < 2 || winters->len < 2)
    return FALSE;
  for (guint i = 2; i < transitions->len; i++)
    {
      const TerTransition *one = transitions->pdata[i - 2];
      const TerTransition *other = transitions->pdata[i];

      if (one->offset_from != other->offset_from || one->offset_to != other->offset_to || one->is_dst != other->is_dst)
        return FALSE;
    }
  if (!find_rule (summers, &rule))
    return FALSE;
  to_summer = format_rule (&rule);
  if (!find_rule (winters, &rule))
    return FALSE;
  to_winter = format_rule (&rule);

  write_transition (lines, summers->pdata[0], to_summer);
  write_transition (lines, winters->pdata[0], to_winter);
  return TRUE;
}

/**
 * ter_vtimezone_write:
 * @zone: a time zone
 * @zone_name: its IANA name
 * @from: the earliest time used, in seconds since 1970
 * @to: the latest time used
 *
 * Describes @zone (RFC 5545, 3.6.5) so that all local times between @from and @to can be read: two yearly rules where
 * the zone has such, each single change where it has not, one offset where clocks never change.
 *
 * Returns: (transfer full): unfolded content lines
 */
GStrv
ter_vtimezone_write (GTimeZone *zone, const char *zone_name, gint64 from, gint64 to)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GPtrArray) transitions = NULL;

  g_return_val_if_fail (zone != NULL && zone_name != NULL, NULL);

  /* Two years before hold both changes of the year before, so that one comes before any time used; one year after shows
   * whether the rules still hold. */
  transitions = ter_vtimezone_list_transitions (zone, from - (gint64) 2 * 366 * DAY, to + 366 * DAY);

  g_strv_builder_add (lines, "BEGIN:VTIMEZONE");
  g_strv_builder_take (lines, g_strconcat ("TZID:", zone_name, NULL));
  if (transitions->len == 0 || !write_rules (lines, transitions))
    {
      gint64 first = from - (gint64) 2 * 366 * DAY;
      int interval = interval_at (zone, first);
      int offset = g_time_zone_get_offset (zone, interval);

      write_observance (lines, "19700101T000000", offset, offset, g_time_zone_is_dst (zone, interval),
                        g_time_zone_get_abbreviation (zone, interval), NULL);
      for (guint i = 0; i < transitions->len; i++)
        write_transition (lines, transitions->pdata[i], NULL);
    }
  g_strv_builder_add (lines, "END:VTIMEZONE");
  return g_strv_builder_end (lines);
}
