/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @value with the current locale's separators (in French U+202F and a comma) and at most @decimals
 * decimals; trailing zeros are dropped. What these would leave nothing or a lone digit of keeps two significant digits: 0.0004 is
 * never 0. "" for NaN. */
char *ter_number_format (double value, int decimals);
/* (transfer full): the same without separators of thousands: a year, or what is made of years. */
char *ter_number_format_year (double value, int decimals);
/* (transfer full): the same with its unit after it: "46 %" (U+202F in French, none in English), "1 234 €". */
char *ter_number_format_unit (double value, int decimals, const char *unit);
/* (transfer full): @value with exactly @decimals decimals, or, @trimmed, without their zeros at the end; with separators of thousands when
 * @grouped. As the author's pattern says: nothing is added. */
char *ter_number_format_fixed (double value, int decimals, gboolean grouped, gboolean trimmed);
/* (transfer full): a number that is already written, with a unit after it. */
char *ter_number_add_unit (const char *number, const char *unit);
/* (transfer full): "1,2 Mo" / "1.2 MB". */
char *ter_number_format_size (guint64 bytes);

G_END_DECLS
