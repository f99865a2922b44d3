/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mutants.h"

#include <string.h>

#include "mutate-json.h"
#include "mutate-zip.h"
#include "ter-json.h"
#include "ter-pack-files.h"
#include "ter-signify.h"
#include "zip-maker.h"

typedef struct
{
  char *path;
  GString *data;
} SeedFile;

typedef struct
{
  char *name;
  GString *manifest;
  GPtrArray *files; /* of SeedFile, without the manifest */
} Seed;

struct _Seeds
{
  GPtrArray *seeds;
  GPtrArray *members; /* names of members of all of them, ended by NULL: what the format knows */
  char *secret, *key;
};

/* ---- Seeds ---- */

static void
file_free (gpointer data)
{
  SeedFile *file = data;

  g_string_free (file->data, TRUE);
  g_free (file->path);
  g_free (file);
}

static void
seed_free (gpointer data)
{
  Seed *seed = data;

  g_string_free (seed->manifest, TRUE);
  g_ptr_array_unref (seed->files);
  g_free (seed->name);
  g_free (seed);
}

static gboolean
add_file_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  SeedFile *file = g_new0 (SeedFile, 1);

  file->path = g_strdup (path);
  g_ptr_array_add (user_data, file);
  return TRUE;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const SeedFile *one = *(SeedFile *const *) a, *two = *(SeedFile *const *) b;

  return strcmp (one->path, two->path);
}

static GString *
load (TerPackFiles *files, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, path, G_MAXINT, NULL, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  return g_string_new_len (data, length);
}

static Seed *
seed_new (const char *folder, const char *name)
{
  Seed *seed = g_new0 (Seed, 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (file);

  seed->name = g_strdup (name);
  seed->files = g_ptr_array_new_with_free_func (file_free);
  g_assert_true (ter_pack_files_walk (files, add_file_cb, seed->files, NULL, NULL));
  g_ptr_array_sort (seed->files, compare_files);
  for (guint i = seed->files->len; i > 0; i--)
    {
      SeedFile *one = g_ptr_array_index (seed->files, i - 1);

      one->data = load (files, one->path);
      if (!g_str_equal (one->path, TER_PACK_MANIFEST))
        continue;
      seed->manifest = g_string_new_len (one->data->str, one->data->len);
      g_ptr_array_remove_index (seed->files, i - 1);
    }
  g_assert_nonnull (seed->manifest);
  return seed;
}

static void
learn_members (Seeds *self, GHashTable *seen, const GString *text)
{
  const char *end = text->str + text->len;

  for (const char *at = text->str; at < end; at++)
    {
      const char *close = *at == '"' ? strchr (at + 1, '"') : NULL;

      if (close == NULL)
        continue;
      if (close[1] == ':' && close - at < 40)
        {
          char *name = g_strndup (at + 1, close - at - 1);

          if (g_hash_table_add (seen, name))
            g_ptr_array_add (self->members, g_strdup (name));
        }
      at = close;
    }
}

Seeds *
seeds_new (const char *folder, const char *const *names)
{
  Seeds *self = g_new0 (Seeds, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *public_key = NULL;
  g_autoptr (GError) error = NULL;

  self->seeds = g_ptr_array_new_with_free_func (seed_free);
  self->members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      Seed *seed = seed_new (folder, names[i]);

      g_ptr_array_add (self->seeds, seed);
      learn_members (self, seen, seed->manifest);
      for (guint j = 0; j < seed->files->len; j++)
        {
          SeedFile *file = g_ptr_array_index (seed->files, j);

          if (g_str_has_suffix (file->path, "json"))
            learn_members (self, seen, file->data);
        }
    }
  g_ptr_array_add (self->members, NULL);
  g_assert_true (ter_signify_generate (NULL, "test", &self->secret, &public_key, &error));
  self->key = ter_signify_parse_public (public_key, NULL);
  return self;
}

void
seeds_free (Seeds *self)
{
  g_ptr_array_unref (self->seeds);
  g_ptr_array_unref (self->members);
  g_free (self->secret);
  g_free (self->key);
  g_free (self);
}

guint
seeds_get_n (Seeds *self)
{
  return self->seeds->len;
}

/* ---- A pack in memory ---- */

/* Sizes and hashes of @changed (nullable) are made true, the version and the key written. */
static GString *
make_manifest (Seeds *self, const Seed *seed, const char *version, gboolean is_signed, const char *changed, const GString *data)
{
  g_autoptr (JsonNode) node = json_from_string (seed->manifest->str, NULL);
  JsonObject *root = json_node_get_object (node);
  JsonArray *resources = ter_json_get_array (root, "resources");
  g_autofree char *text = NULL;

  if (version == NULL && !is_signed && changed == NULL)
    return g_string_new_len (seed->manifest->str, seed->manifest->len);
  if (version != NULL)
    json_object_set_string_member (root, "version", version);
  if (is_signed)
    {
      JsonObject *publisher = json_object_new ();

      json_object_set_string_member (publisher, "name", "Syndicat");
      json_object_set_string_member (publisher, "key", self->key);
      json_object_set_object_member (root, "publisher", publisher);
    }
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      g_autofree char *sum = NULL, *hash = NULL;

      if (changed == NULL || g_strcmp0 (ter_json_get_string (resource, "path"), changed) != 0)
        continue;
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data->str, data->len);
      hash = g_strconcat ("sha256:", sum, NULL);
      json_object_set_int_member (resource, "bytes", data->len);
      json_object_set_string_member (resource, "hash", hash);
    }
  text = json_to_string (node, TRUE);
  return g_string_new (text);
}

