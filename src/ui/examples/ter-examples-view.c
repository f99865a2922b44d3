/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-examples-view.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-example-row.h"
#include "ter-facet-box.h"
#include "ter-search-keys.h"

struct _TerExamplesView
{
  AdwBreakpointBin parent_instance;

  AdwOverlaySplitView *split;
  GtkBox *facets;
  GtkButton *done_button;
  GtkWidget *done_bar;
  GtkEditable *search;
  GtkWidget *filters_button;
  AdwWrapBox *active;
  GtkLabel *count;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListView *list;

  TerExampleIndex *index;
  TerExampleFilter *filter;
  GPtrArray *facet_boxes; /* of TerFacetBox, borrowed from facets */
  GtkWidget *head;        /* nullable */
  GPtrArray *nearby;      /* of the values of territories to offer first: the first one that has examples */
  GListStore *store;      /* of TerEntry */
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (TerExamplesView, ter_examples_view, ADW_TYPE_BREAKPOINT_BIN)

static void set_filter (TerExamplesView *self, TerExampleFilter *filter);

/* What to show → widgets */

static char *
describe_count (const TerExampleView *view)
{
  if (view->entries->len == view->n_all)
    return g_strdup_printf (ngettext ("%u example", "%u examples", view->n_all), view->n_all);
  return g_strdup_printf (ngettext ("%u example of %u", "%u examples of %u", view->entries->len), view->entries->len, view->n_all);
}

/* What a button does to the filter. */
typedef struct
{
  TerExamplesView *view; /* borrowed: the button is in it */
  char *facet;
  char *value;
} Toggle;

static void
toggle_free (gpointer data, GClosure *closure)
{
  Toggle *toggle = data;

  g_free (toggle->facet);
  g_free (toggle->value);
  g_free (toggle);
}

static void
toggle_choice_cb (GtkWidget *button, Toggle *toggle)
{
  TerExamplesView *self = toggle->view;

  set_filter (self, ter_example_filter_toggle (self->filter, toggle->facet, toggle->value));
  /* The button is gone: the keyboard stays near. */
  if (!gtk_widget_child_focus (GTK_WIDGET (self->active), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear_cb (TerExamplesView *self)
{
  gtk_editable_set_text (self->search, "");
  set_filter (self, ter_example_filter_clear (self->filter));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
connect_toggle (TerExamplesView *self, GtkWidget *button, const TerExampleChoice *choice)
{
  Toggle *toggle = g_new (Toggle, 1);

  *toggle = (Toggle) { self, g_strdup (choice->facet), g_strdup (choice->value) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (toggle_choice_cb), toggle, toggle_free, G_CONNECT_DEFAULT);
}

static GtkWidget *
pill_new (TerExamplesView *self, const TerExampleChoice *choice)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", choice->title, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Remove the Filter “%s”"), choice->title);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "example-filter");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  connect_toggle (self, button, choice);
  return button;
}

/* (nullable): the choice to offer: the examples of the reader's own territory, or of the smallest one around it that has some. */
static const TerExampleChoice *
find_nearby (TerExamplesView *self, const TerExampleView *view)
{
  for (guint n = 0; n < self->nearby->len; n++)
    for (guint i = 0; i < view->facets->len; i++)
      {
        const TerExampleFacet *facet = view->facets->pdata[i];

        for (guint j = 0; j < facet->choices->len; j++)
          {
            const TerExampleChoice *choice = facet->choices->pdata[j];

            if (g_str_equal (choice->value, self->nearby->pdata[n]) && choice->count > 0)
              return choice;
          }
      }
  return NULL;
}

static void
append_nearby (TerExamplesView *self, const TerExampleChoice *choice)
{
  /* Translators: a territory, then how many examples there are: “Near me: Val-de-Marne (12)”. */
  g_autofree char *label = g_strdup_printf (_ ("Near me: %s (%u)"), choice->title, choice->count);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "example-filter");
  connect_toggle (self, button, choice);
  adw_wrap_box_append (self->active, button);
}

