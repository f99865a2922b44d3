/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-library.h"
#include "ter-search.h"

G_BEGIN_DECLS

/* For the files that make up the library: ter-library.c (its packs), ter-library-refresh.c, ter-library-queries.c,
 * ter-library-search.c, ter-library-installed.c. */
struct _TerLibrary
{
  GObject parent_instance;

  char *path;      /* of the index */
  char *temporary; /* nullable: a folder for the index when its own place cannot be written */
  GListModel *places;
  TerStore *store;     /* nullable */
  GHashTable *records; /* nullable: pack id → TerStoreRecord, read when they are asked for */
  char *language;

  TerCatalogue *catalogue; /* nullable: there is no index yet */
  TerSearch *search;
  GListStore *packs;
  GHashTable *numbers; /* TerPack, borrowed → its number in the index */
  guint heal_source;
  gboolean damaged;
  gboolean refreshing;
  gboolean swept; /* what an earlier run of the app left has been swept */
};

/* Opens the connection of the main thread, unless it is open. */
gboolean ter_library_open_catalogue (TerLibrary *self, GError **error);
/* Closes it, and that of searches, so that the file can be replaced. */
void ter_library_close_catalogue (TerLibrary *self);
/* Notifies "refreshing". */
void ter_library_set_refreshing (TerLibrary *self, gboolean refreshing);
/* Each error of the index passes here: a damaged index is made anew, without being asked. @error: (nullable) */
void ter_library_note_error (TerLibrary *self, const GError *error);
/* Brings the list of packs to what the index says; tells when something has changed. */
gboolean ter_library_reload (TerLibrary *self, GError **error);
/* Chooses where the index can be written, before it is. */
void ter_library_choose_path (TerLibrary *self);
/* The pack's number in the index; a pack of an earlier refresh, that a page still holds, gives its successor's. 0: none. */
gint64 ter_library_get_number (TerLibrary *self, TerPack *pack);

G_END_DECLS
