/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-webinar-choice.h"

TerWebinar *
ter_webinar_choice_find (GPtrArray *entries, GDateTime *now, gboolean *ahead)
{
  g_autoptr (TerWebinar) next = NULL;
  g_autoptr (TerWebinar) latest = NULL;

  g_return_val_if_fail (entries != NULL && now != NULL && ahead != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (TerWebinar) webinar = ter_webinar_new (g_ptr_array_index (entries, i));

      if (ter_webinar_get_start (webinar)->year == 0 || ter_webinar_get_status (webinar) == TER_WEBINAR_CANCELLED)
        continue;
      if (ter_webinar_get_phase (webinar, now) == TER_WEBINAR_PAST)
        {
          if (latest == NULL || ter_webinar_compare (webinar, latest) > 0)
            g_set_object (&latest, webinar);
        }
      else if (next == NULL || ter_webinar_compare (webinar, next) < 0)
        g_set_object (&next, webinar);
    }
  *ahead = next != NULL;
  return next != NULL ? g_steal_pointer (&next) : g_steal_pointer (&latest);
}
