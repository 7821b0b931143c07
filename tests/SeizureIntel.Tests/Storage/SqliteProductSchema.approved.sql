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

