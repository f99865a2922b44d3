/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-store-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "ter-durable.h"
#include "ter-json-scanner.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"
#include "ter-store-record.h"

#define MARK "unswept"

struct _TerStore
{
  GObject parent_instance;

  GFile *folder;
  GFile *objects;
  GMutex mutex; /* see ter_store_lock() */
  int lock;     /* -1: this process has changed nothing yet */

  /* See ter_store_take_turn() */
  GMutex turns;
  GCond turned;
  guint64 n_taken, n_ended;
};

G_DEFINE_FINAL_TYPE (TerStore, ter_store, G_TYPE_OBJECT)

static void
ter_store_finalize (GObject *object)
{
  TerStore *self = TER_STORE (object);

  g_clear_fd (&self->lock, NULL);
  g_clear_object (&self->folder);
  g_clear_object (&self->objects);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->turns);
  g_cond_clear (&self->turned);
  G_OBJECT_CLASS (ter_store_parent_class)->finalize (object);
}

static void
ter_store_class_init (TerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_store_finalize;
}

static void
ter_store_init (TerStore *self)
{
  self->lock = -1;
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->turns);
  g_cond_init (&self->turned);
}

TerStore *
ter_store_new (GFile *folder)
{
  TerStore *self;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, NULL);

  self = g_object_new (TER_TYPE_STORE, NULL);
  self->folder = g_object_ref (folder);
  self->objects = g_file_get_child (folder, "objects");
  return self;
}

GFile *
ter_store_get_folder (TerStore *self)
{
  g_return_val_if_fail (TER_IS_STORE (self), NULL);

  return self->folder;
}

GFile *
ter_store_get_objects (TerStore *self)
{
  g_return_val_if_fail (TER_IS_STORE (self), NULL);

  return self->objects;
}

char *
ter_store_build (TerStore *self, ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (6, NULL, TRUE);
  const char *part;
  va_list args;

  g_ptr_array_add (parts, (gpointer) g_file_peek_path (self->folder));
  va_start (args, self);
  while ((part = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (parts, (gpointer) part);
  va_end (args);
  return g_build_filenamev ((char **) parts->pdata);
}

char *
ter_store_object (TerStore *self, const char *sha256)
{
  char first[3] = { sha256[0], sha256[1], '\0' };

  return ter_store_build (self, "objects", first, sha256 + 2, NULL);
}

void
ter_store_lock (TerStore *self)
{
  g_mutex_lock (&self->mutex);
}

void
ter_store_unlock (TerStore *self)
{
  g_mutex_unlock (&self->mutex);
}

guint64
ter_store_take_turn (TerStore *self)
{
  guint64 turn;

  g_mutex_lock (&self->turns);
  turn = self->n_taken++;
  g_mutex_unlock (&self->turns);
  return turn;
}

void
ter_store_begin_turn (TerStore *self, guint64 turn)
{
  g_mutex_lock (&self->turns);
  while (self->n_ended < turn)
    g_cond_wait (&self->turned, &self->turns);
  g_mutex_unlock (&self->turns);
}

void
ter_store_end_turn (TerStore *self)
{
  g_mutex_lock (&self->turns);
  self->n_ended++;
  g_cond_broadcast (&self->turned);
  g_mutex_unlock (&self->turns);
}

GPtrArray *
ter_store_list_names (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *dir = opendir (path);
  const struct dirent *entry;
  int code;

  if (dir == NULL && errno == ENOENT)
    return g_steal_pointer (&names);
  if (dir == NULL)
    {
      ter_durable_fail (error, path, errno);
      return NULL;
    }
  /* GDir takes an error for the end. */
  for (errno = 0; (entry = readdir (dir)) != NULL; errno = 0)
    if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
      g_ptr_array_add (names, g_strdup (entry->d_name));
  code = errno;
  closedir (dir);
  if (code == 0)
    return g_steal_pointer (&names);
  ter_durable_fail (error, path, code);
  return NULL;
}

static void
set_message (GError **error, char *message)
{
  g_free ((*error)->message);
  (*error)->message = message;
}

gboolean
ter_store_explain (GError **error)
{
  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    set_message (error, g_strdup (_ ("The disk of this computer is full. Free some room, then resume: what was read is kept.")));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
           g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_message (error, g_strdup (_ ("The folder where Territoires keeps its packs cannot be written. Nothing was changed.")));
  else if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_BUSY))
    set_message (error,
                 g_strdup_printf (_ ("The disk of this computer refuses to write (%s). Nothing was changed."), (*error)->message));
  return FALSE;
}

