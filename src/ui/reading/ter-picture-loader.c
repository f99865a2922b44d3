/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-picture-loader.h"

#include <glib/gi18n.h>

#include "ter-picture-size.h"

#define MAX_BYTES (32 * 1024 * 1024)

typedef struct
{
  int width, height;
} Bounds;

/* Only what was recognised by its header may decode it: no guess by content among all the loaders of a system. */
static const char *
get_loader_name (TerPictureType type)
{
  switch (type)
    {
    case TER_PICTURE_PNG: return "image/png";
    case TER_PICTURE_JPEG: return "image/jpeg";
    case TER_PICTURE_WEBP: return "image/webp";
    case TER_PICTURE_SVG: return "image/svg+xml";
    case TER_PICTURE_UNKNOWN:
    default: return NULL;
    }
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, const Bounds *bounds)
{
  if (width <= 0 || height <= 0 || (width <= bounds->width && height <= bounds->height))
    return;
  double scale = MIN ((double) bounds->width / width, (double) bounds->height / height);

  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static GdkPixbuf *
decode (GBytes *bytes, const Bounds *bounds, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int width, height;
  TerPictureType type = ter_picture_size_read (data, length, &width, &height);

  if (type == TER_PICTURE_UNKNOWN || width > TER_PICTURE_MAX_SIDE || height > TER_PICTURE_MAX_SIDE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This picture is of an unknown type, or too large."));
      return NULL;
    }
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (get_loader_name (type), error);

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), (gpointer) bounds);
  /* Closed whatever happened; the first error is the one to tell. */
  if (!gdk_pixbuf_loader_write (loader, data, length, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This picture is damaged."));
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static GdkTexture *
new_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8, bytes,
                                 gdk_pixbuf_get_rowstride (pixbuf));
}

static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This picture is of an unknown type, or too large."));
      return NULL;
    }
  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_file (G_FILE (source), cancellable, &error);
  g_autoptr (GdkPixbuf) pixbuf = bytes != NULL ? decode (bytes, data, &error) : NULL;

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, new_texture (pixbuf), g_object_unref);
}

void
ter_picture_loader_load_async (GFile *file, int width, int height, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (width > 0 && height > 0);

  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Bounds *bounds = g_new0 (Bounds, 1);

  bounds->width = width;
  bounds->height = height;
  g_task_set_task_data (task, bounds, g_free);
  g_task_set_source_tag (task, ter_picture_loader_load_async);
  g_task_run_in_thread (task, load_thread);
}

GdkTexture *
ter_picture_loader_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ter_picture_loader_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
