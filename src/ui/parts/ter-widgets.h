/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

/* The few parts that all pages are made of. Pack text is data: everything here shows its text exactly (markup off). */

G_BEGIN_DECLS

/* The one maker of list rows. An activatable row has an arrow; action and target as for gtk_actionable_set_*. */
GtkWidget *ter_row_new (const char *title, const char *subtitle);
GtkWidget *
ter_row_new_for_action (const char *title, const char *subtitle, const char *icon_name, const char *action_name, GVariant *target);
/* A row that opens on others, added with adw_expander_row_add_row(). */
GtkWidget *ter_expander_row_new (const char *title, const char *subtitle);
/* A row that opens @entry. @subtitle %NULL: its summary. */
GtkWidget *ter_entry_row_new (TerEntry *entry, const char *subtitle);
/* A card that opens @entry: title, summary, an optional line above (date, kind). */
GtkWidget *ter_entry_card_new (TerEntry *entry, const char *eyebrow);
void ter_box_clear (GtkBox *box); /* gtk_box_remove_all() of GTK 4.20 */
/* A boxed list with a heading (nullable): append rows with ter_list_append(). */
GtkWidget *ter_list_new (const char *heading);
void ter_list_append (GtkWidget *list, GtkWidget *row);
/* Beyond so many a list of ready-made rows costs more than it shows: */
#define TER_MAX_ROWS 200
/* The same for any number of entries: rows are made as they are scrolled to. It scrolls by itself: see ter_section_page_set_list().
 * @describe (nullable): what stands below an entry's title, (transfer full); else its summary. @user_data outlives the list. */
typedef char *(*TerEntryWords) (TerEntry *entry, gpointer user_data);
#define TER_LONG_LIST_WIDTH 860
GtkWidget *ter_long_list_new (const char *name, TerEntryWords describe, gpointer user_data);
/* Adds @entries (of TerEntry), if there are any, under @heading; %NULL: when there is but one part. */
void ter_long_list_append (GtkWidget *list, const char *heading, GPtrArray *entries);
/* A wrap of cards of equal width that goes from one column to as many as fit. */
GtkWidget *ter_card_grid_new (int minimum_width);
void ter_card_grid_append (GtkWidget *grid, GtkWidget *card);

GtkWidget *ter_heading_new (const char *text, int level);          /* 1 to 4; accessible role heading with its level */
GtkWidget *ter_text_new (const char *text, const char *css_class); /* a wrapping, selectable label */
GtkWidget *ter_notice_new (const char *text);                      /* a caution, in a quiet box */
GtkWidget *ter_tag_new (const char *text, const char *color);      /* a pill; colour nullable */
GtkWidget *ter_tag_list_new (TerEntry *entry);                     /* its terms, as pills; NULL when none */
/* Fills @widget with a pack's colour ("#RRGGBB"), its text black or white, whichever is read best. %FALSE when it is none. */
gboolean ter_widget_set_color (GtkWidget *widget, const char *color);
/* Source, date and confidence of an entry: what stands at the foot of each page. */
GtkWidget *ter_provenance_new (TerEntry *entry);
/* The same from parts (a figure, a target): @object has sources, date, confidence. */
GtkWidget *ter_provenance_new_for_object (TerEntry *entry, JsonObject *object);
/* On top of each entry's page: notice, archive, fallback language. NULL when there is nothing to say. */
GtkWidget *ter_entry_notices_new (TerEntry *entry);
/* On top of each section's page: its summary, notice and archive. NULL when there is nothing to say. */
GtkWidget *ter_section_head_new (TerPack *pack, const TerSection *section);
/* The same without the summary, where a page has words of its own to begin with. */
GtkWidget *ter_section_notices_new (TerPack *pack, const TerSection *section);
/* Links, related entries and entries that refer to this one. NULL when none. Takes what the library found. */
GtkWidget *ter_related_new (TerEntry *entry, GPtrArray *related, GPtrArray *referring);

GtkWidget *ter_issue_row_new (TerIssue *issue); /* what is wrong, how to mend it, where */
/* Issues of one severity, as a list with their count: at most the first hundred. NULL when there are none. */
GtkWidget *ter_issue_list_new (GListModel *issues, TerSeverity severity);
/* Those of all severities, the worst first. */
void ter_issue_lists_append (GtkWidget *box, GListModel *issues);
/* (transfer full): all of them as a text to hand on to the pack's author. @head: its first lines */
char *ter_issues_dup_report (const char *head, GListModel *issues);

/* Lets a button's words take several lines where there is no room for one: in a narrow window, with large text. */
void ter_button_set_wrap (GtkButton *button);

/* The window's actions, for action-name and action-target: */
#define TER_ACTION_OPEN_ENTRY "win.open-entry"               /* (ss): pack id, entry id */
#define TER_ACTION_OPEN_SECTION "win.open-section"           /* (ss): pack id, section id */
#define TER_ACTION_OPEN_TERRITORY "win.open-territory"       /* s: "commune:94018" */
#define TER_ACTION_CHOOSE_TERRITORY "win.choose-territory"   /* asks which territory is the reader's own, and goes to its page */
#define TER_ACTION_TURN_TO_TERRITORY "win.turn-to-territory" /* asks it, and stays: what shows turns to it */
/* In place of a section's id, one that no pack can have: */
#define TER_SECTION_ISSUES "@issues"         /* what is wrong with the pack */
#define TER_SECTION_PACK "@pack"             /* the pack itself: its version, its publisher, what can be done with it */
#define TER_SECTION_PACKS "packs"            /* without a pack id: all packs */
#define TER_SECTION_TERRITORY "@territory/"  /* and a territory's id behind it: its page */
#define TER_SECTION_MY_TERRITORY "territory" /* without a pack id: the reader's own, until it is chosen */
#define TER_ACTION_HELP "win.help"           /* the pack that explains the app */
#define TER_ACTION_HOME "win.home"
#define TER_ACTION_OPEN_LINK "win.open-link" /* s: shows the address, asks, then opens it in the browser */
GVariant *ter_entry_target (TerEntry *entry);

/* How large the widget's text is beside the usual one: 1 at 11 points on a common screen, more in full screen. */
double ter_text_scale_of (GtkWidget *widget);
/* A message at the window's bottom, from any widget in it. Plain text. */
void ter_toast (GtkWidget *widget, const char *text);

G_END_DECLS
