/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-webinar.h"

#include "ter-json.h"

/* A webinar whose end is not written is taken to be under way for this long. */
#define ASSUMED_MINUTES 120

struct _TerWebinar
{
  GObject parent_instance;

  TerEntry *entry;
  TerDate start;
  TerDate end;
  char *zone_name;
  GTimeZone *zone;
  TerWebinarStatus status;
  GPtrArray *speakers;
  GPtrArray *agenda;
  GPtrArray *resources;
  char *registration;
  char *replay;
};

G_DEFINE_FINAL_TYPE (TerWebinar, ter_webinar, G_TYPE_OBJECT)

static void
speaker_free (TerSpeaker *speaker)
{
  g_free (speaker->name);
  g_free (speaker->role);
  g_free (speaker->organisation);
  g_free (speaker);
}

static void
agenda_item_free (TerAgendaItem *item)
{
  g_free (item->time);
  g_free (item->title);
  g_free (item->summary);
  g_strfreev (item->speakers);
  g_free (item);
}

static void
resource_free (TerWebinarResource *resource)
{
  g_free (resource->title);
  g_free (resource->date);
  g_free (resource->url);
  g_free (resource->entry_id);
  g_free (resource->path);
  g_free (resource);
}

/* An empty string says nothing. */
static const char *
string_member (JsonObject *object, const char *name)
{
  const char *text = ter_json_get_string (object, name);

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
read_people (TerWebinar *self, JsonObject *object)
{
  JsonArray *speakers = ter_json_get_array (object, "speakers");
  JsonArray *items = ter_json_get_array (object, "agenda");

  for (guint i = 0; i < ter_json_array_length (speakers); i++)
    {
      JsonObject *member = ter_json_array_object (speakers, i);
      TerSpeaker *speaker;

      if (member == NULL || string_member (member, "name") == NULL)
        continue;
      speaker = g_new0 (TerSpeaker, 1);
      speaker->name = g_strdup (string_member (member, "name"));
      speaker->role = g_strdup (ter_entry_get_text (self->entry, member, "role"));
      speaker->organisation = g_strdup (ter_entry_get_text (self->entry, member, "organisation"));
      g_ptr_array_add (self->speakers, speaker);
    }

  for (guint i = 0; i < ter_json_array_length (items); i++)
    {
      JsonObject *member = ter_json_array_object (items, i);
      const char *title = member != NULL ? ter_entry_get_text (self->entry, member, "title") : NULL;
      TerAgendaItem *item;

      if (title == NULL)
        continue;
      item = g_new0 (TerAgendaItem, 1);
      item->time = g_strdup (string_member (member, "time"));
      item->title = g_strdup (title);
      item->summary = g_strdup (ter_entry_get_text (self->entry, member, "summary"));
      item->speakers = ter_json_dup_strv (member, "speakers");
      g_ptr_array_add (self->agenda, item);
    }
}

static void
read_resources (TerWebinar *self, JsonObject *object)
{
  JsonArray *members = ter_json_get_array (object, "resources");

  for (guint i = 0; i < ter_json_array_length (members); i++)
    {
      JsonObject *member = ter_json_array_object (members, i);
      const char *title = member != NULL ? ter_entry_get_text (self->entry, member, "title") : NULL;
      TerWebinarResource *resource;

      if (title == NULL)
        continue;
      resource = g_new0 (TerWebinarResource, 1);
      resource->title = g_strdup (title);
      resource->date = g_strdup (string_member (member, "date"));
      resource->url = g_strdup (string_member (member, "url"));
      resource->entry_id = g_strdup (string_member (member, "entry"));
      resource->path = g_strdup (string_member (member, "path"));
      resource->is_event = g_strcmp0 (string_member (member, "role"), "event") == 0;
      g_ptr_array_add (self->resources, resource);
    }
}

/* An end that is not as precise as the start, or that comes before it, says nothing. */
static void
read_dates (TerWebinar *self, JsonObject *object)
{
  const char *start = string_member (object, "start");
  const char *end = string_member (object, "end");

  if (start == NULL)
    start = ter_entry_get_date (self->entry);
  if (start == NULL || !ter_date_parse (start, &self->start))
    self->start = (TerDate) { .hour = -1 };
  if (end == NULL || !ter_date_parse (end, &self->end) || (self->start.hour < 0) != (self->end.hour < 0) ||
      (self->start.day == 0) != (self->end.day == 0) || ter_date_compare (&self->start, &self->end) > 0)
    self->end = (TerDate) { .hour = -1 };
}

/* GTimeZone reads offsets, POSIX rules and whatever file a path leads to: only a name may go there. */
static gboolean
is_zone_name (const char *name)
{
  return g_regex_match_simple ("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*)*$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
read_zone (TerWebinar *self, JsonObject *object)
{
  const char *name = string_member (object, "timezone");

  if (name != NULL && is_zone_name (name))
    self->zone = g_time_zone_new_identifier (name);
  if (self->zone != NULL)
    self->zone_name = g_strdup (name);
}

static TerWebinarStatus
read_status (JsonObject *object)
{
  const char *status = string_member (object, "status");

  if (g_strcmp0 (status, "tentative") == 0)
    return TER_WEBINAR_TENTATIVE;
  if (g_strcmp0 (status, "cancelled") == 0)
    return TER_WEBINAR_CANCELLED;
  return TER_WEBINAR_CONFIRMED;
}

static GDateTime *
date_to_time (TerWebinar *self, const TerDate *date)
{
  g_autoptr (GTimeZone) local = NULL;

  if (date->year == 0)
    return NULL;
  if (self->zone == NULL)
    local = g_time_zone_new_local ();
  return g_date_time_new (self->zone != NULL ? self->zone : local, date->year, MAX (date->month, 1), MAX (date->day, 1),
                          MAX (date->hour, 0), date->hour < 0 ? 0 : date->minute, 0);
}

/* The first moment at which @date, as precise as it is, is over. */
static GDateTime *
date_to_time_after (TerWebinar *self, const TerDate *date)
{
  g_autoptr (GDateTime) time = date_to_time (self, date);

  if (time == NULL)
    return NULL;
  if (date->hour >= 0)
    return g_steal_pointer (&time);
  if (date->day > 0)
    return g_date_time_add_days (time, 1);
  if (date->month > 0)
    return g_date_time_add_months (time, 1);
  return g_date_time_add_years (time, 1);
}

static void
ter_webinar_finalize (GObject *object)
{
  TerWebinar *self = TER_WEBINAR (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->zone_name, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->speakers, g_ptr_array_unref);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_pointer (&self->registration, g_free);
  g_clear_pointer (&self->replay, g_free);

  G_OBJECT_CLASS (ter_webinar_parent_class)->finalize (object);
}

static void
ter_webinar_class_init (TerWebinarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_webinar_finalize;
}

static void
ter_webinar_init (TerWebinar *self)
{
  self->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) speaker_free);
  self->agenda = g_ptr_array_new_with_free_func ((GDestroyNotify) agenda_item_free);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) resource_free);
}