/* ---- Changes ---- */

/* The lock is held until the process ends: two processes would free each other's objects. */
static gboolean
take_lock (TerStore *self, GError **error)
{
  g_autofree char *path = ter_store_build (self, "lock", NULL);
  g_autofd int fd = -1;

  if (self->lock >= 0)
    return TRUE;
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      self->lock = g_steal_fd (&fd);
      /* Nobody imports now: neither another process nor, before its first change, this one. */
      ter_store_end_installed (self);
      return TRUE;
    }
  if (errno != EWOULDBLOCK)
    return ter_durable_fail (error, path, errno);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _ ("Another Territoires is changing the packs. Close it, then try again."));
  return FALSE;
}

static gboolean
make_folders (TerStore *self, GError **error)
{
  static const char *const names[] = { "objects", "packs", "removed", "incoming" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = ter_store_build (self, names[i], NULL);

      if (!ter_durable_make_folder (path, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_store_is_swept (TerStore *self)
{
  g_autofree char *mark = ter_store_build (self, MARK, NULL);

  return !g_file_test (mark, G_FILE_TEST_EXISTS);
}

gboolean
ter_store_end_sweep (TerStore *self, GError **error)
{
  g_autofree char *mark = ter_store_build (self, MARK, NULL);

  return ter_durable_remove (mark, error);
}

gboolean
ter_store_begin (TerStore *self, GError **error)
{
  g_autofree char *mark = ter_store_build (self, MARK, NULL);

  return make_folders (self, error) && take_lock (self, error) && (!ter_store_is_swept (self) || ter_durable_mark (mark, error));
}

/* ---- Records ---- */

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(TerStoreRecord *const *) a)->id, (*(TerStoreRecord *const *) b)->id);
}

GPtrArray *
ter_store_list (TerStore *self, GPtrArray **damaged, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_store_record_free);
  g_autoptr (GPtrArray) bad = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (TER_IS_STORE (self), NULL);

  /* No folder yet: nothing was ever installed. */
  folder = ter_store_build (self, "packs", NULL);
  names = ter_store_list_names (folder, error);
  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      TerStoreRecord *record = ter_store_is_id (name) ? ter_store_load (self, name, NULL) : NULL;

      if (record != NULL)
        g_ptr_array_add (records, record);
      else if (ter_store_is_id (name))
        g_ptr_array_add (bad, g_strdup (name));
    }
  g_ptr_array_sort (records, compare_records);
  g_ptr_array_sort_values (bad, (GCompareFunc) strcmp);
  if (damaged != NULL)
    *damaged = g_steal_pointer (&bad);
  return g_steal_pointer (&records);
}

TerStoreRecord *
ter_store_load (TerStore *self, const char *id, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (TER_IS_STORE (self), NULL);
  g_return_val_if_fail (ter_store_is_id (id), NULL);

  path = ter_store_build (self, "packs", id, NULL);
  return ter_store_record_load (path, id, error);
}

