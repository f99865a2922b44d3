/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "webinar-maker.h"

static TerWebinarPhase
phase_at (TerWebinar *webinar, const char *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  g_assert_nonnull (time);
  return ter_webinar_get_phase (webinar, time);
}

static void
test_a_webinar_is_upcoming_then_live_then_past (void)
{
  static const struct
  {
    const char *members;
    const char *now;
    TerWebinarPhase phase;
  } cases[] = {
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'", "2020-05-28T12:59:59+02:00",
      TER_WEBINAR_UPCOMING },
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'", "2020-05-28T13:00:00+02:00",
      TER_WEBINAR_LIVE },
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'", "2020-05-28T11:30:00Z",
      TER_WEBINAR_LIVE },
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'", "2020-05-28T14:00:00+02:00",
      TER_WEBINAR_PAST },
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'America/New_York'", "2020-05-28T13:30:00+02:00",
      TER_WEBINAR_UPCOMING },
    /* No end: two hours. */
    { "'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'", "2020-05-28T14:59:00+02:00", TER_WEBINAR_LIVE },
    { "'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'", "2020-05-28T15:00:00+02:00", TER_WEBINAR_PAST },
    /* No hour: upcoming until the day is over. */
    { "'start': '2020-07-16', 'timezone': 'Europe/Paris'", "2020-07-16T23:59:00+02:00", TER_WEBINAR_UPCOMING },
    { "'start': '2020-07-16', 'timezone': 'Europe/Paris'", "2020-07-17T00:00:00+02:00", TER_WEBINAR_PAST },
    { "'start': '2020-07-16', 'end': '2020-07-17', 'timezone': 'Europe/Paris'", "2020-07-17T12:00:00+02:00", TER_WEBINAR_UPCOMING },
    { "'start': '2020-07', 'timezone': 'Europe/Paris'", "2020-07-31T12:00:00+02:00", TER_WEBINAR_UPCOMING },
    { "'start': '2020-07', 'timezone': 'Europe/Paris'", "2020-08-01T00:00:00+02:00", TER_WEBINAR_PAST },
    { "'start': '2020', 'timezone': 'Europe/Paris'", "2020-12-31T12:00:00+01:00", TER_WEBINAR_UPCOMING },
    /* No date at all. */
    { "", "2020-12-31T12:00:00+01:00", TER_WEBINAR_PAST },
    { "'start': 'bientôt'", "2020-12-31T12:00:00+01:00", TER_WEBINAR_PAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerWebinar) webinar = make_webinar (cases[i].members);

      g_test_message ("%s at %s", cases[i].members, cases[i].now);
      g_assert_cmpint (phase_at (webinar, cases[i].now), ==, cases[i].phase);
    }
}

static void
test_its_duration_counts_real_minutes (void)
{
  static const struct
  {
    const char *members;
    int minutes;
  } cases[] = {
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:30', 'timezone': 'Europe/Paris'", 90 },
    { "'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'", 0 },
    { "'start': '2020-05-28'", 0 },
    /* The night when clocks go forward. */
    { "'start': '2020-03-29T01:00', 'end': '2020-03-29T04:00', 'timezone': 'Europe/Paris'", 120 },
    /* An end that makes no sense is left out. */
    { "'start': '2020-05-28T13:00', 'end': '2020-05-28T12:00', 'timezone': 'Europe/Paris'", 0 },
    { "'start': '2020-05-28T13:00', 'end': '2020-05-29', 'timezone': 'Europe/Paris'", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerWebinar) webinar = make_webinar (cases[i].members);

      g_assert_cmpint (ter_webinar_get_minutes (webinar), ==, cases[i].minutes);
    }
}

static void
test_a_zone_must_be_an_iana_name (void)
{
  static const char *const refused[] = {
    "+02:00",         "Europe/Nowhere", "../../../etc/passwd", "Europe/../../passwd", "CET-1CEST,M3.5.0,M10.5.0/3",
    "/etc/localtime", "Europe/Paris\\n"
  };
  g_autoptr (TerWebinar) paris = make_webinar ("'start': '2020-05-28T13:00', 'timezone': 'Europe/Paris'");
  g_autoptr (TerWebinar) none = make_webinar ("'start': '2020-05-28T13:00'");

  g_assert_cmpstr (ter_webinar_get_zone_name (paris), ==, "Europe/Paris");
  g_assert_null (ter_webinar_get_zone_name (none));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *members = g_strdup_printf ("'start': '2020-05-28T13:00', 'timezone': '%s'", refused[i]);
      g_autoptr (TerWebinar) webinar = make_webinar (members);
      g_autoptr (GDateTime) start = ter_webinar_dup_start_time (webinar);

      g_assert_null (ter_webinar_get_zone_name (webinar));
      g_assert_nonnull (start);
    }
}

