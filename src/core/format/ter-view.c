/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-view.h"

static const char *const ids[] = {
#define TER_VIEW(NAME, id) [TER_VIEW_##NAME] = id,
  TER_VIEW_TABLE (TER_VIEW)
#undef TER_VIEW
    NULL
};

TerView
ter_view_find (const char *id)
{
  guint view = 0;

  while (view < TER_N_VIEWS && g_strcmp0 (ids[view], id) != 0)
    view++;
  return view;
}

const char *const *
ter_view_list (void)
{
  return ids;
}
