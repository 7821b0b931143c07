-- ISubmissionStore.FindSubmissionAsync

SELECT TOP(1) [s].[number], [s].[cases], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[read_as], [s].[received_at], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked]
FROM [submissions] AS [s]
WHERE EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)) AND [s].[sha256] = @sha256 AND [s].[source] = @source

-- ISubmissionStore.SaveSubmissionAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [submissions] AS [s]
        WHERE [s].[id] = @submission_Id) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT MAX([s].[number])
FROM [submissions] AS [s]

SELECT MAX([c].[case_number])
FROM [cases] AS [c]

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [submissions] ([number], [cases], [exact_duplicates], [file_name], [id], [issue_counts], [read_as], [received_at], [rows_accepted], [rows_read], [rows_rejected], [rows_skipped], [seconds], [seizures], [sha256], [size_bytes], [source], [values_masked])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17);

SET NOCOUNT ON;
INSERT INTO [outbox] ([id], [attempts], [error], [first_case], [is_parked], [last_case], [leased_by], [leased_until])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);
INSERT INTO [submission_countries] ([country], [submission_number])
VALUES (@p8, @p9);
UPDATE [submissions] SET [cases] = @p10, [exact_duplicates] = @p11, [issue_counts] = @p12, [read_as] = @p13, [rows_accepted] = @p14, [rows_read] = @p15, [rows_rejected] = @p16, [rows_skipped] = @p17, [seconds] = @p18, [seizures] = @p19, [values_masked] = @p20
OUTPUT 1
WHERE [number] = @p21;

-- ISubmissionStore.RecordDurationAsync

UPDATE [s]
SET [s].[seconds] = @p
FROM [submissions] AS [s]
WHERE [s].[id] = @submissionId

-- ISubmissionStore.FindUsedCaseRefsAsync

SELECT [c].[case_ref]
FROM [cases] AS [c]
WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_ref] IS NOT NULL AND [c].[case_ref] IN (
    SELECT [s].[value]
    FROM OPENJSON(@some) WITH ([value] nvarchar(700) '$') AS [s]
) AND [c].[reporting_country] = @_8__locals1_country

-- ISubmissionStore.SubmissionsAsync by the owner

SELECT [s].[number], [s].[cases], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[read_as], [s].[received_at], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked]
FROM [submissions] AS [s]
ORDER BY [s].[number]

-- ISubmissionStore.SubmissionsAsync

SELECT [s].[number], [s].[cases], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[read_as], [s].[received_at], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked]
FROM [submissions] AS [s]
WHERE EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2))
ORDER BY [s].[number]

-- ISubmissionStore.RejectionsAsync

SELECT TOP(1) [s].[number]
FROM [submissions] AS [s]
WHERE EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)) AND [s].[id] = @submissionId

SELECT [r].[submission_number], [r].[position], [r].[code], [r].[field], [r].[reason], [r].[row]
FROM [rejections] AS [r]
WHERE [r].[submission_number] = @number
ORDER BY [r].[row], [r].[position]

-- ISubmissionStore.ReadAllAsync

SELECT MAX([c].[case_number])
FROM [cases] AS [c]

SELECT [s].[number] AS [Number], [s].[id] AS [Id], [s].[source] AS [Source]
FROM [submissions] AS [s]

SELECT "case_number", "id", "submission_number", "case_ref", "repeats_case_ref", "reporting_country", "reporting_country_text", "reporting_service", "reporting_service_text", "seizure_date", "date_precision", "reported_date", "country", "country_text", "admin1", "admin1_text", "place_name", "unlocode", "unlocode_text", "latitude", "longitude", "place_type", "place_type_text", "border_context", "border_context_text", "direction", "direction_text", "traffic_type", "traffic_type_text", "customs_procedure", "customs_procedure_text", "declaration_status", "declaration_status_text", "mode_of_transport", "mode_of_transport_text", "conveyance_type", "conveyance_type_text", "flag_country", "flag_country_text", "cover_goods", "selection_basis", "selection_basis_text", "detection_technique", "detection_technique_text", "risk_indicators", "risk_indicators_text", "narrative", "persons_intercepted", "nationalities", "nationalities_text", "disposition", "disposition_text", "prosecution", "prosecution_text", "conviction", "conviction_text", "trace_status", "trace_status_text", "marking", "handling", "handling_text", "operation", "alert_ref" FROM "cases" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number"

