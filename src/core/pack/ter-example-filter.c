/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-example-filter.h"

#include <glib/gi18n-lib.h>

#include "ter-fold.h"
#include "ter-localized.h"

/* More steps from a territory to its parents than any pack has: a loop in the tables must end. */
#define MAXIMUM_LEVELS 6

/* One value of a facet, as long as some entry has it. */
typedef struct {
  char *id;
  char *title;
  char *sort_key;
} Value;

typedef struct {
  char *id;
  char *title;
  GPtrArray *values; /* of Value, in the order to show */
} Facet;

typedef struct {
  TerEntry *entry;
  char *words;       /* folded */
  char *title_key;
  char *places;
  char *places_key;
  GHashTable **values; /* by facet, a set of ids */
} Record;

struct _TerExampleIndex
{
  GObject parent_instance;

  GPtrArray *facets;
  GPtrArray *records;
  GHashTable *by_entry; /* TerEntry → Record, both borrowed from records */
  guint n_facets;
};

G_DEFINE_FINAL_TYPE (TerExampleIndex, ter_example_index, G_TYPE_OBJECT)

struct _TerExampleFilter
{
  GObject parent_instance;

  char *text;
  TerExampleSort sort;
  GStrv chosen; /* "FACET=VALUE", in the order of choosing */
};

G_DEFINE_FINAL_TYPE (TerExampleFilter, ter_example_filter, G_TYPE_OBJECT)

/* Building the index */

typedef struct {
  TerPack *pack;
  TerTerritoryFunc name;
  TerTerritoryFunc parent;
  gpointer user_data;
} Source;

static void
value_free (Value *value)
{
  g_free (value->id);
  g_free (value->title);
  g_free (value->sort_key);
  g_free (value);
}

static void
facet_free (Facet *facet)
{
  g_free (facet->id);
  g_free (facet->title);
  g_ptr_array_unref (facet->values);
  g_free (facet);
}

static gboolean
is_territory_facet (const char *facet)
{
  return g_str_equal (facet, TER_FACET_REGION) || g_str_equal (facet, TER_FACET_DEPARTEMENT);
}

static char *
dup_facet_title (TerPack    *pack,
                 const char *facet)
{
  const char *title;

  if (g_str_equal (facet, TER_FACET_REGION))
    return g_strdup (_("Region"));
  if (g_str_equal (facet, TER_FACET_DEPARTEMENT))
    /* Translators: the French « département ». */
    return g_strdup (_("Department"));
  title = ter_pack_get_vocabulary_title (pack, facet);
  return g_strdup (title != NULL ? title : facet);
}

static char *
dup_territory_name (const Source *source,
                    const char   *territory)
{
  char *name = source->name != NULL ? source->name (territory, source->user_data) : NULL;
  const char *colon = strchr (territory, ':');

  if (name != NULL)
    return name;
  return g_strdup (colon != NULL ? colon + 1 : territory);
}

/* Adds @territory and what holds it to the sets of the facets of territories. */
static void
collect_territory (TerExampleIndex *self,
                   const Source    *source,
                   Record          *record,
                   const char      *territory)
{
  g_autofree char *current = g_strdup (territory);

  for (int level = 0; current != NULL && level < MAXIMUM_LEVELS; level++)
    {
      char *parent;

      for (guint i = 0; i < self->n_facets; i++)
        {
          const Facet *facet = self->facets->pdata[i];
          gsize length = strlen (facet->id);

          if (is_territory_facet (facet->id) && strncmp (current, facet->id, length) == 0 && current[length] == ':')
            g_hash_table_add (record->values[i], g_strdup (current));
        }
      parent = source->parent != NULL ? source->parent (current, source->user_data) : NULL;
      g_free (current);
      current = parent;
    }
}

static void
collect_tag (TerExampleIndex *self,
             Record          *record,
             const char      *tag)
{
  const char *colon = strchr (tag, ':');

  for (guint i = 0; colon != NULL && i < self->n_facets; i++)
    {
      const Facet *facet = self->facets->pdata[i];

      if (!is_territory_facet (facet->id) && strlen (facet->id) == (gsize) (colon - tag) &&
          strncmp (tag, facet->id, (gsize) (colon - tag)) == 0)
        g_hash_table_add (record->values[i], g_strdup (colon + 1));
    }
}

