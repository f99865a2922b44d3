/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "ter-kit.h"
#include "ter-sha256.h"

#define CHUNK (128 * 1024)
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* One file to write: a copy of @source, or @text. */
typedef struct
{
  GFile *source; /* nullable */
  GBytes *text;  /* nullable */
  char *sha256;  /* nullable */
  GFile *target;
  gboolean replace; /* the user agreed; otherwise a free name is taken */
  guint64 size;     /* as announced */
} Item;

typedef struct
{
  GPtrArray *items; /* of Item */
  GPtrArray *saved; /* of GFile */
  TerSaveProgressFunc progress;
  gpointer progress_data;
  guint64 done;
  guint64 total; /* never changed once begun: both threads read it */
  gint64 reported_at;
} Job;

typedef struct
{
  GTask *task;
  guint64 done;
} Progress;

static void
item_free (Item *item)
{
  g_clear_object (&item->source);
  g_clear_pointer (&item->text, g_bytes_unref);
  g_free (item->sha256);
  g_object_unref (item->target);
  g_free (item);
}

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->items);
  g_clear_pointer (&job->saved, g_ptr_array_unref);
  g_free (job);
}

static Job *
job_new (void)
{
  Job *job = g_new0 (Job, 1);

  job->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  job->saved = g_ptr_array_new_with_free_func (g_object_unref);
  return job;
}

static void
progress_free (Progress *progress)
{
  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
progress_cb (gpointer user_data)
{
  Progress *progress = user_data;
  Job *job = g_task_get_task_data (progress->task);

  job->progress (MIN (progress->done, job->total), job->total, job->progress_data);
  return G_SOURCE_REMOVE;
}

/* Same priority as the task's own callback, so that none comes after it. */
static void
report (GTask *task, Job *job, gboolean now)
{
  g_autoptr (GSource) source = NULL;
  gint64 time = g_get_monotonic_time ();
  Progress *progress;

  if (job->progress == NULL || (!now && time - job->reported_at < PROGRESS_INTERVAL))
    return;
  job->reported_at = time;
  progress = g_new (Progress, 1);
  *progress = (Progress) { g_object_ref (task), job->done };
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, progress_cb, progress, (GDestroyNotify) progress_free);
  g_source_attach (source, g_task_get_context (task));
}

static char *
display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* Says in words what went wrong with the file or folder that was chosen, and what one can do. */
static void
explain_target (GError **error, GFile *target)
{
  g_autofree char *name = display_name (target);
  g_autofree char *reason = NULL;

  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = g_steal_pointer (&(*error)->message);
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    (*error)->message =
      g_strdup_printf (_ ("There is not enough room for “%s”. Free some room or choose another folder, then try again."), name);
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    (*error)->message = g_strdup_printf (_ ("“%s” cannot be written there: this folder is protected. Choose another one."), name);
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
           g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    (*error)->message = g_strdup (_ ("The folder is no longer there. If it is on a USB key, plug it in again, then try again."));
  else
    (*error)->message = g_strdup_printf (_ ("“%s” could not be saved: %s"), name, reason);
}

/* The same for the file of the pack, which has no name of its own among the objects of the store: it is called as its copy. */
static void
explain_source (GError **error, GFile *target)
{
  g_autofree char *name = display_name (target);
  g_autofree char *reason = NULL;

  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  reason = g_steal_pointer (&(*error)->message);
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    (*error)->message = g_strdup_printf (_ ("“%s” is missing from its pack. Add the pack again."), name);
  else
    (*error)->message = g_strdup_printf (_ ("“%s” of the pack cannot be read: %s"), name, reason);
}

