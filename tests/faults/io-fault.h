/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* See io-fault.c. @folder: (nullable): %NULL ends it */
void io_fault_arm (const char *folder, const char *name, long when);
/* A letter for each call since it was armed: o(pen) r(ead) w(rite) s(ync) (re)n(ame) u(nlink) m(ake) …; those that can be short: r and w. */
const char *io_fault_log (void);
