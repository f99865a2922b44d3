/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-pack-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ter-hash.h"
#include "ter-pack-parts-private.h"

typedef struct
{
  TerPackParts *before;
  TerPackParts *after;
  GPtrArray *by_type[TER_CHANGED_CANCELLED + 1]; /* of TerChange */
} Diff;

static void
diff_clear (Diff *diff)
{
  g_clear_pointer (&diff->before, ter_pack_parts_free);
  g_clear_pointer (&diff->after, ter_pack_parts_free);
  for (guint type = 0; type < G_N_ELEMENTS (diff->by_type); type++)
    g_clear_pointer (&diff->by_type[type], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Diff, diff_clear)

/* @detail: (transfer full) (nullable) */
static void
add_change (Diff *diff, TerChangeType type, const TerPartsItem *item, char *detail)
{
  TerChange *change = g_new0 (TerChange, 1);

  change->type = type;
  change->kind = g_strdup (item->kind);
  change->id = g_strdup (item->id);
  change->title = g_strdup (item->title);
  change->detail = detail;
  g_ptr_array_add (diff->by_type[type], change);
}

static guint64
get_changed_parts (Diff *diff, const TerPartsItem *before, const TerPartsItem *after)
{
  guint64 changed = before->parts ^ after->parts;

  for (guint part = 0; part < TER_N_PARTS; part++)
    {
      const TerDigest *a = ter_pack_parts_get_digest (diff->before, before, part);
      const TerDigest *b = ter_pack_parts_get_digest (diff->after, after, part);

      if (a != NULL && b != NULL && memcmp (a, b, sizeof *a) != 0)
        changed |= TER_PART_BIT (part);
    }
  return changed;
}

/* ---- Webinars ---- */

static gboolean
is_another_time (const TerMoment *a, const TerMoment *b)
{
  return ter_date_compare (&a->start, &b->start) != 0 || ter_date_compare (&a->end, &b->end) != 0 ||
         g_strcmp0 (a->zone, b->zone) != 0;
}

/* (transfer full): what happened to its time, and what else is new. */
static char *
dup_detail (char *what, /* (transfer full) */
            guint64 others)
{
  g_autofree char *first = what;
  g_autofree char *rest = others != 0 ? ter_part_dup_words (others) : NULL;

  if (rest == NULL)
    return g_steal_pointer (&first);
  /* Translators: first where a webinar moved to, then what else changed in it: "title, speakers". */
  return g_strdup_printf (_ ("%s; also: %s"), first, rest);
}

/* Whether the change is told as one of a webinar's time. A webinar that stays cancelled moves nowhere. */
static gboolean
compare_moments (Diff *diff, const TerPartsItem *before, const TerPartsItem *after, guint64 *changed)
{
  const TerMoment *was = ter_pack_parts_get_moment (diff->before, before);
  const TerMoment *is = ter_pack_parts_get_moment (diff->after, after);

  if (was == NULL || is == NULL)
    return FALSE;
  if (is->status == TER_WEBINAR_CANCELLED && was->status != TER_WEBINAR_CANCELLED)
    {
      add_change (diff, TER_CHANGED_CANCELLED, after, dup_detail (ter_moment_dup_text (was), *changed));
      return TRUE;
    }
  if (is->status != was->status)
    *changed |= TER_PART_BIT (TER_PART_STATUS);
  if (!is_another_time (was, is))
    return FALSE;
  if (is->status == TER_WEBINAR_CANCELLED)
    {
      *changed |= TER_PART_BIT (TER_PART_DATES);
      return FALSE;
    }
  add_change (diff, TER_CHANGED_MOVED, after, dup_detail (ter_moment_dup_move (was, is), *changed));
  return TRUE;
}

/* ---- Other things ---- */

/* (transfer full) (nullable): what changed in a thing, after its kind. */
static char *
dup_changed (const TerPartsItem *before, const TerPartsItem *after, guint64 changed)
{
  g_autofree char *renamed = NULL;
  g_autofree char *parts = NULL;

  /* Of a table or another file, the content is what one expects to change: its sentence says so. */
  if (changed == TER_PART_BIT (TER_PART_DATA))
    return NULL;
  if (!g_str_equal (after->kind, "section") || g_str_equal (before->title, after->title))
    return ter_part_dup_words (changed);

  /* Translators: the former title of a section that has another one now. */
  renamed = g_strdup_printf (_ ("formerly “%s”"), before->title);
  changed &= ~TER_PART_BIT (TER_PART_TITLE);
  if (changed == 0)
    return g_steal_pointer (&renamed);
  parts = ter_part_dup_words (changed);
  return g_strconcat (renamed, ", ", parts, NULL);
}

/* @more: parts that changed and are not the item's own */
static void
compare_items (Diff *diff, const TerPartsItem *before, const TerPartsItem *after, guint64 more)
{
  guint64 changed = get_changed_parts (diff, before, after) | more;

  if (!compare_moments (diff, before, after, &changed) && changed != 0)
    add_change (diff, TER_CHANGED_CHANGED, after, dup_changed (before, after, changed));
}

static gboolean
is_told (Diff *diff, TerPartsList list, const TerPartsItem *item)
{
  return list != TER_PARTS_FILES ||
         (!ter_pack_parts_is_owned (diff->before, item->id) && !ter_pack_parts_is_owned (diff->after, item->id));
}

static void
compare_lists (Diff *diff, TerPartsList list)
{
  guint found;

  for (guint i = 0; i < ter_pack_parts_get_n (diff->after, list); i++)
    {
      const TerPartsItem *item = ter_pack_parts_get (diff->after, list, i);

      if (!is_told (diff, list, item))
        continue;
      if (ter_pack_parts_find (diff->before, list, item->id, &found))
        compare_items (diff, ter_pack_parts_get (diff->before, list, found), item, 0);
      else
        add_change (diff, TER_CHANGED_ADDED, item, NULL);
    }
  for (guint i = 0; i < ter_pack_parts_get_n (diff->before, list); i++)
    {
      const TerPartsItem *item = ter_pack_parts_get (diff->before, list, i);

      if (is_told (diff, list, item) && !ter_pack_parts_find (diff->after, list, item->id, &found))
        add_change (diff, TER_CHANGED_WITHDRAWN, item, NULL);
    }
}

/* Whether what both versions have, of one kind, stands in another order: sections show entries as they are listed. */
static gboolean
is_reordered (Diff *diff, TerPartsList list)
{
  g_autoptr (GHashTable) last = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < ter_pack_parts_get_n (diff->after, list); i++)
    {
      const TerPartsItem *item = ter_pack_parts_get (diff->after, list, i);
      guint found;

      if (!ter_pack_parts_find (diff->before, list, item->id, &found))
        continue;
      if (found < GPOINTER_TO_UINT (g_hash_table_lookup (last, item->kind)))
        return TRUE;
      g_hash_table_insert (last, (gpointer) item->kind, GUINT_TO_POINTER (found));
    }
  return FALSE;
}

