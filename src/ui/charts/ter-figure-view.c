/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-bar-chart.h"
#include "ter-chart-legend.h"
#include "ter-figure-choice.h"
#include "ter-figure-loader.h"
#include "ter-figure-map.h"
#include "ter-figure-saver.h"
#include "ter-figure-summary.h"
#include "ter-figure-table.h"
#include "ter-figure-number.h"
#include "ter-json.h"
#include "ter-mark-chart.h"
#include "ter-portrait.h"
#include "ter-widgets.h"

/* Longer ones are folded, with a button for the rest. */
#define MOST_CATEGORIES 20
#define FOLDED_CATEGORIES 15

#define PANEL_WIDTH 220
#define MAP_WIDTH 300
#define MOST_SIDE_BY_SIDE 12

#define TER_TYPE_FIGURE_VIEW (ter_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureView, ter_figure_view, TER, FIGURE_VIEW, GtkBox)

struct _TerFigureView
{
  GtkBox parent_instance;
  TerContext *context;
  TerEntry *dashboard;
  JsonObject *object;
  TerFigureVariants *variants; /* nullable: the figure cannot be shown */
  TerFigure *figure;      /* the variant that shows; nullable */
  const char *title;
  char *summary;
  GtkWidget *choice;      /* nullable: TerFigureChoice */
  GtkWidget *toggles;     /* nullable: AdwToggleGroup */
  GtkStack *stack;        /* nullable */
  GtkWidget *legends, *drawing, *below; /* nullable: the boxes of what changes with the choice; below: the button for the rest of a long chart */
  GtkWidget *chart;       /* nullable: a chart that is not in panels */
  GtkWidget *map;         /* nullable: a map that is not in panels */
  GtkLabel *words;        /* nullable: the summary's */
  GtkWidget *own, *about; /* nullable: labels */
};

G_DEFINE_FINAL_TYPE (TerFigureView, ter_figure_view, GTK_TYPE_BOX)

static const char *
get_text (TerFigureView *self,
          const char    *member)
{
  return ter_entry_get_text (self->dashboard, self->object, member);
}

static void
append (TerFigureView *self,
        GtkWidget     *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (self), child);
}

static void
clear (GtkWidget *box)
{
  while (gtk_widget_get_first_child (box) != NULL)
    gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
}

static gboolean
is_side_by_side (TerFigureView *self)
{
  return self->choice != NULL && ter_figure_choice_get_side_by_side (TER_FIGURE_CHOICE (self->choice));
}

/* (transfer full): the title with what is chosen: "Perceived fragilities – Year: 2019". */
static char *
dup_full_title (TerFigureView *self)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (self->choice == NULL || is_side_by_side (self))
    return g_strdup (self->title);
  name = ter_figure_params_dup_title (self->variants->params, self->variants->table);
  value = ter_figure_params_dup_label (self->variants->params, ter_figure_choice_get_choice (TER_FIGURE_CHOICE (self->choice)), self->variants->table);
  /* Translators: the title of a figure, then what is chosen in it: “Perceived fragilities – Year: 2019”. */
  return g_strdup_printf (_("%s – %s: %s"), self->title, name, value);
}

/* ---- Chart or table ---- */

/* The table is made when it is first looked at. */
static void
show_table (TerFigureView *self,
            gboolean       table)
{
  g_autofree char *title = dup_full_title (self);

  if (table && gtk_stack_get_child_by_name (self->stack, "table") == NULL)
    gtk_stack_add_named (self->stack, ter_figure_table_new (self->figure, title), "table");
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
  gtk_widget_set_visible (self->below, !table);
}

static void
toggled_cb (TerFigureView *self)
{
  show_table (self, adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->toggles)) == 1);
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
toggle_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  gboolean table;

  if (self->toggles == NULL)
    return FALSE;
  table = adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->toggles)) == 0;
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (self->toggles), table ? 1 : 0);
  follow_with_focus (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), table ? _("Table") : _("Chart"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  g_autoptr (GBytes) csv = self->figure != NULL ? ter_figure_export_csv (self->figure, TER_CSV_STANDARD, NULL) : NULL;
  g_autofree char *text = csv != NULL ? g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv)) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ter_toast (widget, _("Table copied as CSV"));
}