/* (nullable): the contents of the signature's file. */
static char *
sign (Seeds *self, const GString *manifest)
{
  g_autoptr (GBytes) bytes = g_bytes_new (manifest->str, manifest->len);

  return ter_signify_sign (self->secret, NULL, bytes, "signature", NULL);
}

static Zip *
make_zip (const Seed *seed, const GString *manifest, const char *signature, const char *changed, const GString *data)
{
  Zip *zip = zip_new ();

  zip_add (zip, TER_PACK_MANIFEST, manifest->str, manifest->len);
  if (signature != NULL)
    zip_add (zip, TER_PACK_SIGNATURE, signature, strlen (signature));
  for (guint i = 0; i < seed->files->len; i++)
    {
      SeedFile *file = g_ptr_array_index (seed->files, i);
      const GString *what = g_strcmp0 (file->path, changed) == 0 ? data : file->data;

      zip_add (zip, file->path, what->str, what->len);
    }
  return zip;
}

GString *
seeds_write (Seeds *self, guint index, const char *version, gboolean is_signed)
{
  const Seed *seed = g_ptr_array_index (self->seeds, index);
  GString *manifest = make_manifest (self, seed, version, is_signed, NULL, NULL);
  g_autofree char *signature = is_signed ? sign (self, manifest) : NULL;
  g_autoptr (Zip) zip = make_zip (seed, manifest, signature, NULL, NULL);

  g_string_free (manifest, TRUE);
  return zip_write (zip);
}

/* ---- Bytes ---- */

/* JSON's, CSV's and CommonMark's own letters do more harm than any others. */
static const char spoils[] = "{}[]\",:\\0e-.u\n\r;<>&@/#|*_`!()\x00\x1b\x7f\x80\xc3\xff";

static void
spoil_bytes (GRand *rand, GString *bytes, GString *log)
{
  guint at, length, to;

  if (bytes->len == 0)
    return;
  at = g_rand_int_range (rand, 0, bytes->len);
  length = g_rand_int_range (rand, 1, 12);
  length = MIN (length, bytes->len - at);
  to = g_rand_int_range (rand, 0, bytes->len - length + 1);
  g_string_append_printf (log, "spoil %u+%u; ", at, length);
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0: g_string_erase (bytes, at, length); break;
    case 1:
    case 2: bytes->str[at] = spoils[g_rand_int_range (rand, 0, sizeof spoils - 1)]; break;
    case 3: bytes->str[at] ^= 1 << g_rand_int_range (rand, 0, 8); break;
    case 4: g_string_truncate (bytes, at); break;
    case 5:
      {
        g_autofree char *copy = g_memdup2 (bytes->str + at, length);

        g_string_insert_len (bytes, to, copy, length);
        break;
      }
    default: memmove (bytes->str + to, bytes->str + at, length); break;
    }
}

