/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-record.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-store-file.h"
#include "ter-store-private.h"

#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B64 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static char *
dup_text (const TerStoreVersion *version)
{
  return version == NULL
           ? g_strdup ("none")
           : g_strdup_printf ("%.2s %.2s %s %s %s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT, version->manifest,
                              version->signature != NULL ? version->signature : "-",
                              version->version != NULL ? version->version : "-", version->key != NULL ? version->key : "-",
                              version->signer != NULL ? version->signer : "-", version->installed_at, version->size);
}

static void
assert_version (const TerStoreVersion *version, const char *expected)
{
  g_autofree char *text = dup_text (version);

  g_assert_cmpstr (text, ==, expected);
}

static void
what_was_saved_comes_back (void)
{
  TerStoreVersion current = { (char *) A64,      (char *) B64, (char *) "2.0.0", (char *) "KEY",
                              (char *) "Région", 1800000000,   123456789012 };
  TerStoreVersion previous = { .manifest = (char *) B64, .version = (char *) "1.0.0" };
  const TerStoreRecord records[] = {
    { (char *) "essai", &current, &previous, (char *) "3.0.0" },
    { (char *) "essai", &previous, NULL, NULL },
  };
  g_autofree char *folder = g_dir_make_tmp ("record-XXXXXX", NULL), *path = g_build_filename (folder, "essai", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerStoreRecord) loaded = NULL, copy = NULL;

      g_assert_true (ter_store_record_save (&records[i], path, &error));
      g_assert_no_error (error);
      loaded = ter_store_record_load (path, "essai", &error);
      g_assert_no_error (error);
      copy = ter_store_record_copy (loaded);
      g_clear_pointer (&loaded, ter_store_record_free);
      g_assert_cmpstr (copy->id, ==, "essai");
      g_assert_cmpstr (copy->highest, ==, records[i].highest);
      assert_version (copy->current, i == 0 ? "aa bb 2.0.0 KEY Région 1800000000 123456789012" : "bb - 1.0.0 - - 0 0");
      assert_version (copy->previous, i == 0 ? "bb - 1.0.0 - - 0 0" : "none");
    }
  g_remove (path);
  g_rmdir (folder);
}

#define CURRENT(more) "{\"id\": \"essai\", \"current\": {\"manifest\": \"" A64 "\"" more "}}"

/* Its sum is right, and so it was written by an app: perhaps by another, or for another pack. */
static void
what_is_not_a_record_of_this_pack_is_damaged (void)
{
  static const struct
  {
    const char *json;
    const char *expected; /* %NULL: damaged */
  } cases[] = {
    { CURRENT (""), "aa - - - - 0 0" },
    { CURRENT (", \"installedAt\": -1, \"size\": -5"), "aa - - - - 0 0" },
    { CURRENT (", \"installedAt\": 1e300, \"size\": 1e300"), "aa - - - - 0 0" },
    { CURRENT (", \"size\": \"7\", \"version\": 7"), "aa - - - - 0 0" },
    { CURRENT (", \"signature\": \"" B64 "\""), "aa bb - - - 0 0" },
    { CURRENT (", \"signature\": \"../../etc/passwd\""), NULL },
    { "{\"id\": \"autre\", \"current\": {\"manifest\": \"" A64 "\"}}", NULL },
    { "{\"current\": {\"manifest\": \"" A64 "\"}}", NULL },
    { "{\"id\": \"essai\"}", NULL },
    { "{\"id\": \"essai\", \"current\": []}", NULL },
    { "{\"id\": \"essai\", \"current\": {\"manifest\": \"aa\"}}", NULL },
    { "{\"id\": \"essai\", \"current\": {\"manifest\": 7}}", NULL },
  };
  g_autofree char *folder = g_dir_make_tmp ("record-XXXXXX", NULL), *path = g_build_filename (folder, "essai", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (cases[i].json, &error);
      g_autoptr (TerStoreRecord) record = NULL;

      g_test_message ("%s", cases[i].json);
      g_assert_no_error (error);
      g_assert_true (ter_store_file_save (path, json_node_get_object (node), &error));
      record = ter_store_record_load (path, "essai", &error);
      if (cases[i].expected != NULL)
        assert_version (record->current, cases[i].expected);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true ((record == NULL) == (cases[i].expected == NULL));
    }
  g_remove (path);
  g_rmdir (folder);
}

static void
an_id_is_a_safe_name_of_a_file (void)
{
  static const struct
  {
    const char *id;
    gboolean is_one;
  } cases[] = {
    { "innovation-2", TRUE }, { "a", TRUE },  { "", FALSE },  { NULL, FALSE },  { "..", FALSE },
    { "a/b", FALSE },         { "A", FALSE }, { "é", FALSE }, { "a b", FALSE },
  };
  g_autofree char *long_id = g_strnfill (10000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ter_store_is_id (cases[i].id), ==, cases[i].is_one);
  g_assert_false (ter_store_is_id (long_id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-record/what-was-saved-comes-back", what_was_saved_comes_back);
  g_test_add_func ("/store-record/what-is-not-a-record-of-this-pack-is-damaged", what_is_not_a_record_of_this_pack_is_damaged);
  g_test_add_func ("/store-record/an-id-is-a-safe-name-of-a-file", an_id_is_a_safe_name_of_a_file);
  return g_test_run ();
}
