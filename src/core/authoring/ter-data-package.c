/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-data-package.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-manifest-refresh.h"
#include "ter-manifest.h"
#include "ter-safe-file.h"
#include "ter-store-private.h"
#include "ter-table-import.h"
#include "ter-template.h"
#include "ter-value.h"

typedef struct
{
  GFile *root;
  GFile *folder;
  JsonObject *manifest; /* of the Data Package */
  gboolean french;
  JsonObject *pack;  /* what is written */
  JsonArray *groups; /* of the dashboard */
  guint n_tables;
} Adoption;

gboolean
ter_data_package_is_one (JsonObject *manifest)
{
  return manifest != NULL && ter_json_array_length (ter_json_get_array (manifest, "resources")) > 0 &&
         !json_object_has_member (manifest, "format") && !json_object_has_member (manifest, "sections");
}

/* ---- Words ---- */

/* (transfer full): an id made of @text: "Mes Données_1" → "mes-donnees-1". */
static char *
dup_id (const char *text, const char *otherwise)
{
  /* Room for a number behind it. */
  g_autofree char *id = ter_template_dup_id (text, TER_LIMIT_NAME_CHARS - 8);

  return ter_value_matches (TER_VALUE_ID, id) ? g_steal_pointer (&id) : g_strdup (otherwise);
}

/* (transfer full): one line of a text, as long as a title may be. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), (glong) TER_LIMIT_TEXT_CHARS));

  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (line);
  return g_steal_pointer (&line);
}

/* The title of an object of the Data Package, or its name. */
static char *
dup_title (JsonObject *object, const char *otherwise)
{
  const char *title = ter_json_get_string (object, "title"), *name = ter_json_get_string (object, "name");
  g_autofree char *line = dup_line (title != NULL ? title : name != NULL ? name : "");

  return *line != '\0' ? g_steal_pointer (&line) : g_strdup (otherwise);
}

/* (transfer full) (nullable): its sources, as a pack has them. */
static JsonArray *
dup_sources (JsonObject *object)
{
  JsonArray *sources = ter_json_get_array (object, "sources");
  g_autoptr (JsonArray) made = json_array_new ();

  for (guint i = 0; i < ter_json_array_length (sources); i++)
    {
      JsonObject *source = ter_json_array_object (sources, i), *own = json_object_new ();
      const char *path = ter_json_get_string (source, "path");
      g_autofree char *title = dup_title (source, path != NULL ? path : "Source");

      json_object_set_string_member (own, "title", title);
      if (path != NULL && ter_value_matches (TER_VALUE_URL, path))
        json_object_set_string_member (own, "url", path);
      json_array_add_object_element (made, own);
    }
  return json_array_get_length (made) > 0 ? g_steal_pointer (&made) : NULL;
}

/* ---- The pack ---- */

static JsonArray *
make_licenses (JsonObject *manifest)
{
  JsonArray *licenses = ter_json_get_array (manifest, "licenses"), *made = json_array_new ();
  JsonObject *license = json_object_new ();
  const char *name = ter_json_get_string (ter_json_array_object (licenses, 0), "name");

  json_object_set_string_member (license, "name",
                                 name != NULL && ter_value_matches (TER_VALUE_LICENSE, name) ? name : "LicenseRef-unknown");
  json_array_add_object_element (made, license);
  return made;
}

static JsonNode *
make_sections (gboolean french)
{
  g_autofree char *text =
    g_strdup_printf ("[{\"id\": \"tables\", \"title\": \"%s\", \"view\": \"observatory\", \"show\": {\"kinds\": [\"dashboard\"]}},"
                     "{\"id\": \"about\", \"title\": \"%s\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"]}}]",
                     french ? "Tableaux" : "Tables", french ? "À propos" : "About");

  return json_from_string (text, NULL);
}

