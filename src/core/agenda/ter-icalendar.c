/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-icalendar.h"

#include <glib/gi18n-lib.h>

#include "ter-hash.h"
#include "ter-vtimezone.h"

/* RFC 5545, 3.1: octets a line, without its end. */
#define LINE_OCTETS 75

/* Reminders are set this long before. */
#define ALARM "-PT1H"

static gboolean
is_continuation (char c)
{
  return ((guchar) c & 0xC0) == 0x80;
}

/* Adds a content line, folded where no character is cut. */
static void
append_line (GString *text, const char *line)
{
  gsize left = strlen (line);
  gsize room = LINE_OCTETS;

  while (left > room)
    {
      gsize length = room;

      while (length > 1 && is_continuation (line[length]))
        length--;
      g_string_append_len (text, line, (gssize) length);
      g_string_append (text, "\r\n ");
      line += length;
      left -= length;
      room = LINE_OCTETS - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

static void G_GNUC_PRINTF (2, 3) append_format (GString *text, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  append_line (text, line);
}

/* RFC 5545, 3.3.11; control characters have no place in a text and are left out. */
static char *
escape_text (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' || *c == ';' || *c == ',')
        g_string_append_c (escaped, '\\');
      if (*c == '\n')
        g_string_append (escaped, "\\n");
      else if (*c == '\t' || (guchar) *c >= ' ')
        g_string_append_c (escaped, *c);
    }
  return g_string_free (escaped, FALSE);
}

static void
append_text (GString *text, const char *property, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *escaped = escape_text (valid);

  append_format (text, "%s:%s", property, escaped);
}

/* A URI stands unescaped in its line: whatever is not of a URI is percent-encoded. */
static void
append_uri (GString *text, const char *property, const char *uri)
{
  g_autofree char *encoded =
    g_uri_escape_string (uri, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);

  append_format (text, "%s:%s", property, encoded);
}

static char *
format_utc (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
}

static gboolean
zone_is_utc (TerWebinar *webinar)
{
  const char *name = ter_webinar_get_zone_name (webinar);

  return g_strcmp0 (name, "UTC") == 0 || g_strcmp0 (name, "Etc/UTC") == 0;
}

/* A date with an hour is local to a zone of this file, in UTC, or without a known zone, in the reader's own time. */
static void
append_time (GString *text, const char *property, TerWebinar *webinar, GDateTime *time)
{
  g_autofree char *local = g_date_time_format (time, "%Y%m%dT%H%M%S");

  if (ter_webinar_get_zone_name (webinar) == NULL)
    append_format (text, "%s:%s", property, local);
  else if (zone_is_utc (webinar))
    append_format (text, "%s:%sZ", property, local);
  else
    append_format (text, "%s;TZID=%s:%s", property, ter_webinar_get_zone_name (webinar), local);
}

static void
append_day (GString *text, const char *property, const TerDate *date, int days_after)
{
  GDate day;

  g_date_set_dmy (&day, (GDateDay) date->day, (GDateMonth) date->month, (GDateYear) date->year);
  g_date_add_days (&day, (guint) days_after);
  append_format (text, "%s;VALUE=DATE:%04d%02d%02d", property, g_date_get_year (&day), g_date_get_month (&day),
                 g_date_get_day (&day));
}

static void
append_dates (GString *text, TerWebinar *webinar)
{
  const TerDate *start = ter_webinar_get_start (webinar);
  const TerDate *end = ter_webinar_get_end (webinar);

  if (ter_webinar_has_hour (webinar))
    {
      g_autoptr (GDateTime) start_time = ter_webinar_dup_start_time (webinar);
      g_autoptr (GDateTime) end_time = ter_webinar_dup_end_time (webinar);

      append_time (text, "DTSTART", webinar, start_time);
      if (end_time != NULL && g_date_time_compare (end_time, start_time) > 0)
        append_time (text, "DTEND", webinar, end_time);
      return;
    }
  append_day (text, "DTSTART", start, 0);
  /* The end of whole days is the first day after them. */
  append_day (text, "DTEND", end->year > 0 ? end : start, 1);
}

static void
append_agenda (GString *description, GPtrArray *agenda)
{
  if (agenda->len == 0)
    return;
  g_string_append_printf (description, "\n%s\n", _ ("Agenda:"));
  for (guint i = 0; i < agenda->len; i++)
    {
      const TerAgendaItem *item = agenda->pdata[i];
      g_autofree char *speakers = g_strjoinv (", ", item->speakers);

      g_string_append (description, "- ");
      if (item->time != NULL)
        g_string_append_printf (description, "%s ", item->time);
      g_string_append (description, item->title);
      if (*speakers != '\0')
        g_string_append_printf (description, " (%s)", speakers);
      g_string_append_c (description, '\n');
    }
}

static void
append_speakers (GString *description, GPtrArray *speakers)
{
  if (speakers->len == 0)
    return;
  g_string_append_printf (description, "\n%s\n", _ ("Speakers:"));
  for (guint i = 0; i < speakers->len; i++)
    {
      const TerSpeaker *speaker = speakers->pdata[i];

      g_string_append_printf (description, "- %s", speaker->name);
      if (speaker->role != NULL)
        g_string_append_printf (description, ", %s", speaker->role);
      /* An organisation that speaks for itself is not said twice. */
      if (speaker->organisation != NULL && !g_str_equal (speaker->organisation, speaker->name))
        g_string_append_printf (description, ", %s", speaker->organisation);
      g_string_append_c (description, '\n');
    }
}

static char *
dup_description (TerWebinar *webinar)
{
  TerEntry *entry = ter_webinar_get_entry (webinar);
  GString *description = g_string_new (ter_entry_get_summary (entry));

  if (description->len > 0)
    g_string_append_c (description, '\n');
  if (ter_entry_get_notice (entry) != NULL)
    g_string_append_printf (description, "%s\n", ter_entry_get_notice (entry));
  append_agenda (description, ter_webinar_get_agenda (webinar));
  append_speakers (description, ter_webinar_get_speakers (webinar));
  g_string_append_c (description, '\n');
  if (ter_webinar_get_registration (webinar) != NULL)
    {
      /* Translators: in a calendar event; %s is an address of the web. */
      g_string_append_printf (description, _ ("Registration: %s"), ter_webinar_get_registration (webinar));
      g_string_append_c (description, '\n');
    }
  if (ter_webinar_get_replay (webinar) != NULL)
    {
      /* Translators: in a calendar event; %s is an address of the web. */
      g_string_append_printf (description, _ ("Recording: %s"), ter_webinar_get_replay (webinar));
      g_string_append_c (description, '\n');
    }
  return g_strstrip (g_string_free (description, FALSE));
}

/* Grows with each version of the pack, so that an event that was imported before is replaced. */
static int
sequence_of (TerWebinar *webinar)
{
  const char *version = ter_pack_get_version (ter_entry_get_pack (ter_webinar_get_entry (webinar)));
  g_auto (GStrv) parts = g_strsplit (version != NULL ? version : "", ".", 3);
  int sequence = 0;

  for (int i = 0; i < 3; i++)
    {
      guint64 number = i < (int) g_strv_length (parts) ? g_ascii_strtoull (parts[i], NULL, 10) : 0;

      sequence = sequence * 1000 + (int) MIN (number, 999);
    }
  return sequence;
}

static void
append_modified (GString *text, TerWebinar *webinar)
{
  const char *updated = ter_entry_get_updated (ter_webinar_get_entry (webinar));
  TerDate date;

  if (updated != NULL && ter_date_parse (updated, &date) && date.day > 0)
    append_format (text, "LAST-MODIFIED:%04d%02d%02dT000000Z", date.year, date.month, date.day);
}

static void
append_status (GString *text, TerWebinar *webinar)
{
  static const char *words[] = { "CONFIRMED", "TENTATIVE", "CANCELLED" };
  TerWebinarStatus status = ter_webinar_get_status (webinar);

  append_format (text, "STATUS:%s", words[status]);
  /* A whole day, or what does not take place, keeps nobody busy. */
  if (!ter_webinar_has_hour (webinar) || status == TER_WEBINAR_CANCELLED)
    append_line (text, "TRANSP:TRANSPARENT");
}

/* Not for what is over: some calendars would ring at once. */
static void
append_alarm (GString *text, TerWebinar *webinar, GDateTime *stamp)
{
  if (!ter_webinar_has_hour (webinar) || ter_webinar_get_status (webinar) == TER_WEBINAR_CANCELLED ||
      ter_webinar_get_phase (webinar, stamp) != TER_WEBINAR_UPCOMING)
    return;
  append_line (text, "BEGIN:VALARM");
  append_line (text, "ACTION:DISPLAY");
  append_line (text, "TRIGGER:" ALARM);
  append_text (text, "DESCRIPTION", ter_entry_get_title (ter_webinar_get_entry (webinar)));
  append_line (text, "END:VALARM");
}

static void
append_event (GString *text, TerWebinar *webinar, GDateTime *stamp)
{
  TerEntry *entry = ter_webinar_get_entry (webinar);
  g_autofree char *uid = ter_icalendar_dup_uid (webinar);
  g_autofree char *stamp_text = format_utc (stamp);
  g_autofree char *description = dup_description (webinar);
  const char *url = ter_webinar_get_replay (webinar);

  append_line (text, "BEGIN:VEVENT");
  append_text (text, "UID", uid);
  append_format (text, "DTSTAMP:%s", stamp_text);
  append_modified (text, webinar);
  append_format (text, "SEQUENCE:%d", sequence_of (webinar));
  append_dates (text, webinar);
  append_text (text, "SUMMARY", ter_entry_get_title (entry));
  if (*description != '\0')
    append_text (text, "DESCRIPTION", description);
  if (url == NULL)
    url = ter_webinar_get_registration (webinar);
  if (url != NULL)
    append_uri (text, "URL", url);
  append_status (text, webinar);
  append_alarm (text, webinar, stamp);
  append_line (text, "END:VEVENT");
}

typedef struct
{
  GTimeZone *zone;
  gint64 from;
  gint64 to;
} ZoneUse;

static void
note_zone (GHashTable *zones, TerWebinar *webinar)
{
  const char *name = ter_webinar_get_zone_name (webinar);
  g_autoptr (GDateTime) start = ter_webinar_dup_start_time (webinar);
  g_autoptr (GDateTime) end = ter_webinar_dup_end_time (webinar);
  ZoneUse *use;

  if (name == NULL || start == NULL || zone_is_utc (webinar))
    return;
  use = g_hash_table_lookup (zones, name);
  if (use == NULL)
    {
      use = g_new (ZoneUse, 1);
      *use = (ZoneUse) { ter_webinar_get_zone (webinar), G_MAXINT64, G_MININT64 };
      g_hash_table_insert (zones, (char *) name, use);
    }
  use->from = MIN (use->from, g_date_time_to_unix (start));
  use->to = MAX (use->to, g_date_time_to_unix (end != NULL ? end : start));
}

static void
append_zones (GString *text, GPtrArray *webinars)
{
  g_autoptr (GHashTable) zones = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) names = NULL;

  for (guint i = 0; i < webinars->len; i++)
    note_zone (zones, webinars->pdata[i]);
  names = g_hash_table_get_keys_as_ptr_array (zones);
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < names->len; i++)
    {
      const ZoneUse *use = g_hash_table_lookup (zones, names->pdata[i]);
      g_auto (GStrv) lines = ter_vtimezone_write (use->zone, names->pdata[i], use->from, use->to);

      for (guint j = 0; lines[j] != NULL; j++)
        append_line (text, lines[j]);
    }
}

