/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "../library/pack-fixture.h"
#include "ter-store.h"

G_BEGIN_DECLS

/* A store in a temporary folder, and packs to put into it. */
typedef struct
{
  GFile *folder;
  GFile *place; /* of packs: place/VERSION/ID */
  TerStore *store;
} StoreMaker;

void store_maker_set_up (StoreMaker *self, gconstpointer data);
void store_maker_tear_down (StoreMaker *self, gconstpointer data);
/* (transfer full): the folder of a new pack: entries, a table that says @word, a text that all packs have. */
GFile *store_maker_pack (StoreMaker *self, const char *id, const char *version, const char *word);
/* (transfer full): the same as a .tpack, beside its folder. */
GFile *store_maker_tpack (StoreMaker *self, GFile *folder);
/* Checks and installs, with no index. */
gboolean store_maker_try (StoreMaker *self, GFile *source, GError **error);
void store_maker_install (StoreMaker *self, const char *id, const char *version, const char *word);
/* How many objects there are. */
guint store_maker_objects (StoreMaker *self);
/* (transfer full): below the store's folder. */
char *store_maker_path (StoreMaker *self, const char *path);
/* (transfer full): "1.0.0 (before: 0.9.0; highest: 2.0.0)"; "none", "damaged" */
char *store_maker_record (StoreMaker *self, const char *id);
/* (transfer full): the path of the object that holds @path of the current version of a pack. */
char *store_maker_object (StoreMaker *self, const char *id, const char *path);
/* Changes a byte in the middle. */
void store_maker_damage (const char *path);

G_END_DECLS
