/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-progress.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-number.h"

struct _TerPackProgress
{
  AdwBin parent_instance;

  GCancellable *cancellable; /* while something is under way */
  char *what;

  GtkLabel *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (TerPackProgress, ter_pack_progress, ADW_TYPE_BIN)

static void
cancel_cb (TerPackProgress *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
ter_pack_progress_dispose (GObject *object)
{
  TerPackProgress *self = TER_PACK_PROGRESS (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->what, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TER_TYPE_PACK_PROGRESS);

  G_OBJECT_CLASS (ter_pack_progress_parent_class)->dispose (object);
}

static void
ter_pack_progress_class_init (TerPackProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_pack_progress_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/packs/ter-pack-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, TerPackProgress, label);
  gtk_widget_class_bind_template_child (widget_class, TerPackProgress, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ter_pack_progress_init (TerPackProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ter_pack_progress_new (void)
{
  return g_object_new (TER_TYPE_PACK_PROGRESS, NULL);
}

gboolean
ter_pack_progress_is_busy (TerPackProgress *self)
{
  g_return_val_if_fail (TER_IS_PACK_PROGRESS (self), FALSE);

  return self->cancellable != NULL;
}

GCancellable *
ter_pack_progress_begin (TerPackProgress *self, const char *what)
{
  g_return_val_if_fail (TER_IS_PACK_PROGRESS (self), NULL);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_str (&self->what, what);
  gtk_label_set_text (self->label, what);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return self->cancellable;
}

void
ter_pack_progress_set (TerPackProgress *self, guint64 done, guint64 total)
{
  g_autofree char *done_text = ter_number_format_size (done);
  g_autofree char *total_text = ter_number_format_size (total);
  g_autofree char *text = NULL;

  g_return_if_fail (TER_IS_PACK_PROGRESS (self));

  if (self->cancellable == NULL)
    return;
  /* Translators: what is being done, how far it is, how much it is: "Verifying… (1.2 MB of 8 MB)". */
  text = g_strdup_printf (_ ("%s (%s of %s)"), self->what, done_text, total_text);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / (double) total : 1);
  gtk_label_set_text (self->label, text);
}

void
ter_pack_progress_end (TerPackProgress *self)
{
  g_return_if_fail (TER_IS_PACK_PROGRESS (self));

  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
