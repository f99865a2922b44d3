/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-import-content.h"

#include <glib/gi18n.h>

#include "ter-changes-view.h"
#include "ter-heading.h"
#include "ter-issue-list.h"
#include "ter-json.h"
#include "ter-list.h"
#include "ter-location.h"
#include "ter-number.h"
#include "ter-pack-facts.h"
#include "ter-row.h"
#include "ter-callout.h"

#define MAX_REMARKS 50

/* ---- Parts ---- */

char *
ter_import_content_dup_title (TerImport *import)
{
  TerPack *pack = ter_import_get_pack (import);
  const char *title = pack != NULL ? ter_pack_get_title (pack) : NULL;

  if (title != NULL && *title != '\0')
    return g_strdup (title);

  return ter_location_dup_name (ter_import_get_source (import));
}

char *
ter_import_content_dup_error (TerImport *import)
{
  const GError *error = ter_import_get_error (import);
  g_autofree char *path = g_file_get_path (ter_import_get_source (import));
  g_autofree char *name = ter_location_dup_name (ter_import_get_source (import));
  GString *text = g_string_new (error != NULL ? error->message : _ ("The import was interrupted."));

  /* The system says where a file is in its own way: in the sandbox that is a place that nobody knows. */
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    g_string_replace (text, path, name, 0);

  return g_string_free_and_steal (text);
}

static GtkWidget *
content_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "ter-import");

  return box;
}

static void
append_head (GtkWidget *box, const char *title, const char *text)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (head), ter_heading_new (title, 2));
  if (text != NULL)
    gtk_box_append (GTK_BOX (head), ter_heading_new_text (text, NULL));
  gtk_box_append (GTK_BOX (box), head);
}

static GtkWidget *
seal_new (const TerAssessment *assessment)
{
  g_autofree char *text = ter_assessment_dup_seal (assessment);

  switch (assessment->signature)
    {
    case TER_SIGNATURE_KNOWN:
    case TER_SIGNATURE_SUCCESSOR: return ter_callout_new (TER_CALLOUT_GOOD, text);
    case TER_SIGNATURE_UNKNOWN: return ter_callout_new (TER_CALLOUT_QUESTION, text);
    case TER_SIGNATURE_BAD:
    case TER_SIGNATURE_REVOKED: return ter_callout_new (TER_CALLOUT_BAD, text);
    case TER_SIGNATURE_NONE:
    default: return ter_callout_new (TER_CALLOUT_PLAIN, text);
    }
}

static void
append_fact (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    ter_list_append (list, ter_pack_facts_new_row (name, value));
}

/* "essai.tpack, CLE-MARIE › Packs" */
static char *
describe_source (TerImport *import, const char *location)
{
  g_autofree char *name = ter_location_dup_name (ter_import_get_source (import));

  return location != NULL ? g_strdup_printf ("%s, %s", name, location) : g_steal_pointer (&name);
}

static char *
describe_version (TerImport *import)
{
  const char *version = ter_pack_get_version (ter_import_get_pack (import));
  const TerStoreVersion *installed = ter_import_get_installed (import);

  if (installed == NULL || g_strcmp0 (installed->version, version) == 0)
    return g_strdup (version);

  return g_strdup_printf ("%s → %s", installed->version, version);
}

static GtkWidget *
facts_new (TerImport *import, const char *location)
{
  TerPack *pack = ter_import_get_pack (import);
  GtkWidget *list = ter_list_new (NULL);
  g_autofree char *version = describe_version (import);
  g_autofree char *licenses = ter_pack_facts_dup_licenses (pack);
  g_autofree char *size = ter_number_format_size (ter_import_get_size (import));
  g_autofree char *languages = ter_pack_facts_dup_languages (pack);
  g_autofree char *created = ter_pack_facts_dup_created (pack);
  g_autofree char *source = describe_source (import, location);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("About This Pack"), -1);
  append_fact (list, _ ("Version"), version);
  append_fact (list, _ ("Publisher"), ter_pack_get_publisher (pack));
  append_fact (list, _ ("Licence"), licenses);
  append_fact (list, _ ("Size"), size);
  append_fact (list, _ ("Languages"), languages);
  append_fact (list, _ ("Date"), created);
  append_fact (list, _ ("From"), source);

  return list;
}

