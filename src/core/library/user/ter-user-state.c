/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-user-state-private.h"

#include <glib/gi18n-lib.h>

#include "ter-user-file-private.h"
#include "ter-user-writer-private.h"

#define MAX_RECENT 500

/* What was given to the writer and not answered yet. */
typedef struct
{
  guint64 number;
  char *sql; /* nullable */
} Pending;

struct _TerUserState
{
  GObject parent_instance;
  char *path;
  sqlite3 *db;           /* nullable: a copy in memory of the file, with all that is pending; %NULL: nothing is remembered */
  TerUserWriter *writer; /* nullable: not begun */
  GQueue pending;        /* of Pending, in order */
  gboolean opening;
  GError *error; /* nullable: why the file could not be opened */
};

enum
{
  CHANGED,
  RELOADED,
  CLOSED,
  SAVED,
  NOT_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TerUserState, ter_user_state, G_TYPE_OBJECT)

static void
recent_free (gpointer data)
{
  TerRecent *recent = data;

  ter_place_unref (recent->place);
  g_free (recent);
}

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->sql);
  g_free (pending);
}

static void
ter_user_state_finalize (GObject *object)
{
  TerUserState *self = TER_USER_STATE (object);

  g_clear_pointer (&self->writer, ter_user_writer_free);
  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_error (&self->error);
  g_queue_clear_full (&self->pending, pending_free);
  g_free (self->path);
  G_OBJECT_CLASS (ter_user_state_parent_class)->finalize (object);
}