static void
show_active (TerExamplesView *self, const TerExampleView *view)
{
  const TerExampleChoice *nearby = find_nearby (self, view);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->active))) != NULL)
    adw_wrap_box_remove (self->active, child);
  for (guint i = 0; i < view->active->len; i++)
    adw_wrap_box_append (self->active, pill_new (self, view->active->pdata[i]));
  if (view->active->len > 0)
    {
      child = gtk_button_new_with_label (_ ("Clear All"));
      gtk_widget_add_css_class (child, "flat");
      gtk_widget_add_css_class (child, "example-filter");
      g_signal_connect_swapped (child, "clicked", G_CALLBACK (clear_cb), self);
      adw_wrap_box_append (self->active, child);
    }
  if (nearby != NULL && !nearby->active)
    append_nearby (self, nearby);
  gtk_widget_set_visible (GTK_WIDGET (self->active), gtk_widget_get_first_child (GTK_WIDGET (self->active)) != NULL);
}

static void
show_facets (TerExamplesView *self, const TerExampleView *view)
{
  for (guint i = 0; i < view->facets->len && i < self->facet_boxes->len; i++)
    if (self->facet_boxes->pdata[i] != NULL)
      ter_facet_box_update (self->facet_boxes->pdata[i], view->facets->pdata[i]);
}

static void
show_entries (TerExamplesView *self, const TerExampleView *view)
{
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), view->entries->pdata,
                       view->entries->len);
  gtk_stack_set_visible_child_name (self->stack, view->entries->len > 0 ? "list" : "none");
}

/* The one place where the view is changed. */
static void
show (TerExamplesView *self)
{
  g_autoptr (TerExampleView) view = ter_example_filter_apply (self->filter, self->index);
  g_autofree char *count = describe_count (view);
  g_autofree char *done =
    g_strdup_printf (ngettext ("Show %u Example", "Show %u Examples", view->entries->len), view->entries->len);

  show_entries (self, view);
  show_facets (self, view);
  show_active (self, view);
  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->done_button, done);
  if (self->shown)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->shown = TRUE;
}

static void
set_filter (TerExamplesView *self, TerExampleFilter *filter)
{
  g_clear_object (&self->filter);
  self->filter = filter;
  show (self);
}

/* What the user does → transitions */

static void
search_changed_cb (TerExamplesView *self)
{
  const char *text = gtk_editable_get_text (self->search);

  if (self->filter != NULL && g_strcmp0 (text, ter_example_filter_get_text (self->filter)) != 0)
    set_filter (self, ter_example_filter_with_text (self->filter, text));
}

static void
sort_changed_cb (TerExamplesView *self)
{
  if (self->filter != NULL)
    set_filter (self, ter_example_filter_with_sort (self->filter, (TerExampleSort) gtk_drop_down_get_selected (self->sort)));
}

static void
facet_toggled_cb (TerFacetBox *box, const char *value, TerExamplesView *self)
{
  set_filter (self, ter_example_filter_toggle (self->filter, ter_facet_box_get_id (box), value));
}

static void
done_cb (TerExamplesView *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->filters_button));
}

static void
activate_cb (TerExamplesView *self, guint position)
{
  g_autoptr (TerEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), TER_ACTION_GO_TO, ter_actions_entry_target (entry));
}

/* Rows. The section's head stands above the first: it is none of them, so that the keyboard begins at an entry. */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TerExamplesView *self)
{
  TerEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *places = ter_example_index_dup_where (self->index, entry);

  if (gtk_list_item_get_child (item) == NULL)
    gtk_list_item_set_child (item, ter_example_row_new ());
  ter_example_row_show (TER_EXAMPLE_ROW (gtk_list_item_get_child (item)), entry, places);
  gtk_list_item_set_accessible_label (item, ter_entry_get_title (entry));
  gtk_list_item_set_accessible_description (item, places);
}

