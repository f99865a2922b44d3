/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-my-territory.h"

#include <glib/gi18n.h>

#include "ter-territory-words.h"
#include "ter-actions.h"
#include "ter-list.h"
#include "ter-row.h"

struct _TerMyTerritory
{
  AdwBin parent_instance;

  TerContext *context;
};

G_DEFINE_FINAL_TYPE (TerMyTerritory, ter_my_territory, ADW_TYPE_BIN)

static GtkWidget *
row_new (TerLibrary *library, TerPack *atlas, const TerTerritory *territory)
{
  g_autofree char *subtitle = NULL;

  if (territory == NULL)
    return ter_row_new_for_action (_ ("Choose My Territory"), _ ("To find its figures and what is done near it"),
                                   "mark-location-symbolic", TER_ACTION_CHOOSE_TERRITORY, NULL);
  subtitle = ter_territory_words_dup_description (library, atlas, territory);
  return ter_row_new_for_action (territory->name, subtitle, "mark-location-symbolic", TER_ACTION_GO_TO,
                                 ter_actions_territory_target (territory->id));
}

static void
update (TerMyTerritory *self)
{
  TerLibrary *library = ter_context_get_library (self->context);
  TerPack *atlas = ter_library_get_atlas (library);
  g_autoptr (TerTerritory) territory = ter_context_dup_territory (self->context);
  GtkWidget *list = atlas != NULL ? ter_list_new (_ ("My Territory")) : NULL;

  if (list != NULL)
    ter_list_append (list, row_new (library, atlas, territory));
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), list != NULL);
}

static void
ter_my_territory_dispose (GObject *object)
{
  g_clear_object (&TER_MY_TERRITORY (object)->context);

  G_OBJECT_CLASS (ter_my_territory_parent_class)->dispose (object);
}

static void
ter_my_territory_class_init (TerMyTerritoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_my_territory_dispose;
}

static void
ter_my_territory_init (TerMyTerritory *self)
{
}

GtkWidget *
ter_my_territory_new (TerContext *context)
{
  TerMyTerritory *self = g_object_new (TER_TYPE_MY_TERRITORY, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::territory", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
