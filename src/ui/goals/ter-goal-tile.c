/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-goal-tile.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-json.h"
#include "ter-tag.h"

int
ter_goal_tile_get_number (TerEntry *goal)
{
  double number = 0;

  g_return_val_if_fail (TER_IS_ENTRY (goal), 0);
  ter_json_get_number (ter_entry_get_object (goal), "number", &number);
  return (int) CLAMP (number, 0, 999);
}

static const char *
get_color (TerEntry *goal)
{
  return ter_json_get_string (ter_entry_get_object (goal), "color");
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
number_new (TerEntry *goal, const char *css_class)
{
  int number = ter_goal_tile_get_number (goal);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");

  return label_new (text, css_class);
}

/* A button that opens @goal and is called "Goal 17: its title". */
static GtkWidget *
button_new (TerEntry *goal, GtkWidget *child, const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  int number = ter_goal_tile_get_number (goal);
  g_autofree char *name = NULL;

  /* Translators: the number of a Sustainable Development Goal and its title. */
  name =
    number > 0 ? g_strdup_printf (_ ("Goal %d: %s"), number, ter_entry_get_title (goal)) : g_strdup (ter_entry_get_title (goal));
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, css_class);
  ter_tag_set_color (button, get_color (goal));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ter_actions_entry_target (goal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_GO_TO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

GtkWidget *
ter_goal_tile_new (TerEntry *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_return_val_if_fail (TER_IS_ENTRY (goal), NULL);

  gtk_box_append (GTK_BOX (box), number_new (goal, "goal-number"));
  gtk_box_append (GTK_BOX (box), label_new (ter_entry_get_title (goal), "goal-title"));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return button_new (goal, box, "goal-tile");
}

GtkWidget *
ter_goal_tile_new_chip (TerEntry *goal)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  g_return_val_if_fail (TER_IS_ENTRY (goal), NULL);

  gtk_box_append (GTK_BOX (box), number_new (goal, "goal-chip-number"));
  gtk_box_append (GTK_BOX (box), label_new (ter_entry_get_title (goal), "goal-chip-title"));
  return button_new (goal, box, "goal-chip");
}

GtkWidget *
ter_goal_tile_new_square (TerEntry *goal)
{
  GtkWidget *square;

  g_return_val_if_fail (TER_IS_ENTRY (goal), NULL);

  square = number_new (goal, "goal-square");
  gtk_label_set_xalign (GTK_LABEL (square), 0.5);
  ter_tag_set_color (square, get_color (goal));
  gtk_widget_set_valign (square, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (square), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return square;
}
