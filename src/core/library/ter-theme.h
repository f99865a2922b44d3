/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* What a theme's page shows, without a widget: its documents by type, and what stands near it, by kind. */
typedef enum
{
  TER_THEME_REFERENCES,
  TER_THEME_METHODS,
  TER_THEME_TRAININGS,
  TER_THEME_KITS,   /* kits, among the theme's documents or near it */
  TER_THEME_OTHERS, /* documents of another kind or an unknown type */
  TER_THEME_WEBINARS,
  TER_THEME_EXAMPLES,
  TER_THEME_N_GROUPS
} TerThemeGroup;

typedef struct
{
  GPtrArray *groups[TER_THEME_N_GROUPS]; /* of TerEntry */
  GPtrArray *related;                    /* of TerEntry: what is in no group */
} TerTheme;

/* (transfer full): the ids of @theme's documents; never NULL. */
char **ter_theme_dup_documents (TerEntry *theme);
/* (transfer full) (nullable): reads what stands near @theme from the index. %NULL with @error when it cannot be read. Any thread. */
TerTheme *ter_theme_gather (TerLibrary *library, TerEntry *theme, GError **error);
void ter_theme_free (TerTheme *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTheme, ter_theme_free)

G_END_DECLS
