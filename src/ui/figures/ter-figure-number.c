/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-number.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-date.h"
#include "ter-figure-loader.h"
#include "ter-figure-summary.h"
#include "ter-json.h"
#include "ter-actions.h"
#include "ter-box.h"
#include "ter-provenance.h"

/* Longer units stand under the number, smaller: "68 287 487 habitants" in large letters is wider than a telephone. */
#define SHORT_UNIT 3

static gboolean
is_unit_apart (TerFigure *figure)
{
  const char *unit = ter_figure_get_value_unit (figure);

  return unit != NULL && g_utf8_strlen (unit, -1) > SHORT_UNIT && !isnan (ter_figure_get_number (figure));
}

static GtkWidget *
number_new (TerFigure *figure)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (is_unit_apart (figure))
    text = ter_figure_dup_value_number (figure, ter_figure_get_number (figure));
  else
    text = ter_figure_dup_text (figure);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "ter-figure-number-text");
  return label;
}

static void
append_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
append_detail (GtkWidget *box, const char *format, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  /* A sentence of ours from the catalogue, with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  append_text (box, line, "caption");
}

/* (transfer full) (nullable): the number that a figure is compared with. */
static TerFigure *
load_compared (TerContext *context, TerEntry *dashboard, JsonObject *compared, GHashTable *tables)
{
  g_autoptr (TerFigure) figure = compared != NULL ? ter_figure_loader_load (ter_context_get_library (context), dashboard, compared,
                                                                            ter_context_get_territory (context), tables, NULL)
                                                  : NULL;

  return figure != NULL && ter_figure_get_mark (figure) == TER_MARK_TEXT ? g_steal_pointer (&figure) : NULL;
}

/* What a card is filled with, as long as it is there. */
typedef struct
{
  GtkWidget *box; /* borrowed: the card */
  TerContext *context;
  TerEntry *dashboard;
  JsonObject *object;
  TerFigureVariants *variants;
} Source;

static void
source_free (gpointer data, GClosure *closure)
{
  Source *self = data;

  g_object_unref (self->context);
  g_object_unref (self->dashboard);
  json_object_unref (self->object);
  ter_figure_variants_free (self->variants);
  g_free (self);
}

/* "30 September 2015: 69% (+5 points since)" */
static void
append_previous (GtkWidget *box, const Source *source, GHashTable *tables)
{
  JsonObject *previous = ter_json_get_object (source->object, "previous");
  g_autoptr (TerFigure) before = load_compared (source->context, source->dashboard, previous, tables);
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;
  g_autofree char *change = NULL;
  g_autofree char *line = NULL;

  if (before == NULL)
    return;
  value = ter_figure_dup_text (before);
  date = ter_figure_loader_dup_date (previous);
  change = ter_figure_summary_dup_change (ter_figure_variants_get_initial (source->variants), before);
  if (change != NULL)
    /* Translators: an earlier date, the value of a key figure then, and how it has changed: “2015: 69% (+5 points since)”. */
    line = g_strdup_printf (_ ("%s: %s (%s since)"), date, value, change);
  else
    line = g_strdup_printf (_ ("%s: %s"), date, value);
  append_text (box, line, NULL);
}

/* What the figure is held against: "For comparison – France: 34,969" */
static void
append_reference (GtkWidget *box, const Source *source, GHashTable *tables)
{
  JsonObject *reference = ter_json_get_object (source->object, "reference");
  g_autoptr (TerFigure) against = load_compared (source->context, source->dashboard, reference, tables);
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;

  if (against == NULL)
    return;
  value = ter_figure_dup_text (against);
  /* Translators: what a key figure is held against, and its value: “For comparison – France: 34,969”. */
  line = g_strdup_printf (_ ("For comparison – %s: %s"), ter_entry_get_text (source->dashboard, reference, "title"), value);
  append_text (box, line, NULL);
}

/* @tables: nullable */
static void
fill (GtkWidget *box, const Source *source, GHashTable *tables)
{
  TerFigure *figure = ter_figure_variants_get_initial (source->variants);
  TerEntry *dashboard = source->dashboard;
  JsonObject *object = source->object;
  const char *title = ter_entry_get_text (dashboard, object, "title");
  g_autofree char *base = ter_figure_loader_dup_base (dashboard, object);
  g_autofree char *value = ter_figure_dup_text (figure);
  g_autofree char *about = ter_figure_loader_dup_about (ter_context_get_library (source->context), dashboard, source->variants);
  GtkWidget *provenance;

  gtk_box_append (GTK_BOX (box), number_new (figure));
  if (is_unit_apart (figure))
    append_text (box, ter_figure_get_value_unit (figure), NULL);
  append_text (box, title, "heading");
  append_text (box, about, NULL);
  append_previous (box, source, tables);
  append_reference (box, source, tables);
  append_text (box, ter_entry_get_text (dashboard, object, "note"), NULL);
  append_detail (box, _ ("Question: %s"), ter_entry_get_text (dashboard, object, "question"));
  append_detail (box, _ ("Base: %s"), base);
  append_detail (box, _ ("Institute: %s"), ter_entry_get_text (dashboard, object, "institute"));
  provenance = ter_provenance_new_for_object (dashboard, object);
  gtk_widget_set_vexpand (provenance, TRUE);
  gtk_widget_set_valign (provenance, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), provenance);
  if (ter_json_get_string (object, "date") == NULL)
    append_text (box, _ ("Date: not stated"), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}

static void
territory_cb (Source *source)
{
  if (source->variants->territory == NULL)
    return;
  ter_figure_loader_update (ter_context_get_library (source->context), source->variants,
                            ter_context_get_territory (source->context));
  ter_box_clear (GTK_BOX (source->box));
  fill (source->box, source, NULL);
}

GtkWidget *
ter_figure_number_new (TerContext *context, TerEntry *dashboard, JsonObject *object, TerFigureVariants *variants,
                       GHashTable *tables)
{
  GtkWidget *box;
  Source *source;
  GClosure *closure;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && object != NULL && variants != NULL, NULL);

  box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "ter-figure-number");
  source = g_new (Source, 1);
  *source = (Source) { box, g_object_ref (context), g_object_ref (dashboard), json_object_ref (object), variants };
  fill (box, source, tables);
  /* Goes with the card, and with it what it is filled with. */
  closure = g_cclosure_new_swap (G_CALLBACK (territory_cb), source, source_free);
  g_object_watch_closure (G_OBJECT (box), closure);
  g_signal_connect_closure (context, "notify::territory", closure, FALSE);
  return box;
}