static gboolean
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t written = write (fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return set_errno (error, errno);
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* Reads @stream to its end, into @fd unless it is -1; gives the SHA-256 of what was read. */
static char *
pump (GTask *task, GInputStream *stream, Item *item, int fd, GCancellable *cancellable, GError **error)
{
  Job *job = g_task_get_task_data (task);
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  g_autoptr (TerSha256) digest = ter_sha256_new ();

  for (;;)
    {
      gssize length = g_input_stream_read (stream, buffer, CHUNK, cancellable, error);

      if (length < 0)
        {
          if (item->source != NULL)
            explain_source (error, item->target);
          return NULL;
        }
      if (length == 0)
        return ter_sha256_finish (digest);
      ter_sha256_update (digest, buffer, (gsize) length);
      if (fd >= 0)
        {
          if (!write_all (fd, buffer, (gsize) length, error))
            {
              explain_target (error, item->target);
              return NULL;
            }
          job->done += (guint64) length;
          report (task, job, FALSE);
        }
    }
}

static GInputStream *
open_source (Item *item, GCancellable *cancellable, GError **error)
{
  GInputStream *stream;

  if (item->text != NULL)
    return g_memory_input_stream_new_from_bytes (item->text);
  stream = G_INPUT_STREAM (g_file_read (item->source, cancellable, error));
  if (stream == NULL)
    explain_source (error, item->target);
  return stream;
}

/* A power cut must not lose what we said is saved. Some file systems cannot sync a folder: then there is nothing to do. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Copies into a new file beside the target and waits until it is on the disk. */
static gboolean
fill (GTask *task, Item *item, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = open_source (item, cancellable, error);
  g_autofree char *sha256 = NULL;

  if (stream == NULL)
    return FALSE;
  sha256 = pump (task, stream, item, fd, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  if (item->sha256 != NULL && !g_str_equal (sha256, item->sha256))
    {
      g_autofree char *name = display_name (item->target);

      g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("“%s” is not the file that its pack announces: it was damaged or changed. Nothing was saved. Add the pack again."),
        name);
      return FALSE;
    }
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS)
    {
      set_errno (error, errno);
      explain_target (error, item->target);
      return FALSE;
    }
  return TRUE;
}

/* "plan.pdf" → "plan (2).pdf" */
static char *
numbered_path (const char *path, guint number)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *numbered = NULL;
  char *dot = strrchr (name, '.');

  if (dot == NULL || dot == name)
    numbered = g_strdup_printf ("%s (%u)", name, number);
  else
    numbered = g_strdup_printf ("%.*s (%u)%s", (int) (dot - name), name, number, dot);
  return g_build_filename (folder, numbered, NULL);
}

/* Gives a complete file its name, without ever taking another's place. */
static gboolean
move_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  /* A file system that does not know how, such as FAT through FUSE. */
  if (g_file_test (to, G_FILE_TEST_EXISTS) || g_file_test (to, G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return FALSE;
    }
  return rename (from, to) == 0;
}

static char *
move_to_name (Item *item, const char *from, GError **error)
{
  const char *path = g_file_peek_path (item->target);

  if (item->replace)
    {
      if (rename (from, path) == 0)
        return g_strdup (path);
    }
  else
    {
      for (guint number = 1; number < 10000; number++)
        {
          g_autofree char *to = number == 1 ? g_strdup (path) : numbered_path (path, number);

          if (move_without_replacing (from, to))
            return g_steal_pointer (&to);
          if (errno != EEXIST)
            break;
        }
    }
  set_errno (error, errno);
  explain_target (error, item->target);
  return NULL;
}

/* Whether the bytes to save are already there under that name. */
static gboolean
is_saved_already (GTask *task, Item *item, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *sha256 = NULL;

  if (item->replace || item->sha256 == NULL)
    return FALSE;
  stream = g_file_read (item->target, cancellable, NULL);
  if (stream == NULL)
    return FALSE;
  sha256 = pump (task, G_INPUT_STREAM (stream), item, -1, cancellable, NULL);
  return g_strcmp0 (sha256, item->sha256) == 0;
}