static void
spoil_some (GRand *rand, GString *bytes, GString *log)
{
  for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    spoil_bytes (rand, bytes, log);
}

static GString *
copy_of (const GString *string)
{
  return g_string_new_len (string->str, string->len);
}

static const SeedFile *
choose_file (GRand *rand, const Seed *seed, const char *suffix)
{
  for (guint tries = 0; tries < 100; tries++)
    {
      const SeedFile *file = g_ptr_array_index (seed->files, g_rand_int_range (rand, 0, seed->files->len));

      if (g_str_has_suffix (file->path, suffix))
        return file;
    }
  return g_ptr_array_index (seed->files, 0);
}

/* Half of them in the archive, half in a file whose sum is made true again, so that its own reader sees it. */
static GString *
mutate_bytes (Seeds *self, GRand *rand, const Seed *seed, GString *log)
{
  const gboolean inside = g_rand_boolean (rand);
  const SeedFile *file = choose_file (rand, seed, "");
  GString *data = copy_of (file->data);
  GString *manifest, *bytes;
  g_autoptr (Zip) zip = NULL;

  if (inside)
    {
      g_string_append_printf (log, "in %s: ", file->path);
      spoil_some (rand, data, log);
    }
  manifest = make_manifest (self, seed, NULL, FALSE, inside ? file->path : NULL, data);
  zip = make_zip (seed, manifest, NULL, file->path, data);
  bytes = zip_write (zip);
  if (!inside)
    spoil_some (rand, bytes, log);
  g_string_free (manifest, TRUE);
  g_string_free (data, TRUE);
  return bytes;
}

/* ---- The archive ---- */

static GString *
mutate_archive (Seeds *self, GRand *rand, const Seed *seed, GString *log)
{
  const gboolean is_signed = g_rand_int_range (rand, 0, 4) == 0;
  GString *manifest = make_manifest (self, seed, NULL, is_signed, NULL, NULL);
  g_autofree char *signature = is_signed ? sign (self, manifest) : NULL;
  g_autoptr (Zip) zip = make_zip (seed, manifest, signature, NULL, NULL);

  g_string_free (manifest, TRUE);
  mutate_zip (rand, zip, log);
  return zip_write (zip);
}

/* ---- JSON ---- */

static GString *
mutate_content (Seeds *self, GRand *rand, const Seed *seed, GString *log)
{
  const SeedFile *file = choose_file (rand, seed, "json");
  GString *data = copy_of (file->data);
  GString *manifest;
  g_autoptr (Zip) zip = NULL;

  g_string_append_printf (log, "in %s: ", file->path);
  mutate_json (rand, data, (const char *const *) self->members->pdata, log);
  manifest = make_manifest (self, seed, NULL, FALSE, file->path, data);
  zip = make_zip (seed, manifest, NULL, file->path, data);
  g_string_free (manifest, TRUE);
  g_string_free (data, TRUE);
  return zip_write (zip);
}

/* ---- The manifest ---- */

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })

