/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-info.h"

#include "made-pack.h"
#include "ter-issue.h"
#include "ter-pack-build.h"

static GBytes *
build (MadePack *made, const char *name)
{
  g_autofree char *path = g_build_filename (made->around, name, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  ter_pack_build (made->folder, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static guint
get_count (GPtrArray *counts, const char *name)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const TerPackCount *count = g_ptr_array_index (counts, i);

      if (g_str_equal (count->name, name))
        return count->n;
    }
  return 0;
}

static void
test_folder_and_archive_tell_the_same (void)
{
  g_autoptr (GBytes) archive = NULL;
  MadePack made;

  made_pack_init (&made);
  archive = build (&made, "a.tpack");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = i == 0 ? g_strdup (made.path) : g_build_filename (made.around, "a.tpack", NULL);
      g_autoptr (GFile) place = g_file_new_for_path (path);
      g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerPackInfo) info = ter_pack_info_new (place, "en", issues, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (issues->len, ==, 0);
      g_assert_cmpstr (info->id, ==, "essai");
      g_assert_cmpstr (info->title, ==, "Un essai");
      g_assert_cmpstr (info->publisher, ==, "Your organisation");
      g_assert_cmpuint (info->n_files, ==, 7);
      g_assert_cmpuint (get_count (info->kinds, "page"), ==, 2);
      g_assert_cmpuint (get_count (info->kinds, "webinar"), ==, 1);
      g_assert_cmpuint (get_count (info->roles, "text"), ==, 2);
      g_assert_cmpuint (get_count (info->sections, "topics"), ==, 1);
      g_assert_cmpuint (((TerPackCount *) g_ptr_array_index (info->largest, 0))->bytes, >=,
                        ((TerPackCount *) g_ptr_array_index (info->largest, 1))->bytes);
      g_assert_cmpuint (info->packed, ==, i == 0 ? 0 : g_bytes_get_size (archive));
      g_assert_false (info->is_signed);
    }
  made_pack_clear (&made);
}

static void
test_what_is_no_pack_is_told (void)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) around = NULL;
  MadePack made;

  made_pack_init (&made);
  path = g_build_filename (made.around, "a.tpack", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, "PK no archive", -1, NULL));
  g_assert_null (ter_pack_info_new (file, NULL, issues, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, >, 0);
  around = g_file_new_for_path (made.around);
  g_assert_null (ter_pack_info_new (around, NULL, issues, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  made_pack_clear (&made);
}

static TerPackInfo *
read_info (MadePack *made, const char *language)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  TerPackInfo *info = ter_pack_info_new (made->folder, language, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, ==, 0);
  return info;
}

/* What is of another type or missing is "" or not counted: the checker judges, this only tells. */
static void
test_what_cannot_be_read_is_not_counted (void)
{
  g_autoptr (TerPackInfo) info = NULL;
  MadePack made;

  made_pack_init (&made);
  made_pack_write (
    &made, "datapackage.json",
    "{\"name\": 7, \"title\": \"T\", \"title@en\": \"E\", \"languages\": [\"fr\", \"en\", 3], \"sections\": [7, {}, {\"id\": \"s\", \"show\": 7}],"
    " \"resources\": [7, {\"path\": \"none.json\", \"role\": \"entries\"}, {\"path\": \"datapackage.json\"},"
    " {\"path\": \"data/members.csv\", \"role\": \"entries\"}]}");
  info = read_info (&made, "en");
  g_assert_cmpstr (info->id, ==, "");
  g_assert_cmpstr (info->version, ==, "");
  g_assert_cmpstr (info->publisher, ==, "");
  g_assert_cmpstr (info->title, ==, "E");
  g_assert_cmpuint (g_strv_length (info->languages), ==, 2);
  g_assert_cmpuint (info->sections->len, ==, 1);
  g_assert_cmpuint (get_count (info->sections, "s"), ==, 0);
  g_assert_cmpuint (info->kinds->len, ==, 0);
  g_assert_cmpuint (get_count (info->roles, "entries"), ==, 1);
  made_pack_clear (&made);
}

/* An entry that a section names and whose kind it shows too counts once. */
static void
test_a_section_counts_each_entry_once (void)
{
  static const struct
  {
    const char *show;
    guint n;
  } cases[] = {
    { "{\"kinds\": [\"page\"]}", 2 },
    { "{\"ids\": [\"a\"]}", 1 },
    { "{\"ids\": [\"a\", \"c\"], \"kinds\": [\"page\"]}", 3 },
    { "{\"ids\": [\"none\"], \"kinds\": [\"theme\"]}", 0 },
    { "{}", 0 },
  };
  MadePack made;

  made_pack_init (&made);
  made_pack_write (
    &made, "e.json",
    "[{\"id\": \"a\", \"kind\": \"page\"}, {\"id\": \"b\", \"kind\": \"page\"}, {\"id\": \"c\", \"kind\": \"kit\"}, {\"id\": \"d\"}]");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *manifest = g_strdup_printf (
        "{\"sections\": [{\"id\": \"s\", \"show\": %s}], \"resources\": [{\"path\": \"e.json\", \"role\": \"entries\"}]}",
        cases[i].show);
      g_autoptr (TerPackInfo) info = NULL;

      made_pack_write (&made, "datapackage.json", manifest);
      info = read_info (&made, NULL);
      g_test_message ("%s", cases[i].show);
      g_assert_cmpuint (get_count (info->sections, "s"), ==, cases[i].n);
    }
  made_pack_clear (&made);
}

/* Kinds that a hostile pack makes up are counted as one after the first fifty; of files the ten largest are told. */
static void
test_lists_are_short_whatever_the_pack (void)
{
  g_autoptr (GString) entries = g_string_new ("[");
  g_autoptr (TerPackInfo) info = NULL;
  MadePack made;

  made_pack_init (&made);
  for (int i = 0; i < 200; i++)
    g_string_append_printf (entries, "%s{\"id\": \"e%d\", \"kind\": \"k%d\"}", i > 0 ? "," : "", i, i);
  g_string_append (entries, "]");
  made_pack_write (&made, "e.json", entries->str);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%d", i);

      made_pack_write (&made, name, "a");
    }
  made_pack_write (&made, "datapackage.json", "{\"resources\": [{\"path\": \"e.json\", \"role\": \"entries\"}]}");
  info = read_info (&made, NULL);
  g_assert_cmpuint (info->kinds->len, ==, 51);
  g_assert_cmpuint (get_count (info->kinds, "…"), ==, 150);
  g_assert_cmpuint (info->largest->len, ==, 10);
  g_assert_cmpstr (((TerPackCount *) g_ptr_array_index (info->largest, 0))->name, ==, "e.json");
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-info/folder and archive tell the same", test_folder_and_archive_tell_the_same);
  g_test_add_func ("/pack-info/what is no pack is told", test_what_is_no_pack_is_told);
  g_test_add_func ("/pack-info/what cannot be read is not counted", test_what_cannot_be_read_is_not_counted);
  g_test_add_func ("/pack-info/a section counts each entry once", test_a_section_counts_each_entry_once);
  g_test_add_func ("/pack-info/lists are short whatever the pack", test_lists_are_short_whatever_the_pack);
  return g_test_run ();
}