/**
 * ter_webinar_new:
 * @entry: an entry, of kind `webinar` or used as one
 *
 * Reads what a webinar adds to an entry. What is missing or is not of the right type is left out.
 */
TerWebinar *
ter_webinar_new (TerEntry *entry)
{
  TerWebinar *self;
  JsonObject *object;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  self = g_object_new (TER_TYPE_WEBINAR, NULL);
  self->entry = g_object_ref (entry);
  object = ter_entry_get_object (entry);
  read_dates (self, object);
  read_zone (self, object);
  self->status = read_status (object);
  read_people (self, object);
  read_resources (self, object);
  self->registration = g_strdup (string_member (object, "registration"));
  self->replay = g_strdup (string_member (object, "replay"));
  return self;
}

TerEntry *
ter_webinar_get_entry (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->entry;
}

/**
 * ter_webinar_get_start:
 *
 * Returns: when it begins, in the webinar's own zone, as precise as the pack says; its year is 0 when nothing is said
 */
const TerDate *
ter_webinar_get_start (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return &self->start;
}

/**
 * ter_webinar_get_end:
 *
 * Returns: when it ends, as precise as its start; for a date without hour, the last day. Its year is 0 when it is not known
 */
const TerDate *
ter_webinar_get_end (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return &self->end;
}

/**
 * ter_webinar_has_hour:
 *
 * Returns: whether the hour at which it begins is known
 */
gboolean
ter_webinar_has_hour (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), FALSE);
  return self->start.year > 0 && self->start.hour >= 0;
}

/**
 * ter_webinar_get_zone_name:
 *
 * Returns: (nullable): the IANA name of its time zone; %NULL when it gives none that is known here
 */
const char *
ter_webinar_get_zone_name (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->zone_name;
}

