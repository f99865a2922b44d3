/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-private.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-language.h"
#include "ter-localized.h"

struct _TerPack
{
  GObject parent_instance;
  TerPackFiles *files;
  JsonObject *manifest;
  JsonArray *vocabularies; /* nullable */
  GListModel *issues;
  gboolean broken;
  char *id;
  char *title;
  char *description;
  char *publisher; /* nullable */
  char *language;  /* the one shown */
  char *default_language;
  char *lookup;              /* nullable: %NULL for the default language */
  GArray *sections;          /* of TerSection */
  GHashTable *terms;         /* "VOCABULARY:TERM" → TerTerm */
  GPtrArray *terms_in_order; /* of TerTerm, owned by @terms */
  GHashTable *resources;     /* name or path → JsonObject, owned by the manifest */
};

G_DEFINE_FINAL_TYPE (TerPack, ter_pack, G_TYPE_OBJECT)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Whether "fr-FR" can be served by "fr", or "fr" by "fr-FR". */
static gboolean
languages_match (const char *a, const char *b)
{
  gsize length = strcspn (a, "-_");

  return length == strcspn (b, "-_") && g_ascii_strncasecmp (a, b, length) == 0;
}

/* Takes the one of the pack's languages that serves @wanted, when there is one. */
static gboolean
take_language (TerPack *self, const char *wanted)
{
  JsonArray *languages = ter_json_get_array (self->manifest, "languages");

  for (guint i = 0; i < ter_json_array_length (languages); i++)
    {
      const char *language = ter_json_array_string (languages, i);

      if (language == NULL || !languages_match (wanted, language))
        continue;
      g_set_str (&self->language, language);
      g_set_str (&self->lookup, i > 0 ? language : NULL);
      return TRUE;
    }
  return FALSE;
}

/* That of the reader, or else that in which the interface speaks to them, or else the pack's first one. */
static void
choose_language (TerPack *self, const char *wanted)
{
  JsonArray *languages = ter_json_get_array (self->manifest, "languages");

  self->default_language = g_strdup (or_empty (ter_json_array_string (languages, 0)));
  self->language = g_strdup (self->default_language);
  if (wanted == NULL || take_language (self, wanted))
    return;

  self->lookup = g_strdup (wanted);
  take_language (self, ter_language_get_tag ());
}

static void
read_publisher (TerPack *self)
{
  JsonArray *contributors = ter_json_get_array (self->manifest, "contributors");

  for (guint i = 0; i < ter_json_array_length (contributors) && self->publisher == NULL; i++)
    {
      JsonObject *contributor = ter_json_array_object (contributors, i);
      g_auto (GStrv) roles = ter_json_dup_strv (contributor, "roles");

      if (g_strv_contains ((const char *const *) roles, "publisher"))
        self->publisher = g_strdup (ter_localized_get (contributor, "title", self->lookup, NULL));
    }
}

static void
read_sections (TerPack *self)
{
  JsonArray *sections = ter_json_get_array (self->manifest, "sections");

  for (guint i = 0; i < ter_json_array_length (sections); i++)
    {
      JsonObject *object = ter_json_array_object (sections, i);
      TerSection section = {
        .id = ter_json_get_string (object, "id"),
        .title = ter_localized_get (object, "title", self->lookup, NULL),
        .summary = ter_localized_get (object, "summary", self->lookup, NULL),
        .icon = ter_json_get_string (object, "icon"),
        .view = or_empty (ter_json_get_string (object, "view")),
        .notice = ter_localized_get (object, "notice", self->lookup, NULL),
        .object = object,
      };

      if (section.id == NULL)
        continue;
      if (section.title == NULL)
        section.title = section.id;
      g_array_append_val (self->sections, section);
    }
}

/* A path wins over a name: both share one table. */
static void
read_resources (TerPack *self)
{
  JsonArray *resources = ter_json_get_array (self->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *name = ter_json_get_string (resource, "name");
      const char *path = ter_json_get_string (resource, "path");

      if (path != NULL)
        g_hash_table_insert (self->resources, (gpointer) path, resource);
      if (name != NULL && !g_hash_table_contains (self->resources, name))
        g_hash_table_insert (self->resources, (gpointer) name, resource);
    }
}

static void
read_terms (TerPack *self, const char *vocabulary, JsonArray *terms)
{
  for (guint i = 0; i < ter_json_array_length (terms); i++)
    {
      JsonObject *object = ter_json_array_object (terms, i);
      const char *id = ter_json_get_string (object, "id");
      const char *title = ter_localized_get (object, "title", self->lookup, NULL);
      g_autofree char *tag = g_strconcat (vocabulary, ":", id, NULL);
      TerTerm *term;

      if (id == NULL || g_hash_table_contains (self->terms, tag))
        continue;
      term = g_new0 (TerTerm, 1);
      term->vocabulary = vocabulary;
      term->id = id;
      term->title = title != NULL ? title : id;
      term->abbreviation = ter_localized_get (object, "abbreviation", self->lookup, NULL);
      term->description = ter_localized_get (object, "description", self->lookup, NULL);
      term->color = ter_json_get_string (object, "color");
      g_hash_table_insert (self->terms, g_steal_pointer (&tag), term);
      g_ptr_array_add (self->terms_in_order, term);
    }
}

static void
read_vocabularies (TerPack *self)
{
  for (guint i = 0; i < ter_json_array_length (self->vocabularies); i++)
    {
      JsonObject *vocabulary = ter_json_array_object (self->vocabularies, i);
      const char *id = ter_json_get_string (vocabulary, "id");

      if (id != NULL)
        read_terms (self, id, ter_json_get_array (vocabulary, "terms"));
    }
}

