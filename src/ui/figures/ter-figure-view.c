/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-figure-choice.h"
#include "ter-figure-drawing.h"
#include "ter-figure-loader.h"
#include "ter-figure-saver.h"
#include "ter-figure-table.h"
#include "ter-figure-number.h"
#include "ter-json.h"
#include "ter-actions.h"
#include "ter-heading.h"
#include "ter-notice.h"
#include "ter-provenance.h"
#include "ter-toast.h"

#define TER_TYPE_FIGURE_VIEW (ter_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureView, ter_figure_view, TER, FIGURE_VIEW, GtkBox)

struct _TerFigureView
{
  GtkBox parent_instance;
  TerContext *context;
  TerEntry *dashboard;
  JsonObject *object;
  TerFigureVariants *variants; /* nullable: the figure cannot be shown */
  TerFigureChoices choices;
  TerFigureScene *scene; /* what shows; nullable */
  const char *title;
  GtkWidget *choice;         /* nullable: TerFigureChoice */
  GtkWidget *toggles;        /* nullable: AdwToggleGroup */
  GtkStack *stack;           /* nullable */
  TerFigureDrawing *drawing; /* nullable */
  GtkLabel *words;           /* nullable: the summary's */
  GtkWidget *about;          /* nullable: a label */
};

G_DEFINE_FINAL_TYPE (TerFigureView, ter_figure_view, GTK_TYPE_BOX)

static const char *
get_text (TerFigureView *self, const char *member)
{
  return ter_entry_get_text (self->dashboard, self->object, member);
}

static void
append (TerFigureView *self, GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (self), child);
}

/* ---- Chart or table ---- */

static void apply (TerFigureView *self, TerFigureChoices choices);

/* The table is made when it is first looked at. */
static void
show_table (TerFigureView *self)
{
  if (self->scene->table && gtk_stack_get_child_by_name (self->stack, "table") == NULL)
    gtk_stack_add_named (self->stack, ter_figure_table_new (self->scene->figure, self->scene->title), "table");
  gtk_stack_set_visible_child_name (self->stack, self->scene->table ? "table" : "chart");
}

static void
toggled_cb (TerFigureView *self)
{
  apply (self, ter_figure_choices_with_table (self->choices, adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->toggles)) == 1));
}

/* The keyboard was on what is now hidden: it goes to what has taken its place. */
static void
follow_with_focus (TerFigureView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);
  GtkRoot *root = gtk_widget_get_root (child);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || (focus != child && !gtk_widget_is_ancestor (focus, child)))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static gboolean
toggle_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  gboolean table;
  guint row;

  if (self->toggles == NULL)
    return FALSE;
  table = !self->choices.table;
  row = table && self->drawing != NULL ? ter_figure_drawing_get_row (self->drawing) : TER_NO_ROW;
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (self->toggles), table ? 1 : 0);
  follow_with_focus (self);
  if (row != TER_NO_ROW)
    ter_figure_table_go_to (gtk_stack_get_visible_child (self->stack), row);
  return TRUE;
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  g_autoptr (GBytes) csv = self->scene != NULL ? ter_figure_export_csv (self->scene->figure, TER_CSV_STANDARD, NULL) : NULL;
  g_autofree char *text = csv != NULL ? g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv)) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ter_toast_show (widget, _ ("Table copied as CSV"));
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  gboolean picture = !g_str_equal (format, "ods") && !g_str_has_prefix (format, "csv");
  g_autofree char *base = NULL;
  g_autofree char *source = NULL;
  g_autofree char *date = NULL;

  if (self->scene == NULL || (picture && self->stack == NULL))
    return;
  base = ter_figure_loader_dup_base (self->dashboard, self->object);
  source = ter_figure_loader_dup_sources (self->dashboard, self->object);
  date = ter_figure_loader_dup_date (self->object);
  ter_figure_saver_save (widget, self->scene->figure, self->drawing,
                         &(TerFigureCaption) { self->scene->title, get_text (self, "question"), base, source, date }, format);
}

static void
append_toggle (AdwToggleGroup *group, const char *label, const char *icon_name)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, label);
  adw_toggle_set_icon_name (toggle, icon_name);
  adw_toggle_group_add (group, toggle);
}

