/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-section-page.h"

#include <glib/gi18n.h>

#include "ter-list.h"
#include "ter-long-list.h"
#include "ter-notice.h"

typedef struct
{
  TerPack *pack;
  const TerSection *section; /* owned by the pack */
} TerSectionPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TerSectionPage, ter_section_page, TER_TYPE_PAGE)

static TerSectionPagePrivate *
get_private (TerSectionPage *self)
{
  return ter_section_page_get_instance_private (self);
}

static void
ter_section_page_load (TerPage *page)
{
  TerSectionPage *self = TER_SECTION_PAGE (page);
  TerSectionPagePrivate *priv = get_private (self);
  TerSectionPageClass *klass = TER_SECTION_PAGE_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
    ter_library_list_section (ter_context_get_library (ter_page_get_context (page)), priv->pack, priv->section, &error);

  if (entries == NULL)
    ter_page_set_error (page, _ ("This Section Cannot Be Read"), error);
  else if (entries->len == 0)
    klass->show_empty (self);
  else if (entries->len > TER_MAX_ROWS)
    klass->show_many (self, entries);
  else
    klass->show (self, entries);
}

static void
ter_section_page_show_empty (TerSectionPage *self)
{
  TerSectionPageClass *klass = TER_SECTION_PAGE_GET_CLASS (self);

  ter_page_set_empty (TER_PAGE (self), klass->empty_icon, _ (klass->empty_title), _ (klass->empty_text));
}

static void
ter_section_page_show_many (TerSectionPage *self, GPtrArray *entries)
{
  GtkWidget *list = ter_long_list_new (get_private (self)->section->title, NULL, NULL);

  ter_long_list_append (list, NULL, entries);
  ter_section_page_set_list (self, list);
}

static void
ter_section_page_dispose (GObject *object)
{
  g_clear_object (&get_private (TER_SECTION_PAGE (object))->pack);

  G_OBJECT_CLASS (ter_section_page_parent_class)->dispose (object);
}

static void
ter_section_page_class_init (TerSectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_section_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_section_page_load;
  klass->show_many = ter_section_page_show_many;
  klass->show_empty = ter_section_page_show_empty;
  klass->empty_icon = "folder-symbolic";
  klass->empty_title = N_ ("Nothing Here Yet");
  klass->empty_text = N_ ("The pack has no entry in this section.");
}

static void
ter_section_page_init (TerSectionPage *self)
{
}

TerPage *
ter_section_page_new (GType type, TerContext *context, TerPack *pack, const TerSection *section)
{
  TerSectionPage *self;

  g_return_val_if_fail (g_type_is_a (type, TER_TYPE_SECTION_PAGE), NULL);
  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_PACK (pack) && section != NULL, NULL);

  self = g_object_new (type, "context", context, "title", section->title, NULL);
  get_private (self)->pack = g_object_ref (pack);
  get_private (self)->section = section;
  if (TER_SECTION_PAGE_GET_CLASS (self)->turn != NULL)
    g_signal_connect_object (context, "notify::territory", G_CALLBACK (TER_SECTION_PAGE_GET_CLASS (self)->turn), self,
                             G_CONNECT_SWAPPED);

  return TER_PAGE (self);
}

TerPack *
ter_section_page_get_pack (TerSectionPage *self)
{
  g_return_val_if_fail (TER_IS_SECTION_PAGE (self), NULL);

  return get_private (self)->pack;
}

const TerSection *
ter_section_page_get_section (TerSectionPage *self)
{
  g_return_val_if_fail (TER_IS_SECTION_PAGE (self), NULL);

  return get_private (self)->section;
}

GtkWidget *
ter_section_page_box_new (TerSectionPage *self)
{
  TerSectionPagePrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head;

  g_return_val_if_fail (TER_IS_SECTION_PAGE (self), box);

  head = ter_notice_new_section_head (priv->pack, priv->section);
  if (head != NULL)
    gtk_box_append (GTK_BOX (box), head);

  return box;
}

void
ter_section_page_set_list (TerSectionPage *self, GtkWidget *list)
{
  TerSectionPagePrivate *priv = get_private (self);
  GtkWidget *notices;

  g_return_if_fail (TER_IS_SECTION_PAGE (self) && GTK_IS_WIDGET (list));

  notices = ter_notice_new_for_section (priv->pack, priv->section);
  if (notices != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "child", notices, "maximum-size", TER_LONG_LIST_WIDTH, "margin-start", 12,
                                       "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);

      gtk_widget_set_vexpand (list, TRUE);
      gtk_box_append (GTK_BOX (box), clamp);
      gtk_box_append (GTK_BOX (box), list);
      list = box;
    }
  ter_page_set_content_full (TER_PAGE (self), list);
}