/* Whole or nothing: a new file beside the target, on the disk before it gets the name. */
static GFile *
save_item (GTask *task, Item *item, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (item->target);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  g_autofree char *saved = NULL;
  int fd;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("This place cannot be written to directly. Choose a folder of this computer or of a USB key."));
      return NULL;
    }
  if (is_saved_already (task, item, cancellable))
    return g_object_ref (item->target);

  folder = g_path_get_dirname (path);
  temporary = g_build_filename (folder, ".territoires-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_errno (error, errno);
      explain_target (error, item->target);
      return NULL;
    }
  if (!fill (task, item, fd, cancellable, error))
    {
      close (fd);
      g_unlink (temporary);
      return NULL;
    }
  if (close (fd) != 0)
    {
      set_errno (error, errno);
      explain_target (error, item->target);
    }
  else
    saved = move_to_name (item, temporary, error);
  if (saved == NULL)
    {
      g_unlink (temporary);
      return NULL;
    }
  sync_folder (folder);
  return g_file_new_for_path (saved);
}

static void
save_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  guint64 announced = 0;

  for (guint i = 0; i < job->items->len; i++)
    {
      g_autoptr (GError) error = NULL;
      Item *item = job->items->pdata[i];
      g_autoptr (GFile) saved = save_item (task, item, cancellable, &error);

      if (saved == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_ptr_array_add (job->saved, g_steal_pointer (&saved));
      announced += item->size;
      job->done = announced;
      report (task, job, i == job->items->len - 1);
    }
  g_task_return_pointer (task, g_steal_pointer (&job->saved), (GDestroyNotify) g_ptr_array_unref);
}

static void
run (Job *job, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * ter_save_file_async:
 * @source: a file of a pack
 * @sha256: (nullable): what its SHA-256 must be, 64 digits in lower case
 * @target: where to write it; what is there is replaced, because the user was asked when choosing
 *
 * Copies a file whole or not at all: what was at @target stays until the new file is complete, verified and on the disk.
 */
void
ter_save_file_async (GFile *source, const char *sha256, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job;
  Item *item;

  g_return_if_fail (G_IS_FILE (source) && G_IS_FILE (target));

  job = job_new ();
  item = g_new0 (Item, 1);
  *item = (Item) { g_object_ref (source), NULL, g_strdup (sha256), g_object_ref (target), TRUE };
  g_ptr_array_add (job->items, item);
  run (job, ter_save_file_async, cancellable, callback, user_data);
}

/**
 * ter_save_kit_async:
 * @files: (element-type TerKitFile): what to save
 * @folder: where
 * @progress: (nullable): told how far it is, where this was called
 *
 * Copies files into @folder, each whole or not at all, and never over another: a taken name gives "name (2)", unless
 * the file of that name already holds the same bytes. So one may simply try again after a failure or a cancel.
 */
void
ter_save_kit_async (GPtrArray *files, GFile *folder, TerSaveProgressFunc progress, gpointer progress_data,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;

  g_return_if_fail (files != NULL && G_IS_FILE (folder));

  job = job_new ();
  job->progress = progress;
  job->progress_data = progress_data;
  for (guint i = 0; i < files->len; i++)
    {
      TerKitFile *file = files->pdata[i];
      Item *item = g_new0 (Item, 1);

      *item = (Item) {
        g_object_ref (ter_kit_file_get_file (file)),
        NULL,
        g_strdup (ter_kit_file_get_sha256 (file)),
        g_file_get_child (folder, ter_kit_file_get_name (file)),
        FALSE,
        ter_kit_file_get_size (file),
      };
      g_ptr_array_add (job->items, item);
      job->total += ter_kit_file_get_size (file);
    }
  run (job, ter_save_kit_async, cancellable, callback, user_data);
}

/**
 * ter_save_text_async:
 * @text: what to write, in UTF-8
 * @target: where; what is there is replaced
 *
 * Writes a text whole or not at all.
 */
void
ter_save_text_async (const char *text, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;
  Item *item;

  g_return_if_fail (text != NULL && G_IS_FILE (target));

  job = job_new ();
  item = g_new0 (Item, 1);
  *item = (Item) { NULL, g_bytes_new (text, strlen (text)), NULL, g_object_ref (target), TRUE };
  g_ptr_array_add (job->items, item);
  run (job, ter_save_text_async, cancellable, callback, user_data);
}

/**
 * ter_save_finish:
 * @error: a #GIOErrorEnum with a sentence for the user: what happened and what can be done; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type GFile): the files written, or found already there, in order
 */
GPtrArray *
ter_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
