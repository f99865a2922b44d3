/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time is counted in days since 1 January 1970. */

/* %FALSE for a day that no date of a pack can be: years 1 to 9999. */
gboolean ter_time_ticks_to_date (double day, GDate *date);
/* The day of a table's date as a number (20200528, 20200500, 20200000): what is not known is the first. NaN for none. */
double ter_time_ticks_from_date (double date);

/**
 * ter_time_ticks_add:
 * @ticks: (element-type double): they are added here, ascending
 * @from: the first day
 * @to: the last day
 * @count: about how many are wanted
 *
 * First days of years, quarters, months or weeks (Sundays), or days: the interval whose length is nearest to (to − from) / count as
 * a ratio (d3-time 3, timeTicks; its intervals below a day are left out).
 */
void ter_time_ticks_add (GArray *ticks, double from, double to, guint count);

/* (transfer full): a tick in the locale's language, as precise as all of @ticks need: 2020, May 2020, 28 May 2020. */
char *ter_time_ticks_dup_text (double day, const GArray *ticks);

G_END_DECLS
