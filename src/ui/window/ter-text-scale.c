/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-text-scale.h"

#include "ter-number.h"

#define SMALLEST 0.8
#define LARGEST 3.0
#define STEP 0.1

static const struct
{
  const char *key;
  double normal;
} modes[] = {
  { "text-scale", 1.0 },
  { "presentation-scale", 1.6 },
};

struct _TerTextScale
{
  GSettings *settings; /* nullable: then the scales live as long as the window */
  GtkCssProvider *provider;
  double scales[G_N_ELEMENTS (modes)];
  gboolean presentation;
};

static void
apply (TerTextScale *self)
{
  double scale = self->scales[self->presentation];
  g_autofree char *css = NULL;

  if (scale > 0.99 && scale < 1.01)
    css = g_strdup ("");
  else
    css = g_strdup_printf ("window.ter-window { font-size: %d%%; }", (int) (scale * 100 + 0.5));
  gtk_css_provider_load_from_string (self->provider, css);
}

static void
read_settings (TerTextScale *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      double scale = self->settings ? g_settings_get_double (self->settings, modes[i].key) : modes[i].normal;

      self->scales[i] = CLAMP (scale, SMALLEST, LARGEST);
    }
  apply (self);
}

TerTextScale *
ter_text_scale_new (TerContext *context)
{
  TerTextScale *self = g_new0 (TerTextScale, 1);

  g_set_object (&self->settings, ter_context_get_settings (context));
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (self->settings != NULL)
    for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
      {
        g_autofree char *signal = g_strconcat ("changed::", modes[i].key, NULL);

        g_signal_connect_swapped (self->settings, signal, G_CALLBACK (read_settings), self);
      }
  read_settings (self);

  return self;
}

void
ter_text_scale_free (TerTextScale *self)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  g_clear_object (&self->settings);
  g_free (self);
}

void
ter_text_scale_set_presentation (TerTextScale *self, gboolean presentation)
{
  self->presentation = presentation;
  apply (self);
}

char *
ter_text_scale_step (TerTextScale *self, TerTextStep step)
{
  double *scale = &self->scales[self->presentation];

  if (step == TER_TEXT_NORMAL)
    *scale = modes[self->presentation].normal;
  else
    *scale = CLAMP (*scale + (step == TER_TEXT_LARGER ? STEP : -STEP), SMALLEST, LARGEST);

  apply (self);
  if (self->settings != NULL)
    g_settings_set_double (self->settings, modes[self->presentation].key, *scale);

  return ter_number_format_unit (*scale * 100, 0, "%");
}
