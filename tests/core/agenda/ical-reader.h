/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A strict reader of iCalendar for tests: it fails the test where RFC 5545 is not kept. */
typedef struct
{
  char *name;       /* upper case */
  char *parameters; /* "" or "TZID=Europe/Paris" */
  char *value;      /* as written */
} IcalProperty;

typedef struct _IcalComponent IcalComponent;
struct _IcalComponent
{
  char *name;
  GPtrArray *properties; /* of IcalProperty */
  GPtrArray *components; /* of IcalComponent */
};

IcalComponent *ical_read (const char *text);
void ical_free (IcalComponent *component);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IcalComponent, ical_free)

/* The @index-th component of this name inside @parent, or NULL. */
IcalComponent *ical_find (IcalComponent *parent, const char *name, guint index);
/* The one property of this name, or NULL; fails when there are several. */
IcalProperty *ical_get (IcalComponent *component, const char *name);
/* Its value, which must be there, with escapes taken back. */
char *ical_dup_text (IcalComponent *component, const char *name);
/* What a VTIMEZONE says is the offset from UTC, in seconds, at a local time "20200528T130000". */
int ical_zone_offset (IcalComponent *zone, const char *local);
