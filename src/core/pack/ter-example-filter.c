/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-example-filter.h"

#include "ter-example-index-private.h"
#include "ter-fold.h"
#include "ter-hash.h"

struct _TerExampleFilter
{
  GObject parent_instance;

  char *text;
  TerExampleSort sort;
  GStrv chosen; /* "FACET=VALUE", in the order of choosing */
};

G_DEFINE_FINAL_TYPE (TerExampleFilter, ter_example_filter, G_TYPE_OBJECT)

/* The filter and its transitions */

static void
ter_example_filter_finalize (GObject *object)
{
  TerExampleFilter *self = TER_EXAMPLE_FILTER (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->chosen, g_strfreev);

  G_OBJECT_CLASS (ter_example_filter_parent_class)->finalize (object);
}

static void
ter_example_filter_class_init (TerExampleFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_example_filter_finalize;
}

static void
ter_example_filter_init (TerExampleFilter *self)
{
}

static TerExampleFilter *
filter_new (const char *text, TerExampleSort sort, GStrv chosen)
{
  TerExampleFilter *self = g_object_new (TER_TYPE_EXAMPLE_FILTER, NULL);

  self->text = g_strdup (text);
  self->sort = sort;
  self->chosen = chosen;
  return self;
}

/**
 * ter_example_filter_new:
 *
 * Returns: a filter that shows all, in the pack's order
 */
TerExampleFilter *
ter_example_filter_new (void)
{
  return filter_new ("", TER_EXAMPLE_SORT_LISTED, g_new0 (char *, 1));
}

/**
 * ter_example_filter_with_text:
 *
 * Returns: (transfer full): the same filter, with entries that hold each word of @text, accents forgiven
 */
TerExampleFilter *
ter_example_filter_with_text (TerExampleFilter *self, const char *text)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self) && text != NULL, NULL);
  return filter_new (text, self->sort, g_strdupv (self->chosen));
}

TerExampleFilter *
ter_example_filter_with_sort (TerExampleFilter *self, TerExampleSort sort)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self), NULL);
  return filter_new (self->text, sort, g_strdupv (self->chosen));
}

/**
 * ter_example_filter_toggle:
 * @facet: a facet of the index
 * @value: one of its values
 *
 * Values of one facet add to each other; facets restrict one another.
 *
 * Returns: (transfer full): the same filter with this choice added, or taken back when it was there
 */
TerExampleFilter *
ter_example_filter_toggle (TerExampleFilter *self, const char *facet, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *choice = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self) && facet != NULL && value != NULL, NULL);

  choice = g_strdup_printf ("%s=%s", facet, value);
  for (guint i = 0; self->chosen[i] != NULL; i++)
    {
      if (g_str_equal (self->chosen[i], choice))
        found = TRUE;
      else
        g_strv_builder_add (builder, self->chosen[i]);
    }
  if (!found)
    g_strv_builder_take (builder, g_steal_pointer (&choice));
  return filter_new (self->text, self->sort, g_strv_builder_end (builder));
}

/**
 * ter_example_filter_clear:
 *
 * Returns: (transfer full): a filter that shows all, in the same order as this one
 */
TerExampleFilter *
ter_example_filter_clear (TerExampleFilter *self)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self), NULL);
  return filter_new ("", self->sort, g_new0 (char *, 1));
}

const char *
ter_example_filter_get_text (TerExampleFilter *self)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self), NULL);
  return self->text;
}

TerExampleSort
ter_example_filter_get_sort (TerExampleFilter *self)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self), TER_EXAMPLE_SORT_LISTED);
  return self->sort;
}

/**
 * ter_example_filter_is_empty:
 *
 * Returns: whether it shows all
 */
gboolean
ter_example_filter_is_empty (TerExampleFilter *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self), TRUE);
  words = g_strstrip (g_strdup (self->text));
  return self->chosen[0] == NULL && *words == '\0';
}

/* What to show */

static gboolean
is_chosen (TerExampleFilter *self, const char *facet, const char *value)
{
  gsize length = strlen (facet);

  for (guint i = 0; self->chosen[i] != NULL; i++)
    if (strncmp (self->chosen[i], facet, length) == 0 && self->chosen[i][length] == '=' &&
        g_str_equal (self->chosen[i] + length + 1, value))
      return TRUE;
  return FALSE;
}

/* A facet without any choice, or whose choices no entry has (another version of the pack), restricts nothing. */
static gboolean
facet_lets_through (TerExampleFilter *self, const TerExampleAxis *facet, GHashTable *values)
{
  gboolean restricts = FALSE;

  for (guint i = 0; i < facet->values->len; i++)
    {
      const TerExampleValue *value = facet->values->pdata[i];

      if (!is_chosen (self, facet->id, value->id))
        continue;
      if (g_hash_table_contains (values, value->id))
        return TRUE;
      restricts = TRUE;
    }
  return !restricts;
}

static gboolean
holds_words (const TerExampleRecord *record, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (record->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_title (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TerExampleRecord *) a)->title_key, ((const TerExampleRecord *) b)->title_key);
}