TerStoreRecord *
ter_store_load_sound (TerStore *self, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  TerStoreRecord *record = ter_store_load (self, id, &local_error);

  /* A disk that fails to read says nothing about the record: it would be lost. */
  if (record == NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return record;
}

JsonObject *
ter_store_parse_manifest (GBytes *bytes, GError **error)
{
  g_autoptr (TerJsonScan) scan = ter_json_scan_new (bytes, NULL, NULL);
  g_autoptr (JsonNode) root = ter_json_scan_build (scan, error);
  JsonObject *manifest = ter_json_node_object (root);

  if (manifest != NULL)
    return json_object_ref (manifest);
  if (root != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s does not hold an object"), TER_PACK_MANIFEST);
  return NULL;
}

JsonObject *
ter_store_load_manifest (TerStore *self, const char *sha256, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerPackFiles) alone = ter_pack_files_new_for_objects (self->objects, sha256, NULL, NULL);
  g_autoptr (GBytes) bytes = ter_pack_files_load (alone, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, cancellable, error);
  g_autofree char *found = bytes != NULL ? ter_sha256_of_bytes (bytes) : NULL;

  if (bytes == NULL)
    return NULL;
  /* A flipped bit may leave JSON that names other objects. */
  if (g_str_equal (found, sha256))
    return ter_store_parse_manifest (bytes, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is damaged."), TER_PACK_MANIFEST);
  return NULL;
}

TerPackFiles *
ter_store_load_files (TerStore *self, const TerStoreVersion *version, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonObject) manifest = NULL;

  g_return_val_if_fail (TER_IS_STORE (self), NULL);
  g_return_val_if_fail (version != NULL, NULL);

  manifest = ter_store_load_manifest (self, version->manifest, cancellable, error);
  if (manifest == NULL)
    return NULL;
  return ter_pack_files_new_for_objects (self->objects, version->manifest, version->signature, manifest);
}

static gboolean
save_record (TerStore *self, const TerStoreRecord *record, GError **error)
{
  g_autofree char *path = ter_store_build (self, "packs", record->id, NULL);

  return ter_store_record_save (record, path, error);
}

static void
note_highest (TerStoreRecord *record, const char *version)
{
  if (version != NULL && (record->highest == NULL || ter_version_compare (version, record->highest) > 0))
    g_set_str (&record->highest, version);
}

/* With the lock held. */
static gboolean
switch_to (TerStore *self, const char *id, const TerStoreVersion *version, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TerStoreRecord) record = NULL;

  if (!ter_store_begin (self, error))
    return FALSE;
  /* A damaged record is mended by installing the pack again. */
  record = ter_store_load_sound (self, id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record == NULL)
    {
      record = g_new0 (TerStoreRecord, 1);
      record->id = g_strdup (id);
    }
  if (record->current != NULL && !g_str_equal (record->current->manifest, version->manifest))
    {
      ter_store_version_free (record->previous);
      record->previous = g_steal_pointer (&record->current);
    }
  ter_store_version_free (record->current);
  record->current = ter_store_version_copy (version);
  note_highest (record, version->version);
  return save_record (self, record, error);
}

gboolean
ter_store_switch (TerStore *self, const char *id, const TerStoreVersion *version, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);
  g_return_val_if_fail (ter_store_is_id (id), FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  ter_store_lock (self);
  done = switch_to (self, id, version, error);
  ter_store_unlock (self);
  return done;
}

static gboolean
is_there (TerStore *self, const char *folder, const char *id, GError **error)
{
  g_autofree char *path = ter_store_build (self, folder, id, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This pack was not installed here."));
  return FALSE;
}

/* With the lock held. */
static gboolean
roll_back (TerStore *self, const char *id, GError **error)
{
  g_autoptr (TerStoreRecord) record = NULL;
  TerStoreVersion *current;

  if (!ter_store_begin (self, error))
    return FALSE;
  record = is_there (self, "packs", id, error) ? ter_store_load (self, id, error) : NULL;
  if (record == NULL)
    return FALSE;
  if (record->previous == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no previous version of this pack."));
      return FALSE;
    }
  current = record->current;
  record->current = record->previous;
  record->previous = current;
  return save_record (self, record, error);
}

gboolean
ter_store_roll_back (TerStore *self, const char *id, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);
  g_return_val_if_fail (ter_store_is_id (id), FALSE);

  ter_store_lock (self);
  done = roll_back (self, id, error);
  ter_store_unlock (self);
  return done;
}

/* With the lock held. */
static gboolean
move_record (TerStore *self, const char *id, const char *from, const char *to, GError **error)
{
  g_autofree char *from_path = ter_store_build (self, from, id, NULL);
  g_autofree char *to_path = ter_store_build (self, to, id, NULL);

  return ter_store_begin (self, error) && is_there (self, from, id, error) && ter_durable_rename (from_path, to_path, error);
}

gboolean
ter_store_remove (TerStore *self, const char *id, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);
  g_return_val_if_fail (ter_store_is_id (id), FALSE);

  ter_store_lock (self);
  done = move_record (self, id, "packs", "removed", error);
  ter_store_unlock (self);
  return done;
}

/* With the lock held. */
static gboolean
restore (TerStore *self, const char *id, GError **error)
{
  g_autofree char *path = ter_store_build (self, "packs", id, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return move_record (self, id, "removed", "packs", error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("This pack has been installed again meanwhile."));
  return FALSE;
}

gboolean
ter_store_restore (TerStore *self, const char *id, GError **error)
{
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);
  g_return_val_if_fail (ter_store_is_id (id), FALSE);

  ter_store_lock (self);
  done = restore (self, id, error);
  ter_store_unlock (self);
  return done;
}
