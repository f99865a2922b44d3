/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of store-tool. A root holds what the app keeps: store/, cache/catalogue.sqlite, user/user.sqlite, and key/, a USB key.
 * A kit holds packs/ to import and states/NAME, roots to begin with. */

/* ---- store-fixture.c ---- */

/* Makes the packs and the states. Aborts where it fails. */
void fixture_make (const char *kit);
/* Plain calls, as they run where no thread may be. */
void fixture_copy (const char *from, const char *to);
void fixture_delete (const char *path);
/* (transfer full): sorted paths of the files below @root, relative to it. */
GPtrArray *fixture_list (const char *root);

/* ---- store-operations.c ---- */

typedef gboolean (*OperationFunc) (const char *kit, const char *root, GError **error);

typedef struct
{
  const char *name;
  const char *state; /* of the kit, to begin with */
  gboolean imports;  /* what is interrupted may be left to be resumed */
  OperationFunc run;
} Operation;

const Operation *operation_find (const char *name);
const Operation *operation_list (void); /* the last has no name */
gboolean operation_import (const char *root, GFile *source, GError **error);

/* ---- store-state.c ---- */

/* Starts the app's core on a root: opens, refreshes, sweeps. Says in lines what is there, and in lines that begin with "problem: " what
 * should not be. @whole: (whether) nothing was damaged: then every file of a record has to be there, and nothing else. */
char *state_describe (const char *root, gboolean whole);

/* ---- store-tool.c, store-cases.c, store-damages.c ---- */

typedef int (*ChildFunc) (gpointer data);

typedef struct
{
  char *text; /* what it printed */
  int status; /* of its end, or -1: killed */
  int signal;
  double seconds;
} Child;

/* Runs @func in a process of its own, whose standard output is read. */
Child child_run (ChildFunc func, gpointer data);
void child_clear (Child *child);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Child, child_clear)

/* Prints "bad" and a story for each call between @from and @to at which it goes wrong, then "good" and a number. @calls: what cases_count()
 * told. */
void
cases_run (const char *kit, const char *work, const Operation *operation, const char *kind, long from, long to, const char *calls);
void cases_count (const char *kit, const char *work, const Operation *operation);
void damages_run (const char *kit, const char *work, guint32 seed, long from, long to);

G_END_DECLS