/* A picture is of the chart: it is shown when the table was. */
static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TerFigureView *self = TER_FIGURE_VIEW (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  gboolean picture = !g_str_equal (format, "ods") && !g_str_has_prefix (format, "csv");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = dup_full_title (self);
  g_autofree char *base = NULL;
  g_autofree char *source = NULL;
  g_autofree char *date = NULL;

  if (self->figure == NULL || (picture && self->stack == NULL))
    return;
  if (picture)
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (self->toggles), 0);
  if (self->legends != NULL && gtk_widget_get_first_child (self->legends) != NULL)
    g_ptr_array_add (parts, g_object_ref (self->legends));
  if (self->drawing != NULL)
    g_ptr_array_add (parts, g_object_ref (self->drawing));
  base = ter_figure_loader_dup_base (self->dashboard, self->object);
  source = ter_figure_loader_dup_sources (self->dashboard, self->object);
  date = ter_figure_loader_dup_date (self->object);
  ter_figure_save (widget, self->figure, parts,
                   &(TerFigureCaption) { title, get_text (self, "question"), base, source, date }, format);
}

static void
append_toggle (AdwToggleGroup *group,
               const char     *label,
               const char     *icon_name)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, label);
  adw_toggle_set_icon_name (toggle, icon_name);
  adw_toggle_group_add (group, toggle);
}

static GtkWidget *
toolbar_new (TerFigureView *self)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "justify", ADW_JUSTIFY_SPREAD, "justify-last-line", TRUE, NULL);
  GtkWidget *files = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *copy_name = g_strdup_printf (_("Copy the table of “%s”"), self->title);
  g_autofree char *toggles_name = g_strdup_printf (_("How to show “%s”"), self->title);

  if (ter_figure_get_mark (self->figure) != TER_MARK_TABLE)
    {
      self->toggles = adw_toggle_group_new ();
      append_toggle (ADW_TOGGLE_GROUP (self->toggles), ter_figure_get_mark (self->figure) == TER_MARK_MAP ? _("Map") : _("Chart"), NULL);
      append_toggle (ADW_TOGGLE_GROUP (self->toggles), _("Table"), NULL);
      gtk_widget_add_css_class (self->toggles, "round");
      gtk_widget_set_tooltip_text (self->toggles, _("Chart or table: press T"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, toggles_name, -1);
      g_signal_connect_swapped (self->toggles, "notify::active", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (box), self->toggles);
    }
  gtk_widget_set_tooltip_text (copy, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name, -1);
  gtk_widget_add_css_class (copy, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "figure.copy");
  gtk_box_append (GTK_BOX (files), copy);
  gtk_box_append (GTK_BOX (files), ter_figure_save_button_new (self->title, ter_figure_get_mark (self->figure) != TER_MARK_TABLE));
  adw_wrap_box_append (ADW_WRAP_BOX (box), files);
  return box;
}

/* ---- What is drawn ---- */

static void
show_all_cb (TerFigureView *self,
             GtkButton     *button)
{
  ter_bar_chart_set_max_categories (TER_BAR_CHART (self->chart), 0);
  gtk_widget_grab_focus (self->chart);
  clear (self->below);
}

static void
fold (TerFigureView *self)
{
  GtkWidget *button;
  guint n = ter_figure_get_n_categories (self->figure);
  g_autofree char *label = NULL;

  if (n <= MOST_CATEGORIES)
    return;
  ter_bar_chart_set_max_categories (TER_BAR_CHART (self->chart), FOLDED_CATEGORIES);
  /* Translators: a button under a long chart: how many bars there are in all. */
  label = g_strdup_printf (g_dngettext (NULL, "Show All %u", "Show All %u", n), n);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->below), button);
}

static GtkWidget *
panel_chart_new (TerFigureView *self,
                 guint          facet,
                 const char    *name,
                 const char    *spoken)
{
  return ter_figure_get_mark (self->figure) == TER_MARK_BAR ? ter_bar_chart_new (self->figure, facet, name, spoken)
                                                            : ter_mark_chart_new (self->figure, facet, name, spoken);
}

