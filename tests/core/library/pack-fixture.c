/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"

#include <string.h>

typedef struct
{
  char *path;
  char *role;
  char *schema; /* nullable */
  char *hash;
  gsize size;
} Resource;

struct _PackFixture
{
  GFile *folder;
  GPtrArray *names; /* of the manifest's members, in order */
  GHashTable *members;
  GPtrArray *resources;
};

static void
resource_free (gpointer data)
{
  Resource *resource = data;

  g_free (resource->path);
  g_free (resource->role);
  g_free (resource->schema);
  g_free (resource->hash);
  g_free (resource);
}

static void
write_bytes (GFile *folder, const char *path, const char *contents, gsize size)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (parent, NULL, NULL);
  g_file_replace_contents (file, contents, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

PackFixture *
pack_fixture_new (GFile *place, const char *id)
{
  PackFixture *self = g_new0 (PackFixture, 1);
  g_autofree char *name = g_strdup_printf ("\"%s\"", id);

  self->folder = g_file_get_child (place, id);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->resources = g_ptr_array_new_with_free_func (resource_free);
  pack_fixture_set (self, "$schema", "\"https://territoires-en-actions.fr/schema/1/datapackage.json\"");
  pack_fixture_set (self, "format", "[1, 0]");
  pack_fixture_set (self, "name", name);
  pack_fixture_set (self, "version", "\"1.0.0\"");
  pack_fixture_set (self, "title", name);
  pack_fixture_set (self, "description", "\"Un pack d’essai.\"");
  pack_fixture_set (self, "languages", "[\"fr\", \"en\"]");
  pack_fixture_set (self, "created", "\"2026-01-01\"");
  pack_fixture_set (
    self, "licenses",
    "[{\"name\": \"CC0-1.0\", \"title\": \"CC0\", \"path\": \"https://creativecommons.org/publicdomain/zero/1.0/\"}]");
  pack_fixture_set (self, "contributors", "[{\"title\": \"Essai\", \"roles\": [\"publisher\"]}]");
  pack_fixture_set (
    self, "sections",
    "[{\"id\": \"tout\", \"title\": \"Tout\", \"title@en\": \"All\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"]}}]");
  return self;
}

void
pack_fixture_free (PackFixture *self)
{
  g_object_unref (self->folder);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->members);
  g_ptr_array_unref (self->resources);
  g_free (self);
}

void
pack_fixture_set (PackFixture *self, const char *member, const char *json)
{
  if (g_hash_table_insert (self->members, g_strdup (member), g_strdup (json)))
    g_ptr_array_add (self->names, g_strdup (member));
}

void
pack_fixture_add (PackFixture *self, const char *path, const char *role, const char *contents, const char *schema)
{
  Resource *resource = g_new0 (Resource, 1);

  for (guint i = 0; i < self->resources->len; i++)
    {
      if (g_str_equal (((Resource *) g_ptr_array_index (self->resources, i))->path, path))
        {
          g_ptr_array_remove_index (self->resources, i);
          break;
        }
    }
  resource->path = g_strdup (path);
  resource->role = g_strdup (role);
  resource->schema = g_strdup (schema);
  resource->size = strlen (contents);
  resource->hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, resource->size);
  g_ptr_array_add (self->resources, resource);
  write_bytes (self->folder, path, contents, resource->size);
}

void
pack_fixture_entries (PackFixture *self, const char *json)
{
  g_autofree char *array = g_strdup_printf ("[%s]", json);

  pack_fixture_add (self, "content/entries.json", "entries", array, NULL);
}

static const char *
get_media_type (const char *path)
{
  if (g_str_has_suffix (path, ".csv"))
    return "text/csv";
  return g_str_has_suffix (path, ".md") ? "text/markdown" : "application/json";
}

/* "content/entries.json" → "entries" */
static char *
make_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_strndup (base, strcspn (base, "."));
}

void
pack_fixture_write (PackFixture *self)
{
  g_autoptr (GString) manifest = g_string_new ("{\n");

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      g_string_append_printf (manifest, "  \"%s\": %s,\n", name, (const char *) g_hash_table_lookup (self->members, name));
    }
  g_string_append (manifest, "  \"resources\": [");
  for (guint i = 0; i < self->resources->len; i++)
    {
      const Resource *resource = g_ptr_array_index (self->resources, i);
      g_autofree char *name = make_name (resource->path);

      g_string_append_printf (
        manifest,
        "%s\n    {\"name\": \"%s\", \"path\": \"%s\", \"role\": \"%s\", \"mediatype\": \"%s\", \"bytes\": %" G_GSIZE_FORMAT
        ", \"hash\": \"sha256:%s\"",
        i > 0 ? "," : "", name, resource->path, resource->role, get_media_type (resource->path), resource->size, resource->hash);
      if (resource->schema != NULL)
        g_string_append_printf (manifest, ", \"schema\": %s", resource->schema);
      g_string_append (manifest, "}");
    }
  g_string_append (manifest, "\n  ]\n}\n");
  write_bytes (self->folder, "datapackage.json", manifest->str, manifest->len);
}

GFile *
pack_fixture_get_folder (PackFixture *self)
{
  return self->folder;
}

GFile *
fixture_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("territoires-test-XXXXXX", &error);

  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
fixture_folder_remove (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = NULL;

  files = g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (files != NULL)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (files, &info, &child, NULL, NULL) || info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        fixture_folder_remove (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

TerLibrary *
fixture_library_new (GFile *catalogue, GFile *place, const char *language)
{
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;
  TerLibrary *library;

  g_list_store_append (places, place);
  library = ter_library_new (catalogue, G_LIST_MODEL (places), language);
  ter_library_open (library, &error);
  g_assert_no_error (error);
  return library;
}

void
fixture_library_free (TerLibrary *library)
{
  gpointer alive = library;

  g_object_add_weak_pointer (G_OBJECT (library), &alive);
  g_object_unref (library);
  for (guint i = 0; g_atomic_pointer_get (&alive) != NULL && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (alive);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

gboolean
fixture_refresh (TerLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ter_library_refresh_async (library, cancellable, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ter_library_refresh_finish (library, result, error);
}

GPtrArray *
fixture_search (TerLibrary *library, const char *text, guint limit, guint *n_total)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  ter_library_search_async (library, text, limit, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  hits = ter_library_search_finish (library, result, n_total, &error);
  g_assert_no_error (error);
  return hits;
}

char *
fixture_ids (GPtrArray *entries)
{
  GString *ids = g_string_new (NULL);

  g_assert_nonnull (entries);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ter_entry_get_id (g_ptr_array_index (entries, i)));
  g_ptr_array_unref (entries);
  return g_string_free_and_steal (ids);
}

char *
fixture_hit_ids (GPtrArray *hits)
{
  GString *ids = g_string_new (NULL);

  g_assert_nonnull (hits);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ter_entry_get_id (((TerSearchHit *) g_ptr_array_index (hits, i))->entry));
  g_ptr_array_unref (hits);
  return g_string_free_and_steal (ids);
}
