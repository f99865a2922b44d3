/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ter-pack-checker.h"
#include "ter-template.h"

/* A pack in a folder of its own, as “territoires-pack new” writes it: for the tests that change one. */
typedef struct
{
  char *path;   /* of the pack */
  char *around; /* the folder that it is in */
  GFile *folder;
} MadePack;

static inline void
made_pack_init (MadePack *made)
{
  TerTemplateOptions options = { "essai", "Un essai", "fr", { 2026, 11, 23, -1, 0 } };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  made->around = g_dir_make_tmp ("authoring-XXXXXX", &error);
  g_assert_no_error (error);
  made->path = g_build_filename (made->around, "pack", NULL);
  made->folder = g_file_new_for_path (made->path);
  id = ter_template_write (made->folder, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "essai");
}

static inline void
made_pack_clear (MadePack *made)
{
  const char *argv[] = { "rm", "-rf", made->around, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (made->path);
  g_free (made->around);
  g_object_unref (made->folder);
}

static inline char *
made_pack_read (MadePack *made, const char *name)
{
  g_autofree char *path = g_build_filename (made->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
made_pack_write (MadePack *made, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (made->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Puts @with in the place of @what, which stands there once. */
static inline void
made_pack_change (MadePack *made, const char *name, const char *what, const char *with)
{
  g_autofree char *text = made_pack_read (made, name);
  g_auto (GStrv) parts = g_strsplit (text, what, -1);
  g_autofree char *changed = g_strjoinv (with, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  made_pack_write (made, name, changed);
}

static inline guint
made_pack_count_issues (MadePack *made)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (made->folder);
  g_autoptr (GListModel) issues = ter_pack_checker_check (files, NULL, NULL);

  return g_list_model_get_n_items (issues);
}
