/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an author wants numbers and days written: d3's patterns (https://d3js.org/d3-format, https://d3js.org/d3-time-format), with the separators and the
 * words of the locale's language. Any thread. */

/* What of d3-format is understood: [+][,][.PRECISION][~][TYPE], where TYPE is d, f, %, r, s or nothing. */
gboolean ter_format_pattern_is_number (const char *pattern);
/* (transfer full): @value by a pattern that is understood; "" for NaN. */
char *ter_format_pattern_dup_number (const char *pattern, double value);

/* (transfer full): the same on an axis, where a pattern without a precision has that of the step between @ticks (element-type double), and one
 * prefix for all (d3-scale 4, tickFormat). */
char *ter_format_pattern_dup_tick (const char *pattern, double value, const GArray *ticks);

/* What of d3-time-format is understood: %Y, %y, %m, %-m, %d, %-d, %e, %B, %b, %% and other letters as they are. */
gboolean ter_format_pattern_is_time (const char *pattern);
/* (transfer full): a day by a pattern that is understood. @year: 1 to 9999 */
char *ter_format_pattern_dup_time (const char *pattern, guint year, guint month, guint day);

G_END_DECLS
