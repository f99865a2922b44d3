/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-newer-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-row.h"

struct _TerNewerPage
{
  TerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerNewerPage, ter_newer_page, TER_TYPE_PAGE)

static void
ter_newer_page_load (TerPage *page)
{
  ter_page_set_empty (page, "software-update-available-symbolic", _ ("From a Newer Version"),
                      _ ("A newer version of Territoires opened this page. It is kept; update the app to see it again."));
}

static void
ter_newer_page_class_init (TerNewerPageClass *klass)
{
  TER_PAGE_CLASS (klass)->load = ter_newer_page_load;
}

static void
ter_newer_page_init (TerNewerPage *self)
{
}

TerPage *
ter_newer_page_new (TerContext *context)
{
  return g_object_new (TER_TYPE_NEWER_PAGE, "context", context, "title", _ ("From a Newer Version"), NULL);
}

GtkWidget *
ter_newer_page_row_new (TerPlace *place)
{
  return ter_row_new_for_action (_ ("From a Newer Version"), NULL, NULL, TER_ACTION_GO_TO, ter_actions_place_target (place));
}
