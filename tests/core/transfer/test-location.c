/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-location.h"

#include <locale.h>

typedef struct
{
  const char *path;
  const char *volume;
  const char *volume_name;
  const char *expected; /* %NULL: it has no name that people know */
} Case;

static const Case cases[] = {
  { "/home/marie/Téléchargements/essai.tpack", NULL, NULL, "Téléchargements" },
  { "/home/marie/Documents/Packs/2026/essai.tpack", NULL, NULL, "Documents › Packs › 2026" },
  { "/home/marie/essai.tpack", NULL, NULL, "Home Folder" },
  { "/home/marietta/essai.tpack", NULL, NULL, "/home/marietta" },
  { "/run/media/marie/CLE-MARIE/Packs/essai.tpack", NULL, NULL, "CLE-MARIE › Packs" },
  { "/media/marie/CLE-MARIE/essai.tpack", NULL, NULL, "CLE-MARIE" },
  { "/media/essai.tpack", NULL, NULL, "/media" },
  { "/mnt/x/Packs/essai.tpack", "/mnt/x", "Clé de Marie", "Clé de Marie › Packs" },
  { "/mnt/x/essai.tpack", "/mnt/x/", "Clé de Marie", "Clé de Marie" },
  { "/mnt/xy/essai.tpack", "/mnt/x", "Clé de Marie", "/mnt/xy" },
  { "/run/user/1000/doc/3f2a81c0/essai.tpack", NULL, NULL, NULL },
  { "/run/flatpak/doc/3f2a81c0/essai.tpack", NULL, NULL, NULL },
  { "/srv/partage//essai.tpack", NULL, NULL, "/srv/partage" },
  { "/essai.tpack", NULL, NULL, "/" },
};

static void
test_places_are_named_as_people_name_them (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ter_location_describe_path (cases[i].path, "/home/marie", cases[i].volume, cases[i].volume_name);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_a_name_can_always_be_shown (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/marie/caf\xe9.tpack");
  g_autoptr (GFile) root = g_file_new_for_path ("/");
  g_autofree char *name = ter_location_dup_name (file);
  g_autofree char *root_name = ter_location_dup_name (root);

  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, ".tpack"));
  g_assert_cmpstr (root_name, ==, "/");
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = ter_location_describe_finish (result);
}

static void
test_a_file_that_is_not_there_is_described_too (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/packs/essai.tpack");
  g_autofree char *text = NULL;

  ter_location_describe_async (file, NULL, described_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "/nonexistent/packs");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/location/places-are-named-as-people-name-them", test_places_are_named_as_people_name_them);
  g_test_add_func ("/location/a-name-can-always-be-shown", test_a_name_can_always_be_shown);
  g_test_add_func ("/location/a-file-that-is-not-there-is-described-too", test_a_file_that_is_not_there_is_described_too);

  return g_test_run ();
}
