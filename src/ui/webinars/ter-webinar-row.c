/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-webinar-row.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-row.h"
#include "ter-tag.h"

/* "jeudi 28 mai" → "Jeudi 28 mai": it stands alone. */
static char *
capitalise (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  GString *capitalised = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (capitalised, FALSE);
  g_string_append_unichar (capitalised, g_unichar_totitle (first));
  g_string_append (capitalised, g_utf8_next_char (text));
  return g_string_free (capitalised, FALSE);
}

char *
ter_webinar_row_dup_hour (int hour, int minute)
{
  return g_strdup_printf ("%02d:%02d", hour, minute);
}

static char *
dup_when (TerWebinar *webinar)
{
  const TerDate *start = ter_webinar_get_start (webinar);
  const TerDate *end = ter_webinar_get_end (webinar);
  TerDate day = *start;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (start->year == 0)
    return g_strdup (_ ("Date not known"));
  if (end->year == 0 || ter_date_compare (start, end) == 0)
    return ter_date_format (start, TER_DATE_LONG);
  day.hour = -1;
  if (start->hour >= 0 && start->year == end->year && start->month == end->month && start->day == end->day)
    {
      g_autofree char *from = ter_webinar_row_dup_hour (start->hour, start->minute);
      g_autofree char *to = ter_webinar_row_dup_hour (end->hour, end->minute);

      first = ter_date_format (&day, TER_DATE_LONG);
      /* Translators: a day and two hours: "Thursday 28 May 2020, 13:00 to 14:00". */
      return g_strdup_printf (_ ("%s, %s to %s"), first, from, to);
    }
  first = ter_date_format (start, TER_DATE_LONG);
  last = ter_date_format (end, TER_DATE_LONG);
  /* Translators: from a day to another one. */
  return g_strdup_printf (C_ ("dates", "%s to %s"), first, last);
}

char *
ter_webinar_row_dup_when (TerWebinar *webinar)
{
  g_autofree char *when = dup_when (webinar);

  return capitalise (when);
}

char *
ter_webinar_row_dup_duration (TerWebinar *webinar)
{
  int minutes = ter_webinar_get_minutes (webinar);
  g_autofree char *hours_text = NULL;
  g_autofree char *minutes_text = NULL;

  if (minutes <= 0)
    return NULL;
  if (minutes >= 60)
    hours_text = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) (minutes / 60)), minutes / 60);
  if (minutes % 60 != 0)
    minutes_text = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) (minutes % 60)), minutes % 60);
  if (hours_text != NULL && minutes_text != NULL)
    return g_strdup_printf ("%s %s", hours_text, minutes_text);
  return g_strdup (hours_text != NULL ? hours_text : minutes_text);
}

/* What is not as usual; %NULL: nothing. */
static const char *
get_status_words (TerWebinar *webinar, GDateTime *now)
{
  if (ter_webinar_get_status (webinar) == TER_WEBINAR_CANCELLED)
    return _ ("Cancelled");
  if (ter_webinar_get_phase (webinar, now) == TER_WEBINAR_LIVE)
    return _ ("Under way");
  return ter_webinar_get_status (webinar) == TER_WEBINAR_TENTATIVE ? _ ("Provisional") : NULL;
}

GtkWidget *
ter_webinar_row_new_tag (TerWebinar *webinar, GDateTime *now)
{
  const char *words = get_status_words (webinar, now);
  GtkWidget *tag;

  if (words == NULL)
    return NULL;
  tag = ter_tag_new (words, NULL);
  if (ter_webinar_get_status (webinar) == TER_WEBINAR_CANCELLED)
    gtk_widget_add_css_class (tag, "error");
  else if (ter_webinar_get_phase (webinar, now) == TER_WEBINAR_LIVE)
    gtk_widget_add_css_class (tag, "success");
  return tag;
}

static GtkWidget *
block_line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
ter_webinar_row_new_date_block (TerWebinar *webinar)
{
  const TerDate *start = ter_webinar_get_start (webinar);
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = NULL;

  gtk_widget_add_css_class (block, "webinar-date");
  gtk_widget_set_valign (block, GTK_ALIGN_CENTER);
  /* Its date is in the text beside it too. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (block), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  number = start->day > 0 ? g_strdup_printf ("%d", start->day) : g_strdup_printf ("%d", start->year);
  gtk_box_append (GTK_BOX (block),
                  block_line_new (start->year > 0 ? number : "–", start->day > 0 ? "webinar-day" : "webinar-year"));
  if (start->month > 0)
    {
      TerDate month = { .year = start->year, .month = start->month, .hour = -1 };
      g_autofree char *text = ter_date_format (&month, TER_DATE_MEDIUM);
      char *space = strrchr (text, ' ');

      if (space != NULL)
        *space = '\0';
      gtk_box_append (GTK_BOX (block), block_line_new (text, "webinar-month"));
    }
  return block;
}

static char *
describe (TerWebinar *webinar)
{
  TerEntry *entry = ter_webinar_get_entry (webinar);
  g_autofree char *when = ter_webinar_row_dup_when (webinar);

  if (ter_entry_get_notice (entry) != NULL)
    return g_strdup_printf ("%s\n%s", when, ter_entry_get_notice (entry));
  return g_steal_pointer (&when);
}

char *
ter_webinar_row_dup_line (TerWebinar *webinar, GDateTime *now)
{
  const char *words = get_status_words (webinar, now);
  g_autofree char *description = describe (webinar);

  return words != NULL ? g_strdup_printf ("%s · %s", words, description) : g_steal_pointer (&description);
}

GtkWidget *
ter_webinar_row_new (TerWebinar *webinar, GDateTime *now)
{
  g_autofree char *subtitle = describe (webinar);
  GtkWidget *row = ter_row_new_for_entry (ter_webinar_get_entry (webinar), subtitle);
  GtkWidget *tag = ter_webinar_row_new_tag (webinar, now);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), ter_webinar_row_new_date_block (webinar));
  if (tag != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  return row;
}

static GtkWidget *
wrapped_label_new (const char *text, const char *css_class)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
ter_webinar_row_new_card (TerWebinar *webinar, GDateTime *now)
{
  TerEntry *entry = ter_webinar_get_entry (webinar);
  g_autofree char *description = describe (webinar);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", description, ter_entry_get_summary (entry));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *tag = ter_webinar_row_new_tag (webinar, now);

  gtk_box_append (GTK_BOX (text), wrapped_label_new (description, "ter-eyebrow"));
  gtk_box_append (GTK_BOX (text), wrapped_label_new (ter_entry_get_title (entry), "title-3"));
  if (*ter_entry_get_summary (entry) != '\0')
    gtk_box_append (GTK_BOX (text), wrapped_label_new (ter_entry_get_summary (entry), "body"));
  if (tag != NULL)
    gtk_box_append (GTK_BOX (text), tag);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), ter_webinar_row_new_date_block (webinar));
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "ter-card");
  gtk_widget_add_css_class (button, "webinar-next");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ter_actions_entry_target (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_GO_TO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, ter_entry_get_title (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return button;
}
