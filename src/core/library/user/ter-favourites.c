/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-favourites.h"

#include <glib/gi18n-lib.h>

#include "ter-number.h"
#include "ter-user-state-private.h"

void
ter_favourite_free (TerFavourite *self)
{
  g_free (self->name.pack_id);
  g_free (self->name.entry_id);
  g_free (self->name.title);
  g_free (self->name.kind);
  g_free (self->name.pack_title);
  g_free (self->note);
  g_free (self);
}

TerEntryName
ter_favourites_name_of (TerEntry *entry)
{
  TerPack *pack = ter_entry_get_pack (entry);

  return (TerEntryName) { (char *) ter_pack_get_id (pack), (char *) ter_entry_get_id (entry), (char *) ter_entry_get_title (entry),
                          (char *) ter_entry_get_kind (entry), (char *) ter_pack_get_title (pack) };
}

/* @name as the parameters 1 to 5. */
static void
bind_name (sqlite3_stmt *statement, const TerEntryName *name)
{
  ter_sqlite_bind_text (statement, 1, name->pack_id);
  ter_sqlite_bind_text (statement, 2, name->entry_id);
  ter_sqlite_bind_text (statement, 3, name->title != NULL ? name->title : "");
  ter_sqlite_bind_text (statement, 4, name->kind != NULL ? name->kind : "");
  ter_sqlite_bind_text (statement, 5, name->pack_title != NULL ? name->pack_title : "");
}

/* A statement about one entry, whose ids are the parameters 1 and 2. */
static sqlite3_stmt *
prepare_for_entry (TerUserState *self, const char *sql, const char *pack_id, const char *entry_id, GError **error)
{
  sqlite3_stmt *statement = ter_user_state_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  ter_sqlite_bind_text (statement, 1, pack_id);
  ter_sqlite_bind_text (statement, 2, entry_id);
  return statement;
}

/* Runs a statement that changes something, and says so. */
static gboolean
run (TerUserState *self, sqlite3_stmt *statement, GError **error)
{
  if (!ter_user_state_run (self, &statement, 1, error))
    return FALSE;
  ter_user_state_changed (self);
  return TRUE;
}

/**
 * ter_user_state_set_favourite:
 * @name: the entry, and what it is called now
 * @added_at: seconds since 1970
 *
 * Makes an entry a favourite. One that is a favourite already keeps its place.
 */
gboolean
ter_user_state_set_favourite (TerUserState *self, const TerEntryName *name, gint64 added_at, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (name != NULL && name->pack_id != NULL && name->entry_id != NULL, FALSE);

  statement =
    ter_user_state_prepare (self,
                            "INSERT INTO favourite (pack_id, entry_id, title, kind, pack_title, added_at)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (pack_id, entry_id)"
                            " DO UPDATE SET title = excluded.title, kind = excluded.kind, pack_title = excluded.pack_title",
                            error);
  if (statement == NULL)
    return FALSE;
  bind_name (statement, name);
  sqlite3_bind_int64 (statement, 6, added_at);
  return run (self, statement, error);
}

/**
 * ter_user_state_unset_favourite:
 *
 * Takes an entry out of the favourites, if it is among them; its note stays.
 */
gboolean
ter_user_state_unset_favourite (TerUserState *self, const char *pack_id, const char *entry_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (pack_id != NULL && entry_id != NULL, FALSE);

  statement = prepare_for_entry (self, "DELETE FROM favourite WHERE pack_id = ?1 AND entry_id = ?2", pack_id, entry_id, error);
  return statement != NULL && run (self, statement, error);
}

/**
 * ter_user_state_is_favourite:
 * @is_favourite: (out): set when this returns %TRUE
 */