static void
compare (Diff *diff)
{
  guint64 order = (is_reordered (diff, TER_PARTS_SECTIONS) ? TER_PART_BIT (TER_PART_SECTION_ORDER) : 0) |
                  (is_reordered (diff, TER_PARTS_ENTRIES) ? TER_PART_BIT (TER_PART_ENTRY_ORDER) : 0);

  compare_items (diff, ter_pack_parts_get (diff->before, TER_PARTS_PACK, 0), ter_pack_parts_get (diff->after, TER_PARTS_PACK, 0),
                 order);
  compare_lists (diff, TER_PARTS_SECTIONS);
  compare_lists (diff, TER_PARTS_ENTRIES);
  compare_lists (diff, TER_PARTS_VOCABULARIES);
  compare_lists (diff, TER_PARTS_FILES);
}

GPtrArray *
ter_pack_diff (TerPack *before, TerPack *after, GCancellable *cancellable, GError **error)
{
  static const TerChangeType order[] = { TER_CHANGED_MOVED, TER_CHANGED_CANCELLED, TER_CHANGED_ADDED, TER_CHANGED_CHANGED,
                                         TER_CHANGED_WITHDRAWN };
  g_auto (Diff) diff = { 0 };
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (TER_IS_PACK (before) && TER_IS_PACK (after), NULL);

  diff.before = ter_pack_parts_new (before, cancellable, error);
  if (diff.before == NULL)
    return NULL;
  diff.after = ter_pack_parts_new (after, cancellable, error);
  if (diff.after == NULL)
    return NULL;
  for (guint type = 0; type < G_N_ELEMENTS (diff.by_type); type++)
    diff.by_type[type] = g_ptr_array_new ();
  compare (&diff);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_change_free);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_ptr_array_extend (changes, diff.by_type[order[i]], NULL, NULL);
  return g_steal_pointer (&changes);
}

void
ter_change_free (TerChange *change)
{
  if (change == NULL)
    return;
  g_free (change->kind);
  g_free (change->id);
  g_free (change->title);
  g_free (change->detail);
  g_free (change);
}