/**
 * ter_icalendar_can_write:
 *
 * Returns: whether @webinar has at least a day, without which no calendar can hold it
 */
gboolean
ter_icalendar_can_write (TerWebinar *webinar)
{
  g_return_val_if_fail (TER_IS_WEBINAR (webinar), FALSE);
  return ter_webinar_get_start (webinar)->day > 0;
}

/**
 * ter_icalendar_dup_uid:
 *
 * Returns: (transfer full): what names this event for ever: its pack and its entry
 */
char *
ter_icalendar_dup_uid (TerWebinar *webinar)
{
  TerEntry *entry;

  g_return_val_if_fail (TER_IS_WEBINAR (webinar), NULL);
  entry = ter_webinar_get_entry (webinar);
  return g_strdup_printf ("%s@%s.packs.territoires-en-actions.fr", ter_entry_get_id (entry),
                          ter_pack_get_id (ter_entry_get_pack (entry)));
}

/**
 * ter_icalendar_dup_name:
 *
 * Returns: (transfer full): a name for its file: "2020-05-28-webinaire.ics"
 */
char *
ter_icalendar_dup_name (TerWebinar *webinar)
{
  const TerDate *start;
  const char *id;

  g_return_val_if_fail (TER_IS_WEBINAR (webinar), NULL);
  start = ter_webinar_get_start (webinar);
  id = ter_entry_get_id (ter_webinar_get_entry (webinar));
  if (start->day == 0)
    return g_strdup_printf ("%s.ics", id);
  return g_strdup_printf ("%04d-%02d-%02d-%s.ics", start->year, start->month, start->day, id);
}

/**
 * ter_icalendar_write:
 * @webinars: (element-type TerWebinar): those without a day are left out
 * @name: (nullable): the calendar's name (RFC 7986)
 * @stamp: when it is written
 *
 * Writes a calendar (RFC 5545) to be added to one's own: the same webinar always has the same UID, and a later version
 * of its pack a greater SEQUENCE, so that it replaces what was added before. Any thread.
 *
 * Returns: (transfer full): UTF-8, lines ended by CR LF
 */
char *
ter_icalendar_write (GPtrArray *webinars, const char *name, GDateTime *stamp)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new ();

  g_return_val_if_fail (webinars != NULL && stamp != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < webinars->len; i++)
    if (ter_icalendar_can_write (webinars->pdata[i]))
      g_ptr_array_add (written, webinars->pdata[i]);

  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//Territoires//Territoires " TER_VERSION "//FR");
  append_line (text, "CALSCALE:GREGORIAN");
  append_line (text, "METHOD:PUBLISH");
  if (name != NULL)
    append_text (text, "NAME", name);
  append_zones (text, written);
  for (guint i = 0; i < written->len; i++)
    append_event (text, written->pdata[i], stamp);
  append_line (text, "END:VCALENDAR");
  return g_string_free (text, FALSE);
}
