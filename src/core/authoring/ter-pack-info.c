/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-pack-info.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-archive.h"
#include "ter-hash.h"
#include "ter-json-scanner.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-localized.h"
#include "ter-pack-files.h"

#define N_LARGEST 10

/* Where a pack is: one of the two. */
typedef struct
{
  TerPackFiles *files; /* nullable */
  TerArchive *archive; /* nullable */
  GPtrArray *issues;
  GHashTable *sizes; /* path → guint64 */
  GHashTable *kinds; /* id of an entry → its kind */
  GCancellable *cancellable;
} Source;

static void
count_free (gpointer data)
{
  TerPackCount *count = data;

  g_free (count->name);
  g_free (count->title);
  g_free (count);
}

void
ter_pack_info_free (TerPackInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->version);
  g_free (self->publisher);
  g_free (self->created);
  g_strfreev (self->languages);
  g_strfreev (self->licenses);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->largest);
  g_free (self);
}

/* ---- Reading ---- */

static gboolean
append_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_byte_array_append (user_data, data, length);
  return TRUE;
}

/* (transfer full) (nullable) */
static GBytes *
load (Source *source, const char *path, gsize limit, GError **error)
{
  const TerArchiveEntry *entry;
  g_autoptr (GByteArray) data = NULL;

  if (source->files != NULL)
    return ter_pack_files_load (source->files, path, limit, source->cancellable, error);
  entry = ter_archive_find_entry (source->archive, path);
  if (entry == NULL || entry->size > limit)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: %s", path, g_strerror (ENOENT));
      return NULL;
    }
  /* ter_archive_read() never gives more than the entry's size. */
  data = g_byte_array_new ();
  if (!ter_archive_read (source->archive, entry, append_cb, data, source->issues, source->cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static void
add_size (Source *source, const char *path, guint64 size)
{
  g_hash_table_insert (source->sizes, g_strdup (path), g_memdup2 (&size, sizeof size));
}

static gboolean
size_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  Source *source = user_data;

  if (type == TER_PACK_FILE_REGULAR)
    add_size (source, path, size);
  return g_hash_table_size (source->sizes) <= TER_LIMIT_FILES;
}

static gboolean
open_source (Source *source, GFile *place, GError **error)
{
  if (g_file_query_file_type (place, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      source->files = ter_pack_files_new_for_folder (place);
      return ter_pack_files_walk (source->files, size_cb, source, source->cancellable, error);
    }
  source->archive = ter_archive_open (place, source->issues, source->cancellable, error);
  for (guint i = 0; source->archive != NULL && i < ter_archive_get_n_entries (source->archive); i++)
    {
      const TerArchiveEntry *entry = ter_archive_get_entry (source->archive, i);

      add_size (source, entry->path, entry->size);
    }
  return source->archive != NULL;
}

/* (transfer full) (nullable): the manifest, an object. */
static JsonNode *
load_manifest (Source *source, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!g_hash_table_contains (source->sizes, TER_PACK_MANIFEST))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("there is no %s here: this is not a pack"), TER_PACK_MANIFEST);
      return NULL;
    }
  bytes = load (source, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, error);
  if (bytes == NULL)
    return NULL;
  scan = ter_json_scan_new (bytes, NULL, NULL);
  if (ter_json_scan_is_readable (scan))
    root = ter_json_scan_build (scan, NULL);
  if (ter_json_node_object (root) != NULL)
    return g_steal_pointer (&root);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s is no sound JSON: “territoires-pack validate” says more"),
               TER_PACK_MANIFEST);
  return NULL;
}

/* ---- Counting ---- */

/* (transfer none): the one called @name, made when it is not there. */
static TerPackCount *
get_count (GPtrArray *counts, const char *name)
{
  TerPackCount *count;

  for (guint i = 0; i < counts->len; i++)
    {
      count = g_ptr_array_index (counts, i);
      if (g_str_equal (count->name, name))
        return count;
    }
  count = g_new0 (TerPackCount, 1);
  count->name = g_strdup (name);
  g_ptr_array_add (counts, count);
  return count;
}

static void
count_entries (TerPackInfo *self, Source *source, const char *path)
{
  g_autoptr (GBytes) bytes = load (source, path, TER_LIMIT_JSON_BYTES, NULL);
  g_autoptr (TerJsonScan) scan = bytes != NULL ? ter_json_scan_new (bytes, "", NULL) : NULL;

  for (guint i = 0; scan != NULL && ter_json_scan_is_readable (scan) && i < ter_json_scan_get_n_records (scan); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, NULL);
      const char *kind = ter_json_get_string (ter_json_node_object (record), "kind");
      const char *id = ter_json_get_string (ter_json_node_object (record), "id");

      if (kind != NULL && id != NULL && g_hash_table_size (source->kinds) < TER_LIMIT_ENTRIES)
        g_hash_table_insert (source->kinds, g_strdup (id), g_strdup (kind));
      /* Kinds are few; a hostile pack that makes one up for each entry is counted as one. */
      if (kind != NULL)
        get_count (self->kinds, self->kinds->len < 50 ? kind : "…")->n++;
    }
}

static void
count_resource (TerPackInfo *self, Source *source, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *role = ter_json_get_string (resource, "role");
  guint64 *size = path != NULL ? g_hash_table_lookup (source->sizes, path) : NULL;
  TerPackCount *count;

  if (size == NULL || role == NULL)
    return;
  count = get_count (self->roles, self->roles->len < 50 ? role : "…");
  count->n++;
  count->bytes += *size;
  if (g_str_equal (role, "entries"))
    count_entries (self, source, path);
}