static guint
count_errors (GListModel *issues)
{
  guint n = 0;

  for (guint i = 0; issues != NULL && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      n += ter_issue_get_severity (issue) == TER_SEVERITY_ERROR;
    }

  return n;
}

/* What its author could do better: no reason not to install it. */
static GtkWidget *
remarks_new (GListModel *issues)
{
  guint n = g_list_model_get_n_items (issues);
  g_autofree char *title = g_strdup_printf (ngettext ("%u remark on its contents", "%u remarks on its contents", n), n);
  GtkWidget *row = ter_row_new_expander (title, _ ("For its author: the pack can be used as it is."));
  GtkWidget *list = ter_list_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_REMARKS); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), ter_issue_list_new_row (issue));
    }
  if (n > MAX_REMARKS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MAX_REMARKS), n - MAX_REMARKS);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), ter_row_new (more, NULL));
    }
  ter_list_append (list, row);

  return list;
}

/* ---- States ---- */

gboolean
ter_import_content_is_grave (TerImport *import)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);

  return assessment != NULL && assessment->verdict == TER_VERDICT_ASK &&
         (assessment->signer == TER_SIGNER_DIFFERENT || assessment->signer == TER_SIGNER_LOST);
}

char *
ter_import_content_dup_heading (TerImport *import)
{
  g_autofree char *title = ter_import_content_dup_title (import);

  switch (ter_import_get_state (import))
    {
    case TER_IMPORT_CHECKING:
      /* Translators: %s is a pack's title, or its file's name. */
      return g_strdup_printf (_ ("Checking “%s”"), title);
    case TER_IMPORT_INSTALLING: return g_strdup_printf (_ ("Installing “%s”"), title);
    case TER_IMPORT_REFUSED: return g_strdup_printf (_ ("“%s” Cannot Be Installed"), title);
    case TER_IMPORT_INTERRUPTED: return g_strdup_printf (_ ("“%s” Is Not Imported Yet"), title);
    case TER_IMPORT_DONE: return g_strdup (_ ("Imported"));
    case TER_IMPORT_READY:
    case TER_IMPORT_CANCELLED:
    default: return g_steal_pointer (&title);
    }
}

/* In one sentence, what installing it would do. */
static char *
describe_change (TerImport *import)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);
  const TerStoreVersion *installed = ter_import_get_installed (import);
  const char *version = ter_pack_get_version (ter_import_get_pack (import));

  if (assessment->change == TER_CHANGE_SAME)
    return g_strdup (_ ("This very version is installed already. Installing it again mends what may be damaged."));
  if (installed != NULL && assessment->change == TER_CHANGE_UPDATE)
    /* Translators: two versions, such as 1.2.0 and 1.3.0. */
    return g_strdup_printf (_ ("Update from version %s to version %s"), installed->version, version);

  return NULL;
}

GtkWidget *
ter_import_content_new_ready (TerImport *import, const char *location)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);
  GListModel *issues = ter_import_get_issues (import);
  GPtrArray *changes = ter_import_get_changes (import);
  GtkWidget *box = content_new ();
  g_autofree char *title = ter_import_content_dup_heading (import);
  g_autofree char *change = describe_change (import);
  g_autofree char *caution = ter_assessment_dup_caution (assessment);
  g_autofree char *expiry = ter_assessment_dup_expiry (assessment);

  append_head (box, title, change);
  gtk_box_append (GTK_BOX (box), seal_new (assessment));
  if (expiry != NULL)
    gtk_box_append (GTK_BOX (box), ter_callout_new (TER_CALLOUT_PLAIN, expiry));
  if (caution != NULL)
    gtk_box_append (GTK_BOX (box), ter_callout_new (TER_CALLOUT_CAUTION, caution));
  if (changes != NULL)
    gtk_box_append (GTK_BOX (box), ter_changes_view_new (changes, _ ("What Changes")));
  gtk_box_append (GTK_BOX (box), facts_new (import, location));
  if (issues != NULL && g_list_model_get_n_items (issues) > 0)
    gtk_box_append (GTK_BOX (box), remarks_new (issues));

  return box;
}

