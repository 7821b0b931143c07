CREATE TABLE "bulletins" (
    "id" TEXT NOT NULL CONSTRAINT "PK_bulletins" PRIMARY KEY,
    "region" TEXT NULL,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "document_json" TEXT NOT NULL,
    "html" TEXT NOT NULL
, "released_at" TEXT NULL);

CREATE TABLE "decisions" (
    "subject_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "reporting_country" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "note" TEXT NULL, "code" TEXT NULL,
    CONSTRAINT "PK_decisions" PRIMARY KEY ("subject_id", "kind")
) WITHOUT ROWID;

CREATE TABLE "notices" (
    "id" TEXT NOT NULL CONSTRAINT "PK_notices" PRIMARY KEY,
    "search_id" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "ceiling" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "submissions" TEXT NOT NULL,
    "seizures" INTEGER NOT NULL,
    "cases" INTEGER NOT NULL,
    "seen_by" TEXT NULL,
    "seen_at" TEXT NULL
);

CREATE INDEX "IX_notices_office_id_at" ON "notices" ("office_id", "at");

CREATE TABLE "questions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_questions" PRIMARY KEY,
    "seizure_id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "reporting_country" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "answer" TEXT NULL,
    "answered_by" TEXT NULL,
    "answered_at" TEXT NULL
);

CREATE TABLE "saved_searches" (
    "id" TEXT NOT NULL CONSTRAINT "PK_saved_searches" PRIMARY KEY,
    "office_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query_json" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "told_up_to" INTEGER NULL,
    "cooldown_hours" INTEGER NOT NULL,
    "digest" TEXT NULL,
    "muted_until" TEXT NULL,
    "last_told_at" TEXT NULL
);

CREATE INDEX "IX_saved_searches_office_id" ON "saved_searches" ("office_id");

CREATE TABLE "sources" (
    "name" TEXT NOT NULL CONSTRAINT "PK_sources" PRIMARY KEY,
    "description" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "accepted_by" TEXT NULL,
    "accepted_at" TEXT NULL
);