static char *
dup_places (const Source *source,
            TerEntry     *entry)
{
  const char *place = ter_entry_get_text (entry, ter_entry_get_object (entry), "place");
  const char * const *territories = ter_entry_get_territories (entry);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;

  if (place != NULL && *place != '\0')
    return g_strdup (place);
  builder = g_strv_builder_new ();
  for (guint i = 0; territories != NULL && territories[i] != NULL; i++)
    g_strv_builder_take (builder, dup_territory_name (source, territories[i]));
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static char *
dup_words (const Source *source,
           TerEntry     *entry,
           const char   *places)
{
  g_auto (GStrv) actors = ter_localized_dup_strv (ter_entry_get_object (entry), "actors", ter_pack_get_language (source->pack));
  const char * const *tags = ter_entry_get_tags (entry);
  const char * const *territories = ter_entry_get_territories (entry);
  GString *words = g_string_new (ter_entry_get_title (entry));
  g_autofree char *text = NULL;

  g_string_append_printf (words, "\n%s\n%s", ter_entry_get_summary (entry), places);
  for (guint i = 0; territories != NULL && territories[i] != NULL; i++)
    {
      g_autofree char *name = dup_territory_name (source, territories[i]);

      g_string_append_printf (words, "\n%s", name);
    }
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const TerTerm *term = ter_pack_find_term (source->pack, tags[i]);

      if (term != NULL)
        g_string_append_printf (words, "\n%s", term->title);
    }
  for (guint i = 0; actors[i] != NULL; i++)
    g_string_append_printf (words, "\n%s", actors[i]);
  text = g_string_free (words, FALSE);
  return ter_fold (text);
}

static void
add_record (TerExampleIndex *self,
            const Source    *source,
            TerEntry        *entry)
{
  const char * const *tags = ter_entry_get_tags (entry);
  const char * const *territories = ter_entry_get_territories (entry);
  Record *record = g_new0 (Record, 1);

  record->entry = g_object_ref (entry);
  record->values = g_new0 (GHashTable *, self->n_facets + 1);
  for (guint i = 0; i < self->n_facets; i++)
    record->values[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    collect_tag (self, record, tags[i]);
  for (guint i = 0; territories != NULL && territories[i] != NULL; i++)
    collect_territory (self, source, record, territories[i]);
  record->places = dup_places (source, entry);
  record->words = dup_words (source, entry, record->places);
  record->title_key = g_utf8_collate_key (ter_entry_get_title (entry), -1);
  record->places_key = g_utf8_collate_key (record->places, -1);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_entry, entry, record);
}

static void
record_free (Record *record)
{
  for (guint i = 0; record->values[i] != NULL; i++)
    g_hash_table_unref (record->values[i]);
  g_free (record->values);
  g_object_unref (record->entry);
  g_free (record->words);
  g_free (record->title_key);
  g_free (record->places);
  g_free (record->places_key);
  g_free (record);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Value *) a)->sort_key, ((const Value *) b)->sort_key);
}

static void
take_value (Facet *facet,
            char  *id,
            char  *title)
{
  Value *value = g_new0 (Value, 1);

  value->id = id;
  value->title = title;
  value->sort_key = g_utf8_collate_key (title, -1);
  g_ptr_array_add (facet->values, value);
}