/* Small multiples: side by side where the author wants columns and there is room, else one below the other. */
static GtkWidget *
panels_new (TerFigureView *self,
            const char    *spoken)
{
  gboolean columns = ter_figure_has_facet_columns (self->figure);
  GtkWidget *box = columns ? ter_card_grid_new (PANEL_WIDTH) : gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < ter_figure_get_n_facets (self->figure); i++)
    {
      const char *title = ter_figure_get_facet (self->figure, i);
      /* Translators: the title of a figure, then that of one of its panels. */
      g_autofree char *name = g_strdup_printf (_("%s: %s"), self->title, title);
      GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (panel), ter_heading_new (title, 4));
      gtk_box_append (GTK_BOX (panel), panel_chart_new (self, i, name, spoken));
      if (columns)
        ter_card_grid_append (box, panel);
      else
        gtk_box_append (GTK_BOX (box), panel);
    }
  return box;
}

static GtkWidget *
map_new (TerFigureView *self,
         TerFigure     *figure,
         const char    *name,
         const char    *spoken)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *map = ter_figure_map_new (self->context, self->dashboard, figure, name, spoken, &error);

  return map != NULL ? map : ter_notice_new (error->message);
}

/* Maps of all choices: the other marks stand in panels of one figure. */
static GtkWidget *
maps_new (TerFigureView *self,
          const char    *spoken)
{
  GtkWidget *grid = ter_card_grid_new (MAP_WIDTH);

  for (guint i = 0; i < self->variants->figures->len; i++)
    {
      g_autofree char *title = ter_figure_params_dup_label (self->variants->params, i, self->variants->table);
      g_autofree char *name = g_strdup_printf (_("%s: %s"), self->title, title);
      GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (panel), ter_heading_new (title, 4));
      gtk_box_append (GTK_BOX (panel), map_new (self, self->variants->figures->pdata[i], name, spoken));
      ter_card_grid_append (grid, panel);
    }
  return grid;
}

static void
draw (TerFigureView *self)
{
  const char *description = get_text (self, "description");
  g_autofree char *spoken = description != NULL ? g_strdup_printf ("%s %s", self->summary, description) : g_strdup (self->summary);
  g_autofree char *title = dup_full_title (self);
  gboolean is_map = ter_figure_get_mark (self->figure) == TER_MARK_MAP;

  if (self->map != NULL && is_map && !is_side_by_side (self))
    {
      if (TER_IS_FIGURE_MAP (self->map))
        ter_figure_map_set_figure (TER_FIGURE_MAP (self->map), self->figure, spoken);
      return;
    }
  clear (self->drawing);
  clear (self->below);
  self->chart = self->map = NULL;
  if (is_map && is_side_by_side (self))
    gtk_box_append (GTK_BOX (self->drawing), maps_new (self, spoken));
  else if (is_map)
    {
      self->map = map_new (self, self->figure, self->title, spoken);
      gtk_box_append (GTK_BOX (self->drawing), self->map);
    }
  else if (ter_figure_get_n_facets (self->figure) > 1)
    gtk_box_append (GTK_BOX (self->drawing), panels_new (self, spoken));
  else
    {
      self->chart = panel_chart_new (self, 0, title, spoken);
      gtk_box_append (GTK_BOX (self->drawing), self->chart);
      if (TER_IS_BAR_CHART (self->chart))
        fold (self);
    }
}

static void
draw_legend (TerFigureView *self)
{
  GtkWidget *legend = ter_figure_get_mark (self->figure) != TER_MARK_MAP ? ter_chart_legend_new (self->figure) : NULL;

  clear (self->legends);
  if (legend != NULL)
    gtk_box_append (GTK_BOX (self->legends), legend);
  gtk_widget_set_visible (self->legends, legend != NULL);
}

/* The reader's own territory, or the one of the table's level that holds it: outlined, and told below. A map does it itself. */
static void
update_own (TerFigureView *self)
{
  TerPack *pack = ter_entry_get_pack (self->dashboard);
  JsonObject *resource = ter_pack_find_resource (pack, ter_table_get_name (self->variants->table));
  g_autoptr (TerTerritory) mine = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  const char *code = NULL;
  gboolean found = FALSE;
  TerLevel level;
  guint datum;

  if (self->own == NULL)
    return;
  if (self->chart != NULL && ter_portrait_get_level (pack, resource, &level))
    {
      mine = ter_context_dup_territory (self->context);
      code = mine != NULL ? ter_territory_get_code_at (mine, ter_level_get_name (level)) : NULL;
      found = code != NULL && ter_figure_find_datum (self->figure, "code", code, &datum);
    }
  if (self->chart != NULL)
    ter_chart_set_own (TER_CHART (self->chart), found ? (int) datum : -1);
  if (found)
    {
      text = ter_figure_dup_datum_text (self->figure, datum);
      line = g_strdup_printf (_("My territory – %s"), text);
      gtk_label_set_label (GTK_LABEL (self->own), line);
    }
  gtk_widget_set_visible (self->own, found);
}

