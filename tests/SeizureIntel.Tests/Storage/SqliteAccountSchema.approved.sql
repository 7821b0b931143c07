CREATE TABLE "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "PK_accounts" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "ceiling" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "password_ends" TEXT NULL,
    "must_change_password" INTEGER NOT NULL,
    "security_stamp" TEXT NOT NULL,
    "failed_attempts" INTEGER NOT NULL,
    "locked_until" TEXT NULL,
    "authenticator_key" TEXT NULL,
    "uses_codes" INTEGER NOT NULL,
    "recovery_codes" TEXT NOT NULL,
    "is_closed" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_accounts_offices_office_id" FOREIGN KEY ("office_id") REFERENCES "offices" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_accounts_name" ON "accounts" ("name");

CREATE INDEX "IX_accounts_office_id" ON "accounts" ("office_id");

CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "FK_api_keys_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_api_keys_account_id" ON "api_keys" ("account_id");

CREATE TABLE "offices" (
    "id" TEXT NOT NULL CONSTRAINT "PK_offices" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "countries" TEXT NULL
);

