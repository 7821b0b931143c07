CREATE TABLE "cases" (
    "case_number" INTEGER NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "id" TEXT NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "case_ref" TEXT NULL,
    "repeats_case_ref" INTEGER NOT NULL,
    "reporting_country" TEXT NULL,
    "reporting_country_text" TEXT NULL,
    "reporting_service" TEXT NULL,
    "reporting_service_text" TEXT NULL,
    "seizure_date" TEXT NOT NULL,
    "date_precision" TEXT NOT NULL,
    "reported_date" TEXT NULL,
    "country" TEXT NULL,
    "country_text" TEXT NULL,
    "admin1" TEXT NULL,
    "admin1_text" TEXT NULL,
    "place_name" TEXT NULL,
    "unlocode" TEXT NULL,
    "unlocode_text" TEXT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "place_type" TEXT NULL,
    "place_type_text" TEXT NULL,
    "border_context" TEXT NULL,
    "border_context_text" TEXT NULL,
    "direction" TEXT NULL,
    "direction_text" TEXT NULL,
    "traffic_type" TEXT NULL,
    "traffic_type_text" TEXT NULL,
    "customs_procedure" TEXT NULL,
    "customs_procedure_text" TEXT NULL,
    "declaration_status" TEXT NULL,
    "declaration_status_text" TEXT NULL,
    "mode_of_transport" TEXT NULL,
    "mode_of_transport_text" TEXT NULL,
    "conveyance_type" TEXT NULL,
    "conveyance_type_text" TEXT NULL,
    "flag_country" TEXT NULL,
    "flag_country_text" TEXT NULL,
    "cover_goods" TEXT NULL,
    "selection_basis" TEXT NULL,
    "selection_basis_text" TEXT NULL,
    "detection_technique" TEXT NULL,
    "detection_technique_text" TEXT NULL,
    "risk_indicators" TEXT NULL,
    "risk_indicators_text" TEXT NULL,
    "narrative" TEXT NULL,
    "persons_intercepted" INTEGER NULL,
    "nationalities" TEXT NULL,
    "nationalities_text" TEXT NULL,
    "disposition" TEXT NULL,
    "disposition_text" TEXT NULL,
    "prosecution" TEXT NULL,
    "prosecution_text" TEXT NULL,
    "conviction" TEXT NULL,
    "conviction_text" TEXT NULL,
    "trace_status" TEXT NULL,
    "trace_status_text" TEXT NULL,
    "marking" TEXT NOT NULL,
    "handling" TEXT NULL,
    "handling_text" TEXT NULL,
    "operation" TEXT NULL,
    "alert_ref" TEXT NULL, "is_left_out" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "FK_cases_submissions_submission_number" FOREIGN KEY ("submission_number") REFERENCES "submissions" ("number") ON DELETE CASCADE
);

CREATE INDEX "IX_cases_case_ref_reporting_country" ON "cases" ("case_ref", "reporting_country") WHERE "case_ref" IS NOT NULL;

CREATE UNIQUE INDEX "IX_cases_id" ON "cases" ("id");

