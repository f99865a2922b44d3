/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date of a pack: a year, a month or a day, with an hour when it is known. */
typedef struct
{
  int year;   /* 1 to 9999; 0 when there is none */
  int month;  /* 1 to 12; 0 when only the year is known */
  int day;    /* 1 to 31; 0 when only the month is known */
  int hour;   /* 0 to 23; -1 when it is not known */
  int minute; /* 0 to 59 */
} TerDate;

typedef enum
{
  TER_DATE_LONG,   /* jeudi 28 mai 2020 à 13:00 / Thursday 28 May 2020, 13:00 */
  TER_DATE_MEDIUM, /* 28 mai 2020 */
  TER_DATE_SHORT,  /* 28/05/2020 */
} TerDateStyle;

gboolean ter_date_parse (const char *text, TerDate *date);
int ter_date_compare (const TerDate *a, const TerDate *b);
/* (transfer full): the name of a month, 1 to 12, in the locale's language: "February", "Feb". */
char *ter_date_dup_month (guint month, gboolean abbreviated);
/* (transfer full): @date in words of the current locale, as precise as it is. Never %NULL: "" for an empty date. */
char *ter_date_format (const TerDate *date, TerDateStyle style);

G_END_DECLS