/* What was read is not what was published: the copy is at fault, not its author. */
static gboolean
is_damage (TerIssue *issue)
{
  static const char *const codes[] = { "file-hash", "file-size", "file-missing", "file-unreadable", "archive-file-damaged", NULL };

  return g_strv_contains (codes, ter_issue_get_code (issue));
}

/* (transfer full) (nullable): the file that an issue is about: "/resources/3/hash" of the manifest is about a file too. */
static char *
dup_issue_file (TerIssue *issue, TerPack *pack)
{
  const char *pointer = ter_issue_get_pointer (issue);
  JsonArray *resources = pack != NULL ? ter_json_get_array (ter_pack_get_manifest (pack), "resources") : NULL;
  const char *path = NULL;

  if (g_str_equal (ter_issue_get_file (issue), TER_PACK_MANIFEST) && g_str_has_prefix (pointer, "/resources/"))
    {
      guint64 index = g_ascii_strtoull (pointer + strlen ("/resources/"), NULL, 10);

      if (index < ter_json_array_length (resources))
        path = ter_json_get_string (ter_json_array_object (resources, (guint) index), "path");
    }
  if (path == NULL)
    path = ter_issue_get_file (issue);

  return *path != '\0' ? g_strdup (path) : NULL;
}

/* (transfer full) (nullable): the first file that is damaged. */
static char *
dup_damaged_file (TerImport *import)
{
  GListModel *issues = ter_import_get_issues (import);

  for (guint i = 0; issues != NULL && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      if (ter_issue_get_severity (issue) == TER_SEVERITY_ERROR && is_damage (issue))
        return dup_issue_file (issue, ter_import_get_pack (import));
    }

  return NULL;
}

static char *
describe_refusal (TerImport *import)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);
  const GError *error = ter_import_get_error (import);

  if (assessment != NULL && assessment->verdict == TER_VERDICT_REFUSE)
    return ter_assessment_dup_caution (assessment);
  if (error != NULL)
    return ter_import_content_dup_error (import);
  if (count_errors (ter_import_get_issues (import)) > 0)
    return g_strdup (_ (
      "Nothing was installed. Ask the person who gave it to you for a new copy; if it is no better, send its author the report."));

  return NULL;
}

GtkWidget *
ter_import_content_new_refused (TerImport *import, const char *location)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);
  GtkWidget *box = content_new ();
  g_autofree char *heading = ter_import_content_dup_heading (import);
  g_autofree char *damaged = dup_damaged_file (import);
  g_autofree char *reason = describe_refusal (import);
  g_autofree char *source = describe_source (import, location);

  append_head (box, heading, NULL);
  if (damaged != NULL)
    {
      /* Translators: %s is the path of a file in the pack. */
      g_autofree char *text = g_strdup_printf (_ ("Damaged: “%s”"), damaged);

      gtk_box_append (GTK_BOX (box), ter_callout_new (TER_CALLOUT_BAD, text));
    }
  else if (assessment != NULL)
    {
      gtk_box_append (GTK_BOX (box), seal_new (assessment));
    }
  if (reason != NULL)
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (reason, NULL));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (source, "dimmed"));
  ter_issue_list_append_all (box, ter_import_get_issues (import));

  return box;
}

