/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-pack-diff.h"

#include <glib/gi18n-lib.h>

#include "ter-kind.h"
#include "ter-pack-parts-private.h"

/* What stands in a pack beside its entries. */
static const struct
{
  const char *kind;
  const char *phrases[TER_N_KIND_PHRASES];
} others[] = {
  { "section", { N_ ("Section added"), N_ ("Section changed"), N_ ("Section withdrawn") } },
  { "vocabulary", { N_ ("Vocabulary added"), N_ ("Vocabulary changed"), N_ ("Vocabulary withdrawn") } },
  { "table", { N_ ("Table added"), N_ ("Table brought up to date"), N_ ("Table withdrawn") } },
  { "outline", { N_ ("Map outlines added"), N_ ("Map outlines brought up to date"), N_ ("Map outlines withdrawn") } },
  { "file", { N_ ("File added"), N_ ("File brought up to date"), N_ ("File withdrawn") } },
  { "pack", { N_ ("Pack added"), N_ ("Pack changed"), N_ ("Pack withdrawn") } },
  { NULL, { N_ ("Entry added"), N_ ("Entry changed"), N_ ("Entry withdrawn") } }, /* a kind that is not known */
};

static const char *const words_of_parts[TER_N_PARTS] = {
  [TER_PART_ID] = N_ ("identifier"),
  [TER_PART_KIND] = N_ ("kind"),
  [TER_PART_TITLE] = N_ ("title"),
  [TER_PART_SUMMARY] = N_ ("summary"),
  [TER_PART_DESCRIPTION] = N_ ("description"),
  [TER_PART_TEXT] = N_ ("text"),
  [TER_PART_DATES] = N_ ("dates"),
  [TER_PART_STATUS] = N_ ("status"),
  [TER_PART_SPEAKERS] = N_ ("speakers"),
  [TER_PART_AGENDA] = N_ ("agenda"),
  [TER_PART_REGISTRATION] = N_ ("registration"),
  [TER_PART_REPLAY] = N_ ("replay"),
  [TER_PART_RESOURCES] = N_ ("resources"),
  [TER_PART_FILES] = N_ ("files"),
  [TER_PART_DATA] = N_ ("data"),
  [TER_PART_COLUMNS] = N_ ("columns"),
  [TER_PART_FIGURES] = N_ ("figures"),
  [TER_PART_KEY_FIGURES] = N_ ("key figures"),
  [TER_PART_RESULT] = N_ ("result"),
  [TER_PART_STATE] = N_ ("where it stands"),
  [TER_PART_TARGETS] = N_ ("targets"),
  [TER_PART_DOCUMENTS] = N_ ("documents"),
  [TER_PART_DOCUMENT_TYPE] = N_ ("type of document"),
  [TER_PART_TERMS] = N_ ("terms"),
  [TER_PART_CONTENTS] = N_ ("contents"),
  [TER_PART_SECTION_ORDER] = N_ ("order of the sections"),
  [TER_PART_ENTRY_ORDER] = N_ ("order of the entries"),
  [TER_PART_APPEARANCE] = N_ ("appearance"),
  [TER_PART_PLACE] = N_ ("place"),
  [TER_PART_ACTORS] = N_ ("people involved"),
  [TER_PART_CONTACT] = N_ ("whom to ask"),
  [TER_PART_ROLE] = N_ ("role"),
  [TER_PART_AUTHOR] = N_ ("author"),
  [TER_PART_PUBLISHER] = N_ ("publisher and contributors"),
  [TER_PART_LICENCE] = N_ ("licence"),
  [TER_PART_NOTICE] = N_ ("notice"),
  [TER_PART_ARCHIVE] = N_ ("kept as an archive or not"),
  [TER_PART_PICTURE] = N_ ("picture"),
  [TER_PART_TAGS] = N_ ("keywords"),
  [TER_PART_TERRITORIES] = N_ ("territories"),
  [TER_PART_CONFIDENCE] = N_ ("confidence"),
  [TER_PART_SOURCES] = N_ ("sources"),
  [TER_PART_LINKS] = N_ ("links"),
  [TER_PART_RELATED] = N_ ("related entries"),
  [TER_PART_ADDRESS] = N_ ("web address"),
  [TER_PART_LANGUAGES] = N_ ("languages"),
  [TER_PART_TRANSLATIONS] = N_ ("translations"),
  [TER_PART_OTHER] = N_ ("other details"),
};

