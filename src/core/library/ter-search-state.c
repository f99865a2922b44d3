/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-search-state.h"

#include <glib/gi18n-lib.h>

struct _TerSearchState
{
  char *text;
  GPtrArray *hits; /* nullable: not known yet */
  guint n_total;
};

static void
state_clear (gpointer data)
{
  TerSearchState *self = data;

  g_free (self->text);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
}

/* @text: (transfer full) */
static TerSearchState *
state_new (char *text, GPtrArray *hits, guint n_total)
{
  TerSearchState *self = g_atomic_rc_box_new0 (TerSearchState);

  self->text = text;
  self->hits = hits != NULL ? g_ptr_array_ref (hits) : NULL;
  self->n_total = n_total;
  return self;
}

TerSearchState *
ter_search_state_new (void)
{
  return state_new (g_strdup (""), NULL, 0);
}

TerSearchState *
ter_search_state_ref (TerSearchState *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ter_search_state_unref (TerSearchState *self)
{
  g_atomic_rc_box_release_full (self, state_clear);
}

TerSearchState *
ter_search_state_with_text (TerSearchState *self, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return state_new (g_strstrip (g_strdup (text)), NULL, 0);
}

TerSearchState *
ter_search_state_with_hits (TerSearchState *self, GPtrArray *hits, guint n_total)
{
  g_return_val_if_fail (self != NULL && hits != NULL, NULL);

  return state_new (g_strdup (self->text), hits, n_total);
}

const char *
ter_search_state_get_text (TerSearchState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/* ---- What to show ---- */

static TerSearchStage
find_stage (TerSearchState *self)
{
  if (*self->text == '\0')
    return TER_SEARCH_INVITES;
  if (self->hits == NULL)
    return TER_SEARCH_WAITS;
  return self->hits->len > 0 ? TER_SEARCH_FOUND : TER_SEARCH_FOUND_NOTHING;
}

static char *
dup_title (TerSearchState *self, TerSearchStage stage)
{
  if (stage == TER_SEARCH_FOUND_NOTHING)
    return g_strdup_printf (_ ("Nothing Found for “%s”"), self->text);
  if (stage != TER_SEARCH_FOUND)
    return NULL;
  if (self->n_total > self->hits->len)
    return g_strdup_printf (ngettext ("%u result, the best %u shown", "%u results, the best %u shown", self->n_total),
                            self->n_total, self->hits->len);
  return g_strdup_printf (ngettext ("%u result", "%u results", self->n_total), self->n_total);
}

static void
group_free (gpointer data)
{
  TerSearchGroup *group = data;

  g_ptr_array_unref (group->hits);
  g_free (group);
}

/* The group of a kind, made when it is the first of its kind. */
static TerSearchGroup *
find_group (GPtrArray *groups, const char *kind)
{
  TerSearchGroup *group;

  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((const TerSearchGroup *) groups->pdata[i])->kind, kind))
      return groups->pdata[i];
  group = g_new (TerSearchGroup, 1);
  *group = (TerSearchGroup) { kind, g_ptr_array_new () };
  g_ptr_array_add (groups, group);
  return group;
}

TerSearchView *
ter_search_state_apply (TerSearchState *self)
{
  TerSearchView *view;

  g_return_val_if_fail (self != NULL, NULL);

  view = g_new (TerSearchView, 1);
  view->stage = find_stage (self);
  view->title = dup_title (self, view->stage);
  view->groups = g_ptr_array_new_with_free_func (group_free);
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      TerSearchHit *hit = g_ptr_array_index (self->hits, i);

      g_ptr_array_add (find_group (view->groups, ter_entry_get_kind (hit->entry))->hits, hit);
    }
  return view;
}

void
ter_search_view_free (TerSearchView *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->groups);
  g_free (self);
}
