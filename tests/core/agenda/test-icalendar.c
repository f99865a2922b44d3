/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ical-reader.h"
#include "ter-icalendar.h"
#include "webinar-maker.h"

#define PARIS "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'"

static char *
write_at (TerWebinar *webinar, const char *stamp)
{
  g_autoptr (GPtrArray) webinars = g_ptr_array_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (stamp, NULL);

  g_ptr_array_add (webinars, webinar);
  return ter_icalendar_write (webinars, NULL, time);
}

static IcalComponent *
read_written (const char *members)
{
  g_autoptr (TerWebinar) webinar = make_webinar (members);
  g_autofree char *text = write_at (webinar, "2020-05-01T12:00:00+02:00");

  return ical_read (text);
}

static void
test_a_timed_webinar_is_local_to_a_described_zone (void)
{
  g_autoptr (IcalComponent) calendar = read_written (PARIS);
  IcalComponent *event = ical_find (calendar, "VEVENT", 0);

  g_assert_cmpstr (ical_get (calendar, "METHOD")->value, ==, "PUBLISH");
  g_assert_cmpstr (ical_get (event, "DTSTART")->parameters, ==, "TZID=Europe/Paris");
  g_assert_cmpstr (ical_get (event, "DTSTART")->value, ==, "20200528T130000");
  g_assert_cmpstr (ical_get (event, "DTEND")->value, ==, "20200528T140000");
  g_assert_cmpstr (ical_get (event, "DTSTAMP")->value, ==, "20200501T100000Z");
  g_assert_cmpstr (ical_get (event, "STATUS")->value, ==, "CONFIRMED");
  g_assert_null (ical_get (event, "TRANSP"));
  g_assert_cmpint (ical_zone_offset (ical_find (calendar, "VTIMEZONE", 0), "20200528T130000"), ==, 7200);
}

static void
test_dates_are_written_as_precisely_as_they_are_known (void)
{
  static const struct
  {
    const char *members;
    const char *parameters;
    const char *start;
    const char *end; /* NULL for none */
  } cases[] = {
    { "'start': '2020-07-16'", "VALUE=DATE", "20200716", "20200717" },
    { "'start': '2020-07-16', 'end': '2020-07-17', 'timezone': 'Europe/Paris'", "VALUE=DATE", "20200716", "20200718" },
    { "'start': '2020-12-31'", "VALUE=DATE", "20201231", "20210101" },
    { "'start': '2020-02-28'", "VALUE=DATE", "20200228", "20200229" },
    { "'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'", "TZID=Europe/Paris", "20200528T130000", NULL },
    { "'start': '2020-05-28T13:00', 'timezone': 'UTC'", "", "20200528T130000Z", NULL },
    /* Without a zone that we know, the reader's own time. */
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00'", "", "20200528T130000", "20200528T140000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IcalComponent) calendar = read_written (cases[i].members);
      IcalComponent *event = ical_find (calendar, "VEVENT", 0);
      IcalProperty *end = ical_get (event, "DTEND");

      g_assert_cmpstr (ical_get (event, "DTSTART")->parameters, ==, cases[i].parameters);
      g_assert_cmpstr (ical_get (event, "DTSTART")->value, ==, cases[i].start);
      g_assert_cmpstr (end != NULL ? end->value : NULL, ==, cases[i].end);
    }
}

static void
test_a_webinar_without_a_day_is_left_out (void)
{
  static const char *const cases[] = { "", "'start': '2020'", "'start': '2020-05'", "'start': 'bientôt'" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerWebinar) webinar = make_webinar (cases[i]);
      g_autoptr (IcalComponent) calendar = read_written (cases[i]);

      g_assert_false (ter_icalendar_can_write (webinar));
      g_assert_null (ical_find (calendar, "VEVENT", 0));
    }
}

static void
test_texts_come_back_exactly (void)
{
  static const char *const texts[] = {
    "Voirie & réseaux ; l’eau, l’air \\\\ et <b>le feu</b>",
    "BEGIN:VEVENT",
    "Une phrase assez longue pour que la ligne soit pliée au milieu des caractères accentués : éééééééééééééééééééééééééééééééééééé 🏛️🏛️🏛️",
    ":;,=",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *members = g_strdup_printf ("'start': '2020-07-16', 'title': '%s', 'summary': '%s'", texts[i], texts[i]);
      g_autofree char *expected = g_strcompress (texts[i]);
      g_autoptr (IcalComponent) calendar = read_written (members);
      IcalComponent *event = ical_find (calendar, "VEVENT", 0);
      g_autofree char *title = ical_dup_text (event, "SUMMARY");
      g_autofree char *description = ical_dup_text (event, "DESCRIPTION");

      g_assert_cmpstr (title, ==, expected);
      g_assert_cmpstr (description, ==, expected);
    }
}

