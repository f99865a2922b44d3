/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-webinar.h"

G_BEGIN_DECLS

gboolean ter_icalendar_can_write (TerWebinar *webinar);
char *ter_icalendar_write (GPtrArray *webinars, const char *name, GDateTime *stamp);
char *ter_icalendar_dup_uid (TerWebinar *webinar);
char *ter_icalendar_dup_name (TerWebinar *webinar);

G_END_DECLS
