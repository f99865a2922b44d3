/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-example-parts.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-commonmark-view.h"
#include "ter-date.h"
#include "ter-heading.h"
#include "ter-json.h"
#include "ter-list.h"
#include "ter-number.h"
#include "ter-row.h"

/* In scaled pixels: the column of the headings, and how wide a part must be to have one. */
#define HEADING_WIDTH 150
#define BESIDE_WIDTH 540
#define GAP 18
#define GAP_BELOW 3

static const char *const members[] = { "need", "how", "means", "result", "difficulty", "transpose", "state", "contact", NULL };

/* ---- A part: its heading, and beside or below it what it says ---- */

static int
get_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, get_minimum_width (widget)), NULL, &natural, NULL, NULL);
  return natural;
}

/* 0 when the heading stands above. */
static int
get_column (GtkWidget *part, int width)
{
  double scale = ter_heading_get_text_scale (part);

  if (width < BESIDE_WIDTH * scale)
    return 0;
  return MAX ((int) (HEADING_WIDTH * scale), get_minimum_width (gtk_widget_get_first_child (part))) + GAP;
}

static GtkSizeRequestMode
part_request_mode_cb (GtkWidget *part)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
part_measure_cb (GtkWidget *part, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                 int *natural_baseline)
{
  GtkWidget *heading = gtk_widget_get_first_child (part);
  GtkWidget *content = gtk_widget_get_last_child (part);
  int column;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (get_minimum_width (heading), get_minimum_width (content));
      *natural = MAX (*minimum, (int) (BESIDE_WIDTH * ter_heading_get_text_scale (part)));
      return;
    }
  column = get_column (part, for_size);
  if (column > 0)
    *minimum = MAX (get_height (heading, column - GAP), get_height (content, for_size - column));
  else
    *minimum = get_height (heading, for_size) + GAP_BELOW + get_height (content, for_size);
  *natural = *minimum;
}

static void
part_allocate_cb (GtkWidget *part, int width, int height, int baseline)
{
  GtkWidget *heading = gtk_widget_get_first_child (part);
  GtkWidget *content = gtk_widget_get_last_child (part);
  gboolean right_to_left = gtk_widget_get_direction (part) == GTK_TEXT_DIR_RTL;
  int column = get_column (part, width);
  int above = column > 0 ? 0 : get_height (heading, width);
  GtkAllocation of_heading = { 0, 0, column > 0 ? column - GAP : width, column > 0 ? height : above };
  GtkAllocation of_content = { column, 0, width - column, height };

  if (column == 0)
    of_content = (GtkAllocation) { 0, above + GAP_BELOW, width, height - above - GAP_BELOW };
  else if (right_to_left)
    {
      of_heading.x = width - of_heading.width;
      of_content.x = 0;
    }
  gtk_widget_size_allocate (heading, &of_heading, -1);
  gtk_widget_size_allocate (content, &of_content, -1);
}

/* @content: (nullable): what the example says of it */
static void
append_part (GtkWidget *box, const char *title, GtkWidget *content)
{
  GtkWidget *part, *heading;

  if (content == NULL)
    return;
  part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  heading = ter_heading_new (title, 3);
  gtk_widget_set_valign (heading, GTK_ALIGN_START);
  gtk_widget_set_valign (content, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (part, gtk_custom_layout_new (part_request_mode_cb, part_measure_cb, part_allocate_cb));
  gtk_widget_add_css_class (part, "example-part");
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (part), content);
  gtk_box_append (GTK_BOX (box), part);
}

/* ---- What the parts say ---- */

/* (nullable): a localised text of @object in CommonMark. */
static GtkWidget *
new_text (TerEntry *entry, JsonObject *object, const char *member)
{
  const char *text = object != NULL ? ter_entry_get_text (entry, object, member) : NULL;

  return text != NULL && *text != '\0' ? ter_commonmark_view_new (ter_entry_get_pack (entry), text, 4) : NULL;
}

/* (transfer full) (nullable): the date of @object in the reader's language. */
static char *
dup_date (JsonObject *object)
{
  const char *date = ter_json_get_string (object, "date");
  TerDate parsed;

  return date != NULL && ter_date_parse (date, &parsed) ? ter_date_format (&parsed, TER_DATE_MEDIUM) : NULL;
}