CREATE TABLE "concealments" (
    "case_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "concealment" TEXT NULL,
    "concealment_text" TEXT NULL,
    "concealment_how" TEXT NULL,
    "concealment_how_text" TEXT NULL,
    "concealment_level" TEXT NULL,
    "concealment_level_text" TEXT NULL,
    CONSTRAINT "PK_concealments" PRIMARY KEY ("case_number", "position"),
    CONSTRAINT "FK_concealments_cases_case_number" FOREIGN KEY ("case_number") REFERENCES "cases" ("case_number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "issues" (
    "submission_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NULL,
    CONSTRAINT "PK_issues" PRIMARY KEY ("submission_number", "position"),
    CONSTRAINT "FK_issues_submissions_submission_number" FOREIGN KEY ("submission_number") REFERENCES "submissions" ("number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "first_case" INTEGER NOT NULL,
    "last_case" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "leased_until" TEXT NULL,
    "is_parked" INTEGER NOT NULL,
    "error" TEXT NULL
, "leased_by" TEXT NULL, "removes_field" TEXT NULL, "removes_value" TEXT NULL);

CREATE TABLE "refusals" (
    "seizure_id" TEXT NOT NULL CONSTRAINT "PK_refusals" PRIMARY KEY,
    "case_number" INTEGER NOT NULL,
    "error_type" TEXT NOT NULL,
    "field" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "refused_at" TEXT NOT NULL,
    "next_attempt_at" TEXT NOT NULL
);

CREATE INDEX "IX_refusals_case_number" ON "refusals" ("case_number");

CREATE TABLE "rejections" (
    "submission_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "PK_rejections" PRIMARY KEY ("submission_number", "position"),
    CONSTRAINT "FK_rejections_submissions_submission_number" FOREIGN KEY ("submission_number") REFERENCES "submissions" ("number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "route_legs" (
    "case_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "country" TEXT NULL,
    "country_text" TEXT NULL,
    "place" TEXT NULL,
    "place_text" TEXT NULL,
    CONSTRAINT "PK_route_legs" PRIMARY KEY ("case_number", "position"),
    CONSTRAINT "FK_route_legs_cases_case_number" FOREIGN KEY ("case_number") REFERENCES "cases" ("case_number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "seizures" (
    "case_number" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "heading" TEXT NULL,
    "heading_text" TEXT NULL,
    "product" TEXT NULL,
    "product_text" TEXT NULL,
    "quantity" TEXT NULL,
    "unit" TEXT NULL,
    "quantity_text" TEXT NULL,
    "quantity_2" TEXT NULL,
    "unit_2" TEXT NULL,
    "value" TEXT NULL,
    "currency" TEXT NULL,
    "hs_code" TEXT NULL,
    "hs_code_text" TEXT NULL,
    "brand" TEXT NULL,
    "species" TEXT NULL,
    "species_text" TEXT NULL,
    "authenticity" TEXT NULL,
    "authenticity_text" TEXT NULL,
    "firearm_type" TEXT NULL,
    "firearm_type_text" TEXT NULL,
    "firearm_make" TEXT NULL,
    "firearm_model" TEXT NULL,
    "calibre" TEXT NULL,
    "calibre_text" TEXT NULL,
    "serial_numbers" INTEGER NULL,
    "country_of_manufacture" TEXT NULL,
    "country_of_manufacture_text" TEXT NULL,
    "import_marks" TEXT NULL,
    "import_marks_text" TEXT NULL,
    "marking_status" TEXT NULL,
    "marking_status_text" TEXT NULL,
    "exact_duplicate" INTEGER NOT NULL,
    "outlier_flags" TEXT NULL,
    "record_profile" TEXT NOT NULL,
    "completeness_score" INTEGER NOT NULL, "denial_ground" TEXT NULL, "denial_ground_text" TEXT NULL,
    CONSTRAINT "PK_seizures" PRIMARY KEY ("case_number", "item"),
    CONSTRAINT "FK_seizures_cases_case_number" FOREIGN KEY ("case_number") REFERENCES "cases" ("case_number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE UNIQUE INDEX "IX_seizures_id" ON "seizures" ("id");

CREATE TABLE "serial_hashes" (
    "case_number" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "PK_serial_hashes" PRIMARY KEY ("case_number", "item", "position"),
    CONSTRAINT "FK_serial_hashes_seizures_case_number_item" FOREIGN KEY ("case_number", "item") REFERENCES "seizures" ("case_number", "item") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX "IX_serial_hashes_value" ON "serial_hashes" ("value");

CREATE TABLE "submission_countries" (
    "submission_number" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    CONSTRAINT "PK_submission_countries" PRIMARY KEY ("submission_number", "country"),
    CONSTRAINT "FK_submission_countries_submissions_submission_number" FOREIGN KEY ("submission_number") REFERENCES "submissions" ("number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "submissions" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_submissions" PRIMARY KEY,
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "received_at" TEXT NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_accepted" INTEGER NOT NULL,
    "rows_rejected" INTEGER NOT NULL,
    "rows_skipped" INTEGER NOT NULL,
    "seizures" INTEGER NOT NULL,
    "cases" INTEGER NOT NULL,
    "exact_duplicates" INTEGER NOT NULL,
    "values_masked" INTEGER NOT NULL,
    "issue_counts" TEXT NOT NULL,
    "read_as" TEXT NOT NULL,
    "seconds" REAL NOT NULL
, "erased_at" TEXT NULL, "marking" TEXT NOT NULL DEFAULT '', "request_key" TEXT NULL, "sent_by" TEXT NULL, "withdrawn_at" TEXT NULL);

CREATE UNIQUE INDEX "IX_submissions_id" ON "submissions" ("id");

CREATE UNIQUE INDEX "IX_submissions_sha256_source" ON "submissions" ("sha256", "source");

CREATE TABLE "tokens" (
    "case_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "PK_tokens" PRIMARY KEY ("case_number", "position"),
    CONSTRAINT "FK_tokens_cases_case_number" FOREIGN KEY ("case_number") REFERENCES "cases" ("case_number") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX "IX_tokens_value_kind" ON "tokens" ("value", "kind");