/* Entries that a section names, then those of its kinds that it has not named. */
static guint
count_shown (TerPackInfo *self, Source *source, JsonObject *show)
{
  g_auto (GStrv) kinds = ter_json_dup_strv (show, "kinds");
  g_auto (GStrv) ids = ter_json_dup_strv (show, "ids");
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *kind = g_hash_table_lookup (source->kinds, ids[i]);

      n += kind != NULL && !g_strv_contains ((const char *const *) kinds, kind);
    }
  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < self->kinds->len; j++)
      {
        const TerPackCount *kind = g_ptr_array_index (self->kinds, j);

        n += g_str_equal (kind->name, kinds[i]) ? kind->n : 0;
      }
  return n;
}

static void
count_section (TerPackInfo *self, Source *source, JsonObject *section, const char *language)
{
  const char *id = ter_json_get_string (section, "id");
  TerPackCount *count;

  if (id == NULL)
    return;
  count = g_new0 (TerPackCount, 1);
  count->name = g_strdup (id);
  count->title = g_strdup (ter_localized_get (section, "title", language, NULL));
  count->n = count_shown (self, source, ter_json_get_object (section, "show"));
  g_ptr_array_add (self->sections, count);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const TerPackCount *one = *(TerPackCount *const *) a, *other = *(TerPackCount *const *) b;

  if (one->bytes != other->bytes)
    return one->bytes > other->bytes ? -1 : 1;
  return strcmp (one->name, other->name);
}

static void
weigh (TerPackInfo *self, Source *source)
{
  GHashTableIter iter;
  gpointer path, size;

  g_hash_table_iter_init (&iter, source->sizes);
  while (g_hash_table_iter_next (&iter, &path, &size))
    {
      TerPackCount *count = g_new0 (TerPackCount, 1);

      count->name = g_strdup (path);
      count->n = 1;
      count->bytes = *(guint64 *) size;
      g_ptr_array_add (self->largest, count);
      self->bytes += count->bytes;
    }
  self->n_files = self->largest->len;
  g_ptr_array_sort (self->largest, compare_sizes);
  g_ptr_array_sort (self->roles, compare_sizes);
  if (self->largest->len > N_LARGEST)
    g_ptr_array_set_size (self->largest, N_LARGEST);
}

/* ---- What the manifest says ---- */

static char *
dup_member (JsonObject *object, const char *member)
{
  const char *text = ter_json_get_string (object, member);

  return g_strdup (text != NULL ? text : "");
}

static char *
dup_publisher (JsonObject *manifest, const char *language)
{
  JsonArray *contributors = ter_json_get_array (manifest, "contributors");

  for (guint i = 0; i < ter_json_array_length (contributors); i++)
    {
      JsonObject *contributor = ter_json_array_object (contributors, i);
      g_auto (GStrv) roles = ter_json_dup_strv (contributor, "roles");
      const char *title = contributor != NULL ? ter_localized_get (contributor, "title", language, NULL) : NULL;

      if (title != NULL && g_strv_contains ((const char *const *) roles, "publisher"))
        return g_strdup (title);
    }
  return g_strdup ("");
}

static GStrv
dup_licenses (JsonObject *manifest)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonArray *licenses = ter_json_get_array (manifest, "licenses");

  for (guint i = 0; i < ter_json_array_length (licenses); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (licenses, i), "name");

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static TerPackInfo *
make_info (Source *source, JsonObject *manifest, const char *language)
{
  TerPackInfo *self = g_new0 (TerPackInfo, 1);
  JsonArray *resources = ter_json_get_array (manifest, "resources");
  JsonArray *sections = ter_json_get_array (manifest, "sections");
  const char *title;

  self->languages = ter_json_dup_strv (manifest, "languages");
  if (g_strcmp0 (self->languages[0], language) == 0)
    language = NULL;
  title = ter_localized_get (manifest, "title", language, NULL);
  self->title = g_strdup (title != NULL ? title : "");
  self->id = dup_member (manifest, "name");
  self->version = dup_member (manifest, "version");
  self->created = dup_member (manifest, "created");
  self->publisher = dup_publisher (manifest, language);
  self->licenses = dup_licenses (manifest);
  self->is_signed = g_hash_table_contains (source->sizes, TER_PACK_SIGNATURE);
  self->sections = g_ptr_array_new_with_free_func (count_free);
  self->kinds = g_ptr_array_new_with_free_func (count_free);
  self->roles = g_ptr_array_new_with_free_func (count_free);
  self->largest = g_ptr_array_new_with_free_func (count_free);
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    count_resource (self, source, ter_json_array_object (resources, i));
  for (guint i = 0; i < ter_json_array_length (sections); i++)
    count_section (self, source, ter_json_array_object (sections, i), language);
  weigh (self, source);
  return self;
}

TerPackInfo *
ter_pack_info_new (GFile *place, const char *language, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  Source source = { .issues = issues, .cancellable = cancellable };
  g_autoptr (JsonNode) manifest = NULL;
  TerPackInfo *self = NULL;

  g_return_val_if_fail (G_IS_FILE (place), NULL);
  g_return_val_if_fail (issues != NULL, NULL);

  source.sizes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  source.kinds = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  if (open_source (&source, place, error))
    manifest = load_manifest (&source, error);
  if (manifest != NULL)
    self = make_info (&source, json_node_get_object (manifest), language);
  if (self != NULL && source.archive != NULL)
    {
      g_autoptr (GFileInfo) file = g_file_query_info (place, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

      self->packed = file != NULL ? g_file_info_get_size (file) : 0;
    }
  g_hash_table_unref (source.sizes);
  g_hash_table_unref (source.kinds);
  g_clear_object (&source.files);
  g_clear_pointer (&source.archive, ter_archive_free);
  return self;
}