static void
bind_head_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, TerExamplesView *self)
{
  gtk_list_header_set_child (header, self->head);
}

static void
unbind_head_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, NULL);
}

static void
make_list (TerExamplesView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) head_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store))));

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  if (self->head != NULL)
    {
      g_signal_connect (head_factory, "bind", G_CALLBACK (bind_head_cb), self);
      g_signal_connect (head_factory, "unbind", G_CALLBACK (unbind_head_cb), NULL);
      gtk_list_view_set_header_factory (self->list, head_factory);
    }
  gtk_list_view_set_model (self->list, model);
}

/* One choice, or none, is no choice. The first vocabulary is open: it shows how filters work. */
static void
make_facets (TerExamplesView *self)
{
  g_autoptr (TerExampleView) view = ter_example_filter_apply (self->filter, self->index);
  gboolean any_open = FALSE;

  for (guint i = 0; i < view->facets->len; i++)
    {
      const TerExampleFacet *facet = view->facets->pdata[i];
      gboolean is_territory = g_str_equal (facet->id, TER_FACET_REGION) || g_str_equal (facet->id, TER_FACET_DEPARTEMENT);
      GtkWidget *box;

      if (facet->choices->len < 2)
        {
          g_ptr_array_add (self->facet_boxes, NULL);
          continue;
        }
      box = ter_facet_box_new (facet, !is_territory && !any_open);
      any_open = any_open || !is_territory;
      g_signal_connect (box, "toggled", G_CALLBACK (facet_toggled_cb), self);
      gtk_box_append (self->facets, box);
      g_ptr_array_add (self->facet_boxes, box);
    }
}

static void
ter_examples_view_dispose (GObject *object)
{
  TerExamplesView *self = TER_EXAMPLES_VIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  /* The bin lets go of its child itself, and would do so twice. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TER_TYPE_EXAMPLES_VIEW);
  g_clear_object (&self->head);

  G_OBJECT_CLASS (ter_examples_view_parent_class)->dispose (object);
}

static void
ter_examples_view_finalize (GObject *object)
{
  TerExamplesView *self = TER_EXAMPLES_VIEW (object);

  g_clear_object (&self->index);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->facet_boxes, g_ptr_array_unref);
  g_clear_pointer (&self->nearby, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_examples_view_parent_class)->finalize (object);
}

static void
ter_examples_view_class_init (TerExamplesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_examples_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ter_examples_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/examples/ter-examples-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, split);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, facets);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, done_button);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, done_bar);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, search);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, filters_button);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, active);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, count);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, sort);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, stack);
  gtk_widget_class_bind_template_child (widget_class, TerExamplesView, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
ter_examples_view_init (TerExamplesView *self)
{
  self->facet_boxes = g_ptr_array_new ();
  self->nearby = g_ptr_array_new_with_free_func (g_free);
  self->store = g_list_store_new (TER_TYPE_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ter_examples_view_new (TerExampleIndex *index, GtkWidget *head, const char *name)
{
  TerExamplesView *self;

  g_return_val_if_fail (TER_IS_EXAMPLE_INDEX (index), NULL);

  self = g_object_new (TER_TYPE_EXAMPLES_VIEW, NULL);
  self->index = g_object_ref (index);
  self->filter = ter_example_filter_new ();
  if (head != NULL)
    {
      self->head = g_object_ref_sink (head);
      gtk_widget_add_css_class (head, "examples-head");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ter_search_keys_add (GTK_WIDGET (self->list), self->search);
  make_facets (self);
  make_list (self);
  show (self);
  return GTK_WIDGET (self);
}

void
ter_examples_view_set_nearby (TerExamplesView *self, const char *const *territories)
{
  g_return_if_fail (TER_IS_EXAMPLES_VIEW (self));

  g_ptr_array_set_size (self->nearby, 0);
  for (guint i = 0; territories[i] != NULL; i++)
    g_ptr_array_add (self->nearby, g_strdup (territories[i]));
  show (self);
}