GtkWidget *
ter_import_content_new_interrupted (TerImport *import, const char *location)
{
  TerImportProgress progress = ter_import_get_progress (import);
  g_autofree char *reason = ter_import_content_dup_error (import);
  GtkWidget *box = content_new ();
  g_autofree char *heading = ter_import_content_dup_heading (import);
  g_autofree char *source = describe_source (import, location);

  append_head (box, heading, NULL);
  gtk_box_append (GTK_BOX (box), ter_callout_new (TER_CALLOUT_CAUTION, reason));
  if (progress.bytes_total > 0)
    {
      g_autofree char *text = ter_import_content_dup_progress (&progress);
      /* Translators: %s is "12 of 240 files, 3.4 MB of 80 MB". */
      g_autofree char *kept = g_strdup_printf (_ ("What was read is kept: %s."), text);

      gtk_box_append (GTK_BOX (box), ter_heading_new_text (kept, NULL));
    }
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (source, "dimmed"));

  return box;
}

GtkWidget *
ter_import_content_new_done (TerImport *import, const char *location)
{
  GtkWidget *box = content_new ();
  g_autofree char *heading = ter_import_content_dup_heading (import);
  g_autofree char *title = ter_import_content_dup_title (import);
  g_autofree char *text = NULL;

  append_head (box, heading, NULL);
  gtk_box_append (GTK_BOX (box),
                  ter_callout_new (TER_CALLOUT_GOOD, _ ("The USB key or the file is no longer needed: you can remove it.")));
  /* Translators: a pack's title and its version. */
  text = g_strdup_printf (_ ("“%s”, version %s, is on this computer."), title, ter_pack_get_version (ter_import_get_pack (import)));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (text, NULL));

  return box;
}

char *
ter_import_content_dup_line (TerImport *import)
{
  const TerAssessment *assessment = ter_import_get_assessment (import);
  char *caution;

  switch (ter_import_get_state (import))
    {
    case TER_IMPORT_READY:
      caution = ter_assessment_dup_caution (assessment);
      return caution != NULL ? caution : ter_assessment_dup_seal (assessment);
    case TER_IMPORT_REFUSED:
    case TER_IMPORT_INTERRUPTED: return ter_import_content_dup_error (import);
    case TER_IMPORT_DONE: return g_strdup (_ ("The USB key or the file is no longer needed: you can remove it."));
    case TER_IMPORT_CHECKING:
    case TER_IMPORT_INSTALLING:
    case TER_IMPORT_CANCELLED:
    default: return ter_import_content_dup_heading (import);
    }
}

char *
ter_import_content_dup_report (TerImport *import)
{
  TerPack *pack = ter_import_get_pack (import);
  g_autofree char *title = ter_import_content_dup_title (import);
  g_autofree char *name = ter_location_dup_name (ter_import_get_source (import));
  g_autofree char *reason = describe_refusal (import);
  g_autofree char *head =
    g_strdup_printf ("%s %s (%s)\n%s", title, pack != NULL ? ter_pack_get_version (pack) : "", name, reason != NULL ? reason : "");

  return ter_issue_list_dup_report (head, ter_import_get_issues (import));
}

/* ---- Progress ---- */

char *
ter_import_content_dup_progress (const TerImportProgress *progress)
{
  g_autofree char *done = ter_number_format_size (progress->bytes_done);
  g_autofree char *total = ter_number_format_size (progress->bytes_total);

  /* Translators: "12 of 240 files, 3.4 MB of 80 MB" */
  return g_strdup_printf (ngettext ("%u of %u file, %s of %s", "%u of %u files, %s of %s", progress->files_total),
                          progress->files_done, progress->files_total, done, total);
}

char *
ter_import_content_dup_time_left (const TerImportProgress *progress)
{
  guint minutes = (guint) MAX (progress->seconds_left, 0) / 60;

  if (progress->seconds_left < 0)
    return NULL;
  if (progress->seconds_left < 10)
    return g_strdup (_ ("A few seconds left"));
  if (progress->seconds_left < 60)
    return g_strdup (_ ("Less than a minute left"));

  return g_strdup_printf (ngettext ("About %u minute left", "About %u minutes left", minutes), minutes);
}