static void
test_its_status_is_read (void)
{
  g_autoptr (TerWebinar) plain = make_webinar ("");
  g_autoptr (TerWebinar) tentative = make_webinar ("'status': 'tentative'");
  g_autoptr (TerWebinar) cancelled = make_webinar ("'status': 'cancelled'");
  g_autoptr (TerWebinar) unknown = make_webinar ("'status': 'peut-être'");

  g_assert_cmpint (ter_webinar_get_status (plain), ==, TER_WEBINAR_CONFIRMED);
  g_assert_cmpint (ter_webinar_get_status (tentative), ==, TER_WEBINAR_TENTATIVE);
  g_assert_cmpint (ter_webinar_get_status (cancelled), ==, TER_WEBINAR_CANCELLED);
  g_assert_cmpint (ter_webinar_get_status (unknown), ==, TER_WEBINAR_CONFIRMED);
}

static void
test_speakers_agenda_and_resources_are_read (void)
{
  g_autoptr (TerWebinar) webinar = make_webinar (
    "'speakers': [{'name': 'Élodie', 'role': 'Secrétaire'}, 'perdu', {'role': 'Sans nom'}, {'name': 'ANCT', 'organisation': 'Agence'}], "
    "'agenda': [{'title': 'Ouverture'}, {'time': '13:05', 'title': 'Suite', 'speakers': ['Élodie', 3]}, {'time': '13:10'}], "
    "'resources': [{'title': 'Un rapport', 'entry': 'rapport', 'date': '2020-05-07'}, {'title': 'Une journée', 'role': 'event', 'url': 'https://exemple.fr/'}], "
    "'registration': 'https://exemple.fr/inscription', 'replay': ''");
  TerSpeaker *speaker;
  TerAgendaItem *item;
  TerWebinarResource *resource;

  g_assert_cmpuint (ter_webinar_get_speakers (webinar)->len, ==, 2);
  speaker = ter_webinar_get_speakers (webinar)->pdata[0];
  g_assert_cmpstr (speaker->name, ==, "Élodie");
  g_assert_cmpstr (speaker->role, ==, "Secrétaire");
  g_assert_null (speaker->organisation);

  g_assert_cmpuint (ter_webinar_get_agenda (webinar)->len, ==, 2);
  item = ter_webinar_get_agenda (webinar)->pdata[0];
  g_assert_null (item->time);
  g_assert_cmpuint (g_strv_length (item->speakers), ==, 0);
  item = ter_webinar_get_agenda (webinar)->pdata[1];
  g_assert_cmpstr (item->time, ==, "13:05");
  g_assert_cmpstr (item->speakers[0], ==, "Élodie");
  g_assert_cmpuint (g_strv_length (item->speakers), ==, 1);

  g_assert_cmpuint (ter_webinar_get_resources (webinar)->len, ==, 2);
  resource = ter_webinar_get_resources (webinar)->pdata[0];
  g_assert_false (resource->is_event);
  g_assert_cmpstr (resource->entry_id, ==, "rapport");
  resource = ter_webinar_get_resources (webinar)->pdata[1];
  g_assert_true (resource->is_event);
  g_assert_cmpstr (resource->url, ==, "https://exemple.fr/");

  g_assert_cmpstr (ter_webinar_get_registration (webinar), ==, "https://exemple.fr/inscription");
  g_assert_null (ter_webinar_get_replay (webinar));
}

static void
test_members_of_the_wrong_type_are_left_out (void)
{
  g_autoptr (TerWebinar) webinar = make_webinar (
    "'start': 3, 'end': [], 'timezone': {}, 'status': 1, 'speakers': 'x', 'agenda': {}, 'resources': null, 'replay': 4");

  g_assert_cmpint (ter_webinar_get_start (webinar)->year, ==, 0);
  g_assert_cmpuint (ter_webinar_get_speakers (webinar)->len, ==, 0);
  g_assert_cmpuint (ter_webinar_get_agenda (webinar)->len, ==, 0);
  g_assert_cmpuint (ter_webinar_get_resources (webinar)->len, ==, 0);
  g_assert_null (ter_webinar_get_replay (webinar));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webinar/a webinar is upcoming, then live, then past", test_a_webinar_is_upcoming_then_live_then_past);
  g_test_add_func ("/webinar/its duration counts real minutes", test_its_duration_counts_real_minutes);
  g_test_add_func ("/webinar/a zone must be an IANA name", test_a_zone_must_be_an_iana_name);
  g_test_add_func ("/webinar/its status is read", test_its_status_is_read);
  g_test_add_func ("/webinar/speakers, agenda and resources are read", test_speakers_agenda_and_resources_are_read);
  g_test_add_func ("/webinar/members of the wrong type are left out", test_members_of_the_wrong_type_are_left_out);
  return g_test_run ();
}
