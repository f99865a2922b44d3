/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

/* What may stand where: one table a part of docs/pack-format.md, and the twin of data/schema/. */

#define REQUIRED TER_MEMBER_REQUIRED
#define LOCALISED TER_MEMBER_LOCALISED
#define LIST TER_MEMBER_LIST
#define FILLED (TER_MEMBER_LIST | TER_MEMBER_FILLED)
#define OBJECT_OF(shape) TER_VALUE_OBJECT, 0, &(shape)

/* The same as data/schema/icons.json: icons of GTK and libadwaita, there on every desktop, and ours. */
const char *const ter_known_icons[] = { "accessories-calculator-symbolic",
                                        "accessories-dictionary-symbolic",
                                        "address-book-new-symbolic",
                                        "alarm-symbolic",
                                        "alliance-symbolic",
                                        "applications-engineering-symbolic",
                                        "applications-science-symbolic",
                                        "applications-utilities-symbolic",
                                        "avatar-default-symbolic",
                                        "bookmark-new-symbolic",
                                        "camera-photo-symbolic",
                                        "camera-video-symbolic",
                                        "chart-bar-symbolic",
                                        "chat-message-new-symbolic",
                                        "contact-new-symbolic",
                                        "dialog-information-symbolic",
                                        "dialog-password-symbolic",
                                        "dialog-question-symbolic",
                                        "dialog-warning-symbolic",
                                        "document-edit-symbolic",
                                        "document-open-recent-symbolic",
                                        "document-open-symbolic",
                                        "document-print-symbolic",
                                        "document-save-symbolic",
                                        "emoji-flags-symbolic",
                                        "emoji-nature-symbolic",
                                        "emoji-people-symbolic",
                                        "emoji-travel-symbolic",
                                        "face-smile-symbolic",
                                        "find-location-symbolic",
                                        "folder-documents-symbolic",
                                        "folder-download-symbolic",
                                        "folder-pictures-symbolic",
                                        "folder-publicshare-symbolic",
                                        "folder-symbolic",
                                        "folder-videos-symbolic",
                                        "go-home-symbolic",
                                        "help-about-symbolic",
                                        "help-browser-symbolic",
                                        "help-contents-symbolic",
                                        "help-faq-symbolic",
                                        "image-x-generic-symbolic",
                                        "mail-attachment-symbolic",
                                        "mail-send-symbolic",
                                        "map-symbolic",
                                        "mark-location-symbolic",
                                        "network-workgroup-symbolic",
                                        "package-x-generic-symbolic",
                                        "preferences-desktop-locale-symbolic",
                                        "preferences-system-time-symbolic",
                                        "security-high-symbolic",
                                        "send-to-symbolic",
                                        "star-new-symbolic",
                                        "starred-symbolic",
                                        "start-here-symbolic",
                                        "system-search-symbolic",
                                        "system-users-symbolic",
                                        "target-symbolic",
                                        "task-due-symbolic",
                                        "text-x-generic-symbolic",
                                        "user-bookmarks-symbolic",
                                        "user-home-symbolic",
                                        "user-info-symbolic",
                                        "video-x-generic-symbolic",
                                        "view-grid-symbolic",
                                        "view-list-symbolic",
                                        "view-paged-symbolic",
                                        "weather-clear-symbolic",
                                        "web-browser-symbolic",
                                        "x-office-address-book-symbolic",
                                        "x-office-calendar-symbolic",
                                        "x-office-document-symbolic",
                                        "x-office-drawing-symbolic",
                                        "x-office-presentation-symbolic",
                                        "x-office-spreadsheet-symbolic",
                                        NULL };

static const char *const sorts[] = { "listed", "title", "date", "-date", NULL };
static const char *const roles[] = { "entries", "vocabularies", "text", "table", "outline", "attachment", "picture", NULL };
static const char *const levels[] = { "country", "region", "departement", "epci", "commune", NULL };
static const char *const field_types[] = { "string", "integer", "number", "boolean", "date", "year", "yearmonth", NULL };
static const char *const aggregations[] = { "sum", "mean", "none", NULL };
static const char *const document_types[] = { "reference", "method", "training", NULL };
static const char *const statuses[] = { "confirmed", "tentative", "cancelled", NULL };
static const char *const resource_roles[] = { "resource", "event", NULL };

