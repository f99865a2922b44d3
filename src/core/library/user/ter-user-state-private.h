/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"
#include "ter-user-state.h"

G_BEGIN_DECLS

/* What the files that share the user's state need of it. */
sqlite3_stmt *
ter_user_state_prepare (TerUserState *self, const char *sql, GError **error); /* G_IO_ERROR_CLOSED when it is not open */
/* Runs prepared statements that change something, and gives them to be written, all or none. They are reset. */
gboolean ter_user_state_run (TerUserState *self, sqlite3_stmt *statements[], guint n, GError **error);
/* Emits ::changed. */
void ter_user_state_changed (TerUserState *self);

G_END_DECLS
