/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-localized.h"
#include "ter-number.h"
#include "ter-territory-words.h"
#include "ter-card-grid.h"
#include "ter-heading.h"

#define DECIMALS 1

typedef struct
{
  TerLibrary *library;
  TerPack *pack;
  const TerTerritory *territory;
  TerPortrait *portrait;
  GtkSizeGroup *values; /* of one card */
} Figures;

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "679,344 · this is 0.13 % of it" of one that holds the territory. */
static char *
dup_value (const TerIndicator *indicator, const TerMeasure *measure, gboolean holds)
{
  g_autofree char *value = ter_number_format (measure->value, DECIMALS);
  g_autofree char *share = NULL;

  if (!holds || indicator->aggregation != TER_AGGREGATION_SUM || !(measure->value > 0) || isnan (indicator->measure.value))
    return g_steal_pointer (&value);
  share = ter_number_format_unit (100 * indicator->measure.value / measure->value, 2, "%");
  /* Translators: the value of a larger territory, then how much of it the smaller one makes: “679,344 (0.13 %)”. */
  return g_strdup_printf (_ ("%s (%s)"), value, share);
}

/* A line: what a territory has, and its name, as in a table. A screen reader says both at once. */
static void
append_line (Figures *self, GtkWidget *box, const char *name, const char *value, const char *css_class)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *left = label_new (value, "numeric", 0);
  GtkWidget *right = label_new (name, css_class, 0);

  gtk_size_group_add_widget (self->values, left);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  value, -1);
  gtk_box_append (GTK_BOX (box), line);
}

/* Paris, La Réunion and others are a name of two levels. */
static char *
dup_line_name (Figures *self, const char *territory)
{
  g_autofree char *name = ter_library_dup_territory_name (self->library, self->pack, territory);
  TerLevel level;

  if (!ter_territory_parse (territory, &level) || (level != TER_LEVEL_REGION && level != TER_LEVEL_DEPARTEMENT))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s · %s", ter_territory_words_get_level (level), name);
}

static void
append_territory (Figures *self, GtkWidget *box, const TerIndicator *indicator, const char *territory, gboolean holds,
                  const char *css_class)
{
  TerMeasure measure = ter_portrait_get_measure (self->portrait, indicator->id, territory);
  g_autofree char *name = dup_line_name (self, territory);
  g_autofree char *value = NULL;

  if (isnan (measure.value) && holds)
    return;
  value = isnan (measure.value) ? g_strdup (_ ("no data")) : dup_value (indicator, &measure, holds);
  append_line (self, box, name, value, css_class);
}

/* The place among its like, and what the one in the middle has. */
static char *
dup_rank (Figures *self, const TerIndicator *indicator)
{
  g_autofree char *within = NULL;
  g_autofree char *count = NULL;
  g_autofree char *median = NULL;
  g_autofree char *rank = NULL;

  if (indicator->rank.rank == 0 || indicator->rank.n_ranked < 3 || self->territory->level == TER_LEVEL_COUNTRY)
    return NULL;
  within = ter_library_dup_territory_name (self->library, self->pack, indicator->within);
  count = ter_territory_words_dup_count (self->territory->level, (guint) indicator->rank.n_ranked);
  median = ter_number_format (indicator->median, DECIMALS);
  rank = ter_number_format ((double) indicator->rank.rank, 0);
  /* Translators: a rank, “391 communes”, the département that holds them, the median of their values. */
  return g_strdup_printf (_ ("Rank %s of %s (%s), whose median is %s"), rank, count, within, median);
}

/* "INSEE · 2026": the column's own, or else the table's. */
static char *
dup_provenance (Figures *self, const TerIndicator *indicator)
{
  JsonArray *sources = indicator->source == NULL ? ter_json_get_array (indicator->resource, "sources") : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  TerDate date;

  if (indicator->source != NULL)
    g_strv_builder_add (parts, indicator->source);
  for (guint i = 0; i < ter_json_array_length (sources); i++)
    {
      const char *title = ter_localized_get (ter_json_array_object (sources, i), "title", ter_pack_get_language (self->pack), NULL);

      if (title != NULL)
        g_strv_builder_add (parts, title);
    }
  if (indicator->vintage != NULL && ter_date_parse (indicator->vintage, &date))
    g_strv_builder_take (parts, ter_date_format (&date, TER_DATE_MEDIUM));
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

static GtkWidget *
card_new (Figures *self, const TerIndicator *indicator, GPtrArray *others)
{
  static const TerLevel levels[] = { TER_LEVEL_EPCI, TER_LEVEL_DEPARTEMENT, TER_LEVEL_REGION, TER_LEVEL_COUNTRY };
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *value = ter_number_format (indicator->measure.value, DECIMALS);
  g_autofree char *spoken = ter_number_format_unit (indicator->measure.value, DECIMALS, indicator->unit);
  g_autofree char *rank = dup_rank (self, indicator);
  g_autofree char *provenance = dup_provenance (self, indicator);
  GtkWidget *foot;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ter-figure-number");
  gtk_box_append (GTK_BOX (card), ter_heading_new (indicator->title, 3));
  gtk_box_append (GTK_BOX (card), label_new (value, "ter-figure-number-text", 0));
  if (indicator->unit != NULL)
    gtk_box_append (GTK_BOX (card), label_new (indicator->unit, NULL, 0));
  if (rank != NULL)
    gtk_box_append (GTK_BOX (card), label_new (rank, NULL, 0));
  if (indicator->base != NULL)
    {
      g_autofree char *base = g_strdup_printf (_ ("Base: %s"), indicator->base);

      gtk_box_append (GTK_BOX (card), label_new (base, "caption", 0));
    }
  if (indicator->measure.computed)
    gtk_box_append (GTK_BOX (card), label_new (_ ("Computed from its communes"), "caption", 0));
  if (indicator->measure.n_missing > 0)
    {
      g_autofree char *communes = ter_territory_words_dup_count (TER_LEVEL_COMMUNE, indicator->measure.n_missing);
      g_autofree char *text = g_strdup_printf (_ ("Without a value: %s"), communes);

      gtk_box_append (GTK_BOX (card), label_new (text, "caption", 0));
    }
  for (guint i = 0; i < others->len; i++)
    append_territory (self, card, indicator, others->pdata[i], FALSE, "heading");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *around = levels[i] < self->territory->level ? ter_territory_get_at (self->territory, levels[i]) : NULL;

      if (around != NULL)
        append_territory (self, card, indicator, around, TRUE, NULL);
    }
  foot = label_new (provenance, "caption", 0);
  gtk_widget_set_vexpand (foot, TRUE);
  gtk_widget_set_valign (foot, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (card), foot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, indicator->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return card;
}

GtkWidget *
ter_territory_figures_new (TerLibrary *library, TerPack *pack, TerPortrait *portrait, const TerTerritory *territory,
                           GPtrArray *others)
{
  g_autoptr (GPtrArray) indicators = NULL;
  GtkWidget *grid;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (portrait != NULL && territory != NULL && others != NULL, NULL);

  indicators = ter_portrait_list_indicators (portrait, territory);
  if (indicators->len == 0)
    return NULL;
  grid = ter_card_grid_new (300);
  for (guint i = 0; i < indicators->len; i++)
    {
      g_autoptr (GtkSizeGroup) values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      Figures self = { library, pack, territory, portrait, values };

      ter_card_grid_append (grid, card_new (&self, indicators->pdata[i], others));
    }
  return grid;
}