static void
ter_user_state_class_init (TerUserStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_user_state_finalize;
  signals[CHANGED] = g_signal_new ("changed", TER_TYPE_USER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RELOADED] = g_signal_new ("reloaded", TER_TYPE_USER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] =
    g_signal_new ("closed", TER_TYPE_USER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SAVED] = g_signal_new ("saved", TER_TYPE_USER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOT_SAVED] =
    g_signal_new ("not-saved", TER_TYPE_USER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ter_user_state_init (TerUserState *self)
{
  g_queue_init (&self->pending);
}

TerUserState *
ter_user_state_new (GFile *file)
{
  TerUserState *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TER_TYPE_USER_STATE, NULL);
  self->path = g_file_get_path (file);
  return self;
}

/* ---- What the writer answers ---- */

/* Shows what the file holds, and over it what is still on its way there. */
static void
take_memory (TerUserState *self, TerUserAnswer *answer)
{
  g_clear_pointer (&self->db, sqlite3_close);
  self->db = g_steal_pointer (&answer->memory);
  for (GList *l = self->pending.head; l != NULL; l = l->next)
    {
      const Pending *pending = l->data;

      if (pending->sql != NULL)
        ter_sqlite_exec (self->db, pending->sql, NULL);
    }
  g_signal_emit (self, signals[RELOADED], 0);
  ter_user_state_changed (self);
}

static void
handle_opened (TerUserState *self, TerUserAnswer *answer)
{
  self->opening = FALSE;
  if (answer->memory != NULL)
    {
      take_memory (self, answer);
      return;
    }
  g_clear_pointer (&self->db, sqlite3_close);
  self->error = g_error_copy (answer->error);
  g_signal_emit (self, signals[CLOSED], 0, answer->error);
}

static void
handle_written (TerUserState *self, TerUserAnswer *answer)
{
  Pending *pending = g_queue_pop_head (&self->pending);
  const gboolean was_written = pending->sql != NULL && answer->error == NULL;

  g_assert (pending->number == answer->number);
  pending_free (pending);
  if (answer->memory != NULL && self->db != NULL)
    take_memory (self, answer);
  if (answer->error != NULL && self->db != NULL)
    g_signal_emit (self, signals[NOT_SAVED], 0, answer->error);
  else if (was_written && ter_user_state_is_saved (self))
    g_signal_emit (self, signals[SAVED], 0);
}

/* @error: (out) (optional): set to the first failure among what was answered */
static void
handle (TerUserState *self, TerUserAnswer *taken, GError **error)
{
  g_autoptr (TerUserAnswer) answer = taken;

  if (answer->error != NULL && error != NULL && *error == NULL)
    *error = g_error_copy (answer->error);
  if (answer->number == 0)
    handle_opened (self, answer);
  else
    handle_written (self, answer);
}

static gboolean
answered_cb (gpointer user_data)
{
  g_autoptr (TerUserState) self = g_object_ref (user_data);
  TerUserAnswer *answer;

  while ((answer = ter_user_writer_take (self->writer, FALSE)) != NULL)
    handle (self, answer, NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * ter_user_state_begin:
 *
 * Opens the file in a thread of its own (see ter_user_state_open()) and returns at once. Until it is open, nothing seems to be
 * remembered, and what is done is kept in order; then ::changed tells what is, or ::closed why nothing can be.
 */
void
ter_user_state_begin (TerUserState *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TER_IS_USER_STATE (self));
  g_return_if_fail (self->writer == NULL);

  self->db = ter_user_file_new_memory (&error);
  if (self->db == NULL)
    g_warning ("What you do cannot be remembered: %s", error->message);
  self->opening = TRUE;
  self->writer = ter_user_writer_new (self->path, answered_cb, self);
}

/**
 * ter_user_state_open:
 * @error: G_IO_ERROR_NOT_SUPPORTED when a newer version wrote the file, which is then left untouched
 *
 * Opens the file, or makes it; brings an older version up to date, whole or not at all, after a backup. A damaged file is put aside
 * and its newest backup takes its place. Waits for all of that: for programs without a window.
 *
 * Returns: %FALSE with @error; then nothing is remembered in this session, and all other functions tell so
 */
gboolean
ter_user_state_open (TerUserState *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (self->writer == NULL, FALSE);

  ter_user_state_begin (self);
  while (self->opening)
    handle (self, ter_user_writer_take (self->writer, TRUE), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * ter_user_state_get_error:
 *
 * Returns: (transfer none) (nullable): why nothing can be remembered in this session; %NULL also while the file is being opened
 */
const GError *
ter_user_state_get_error (TerUserState *self)
{
  g_return_val_if_fail (TER_IS_USER_STATE (self), NULL);

  return self->error;
}

/**
 * ter_user_state_flush:
 *
 * Waits until all that was done is on the disk. For programs without a window.
 *
 * Returns: %FALSE with the first @error of what could not be saved while this waited, or why nothing can be
 */
gboolean
ter_user_state_flush (TerUserState *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (self->writer != NULL, FALSE);

  while (!g_queue_is_empty (&self->pending))
    handle (self, ter_user_writer_take (self->writer, TRUE), &local_error);
  if (local_error == NULL && self->error != NULL)
    local_error = g_error_copy (self->error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * ter_user_state_is_saved:
 *
 * Returns: whether all that was done is on the disk; when it no longer is not, ::saved or ::not-saved tells
 */
gboolean
ter_user_state_is_saved (TerUserState *self)
{
  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);

  for (GList *l = self->pending.head; l != NULL; l = l->next)
    if (((Pending *) l->data)->sql != NULL)
      return FALSE;
  return !self->opening;
}

static void
remember (TerUserState *self, guint64 number, char *sql)
{
  Pending *pending = g_new0 (Pending, 1);

  *pending = (Pending) { number, sql };
  g_queue_push_tail (&self->pending, pending);
}

/**
 * ter_user_state_look:
 *
 * Looks, in the writer's thread, whether another process changed the file; ::changed then tells.
 */
void
ter_user_state_look (TerUserState *self)
{
  g_return_if_fail (TER_IS_USER_STATE (self));

  if (self->writer != NULL && !self->opening && self->db != NULL)
    remember (self, ter_user_writer_look (self->writer), NULL);
}

/* ---- For those who read and write ---- */

sqlite3_stmt *
ter_user_state_prepare (TerUserState *self, const char *sql, GError **error)
{
  if (self->db != NULL)
    return ter_sqlite_prepare (self->db, sql, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("What you do cannot be remembered now."));
  return NULL;
}

gboolean
ter_user_state_run (TerUserState *self, sqlite3_stmt *statements[], guint n, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char *sql = sqlite3_expanded_sql (statements[i]);

      if (sql == NULL)
        g_error ("No memory for what you do");
      g_string_append (all, sql);
      g_string_append_c (all, ';');
      sqlite3_free (sql);
    }
  for (guint i = 0; i < n; i++)
    if (!ter_sqlite_run (statements[i], error))
      return FALSE;
  remember (self, ter_user_writer_add (self->writer, g_strdup (all->str)), g_strdup (all->str));
  return TRUE;
}

void
ter_user_state_changed (TerUserState *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- What was read ---- */

/**
 * ter_user_state_add_recent:
 * @read_at: seconds since 1970
 *
 * Remembers that a place was read, once a place; keeps the latest ones only.
 */
gboolean
ter_user_state_add_recent (TerUserState *self, TerPlace *place, gint64 read_at, GError **error)
{
  g_autoptr (sqlite3_stmt) add = NULL;
  g_autoptr (sqlite3_stmt) trim = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  add = ter_user_state_prepare (self, "INSERT OR REPLACE INTO recent (place, read_at) VALUES (?1, ?2)", error);
  if (add == NULL)
    return FALSE;
  trim = ter_user_state_prepare (
    self, "DELETE FROM recent WHERE read_at < (SELECT read_at FROM recent ORDER BY read_at DESC LIMIT 1 OFFSET ?1)", error);
  if (trim == NULL)
    return FALSE;
  ter_sqlite_bind_text (add, 1, place->uri);
  sqlite3_bind_int64 (add, 2, read_at);
  sqlite3_bind_int (trim, 1, MAX_RECENT - 1);
  return ter_user_state_run (self, (sqlite3_stmt *[]) { add, trim }, 2, error);
}

GPtrArray *
ter_user_state_list_recent (TerUserState *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (recent_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), NULL);

  statement = ter_user_state_prepare (self, "SELECT place, read_at FROM recent ORDER BY read_at DESC, place LIMIT ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  while (ter_sqlite_step (statement, &local_error))
    {
      TerPlace *place = ter_place_parse (ter_sqlite_column_text (statement, 0));
      TerRecent *recent;

      if (place == NULL)
        continue;
      recent = g_new0 (TerRecent, 1);
      recent->place = place;
      recent->read_at = sqlite3_column_int64 (statement, 1);
      g_ptr_array_add (list, recent);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
ter_user_state_clear_recent (TerUserState *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (TER_IS_USER_STATE (self), FALSE);

  statement = ter_user_state_prepare (self, "DELETE FROM recent", error);
  return statement != NULL && ter_user_state_run (self, &statement, 1, error);
}
