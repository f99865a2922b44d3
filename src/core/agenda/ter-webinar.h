/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-date.h"
#include "ter-entry.h"

G_BEGIN_DECLS

/* A webinar, read once from its entry. Immutable. */
#define TER_TYPE_WEBINAR (ter_webinar_get_type ())
G_DECLARE_FINAL_TYPE (TerWebinar, ter_webinar, TER, WEBINAR, GObject)

typedef enum
{
  TER_WEBINAR_CONFIRMED,
  TER_WEBINAR_TENTATIVE,
  TER_WEBINAR_CANCELLED,
} TerWebinarStatus;

typedef enum
{
  TER_WEBINAR_UPCOMING,
  TER_WEBINAR_LIVE,
  TER_WEBINAR_PAST,
} TerWebinarPhase;

typedef struct
{
  char *name;
  char *role;         /* nullable */
  char *organisation; /* nullable */
} TerSpeaker;

typedef struct
{
  char *time; /* nullable, "13:05" */
  char *title;
  char *summary;  /* nullable */
  GStrv speakers; /* never NULL */
} TerAgendaItem;

typedef struct
{
  char *title;
  char *date;        /* nullable, as written */
  char *url;         /* nullable */
  char *entry_id;    /* nullable */
  char *path;        /* nullable */
  gboolean is_event; /* something that took place around the webinar, and not something to read */
} TerWebinarResource;

TerWebinar *ter_webinar_new (TerEntry *entry);

TerEntry *ter_webinar_get_entry (TerWebinar *self); /* (transfer none) */
const TerDate *ter_webinar_get_start (TerWebinar *self);
const TerDate *ter_webinar_get_end (TerWebinar *self);
gboolean ter_webinar_has_hour (TerWebinar *self);
const char *ter_webinar_get_zone_name (TerWebinar *self);
GTimeZone *ter_webinar_get_zone (TerWebinar *self);
GDateTime *ter_webinar_dup_start_time (TerWebinar *self);
GDateTime *ter_webinar_dup_end_time (TerWebinar *self);
int ter_webinar_get_minutes (TerWebinar *self);
TerWebinarStatus ter_webinar_get_status (TerWebinar *self); /* as the pack says */
TerWebinarPhase ter_webinar_get_phase (TerWebinar *self, GDateTime *now);
int ter_webinar_compare (TerWebinar *a, TerWebinar *b);
GPtrArray *ter_webinar_get_speakers (TerWebinar *self);
GPtrArray *ter_webinar_get_agenda (TerWebinar *self);
GPtrArray *ter_webinar_get_resources (TerWebinar *self);
const char *ter_webinar_get_registration (TerWebinar *self);
const char *ter_webinar_get_replay (TerWebinar *self);

G_END_DECLS