static void
make_pack (Adoption *self, const TerDate *today)
{
  const char *version = ter_json_get_string (self->manifest, "version");
  g_autofree char *id = dup_id (ter_json_get_string (self->manifest, "name"), "data-package");
  g_autofree char *title = dup_title (self->manifest, id);
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", today->year, today->month, today->day);
  JsonArray *format = json_array_new (), *languages = json_array_new ();

  json_array_add_int_element (format, TER_FORMAT_MAJOR);
  json_array_add_int_element (format, 0);
  json_array_add_string_element (languages, self->french ? "fr" : "en");
  self->pack = json_object_new ();
  json_object_set_array_member (self->pack, "format", format);
  json_object_set_string_member (self->pack, "name", id);
  json_object_set_string_member (self->pack, "version",
                                 version != NULL && ter_value_matches (TER_VALUE_VERSION, version) ? version : "1.0.0");
  json_object_set_string_member (self->pack, "title", title);
  json_object_set_string_member (self->pack, "description",
                                 self->french ? "Les tableaux d’un Data Package qui n’a pas été fait pour Territoires."
                                              : "The tables of a Data Package that was not made for Territoires.");
  json_object_set_array_member (self->pack, "languages", languages);
  json_object_set_string_member (self->pack, "created", day);
  json_object_set_array_member (self->pack, "licenses", make_licenses (self->manifest));
  json_object_set_member (self->pack, "sections", make_sections (self->french));
  json_object_set_array_member (self->pack, "resources", json_array_new ());
}

static gboolean
write_json (GFile *folder, const char *path, JsonNode *node, GError **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (g_mkdir_with_parents (g_file_peek_path (parent), 0777) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  return ter_manifest_replace_file (file, bytes, error);
}

static gboolean
write_pack (Adoption *self, GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), self->pack);

  return write_json (self->folder, TER_PACK_MANIFEST, node, error);
}

/* ---- Tables ---- */

/* The word of --type for a type of Table Schema; %NULL: whatever the cells are. */
static const char *
get_type_word (const char *type)
{
  static const char *const words[][2] = { { "string", "text" },    { "integer", "integer" }, { "number", "number" },
                                          { "year", "year" },      { "date", "date" },       { "yearmonth", "month" },
                                          { "boolean", "boolean" } };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], type))
      return words[i][1];
  return NULL;
}

/* A CSV beside its datapackage.json, and nowhere else. */
static gboolean
is_table (JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");

  return path != NULL && *path != '/' && strstr (path, "..") == NULL && strchr (path, ':') == NULL &&
         (g_str_has_suffix (path, ".csv") || g_str_has_suffix (path, ".CSV") || g_str_has_suffix (path, ".tsv"));
}

/* Once more with the types that the schema gives, when the cells are so. */
static void
import_with_types (Adoption *self, GFile *file, JsonArray *fields, TerTableImportOptions options, TerTableImport **import)
{
  g_autoptr (GHashTable) types = g_hash_table_new (ter_hash_text, g_str_equal);
  TerTableImport *typed;

  for (guint i = 0; i < (*import)->columns->len; i++)
    {
      const char *word = get_type_word (ter_json_get_string (ter_json_array_object (fields, i), "type"));

      if (word != NULL)
        g_hash_table_insert (types, ((TerSheetColumn *) g_ptr_array_index ((*import)->columns, i))->name, (gpointer) word);
    }
  options.types = types;
  options.replace = TRUE;
  typed = g_hash_table_size (types) > 0 ? ter_table_import (self->folder, file, &options, NULL, NULL) : NULL;
  if (typed == NULL)
    return;
  ter_table_import_free (*import);
  *import = typed;
}