static void
ter_pack_finalize (GObject *object)
{
  TerPack *self = TER_PACK (object);

  g_clear_object (&self->files);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->terms_in_order, g_ptr_array_unref);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_clear_pointer (&self->resources, g_hash_table_unref);
  g_clear_pointer (&self->manifest, json_object_unref);
  g_clear_pointer (&self->vocabularies, json_array_unref);
  g_clear_object (&self->issues);
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->publisher);
  g_free (self->language);
  g_free (self->default_language);
  g_free (self->lookup);
  G_OBJECT_CLASS (ter_pack_parent_class)->finalize (object);
}

static void
ter_pack_class_init (TerPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_pack_finalize;
}

static void
ter_pack_init (TerPack *self)
{
  self->sections = g_array_new (FALSE, TRUE, sizeof (TerSection));
  self->terms = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  self->terms_in_order = g_ptr_array_new ();
  self->resources = g_hash_table_new (ter_hash_text, g_str_equal);
}

TerPack *
ter_pack_new (TerPackFiles *files, JsonObject *manifest, JsonArray *vocabularies, const char *language)
{
  TerPack *self;
  const char *title;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);
  g_return_val_if_fail (manifest != NULL, NULL);

  self = g_object_new (TER_TYPE_PACK, NULL);
  self->files = g_object_ref (files);
  self->manifest = json_object_ref (manifest);
  self->vocabularies = vocabularies != NULL ? json_array_ref (vocabularies) : NULL;
  self->issues = G_LIST_MODEL (g_list_store_new (TER_TYPE_ISSUE));
  choose_language (self, language);
  self->id = g_strdup (or_empty (ter_json_get_string (manifest, "name")));
  title = ter_localized_get (manifest, "title", self->lookup, NULL);
  self->title = g_strdup (title != NULL ? title : self->id);
  self->description = g_strdup (or_empty (ter_localized_get (manifest, "description", self->lookup, NULL)));
  read_publisher (self);
  read_sections (self);
  read_resources (self);
  read_vocabularies (self);
  return self;
}

TerPack *
ter_pack_new_broken (TerPackFiles *files, const char *name, GListModel *issues)
{
  TerPack *self;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (issues), NULL);

  self = g_object_new (TER_TYPE_PACK, NULL);
  self->files = g_object_ref (files);
  self->manifest = json_object_new ();
  self->issues = g_object_ref (issues);
  self->broken = TRUE;
  self->id = g_strdup (name);
  self->title = g_strdup (name);
  self->description = g_strdup ("");
  self->language = g_strdup ("");
  self->default_language = g_strdup ("");
  return self;
}

gboolean
ter_pack_is_broken (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), TRUE);

  return self->broken;
}

GListModel *
ter_pack_get_issues (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->issues;
}

TerPackFiles *
ter_pack_get_files (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->files;
}

const char *
ter_pack_get_id (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->id;
}

const char *
ter_pack_get_title (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->title;
}

const char *
ter_pack_get_version (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return or_empty (ter_json_get_string (self->manifest, "version"));
}

const char *
ter_pack_get_description (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->description;
}

const char *
ter_pack_get_publisher (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->publisher;
}

const char *
ter_pack_get_language (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->language;
}

const char *
ter_pack_get_default_language (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->default_language;
}

const char *
ter_pack_get_lookup_language (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->lookup;
}

JsonObject *
ter_pack_get_manifest (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->manifest;
}

JsonArray *
ter_pack_get_vocabularies (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);

  return self->vocabularies;
}

guint
ter_pack_get_n_sections (TerPack *self)
{
  g_return_val_if_fail (TER_IS_PACK (self), 0);

  return self->sections->len;
}

const TerSection *
ter_pack_get_section (TerPack *self, guint index)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return &g_array_index (self->sections, TerSection, index);
}

const TerSection *
ter_pack_find_section (TerPack *self, const char *id)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const TerSection *section = &g_array_index (self->sections, TerSection, i);

      if (g_str_equal (section->id, id))
        return section;
    }
  return NULL;
}

const TerTerm *
ter_pack_find_term (TerPack *self, const char *tag)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  return g_hash_table_lookup (self->terms, tag);
}

const char *
ter_pack_get_vocabulary_title (TerPack *self, const char *vocabulary)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (vocabulary != NULL, NULL);

  for (guint i = 0; i < ter_json_array_length (self->vocabularies); i++)
    {
      JsonObject *object = ter_json_array_object (self->vocabularies, i);

      if (g_strcmp0 (ter_json_get_string (object, "id"), vocabulary) == 0)
        return ter_localized_get (object, "title", self->lookup, NULL);
    }
  return NULL;
}

GPtrArray *
ter_pack_list_terms (TerPack *self, const char *vocabulary)
{
  GPtrArray *terms = g_ptr_array_new ();

  g_return_val_if_fail (TER_IS_PACK (self), terms);
  g_return_val_if_fail (vocabulary != NULL, terms);

  for (guint i = 0; i < self->terms_in_order->len; i++)
    {
      TerTerm *term = g_ptr_array_index (self->terms_in_order, i);

      if (g_str_equal (term->vocabulary, vocabulary))
        g_ptr_array_add (terms, term);
    }
  return terms;
}

JsonObject *
ter_pack_find_resource (TerPack *self, const char *path_or_name)
{
  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (path_or_name != NULL, NULL);

  return g_hash_table_lookup (self->resources, path_or_name);
}

GFile *
ter_pack_dup_file (TerPack *self, const char *path)
{
  JsonObject *resource;

  g_return_val_if_fail (TER_IS_PACK (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  resource = g_hash_table_lookup (self->resources, path);
  if (resource == NULL || g_strcmp0 (ter_json_get_string (resource, "path"), path) != 0)
    return NULL;
  return ter_pack_files_dup_file (self->files, path);
}