static gboolean
mutate_field (GRand *rand, GString *text, GString *log)
{
  static const char *const names[] = { "path",   "hash",    "bytes", "role",       "mediatype", "languages", "sections",
                                       "format", "version", "name",  "validUntil", "publisher", "key",       "resources",
                                       "schema", "fields",  "level", "show",       "primaryKey" };
  const char *const *values[] = {
    LIST ("\"../evil\"", "\"/tmp/ter-evil\"", "\"..\"", "\"\"", "\"content/../../evil\"", "\"datapackage.json\"",
          "\"datapackage.json.sig\"", "\"content/entries.json\"", "\"CONTENT/ENTRIES.JSON\"", "\"content\"",
          "\"content/entries.json/x\"", "\"a\\\\b\"", "\".hidden\"", "\"a/b/c/d/e\"", "\"nul\"",
          "\"content/entries.json\\u0000.png\"", "\"https://river.example/a\"", "[\"a\",\"b\"]", "null"),
    LIST ("\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"",
          "\"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
          "\"SHA256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855\"",
          "\"sha256:../../../../../../../../../../../../../../../../tmp/ter-evil\"",
          "\"sha256:../../evil/ter-evil/../../../../../../../../../../../../tmp/ter-ev\"", "\"sha256:\"",
          "\"md5:d41d8cd98f00b204e9800998ecf8427e\"", "\"\"", "0"),
    LIST ("0", "-1", "1", "1.5", "2147483648", "2147483649", "4294967296", "9007199254740991", "9007199254740993", "1e999",
          "18446744073709551616", "\"160\"", "null"),
    LIST ("\"entries\"", "\"vocabularies\"", "\"text\"", "\"table\"", "\"outline\"", "\"attachment\"", "\"picture\"",
          "\"manifest\"", "\"\"", "7"),
    LIST ("\"text/html\"", "\"application/json\"", "\"text/csv\"", "\"image/svg+xml\"", "\"application/x-executable\"", "\"\"",
          "\"../..\"", "[]"),
    LIST ("[]", "[\"en\",\"fr\"]", "[\"en\"]", "[\"fr\",\"fr\"]", "[\"\"]", "[1]", "{}", "\"fr\"", "[\"zz-invalid-\"]",
          "[\"ar\",\"he\",\"fr\"]", "[\"fr\",\"en\",\"de\",\"es\",\"it\",\"pt\",\"nl\",\"pl\",\"sv\",\"da\",\"fi\",\"el\"]"),
    LIST ("[]", "{}", "null", "[null]", "[{}]", "[{\"id\":\"a\"}]",
          "[{\"id\":\"a\",\"title\":\"a\",\"view\":\"pages\",\"show\":{\"ids\":[\"nowhere\"],\"kinds\":[1]}}]"),
    LIST ("[1, 0]", "[1, 99]", "[2, 0]", "[0, 0]", "[1]", "[]", "[-1, 0]", "[1.5, 0]", "[1e999, 0]", "\"1.0\"", "[\"1\",\"0\"]",
          "[99999999999,0]", "null"),
    LIST ("\"0.0.1\"", "\"1.0.0\"", "\"999999.0.0\"", "\"1.0.0-rc.1\"", "\"1.0\"", "\"v1\"", "\"\"", "1",
          "\"18446744073709551616.0.0\"", "\"1.0.0\\u0000\""),
    LIST ("\"other\"", "\"..\"", "\"../../evil\"", "\"/tmp/ter-evil\"", "\"-\"", "\"a.b\"", "\"A\"", "\"\"", "\"incoming\"",
          "\"lock\"", "\"publishers\"", "1", "null"),
    LIST ("\"2020-01-01\"", "\"2099-12-31\"", "\"never\"", "\"\"", "0", "\"2020-02-30\"", "\"0000-00-00\"", "[]"),
    LIST ("{}", "[]", "null", "\"x\"", "{\"key\":\"x\"}",
          "{\"name\":\"<b>\\u202e&\",\"key\":\"RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
          "{\"name\":1,\"key\":[],\"revoked\":{},\"successor\":1}"),
    LIST ("\"\"", "\"x\"", "\"RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "1", "null", "\"RWQ!\""),
    LIST ("[]", "{}", "null", "[null]", "[[]]", "[{}]", "[{\"path\":\"a\"}]",
          "[{\"path\":\"content/entries.json\",\"role\":\"entries\"}]"),
    LIST ("{}", "[]", "null", "{\"fields\":[]}", "{\"fields\":{}}",
          "{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"}],\"primaryKey\":[\"b\",\"b\"]}"),
    LIST ("[]", "[null]", "[{}]", "[{\"name\":\"a\"},{\"name\":\"a\"}]", "[{\"name\":\"\",\"type\":\"geopoint\"}]",
          "[{\"name\":1}]"),
    LIST ("\"commune\"", "\"planet\"", "1", "null", "\"\""),
    LIST ("{}", "[]", "{\"ids\":{}}", "{\"kinds\":[[]]}", "{\"sort\":1}", "{\"ids\":[\"nowhere\",\"nowhere\"]}"),
    LIST ("\"\"", "[]", "[\"\"]", "[1]", "\"nowhere\"", "{}"),
  };
  const guint which = g_rand_int_range (rand, 0, G_N_ELEMENTS (names));

  return mutate_json_field (rand, text, names[which], values[which], log);
}