/* "Source A, Source B · 7 May 2020" */
static char *
dup_provenance (TerEntry *dashboard, JsonObject *object)
{
  g_autofree char *joined = ter_figure_loader_dup_sources (dashboard, object);
  g_autofree char *day = ter_figure_loader_dup_date (object);

  if (day == NULL)
    return g_steal_pointer (&joined);
  return *joined != '\0' ? g_strdup_printf ("%s · %s", joined, day) : g_steal_pointer (&day);
}

static char *
dup_confidence (TerEntry *dashboard, JsonObject *object)
{
  const char *confidence = ter_json_get_string (object, "confidence");
  g_autofree char *tag = confidence != NULL ? g_strconcat ("confidence:", confidence, NULL) : NULL;
  const TerTerm *term = tag != NULL ? ter_pack_find_term (ter_entry_get_pack (dashboard), tag) : NULL;

  return g_strdup (term != NULL ? term->title : confidence);
}

GtkWidget *
ter_figure_number_new_for_action (TerContext *context, TerEntry *dashboard, const char *figure_id)
{
  JsonObject *object = ter_figure_loader_find (dashboard, figure_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerFigure) figure = NULL;
  g_autofree char *provenance = NULL;
  g_autofree char *confidence = NULL;
  g_autofree char *value = NULL;
  GtkWidget *box, *button;
  const char *title;

  if (object != NULL)
    figure = ter_figure_loader_load (ter_context_get_library (context), dashboard, object, ter_context_get_territory (context),
                                     NULL, &error);
  if (figure == NULL || ter_figure_get_mark (figure) != TER_MARK_TEXT)
    {
      g_info ("The key figure %s/%s is left out: %s", ter_entry_get_id (dashboard), figure_id,
              error != NULL ? error->message : "not one number");
      return NULL;
    }
  provenance = dup_provenance (dashboard, object);
  confidence = dup_confidence (dashboard, object);
  value = ter_figure_dup_text (figure);
  title = ter_entry_get_text (dashboard, object, "title");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), number_new (figure));
  if (is_unit_apart (figure))
    append_text (box, ter_figure_get_value_unit (figure), NULL);
  append_text (box, title, NULL);
  append_text (box, provenance, "caption");
  append_detail (box, _ ("Confidence: %s"), confidence);

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "ter-figure-number");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ter_actions_entry_target (dashboard));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_GO_TO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
  return button;
}
