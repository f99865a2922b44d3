/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One moment at which the clocks of a zone change. */
typedef struct
{
  gint64 time;     /* seconds since 1970 */
  int offset_from; /* seconds east of UTC, before */
  int offset_to;   /* and after */
  gboolean is_dst; /* after */
  char *name;      /* after: "CEST" */
} TerTransition;

GPtrArray *ter_vtimezone_list_transitions (GTimeZone *zone, gint64 from, gint64 to);
GStrv ter_vtimezone_write (GTimeZone *zone, const char *zone_name, gint64 from, gint64 to);

G_END_DECLS