static void
test_lines_fold_at_every_length (void)
{
  for (int length = 1; length < 160; length++)
    for (int shift = 0; shift < 4; shift++)
      {
        GString *title = g_string_new (NULL);
        g_autofree char *members = NULL;
        g_autofree char *back = NULL;
        g_autoptr (IcalComponent) calendar = NULL;

        for (int i = 0; i < shift; i++)
          g_string_append_c (title, 'a');
        for (int i = 0; i < length; i++)
          g_string_append (title, i % 3 == 0 ? "🏛" : "é");
        members = g_strdup_printf ("'start': '2020-07-16', 'title': '%s'", title->str);
        calendar = read_written (members);
        back = ical_dup_text (ical_find (calendar, "VEVENT", 0), "SUMMARY");
        g_assert_cmpstr (back, ==, title->str);
        g_string_free (title, TRUE);
      }
}

static void
test_the_description_tells_agenda_speakers_and_addresses (void)
{
  g_autoptr (IcalComponent) calendar = read_written (
    PARIS
    ", 'summary': 'Bref.', 'notice': 'Titre à confirmer.', 'registration': 'https://exemple.fr/a,b;c', "
    "'agenda': [{'time': '13:05', 'title': 'Ouverture', 'speakers': ['Élodie', 'ANCT']}], 'speakers': [{'name': 'Élodie', 'role': 'Secrétaire', 'organisation': 'Réseau'}]");
  IcalComponent *event = ical_find (calendar, "VEVENT", 0);
  g_autofree char *description = ical_dup_text (event, "DESCRIPTION");

  g_assert_cmpstr (
    description, ==,
    "Bref.\nTitre à confirmer.\n\nAgenda:\n- 13:05 Ouverture (Élodie, ANCT)\n\nSpeakers:\n- Élodie, Secrétaire, Réseau\n\n"
    "Registration: https://exemple.fr/a,b;c");
  g_assert_cmpstr (ical_get (event, "URL")->value, ==, "https://exemple.fr/a,b;c");
}

static void
test_an_address_cannot_break_its_line (void)
{
  g_autoptr (IcalComponent) calendar = read_written (PARIS ", 'replay': 'https://exemple.fr/é\\r\\nATTENDEE:mailto:x@exemple.fr'");
  IcalComponent *event = ical_find (calendar, "VEVENT", 0);

  g_assert_cmpstr (ical_get (event, "URL")->value, ==, "https://exemple.fr/%C3%A9%0D%0AATTENDEE:mailto:x@exemple.fr");
  g_assert_null (ical_get (event, "ATTENDEE"));
}

static void
test_the_same_webinar_keeps_its_uid_and_a_later_version_replaces_it (void)
{
  static const char *const versions[] = { "0.9.9", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0" };
  int before = -1;

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (TerWebinar) webinar = make_webinar_of_version (versions[i], PARIS);
      g_autofree char *text = write_at (webinar, "2020-05-01T12:00:00+02:00");
      g_autoptr (IcalComponent) calendar = ical_read (text);
      IcalComponent *event = ical_find (calendar, "VEVENT", 0);
      int sequence = atoi (ical_get (event, "SEQUENCE")->value);

      g_assert_cmpstr (ical_get (event, "UID")->value, ==, "web-1@essai.packs.territoires-en-actions.fr");
      g_assert_cmpint (sequence, >, before);
      before = sequence;
    }
}

static void
test_status_and_changes_are_told (void)
{
  g_autoptr (IcalComponent) cancelled = read_written (PARIS ", 'status': 'cancelled', 'updated': '2020-05-20'");
  g_autoptr (IcalComponent) tentative = read_written (PARIS ", 'status': 'tentative', 'updated': '2020'");
  IcalComponent *event = ical_find (cancelled, "VEVENT", 0);

  g_assert_cmpstr (ical_get (event, "STATUS")->value, ==, "CANCELLED");
  g_assert_cmpstr (ical_get (event, "TRANSP")->value, ==, "TRANSPARENT");
  g_assert_cmpstr (ical_get (event, "LAST-MODIFIED")->value, ==, "20200520T000000Z");
  g_assert_null (ical_find (event, "VALARM", 0));
  event = ical_find (tentative, "VEVENT", 0);
  g_assert_cmpstr (ical_get (event, "STATUS")->value, ==, "TENTATIVE");
  g_assert_null (ical_get (event, "LAST-MODIFIED"));
}

