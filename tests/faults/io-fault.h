/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <time.h>

/* See io-fault.c. @folder: (nullable): %NULL ends it */
void io_fault_arm (const char *folder, const char *name, long when);
/* From now on the clock begins at @now and goes by how often it is looked at, and chance is the same each time: what a process leaves on
 * the disk depends on its calls alone. */
void io_fault_repeat (time_t now);
/* A letter for each call since it was armed: o(pen) r(ead) w(rite) s(ync) (re)n(ame) u(nlink) m(ake) …; those that can be short: r and w. */
const char *io_fault_log (void);
