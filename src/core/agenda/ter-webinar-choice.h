/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-webinar.h"

G_BEGIN_DECLS

/**
 * ter_webinar_choice_find:
 * @entries: (element-type TerEntry): webinars
 * @ahead: (out): whether it is still to come, or not over yet
 *
 * The one that an overview tells of. Those that were cancelled, or say no date, are left out.
 *
 * Returns: (transfer full) (nullable): the webinar that comes next or, when none does, the latest one
 */
TerWebinar *ter_webinar_choice_find (GPtrArray *entries, GDateTime *now, gboolean *ahead);

G_END_DECLS
