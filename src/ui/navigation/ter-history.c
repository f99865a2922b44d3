/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-history.h"

#include "ter-routes.h"

#define MAX_PAST 20

struct _TerHistory
{
  AdwNavigationView *view;
  GPtrArray *past; /* of GPtrArray of AdwNavigationPage: the stacks that were left, oldest first */
};

static GPtrArray *
dup_stack (TerHistory *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    g_ptr_array_add (pages, g_list_model_get_item (stack, i));

  return pages;
}

static void
show_stack (TerHistory *self, GPtrArray *pages)
{
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) pages->pdata, pages->len);
}

TerHistory *
ter_history_new (AdwNavigationView *view)
{
  TerHistory *self = g_new0 (TerHistory, 1);

  self->view = view;
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
ter_history_free (TerHistory *self)
{
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_free (self);
}

void
ter_history_push (TerHistory *self, AdwNavigationPage *page)
{
  adw_navigation_view_push (self->view, page);
}

void
ter_history_switch (TerHistory *self, AdwNavigationPage *page)
{
  g_autoptr (GPtrArray) former = dup_stack (self);

  if (former->len > 0)
    g_ptr_array_add (self->past, g_steal_pointer (&former));
  if (self->past->len > MAX_PAST)
    g_ptr_array_remove_index (self->past, 0);

  adw_navigation_view_replace (self->view, &page, 1);
}

gboolean
ter_history_back (TerHistory *self)
{
  g_autoptr (GPtrArray) former = NULL;

  if (adw_navigation_view_pop (self->view))
    return TRUE;
  if (self->past->len == 0)
    return FALSE;

  former = g_ptr_array_steal_index (self->past, self->past->len - 1);
  show_stack (self, former);

  return TRUE;
}

/* %TRUE when @pages is not what it was. */
static gboolean
renew_pages (GPtrArray *pages, TerContext *context)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < pages->len;)
    {
      AdwNavigationPage *page = g_ptr_array_index (pages, i);
      TerPage *fresh;

      if (!TER_IS_PAGE (page) || !ter_routes_is_stale (context, TER_PAGE (page)))
        {
          i++;
          continue;
        }

      changed = TRUE;
      fresh = ter_routes_new_page (context, ter_page_get_place (TER_PAGE (page)));
      g_ptr_array_remove_index (pages, i);
      if (fresh != NULL)
        g_ptr_array_insert (pages, i++, g_object_ref_sink (fresh));
    }

  return changed;
}

gboolean
ter_history_renew (TerHistory *self, TerContext *context)
{
  g_autoptr (GPtrArray) pages = dup_stack (self);

  for (guint i = self->past->len; i > 0; i--)
    {
      GPtrArray *stack = g_ptr_array_index (self->past, i - 1);

      renew_pages (stack, context);
      if (stack->len == 0)
        g_ptr_array_remove_index (self->past, i - 1);
    }

  if (renew_pages (pages, context) && pages->len > 0)
    show_stack (self, pages);

  return pages->len > 0;
}
