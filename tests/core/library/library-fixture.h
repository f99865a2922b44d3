/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pack-fixture.h"

G_BEGIN_DECLS

/* A library that has read its packs, in a folder of its own. The first member of a fixture that holds more. */
typedef struct
{
  GFile *folder; /* the packs that are made for the test are in its child "packs" */
  TerLibrary *library;
} LibraryFixture;

/* Puts into a pack what the test needs. */
typedef void (*LibraryFixtureFill) (PackFixture *pack);

/* Over one pack, "essai", that @fill makes. */
void library_fixture_set_up (LibraryFixture *self, LibraryFixtureFill fill, const char *language);
/* Over the packs that come with the app. */
void library_fixture_set_up_platform (LibraryFixture *self, gconstpointer language);
/* Makes one more pack of these entries, as pack_fixture_entries() takes them, and reads it. */
void library_fixture_add_pack (LibraryFixture *self, const char *id, const char *entries);
/* (transfer none): the pack “essai”. */
TerPack *library_fixture_get_pack (LibraryFixture *self);
void library_fixture_tear_down (LibraryFixture *self, gconstpointer data);

G_END_DECLS
