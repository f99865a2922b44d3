/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-migration.h"

#include <glib/gi18n-lib.h>

guint
ter_migration_get_latest (const TerMigration *self)
{
  return g_strv_length ((GStrv) self->steps);
}

gboolean
ter_migration_get_version (const TerMigration *self, sqlite3 *db, guint *version, GError **error)
{
  gint64 application, number;

  if (!ter_sqlite_get_integer (db, "PRAGMA application_id", &application, error) ||
      !ter_sqlite_get_integer (db, "PRAGMA user_version", &number, error))
    return FALSE;
  if (number < 0 || number > ter_migration_get_latest (self) || (number > 0 && application != self->application_id))
    {
      g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _ ("What you made was saved by a newer version of Territoires. It is left as it is; update the app to find it again."));
      return FALSE;
    }
  *version = number;
  return TRUE;
}

gboolean
ter_migration_run (const TerMigration *self, sqlite3 *db, guint version, GError **error)
{
  for (; self->steps[version] != NULL; version++)
    {
      g_autofree char *end =
        g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u; COMMIT", self->application_id, version + 1);

      if (!ter_sqlite_exec (db, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!ter_sqlite_exec (db, self->steps[version], error) || !ter_sqlite_exec (db, end, error))
        {
          ter_sqlite_exec (db, "ROLLBACK", NULL);
          return FALSE;
        }
    }
  return TRUE;
}
