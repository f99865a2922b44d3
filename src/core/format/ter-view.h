/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The views that a section can have: what shows its entries. VIEW (NAME, "id"). An id is never renamed. The checker, the schemas
 * and the window read this one table. */
#define TER_VIEW_TABLE(VIEW) \
  VIEW (HOME, "home") \
  VIEW (THEMES, "themes") \
  VIEW (PAGES, "pages") \
  VIEW (WEBINARS, "webinars") \
  VIEW (KITS, "kits") \
  VIEW (EXAMPLES, "examples") \
  VIEW (OBSERVATORY, "observatory") \
  VIEW (GOALS, "goals")

typedef enum
{
#define TER_VIEW(NAME, id) TER_VIEW_##NAME,
  TER_VIEW_TABLE (TER_VIEW)
#undef TER_VIEW
    TER_N_VIEWS
} TerView;

/* %TER_N_VIEWS when this version does not know it. @id: (nullable). Pure; any thread. */
TerView ter_view_find (const char *id);
/* (transfer none): all ids, %NULL at the end, in the order of the table. */
const char *const *ter_view_list (void);

G_END_DECLS
