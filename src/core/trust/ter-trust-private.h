/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-trust.h"

G_BEGIN_DECLS

/* A name is cut here where it stands in a sentence. */
#define TER_PUBLISHER_NAME_CHARS 120

/* (transfer full) (nullable): @name on one line, without what could play with a sentence around it; %NULL when nothing is left. */
char *ter_trust_clean_name (const char *name);

G_END_DECLS