static void
test_only_an_upcoming_webinar_rings (void)
{
  g_autoptr (TerWebinar) webinar = make_webinar (PARIS);
  g_autofree char *before = write_at (webinar, "2020-05-28T12:00:00+02:00");
  g_autofree char *after = write_at (webinar, "2020-05-28T15:00:00+02:00");
  g_autoptr (IcalComponent) upcoming = ical_read (before);
  g_autoptr (IcalComponent) past = ical_read (after);
  IcalComponent *alarm = ical_find (ical_find (upcoming, "VEVENT", 0), "VALARM", 0);

  g_assert_cmpstr (ical_get (alarm, "TRIGGER")->value, ==, "-PT1H");
  g_assert_null (ical_find (ical_find (past, "VEVENT", 0), "VALARM", 0));
}

static void
test_several_webinars_share_one_calendar (void)
{
  g_autoptr (GPtrArray) webinars = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) stamp = g_date_time_new_utc (2020, 1, 1, 0, 0, 0);
  g_autoptr (IcalComponent) calendar = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_ptr_array_add (webinars, make_webinar (PARIS));
  g_ptr_array_add (webinars, make_webinar ("'id': 'web-2', 'start': '2020-11-26T13:00', 'timezone': 'Europe/Paris'"));
  g_ptr_array_add (webinars, make_webinar ("'id': 'web-3', 'start': '2020-11-26T13:00', 'timezone': 'Indian/Reunion'"));
  g_ptr_array_add (webinars, make_webinar ("'id': 'web-4', 'start': '2020-11-26'"));
  text = ter_icalendar_write (webinars, "Webinaires ; 2020", stamp);
  calendar = ical_read (text);
  name = ical_dup_text (calendar, "NAME");

  g_assert_cmpstr (name, ==, "Webinaires ; 2020");
  g_assert_nonnull (ical_find (calendar, "VTIMEZONE", 1));
  g_assert_null (ical_find (calendar, "VTIMEZONE", 2));
  g_assert_nonnull (ical_find (calendar, "VEVENT", 3));
}

static void
test_the_same_input_gives_the_same_bytes (void)
{
  g_autoptr (TerWebinar) webinar = make_webinar (PARIS);
  g_autofree char *one = write_at (webinar, "2020-05-01T12:00:00+02:00");
  g_autofree char *other = write_at (webinar, "2020-05-01T10:00:00Z");

  g_assert_cmpstr (one, ==, other);
}

static void
test_its_file_is_named_after_day_and_entry (void)
{
  g_autoptr (TerWebinar) dated = make_webinar (PARIS);
  g_autoptr (TerWebinar) undated = make_webinar ("");
  g_autofree char *one = ter_icalendar_dup_name (dated);
  g_autofree char *other = ter_icalendar_dup_name (undated);

  g_assert_cmpstr (one, ==, "2020-05-28-web-1.ics");
  g_assert_cmpstr (other, ==, "web-1.ics");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icalendar/a timed webinar is local to a described zone", test_a_timed_webinar_is_local_to_a_described_zone);
  g_test_add_func ("/icalendar/dates are written as precisely as they are known",
                   test_dates_are_written_as_precisely_as_they_are_known);
  g_test_add_func ("/icalendar/a webinar without a day is left out", test_a_webinar_without_a_day_is_left_out);
  g_test_add_func ("/icalendar/texts come back exactly", test_texts_come_back_exactly);
  g_test_add_func ("/icalendar/lines fold at every length", test_lines_fold_at_every_length);
  g_test_add_func ("/icalendar/the description tells agenda, speakers and addresses",
                   test_the_description_tells_agenda_speakers_and_addresses);
  g_test_add_func ("/icalendar/an address cannot break its line", test_an_address_cannot_break_its_line);
  g_test_add_func ("/icalendar/the same webinar keeps its UID and a later version replaces it",
                   test_the_same_webinar_keeps_its_uid_and_a_later_version_replaces_it);
  g_test_add_func ("/icalendar/status and changes are told", test_status_and_changes_are_told);
  g_test_add_func ("/icalendar/only an upcoming webinar rings", test_only_an_upcoming_webinar_rings);
  g_test_add_func ("/icalendar/several webinars share one calendar", test_several_webinars_share_one_calendar);
  g_test_add_func ("/icalendar/the same input gives the same bytes", test_the_same_input_gives_the_same_bytes);
  g_test_add_func ("/icalendar/its file is named after day and entry", test_its_file_is_named_after_day_and_entry);
  return g_test_run ();
}
