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
/* (transfer full): equal for two roots with the same names, the same contents and modes, and the same times of those files that were not written
 * after @since: what is newer is only that. */
char *fixture_fingerprint (const char *root, const struct timespec *since);

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

/* Lets each call of @operation go wrong in turn, in each way. Prints "bad" and a story for each that ends badly; "good KIND N of N" for each
 * way; "disks", how many calls there are, and how many different disks were started from, and how many tried again. */
void cases_run (const char *kit, const char *work, const Operation *operation);
void damages_run (const char *kit, const char *work, guint32 seed, long from, long to);

G_END_DECLS