/* "2015: … 2019: …" when they stand side by side. */
static char *
dup_summary (TerFigureView *self)
{
  g_autoptr (GString) all = NULL;

  if (!is_side_by_side (self))
    return ter_figure_dup_summary (self->figure);
  all = g_string_new (NULL);
  for (guint i = 0; i < self->variants->figures->len; i++)
    {
      g_autofree char *label = ter_figure_params_dup_label (self->variants->params, i, self->variants->table);
      g_autofree char *one = ter_figure_dup_summary (self->variants->figures->pdata[i]);

      if (all->len > 0)
        g_string_append_c (all, '\n');
      g_string_append_printf (all, _("%s: %s"), label, one);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* The figure that was chosen, in the place of the one that shows. */
static void
show_chosen (TerFigureView *self)
{
  guint chosen = self->choice != NULL ? ter_figure_choice_get_choice (TER_FIGURE_CHOICE (self->choice))
                                      : ter_figure_params_get_initial (self->variants->params);
  TerFigure *figure = is_side_by_side (self) ? self->variants->whole : g_ptr_array_index (self->variants->figures, chosen);
  g_autofree char *about = ter_figure_variants_dup_about (self->variants, self->context, self->dashboard);

  g_set_object (&self->figure, figure);
  g_free (self->summary);
  self->summary = dup_summary (self);
  if (about != NULL)
    gtk_label_set_label (GTK_LABEL (self->about), about);
  if (self->words != NULL)
    gtk_label_set_label (self->words, self->summary);
  if (self->stack == NULL)
    return;
  draw_legend (self);
  draw (self);
  update_own (self);
  if (gtk_stack_get_child_by_name (self->stack, "table") != NULL)
    {
      gboolean table = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;

      gtk_stack_remove (self->stack, gtk_stack_get_child_by_name (self->stack, "table"));
      show_table (self, table);
    }
}

static void
chosen_cb (TerFigureView *self)
{
  show_chosen (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
territory_cb (TerFigureView *self)
{
  TerFigureVariants *variants;

  if (self->variants->territory == NULL)
    {
      update_own (self);
      return;
    }
  variants = ter_figure_loader_load_variants (self->context, self->dashboard, self->object, NULL, NULL);
  if (variants == NULL)
    return;
  /* The same choices: only what the rows are about has changed. */
  ter_figure_variants_take (self->variants, variants);
  show_chosen (self);
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
  guint n = ter_figure_params_get_n_choices (self->variants->params);

  if (n < 2 || ter_figure_get_problem (self->figure) != NULL)
    return;
  self->choice = ter_figure_choice_new (self->variants->params, self->variants->table,
                                        self->variants->whole != NULL && n <= MOST_SIDE_BY_SIDE);
  g_signal_connect_swapped (self->choice, "notify::choice", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->choice, "notify::side-by-side", G_CALLBACK (chosen_cb), self);
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
  self->about = ter_text_new ("", "heading");
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), wrapping_label_new (_("Choose My Territory…")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_TURN_TO_TERRITORY);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->about);
  adw_wrap_box_append (ADW_WRAP_BOX (row), button);
  append (self, row);
}

static void
append_drawing (TerFigureView *self)
{
  append (self, toolbar_new (self));
  if (ter_figure_get_mark (self->figure) == TER_MARK_TABLE)
    {
      append (self, ter_figure_table_new (self->figure, self->title));
      return;
    }
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->legends = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->drawing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_stack_add_named (self->stack, self->drawing, "chart");
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->own = ter_text_new ("", "heading");
  append (self, self->legends);
  append (self, GTK_WIDGET (self->stack));
  append (self, self->below);
  append (self, self->own);
}

/* ---- Words ---- */

static void
append_line (TerFigureView *self,
             const char    *format,
             const char    *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  append (self, ter_text_new (line, "caption"));
}

static void
append_problem (TerFigureView *self)
{
  const char *problem = ter_figure_get_problem (self->figure);
  g_autofree char *text = NULL;

  if (problem == NULL)
    return;
  /* Translators: %s is what a figure asks for, such as “the mark “arc””. */
  text = g_strdup_printf (_("Shown as a table, because this figure asks for something that is not drawn yet: %s."), problem);
  append (self, ter_notice_new (text));
}

static void
append_description (TerFigureView *self)
{
  const char *description = get_text (self, "description");
  g_autofree char *name = NULL;
  GtkWidget *expander;

  if (description == NULL)
    return;
  name = g_strdup_printf (_("Description of “%s”"), self->title);
  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), wrapping_label_new (_("Description of the figure")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), ter_text_new (description, NULL));
  gtk_widget_add_css_class (expander, "caption");
  append (self, expander);
}

