/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-classes.h"

G_BEGIN_DECLS

/* What a class of values is called in a map's legend. */

/* Whether all values are whole: counts are told otherwise than measures. */
gboolean ter_class_words_is_whole (const double *values, guint n_values);
/* (transfer full): "from 3 to 5", "less than 2"; @whole: of ter_class_words_is_whole() */
char *ter_class_words_dup_range (const TerClasses *classes, guint index, gboolean whole);

/* (transfer full): one bound, or a value between them. */
char *ter_class_words_dup_bound (const TerClasses *classes, double value, int decimals);

G_END_DECLS