/**
 * ter_webinar_get_zone:
 *
 * Returns: (transfer none) (nullable): its time zone, %NULL as for ter_webinar_get_zone_name()
 */
GTimeZone *
ter_webinar_get_zone (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->zone;
}

/**
 * ter_webinar_dup_start_time:
 *
 * Returns: (transfer full) (nullable): the moment at which it begins, in its zone (this computer's when it gives none);
 *   %NULL when its hour is not known
 */
GDateTime *
ter_webinar_dup_start_time (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return ter_webinar_has_hour (self) ? date_to_time (self, &self->start) : NULL;
}

/**
 * ter_webinar_dup_end_time:
 *
 * Returns: (transfer full) (nullable): the moment at which it ends; %NULL when it is not known
 */
GDateTime *
ter_webinar_dup_end_time (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return ter_webinar_has_hour (self) ? date_to_time (self, &self->end) : NULL;
}

/**
 * ter_webinar_get_minutes:
 *
 * Returns: how long it lasts, in minutes; 0 when its hours are not known
 */
int
ter_webinar_get_minutes (TerWebinar *self)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  g_return_val_if_fail (TER_IS_WEBINAR (self), 0);

  start = ter_webinar_dup_start_time (self);
  end = ter_webinar_dup_end_time (self);
  if (start == NULL || end == NULL)
    return 0;
  return (int) (g_date_time_difference (end, start) / G_TIME_SPAN_MINUTE);
}

TerWebinarStatus
ter_webinar_get_status (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), TER_WEBINAR_CONFIRMED);
  return self->status;
}

/**
 * ter_webinar_get_phase:
 * @now: the time to compare with, in any zone
 *
 * Without an hour, a webinar is upcoming until its day (or month, or year) is over: we cannot know more. With an hour
 * and no end, it is under way for two hours. Without any date, it is past.
 */
TerWebinarPhase
ter_webinar_get_phase (TerWebinar *self, GDateTime *now)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) over = NULL;

  g_return_val_if_fail (TER_IS_WEBINAR (self), TER_WEBINAR_PAST);
  g_return_val_if_fail (now != NULL, TER_WEBINAR_PAST);

  if (self->start.year == 0)
    return TER_WEBINAR_PAST;
  start = date_to_time (self, &self->start);
  over = date_to_time_after (self, self->end.year > 0 ? &self->end : &self->start);
  if (start == NULL || over == NULL)
    return TER_WEBINAR_PAST;
  if (self->start.hour >= 0 && self->end.year == 0)
    {
      g_autoptr (GDateTime) begun = g_steal_pointer (&over);

      over = g_date_time_add_minutes (begun, ASSUMED_MINUTES);
    }
  if (g_date_time_compare (now, over) >= 0)
    return TER_WEBINAR_PAST;
  if (self->start.hour < 0 || g_date_time_compare (now, start) < 0)
    return TER_WEBINAR_UPCOMING;
  return TER_WEBINAR_LIVE;
}

/**
 * ter_webinar_compare:
 *
 * Orders by start, earliest first; a webinar without hour comes before those of its day.
 */
int
ter_webinar_compare (TerWebinar *a, TerWebinar *b)
{
  g_return_val_if_fail (TER_IS_WEBINAR (a) && TER_IS_WEBINAR (b), 0);
  return ter_date_compare (&a->start, &b->start);
}

/**
 * ter_webinar_get_speakers:
 *
 * Returns: (transfer none) (element-type TerSpeaker): in the pack's order
 */
GPtrArray *
ter_webinar_get_speakers (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->speakers;
}

/**
 * ter_webinar_get_agenda:
 *
 * Returns: (transfer none) (element-type TerAgendaItem): in the pack's order
 */
GPtrArray *
ter_webinar_get_agenda (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->agenda;
}

/**
 * ter_webinar_get_resources:
 *
 * Returns: (transfer none) (element-type TerWebinarResource): in the pack's order, events among them
 */
GPtrArray *
ter_webinar_get_resources (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->resources;
}

/**
 * ter_webinar_get_registration:
 *
 * Returns: (nullable): the address where one registers
 */
const char *
ter_webinar_get_registration (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->registration;
}

/**
 * ter_webinar_get_replay:
 *
 * Returns: (nullable): the address of the recording
 */
const char *
ter_webinar_get_replay (TerWebinar *self)
{
  g_return_val_if_fail (TER_IS_WEBINAR (self), NULL);
  return self->replay;
}
