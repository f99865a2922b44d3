/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-context.h"

struct _TerContext
{
  GObject parent_instance;

  TerLibrary *library;
  TerUserState *user_state;
  GSettings *settings;
  GListStore *unfinished;
  char *territory; /* never NULL */
};

enum
{
  PROP_0,
  PROP_TERRITORY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TerContext, ter_context, G_TYPE_OBJECT)

static void
ter_context_finalize (GObject *object)
{
  TerContext *self = TER_CONTEXT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->user_state);
  g_clear_object (&self->settings);
  g_clear_object (&self->unfinished);
  g_free (self->territory);

  G_OBJECT_CLASS (ter_context_parent_class)->finalize (object);
}

static void
ter_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_TERRITORY)
    g_value_set_string (value, TER_CONTEXT (object)->territory);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ter_context_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_TERRITORY)
    ter_context_set_territory (TER_CONTEXT (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ter_context_class_init (TerContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_context_finalize;
  G_OBJECT_CLASS (klass)->get_property = ter_context_get_property;
  G_OBJECT_CLASS (klass)->set_property = ter_context_set_property;

  properties[PROP_TERRITORY] =
    g_param_spec_string ("territory", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
ter_context_init (TerContext *self)
{
  self->unfinished = g_list_store_new (TER_TYPE_IMPORT);
  self->territory = g_strdup ("");
}

TerContext *
ter_context_new (TerLibrary *library, TerUserState *user_state, GSettings *settings)
{
  TerContext *self = g_object_new (TER_TYPE_CONTEXT, NULL);

  g_set_object (&self->library, library);
  g_set_object (&self->user_state, user_state);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    g_settings_bind (settings, "territory", self, "territory", G_SETTINGS_BIND_DEFAULT);

  return self;
}

TerLibrary *
ter_context_get_library (TerContext *self)
{
  g_return_val_if_fail (TER_IS_CONTEXT (self), NULL);

  return self->library;
}

TerUserState *
ter_context_get_user_state (TerContext *self)
{
  g_return_val_if_fail (TER_IS_CONTEXT (self), NULL);

  return self->user_state;
}

GSettings *
ter_context_get_settings (TerContext *self)
{
  g_return_val_if_fail (TER_IS_CONTEXT (self), NULL);

  return self->settings;
}

GListStore *
ter_context_get_unfinished (TerContext *self)
{
  g_return_val_if_fail (TER_IS_CONTEXT (self), NULL);

  return self->unfinished;
}

const char *
ter_context_get_territory (TerContext *self)
{
  g_return_val_if_fail (TER_IS_CONTEXT (self), NULL);

  return *self->territory != '\0' ? self->territory : NULL;
}

TerTerritory *
ter_context_dup_territory (TerContext *self)
{
  const char *territory = ter_context_get_territory (self);
  TerPack *atlas = territory != NULL ? ter_library_get_atlas (self->library) : NULL;

  return atlas != NULL ? ter_library_dup_territory (self->library, atlas, territory) : NULL;
}

void
ter_context_set_territory (TerContext *self, const char *territory)
{
  g_return_if_fail (TER_IS_CONTEXT (self));

  if (g_set_str (&self->territory, territory != NULL ? territory : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TERRITORY]);
}

GDateTime *
ter_context_now (TerContext *self)
{
  const char *fixed = g_getenv ("TER_NOW");
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = NULL;

  if (fixed != NULL)
    now = g_date_time_new_from_iso8601 (fixed, zone);
  if (now == NULL)
    return g_date_time_new_now (zone);

  return g_date_time_to_timezone (now, zone);
}