/* Entries without a place come last. */
static int
compare_territory (gconstpointer a, gconstpointer b)
{
  const TerExampleRecord *one = a;
  const TerExampleRecord *other = b;
  int order = (*one->places == '\0') - (*other->places == '\0');

  if (order == 0)
    order = strcmp (one->places_key, other->places_key);
  return order != 0 ? order : compare_title (a, b);
}

static void
choice_free (TerExampleChoice *choice)
{
  g_free (choice->facet);
  g_free (choice->value);
  g_free (choice->title);
  g_free (choice);
}

static void
example_facet_free (TerExampleFacet *facet)
{
  g_free (facet->id);
  g_free (facet->title);
  g_ptr_array_unref (facet->choices);
  g_free (facet);
}

static TerExampleFacet *
facet_to_show (TerExampleFilter *self, const TerExampleAxis *facet, GHashTable *counts)
{
  TerExampleFacet *shown = g_new0 (TerExampleFacet, 1);

  shown->id = g_strdup (facet->id);
  shown->title = g_strdup (facet->title);
  shown->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  for (guint i = 0; i < facet->values->len; i++)
    {
      const TerExampleValue *value = facet->values->pdata[i];
      TerExampleChoice *choice = g_new0 (TerExampleChoice, 1);

      choice->facet = g_strdup (facet->id);
      choice->value = g_strdup (value->id);
      choice->title = g_strdup (value->title);
      choice->count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value->id));
      choice->active = is_chosen (self, facet->id, value->id);
      if (choice->active)
        shown->n_active++;
      g_ptr_array_add (shown->choices, choice);
    }
  return shown;
}

/* For each facet, how many entries have each of its values, among those that the words and all other facets let through. */
static void
count_record (const TerExampleRecord *record, const gboolean *lets, guint n_facets, GHashTable **counts)
{
  guint n_against = 0;

  for (guint i = 0; i < n_facets; i++)
    n_against += !lets[i];
  for (guint i = 0; i < n_facets; i++)
    {
      GHashTableIter iter;
      gpointer value;

      if (n_against - !lets[i] > 0)
        continue;
      g_hash_table_iter_init (&iter, record->values[i]);
      while (g_hash_table_iter_next (&iter, &value, NULL))
        g_hash_table_insert (counts[i], value, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts[i], value)) + 1));
    }
}

static void
list_active (TerExampleFilter *self, TerExampleView *view)
{
  for (guint i = 0; self->chosen[i] != NULL; i++)
    for (guint j = 0; j < view->facets->len; j++)
      {
        const TerExampleFacet *facet = view->facets->pdata[j];

        for (guint k = 0; k < facet->choices->len; k++)
          {
            TerExampleChoice *choice = facet->choices->pdata[k];
            g_autofree char *text = g_strdup_printf ("%s=%s", choice->facet, choice->value);

            if (g_str_equal (text, self->chosen[i]))
              g_ptr_array_add (view->active, choice);
          }
      }
}

/**
 * ter_example_filter_apply:
 *
 * Returns: (transfer full): what to show for this filter over @index
 */
TerExampleView *
ter_example_filter_apply (TerExampleFilter *self, TerExampleIndex *index)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree gboolean *lets = NULL;
  g_autofree GHashTable **counts = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  TerExampleView *view;

  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self) && TER_IS_EXAMPLE_INDEX (index), NULL);

  folded = ter_fold (self->text);
  words = g_strsplit (folded, " ", -1);
  lets = g_new0 (gboolean, index->n_facets + 1);
  counts = g_new0 (GHashTable *, index->n_facets + 1);
  for (guint i = 0; i < index->n_facets; i++)
    counts[i] = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < index->records->len; i++)
    {
      TerExampleRecord *record = index->records->pdata[i];
      gboolean all = TRUE;

      if (!holds_words (record, words))
        continue;
      for (guint j = 0; j < index->n_facets; j++)
        {
          lets[j] = facet_lets_through (self, index->facets->pdata[j], record->values[j]);
          all = all && lets[j];
        }
      count_record (record, lets, index->n_facets, counts);
      if (all)
        g_ptr_array_add (kept, record);
    }
  if (self->sort == TER_EXAMPLE_SORT_TITLE)
    g_ptr_array_sort_values (kept, compare_title);
  else if (self->sort == TER_EXAMPLE_SORT_TERRITORY)
    g_ptr_array_sort_values (kept, compare_territory);

  view = g_new0 (TerExampleView, 1);
  view->n_all = index->records->len;
  view->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (view->entries, g_object_ref (((TerExampleRecord *) kept->pdata[i])->entry));
  view->facets = g_ptr_array_new_with_free_func ((GDestroyNotify) example_facet_free);
  view->active = g_ptr_array_new ();
  for (guint i = 0; i < index->n_facets; i++)
    {
      g_ptr_array_add (view->facets, facet_to_show (self, index->facets->pdata[i], counts[i]));
      g_hash_table_unref (counts[i]);
    }
  list_active (self, view);
  return view;
}

void
ter_example_view_free (TerExampleView *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->active);
  g_ptr_array_unref (self->facets);
  g_ptr_array_unref (self->entries);
  g_free (self);
}