static void
append_words (TerFigureView *self)
{
  g_autofree char *base = ter_figure_loader_dup_base (self->dashboard, self->object);

  if (ter_figure_get_mark (self->figure) != TER_MARK_TABLE)
    {
      self->words = GTK_LABEL (ter_text_new ("", "ter-figure-summary"));
      append (self, GTK_WIDGET (self->words));
    }
  append (self, get_text (self, "note") != NULL ? ter_text_new (get_text (self, "note"), NULL) : NULL);
  append_description (self);
  append_line (self, _("Base: %s"), base);
  append_line (self, _("Institute: %s"), get_text (self, "institute"));
  append (self, ter_provenance_new_for_object (self->dashboard, self->object));
  if (ter_json_get_string (self->object, "date") == NULL)
    append_line (self, "%s", _("Date: not stated"));
}

static void
fill (TerFigureView *self)
{
  append (self, ter_heading_new (self->title, 3));
  append_line (self, _("Question: %s"), get_text (self, "question"));
  append_problem (self);
  append_about (self);
  append_choice (self);
  append_drawing (self);
  append_words (self);
  show_chosen (self);
  g_signal_connect_object (self->context, "notify::territory", G_CALLBACK (territory_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_broken (TerFigureView *self,
             const GError  *error)
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

  g_clear_object (&self->figure);
  g_clear_pointer (&self->variants, ter_figure_variants_free);
  g_clear_object (&self->context);
  g_clear_object (&self->dashboard);
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_pointer (&self->summary, g_free);
  G_OBJECT_CLASS (ter_figure_view_parent_class)->dispose (object);
}

static void
ter_figure_view_class_init (TerFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_figure_view_dispose;
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
ter_figure_view_new_with_tables (TerContext *context,
                                 TerEntry   *dashboard,
                                 JsonObject *figure,
                                 GHashTable *tables)
{
  TerFigureView *self;
  g_autoptr (TerFigureVariants) variants = NULL;
  TerFigure *initial = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && figure != NULL, NULL);

  variants = ter_figure_loader_load_variants (context, dashboard, figure, tables, &error);
  if (variants != NULL)
    initial = variants->figures->pdata[ter_figure_params_get_initial (variants->params)];
  if (initial != NULL && ter_figure_get_mark (initial) == TER_MARK_TEXT)
    return ter_figure_number_new (context, dashboard, figure, variants);

  self = g_object_new (TER_TYPE_FIGURE_VIEW, NULL);
  self->context = g_object_ref (context);
  self->dashboard = g_object_ref (dashboard);
  self->object = json_object_ref (figure);
  self->variants = g_steal_pointer (&variants);
  self->figure = initial != NULL ? g_object_ref (initial) : NULL;
  self->title = get_text (self, "title") ?: "";
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  if (self->figure != NULL)
    fill (self);
  else
    fill_broken (self, error);
  return GTK_WIDGET (self);
}

GtkWidget *
ter_figure_view_new (TerContext *context,
                     TerEntry   *dashboard,
                     const char *figure_id)
{
  JsonObject *figure;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && figure_id != NULL, NULL);

  figure = ter_figure_loader_find (dashboard, figure_id);
  if (figure != NULL)
    return ter_figure_view_new_with_tables (context, dashboard, figure, NULL);
  text = g_strdup_printf (_("The figure “%s” is not in “%s”."), figure_id, ter_entry_get_title (dashboard));
  return ter_notice_new (text);
}