SELECT "case_number", "item", "id", "row", "heading", "heading_text", "product", "product_text", "quantity", "unit", "quantity_text", "quantity_2", "unit_2", "value", "currency", "hs_code", "hs_code_text", "brand", "species", "species_text", "authenticity", "authenticity_text", "firearm_type", "firearm_type_text", "firearm_make", "firearm_model", "calibre", "calibre_text", "serial_numbers", "country_of_manufacture", "country_of_manufacture_text", "import_marks", "import_marks_text", "marking_status", "marking_status_text", "exact_duplicate", "outlier_flags", "record_profile", "completeness_score" FROM "seizures" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item"

SELECT "case_number", "position", "role", "country", "country_text", "place", "place_text" FROM "route_legs" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "concealment", "concealment_text", "concealment_how", "concealment_how_text", "concealment_level", "concealment_level_text" FROM "concealments" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

-- ISubmissionStore.StateAsync

SELECT s."id", c."reporting_country", c."seizure_date", s."heading", s."product", s."unit", s."quantity", c."marking"
FROM "seizures" s JOIN "cases" c ON c."case_number" = s."case_number"

SELECT COUNT(*), "reporting_country", "marking" FROM "cases" GROUP BY "reporting_country", "marking"

-- IOutbox.LeaseAsync

SELECT DISTINCT [o].[leased_by]
FROM [outbox] AS [o]
WHERE [o].[is_parked] = CAST(0 AS bit) AND [o].[leased_until] > @now AND [o].[leased_by] IS NOT NULL AND [o].[leased_by] <> @_owner

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[is_parked] = CAST(0 AS bit) AND ([o].[leased_until] IS NULL OR [o].[leased_until] <= @now)) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT TOP(1) [s].[id], [s].[attempts], [s].[error], [s].[first_case], [s].[is_parked], [s].[last_case], [s].[leased_by], [s].[leased_until]
FROM (
    SELECT * FROM [outbox] WITH (UPDLOCK, READPAST, ROWLOCK)
) AS [s]
WHERE [s].[is_parked] = CAST(0 AS bit) AND ([s].[leased_until] IS NULL OR [s].[leased_until] <= @now)
ORDER BY [s].[id]

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [outbox] SET [attempts] = @p0, [leased_by] = @p1, [leased_until] = @p2
OUTPUT 1
WHERE [id] = @p3;

SELECT [s].[number] AS [Number], [s].[id] AS [Id], [s].[source] AS [Source]
FROM [submissions] AS [s]

SELECT "case_number", "id", "submission_number", "case_ref", "repeats_case_ref", "reporting_country", "reporting_country_text", "reporting_service", "reporting_service_text", "seizure_date", "date_precision", "reported_date", "country", "country_text", "admin1", "admin1_text", "place_name", "unlocode", "unlocode_text", "latitude", "longitude", "place_type", "place_type_text", "border_context", "border_context_text", "direction", "direction_text", "traffic_type", "traffic_type_text", "customs_procedure", "customs_procedure_text", "declaration_status", "declaration_status_text", "mode_of_transport", "mode_of_transport_text", "conveyance_type", "conveyance_type_text", "flag_country", "flag_country_text", "cover_goods", "selection_basis", "selection_basis_text", "detection_technique", "detection_technique_text", "risk_indicators", "risk_indicators_text", "narrative", "persons_intercepted", "nationalities", "nationalities_text", "disposition", "disposition_text", "prosecution", "prosecution_text", "conviction", "conviction_text", "trace_status", "trace_status_text", "marking", "handling", "handling_text", "operation", "alert_ref" FROM "cases" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number"

SELECT "case_number", "item", "id", "row", "heading", "heading_text", "product", "product_text", "quantity", "unit", "quantity_text", "quantity_2", "unit_2", "value", "currency", "hs_code", "hs_code_text", "brand", "species", "species_text", "authenticity", "authenticity_text", "firearm_type", "firearm_type_text", "firearm_make", "firearm_model", "calibre", "calibre_text", "serial_numbers", "country_of_manufacture", "country_of_manufacture_text", "import_marks", "import_marks_text", "marking_status", "marking_status_text", "exact_duplicate", "outlier_flags", "record_profile", "completeness_score" FROM "seizures" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item"

