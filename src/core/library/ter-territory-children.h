/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* A territory within another one. */
typedef struct {
  char  *code;       /* without its level */
  char  *name;
  double population; /* NaN when the pack does not say */
} TerTerritoryChild;

GPtrArray *ter_territory_children_dup (TerLibrary *library, TerPack *pack, const char *territory, const char **level);

G_END_DECLS
