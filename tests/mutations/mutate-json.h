/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Changes to the tree of a JSON text, made in the text: so that a member can stand twice, and a number be 1e999. */

/**
 * mutate_json:
 * @members: names of members to add
 * @log: what was done is appended
 */
void mutate_json (GRand *rand, GString *text, const char *const *members, GString *log);
/* Gives a member another value of its own kind of trouble: a path that climbs, a hash of something else, … Whether it was there. */
gboolean mutate_json_field (GRand *rand, GString *text, const char *member, const char *const *values, GString *log);
/* A value, as JSON text, from the list of what should do harm. */
char *mutate_json_hostile (GRand *rand);

G_END_DECLS
