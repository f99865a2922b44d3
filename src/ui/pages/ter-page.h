/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"
#include "ter-place.h"

G_BEGIN_DECLS

/* A page of the detail: a header bar with its title, and one of four states: loading, empty, error (with a retry), content. */
#define TER_TYPE_PAGE (ter_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TerPage, ter_page, TER, PAGE, AdwNavigationPage)

struct _TerPageClass
{
  AdwNavigationPageClass parent_class;

  /* Fills the page: sets a state. Called when the page is first needed, on retry, and when its pack has changed. */
  void (*load) (TerPage *self);
  /* Takes the keyboard when the page is opened: the page as a whole, unless a subclass knows better (a search field).
   * Not GtkWidgetClass.grab_focus: that one is also asked when Tab comes to the page's end, and would keep Tab in it.
   * %FALSE when nothing can take it yet: it is asked again once the page shows something. */
  gboolean (*focus_content) (TerPage *self);
};

TerContext *ter_page_get_context (TerPage *self); /* construct-only property "context" */
/* (nullable): where it is, and the pack that it shows: set once, by who makes the page for a place. */
TerPlace *ter_page_get_place (TerPage *self);
TerPack *ter_page_get_pack (TerPage *self);
void ter_page_set_place (TerPage *self, TerPlace *place, TerPack *pack);
/* What a screen reader says of the page when it opens, after its title: one sentence. @description: (nullable). */
void ter_page_set_description (TerPage *self, const char *description);
void ter_page_reload (TerPage *self);

void ter_page_set_loading (TerPage *self);
void ter_page_set_empty (TerPage *self, const char *icon_name, const char *title, const char *description);
/* After ter_page_set_empty(): a button that leads on. */
void ter_page_set_empty_action (TerPage *self, const char *label, const char *action_name);
void ter_page_set_error (TerPage *self, const char *title, const GError *error);
/* @content scrolls, in a clamp of at most @maximum_size pixels (860 for reading, 1200 for tiles and dashboards; 0: no clamp). */
void ter_page_set_content (TerPage *self, GtkWidget *content, int maximum_size);
/* @content fills the page and scrolls by itself (long lists). */
void ter_page_set_content_full (TerPage *self, GtkWidget *content);
/* More in the header bar (at its end), and bars under it. */
void ter_page_add_header_widget (TerPage *self, GtkWidget *widget);
void ter_page_add_top_bar (TerPage *self, GtkWidget *widget);
void ter_page_set_subtitle (TerPage *self, const char *subtitle);

G_END_DECLS
