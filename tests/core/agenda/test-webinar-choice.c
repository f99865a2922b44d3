/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-webinar-choice.h"

#include "webinar-maker.h"

#define BEFORE "'start': '2020-05-12T13:00', 'end': '2020-05-12T14:00', 'timezone': 'Europe/Paris'"
#define EARLIER "'start': '2020-04-02', 'timezone': 'Europe/Paris'"
#define AFTER "'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', 'timezone': 'Europe/Paris'"
#define LATER "'start': '2020-06', 'timezone': 'Europe/Paris'"
#define CANCELLED "'start': '2020-05-21T13:00', 'timezone': 'Europe/Paris', 'status': 'cancelled'"
#define UNDATED "'start': 'bientôt'"

#define MOST 5

static void
test_the_next_one_is_told_or_else_the_latest (void)
{
  static const struct
  {
    const char *now;
    const char *webinars[MOST];
    int chosen; /* -1: none */
    gboolean ahead;
  } cases[] = {
    { "2020-05-20T12:00:00+02:00", { NULL }, -1, FALSE },
    { "2020-05-20T12:00:00+02:00", { EARLIER, BEFORE, AFTER, LATER }, 2, TRUE },
    { "2020-05-20T12:00:00+02:00", { LATER, AFTER, BEFORE, EARLIER }, 1, TRUE },
    { "2020-05-20T12:00:00+02:00", { EARLIER, BEFORE }, 1, FALSE },
    { "2020-05-20T12:00:00+02:00", { BEFORE, EARLIER }, 0, FALSE },
    /* Neither one that does not take place nor one of which nobody knows when. */
    { "2020-05-20T12:00:00+02:00", { CANCELLED, UNDATED, AFTER }, 2, TRUE },
    { "2020-05-20T12:00:00+02:00", { CANCELLED, UNDATED, EARLIER }, 2, FALSE },
    { "2020-05-20T12:00:00+02:00", { CANCELLED, UNDATED }, -1, FALSE },
    /* While it takes place, and when it has just ended, wherever the clock stands. */
    { "2020-05-28T13:30:00+02:00", { AFTER, LATER }, 0, TRUE },
    { "2020-05-28T11:59:00Z", { AFTER, LATER }, 0, TRUE },
    { "2020-05-28T12:00:00Z", { AFTER, LATER }, 1, TRUE },
    { "2020-05-28T12:00:00Z", { AFTER }, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (cases[i].now, NULL);
      g_autoptr (TerWebinar) found = NULL;
      gboolean ahead;

      for (guint j = 0; j < MOST && cases[i].webinars[j] != NULL; j++)
        {
          g_autoptr (TerWebinar) webinar = make_webinar (cases[i].webinars[j]);

          g_ptr_array_add (entries, g_object_ref (ter_webinar_get_entry (webinar)));
        }
      found = ter_webinar_choice_find (entries, now, &ahead);
      g_test_message ("case %u", i);
      g_assert_true (found != NULL ? cases[i].chosen >= 0 && ter_webinar_get_entry (found) == entries->pdata[cases[i].chosen]
                                   : cases[i].chosen < 0);
      g_assert_cmpint (ahead, ==, cases[i].ahead);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/webinar-choice/the-next-one-is-told-or-else-the-latest", test_the_next_one_is_told_or_else_the_latest);
  return g_test_run ();
}