char *
ter_part_dup_words (guint64 parts)
{
  GString *words = g_string_new (NULL);

  for (guint part = 0; part < TER_N_PARTS; part++)
    if ((parts & TER_PART_BIT (part)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (words_of_parts[part]));
  return g_string_free_and_steal (words);
}

/* ---- Times of webinars ---- */

/* Whether the hours of this moment are also those of the clock here. */
static gboolean
is_local (const TerMoment *moment)
{
  g_autoptr (GTimeZone) zone = moment->zone != NULL ? g_time_zone_new_identifier (moment->zone) : NULL;
  g_autoptr (GDateTime) there = NULL;
  g_autoptr (GDateTime) here = NULL;

  if (zone == NULL || moment->start.hour < 0)
    return TRUE;
  there =
    g_date_time_new (zone, moment->start.year, moment->start.month, moment->start.day, moment->start.hour, moment->start.minute, 0);
  here = there != NULL ? g_date_time_to_local (there) : NULL;
  return here == NULL || g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (there);
}

/* (transfer full): a date as the page of a webinar says it. */
static char *
dup_date (const TerMoment *moment, const TerDate *date, gboolean with_zone)
{
  g_autofree char *day = ter_date_format (date, TER_DATE_LONG);
  g_autofree char *city = NULL;

  if (!with_zone || moment->zone == NULL || date->hour < 0)
    return g_steal_pointer (&day);
  city = g_strdup (strrchr (moment->zone, '/') != NULL ? strrchr (moment->zone, '/') + 1 : moment->zone);
  /* Translators: a day with its hour, then the main city of a time zone: "Thursday 28 May 2020, 13:00 (Paris time)". */
  return g_strdup_printf (_ ("%s (%s time)"), day, g_strdelimit (city, "_", ' '));
}

char *
ter_moment_dup_text (const TerMoment *moment)
{
  g_autofree char *day = dup_date (moment, &moment->start, !is_local (moment));

  /* Translators: when a webinar that is cancelled would have taken place. */
  return g_strdup_printf (_ ("planned for: %s"), day);
}

/* How long it lasts in minutes, by the clock on its wall; -1 when that is not known. */
static int
get_minutes (const TerMoment *moment)
{
  GDate first, last;

  if (moment->start.day == 0 || moment->end.year == 0)
    return -1;
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, moment->start.day, moment->start.month, moment->start.year);
  g_date_set_dmy (&last, moment->end.day, moment->end.month, moment->end.year);
  /* Both have an hour, or none has: see ter_webinar_new(). */
  return g_date_days_between (&first, &last) * 24 * 60 + (moment->end.hour - moment->start.hour) * 60 + moment->end.minute -
         moment->start.minute;
}

static char *
dup_start_move (const TerMoment *before, const TerMoment *after, gboolean with_zone)
{
  g_autofree char *from = dup_date (before, &before->start, with_zone);
  g_autofree char *to = dup_date (after, &after->start, with_zone);

  if (before->start.day > 0 && after->start.day > 0)
    /* Translators: a webinar moves from a day, maybe with its hour, to another one. */
    return g_strdup_printf (C_ ("webinar", "from %s to %s"), from, to);
  /* Translators: the former date of a webinar, then the new one. One of the two is a month or a year alone. */
  return g_strdup_printf (C_ ("webinar", "%s becomes %s"), from, to);
}

static char *
dup_end_move (const TerMoment *before, const TerMoment *after, gboolean with_zone)
{
  g_autofree char *from = dup_date (before, &before->end, with_zone);
  g_autofree char *to = dup_date (after, &after->end, with_zone);

  if (after->end.year == 0)
    return g_strdup (_ ("the end is not told any more"));
  if (before->end.year == 0)
    /* Translators: when a webinar ends. */
    return g_strdup_printf (_ ("end: %s"), to);
  /* Translators: the new end of a webinar, then the former one. */
  return g_strdup_printf (_ ("end: %s instead of %s"), to, from);
}

char *
ter_moment_dup_move (const TerMoment *before, const TerMoment *after)
{
  gboolean other_start = ter_date_compare (&before->start, &after->start) != 0;
  gboolean other_zone = g_strcmp0 (before->zone, after->zone) != 0;
  gboolean both_zones = before->zone != NULL && after->zone != NULL;
  gboolean with_zone = (other_zone && (both_zones || !other_start)) || !is_local (before) || !is_local (after);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (other_zone || other_start)
    start = dup_start_move (before, after, with_zone);
  /* The end follows the start: it is told when the webinar gets longer or shorter. */
  if (start == NULL || get_minutes (before) != get_minutes (after))
    end = dup_end_move (before, after, with_zone);
  if (start == NULL || end == NULL)
    return start != NULL ? g_steal_pointer (&start) : g_steal_pointer (&end);
  return g_strconcat (start, ", ", end, NULL);
}