/* A figure that is shown as its table, since this mark is not drawn. */
static void
add_figure (Adoption *self, const char *name, const char *title, JsonObject *resource)
{
  g_autofree char *text = g_strdup_printf ("{\"data\": {\"name\": \"%s\"}, \"mark\": \"tick\", \"encoding\": {}}", name);
  JsonObject *figure = json_object_new (), *group = json_object_new ();
  JsonArray *figures = json_array_new (), *sources = dup_sources (resource);
  const char *description = ter_json_get_string (resource, "description");

  json_object_set_string_member (figure, "id", name);
  json_object_set_string_member (figure, "title", title);
  if (description != NULL)
    {
      g_autofree char *line = dup_line (description);

      if (*line != '\0')
        json_object_set_string_member (figure, "description", line);
    }
  if (sources == NULL)
    sources = dup_sources (self->manifest);
  if (sources != NULL)
    json_object_set_array_member (figure, "sources", sources);
  json_object_set_member (figure, "spec", json_from_string (text, NULL));
  json_array_add_object_element (figures, figure);
  json_object_set_array_member (group, "figures", figures);
  json_array_add_object_element (self->groups, group);
}

/* The titles of its columns, in their order. */
static gboolean
keep_titles (Adoption *self, const char *name, JsonArray *fields, GError **error)
{
  g_autoptr (GBytes) bytes = ter_manifest_load (self->folder, NULL, error);
  g_autoptr (TerJsonEdit) edit = bytes != NULL ? ter_manifest_edit (bytes, error) : NULL;
  g_autoptr (GBytes) after = NULL;
  guint last;

  if (edit == NULL)
    return FALSE;
  last = ter_json_array_length (ter_json_get_array (json_node_get_object (ter_json_edit_get_root (edit)), "resources")) - 1;
  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/resources/%u/schema/fields/%u/title", last, i);
      const char *title = ter_json_get_string (ter_json_array_object (fields, i), "title");
      g_autofree char *line = title != NULL ? dup_line (title) : NULL;
      g_autoptr (JsonNode) node = NULL;

      if (line == NULL || *line == '\0' || !ter_json_edit_has (edit, pointer))
        continue;
      node = json_node_init_string (json_node_alloc (), line);
      ter_json_edit_replace_node (edit, pointer, node);
    }
  after = ter_json_edit_apply (edit);
  return ter_manifest_write (self->folder, after, error);
}

static gboolean
adopt_table (Adoption *self, JsonObject *resource, GError **error)
{
  JsonObject *schema = ter_json_get_object (resource, "schema");
  JsonArray *fields = ter_json_get_array (schema, "fields");
  const char *delimiter = ter_json_get_string (ter_json_get_object (resource, "dialect"), "delimiter");
  g_autofree char *base = dup_id (ter_json_get_string (resource, "name"), "table");
  g_autofree char *name = g_strdup_printf ("%s-%u", base, self->n_tables + 1);
  g_autofree char *title = dup_title (resource, name);
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->root, ter_json_get_string (resource, "path"));
  g_auto (GStrv) missing =
    schema != NULL && json_object_has_member (schema, "missingValues") ? ter_json_dup_strv (schema, "missingValues") : NULL;
  TerTableImportOptions options = { .name = name, .title = title, .skip = "none", .missing = (const char *const *) missing };
  TerTableImport *import;
  gboolean kept;

  if (delimiter != NULL && strlen (delimiter) == 1 && strchr (",;\t|", *delimiter) != NULL)
    options.delimiter = *delimiter;
  import = ter_table_import (self->folder, file, &options, NULL, error);
  if (import == NULL)
    {
      g_prefix_error (error, "%s: ", ter_json_get_string (resource, "path"));
      return FALSE;
    }
  import_with_types (self, file, fields, options, &import);
  kept = keep_titles (self, name, fields, error);
  ter_table_import_free (import);
  add_figure (self, name, title, resource);
  self->n_tables++;
  return kept;
}

/* ---- Entries ---- */

