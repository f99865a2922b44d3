/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ical-reader.h"
#include "ter-vtimezone.h"

static IcalComponent *
read_zone (const char *name, gint64 from, gint64 to)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  g_auto (GStrv) lines = ter_vtimezone_write (zone, name, from, to);
  g_autofree char *body = g_strjoinv ("\r\n", lines);
  g_autofree char *text =
    g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//FR\r\n", body, "\r\nEND:VCALENDAR\r\n", NULL);

  return ical_read (text);
}

/* Every eleven hours of four years, what the description says is what the system's tables say. */
static void
test_each_zone_reads_as_the_system_knows_it (void)
{
  static const char *const names[] = {
    "Europe/Paris",      "Europe/London",    "Europe/Dublin",     "America/New_York",  "America/Martinique",
    "America/Cayenne",   "America/Miquelon", "America/St_Johns",  "Indian/Reunion",    "Indian/Mayotte",
    "Pacific/Noumea",    "Pacific/Tahiti",   "Pacific/Marquesas", "Pacific/Wallis",    "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Kolkata",     "Asia/Tehran",       "America/Sao_Paulo", "Asia/Gaza",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (names[i]);
      g_autoptr (GDateTime) from = g_date_time_new (zone, 2019, 6, 1, 0, 0, 0);
      g_autoptr (GDateTime) to = g_date_time_new (zone, 2023, 6, 1, 0, 0, 0);
      g_autoptr (IcalComponent) calendar = read_zone (names[i], g_date_time_to_unix (from), g_date_time_to_unix (to));
      IcalComponent *described = ical_find (calendar, "VTIMEZONE", 0);

      g_test_message ("%s", names[i]);
      for (gint64 time = g_date_time_to_unix (from); time < g_date_time_to_unix (to); time += 11 * 60 * 60)
        {
          g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
          g_autoptr (GDateTime) moment = g_date_time_to_timezone (local, zone);
          g_autofree char *text = g_date_time_format (moment, "%Y%m%dT%H%M%S");
          int offset = (int) (g_date_time_get_utc_offset (moment) / G_TIME_SPAN_SECOND);

          /* An hour that comes twice has two answers; the file means the first. */
          if (ical_zone_offset (described, text) != offset)
            {
              g_autoptr (GDateTime) other = g_date_time_new_from_unix_utc (time + offset - ical_zone_offset (described, text));
              g_autoptr (GDateTime) there = g_date_time_to_timezone (other, zone);

              g_assert_cmpint (g_date_time_get_hour (there), ==, g_date_time_get_hour (moment));
            }
        }
    }
}

static void
test_paris_is_two_yearly_rules (void)
{
  g_autoptr (IcalComponent) calendar = read_zone ("Europe/Paris", 1590663600, 1590667200);
  IcalComponent *zone = ical_find (calendar, "VTIMEZONE", 0);
  IcalComponent *summer = ical_find (zone, "DAYLIGHT", 0);
  IcalComponent *winter = ical_find (zone, "STANDARD", 0);

  g_assert_cmpuint (zone->components->len, ==, 2);
  g_assert_cmpstr (ical_get (zone, "TZID")->value, ==, "Europe/Paris");
  g_assert_cmpstr (ical_get (summer, "RRULE")->value, ==, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  g_assert_cmpstr (ical_get (summer, "TZOFFSETFROM")->value, ==, "+0100");
  g_assert_cmpstr (ical_get (summer, "TZOFFSETTO")->value, ==, "+0200");
  g_assert_cmpstr (ical_get (summer, "TZNAME")->value, ==, "CEST");
  g_assert_true (g_str_has_suffix (ical_get (summer, "DTSTART")->value, "T020000"));
  g_assert_cmpstr (ical_get (winter, "RRULE")->value, ==, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  g_assert_true (g_str_has_suffix (ical_get (winter, "DTSTART")->value, "T030000"));
}

static void
test_a_zone_whose_clocks_never_change_is_one_offset (void)
{
  g_autoptr (IcalComponent) calendar = read_zone ("Indian/Reunion", 1590663600, 1590667200);
  IcalComponent *zone = ical_find (calendar, "VTIMEZONE", 0);

  g_assert_cmpuint (zone->components->len, ==, 1);
  g_assert_cmpstr (ical_get (zone->components->pdata[0], "TZOFFSETTO")->value, ==, "+0400");
}

static void
test_changes_are_found_to_the_second (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GPtrArray) changes = ter_vtimezone_list_transitions (zone, 1577836800, 1609459200);
  TerTransition *change;

  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[0];
  g_assert_cmpint (change->time, ==, 1585443600); /* 2020-03-29 01:00 UTC */
  g_assert_true (change->is_dst);
  change = changes->pdata[1];
  g_assert_cmpint (change->time, ==, 1603587600); /* 2020-10-25 01:00 UTC */
  g_assert_cmpint (change->offset_from, ==, 7200);
  g_assert_cmpint (change->offset_to, ==, 3600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vtimezone/each zone reads as the system knows it", test_each_zone_reads_as_the_system_knows_it);
  g_test_add_func ("/vtimezone/Paris is two yearly rules", test_paris_is_two_yearly_rules);
  g_test_add_func ("/vtimezone/a zone whose clocks never change is one offset",
                   test_a_zone_whose_clocks_never_change_is_one_offset);
  g_test_add_func ("/vtimezone/changes are found to the second", test_changes_are_found_to_the_second);
  return g_test_run ();
}
