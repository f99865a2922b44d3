/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry-reader.h"
#include "ter-page.h"

G_BEGIN_DECLS

/* The page of an entry of which there is more to show than a text: head, what its kind adds, text, more, links, provenance. */
#define TER_TYPE_DETAIL_PAGE (ter_detail_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TerDetailPage, ter_detail_page, TER, DETAIL_PAGE, TerPage)

struct _TerDetailPageClass
{
  TerPageClass parent_class;

  /* All optional. */
  gboolean (*prepare) (TerDetailPage *self, TerReading *reading,
                       GError **error); /* asks the library for more; may take entries out of @reading */
  GtkWidget *(*wrap_head) (TerDetailPage *self, GtkWidget *head);
  void (*add_before) (TerDetailPage *self, GtkBox *content); /* between the head and the text */
  void (*add_after) (TerDetailPage *self, GtkBox *content);  /* between the text and the links */
};

TerPage *ter_detail_page_new (GType type, TerContext *context, TerEntry *entry);
TerEntry *ter_detail_page_get_entry (TerDetailPage *self);

G_END_DECLS