static void
spoil_signature (GRand *rand, char **signature, GString *log)
{
  GString *text = g_string_new (*signature);

  spoil_some (rand, text, log);
  g_free (*signature);
  *signature = g_string_free (text, FALSE);
}

static GString *
mutate_manifest (Seeds *self, GRand *rand, const Seed *seed, GString *log)
{
  const gboolean is_signed = g_rand_int_range (rand, 0, 3) == 0;
  GString *manifest = make_manifest (self, seed, NULL, is_signed, NULL, NULL);
  g_autofree char *before = is_signed ? sign (self, manifest) : NULL;
  g_autofree char *signature = NULL;
  g_autoptr (Zip) zip = NULL;

  g_string_append (log, is_signed ? "signed manifest: " : "manifest: ");
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    if (g_rand_int_range (rand, 0, 3) == 0 || !mutate_field (rand, manifest, log))
      mutate_json (rand, manifest, (const char *const *) self->members->pdata, log);
  /* Signed after the change most of the time: else the signature is all that is looked at. */
  if (is_signed)
    signature = g_rand_int_range (rand, 0, 4) == 0 ? g_strdup (before) : sign (self, manifest);
  if (signature != NULL && g_rand_int_range (rand, 0, 4) == 0)
    spoil_signature (rand, &signature, log);
  zip = make_zip (seed, manifest, signature, NULL, NULL);
  g_string_free (manifest, TRUE);
  return zip_write (zip);
}

/* ---- One mutant ---- */

const char *
mutant_kind_get_name (MutantKind kind)
{
  static const char *const names[N_MUTANT_KINDS] = { "bytes", "zip", "json", "manifest" };

  return names[kind];
}

/* 10 % bytes, 20 % archives, 40 % JSON, 30 % manifests. */
static MutantKind
choose_kind (GRand *rand)
{
  const int dice = g_rand_int_range (rand, 0, 10);

  return dice < 1 ? MUTANT_BYTES : dice < 3 ? MUTANT_ZIP : dice < 7 ? MUTANT_JSON : MUTANT_MANIFEST;
}

Mutant *
mutant_new (Seeds *seeds, guint64 seed, guint number)
{
  static GString *(*const funcs[N_MUTANT_KINDS]) (Seeds *, GRand *, const Seed *, GString *) = { mutate_bytes, mutate_archive,
                                                                                                 mutate_content, mutate_manifest };
  const guint32 state[] = { seed, seed >> 32, number };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (state, G_N_ELEMENTS (state));
  const guint dice = g_rand_int_range (rand, 0, 8);
  /* The first seed holds a little of everything: half of the mutants are its. */
  const Seed *chosen = g_ptr_array_index (seeds->seeds, dice < 4 ? 0 : dice % seeds->seeds->len);
  Mutant *self = g_new0 (Mutant, 1);

  self->kind = choose_kind (rand);
  self->seed = chosen->name;
  self->log = g_string_new (NULL);
  self->bytes = funcs[self->kind](seeds, rand, chosen, self->log);
  return self;
}

void
mutant_free (Mutant *self)
{
  g_string_free (self->bytes, TRUE);
  g_string_free (self->log, TRUE);
  g_free (self);
}
