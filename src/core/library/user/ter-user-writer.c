/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-user-writer-private.h"

#include "ter-user-file-private.h"

/* How long the file may be another process's, beyond what SQLite itself waits. In seconds. */
#define PATIENCE 30

struct _TerUserWriter
{
  char *path;
  GThread *thread;
  GAsyncQueue *jobs;
  GAsyncQueue *answers;
  GSource *source; /* wakes the main context */
  guint64 n_jobs;
};

typedef struct
{
  guint64 number;
  char *sql; /* nullable: look whether the file changed, or the end */
  gboolean is_end;
} Job;

static void
job_free (Job *job)
{
  g_free (job->sql);
  g_free (job);
}

void
ter_user_writer_answer_free (TerUserAnswer *answer)
{
  g_clear_error (&answer->error);
  g_clear_pointer (&answer->memory, sqlite3_close);
  g_free (answer);
}

/* ---- The thread ---- */

static void
answer (TerUserWriter *self, guint64 number, GError *error, sqlite3 *memory)
{
  TerUserAnswer *answer = g_new0 (TerUserAnswer, 1);

  *answer = (TerUserAnswer) { number, error, memory };
  g_async_queue_push (self->answers, answer);
  g_source_set_ready_time (self->source, 0);
}

static gboolean
is_worth_another_try (const GError *error, gint64 begun)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY) && g_get_monotonic_time () - begun < PATIENCE * G_USEC_PER_SEC;
}

static TerUserFile *
open_file (TerUserWriter *self)
{
  const gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  TerUserFile *file;
  sqlite3 *memory;

  while ((file = ter_user_file_open (self->path, &error)) == NULL && is_worth_another_try (error, begun))
    g_clear_error (&error);
  memory = file != NULL ? ter_user_file_dup_memory (file, &error) : NULL;
  if (memory == NULL)
    g_clear_pointer (&file, ter_user_file_close);
  answer (self, 0, g_steal_pointer (&error), memory);
  return file;
}

static void
write_job (TerUserWriter *self, TerUserFile *file, const Job *job)
{
  const gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  gboolean written;

  while (!(written = ter_user_file_write (file, job->sql, &error)) && is_worth_another_try (error, begun))
    g_clear_error (&error);
  /* What another process wrote meanwhile is shown too; what could not be written is shown no longer. */
  answer (self, job->number, g_steal_pointer (&error),
          ter_user_file_has_changed (file) || !written ? ter_user_file_dup_memory (file, NULL) : NULL);
}

static gpointer
run (gpointer user_data)
{
  TerUserWriter *self = user_data;
  g_autoptr (TerUserFile) file = open_file (self);

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);
      const gboolean is_end = job->is_end;

      if (is_end)
        ;
      else if (file == NULL)
        answer (self, job->number, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "The file is not open"), NULL);
      else if (job->sql != NULL)
        write_job (self, file, job);
      else
        answer (self, job->number, NULL, ter_user_file_has_changed (file) ? ter_user_file_dup_memory (file, NULL) : NULL);
      job_free (job);
      if (is_end)
        return NULL;
    }
}

/* ---- Who gives the work ---- */

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  g_source_set_ready_time (source, -1);
  return callback (user_data);
}

static GSourceFuncs source_funcs = { .dispatch = dispatch };

TerUserWriter *
ter_user_writer_new (const char *path, GSourceFunc called, gpointer user_data)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  TerUserWriter *self = g_new0 (TerUserWriter, 1);

  self->path = g_strdup (path);
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->answers = g_async_queue_new_full ((GDestroyNotify) ter_user_writer_answer_free);
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "what the user made");
  g_source_set_callback (self->source, called, user_data, NULL);
  g_source_attach (self->source, context);
  self->thread = g_thread_new ("user-writer", run, self);
  return self;
}

static guint64
push (TerUserWriter *self, char *sql, gboolean is_end)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job) { ++self->n_jobs, sql, is_end };
  g_async_queue_push (self->jobs, job);
  return self->n_jobs;
}

void
ter_user_writer_free (TerUserWriter *self)
{
  TerUserAnswer *left;

  if (self == NULL)
    return;
  push (self, NULL, TRUE);
  g_thread_join (self->thread);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  while ((left = ter_user_writer_take (self, FALSE)) != NULL)
    {
      if (left->error != NULL)
        g_warning ("What was done last could not be saved: %s", left->error->message);
      ter_user_writer_answer_free (left);
    }
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->answers);
  g_free (self->path);
  g_free (self);
}

guint64
ter_user_writer_add (TerUserWriter *self, char *sql)
{
  g_return_val_if_fail (sql != NULL, 0);

  return push (self, sql, FALSE);
}

guint64
ter_user_writer_look (TerUserWriter *self)
{
  return push (self, NULL, FALSE);
}

TerUserAnswer *
ter_user_writer_take (TerUserWriter *self, gboolean wait)
{
  return wait ? g_async_queue_pop (self->answers) : g_async_queue_try_pop (self->answers);
}
