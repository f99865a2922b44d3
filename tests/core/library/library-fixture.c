/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-fixture.h"

static void
refresh (LibraryFixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static PackFixture *
new_pack (LibraryFixture *self, const char *id)
{
  g_autoptr (GFile) place = g_file_get_child (self->folder, "packs");

  return pack_fixture_new (place, id);
}

/* @place: (transfer full) */
static void
open_library (LibraryFixture *self, GFile *place, const char *language)
{
  g_autoptr (GFile) catalogue = g_file_get_child (self->folder, "catalogue.sqlite");

  self->library = fixture_library_new (catalogue, place, language);
  refresh (self);
  g_object_unref (place);
}

void
library_fixture_set_up (LibraryFixture *self, LibraryFixtureFill fill, const char *language)
{
  g_autoptr (PackFixture) pack = NULL;

  self->folder = fixture_folder_new ();
  pack = new_pack (self, "essai");
  fill (pack);
  pack_fixture_write (pack);
  open_library (self, g_file_get_child (self->folder, "packs"), language);
}

void
library_fixture_set_up_platform (LibraryFixture *self, gconstpointer language)
{
  self->folder = fixture_folder_new ();
  open_library (self, g_file_new_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", NULL), language);
}

void
library_fixture_add_pack (LibraryFixture *self, const char *id, const char *entries)
{
  g_autoptr (PackFixture) pack = new_pack (self, id);

  pack_fixture_entries (pack, entries);
  pack_fixture_write (pack);
  refresh (self);
}

TerPack *
library_fixture_get_pack (LibraryFixture *self)
{
  TerPack *pack = ter_library_get_pack (self->library, "essai");

  g_assert_nonnull (pack);
  return pack;
}

void
library_fixture_tear_down (LibraryFixture *self, gconstpointer data)
{
  fixture_library_free (self->library);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
}
