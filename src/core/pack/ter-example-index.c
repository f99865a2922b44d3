/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-example-index-private.h"

#include <glib/gi18n-lib.h>

#include "ter-fold.h"
#include "ter-hash.h"
#include "ter-localized.h"

/* More steps from a territory to its parents than any pack has: a loop in the tables must end. */
#define MAXIMUM_LEVELS 6

G_DEFINE_FINAL_TYPE (TerExampleIndex, ter_example_index, G_TYPE_OBJECT)

typedef struct
{
  TerPack *pack;
  TerTerritoryFunc name;
  TerTerritoryFunc parent;
  gpointer user_data;
} Source;

static void
value_free (TerExampleValue *value)
{
  g_free (value->id);
  g_free (value->title);
  g_free (value->sort_key);
  g_free (value);
}

static void
facet_free (TerExampleAxis *facet)
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
dup_facet_title (TerPack *pack, const char *facet)
{
  const char *title;

  if (g_str_equal (facet, TER_FACET_REGION))
    return g_strdup (_ ("Region"));
  if (g_str_equal (facet, TER_FACET_DEPARTEMENT))
    /* Translators: the French « département ». */
    return g_strdup (_ ("Department"));
  title = ter_pack_get_vocabulary_title (pack, facet);
  return g_strdup (title != NULL ? title : facet);
}

static char *
dup_territory_name (const Source *source, const char *territory)
{
  char *name = source->name != NULL ? source->name (territory, source->user_data) : NULL;
  const char *colon = strchr (territory, ':');

  if (name != NULL)
    return name;
  return g_strdup (colon != NULL ? colon + 1 : territory);
}

/* Adds @territory and what holds it to the sets of the facets of territories. */
static void
collect_territory (TerExampleIndex *self, const Source *source, TerExampleRecord *record, const char *territory)
{
  g_autofree char *current = g_strdup (territory);

  for (int level = 0; current != NULL && level < MAXIMUM_LEVELS; level++)
    {
      char *parent;

      for (guint i = 0; i < self->n_facets; i++)
        {
          const TerExampleAxis *facet = self->facets->pdata[i];
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
collect_tag (TerExampleIndex *self, TerExampleRecord *record, const char *tag)
{
  const char *colon = strchr (tag, ':');

  for (guint i = 0; colon != NULL && i < self->n_facets; i++)
    {
      const TerExampleAxis *facet = self->facets->pdata[i];

      if (!is_territory_facet (facet->id) && strlen (facet->id) == (gsize) (colon - tag) &&
          strncmp (tag, facet->id, (gsize) (colon - tag)) == 0)
        g_hash_table_add (record->values[i], g_strdup (colon + 1));
    }
}

static char *
dup_places (const Source *source, TerEntry *entry)
{
  const char *place = ter_entry_get_text (entry, ter_entry_get_object (entry), "place");
  const char *const *territories = ter_entry_get_territories (entry);
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
dup_words (const Source *source, TerEntry *entry, const char *places)
{
  g_auto (GStrv) actors = ter_localized_dup_strv (ter_entry_get_object (entry), "actors", ter_pack_get_language (source->pack));
  const char *const *tags = ter_entry_get_tags (entry);
  const char *const *territories = ter_entry_get_territories (entry);
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
add_record (TerExampleIndex *self, const Source *source, TerEntry *entry)
{
  const char *const *tags = ter_entry_get_tags (entry);
  const char *const *territories = ter_entry_get_territories (entry);
  TerExampleRecord *record = g_new0 (TerExampleRecord, 1);

  record->entry = g_object_ref (entry);
  record->values = g_new0 (GHashTable *, self->n_facets + 1);
  for (guint i = 0; i < self->n_facets; i++)
    record->values[i] = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
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
record_free (TerExampleRecord *record)
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
compare_values (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TerExampleValue *) a)->sort_key, ((const TerExampleValue *) b)->sort_key);
}

static void
take_value (TerExampleAxis *facet, char *id, char *title)
{
  TerExampleValue *value = g_new0 (TerExampleValue, 1);

  value->id = id;
  value->title = title;
  value->sort_key = g_utf8_collate_key (title, -1);
  g_ptr_array_add (facet->values, value);
}

/* Terms keep the pack's order; territories, and tags that the vocabulary does not know, go by name. */
static void
list_values (TerExampleIndex *self, const Source *source, guint position)
{
  TerExampleAxis *facet = self->facets->pdata[position];
  g_autoptr (GHashTable) used = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  guint n_terms;

  for (guint i = 0; i < self->records->len; i++)
    {
      TerExampleRecord *record = self->records->pdata[i];

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
ter_example_index_new (TerPack *pack, GPtrArray *entries, const char *const *facets, TerTerritoryFunc name, TerTerritoryFunc parent,
                       gpointer user_data)
{
  const Source source = { pack, name, parent, user_data };
  TerExampleIndex *self;

  g_return_val_if_fail (TER_IS_PACK (pack) && entries != NULL && facets != NULL, NULL);

  self = g_object_new (TER_TYPE_EXAMPLE_INDEX, NULL);
  for (guint i = 0; facets[i] != NULL; i++)
    {
      TerExampleAxis *facet = g_new0 (TerExampleAxis, 1);

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
ter_example_index_dup_where (TerExampleIndex *self, TerEntry *entry)
{
  const TerExampleRecord *record;

  g_return_val_if_fail (TER_IS_EXAMPLE_INDEX (self), NULL);

  record = g_hash_table_lookup (self->by_entry, entry);
  return g_strdup (record != NULL ? record->places : "");
}
