/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-facet-box.h"

#include <glib/gi18n.h>

/* One choice: what its check button says now. */
typedef struct
{
  TerFacetBox *box;
  char *value;
  char *title;
  guint count;
  gboolean active;
  GtkWidget *check; /* NULL until the box was opened */
  GtkWidget *count_label;
} Choice;

struct _TerFacetBox
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *label;
  GtkWidget *list; /* NULL until it was opened */
  GPtrArray *choices;
  char *id;
  char *title;
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TerFacetBox, ter_facet_box, GTK_TYPE_WIDGET)

static void
choice_free (Choice *choice)
{
  g_free (choice->value);
  g_free (choice->title);
  g_free (choice);
}

static void
toggled_cb (GtkCheckButton *check, Choice *choice)
{
  if (gtk_check_button_get_active (check) == choice->active)
    return;
  choice->active = !choice->active;
  g_signal_emit (choice->box, signals[TOGGLED], 0, choice->value);
}

/* A choice that would show nothing cannot be added, but can always be taken back. */
static void
show_choice (Choice *choice)
{
  g_autofree char *count = g_strdup_printf ("%u", choice->count);
  /* Translators: a choice of a filter and how many entries it has, as read aloud. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %u"), choice->title, choice->count);

  if (choice->check == NULL)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->check), choice->active);
  gtk_label_set_text (GTK_LABEL (choice->count_label), count);
  gtk_widget_set_sensitive (choice->check, choice->active || choice->count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_check (TerFacetBox *self, Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", choice->title, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, "hexpand", TRUE, NULL);

  choice->count_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (choice->count_label, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), choice->count_label);
  choice->check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice->check), box);
  gtk_widget_add_css_class (choice->check, "facet-choice");
  show_choice (choice);
  g_signal_connect (choice->check, "toggled", G_CALLBACK (toggled_cb), choice);
  gtk_box_append (GTK_BOX (self->list), choice->check);
}

/* A hundred départements are made only when somebody looks. */
static void
expanded_cb (TerFacetBox *self)
{
  if (self->list != NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < self->choices->len; i++)
    make_check (self, self->choices->pdata[i]);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->list);
}

static void
ter_facet_box_dispose (GObject *object)
{
  TerFacetBox *self = TER_FACET_BOX (object);

  self->list = NULL;
  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (ter_facet_box_parent_class)->dispose (object);
}

static void
ter_facet_box_finalize (GObject *object)
{
  TerFacetBox *self = TER_FACET_BOX (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ter_facet_box_parent_class)->finalize (object);
}

static void
ter_facet_box_class_init (TerFacetBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_facet_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = ter_facet_box_finalize;
  signals[TOGGLED] =
    g_signal_new ("toggled", TER_TYPE_FACET_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ter_facet_box_init (TerFacetBox *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  self->expander = gtk_expander_new (NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                              GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->label);
  gtk_widget_add_css_class (self->expander, "facet");
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
}

GtkWidget *
ter_facet_box_new (const TerExampleFacet *facet, gboolean open)
{
  TerFacetBox *self = g_object_new (TER_TYPE_FACET_BOX, NULL);

  for (guint i = 0; i < facet->choices->len; i++)
    {
      const TerExampleChoice *shown = facet->choices->pdata[i];
      Choice *choice = g_new0 (Choice, 1);

      choice->box = self;
      choice->value = g_strdup (shown->value);
      choice->title = g_strdup (shown->title);
      g_ptr_array_add (self->choices, choice);
    }
  self->id = g_strdup (facet->id);
  self->title = g_strdup (facet->title);
  ter_facet_box_update (self, facet);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), open);
  return GTK_WIDGET (self);
}

const char *
ter_facet_box_get_id (TerFacetBox *self)
{
  g_return_val_if_fail (TER_IS_FACET_BOX (self), NULL);

  return self->id;
}

/* @facet has the same choices in the same order as at the beginning: only counts and states change. */
void
ter_facet_box_update (TerFacetBox *self, const TerExampleFacet *facet)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TER_IS_FACET_BOX (self));
  g_return_if_fail (facet->choices->len == self->choices->len);

  for (guint i = 0; i < facet->choices->len; i++)
    {
      const TerExampleChoice *shown = facet->choices->pdata[i];
      Choice *choice = self->choices->pdata[i];

      choice->count = shown->count;
      choice->active = shown->active;
      show_choice (choice);
    }
  /* Translators: the title of a filter and how many of its choices are chosen. */
  label = facet->n_active > 0 ? g_strdup_printf (_ ("%s (%u)"), self->title, facet->n_active) : g_strdup (self->title);
  gtk_label_set_text (GTK_LABEL (self->label), label);
  /* Not the names of all its choices one after the other. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
