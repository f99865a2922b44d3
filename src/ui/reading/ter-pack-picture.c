/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-pack-picture.h"

#include <glib/gi18n.h>

#include "ter-fitted-picture.h"
#include "ter-picture-loader.h"
#include "ter-heading.h"

/* What a page shows at most, in its own pixels; twice that is decoded, for dense displays. */
#define SHOWN_WIDTH 760
#define SHOWN_HEIGHT 520
#define DENSITY 2

struct _TerPackPicture
{
  GtkBox parent_instance;

  char *alternative;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerPackPicture, ter_pack_picture, GTK_TYPE_BOX)

/* Without its picture, what it would have told. */
static void
show_words (TerPackPicture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *words = *self->alternative != '\0' ? self->alternative : _ ("This picture cannot be shown.");
  GtkWidget *text = ter_heading_new_text (words, "dimmed");
  GtkWidget *icon =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "image-missing-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (box, "picture-words");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_prepend (GTK_BOX (self), box);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPackPicture) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = ter_picture_loader_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture != NULL)
    gtk_box_prepend (GTK_BOX (self),
                     ter_fitted_picture_new (GDK_PAINTABLE (texture), self->alternative, SHOWN_WIDTH, SHOWN_HEIGHT));
  else
    {
      g_debug ("A picture cannot be shown: %s", error->message);
      show_words (self);
    }
}

static void
ter_pack_picture_dispose (GObject *object)
{
  TerPackPicture *self = TER_PACK_PICTURE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ter_pack_picture_parent_class)->dispose (object);
}

static void
ter_pack_picture_finalize (GObject *object)
{
  g_free (TER_PACK_PICTURE (object)->alternative);
  G_OBJECT_CLASS (ter_pack_picture_parent_class)->finalize (object);
}

static void
ter_pack_picture_class_init (TerPackPictureClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ter_pack_picture_dispose;
  G_OBJECT_CLASS (class)->finalize = ter_pack_picture_finalize;
}

static void
ter_pack_picture_init (TerPackPicture *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
}

GtkWidget *
ter_pack_picture_new (TerPack *pack, const char *path, const char *alternative, const char *caption)
{
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);

  TerPackPicture *self = g_object_new (TER_TYPE_PACK_PICTURE, NULL);
  g_autoptr (GFile) file = path != NULL ? ter_pack_dup_file (pack, path) : NULL;

  self->alternative = g_strdup (alternative != NULL ? alternative : "");
  if (caption != NULL && *caption != '\0')
    {
      GtkWidget *label = ter_heading_new_text (caption, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (self), label);
    }
  if (file != NULL)
    ter_picture_loader_load_async (file, SHOWN_WIDTH * DENSITY, SHOWN_HEIGHT * DENSITY, self->cancellable, load_cb,
                                   g_object_ref (self));
  else
    show_words (self);
  return GTK_WIDGET (self);
}