/* Terms keep the pack's order; territories, and tags that the vocabulary does not know, go by name. */
static void
list_values (TerExampleIndex *self,
             const Source    *source,
             guint            position)
{
  Facet *facet = self->facets->pdata[position];
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  guint n_terms;

  for (guint i = 0; i < self->records->len; i++)
    {
      Record *record = self->records->pdata[i];

      g_hash_table_iter_init (&iter, record->values[position]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (used, g_strdup (key));
    }

  if (!is_territory_facet (facet->id))
    {
      g_autoptr (GPtrArray) terms = ter_pack_list_terms (source->pack, facet->id);

      for (guint i = 0; terms != NULL && i < terms->len; i++)
        {
          const TerTerm *term = terms->pdata[i];

          if (g_hash_table_remove (used, term->id))
            take_value (facet, g_strdup (term->id), g_strdup (term->title));
        }
    }
  n_terms = facet->values->len;
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    take_value (facet, g_strdup (key), is_territory_facet (facet->id) ? dup_territory_name (source, key) : g_strdup (key));
  if (n_terms == 0)
    g_ptr_array_sort_values (facet->values, compare_values);
}

static void
ter_example_index_finalize (GObject *object)
{
  TerExampleIndex *self = TER_EXAMPLE_INDEX (object);

  g_clear_pointer (&self->by_entry, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->facets, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_example_index_parent_class)->finalize (object);
}

static void
ter_example_index_class_init (TerExampleIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_example_index_finalize;
}

static void
ter_example_index_init (TerExampleIndex *self)
{
  self->facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  self->by_entry = g_hash_table_new (NULL, NULL);
}

/**
 * ter_example_index_new:
 * @pack: the pack of the entries
 * @entries: (element-type TerEntry): what there is to filter, in the pack's order
 * @facets: %NULL-terminated: ids of vocabularies, %TER_FACET_REGION, %TER_FACET_DEPARTEMENT
 * @name: (nullable) (scope call): gives a territory's name
 * @parent: (nullable) (scope call): gives the territory that holds another
 *
 * Reads once what filtering needs. An entry in a commune counts for its département and its région, when @parent knows them.
 */
TerExampleIndex *
ter_example_index_new (TerPack            *pack,
                       GPtrArray          *entries,
                       const char * const *facets,
                       TerTerritoryFunc    name,
                       TerTerritoryFunc    parent,
                       gpointer            user_data)
{
  const Source source = { pack, name, parent, user_data };
  TerExampleIndex *self;

  g_return_val_if_fail (TER_IS_PACK (pack) && entries != NULL && facets != NULL, NULL);

  self = g_object_new (TER_TYPE_EXAMPLE_INDEX, NULL);
  for (guint i = 0; facets[i] != NULL; i++)
    {
      Facet *facet = g_new0 (Facet, 1);

      facet->id = g_strdup (facets[i]);
      facet->title = dup_facet_title (pack, facets[i]);
      facet->values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
      g_ptr_array_add (self->facets, facet);
    }
  self->n_facets = self->facets->len;
  for (guint i = 0; i < entries->len; i++)
    add_record (self, &source, entries->pdata[i]);
  for (guint i = 0; i < self->n_facets; i++)
    list_values (self, &source, i);
  return self;
}

char *
ter_example_index_dup_places (TerExampleIndex *self,
                              TerEntry        *entry)
{
  const Record *record;

  g_return_val_if_fail (TER_IS_EXAMPLE_INDEX (self), NULL);

  record = g_hash_table_lookup (self->by_entry, entry);
  return g_strdup (record != NULL ? record->places : "");
}

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
filter_new (const char     *text,
            TerExampleSort  sort,
            GStrv           chosen)
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
ter_example_filter_with_text (TerExampleFilter *self,
                              const char       *text)
{
  g_return_val_if_fail (TER_IS_EXAMPLE_FILTER (self) && text != NULL, NULL);
  return filter_new (text, self->sort, g_strdupv (self->chosen));
}

TerExampleFilter *
ter_example_filter_with_sort (TerExampleFilter *self,
                              TerExampleSort    sort)
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
ter_example_filter_toggle (TerExampleFilter *self,
                           const char       *facet,
                           const char       *value)
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
is_chosen (TerExampleFilter *self,
           const char       *facet,
           const char       *value)
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
facet_lets_through (TerExampleFilter *self,
                    const Facet      *facet,
                    GHashTable       *values)
{
  gboolean restricts = FALSE;

  for (guint i = 0; i < facet->values->len; i++)
    {
      const Value *value = facet->values->pdata[i];

      if (!is_chosen (self, facet->id, value->id))
        continue;
      if (g_hash_table_contains (values, value->id))
        return TRUE;
      restricts = TRUE;
    }
  return !restricts;
}

static gboolean
holds_words (const Record *record,
             GStrv         words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (record->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_title (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Record *) a)->title_key, ((const Record *) b)->title_key);
}

/* Entries without a place come last. */
static int
compare_territory (gconstpointer a,
                   gconstpointer b)
{
  const Record *one = a;
  const Record *other = b;
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
facet_to_show (TerExampleFilter *self,
               const Facet      *facet,
               GHashTable       *counts)
{
  TerExampleFacet *shown = g_new0 (TerExampleFacet, 1);

  shown->id = g_strdup (facet->id);
  shown->title = g_strdup (facet->title);
  shown->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  for (guint i = 0; i < facet->values->len; i++)
    {
      const Value *value = facet->values->pdata[i];
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
count_record (const Record   *record,
              const gboolean *lets,
              guint           n_facets,
              GHashTable    **counts)
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
list_active (TerExampleFilter *self,
             TerExampleView   *view)
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
ter_example_filter_apply (TerExampleFilter *self,
                          TerExampleIndex  *index)
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
    counts[i] = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < index->records->len; i++)
    {
      Record *record = index->records->pdata[i];
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
    g_ptr_array_add (view->entries, g_object_ref (((Record *) kept->pdata[i])->entry));
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