gboolean
ter_user_state_is_favourite (TerUserState *self, const char *pack_id, const char *entry_id, gboolean *is_favourite, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (pack_id != NULL && entry_id != NULL && is_favourite != NULL, FALSE);

  statement = prepare_for_entry (self, "SELECT 1 FROM favourite WHERE pack_id = ?1 AND entry_id = ?2", pack_id, entry_id, error);
  if (statement == NULL)
    return FALSE;
  *is_favourite = ter_sqlite_step (statement, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Of one row: five names, whether it is a favourite, its note, a time. */
static TerFavourite *
read_row (sqlite3_stmt *statement)
{
  TerFavourite *favourite = g_new0 (TerFavourite, 1);

  favourite->name.pack_id = g_strdup (ter_sqlite_column_text (statement, 0));
  favourite->name.entry_id = g_strdup (ter_sqlite_column_text (statement, 1));
  favourite->name.title = g_strdup (ter_sqlite_column_text (statement, 2));
  favourite->name.kind = g_strdup (ter_sqlite_column_text (statement, 3));
  favourite->name.pack_title = g_strdup (ter_sqlite_column_text (statement, 4));
  favourite->is_favourite = sqlite3_column_int (statement, 5) != 0;
  if (sqlite3_column_type (statement, 6) != SQLITE_NULL)
    favourite->note = g_strdup (ter_sqlite_column_text (statement, 6));
  favourite->time = sqlite3_column_int64 (statement, 7);
  return favourite;
}

static GPtrArray *
list (TerUserState *self, const char *sql, guint limit, GError **error)
{
  g_autoptr (GPtrArray) favourites = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_favourite_free);
  g_autoptr (sqlite3_stmt) statement = ter_user_state_prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  while (ter_sqlite_step (statement, &local_error))
    g_ptr_array_add (favourites, read_row (statement));
  if (local_error == NULL)
    return g_steal_pointer (&favourites);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * ter_user_state_list_favourites:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type TerFavourite): the favourites, the last added first, each with its note; %NULL with @error
 */
GPtrArray *
ter_user_state_list_favourites (TerUserState *self, guint limit, GError **error)
{
  g_return_val_if_fail (TER_IS_USER_STATE (self), NULL);

  return list (self,
               "SELECT pack_id, entry_id, favourite.title, favourite.kind, favourite.pack_title, 1, note.text, added_at"
               " FROM favourite LEFT JOIN note USING (pack_id, entry_id)"
               " ORDER BY added_at DESC, favourite.number DESC LIMIT ?1",
               limit, error);
}

/**
 * ter_user_state_list_notes:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type TerFavourite): all entries with a note, the last changed first; %NULL with @error
 */
GPtrArray *
ter_user_state_list_notes (TerUserState *self, guint limit, GError **error)
{
  g_return_val_if_fail (TER_IS_USER_STATE (self), NULL);

  return list (self,
               "SELECT pack_id, entry_id, note.title, note.kind, note.pack_title, favourite.number IS NOT NULL, text, updated_at"
               " FROM note LEFT JOIN favourite USING (pack_id, entry_id)"
               " ORDER BY updated_at DESC, note.number DESC LIMIT ?1",
               limit, error);
}

/* Nothing but space: there is nothing to keep. */
static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static gboolean
delete_note (TerUserState *self, const TerEntryName *name, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    prepare_for_entry (self, "DELETE FROM note WHERE pack_id = ?1 AND entry_id = ?2", name->pack_id, name->entry_id, error);

  return statement != NULL && run (self, statement, error);
}

/**
 * ter_user_state_set_note:
 * @name: the entry, and what it is called now
 * @text: plain text in UTF-8; one that is blank removes the note
 * @updated_at: seconds since 1970
 * @error: G_IO_ERROR_INVALID_ARGUMENT when @text is longer than TER_NOTE_MAX_LENGTH: then the former note stays
 *
 * Keeps the one note of an entry, exactly as it is given.
 */
gboolean
ter_user_state_set_note (TerUserState *self, const TerEntryName *name, const char *text, gint64 updated_at, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (name != NULL && name->pack_id != NULL && name->entry_id != NULL, FALSE);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);

  if (is_blank (text))
    return delete_note (self, name, error);
  if (g_utf8_strlen (text, -1) > TER_NOTE_MAX_LENGTH)
    {
      g_autofree char *most = ter_number_format (TER_NOTE_MAX_LENGTH, 0);

      /* Translators: %s is a number, as "10,000". */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("A note holds at most %s characters."), most);
      return FALSE;
    }
  statement = ter_user_state_prepare (self,
                                      "INSERT OR REPLACE INTO note (pack_id, entry_id, title, kind, pack_title, text, updated_at)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                      error);
  if (statement == NULL)
    return FALSE;
  bind_name (statement, name);
  ter_sqlite_bind_text (statement, 6, text);
  sqlite3_bind_int64 (statement, 7, updated_at);
  return run (self, statement, error);
}

/**
 * ter_user_state_dup_note:
 *
 * Returns: (transfer full): the note of an entry, "" when it has none; %NULL with @error
 */
char *
ter_user_state_dup_note (TerUserState *self, const char *pack_id, const char *entry_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), NULL);
  g_return_val_if_fail (pack_id != NULL && entry_id != NULL, NULL);

  statement = prepare_for_entry (self, "SELECT text FROM note WHERE pack_id = ?1 AND entry_id = ?2", pack_id, entry_id, error);
  if (statement == NULL)
    return NULL;
  if (ter_sqlite_step (statement, &local_error))
    return g_strdup (ter_sqlite_column_text (statement, 0));
  if (local_error == NULL)
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * ter_user_state_update_name:
 * @name: an entry, and what it is called now
 *
 * Remembers a new name of an entry that is a favourite or has a note. Does not tell of a change: nothing else shows than what is there.
 */
gboolean
ter_user_state_update_name (TerUserState *self, const TerEntryName *name, GError **error)
{
  static const char *const updates[] = {
    "UPDATE favourite SET title = ?3, kind = ?4, pack_title = ?5 WHERE pack_id = ?1 AND entry_id = ?2",
    "UPDATE note SET title = ?3, kind = ?4, pack_title = ?5 WHERE pack_id = ?1 AND entry_id = ?2",
  };

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (name != NULL && name->pack_id != NULL && name->entry_id != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (updates); i++)
    {
      g_autoptr (sqlite3_stmt) statement = ter_user_state_prepare (self, updates[i], error);

      if (statement == NULL)
        return FALSE;
      bind_name (statement, name);
      if (!ter_user_state_run (self, &statement, 1, error))
        return FALSE;
    }
  return TRUE;
}
