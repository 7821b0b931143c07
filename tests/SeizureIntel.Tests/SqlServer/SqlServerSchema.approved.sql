IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [audit] (
        [number] bigint NOT NULL,
        [at] datetime2 NOT NULL,
        [actor] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [action] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [outcome] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [detail] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_audit] PRIMARY KEY ([number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [bulletins] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [region] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [period_from] date NOT NULL,
        [period_to] date NOT NULL,
        [marking] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetime2 NOT NULL,
        [document_json] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [html] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [released_at] datetime2 NULL,
        CONSTRAINT [PK_bulletins] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [decisions] (
        [subject_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [choice] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [submission_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reporting_country] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [marking] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [decided_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetime2 NOT NULL,
        [note] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_decisions] PRIMARY KEY ([subject_id], [kind])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [notices] (
        [id] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [search_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [search_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [office_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ceiling] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetime2 NOT NULL,
        [submissions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [seizures] int NOT NULL,
        [cases] int NOT NULL,
        [seen_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [seen_at] datetime2 NULL,
        CONSTRAINT [PK_notices] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [offices] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [countries] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_offices] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [outbox] (
        [id] bigint NOT NULL,
        [first_case] bigint NOT NULL,
        [last_case] bigint NOT NULL,
        [attempts] int NOT NULL,
        [leased_until] datetime2 NULL,
        [leased_by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [is_parked] bit NOT NULL,
        [error] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [removes_field] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [removes_value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_outbox] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [questions] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [seizure_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [submission_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [row] int NOT NULL,
        [reporting_country] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [marking] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [asked_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [asked_at] datetime2 NOT NULL,
        [answer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [answered_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [answered_at] datetime2 NULL,
        CONSTRAINT [PK_questions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [saved_searches] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [office_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [query_json] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [saved_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetime2 NOT NULL,
        [told_up_to] bigint NULL,
        [cooldown_hours] int NOT NULL,
        [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [muted_until] datetime2 NULL,
        [last_told_at] datetime2 NULL,
        CONSTRAINT [PK_saved_searches] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [sources] (
        [name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [suggestion] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [proposed_by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [proposed_at] datetime2 NOT NULL,
        [accepted_by] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [accepted_at] datetime2 NULL,
        CONSTRAINT [PK_sources] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [submissions] (
        [number] bigint NOT NULL,
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [file_name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [size_bytes] bigint NOT NULL,
        [received_at] datetime2 NOT NULL,
        [rows_read] int NOT NULL,
        [rows_accepted] int NOT NULL,
        [rows_rejected] int NOT NULL,
        [rows_skipped] int NOT NULL,
        [seizures] int NOT NULL,
        [cases] int NOT NULL,
        [exact_duplicates] int NOT NULL,
        [values_masked] int NOT NULL,
        [issue_counts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [read_as] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [seconds] float NOT NULL,
        [marking] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sent_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [request_key] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [withdrawn_at] datetime2 NULL,
        [erased_at] datetime2 NULL,
        CONSTRAINT [PK_submissions] PRIMARY KEY ([number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [accounts] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [role] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [office_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ceiling] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [password_hash] nvarchar(512) COLLATE Latin1_General_100_BIN2 NULL,
        [password_ends] datetime2 NULL,
        [must_change_password] bit NOT NULL,
        [security_stamp] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [failed_attempts] int NOT NULL,
        [locked_until] datetime2 NULL,
        [authenticator_key] nvarchar(512) COLLATE Latin1_General_100_BIN2 NULL,
        [uses_codes] bit NOT NULL,
        [recovery_codes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [is_closed] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_accounts] PRIMARY KEY ([id]),
        CONSTRAINT [FK_accounts_offices_office_id] FOREIGN KEY ([office_id]) REFERENCES [offices] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [cases] (
        [case_number] bigint NOT NULL,
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [submission_number] bigint NOT NULL,
        [case_ref] nvarchar(700) COLLATE Latin1_General_100_BIN2 NULL,
        [repeats_case_ref] bit NOT NULL,
        [reporting_country] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [reporting_country_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [reporting_service] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [reporting_service_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [seizure_date] date NOT NULL,
        [date_precision] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reported_date] date NULL,
        [country] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [country_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [admin1] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [admin1_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [place_name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [unlocode] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [unlocode_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [latitude] float NULL,
        [longitude] float NULL,
        [place_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [place_type_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [border_context] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [border_context_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [direction] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [direction_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [traffic_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [traffic_type_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [customs_procedure] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [customs_procedure_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [declaration_status] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [declaration_status_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [mode_of_transport] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [mode_of_transport_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [conveyance_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [conveyance_type_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [flag_country] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [flag_country_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [cover_goods] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [selection_basis] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [selection_basis_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [detection_technique] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [detection_technique_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [risk_indicators] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [risk_indicators_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [narrative] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [persons_intercepted] bigint NULL,
        [nationalities] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [nationalities_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [disposition] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [disposition_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [prosecution] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [prosecution_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [conviction] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [conviction_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [trace_status] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [trace_status_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [marking] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [handling] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [handling_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [operation] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [alert_ref] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [is_left_out] bit NOT NULL,
        CONSTRAINT [PK_cases] PRIMARY KEY ([case_number]),
        CONSTRAINT [FK_cases_submissions_submission_number] FOREIGN KEY ([submission_number]) REFERENCES [submissions] ([number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [issues] (
        [submission_number] bigint NOT NULL,
        [position] bigint NOT NULL,
        [row] bigint NOT NULL,
        [field] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_issues] PRIMARY KEY ([submission_number], [position]),
        CONSTRAINT [FK_issues_submissions_submission_number] FOREIGN KEY ([submission_number]) REFERENCES [submissions] ([number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [rejections] (
        [submission_number] bigint NOT NULL,
        [position] bigint NOT NULL,
        [row] bigint NOT NULL,
        [field] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_rejections] PRIMARY KEY ([submission_number], [position]),
        CONSTRAINT [FK_rejections_submissions_submission_number] FOREIGN KEY ([submission_number]) REFERENCES [submissions] ([number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [submission_countries] (
        [submission_number] bigint NOT NULL,
        [country] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_submission_countries] PRIMARY KEY ([submission_number], [country]),
        CONSTRAINT [FK_submission_countries_submissions_submission_number] FOREIGN KEY ([submission_number]) REFERENCES [submissions] ([number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [api_keys] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [account_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [secret_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [scopes] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetime2 NOT NULL,
        [ends_at] datetime2 NOT NULL,
        [revoked_at] datetime2 NULL,
        CONSTRAINT [PK_api_keys] PRIMARY KEY ([id]),
        CONSTRAINT [FK_api_keys_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [concealments] (
        [case_number] bigint NOT NULL,
        [position] bigint NOT NULL,
        [concealment] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [concealment_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [concealment_how] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [concealment_how_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [concealment_level] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [concealment_level_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_concealments] PRIMARY KEY ([case_number], [position]),
        CONSTRAINT [FK_concealments_cases_case_number] FOREIGN KEY ([case_number]) REFERENCES [cases] ([case_number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [route_legs] (
        [case_number] bigint NOT NULL,
        [position] bigint NOT NULL,
        [role] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [country] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [country_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [place] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [place_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_route_legs] PRIMARY KEY ([case_number], [position]),
        CONSTRAINT [FK_route_legs_cases_case_number] FOREIGN KEY ([case_number]) REFERENCES [cases] ([case_number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE TABLE [seizures] (
        [case_number] bigint NOT NULL,
        [item] bigint NOT NULL,
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [row] bigint NOT NULL,
        [heading] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [heading_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [product] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [product_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [quantity] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [unit] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [quantity_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [quantity_2] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [unit_2] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [value] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [currency] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [hs_code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [hs_code_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [brand] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [species] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [species_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [authenticity] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [authenticity_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [firearm_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [firearm_type_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [firearm_make] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [firearm_model] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [calibre] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [calibre_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [serial_numbers] bigint NULL,
        [country_of_manufacture] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [country_of_manufacture_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [import_marks] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [import_marks_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [marking_status] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [marking_status_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [exact_duplicate] bit NOT NULL,
        [outlier_flags] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [record_profile] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [completeness_score] bigint NOT NULL,
        CONSTRAINT [PK_seizures] PRIMARY KEY ([case_number], [item]),
        CONSTRAINT [FK_seizures_cases_case_number] FOREIGN KEY ([case_number]) REFERENCES [cases] ([case_number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_accounts_name] ON [accounts] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_cases_case_ref_reporting_country] ON [cases] ([case_ref], [reporting_country]) WHERE "case_ref" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_cases_id] ON [cases] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE INDEX [IX_notices_office_id_at] ON [notices] ([office_id], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE INDEX [IX_saved_searches_office_id] ON [saved_searches] ([office_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_seizures_id] ON [seizures] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_submissions_id] ON [submissions] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_submissions_sha256_source] ON [submissions] ([sha256], [source]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129051046_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129051046_Initial', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129075500_Refusals'
)
BEGIN
    CREATE TABLE [refusals] (
        [seizure_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [case_number] bigint NOT NULL,
        [error_type] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [field] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [attempts] int NOT NULL,
        [refused_at] datetime2 NOT NULL,
        [next_attempt_at] datetime2 NOT NULL,
        CONSTRAINT [PK_refusals] PRIMARY KEY ([seizure_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129075500_Refusals'
)
BEGIN
    CREATE INDEX [IX_refusals_case_number] ON [refusals] ([case_number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129075500_Refusals'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129075500_Refusals', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129115000_DecidedCodes'
)
BEGIN
    ALTER TABLE [decisions] ADD [code] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129115000_DecidedCodes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129115000_DecidedCodes', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161122_SmallArmsInventory'
)
BEGIN
    ALTER TABLE [seizures] ADD [denial_ground] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161122_SmallArmsInventory'
)
BEGIN
    ALTER TABLE [seizures] ADD [denial_ground_text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161122_SmallArmsInventory'
)
BEGIN
    ALTER TABLE [seizures] ADD [serial_hashes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161122_SmallArmsInventory'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129161122_SmallArmsInventory', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161454_Tokens'
)
BEGIN
    CREATE TABLE [tokens] (
        [case_number] bigint NOT NULL,
        [position] bigint NOT NULL,
        [kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [value] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_tokens] PRIMARY KEY ([case_number], [position]),
        CONSTRAINT [FK_tokens_cases_case_number] FOREIGN KEY ([case_number]) REFERENCES [cases] ([case_number]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161454_Tokens'
)
BEGIN
    CREATE INDEX [IX_tokens_value_kind] ON [tokens] ([value], [kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129161454_Tokens'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129161454_Tokens', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129223000_SerialHashes'
)
BEGIN
    CREATE TABLE [serial_hashes] (
        [case_number] bigint NOT NULL,
        [item] bigint NOT NULL,
        [position] bigint NOT NULL,
        [value] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_serial_hashes] PRIMARY KEY ([case_number], [item], [position]),
        CONSTRAINT [FK_serial_hashes_seizures_case_number_item] FOREIGN KEY ([case_number], [item]) REFERENCES [seizures] ([case_number], [item]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129223000_SerialHashes'
)
BEGIN
    EXEC(N'INSERT INTO serial_hashes (case_number, item, position, value)
    SELECT s.case_number, s.item, CAST(h.[key] AS bigint), h.[value]
    FROM seizures s CROSS APPLY OPENJSON(N''["'' + REPLACE(s.serial_hashes, N'';'', N''","'') + N''"]'') h
    WHERE s.serial_hashes IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129223000_SerialHashes'
)
BEGIN
    CREATE INDEX [IX_serial_hashes_value] ON [serial_hashes] ([value]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129223000_SerialHashes'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[seizures]') AND [c].[name] = N'serial_hashes');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [seizures] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [seizures] DROP COLUMN [serial_hashes];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129223000_SerialHashes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129223000_SerialHashes', N'10.0.15');
END;

COMMIT;
GO