/* ---- Parts of several ---- */

static const TerMember license_members[] = {
  { "name", TER_VALUE_LICENSE, REQUIRED }, { "title", TER_VALUE_TEXT, LOCALISED }, { "path", TER_VALUE_URL }, { NULL }
};
static const TerShape license_shape = { NULL, license_members };

static const TerMember source_members[] = { { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                            { "url", TER_VALUE_URL },
                                            { "date", TER_VALUE_DATE },
                                            { "note", TER_VALUE_TEXT, LOCALISED },
                                            { NULL } };
static const TerShape source_shape = { NULL, source_members };

static const TerMember archive_members[] = {
  { "updated", TER_VALUE_DATE }, { "notice", TER_VALUE_TEXT, LOCALISED }, { "replacedBy", TER_VALUE_ENTRY }, { NULL }
};
static const TerShape archive_shape = { NULL, archive_members };

/* ---- The manifest ---- */

static const TerMember contributor_members[] = {
  { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED }, { "roles", TER_VALUE_TEXT, LIST }, { "path", TER_VALUE_URL }, { NULL }
};
static const TerShape contributor_shape = { NULL, contributor_members };

static const TerMember publisher_members[] = {
  { "key", TER_VALUE_KEY, REQUIRED }, { "successor", TER_VALUE_KEY }, { "revoked", TER_VALUE_KEY, LIST }, { NULL }
};
static const TerShape publisher_shape = { NULL, publisher_members };

static const TerMember territories_members[] = { { "vintage", TER_VALUE_DATE },  { "communes", TER_VALUE_TABLE },
                                                 { "epci", TER_VALUE_TABLE },    { "departements", TER_VALUE_TABLE },
                                                 { "regions", TER_VALUE_TABLE }, { NULL } };
static const TerShape territories_shape = { NULL, territories_members, ter_check_territories };

static const TerMember show_members[] = {
  { "ids", TER_VALUE_ENTRY, LIST }, { "kinds", TER_VALUE_KIND, LIST }, { "sort", TER_VALUE_CHOICE, 0, NULL, sorts }, { NULL }
};
static const TerShape show_shape = { NULL, show_members };

static const TerMember home_members[] = { { "webinars", TER_VALUE_SECTION },
                                          { "figures", TER_VALUE_FIGURE, LIST },
                                          { "begin", TER_VALUE_ENTRY, LIST },
                                          { "sections", TER_VALUE_SECTION, LIST },
                                          { NULL } };
static const TerShape home_shape = { NULL, home_members };

static const TerMember section_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                             { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                             { "summary", TER_VALUE_TEXT, LOCALISED },
                                             { "icon", TER_VALUE_ICON },
                                             { "view", TER_VALUE_VIEW, REQUIRED },
                                             { "show", TER_VALUE_OBJECT, REQUIRED, &show_shape },
                                             { "filters", TER_VALUE_VOCABULARY, LIST },
                                             { "notice", TER_VALUE_TEXT, LOCALISED },
                                             { "archive", OBJECT_OF (archive_shape) },
                                             { "home", OBJECT_OF (home_shape) },
                                             { NULL } };
static const TerShape section_shape = { NULL, section_members, ter_check_section };

static const TerMember field_members[] = { { "name", TER_VALUE_TEXT, REQUIRED },
                                           { "type", TER_VALUE_CHOICE, 0, NULL, field_types },
                                           { "title", TER_VALUE_TEXT, LOCALISED },
                                           { "description", TER_VALUE_TEXT, LOCALISED },
                                           { "unit", TER_VALUE_TEXT, LOCALISED },
                                           { "vintage", TER_VALUE_DATE },
                                           { "base", TER_VALUE_TEXT, LOCALISED },
                                           { "source", TER_VALUE_TEXT, LOCALISED },
                                           { "aggregation", TER_VALUE_CHOICE, 0, NULL, aggregations },
                                           { "weight", TER_VALUE_TEXT },
                                           { NULL } };
static const TerShape field_shape = { NULL, field_members };

static const TerMember schema_members[] = { { "fields", TER_VALUE_OBJECT, REQUIRED | FILLED, &field_shape }, { NULL } };
static const TerShape schema_shape = { NULL, schema_members, ter_check_table_schema };

static const TerMember resource_members[] = { { "name", TER_VALUE_ID, REQUIRED },
                                              { "path", TER_VALUE_PATH, REQUIRED },
                                              { "role", TER_VALUE_CHOICE, REQUIRED, NULL, roles },
                                              { "mediatype", TER_VALUE_MEDIATYPE, REQUIRED },
                                              { "bytes", TER_VALUE_WHOLE, REQUIRED },
                                              { "hash", TER_VALUE_HASH, REQUIRED },
                                              { "title", TER_VALUE_TEXT, LOCALISED },
                                              { "licenses", TER_VALUE_OBJECT, LIST, &license_shape },
                                              { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                              { "schema", OBJECT_OF (schema_shape) },
                                              { "vintage", TER_VALUE_DATE },
                                              { "level", TER_VALUE_CHOICE, 0, NULL, levels },
                                              { NULL } };
static const TerShape resource_shape = { NULL, resource_members, ter_check_resource };

static const TerMember manifest_members[] = { { "$schema", TER_VALUE_URL },
                                              { "format", TER_VALUE_FORMAT, REQUIRED },
                                              { "name", TER_VALUE_ID, REQUIRED },
                                              { "version", TER_VALUE_VERSION, REQUIRED },
                                              { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                              { "description", TER_VALUE_COMMONMARK, REQUIRED | LOCALISED },
                                              { "languages", TER_VALUE_LANGUAGE, REQUIRED | FILLED },
                                              { "created", TER_VALUE_DATE_TIME, REQUIRED },
                                              { "validUntil", TER_VALUE_DATE },
                                              { "homepage", TER_VALUE_URL },
                                              { "licenses", TER_VALUE_OBJECT, REQUIRED | FILLED, &license_shape },
                                              { "contributors", TER_VALUE_OBJECT, LIST, &contributor_shape },
                                              { "publisher", OBJECT_OF (publisher_shape) },
                                              { "keywords", TER_VALUE_TEXT, LIST },
                                              { "territories", OBJECT_OF (territories_shape) },
                                              { "sections", TER_VALUE_OBJECT, REQUIRED | FILLED, &section_shape },
                                              { "resources", TER_VALUE_OBJECT, REQUIRED | FILLED, &resource_shape },
                                              { NULL } };
const TerShape ter_shape_manifest = { NULL, manifest_members };

/* ---- Vocabularies ---- */

static const TerMember term_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                          { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                          { "abbreviation", TER_VALUE_TEXT, LOCALISED },
                                          { "description", TER_VALUE_TEXT, LOCALISED },
                                          { "color", TER_VALUE_COLOR },
                                          { "note", TER_VALUE_TEXT, LOCALISED },
                                          { NULL } };
static const TerShape term_shape = { NULL, term_members };

static const TerMember vocabulary_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                                { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                                { "description", TER_VALUE_TEXT, LOCALISED },
                                                { "terms", TER_VALUE_OBJECT, REQUIRED | LIST, &term_shape },
                                                { NULL } };
const TerShape ter_shape_vocabulary = { NULL, vocabulary_members, ter_check_terms };

/* ---- Entries ---- */

static const TerMember link_members[] = { { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                          { "url", TER_VALUE_URL },
                                          { "entry", TER_VALUE_ENTRY },
                                          { "section", TER_VALUE_SECTION },
                                          { NULL } };
static const TerShape link_shape = { NULL, link_members, ter_check_link };

static const TerMember picture_members[] = { { "path", TER_VALUE_PICTURE_FILE, REQUIRED },
                                             { "alt", TER_VALUE_TEXT, LOCALISED },
                                             { "credit", TER_VALUE_TEXT, LOCALISED },
                                             { NULL } };
static const TerShape picture_shape = { NULL, picture_members, ter_check_picture };

static const TerMember entry_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                           { "kind", TER_VALUE_KIND, REQUIRED },
                                           { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                           { "summary", TER_VALUE_TEXT, LOCALISED },
                                           { "body", TER_VALUE_COMMONMARK, LOCALISED },
                                           { "bodyPath", TER_VALUE_TEXT_FILE, LOCALISED },
                                           { "date", TER_VALUE_DATE },
                                           { "updated", TER_VALUE_DATE },
                                           { "tags", TER_VALUE_TAG, LIST },
                                           { "territories", TER_VALUE_TERRITORY, LIST },
                                           { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                           { "confidence", TER_VALUE_CONFIDENCE },
                                           { "notice", TER_VALUE_TEXT, LOCALISED },
                                           { "archive", OBJECT_OF (archive_shape) },
                                           { "picture", OBJECT_OF (picture_shape) },
                                           { "links", TER_VALUE_OBJECT, LIST, &link_shape },
                                           { "related", TER_VALUE_ENTRY, LIST },
                                           { "figures", TER_VALUE_FIGURE, LIST },
                                           { NULL } };
static const TerShape entry_shape = { NULL, entry_members };

static const TerMember theme_members[] = { { "documents", TER_VALUE_ENTRY, LIST }, { NULL } };
static const TerShape theme_shape = { &entry_shape, theme_members };

static const TerMember document_members[] = { { "documentType", TER_VALUE_CHOICE, REQUIRED, NULL, document_types },
                                              { "author", TER_VALUE_TEXT, LOCALISED },
                                              { NULL } };
static const TerShape document_shape = { &entry_shape, document_members };

static const TerMember speaker_members[] = { { "name", TER_VALUE_TEXT, REQUIRED },
                                             { "role", TER_VALUE_TEXT, LOCALISED },
                                             { "organisation", TER_VALUE_TEXT, LOCALISED },
                                             { NULL } };
static const TerShape speaker_shape = { NULL, speaker_members };

static const TerMember agenda_members[] = { { "time", TER_VALUE_TIME },
                                            { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                            { "summary", TER_VALUE_TEXT, LOCALISED },
                                            { "speakers", TER_VALUE_TEXT, LIST },
                                            { NULL } };
static const TerShape agenda_shape = { NULL, agenda_members };

static const TerMember webinar_resource_members[] = { { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                                      { "role", TER_VALUE_CHOICE, 0, NULL, resource_roles },
                                                      { "url", TER_VALUE_URL },
                                                      { "entry", TER_VALUE_ENTRY },
                                                      { "path", TER_VALUE_FILE },
                                                      { "date", TER_VALUE_DATE },
                                                      { NULL } };
static const TerShape webinar_resource_shape = { NULL, webinar_resource_members, ter_check_webinar_resource };

static const TerMember webinar_members[] = { { "start", TER_VALUE_LOCAL_TIME, REQUIRED },
                                             { "end", TER_VALUE_LOCAL_TIME },
                                             { "timezone", TER_VALUE_ZONE },
                                             { "status", TER_VALUE_CHOICE, 0, NULL, statuses },
                                             { "speakers", TER_VALUE_OBJECT, LIST, &speaker_shape },
                                             { "agenda", TER_VALUE_OBJECT, LIST, &agenda_shape },
                                             { "registration", TER_VALUE_URL },
                                             { "replay", TER_VALUE_URL },
                                             { "resources", TER_VALUE_OBJECT, LIST, &webinar_resource_shape },
                                             { NULL } };
static const TerShape webinar_shape = { &entry_shape, webinar_members, ter_check_webinar };

static const TerMember kit_file_members[] = { { "path", TER_VALUE_FILE, REQUIRED },
                                              { "title", TER_VALUE_TEXT, LOCALISED },
                                              { "description", TER_VALUE_TEXT, LOCALISED },
                                              { NULL } };
static const TerShape kit_file_shape = { NULL, kit_file_members };

static const TerMember kit_members[] = { { "documentType", TER_VALUE_CHOICE, 0, NULL, document_types },
                                         { "author", TER_VALUE_TEXT, LOCALISED },
                                         { "license", TER_VALUE_LICENSE },
                                         { "files", TER_VALUE_OBJECT, LIST, &kit_file_shape },
                                         { NULL } };
static const TerShape kit_shape = { &entry_shape, kit_members };

static const TerMember key_figure_members[] = { { "label", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                                { "value", TER_VALUE_SCALAR, REQUIRED },
                                                { "unit", TER_VALUE_TEXT, LOCALISED },
                                                { NULL } };
static const TerShape key_figure_shape = { NULL, key_figure_members };

static const TerMember example_members[] = { { "place", TER_VALUE_TEXT, LOCALISED },
                                             { "actors", TER_VALUE_TEXT, LIST | LOCALISED },
                                             { "keyFigures", TER_VALUE_OBJECT, LIST, &key_figure_shape },
                                             { NULL } };
static const TerShape example_shape = { &entry_shape, example_members };

static const TerMember organisation_members[] = { { "role", TER_VALUE_TEXT, LOCALISED }, { "url", TER_VALUE_URL }, { NULL } };
static const TerShape organisation_shape = { &entry_shape, organisation_members };

static const TerMember target_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                            { "code", TER_VALUE_TEXT },
                                            { "group", TER_VALUE_TEXT, LOCALISED },
                                            { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                            { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                            { "confidence", TER_VALUE_CONFIDENCE },
                                            { "note", TER_VALUE_TEXT, LOCALISED },
                                            { NULL } };
static const TerShape target_shape = { NULL, target_members };

static const TerMember goal_members[] = {
  { "number", TER_VALUE_WHOLE }, { "color", TER_VALUE_COLOR }, { "targets", TER_VALUE_OBJECT, LIST, &target_shape }, { NULL }
};
static const TerShape goal_shape = { &entry_shape, goal_members };

static const TerMember base_members[] = { { "size", TER_VALUE_WHOLE }, { "description", TER_VALUE_TEXT, LOCALISED }, { NULL } };
static const TerShape base_shape = { NULL, base_members };

static const TerMember data_members[] = { { "name", TER_VALUE_FIGURE_TABLE, REQUIRED }, { NULL } };
static const TerShape data_shape = { NULL, data_members };

static const TerMember spec_members[] = { { "data", TER_VALUE_OBJECT, REQUIRED, &data_shape }, { NULL } };
static const TerShape spec_shape = { NULL, spec_members, ter_check_spec };

/* What a key figure is compared with. */
static const TerMember previous_members[] = { { "date", TER_VALUE_DATE, REQUIRED },
                                              { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                              { "spec", TER_VALUE_OBJECT, REQUIRED, &spec_shape },
                                              { NULL } };
static const TerShape previous_shape = { NULL, previous_members };

static const TerMember reference_members[] = { { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                               { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                               { "spec", TER_VALUE_OBJECT, REQUIRED, &spec_shape },
                                               { NULL } };
static const TerShape reference_shape = { NULL, reference_members };

static const TerMember figure_members[] = { { "id", TER_VALUE_ID, REQUIRED },
                                            { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
                                            { "description", TER_VALUE_TEXT, LOCALISED },
                                            { "question", TER_VALUE_TEXT, LOCALISED },
                                            { "base", OBJECT_OF (base_shape) },
                                            { "institute", TER_VALUE_TEXT, LOCALISED },
                                            { "date", TER_VALUE_DATE },
                                            { "sources", TER_VALUE_OBJECT, LIST, &source_shape },
                                            { "confidence", TER_VALUE_CONFIDENCE },
                                            { "note", TER_VALUE_TEXT, LOCALISED },
                                            { "spec", TER_VALUE_OBJECT, REQUIRED, &spec_shape },
                                            { "previous", OBJECT_OF (previous_shape) },
                                            { "reference", OBJECT_OF (reference_shape) },
                                            { NULL } };
static const TerShape figure_shape = { NULL, figure_members };

static const TerMember group_members[] = { { "title", TER_VALUE_TEXT, LOCALISED },
                                           { "summary", TER_VALUE_TEXT, LOCALISED },
                                           { "figures", TER_VALUE_OBJECT, REQUIRED | LIST, &figure_shape },
                                           { NULL } };
static const TerShape group_shape = { NULL, group_members };

static const TerMember dashboard_members[] = { { "groups", TER_VALUE_OBJECT, REQUIRED | LIST, &group_shape }, { NULL } };
static const TerShape dashboard_shape = { &entry_shape, dashboard_members, ter_check_dashboard };

const TerShape *
ter_shape_of_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const TerShape *shape;
  } shapes[] = {
    { "theme", &theme_shape }, { "document", &document_shape },   { "webinar", &webinar_shape },
    { "kit", &kit_shape },     { "example", &example_shape },     { "organisation", &organisation_shape },
    { "goal", &goal_shape },   { "dashboard", &dashboard_shape },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_strcmp0 (kind, shapes[i].kind) == 0)
      return shapes[i].shape;
  return &entry_shape;
}