SELECT "case_number", "position", "role", "country", "country_text", "place", "place_text" FROM "route_legs" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "concealment", "concealment_text", "concealment_how", "concealment_how_text", "concealment_level", "concealment_level_text" FROM "concealments" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

-- IOutbox.ConfirmAsync

DELETE FROM [o]
FROM [outbox] AS [o]
WHERE [o].[id] = @batchId

-- IOutbox.FailAsync

SELECT TOP(1) [o].[id], [o].[attempts], [o].[error], [o].[first_case], [o].[is_parked], [o].[last_case], [o].[leased_by], [o].[leased_until]
FROM [outbox] AS [o]
WHERE [o].[id] = @batchId

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [outbox] SET [error] = @p0, [is_parked] = @p1, [leased_by] = @p2, [leased_until] = @p3
OUTPUT 1
WHERE [id] = @p4;

-- IOutbox.ReleaseAsync

UPDATE [o]
SET [o].[leased_until] = NULL,
    [o].[leased_by] = NULL,
    [o].[attempts] = [o].[attempts] - 1
FROM [outbox] AS [o]
WHERE [o].[id] = @batchId AND [o].[leased_by] = @_owner

-- IOutbox.BacklogAsync

SELECT COALESCE(MAX("id"), 0), COUNT(CASE WHEN "is_parked" = 0 THEN 1 END), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END),
    (SELECT COUNT(*) FROM "outbox" AS o JOIN "seizures" AS s ON s."case_number" BETWEEN o."first_case" AND o."last_case"
     WHERE o."id" BETWEEN @first AND @last)
FROM "outbox" WHERE "id" BETWEEN @first AND @last

-- IOutbox.CountAsync

SELECT COUNT(*), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END) FROM "outbox"

-- IOutbox.ClearAsync

DELETE FROM [o]
FROM [outbox] AS [o]

-- IProductStore.SaveBulletinAsync

DELETE FROM [b]
FROM [bulletins] AS [b]
WHERE [b].[id] = @bulletin_Id

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [bulletins] ([id], [created_at], [document_json], [html], [marking], [period_from], [period_to], [region])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);

-- IProductStore.BulletinsAsync

SELECT [b].[id], [b].[created_at], [b].[document_json], [b].[html], [b].[marking], [b].[period_from], [b].[period_to], [b].[region]
FROM [bulletins] AS [b]
WHERE [b].[marking] IN (@labels1, @labels2, @labels3)
ORDER BY [b].[created_at] DESC, [b].[id]

-- IProductStore.FindBulletinAsync

SELECT TOP(1) [b].[id], [b].[created_at], [b].[document_json], [b].[html], [b].[marking], [b].[period_from], [b].[period_to], [b].[region]
FROM [bulletins] AS [b]
WHERE [b].[marking] IN (@labels1, @labels2, @labels3) AND [b].[id] = @id

-- IAccountStore.FindAccountAsync

SELECT TOP(1) [a].[id], [a].[authenticator_key], [a].[ceiling], [a].[created_at], [a].[failed_attempts], [a].[is_closed], [a].[locked_until], [a].[must_change_password], [a].[name], [a].[office_id], [a].[password_ends], [a].[password_hash], [a].[recovery_codes], [a].[role], [a].[security_stamp], [a].[uses_codes], [a].[version]
FROM [accounts] AS [a]
WHERE [a].[id] = @id

-- IAccountStore.FindAccountByNameAsync

SELECT TOP(1) [a].[id], [a].[authenticator_key], [a].[ceiling], [a].[created_at], [a].[failed_attempts], [a].[is_closed], [a].[locked_until], [a].[must_change_password], [a].[name], [a].[office_id], [a].[password_ends], [a].[password_hash], [a].[recovery_codes], [a].[role], [a].[security_stamp], [a].[uses_codes], [a].[version]
FROM [accounts] AS [a]
WHERE [a].[name] = @lower