static GtkWidget *
toolbar_new (TerFigureView *self)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "justify", ADW_JUSTIFY_SPREAD,
                                 "justify-last-line", TRUE, NULL);
  GtkWidget *files = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *copy_name = g_strdup_printf (_ ("Copy the table of “%s”"), self->title);

  if (ter_figure_get_mark (self->scene->figure) != TER_MARK_TABLE)
    {
      self->toggles = adw_toggle_group_new ();
      append_toggle (ADW_TOGGLE_GROUP (self->toggles),
                     ter_figure_get_mark (self->scene->figure) == TER_MARK_MAP ? _ ("Map") : _ ("Chart"), NULL);
      append_toggle (ADW_TOGGLE_GROUP (self->toggles), _ ("Table"), NULL);
      gtk_widget_add_css_class (self->toggles, "round");
      gtk_widget_set_tooltip_text (self->toggles, _ ("Chart or table: press T"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shown As"), -1);
      g_signal_connect_swapped (self->toggles, "notify::active", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (box), self->toggles);
    }
  gtk_widget_set_tooltip_text (copy, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name, -1);
  gtk_widget_add_css_class (copy, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "figure.copy");
  gtk_box_append (GTK_BOX (files), copy);
  gtk_box_append (GTK_BOX (files),
                  ter_figure_saver_new_button (self->title, ter_figure_get_mark (self->scene->figure) != TER_MARK_TABLE));
  adw_wrap_box_append (ADW_WRAP_BOX (box), files);
  return box;
}

/* ---- What is chosen ---- */

/* The words and the drawing of what was chosen, in the place of those that show. */
static void
show_scene (TerFigureView *self)
{
  const TerFigureScene *scene = self->scene;
  g_autofree char *about = ter_figure_loader_dup_about (ter_context_get_library (self->context), self->dashboard, self->variants);

  if (about != NULL)
    gtk_label_set_label (GTK_LABEL (self->about), about);
  if (self->words != NULL)
    gtk_label_set_label (self->words, scene->summary);
  if (self->stack == NULL)
    return;
  ter_figure_drawing_show (self->drawing, scene->figure, scene->side_by_side, scene->title, scene->summary);
  if (gtk_stack_get_child_by_name (self->stack, "table") != NULL)
    gtk_stack_remove (self->stack, gtk_stack_get_child_by_name (self->stack, "table"));
}

/* Shows what was chosen. The drawing is left alone where only the table comes or goes. */
static void
apply (TerFigureView *self, TerFigureChoices choices)
{
  g_autoptr (TerFigureScene) before = self->scene;

  self->choices = choices;
  self->scene = ter_figure_choices_apply (choices, self->variants, self->title);
  if (before == NULL || before->figure != self->scene->figure || before->side_by_side != self->scene->side_by_side)
    show_scene (self);
  if (self->stack != NULL)
    show_table (self);
}

static void
chosen_cb (TerFigureView *self)
{
  const TerFigureChoices choices = ter_figure_choice_get_choices (TER_FIGURE_CHOICE (self->choice));

  apply (self, ter_figure_choices_with_table (choices, self->choices.table));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->scene->summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
territory_cb (TerFigureView *self)
{
  if (self->variants->territory == NULL)
    {
      if (self->drawing != NULL)
        ter_figure_drawing_update_own (self->drawing);
      return;
    }
  ter_figure_loader_update (ter_context_get_library (self->context), self->variants, ter_context_get_territory (self->context));
  apply (self, self->choices);
}

/* In large text the words of a button need more than one line. */
static GtkWidget *
wrapping_label_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
}

static void
append_choice (TerFigureView *self)
{
  if (self->choices.n < 2 || ter_figure_get_problem (self->scene->figure) != NULL)
    return;
  self->choice = ter_figure_choice_new (self->variants, self->choices);
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  append (self, self->choice);
}

/* What the figure is about, and the way to another territory. */
static void
append_about (TerFigureView *self)
{
  GtkWidget *row, *button;

  if (self->variants->territory == NULL)
    return;
  row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6, NULL);
  self->about = ter_heading_new_text ("", "heading");
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), wrapping_label_new (_ ("Choose My Territory…")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_TURN_TO_TERRITORY);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->about);
  adw_wrap_box_append (ADW_WRAP_BOX (row), button);
  append (self, row);
}

static void
append_drawing (TerFigureView *self)
{
  append (self, toolbar_new (self));
  if (ter_figure_get_mark (self->scene->figure) == TER_MARK_TABLE)
    {
      append (self, ter_figure_table_new (self->scene->figure, self->title));
      return;
    }
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->drawing = TER_FIGURE_DRAWING (ter_figure_drawing_new (self->context, self->dashboard, self->variants, self->title));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->drawing), "chart");
  append (self, GTK_WIDGET (self->stack));
}

/* ---- Words ---- */

static void
append_line (TerFigureView *self, const char *format, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  append (self, ter_heading_new_text (line, "caption"));
}

static void
append_problem (TerFigureView *self)
{
  const char *problem = ter_figure_get_problem (self->scene->figure);
  g_autofree char *text = NULL;

  if (problem == NULL)
    return;
  /* Translators: %s is what a figure asks for, such as “the mark “arc””. */
  text = g_strdup_printf (_ ("Shown as a table, because this figure asks for something that is not drawn yet: %s."), problem);
  append (self, ter_notice_new (text));
}

