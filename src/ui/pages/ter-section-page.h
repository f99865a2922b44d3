/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A page of a section's entries: a subclass shows them; that there are none, or why they cannot be read, is shown here. */
#define TER_TYPE_SECTION_PAGE (ter_section_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TerSectionPage, ter_section_page, TER, SECTION_PAGE, TerPage)

struct _TerSectionPageClass
{
  TerPageClass parent_class;

  /* While there is no entry; the texts are translated when they are shown. */
  const char *empty_icon, *empty_title, *empty_text;

  /* Shows @entries (of TerEntry), at least one. */
  void (*show) (TerSectionPage *self, GPtrArray *entries);
  /* Shows more of them than %TER_MAX_ROWS: as a long list, unless a subclass knows better. */
  void (*show_many) (TerSectionPage *self, GPtrArray *entries);
  /* Says that there is none, with the texts above, unless a subclass has something else to show. */
  void (*show_empty) (TerSectionPage *self);
  /* (nullable): the reader's territory is another one now. */
  void (*turn) (TerSectionPage *self);
};

/* @type: of a subclass without construct properties of its own. */
TerPage *ter_section_page_new (GType type, TerContext *context, TerPack *pack, const TerSection *section);
TerPack *ter_section_page_get_pack (TerSectionPage *self);
const TerSection *ter_section_page_get_section (TerSectionPage *self); /* the pack's */

/* What a page's content begins with: a box with what there is to say of the section. */
GtkWidget *ter_section_page_box_new (TerSectionPage *self);
/* A list made by ter_long_list_new(), under what must be said of the section. */
void ter_section_page_set_list (TerSectionPage *self, GtkWidget *list);

G_END_DECLS
