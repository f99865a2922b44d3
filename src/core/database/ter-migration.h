/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"

G_BEGIN_DECLS

/* Numbered steps from one version of a file to the next. Step n, counted from 0, brings version n to n + 1. A step that was released is
 * never changed. */
typedef struct
{
  gint32 application_id;
  const char *const *steps; /* NULL-terminated */
} TerMigration;

/* The file's version. G_IO_ERROR_NOT_SUPPORTED: a newer version, or another application, wrote it. */
gboolean ter_migration_get_version (const TerMigration *self, sqlite3 *db, guint *version, GError **error);
guint ter_migration_get_latest (const TerMigration *self); /* the number of its last step */
/* Runs the steps that are missing, each in a transaction of its own with the version it leads to. */
gboolean ter_migration_run (const TerMigration *self, sqlite3 *db, guint version, GError **error);

G_END_DECLS
