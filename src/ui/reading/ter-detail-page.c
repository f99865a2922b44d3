/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-detail-page.h"

#include <glib/gi18n.h>

#define WIDTH 860
#define SPACING 30

typedef struct
{
  TerEntry *entry;
  GCancellable *cancellable;
} TerDetailPagePrivate;

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TerDetailPage, ter_detail_page, TER_TYPE_PAGE)

#define PRIVATE(self) ((TerDetailPagePrivate *) ter_detail_page_get_instance_private (self))

static void
append_if_any (GtkBox *box, GtkWidget *widget)
{
  if (widget != NULL)
    gtk_box_append (box, widget);
}

static void
show (TerDetailPage *self, TerReading *reading)
{
  TerDetailPageClass *class = TER_DETAIL_PAGE_GET_CLASS (self);
  TerContext *context = ter_page_get_context (TER_PAGE (self));
  GtkBox *content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  GtkWidget *head = ter_reading_new_head (reading, context);
  gboolean has_more;

  if (class->wrap_head != NULL)
    head = class->wrap_head (self, head);
  gtk_box_append (content, head);
  if (class->add_before != NULL)
    class->add_before (self, content);
  append_if_any (content, ter_reading_new_text (reading));
  if (class->add_after != NULL)
    class->add_after (self, content);
  has_more = gtk_widget_get_next_sibling (head) != NULL;
  append_if_any (content, ter_reading_new_figures (reading, context));
  append_if_any (content, ter_reading_new_foot (reading, context));

  if (!has_more && ter_reading_is_empty (reading))
    {
      g_object_ref_sink (content);
      g_object_unref (content);
      ter_page_set_empty (TER_PAGE (self), "text-x-generic-symbolic", ter_entry_get_title (reading->entry),
                          _ ("The pack says no more about it."));
      return;
    }
  ter_page_set_content (TER_PAGE (self), GTK_WIDGET (content), WIDTH);
  ter_reading_remember (context, reading->entry);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerDetailPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerReading) reading = ter_reading_load_finish (result, &error);
  TerDetailPageClass *class = TER_DETAIL_PAGE_GET_CLASS (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL || (class->prepare != NULL && !class->prepare (self, reading, &error)))
    ter_page_set_error (TER_PAGE (self), _ ("This Entry Cannot Be Read"), error);
  else
    show (self, reading);
}

static void
ter_detail_page_load (TerPage *page)
{
  TerDetailPage *self = TER_DETAIL_PAGE (page);
  TerDetailPagePrivate *priv = PRIVATE (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  ter_page_set_loading (page);
  ter_reading_load_async (ter_page_get_context (page), priv->entry, priv->cancellable, loaded_cb, g_object_ref (self));
}

static void
ter_detail_page_dispose (GObject *object)
{
  TerDetailPagePrivate *priv = PRIVATE (TER_DETAIL_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->entry);

  G_OBJECT_CLASS (ter_detail_page_parent_class)->dispose (object);
}

static void
ter_detail_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY: PRIVATE (TER_DETAIL_PAGE (object))->entry = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ter_detail_page_class_init (TerDetailPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ter_detail_page_dispose;
  object_class->set_property = ter_detail_page_set_property;
  TER_PAGE_CLASS (klass)->load = ter_detail_page_load;

  properties[PROP_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, TER_TYPE_ENTRY, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ter_detail_page_init (TerDetailPage *self)
{
}

TerPage *
ter_detail_page_new (GType type, TerContext *context, TerEntry *entry)
{
  g_return_val_if_fail (g_type_is_a (type, TER_TYPE_DETAIL_PAGE), NULL);
  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (entry), NULL);

  return g_object_new (type, "context", context, "entry", entry, "title", ter_entry_get_title (entry), NULL);
}

TerEntry *
ter_detail_page_get_entry (TerDetailPage *self)
{
  g_return_val_if_fail (TER_IS_DETAIL_PAGE (self), NULL);
  return PRIVATE (self)->entry;
}