char *
ter_example_parts_dup_value (TerEntry *entry, JsonObject *object)
{
  g_return_val_if_fail (TER_IS_ENTRY (entry) && object != NULL, NULL);

  const char *unit = ter_entry_get_text (entry, object, "unit");
  double number = 0;

  if (ter_json_get_number (object, "value", &number))
    return unit != NULL ? ter_number_format_unit (number, 2, unit) : ter_number_format (number, 2);
  return g_strdup (ter_entry_get_text (entry, object, "value"));
}

/* (transfer full) (nullable): what the value counts, and of when it is. */
static char *
dup_caption (TerEntry *entry, JsonObject *result)
{
  const char *label = ter_entry_get_text (entry, result, "label");
  g_autofree char *date = dup_date (result);

  if (label != NULL && date != NULL)
    return g_strconcat (label, " · ", date, NULL);
  return g_strdup (label != NULL ? label : date);
}

static void
append_value (GtkWidget *box, TerEntry *entry, JsonObject *result)
{
  g_autofree char *value = result != NULL ? ter_example_parts_dup_value (entry, result) : NULL;
  g_autofree char *caption = NULL;
  GtkWidget *figure;

  if (value == NULL)
    return;
  caption = dup_caption (entry, result);
  figure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (figure, "example-result");
  gtk_box_append (GTK_BOX (figure), ter_heading_new_text (value, "example-result-value"));
  if (caption != NULL)
    gtk_box_append (GTK_BOX (figure), ter_heading_new_text (caption, "body"));
  gtk_box_append (GTK_BOX (box), figure);
}

/* (nullable) */
static GtkWidget *
new_state (TerEntry *entry, JsonObject *state)
{
  GtkWidget *text = new_text (entry, state, "text");
  g_autofree char *date = NULL;
  g_autofree char *known = NULL;
  GtkWidget *content;

  if (text == NULL)
    return NULL;
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (content), text);
  date = dup_date (state);
  if (date != NULL)
    {
      /* Translators: when it was last known where an example stands: "Latest news: December 2021". */
      known = g_strdup_printf (_ ("Latest news: %s"), date);
      gtk_box_append (GTK_BOX (content), ter_heading_new_text (known, "dimmed"));
    }
  return content;
}

/* (nullable) */
static GtkWidget *
new_contact (TerEntry *entry, JsonObject *contact)
{
  const char *name = contact != NULL ? ter_entry_get_text (entry, contact, "name") : NULL;
  const char *url = name != NULL ? ter_json_get_string (contact, "url") : NULL;
  GtkWidget *list;

  if (name == NULL)
    return NULL;
  list = ter_list_new (NULL);
  if (url != NULL)
    ter_list_append (list, ter_row_new_for_action (name, url, NULL, TER_ACTION_OPEN_LINK, g_variant_new_string (url)));
  else
    ter_list_append (list, ter_row_new (name, NULL));
  return list;
}

static gboolean
has_parts (JsonObject *object)
{
  for (guint i = 0; members[i] != NULL; i++)
    if (json_object_has_member (object, members[i]))
      return TRUE;
  return FALSE;
}

GtkWidget *
ter_example_parts_new (TerEntry *entry, const char *actors)
{
  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (actors != NULL, NULL);

  JsonObject *object = ter_entry_get_object (entry);
  JsonObject *result = ter_json_get_object (object, "result");
  GtkWidget *box;

  if (!has_parts (object))
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  append_value (box, entry, result);
  append_part (box, _ ("The Need"), new_text (entry, object, "need"));
  append_part (box, _ ("Actors"), *actors != '\0' ? ter_heading_new_text (actors, NULL) : NULL);
  append_part (box, _ ("How"), new_text (entry, object, "how"));
  append_part (box, _ ("What It Takes"), new_text (entry, object, "means"));
  append_part (box, _ ("What Came of It"), new_text (entry, result, "text"));
  append_part (box, _ ("What Was Hard"), new_text (entry, object, "difficulty"));
  append_part (box, _ ("At Your Place"), new_text (entry, object, "transpose"));
  append_part (box, _ ("Where It Stands"), new_state (entry, ter_json_get_object (object, "state")));
  append_part (box, _ ("Whom to Ask"), new_contact (entry, ter_json_get_object (object, "contact")));
  return box;
}
