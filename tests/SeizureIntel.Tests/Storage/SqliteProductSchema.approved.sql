CREATE TABLE "bulletins" (
    "id" TEXT NOT NULL CONSTRAINT "PK_bulletins" PRIMARY KEY,
    "region" TEXT NULL,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "document_json" TEXT NOT NULL,
    "html" TEXT NOT NULL
);

CREATE TABLE "sources" (
    "name" TEXT NOT NULL CONSTRAINT "PK_sources" PRIMARY KEY,
    "description" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "accepted_by" TEXT NULL,
    "accepted_at" TEXT NULL
);

