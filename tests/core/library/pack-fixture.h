/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* A pack made for a test: add files, then write it; the sizes and hashes of its manifest are right. */
typedef struct _PackFixture PackFixture;

PackFixture *pack_fixture_new (GFile *place, const char *id);
void pack_fixture_free (PackFixture *self);
/* Members of the manifest instead of the usual ones, as JSON. */
void pack_fixture_set (PackFixture *self, const char *member, const char *json);
/* @schema: (nullable): a Table Schema, as JSON. A file that was there is replaced. */
void pack_fixture_add (PackFixture *self, const char *path, const char *role, const char *contents, const char *schema);
/* The entries of content/entries.json, as JSON without the brackets around them. */
void pack_fixture_entries (PackFixture *self, const char *json);
void pack_fixture_write (PackFixture *self);
GFile *pack_fixture_get_folder (PackFixture *self);

/* A temporary folder, and its removal. */
GFile *fixture_folder_new (void);
void fixture_folder_remove (GFile *folder);

/* A library over one place, opened. */
TerLibrary *fixture_library_new (GFile *catalogue, GFile *place, const char *language);
/* Gives up a library, and waits until the threads have given it up too. */
void fixture_library_free (TerLibrary *library);
/* Waits for a refresh. */
gboolean fixture_refresh (TerLibrary *library, GCancellable *cancellable, GError **error);
GPtrArray *fixture_search (TerLibrary *library, const char *text, guint limit, guint *n_total);
/* (transfer full): "id1 id2 id3" of an array of TerEntry, which is freed. */
char *fixture_ids (GPtrArray *entries);
/* The same of an array of TerSearchHit. */
char *fixture_hit_ids (GPtrArray *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PackFixture, pack_fixture_free)

G_END_DECLS
