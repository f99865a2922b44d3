/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack.h"

G_BEGIN_DECLS

/* The language to look localised members up in; %NULL when the default one is shown. Differs from what is shown when the
 * pack lacks the language that was wanted. */
const char *ter_pack_get_lookup_language (TerPack *self);

G_END_DECLS