/* (transfer full): the page that says what it is, and the dashboard with the tables. */
static JsonNode *
make_entries (Adoption *self)
{
  g_autoptr (JsonArray) entries = json_array_new ();
  JsonArray *sources = dup_sources (self->manifest);
  JsonObject *page = json_object_new (), *dashboard = json_object_new ();
  const char *description = ter_json_get_string (self->manifest, "description");
  g_autofree char *title = dup_title (self->manifest, "Data Package"), *line = description != NULL ? dup_line (description) : NULL;

  json_object_set_string_member (page, "id", "about");
  json_object_set_string_member (page, "kind", "page");
  json_object_set_string_member (page, "title", title);
  if (line != NULL && *line != '\0')
    json_object_set_string_member (page, "summary", line);
  json_object_set_string_member (
    page, "body",
    self->french ? "Ceci est un Data Package, un ensemble de tableaux décrits, qui n’a pas été fait pour Territoires. "
                   "Ses tableaux sont montrés tels quels, avec leurs titres, leurs colonnes et leurs sources."
                 : "This is a Data Package, a set of tables with their description, that was not made for Territoires. "
                   "Its tables are shown as they are, with their titles, columns and sources.");
  if (sources != NULL)
    json_object_set_array_member (page, "sources", sources);
  json_object_set_string_member (dashboard, "id", "tables");
  json_object_set_string_member (dashboard, "kind", "dashboard");
  json_object_set_string_member (dashboard, "title", title);
  json_object_set_array_member (dashboard, "groups", json_array_ref (self->groups));
  json_array_add_object_element (entries, page);
  json_array_add_object_element (entries, dashboard);
  return json_node_init_array (json_node_alloc (), entries);
}

static gboolean
write_entries (Adoption *self, GError **error)
{
  g_autoptr (JsonNode) entries = make_entries (self);
  g_autoptr (TerManifestRefresh) refresh = NULL;

  if (!write_json (self->folder, "content/entries.json", entries, error))
    return FALSE;
  refresh = ter_manifest_refresh (self->folder, TRUE, NULL, error);
  return refresh != NULL && ter_manifest_write (self->folder, refresh->manifest, error);
}

/* ---- All of it ---- */

static gboolean
adopt_all (Adoption *self, GError **error)
{
  JsonArray *resources = ter_json_get_array (self->manifest, "resources");

  if (!write_pack (self, error))
    return FALSE;
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (is_table (ter_json_array_object (resources, i)) && !adopt_table (self, ter_json_array_object (resources, i), error))
      return FALSE;
  if (self->n_tables > 0)
    return write_entries (self, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("this Data Package has no table in CSV"));
  return FALSE;
}

char *
ter_data_package_adopt (GFile *source, GFile *folder, const char *language, const TerDate *today, guint *n_tables, GError **error)
{
  gboolean is_folder = g_file_query_file_type (source, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr (GFile) root = is_folder ? g_object_ref (source) : g_file_get_parent (source);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerJsonEdit) edit = NULL;
  Adoption self = { .root = root, .folder = folder, .french = g_strcmp0 (language, "fr") == 0 };
  char *id = NULL;

  g_return_val_if_fail (G_IS_FILE (source) && G_IS_FILE (folder) && today != NULL && n_tables != NULL, NULL);

  bytes = ter_manifest_load (root, NULL, error);
  edit = bytes != NULL ? ter_manifest_edit (bytes, error) : NULL;
  if (edit == NULL)
    return NULL;
  self.manifest = json_node_get_object (ter_json_edit_get_root (edit));
  if (!ter_data_package_is_one (self.manifest))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("this is no Data Package of another maker"));
      return NULL;
    }
  if (!g_file_make_directory_with_parents (folder, NULL, error))
    return NULL;
  make_pack (&self, today);
  self.groups = json_array_new ();
  if (adopt_all (&self, error))
    id = g_strdup (ter_json_get_string (self.pack, "name"));
  else
    ter_store_remove_folder (g_file_peek_path (folder)); /* it was made here, and holds nothing else */
  *n_tables = self.n_tables;
  json_array_unref (self.groups);
  json_object_unref (self.pack);
  return id;
}