/* Who opens it is told what it holds: nothing of that takes the focus. */
static void
expanded_cb (GtkExpander *expander)
{
  if (gtk_expander_get_expanded (expander))
    gtk_accessible_announce (GTK_ACCESSIBLE (expander), gtk_label_get_text (GTK_LABEL (gtk_expander_get_child (expander))),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
append_description (TerFigureView *self)
{
  const char *description = get_text (self, "description");
  g_autofree char *name = NULL;
  GtkWidget *expander;

  if (description == NULL)
    return;
  name = g_strdup_printf (_ ("Description of “%s”"), self->title);
  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), wrapping_label_new (_ ("Description of the figure")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), ter_heading_new_text (description, NULL));
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  gtk_widget_add_css_class (expander, "caption");
  append (self, expander);
}

static void
append_words (TerFigureView *self)
{
  g_autofree char *base = ter_figure_loader_dup_base (self->dashboard, self->object);

  if (ter_figure_get_mark (self->scene->figure) != TER_MARK_TABLE)
    {
      self->words = GTK_LABEL (ter_heading_new_text ("", "ter-figure-summary"));
      append (self, GTK_WIDGET (self->words));
    }
  append (self, get_text (self, "note") != NULL ? ter_heading_new_text (get_text (self, "note"), NULL) : NULL);
  append_description (self);
  append_line (self, _ ("Base: %s"), base);
  append_line (self, _ ("Institute: %s"), get_text (self, "institute"));
  append (self, ter_provenance_new_for_object (self->dashboard, self->object));
  if (ter_json_get_string (self->object, "date") == NULL)
    append_line (self, "%s", _ ("Date: not stated"));
}

static void
fill (TerFigureView *self)
{
  append (self, ter_heading_new (self->title, 3));
  append_line (self, _ ("Question: %s"), get_text (self, "question"));
  append_problem (self);
  append_about (self);
  append_choice (self);
  append_drawing (self);
  append_words (self);
  show_scene (self);
  g_signal_connect_object (self->context, "notify::territory", G_CALLBACK (territory_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_broken (TerFigureView *self, const GError *error)
{
  append (self, ter_heading_new (self->title, 3));
  append (self, ter_notice_new (error->message));
  if (self->object != NULL)
    append (self, ter_provenance_new_for_object (self->dashboard, self->object));
}

static void
ter_figure_view_dispose (GObject *object)
{
  TerFigureView *self = TER_FIGURE_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->dashboard);
  g_clear_pointer (&self->object, json_object_unref);
  G_OBJECT_CLASS (ter_figure_view_parent_class)->dispose (object);
}

/* What the parts look into goes after them. */
static void
ter_figure_view_finalize (GObject *object)
{
  TerFigureView *self = TER_FIGURE_VIEW (object);

  g_clear_pointer (&self->scene, ter_figure_scene_free);
  g_clear_pointer (&self->variants, ter_figure_variants_free);
  G_OBJECT_CLASS (ter_figure_view_parent_class)->finalize (object);
}

static void
ter_figure_view_class_init (TerFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_figure_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ter_figure_view_finalize;
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "figure.save", "s", save_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, toggle_key_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ter_figure_view_init (TerFigureView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "ter-figure");
}

GtkWidget *
ter_figure_view_new_with_tables (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables)
{
  TerFigureView *self;
  g_autoptr (TerFigureVariants) variants = NULL;
  TerFigure *initial = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && figure != NULL, NULL);

  variants = ter_figure_loader_load_variants (ter_context_get_library (context), dashboard, figure,
                                              ter_context_get_territory (context), tables, &error);
  if (variants != NULL)
    initial = ter_figure_variants_get_initial (variants);
  if (initial != NULL && ter_figure_get_mark (initial) == TER_MARK_TEXT)
    return ter_figure_number_new (context, dashboard, figure, g_steal_pointer (&variants), tables);

  self = g_object_new (TER_TYPE_FIGURE_VIEW, NULL);
  self->context = g_object_ref (context);
  self->dashboard = g_object_ref (dashboard);
  self->object = json_object_ref (figure);
  self->variants = g_steal_pointer (&variants);
  self->title = get_text (self, "title") ?: "";
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Figure"), -1);
  if (self->variants == NULL)
    {
      fill_broken (self, error);
      return GTK_WIDGET (self);
    }
  self->choices = ter_figure_choices_new (self->variants);
  self->scene = ter_figure_choices_apply (self->choices, self->variants, self->title);
  fill (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ter_figure_view_new (TerContext *context, TerEntry *dashboard, const char *figure_id)
{
  JsonObject *figure;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && figure_id != NULL, NULL);

  figure = ter_figure_loader_find (dashboard, figure_id);
  if (figure != NULL)
    return ter_figure_view_new_with_tables (context, dashboard, figure, NULL);
  text = g_strdup_printf (_ ("The figure “%s” is not in “%s”."), figure_id, ter_entry_get_title (dashboard));
  return ter_notice_new (text);
}