/* ---- Sentences ---- */

const char *
ter_change_type_get_title (TerChangeType type)
{
  switch (type)
    {
    case TER_CHANGED_ADDED: return _ ("Added");
    case TER_CHANGED_CHANGED: return _ ("Changed");
    case TER_CHANGED_WITHDRAWN: return _ ("Withdrawn");
    case TER_CHANGED_MOVED: return _ ("Webinars moved");
    case TER_CHANGED_CANCELLED: return _ ("Webinars cancelled");
    default: g_return_val_if_reached ("");
    }
}

const char *
ter_change_type_get_name (TerChangeType type)
{
  switch (type)
    {
    case TER_CHANGED_ADDED: return "added";
    case TER_CHANGED_CHANGED: return "changed";
    case TER_CHANGED_WITHDRAWN: return "withdrawn";
    case TER_CHANGED_MOVED: return "moved";
    case TER_CHANGED_CANCELLED: return "cancelled";
    default: g_return_val_if_reached ("");
    }
}

static const char *
get_phrase_of_kind (const char *kind, TerKindPhrase phrase)
{
  const char *words = ter_kind_get_phrase (kind, phrase);
  guint row = 0;

  while (others[row].kind != NULL && g_strcmp0 (others[row].kind, kind) != 0)
    row++;
  return words != NULL ? words : _ (others[row].phrases[phrase]);
}

static const char *
get_phrase (const TerChange *change)
{
  switch (change->type)
    {
    case TER_CHANGED_ADDED: return get_phrase_of_kind (change->kind, TER_KIND_ADDED);
    case TER_CHANGED_CHANGED: return get_phrase_of_kind (change->kind, TER_KIND_CHANGED);
    case TER_CHANGED_WITHDRAWN: return get_phrase_of_kind (change->kind, TER_KIND_WITHDRAWN);
    case TER_CHANGED_MOVED: return _ ("Webinar moved");
    case TER_CHANGED_CANCELLED: return _ ("Webinar cancelled");
    default: g_return_val_if_reached ("");
    }
}

/* (transfer full): @title, kept from turning round what stands beside it: a title may hold marks of direction that it does
 * not close. One that holds none stays as it is. */
static char *
dup_isolated (const char *title)
{
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* The marks of the Unicode Bidirectional Algorithm, UAX 9, 2.1 to 2.5; then first-strong isolate and its end. */
      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return g_strconcat ("\u2068", title, "\u2069", NULL);
    }
  return g_strdup (title);
}

char *
ter_change_dup_sentence (const TerChange *change)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  title = dup_isolated (change->title);
  detail = change->detail != NULL ? dup_isolated (change->detail) : NULL;
  if (detail == NULL)
    /* Translators: what happened, then a title: "Page added: The river". */
    return g_strdup_printf (_ ("%s: %s"), get_phrase (change), title);
  if (change->type == TER_CHANGED_MOVED || change->type == TER_CHANGED_CANCELLED)
    /* Translators: what happened to a webinar, its title, and how: "Webinar moved: The river, from … to …". */
    return g_strdup_printf (_ ("%s: %s, %s"), get_phrase (change), title, detail);
  /* Translators: what happened, a title, and what changed: "Page changed: The river (summary, text)". */
  return g_strdup_printf (_ ("%s: %s (%s)"), get_phrase (change), title, detail);
}

static char *
dup_count (TerChangeType type, guint n)
{
  switch (type)
    {
    case TER_CHANGED_ADDED: return g_strdup_printf (ngettext ("%u added", "%u added", n), n);
    case TER_CHANGED_CHANGED: return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    case TER_CHANGED_WITHDRAWN: return g_strdup_printf (ngettext ("%u withdrawn", "%u withdrawn", n), n);
    case TER_CHANGED_MOVED: return g_strdup_printf (ngettext ("%u webinar moved", "%u webinars moved", n), n);
    case TER_CHANGED_CANCELLED: return g_strdup_printf (ngettext ("%u webinar cancelled", "%u webinars cancelled", n), n);
    default: g_return_val_if_reached (NULL);
    }
}

char *
ter_pack_diff_dup_summary (GPtrArray *changes)
{
  guint n[TER_CHANGED_CANCELLED + 1] = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (changes != NULL, NULL);

  if (changes->len == 0)
    return g_strdup (_ ("Nothing changes for the reader."));
  for (guint i = 0; i < changes->len; i++)
    n[((const TerChange *) g_ptr_array_index (changes, i))->type]++;
  for (guint type = 0; type < G_N_ELEMENTS (n); type++)
    if (n[type] > 0)
      g_strv_builder_take (builder, dup_count (type, n[type]));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}