-- IAccountStore.AccountsAsync

SELECT [a].[id], [a].[authenticator_key], [a].[ceiling], [a].[created_at], [a].[failed_attempts], [a].[is_closed], [a].[locked_until], [a].[must_change_password], [a].[name], [a].[office_id], [a].[password_ends], [a].[password_hash], [a].[recovery_codes], [a].[role], [a].[security_stamp], [a].[uses_codes], [a].[version]
FROM [accounts] AS [a]
ORDER BY [a].[name]

-- IAccountStore.AddAccountAsync

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [accounts] AS [a]
        WHERE [a].[name] = @account_Name) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [accounts] ([id], [authenticator_key], [ceiling], [created_at], [failed_attempts], [is_closed], [locked_until], [must_change_password], [name], [office_id], [password_ends], [password_hash], [recovery_codes], [role], [security_stamp], [uses_codes], [version])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16);

-- IAccountStore.UpdateAccountAsync

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [accounts] AS [a]
        WHERE [a].[id] = @account_Id AND [a].[version] = @account_Version) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [accounts] SET [authenticator_key] = @p0, [ceiling] = @p1, [created_at] = @p2, [failed_attempts] = @p3, [is_closed] = @p4, [locked_until] = @p5, [must_change_password] = @p6, [name] = @p7, [office_id] = @p8, [password_ends] = @p9, [password_hash] = @p10, [recovery_codes] = @p11, [role] = @p12, [security_stamp] = @p13, [uses_codes] = @p14, [version] = @p15
OUTPUT 1
WHERE [id] = @p16 AND [version] = @p17;

-- IAccountStore.OfficesAsync

SELECT [o].[id], [o].[countries], [o].[name]
FROM [offices] AS [o]
ORDER BY [o].[name]

-- IAccountStore.SaveOfficeAsync

SELECT TOP(1) [o].[id], [o].[countries], [o].[name]
FROM [offices] AS [o]
WHERE [o].[id] = @office_Id

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [offices] SET [countries] = @p0, [name] = @p1
OUTPUT 1
WHERE [id] = @p2;

-- IAccountStore.FindKeyAsync

SELECT TOP(1) [a].[id], [a].[account_id], [a].[created_at], [a].[ends_at], [a].[name], [a].[revoked_at], [a].[scopes], [a].[secret_hash]
FROM [api_keys] AS [a]
WHERE [a].[id] = @id

-- IAccountStore.KeysAsync

SELECT [a].[id], [a].[account_id], [a].[created_at], [a].[ends_at], [a].[name], [a].[revoked_at], [a].[scopes], [a].[secret_hash]
FROM [api_keys] AS [a]
ORDER BY [a].[created_at] DESC, [a].[id]

-- IAccountStore.AddKeyAsync

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [api_keys] ([id], [account_id], [created_at], [ends_at], [name], [revoked_at], [scopes], [secret_hash])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);

-- IAccountStore.RevokeKeyAsync

UPDATE [a]
SET [a].[revoked_at] = @p
FROM [api_keys] AS [a]
WHERE [a].[id] = @id AND [a].[revoked_at] IS NULL

-- IAuditLog.AppendAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [a].[number] AS [Number], [a].[hash] AS [Hash]
FROM [audit] AS [a]
ORDER BY [a].[number] DESC

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [audit] ([number], [action], [actor], [at], [detail], [hash], [outcome], [subject])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);

-- IAuditLog.ReadAsync

SELECT TOP(@p) [a].[number], [a].[action], [a].[actor], [a].[at], [a].[detail], [a].[hash], [a].[outcome], [a].[subject]
FROM [audit] AS [a]
WHERE [a].[actor] = @query_Actor AND [a].[action] = @query_Action AND [a].[at] >= @from AND [a].[at] <= @to AND [a].[number] < @query_Before
ORDER BY [a].[number] DESC

-- IAuditLog.VerifyAsync

SELECT TOP(@p) [a].[number], [a].[action], [a].[actor], [a].[at], [a].[detail], [a].[hash], [a].[outcome], [a].[subject]
FROM [audit] AS [a]
WHERE [a].[number] > @after
ORDER BY [a].[number]

