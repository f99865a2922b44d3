/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-home-webinar.h"

#include <glib/gi18n.h>

#include "ter-card.h"
#include "ter-date.h"
#include "ter-json.h"

/* Now, in the zone where the webinar's hours are told; a date alone is taken as a whole day. */
static TerDate
date_of_now (TerContext *context, TerEntry *webinar)
{
  const char *name = ter_json_get_string (ter_entry_get_object (webinar), "timezone");
  g_autoptr (GTimeZone) zone = name ? g_time_zone_new_identifier (name) : NULL;
  g_autoptr (GDateTime) here = ter_context_now (context);
  g_autoptr (GDateTime) there = zone ? g_date_time_to_timezone (here, zone) : g_date_time_ref (here);

  return (TerDate) {
    .year = g_date_time_get_year (there),
    .month = g_date_time_get_month (there),
    .day = g_date_time_get_day_of_month (there),
    .hour = g_date_time_get_hour (there),
    .minute = g_date_time_get_minute (there),
  };
}

static gboolean
get_date (TerEntry *webinar, const char *member, TerDate *date)
{
  const char *text = ter_json_get_string (ter_entry_get_object (webinar), member);

  return text != NULL && ter_date_parse (text, date);
}

/* Whether it is still to come, or not over yet. */
static gboolean
is_ahead (TerContext *context, TerEntry *webinar)
{
  TerDate now = date_of_now (context, webinar);
  TerDate end;

  if (!get_date (webinar, "end", &end) && !get_date (webinar, "start", &end))
    return FALSE;
  if (end.hour < 0)
    now.hour = -1;

  return ter_date_compare (&end, &now) >= 0;
}

static gboolean
is_cancelled (TerEntry *webinar)
{
  return g_strcmp0 (ter_json_get_string (ter_entry_get_object (webinar), "status"), "cancelled") == 0;
}

static TerEntry *
choose (TerContext *context, GPtrArray *entries, gboolean *ahead)
{
  TerEntry *next = NULL;
  TerEntry *latest = NULL;
  TerDate next_start, latest_start, start;

  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);

      if (!get_date (entry, "start", &start) || is_cancelled (entry))
        continue;
      if (is_ahead (context, entry))
        {
          if (next == NULL || ter_date_compare (&start, &next_start) < 0)
            next = entry, next_start = start;
        }
      else if (latest == NULL || ter_date_compare (&start, &latest_start) > 0)
        {
          latest = entry, latest_start = start;
        }
    }
  *ahead = next != NULL;

  return next ? next : latest;
}

GtkWidget *
ter_home_webinar_new (TerContext *context, TerPack *pack, const char *section_id)
{
  const TerSection *section = ter_pack_find_section (pack, section_id);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *day = NULL;
  g_autofree char *eyebrow = NULL;
  gboolean ahead;
  TerEntry *webinar;
  TerDate start;

  if (section != NULL)
    entries = ter_library_list_section (ter_context_get_library (context), pack, section, NULL);
  webinar = entries ? choose (context, entries, &ahead) : NULL;
  if (webinar == NULL)
    return NULL;

  get_date (webinar, "start", &start);
  day = ter_date_format (&start, TER_DATE_LONG);
  /* Translators: %s is a date in full. */
  eyebrow = g_strdup_printf (ahead ? _ ("Next webinar: %s") : _ ("Latest webinar: %s"), day);

  return ter_entry_card_new (webinar, eyebrow);
}
