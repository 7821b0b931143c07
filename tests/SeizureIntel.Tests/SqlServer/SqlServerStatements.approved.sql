-- ISubmissionStore.FindSubmissionAsync

SELECT TOP(1) [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
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
INSERT INTO [submissions] ([number], [cases], [erased_at], [exact_duplicates], [file_name], [id], [issue_counts], [marking], [read_as], [received_at], [request_key], [rows_accepted], [rows_read], [rows_rejected], [rows_skipped], [seconds], [seizures], [sent_by], [sha256], [size_bytes], [source], [values_masked], [withdrawn_at])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

SET NOCOUNT ON;
INSERT INTO [outbox] ([id], [attempts], [error], [first_case], [is_parked], [last_case], [leased_by], [leased_until], [removes_field], [removes_value])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9);
INSERT INTO [submission_countries] ([country], [submission_number])
VALUES (@p10, @p11);
UPDATE [submissions] SET [cases] = @p12, [exact_duplicates] = @p13, [issue_counts] = @p14, [marking] = @p15, [read_as] = @p16, [rows_accepted] = @p17, [rows_read] = @p18, [rows_rejected] = @p19, [rows_skipped] = @p20, [seconds] = @p21, [seizures] = @p22, [values_masked] = @p23
OUTPUT 1
WHERE [number] = @p24;

-- ISubmissionStore.SaveSubmissionAsync that replaces

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
INSERT INTO [submissions] ([number], [cases], [erased_at], [exact_duplicates], [file_name], [id], [issue_counts], [marking], [read_as], [received_at], [request_key], [rows_accepted], [rows_read], [rows_rejected], [rows_skipped], [seconds], [seizures], [sent_by], [sha256], [size_bytes], [source], [values_masked], [withdrawn_at])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

SELECT [c].[case_number] AS [CaseNumber], [c].[id] AS [Id], [s].[row] AS [Row]
FROM [seizures] AS [s]
INNER JOIN [cases] AS [c] ON [s].[case_number] = [c].[case_number]
INNER JOIN [submissions] AS [s0] ON [c].[submission_number] = [s0].[number]
WHERE [s].[id] = @ids1 AND [s0].[sent_by] IS NULL
ORDER BY [c].[case_number]

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[first_case] <= @last AND [o].[last_case] >= @first AND [o].[is_parked] = CAST(0 AS bit) AND [o].[leased_until] > @now) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

DELETE FROM [r]
FROM [refusals] AS [r]
WHERE [r].[case_number] >= @first AND [r].[case_number] <= @last

DELETE FROM [s]
FROM [serial_hashes] AS [s]
WHERE [s].[case_number] = @number AND EXISTS (
    SELECT 1
    FROM [seizures] AS [s0]
    WHERE [s0].[case_number] = @number AND [s0].[item] = [s].[item] AND [s0].[row] = @rows1)

DELETE FROM [s]
FROM [seizures] AS [s]
WHERE [s].[case_number] = @number AND [s].[row] = @rows1

SELECT MIN([o].[id])
FROM [outbox] AS [o]

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [seizures] AS [s]
        WHERE [s].[case_number] = @number) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

DELETE FROM [t]
FROM [tokens] AS [t]
WHERE [t].[case_number] = @number

DELETE FROM [c]
FROM [concealments] AS [c]
WHERE [c].[case_number] = @number

DELETE FROM [r]
FROM [route_legs] AS [r]
WHERE [r].[case_number] = @number

DELETE FROM [c]
FROM [cases] AS [c]
WHERE [c].[case_number] = @number

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [outbox] ([id], [attempts], [error], [first_case], [is_parked], [last_case], [leased_by], [leased_until], [removes_field], [removes_value])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9);

SET NOCOUNT ON;
INSERT INTO [outbox] ([id], [attempts], [error], [first_case], [is_parked], [last_case], [leased_by], [leased_until], [removes_field], [removes_value])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9);
INSERT INTO [submission_countries] ([country], [submission_number])
VALUES (@p10, @p11);
UPDATE [submissions] SET [cases] = @p12, [exact_duplicates] = @p13, [issue_counts] = @p14, [marking] = @p15, [read_as] = @p16, [rows_accepted] = @p17, [rows_read] = @p18, [rows_rejected] = @p19, [rows_skipped] = @p20, [seconds] = @p21, [seizures] = @p22, [values_masked] = @p23
OUTPUT 1
WHERE [number] = @p24;

-- ISubmissionStore.RecordDurationAsync

UPDATE "submissions" SET "seconds" = @seconds WHERE "id" = @id

-- ISubmissionStore.FindUsedCaseRefsAsync

SELECT [c].[case_ref]
FROM [cases] AS [c]
WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_ref] IS NOT NULL AND [c].[case_ref] IN (
    SELECT [s].[value]
    FROM OPENJSON(@some) WITH ([value] nvarchar(700) '$') AS [s]
) AND [c].[reporting_country] = @_8__locals1_country AND EXISTS (
    SELECT 1
    FROM [submissions] AS [s0]
    WHERE [s0].[number] = [c].[submission_number] AND [s0].[withdrawn_at] IS NULL)

-- ISubmissionStore.FindUsedCaseRefsAsync that are replaced

SELECT [c].[case_ref]
FROM [cases] AS [c]
WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_ref] IS NOT NULL AND [c].[case_ref] IN (
    SELECT [s].[value]
    FROM OPENJSON(@some) WITH ([value] nvarchar(700) '$') AS [s]
) AND [c].[reporting_country] = @_8__locals1_country AND EXISTS (
    SELECT 1
    FROM [submissions] AS [s0]
    WHERE [s0].[number] = [c].[submission_number] AND [s0].[withdrawn_at] IS NULL) AND [c].[case_number] NOT IN (
    SELECT [s1].[case_number]
    FROM [seizures] AS [s1]
    WHERE [s1].[id] IN (
        SELECT [8].[value]
        FROM OPENJSON(@_8__locals1_ids) WITH ([value] nvarchar(64) '$') AS [8]
    )
)

-- ISubmissionStore.FindRefusedAsync

SELECT [s].[id] AS [Id], [r].[row] AS [Row]
FROM [submissions] AS [s]
INNER JOIN [rejections] AS [r] ON [s].[number] = [r].[submission_number]
WHERE [s].[id] IN (
    SELECT [s0].[value]
    FROM OPENJSON(@submissions) WITH ([value] nvarchar(64) '$') AS [s0]
) AND [s].[sent_by] = @_8__locals1_sentBy AND [s].[erased_at] IS NULL AND [r].[row] IN (
    SELECT [n].[value]
    FROM OPENJSON(@numbers) WITH ([value] bigint '$') AS [n]
)

-- ISubmissionStore.FindRefusedAsync by the command line

SELECT [s].[id] AS [Id], [r].[row] AS [Row]
FROM [submissions] AS [s]
INNER JOIN [rejections] AS [r] ON [s].[number] = [r].[submission_number]
WHERE [s].[id] IN (
    SELECT [s0].[value]
    FROM OPENJSON(@submissions) WITH ([value] nvarchar(64) '$') AS [s0]
) AND [s].[sent_by] IS NULL AND [s].[erased_at] IS NULL AND [r].[row] IN (
    SELECT [n].[value]
    FROM OPENJSON(@numbers) WITH ([value] bigint '$') AS [n]
)

-- ISubmissionStore.SubmissionsAsync by the owner

SELECT [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL
ORDER BY [s].[number]

-- ISubmissionStore.SubmissionsAsync

SELECT [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2))
ORDER BY [s].[number]

-- ISubmissionStore.SubmissionsAsync by an office

SELECT [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND ([s].[sent_by] = @office OR ([s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2))))
ORDER BY [s].[number]

-- ISubmissionStore.FindBySerialAsync

SELECT TOP(@p) [s0].[id]
FROM [serial_hashes] AS [s]
INNER JOIN [seizures] AS [s0] ON [s].[case_number] = [s0].[case_number] AND [s].[item] = [s0].[item]
WHERE [s].[value] = @serialHash AND EXISTS (
    SELECT 1
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_number] = [s0].[case_number] AND [c].[is_left_out] = CAST(0 AS bit) AND EXISTS (
        SELECT 1
        FROM [submissions] AS [s1]
        WHERE [s1].[number] = [c].[submission_number] AND [s1].[withdrawn_at] IS NULL))
ORDER BY [s0].[case_number], [s0].[item]

-- ISubmissionStore.FindKeptAsync

SELECT [c].[id]
FROM [cases] AS [c]
WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[id] IN (
    SELECT [s].[value]
    FROM OPENJSON(@some) WITH ([value] nvarchar(64) '$') AS [s]
)

-- ISubmissionStore.FindSubmissionsOfAsync

SELECT [s].[id] AS [Seizure], [s0].[id] AS [Submission]
FROM [seizures] AS [s]
INNER JOIN (
    SELECT [c].[case_number], [c].[is_left_out], [c].[submission_number]
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3)
) AS [c0] ON [s].[case_number] = [c0].[case_number]
INNER JOIN [submissions] AS [s0] ON [c0].[submission_number] = [s0].[number]
WHERE [s].[id] IN (
    SELECT [s1].[value]
    FROM OPENJSON(@some) WITH ([value] nvarchar(64) '$') AS [s1]
) AND [c0].[is_left_out] = CAST(0 AS bit) AND [s0].[withdrawn_at] IS NULL

-- ISubmissionStore.FindCaseAsync

SELECT TOP(1) [s].[case_number]
FROM [seizures] AS [s]
WHERE [s].[id] = @seizureId

SELECT [s].[number] AS [Number], [s].[id] AS [Id], [s].[source] AS [Source]
FROM [submissions] AS [s]
WHERE [s].[withdrawn_at] IS NULL AND [s].[erased_at] IS NULL

SELECT "case_number", "id", "submission_number", "case_ref", "repeats_case_ref", "reporting_country", "reporting_country_text", "reporting_service", "reporting_service_text", "seizure_date", "date_precision", "reported_date", "country", "country_text", "admin1", "admin1_text", "place_name", "unlocode", "unlocode_text", "latitude", "longitude", "place_type", "place_type_text", "border_context", "border_context_text", "direction", "direction_text", "traffic_type", "traffic_type_text", "customs_procedure", "customs_procedure_text", "declaration_status", "declaration_status_text", "mode_of_transport", "mode_of_transport_text", "conveyance_type", "conveyance_type_text", "flag_country", "flag_country_text", "cover_goods", "selection_basis", "selection_basis_text", "detection_technique", "detection_technique_text", "risk_indicators", "risk_indicators_text", "narrative", "persons_intercepted", "nationalities", "nationalities_text", "disposition", "disposition_text", "prosecution", "prosecution_text", "conviction", "conviction_text", "trace_status", "trace_status_text", "marking", "handling", "handling_text", "operation", "alert_ref", "is_left_out" FROM "cases" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number"

SELECT "case_number", "item", "id", "row", "heading", "heading_text", "product", "product_text", "quantity", "unit", "quantity_text", "quantity_2", "unit_2", "value", "currency", "hs_code", "hs_code_text", "brand", "species", "species_text", "authenticity", "authenticity_text", "firearm_type", "firearm_type_text", "firearm_make", "firearm_model", "calibre", "calibre_text", "serial_numbers", "country_of_manufacture", "country_of_manufacture_text", "import_marks", "import_marks_text", "marking_status", "marking_status_text", "denial_ground", "denial_ground_text", "exact_duplicate", "outlier_flags", "record_profile", "completeness_score" FROM "seizures" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item"

SELECT "case_number", "item", "position", "value" FROM "serial_hashes" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item", "position"

SELECT "case_number", "position", "role", "country", "country_text", "place", "place_text" FROM "route_legs" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "concealment", "concealment_text", "concealment_how", "concealment_how_text", "concealment_level", "concealment_level_text" FROM "concealments" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "kind", "value" FROM "tokens" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

-- ISubmissionStore.SharingConveyanceAsync

SELECT TOP(@p) [t0].[kind], [s3].[id]
FROM [seizures] AS [s]
INNER JOIN [tokens] AS [t] ON [s].[case_number] = [t].[case_number]
INNER JOIN [tokens] AS [t0] ON [t].[value] = [t0].[value] AND [t].[kind] = [t0].[kind] AND [t].[case_number] <> [t0].[case_number]
INNER JOIN (
    SELECT [s2].[case_number], [s2].[id]
    FROM [seizures] AS [s2]
    WHERE [s2].[item] = CAST(0 AS bigint)
) AS [s3] ON [t0].[case_number] = [s3].[case_number]
WHERE [s].[id] = @seizureId AND EXISTS (
    SELECT 1
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[is_left_out] = CAST(0 AS bit) AND EXISTS (
        SELECT 1
        FROM [submissions] AS [s0]
        WHERE [s0].[number] = [c].[submission_number] AND [s0].[withdrawn_at] IS NULL) AND [c].[case_number] = [s].[case_number]) AND EXISTS (
    SELECT 1
    FROM [cases] AS [c0]
    WHERE [c0].[reporting_country] IN (@countries1, @countries2) AND [c0].[marking] IN (@labels1, @labels2, @labels3) AND [c0].[is_left_out] = CAST(0 AS bit) AND EXISTS (
        SELECT 1
        FROM [submissions] AS [s1]
        WHERE [s1].[number] = [c0].[submission_number] AND [s1].[withdrawn_at] IS NULL) AND [c0].[case_number] = [t0].[case_number])
ORDER BY [t0].[case_number], [t0].[position]

-- ISubmissionStore.FindReceivedAsync

SELECT TOP(1) [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)) AND [s].[id] = @submissionId

-- ISubmissionStore.FindRequestAsync

SELECT TOP(1) [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND ([s].[sent_by] = @office OR ([s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)))) AND [s].[request_key] = @requestKey

-- ISubmissionStore.WithdrawAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)) AND [s].[id] = @id

-- ISubmissionStore.EraseAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [s].[number], [s].[cases], [s].[erased_at], [s].[exact_duplicates], [s].[file_name], [s].[id], [s].[issue_counts], [s].[marking], [s].[read_as], [s].[received_at], [s].[request_key], [s].[rows_accepted], [s].[rows_read], [s].[rows_rejected], [s].[rows_skipped], [s].[seconds], [s].[seizures], [s].[sent_by], [s].[sha256], [s].[size_bytes], [s].[source], [s].[values_masked], [s].[withdrawn_at]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s0]
    WHERE [s0].[submission_number] = [s].[number]) AND NOT EXISTS (
    SELECT 1
    FROM [submission_countries] AS [s1]
    WHERE [s1].[submission_number] = [s].[number] AND [s1].[country] NOT IN (@countries1, @countries2)) AND [s].[id] = @id

-- ISubmissionStore.LeaveOutAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [c].[case_number], [c].[admin1], [c].[admin1_text], [c].[alert_ref], [c].[border_context], [c].[border_context_text], [c].[case_ref], [c].[conveyance_type], [c].[conveyance_type_text], [c].[conviction], [c].[conviction_text], [c].[country], [c].[country_text], [c].[cover_goods], [c].[customs_procedure], [c].[customs_procedure_text], [c].[date_precision], [c].[declaration_status], [c].[declaration_status_text], [c].[detection_technique], [c].[detection_technique_text], [c].[direction], [c].[direction_text], [c].[disposition], [c].[disposition_text], [c].[flag_country], [c].[flag_country_text], [c].[handling], [c].[handling_text], [c].[id], [c].[is_left_out], [c].[latitude], [c].[longitude], [c].[marking], [c].[mode_of_transport], [c].[mode_of_transport_text], [c].[narrative], [c].[nationalities], [c].[nationalities_text], [c].[operation], [c].[persons_intercepted], [c].[place_name], [c].[place_type], [c].[place_type_text], [c].[prosecution], [c].[prosecution_text], [c].[repeats_case_ref], [c].[reported_date], [c].[reporting_country], [c].[reporting_country_text], [c].[reporting_service], [c].[reporting_service_text], [c].[risk_indicators], [c].[risk_indicators_text], [c].[seizure_date], [c].[selection_basis], [c].[selection_basis_text], [c].[submission_number], [c].[trace_status], [c].[trace_status_text], [c].[traffic_type], [c].[traffic_type_text], [c].[unlocode], [c].[unlocode_text]
FROM [cases] AS [c]
WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[id] = @caseId

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[first_case] <= @last AND [o].[last_case] >= @first AND [o].[is_parked] = CAST(0 AS bit) AND [o].[leased_until] > @now) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

DELETE FROM [r]
FROM [refusals] AS [r]
WHERE [r].[case_number] >= @first AND [r].[case_number] <= @last

SELECT MIN([o].[id])
FROM [outbox] AS [o]

SET NOCOUNT ON;
UPDATE [cases] SET [is_left_out] = @p0
OUTPUT 1
WHERE [case_number] = @p1;
INSERT INTO [outbox] ([id], [attempts], [error], [first_case], [is_parked], [last_case], [leased_by], [leased_until], [removes_field], [removes_value])
VALUES (@p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11);

-- ISubmissionStore.NameGoodsAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [s].[case_number], [s].[item], [s].[authenticity], [s].[authenticity_text], [s].[brand], [s].[calibre], [s].[calibre_text], [s].[completeness_score], [s].[country_of_manufacture], [s].[country_of_manufacture_text], [s].[currency], [s].[denial_ground], [s].[denial_ground_text], [s].[exact_duplicate], [s].[firearm_make], [s].[firearm_model], [s].[firearm_type], [s].[firearm_type_text], [s].[heading], [s].[heading_text], [s].[hs_code], [s].[hs_code_text], [s].[id], [s].[import_marks], [s].[import_marks_text], [s].[marking_status], [s].[marking_status_text], [s].[outlier_flags], [s].[product], [s].[product_text], [s].[quantity], [s].[quantity_2], [s].[quantity_text], [s].[record_profile], [s].[row], [s].[serial_numbers], [s].[species], [s].[species_text], [s].[unit], [s].[unit_2], [s].[value]
FROM [seizures] AS [s]
WHERE [s].[id] = @seizureId AND EXISTS (
    SELECT 1
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_number] = [s].[case_number])

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[first_case] <= @last AND [o].[last_case] >= @first AND [o].[is_parked] = CAST(0 AS bit) AND [o].[leased_until] > @now) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

UPDATE [o]
SET [o].[leased_by] = NULL,
    [o].[leased_until] = NULL
FROM [outbox] AS [o]
WHERE [o].[first_case] <= @number AND [o].[last_case] >= @number AND [o].[is_parked] = CAST(0 AS bit)

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [seizures] SET [heading] = @p0, [heading_text] = @p1, [product] = @p2, [product_text] = @p3
OUTPUT 1
WHERE [case_number] = @p4 AND [item] = @p5;

-- ISubmissionStore.FlagAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(1) [s].[case_number], [s].[item], [s].[authenticity], [s].[authenticity_text], [s].[brand], [s].[calibre], [s].[calibre_text], [s].[completeness_score], [s].[country_of_manufacture], [s].[country_of_manufacture_text], [s].[currency], [s].[denial_ground], [s].[denial_ground_text], [s].[exact_duplicate], [s].[firearm_make], [s].[firearm_model], [s].[firearm_type], [s].[firearm_type_text], [s].[heading], [s].[heading_text], [s].[hs_code], [s].[hs_code_text], [s].[id], [s].[import_marks], [s].[import_marks_text], [s].[marking_status], [s].[marking_status_text], [s].[outlier_flags], [s].[product], [s].[product_text], [s].[quantity], [s].[quantity_2], [s].[quantity_text], [s].[record_profile], [s].[row], [s].[serial_numbers], [s].[species], [s].[species_text], [s].[unit], [s].[unit_2], [s].[value]
FROM [seizures] AS [s]
WHERE [s].[id] = @seizureId AND EXISTS (
    SELECT 1
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_number] = [s].[case_number])

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[first_case] <= @last AND [o].[last_case] >= @first AND [o].[is_parked] = CAST(0 AS bit) AND [o].[leased_until] > @now) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

UPDATE [o]
SET [o].[leased_by] = NULL,
    [o].[leased_until] = NULL
FROM [outbox] AS [o]
WHERE [o].[first_case] <= @number AND [o].[last_case] >= @number AND [o].[is_parked] = CAST(0 AS bit)

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [seizures] SET [outlier_flags] = @p0
OUTPUT 1
WHERE [case_number] = @p1 AND [item] = @p2;

-- ISubmissionStore.RescreenAsync

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT MAX([c].[case_number])
FROM [cases] AS [c]

SELECT "case_number", "id", "submission_number", "case_ref", "repeats_case_ref", "reporting_country", "reporting_country_text", "reporting_service", "reporting_service_text", "seizure_date", "date_precision", "reported_date", "country", "country_text", "admin1", "admin1_text", "place_name", "unlocode", "unlocode_text", "latitude", "longitude", "place_type", "place_type_text", "border_context", "border_context_text", "direction", "direction_text", "traffic_type", "traffic_type_text", "customs_procedure", "customs_procedure_text", "declaration_status", "declaration_status_text", "mode_of_transport", "mode_of_transport_text", "conveyance_type", "conveyance_type_text", "flag_country", "flag_country_text", "cover_goods", "selection_basis", "selection_basis_text", "detection_technique", "detection_technique_text", "risk_indicators", "risk_indicators_text", "narrative", "persons_intercepted", "nationalities", "nationalities_text", "disposition", "disposition_text", "prosecution", "prosecution_text", "conviction", "conviction_text", "trace_status", "trace_status_text", "marking", "handling", "handling_text", "operation", "alert_ref", "is_left_out" FROM "cases" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number"

SELECT "case_number", "item", "id", "row", "heading", "heading_text", "product", "product_text", "quantity", "unit", "quantity_text", "quantity_2", "unit_2", "value", "currency", "hs_code", "hs_code_text", "brand", "species", "species_text", "authenticity", "authenticity_text", "firearm_type", "firearm_type_text", "firearm_make", "firearm_model", "calibre", "calibre_text", "serial_numbers", "country_of_manufacture", "country_of_manufacture_text", "import_marks", "import_marks_text", "marking_status", "marking_status_text", "denial_ground", "denial_ground_text", "exact_duplicate", "outlier_flags", "record_profile", "completeness_score" FROM "seizures" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item"

SELECT "case_number", "position", "role", "country", "country_text", "place", "place_text" FROM "route_legs" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "concealment", "concealment_text", "concealment_how", "concealment_how_text", "concealment_level", "concealment_level_text" FROM "concealments" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT MAX([s].[number])
FROM [submissions] AS [s]

SELECT "submission_number", "position", "row", "field", "code", "text" FROM "issues" WHERE "submission_number" BETWEEN @first AND @last ORDER BY "submission_number", "position"

SELECT "number", "id", "file_name", "source", "sha256", "size_bytes", "received_at", "rows_read", "rows_accepted", "rows_rejected", "rows_skipped", "seizures", "cases", "exact_duplicates", "values_masked", "issue_counts", "read_as", "seconds", "marking", "sent_by", "request_key", "withdrawn_at", "erased_at" FROM "submissions" WHERE "number" BETWEEN @first AND @last ORDER BY "number"

-- ISubmissionStore.RejectionsAsync

SELECT TOP(1) [s].[number]
FROM [submissions] AS [s]
WHERE [s].[erased_at] IS NULL AND [s].[marking] IN (@labels1, @labels2, @labels3) AND EXISTS (
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
WHERE [s].[withdrawn_at] IS NULL AND [s].[erased_at] IS NULL

SELECT "case_number", "id", "submission_number", "case_ref", "repeats_case_ref", "reporting_country", "reporting_country_text", "reporting_service", "reporting_service_text", "seizure_date", "date_precision", "reported_date", "country", "country_text", "admin1", "admin1_text", "place_name", "unlocode", "unlocode_text", "latitude", "longitude", "place_type", "place_type_text", "border_context", "border_context_text", "direction", "direction_text", "traffic_type", "traffic_type_text", "customs_procedure", "customs_procedure_text", "declaration_status", "declaration_status_text", "mode_of_transport", "mode_of_transport_text", "conveyance_type", "conveyance_type_text", "flag_country", "flag_country_text", "cover_goods", "selection_basis", "selection_basis_text", "detection_technique", "detection_technique_text", "risk_indicators", "risk_indicators_text", "narrative", "persons_intercepted", "nationalities", "nationalities_text", "disposition", "disposition_text", "prosecution", "prosecution_text", "conviction", "conviction_text", "trace_status", "trace_status_text", "marking", "handling", "handling_text", "operation", "alert_ref", "is_left_out" FROM "cases" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number"

SELECT "case_number", "item", "id", "row", "heading", "heading_text", "product", "product_text", "quantity", "unit", "quantity_text", "quantity_2", "unit_2", "value", "currency", "hs_code", "hs_code_text", "brand", "species", "species_text", "authenticity", "authenticity_text", "firearm_type", "firearm_type_text", "firearm_make", "firearm_model", "calibre", "calibre_text", "serial_numbers", "country_of_manufacture", "country_of_manufacture_text", "import_marks", "import_marks_text", "marking_status", "marking_status_text", "denial_ground", "denial_ground_text", "exact_duplicate", "outlier_flags", "record_profile", "completeness_score" FROM "seizures" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item"

SELECT "case_number", "item", "position", "value" FROM "serial_hashes" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "item", "position"

SELECT "case_number", "position", "role", "country", "country_text", "place", "place_text" FROM "route_legs" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "concealment", "concealment_text", "concealment_how", "concealment_how_text", "concealment_level", "concealment_level_text" FROM "concealments" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

SELECT "case_number", "position", "kind", "value" FROM "tokens" WHERE "case_number" BETWEEN @first AND @last ORDER BY "case_number", "position"

-- ISubmissionStore.StateAsync

SELECT MAX("case_number") FROM "cases"

SELECT "case_number", "reporting_country", "marking", "seizure_date" FROM "cases"
WHERE "case_number" BETWEEN @first AND @last AND "is_left_out" = 0
    AND "submission_number" NOT IN (SELECT "number" FROM "submissions" WHERE "withdrawn_at" IS NOT NULL)
ORDER BY "case_number"

SELECT s."case_number", s."id", s."heading", s."product", s."unit", s."quantity" FROM "seizures" s
WHERE s."case_number" BETWEEN @first AND @last
ORDER BY s."case_number"

-- ISubmissionStore.StateInIndexAsync

SELECT MAX("case_number") FROM "cases"

SELECT "case_number", "reporting_country", "marking", "seizure_date" FROM "cases"
WHERE "case_number" BETWEEN @first AND @last AND "is_left_out" = 0
    AND "submission_number" NOT IN (SELECT "number" FROM "submissions" WHERE "withdrawn_at" IS NOT NULL)
ORDER BY "case_number"

SELECT s."case_number", s."id", s."heading", s."product", s."unit", s."quantity" FROM "seizures" s
WHERE s."case_number" BETWEEN @first AND @last AND NOT EXISTS (SELECT 1 FROM "refusals" f WHERE f."seizure_id" = s."id")
ORDER BY s."case_number"

-- IOutbox.LeaseAsync

SELECT (SELECT COUNT(*) FROM "outbox"), (SELECT COUNT(*) FROM "refusals")

SELECT DISTINCT CASE WHEN "leased_until" > @now THEN COALESCE("leased_by", '?') END FROM "outbox" WHERE "is_parked" = 0

SELECT COUNT(*) FROM "refusals" WHERE "next_attempt_at" <= @now

DECLARE @result int;
EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
    @LockTimeout = @patience;
SELECT @result;

SELECT TOP(@p) [r].[seizure_id], [r].[attempts], [r].[case_number], [r].[error_type], [r].[field], [r].[next_attempt_at], [r].[refused_at]
FROM [refusals] AS [r]
WHERE [r].[next_attempt_at] <= @now
ORDER BY [r].[case_number]

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[id] = @first) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [refusals] SET [next_attempt_at] = @p0
OUTPUT 1
WHERE [seizure_id] = @p1;

SELECT TOP(1) [s].[id], [s].[attempts], [s].[error], [s].[first_case], [s].[is_parked], [s].[last_case], [s].[leased_by], [s].[leased_until], [s].[removes_field], [s].[removes_value]
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

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [outbox] AS [o]
        WHERE [o].[removes_field] IS NOT NULL) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

-- IOutbox.ConfirmAsync

DELETE FROM "refusals" WHERE EXISTS
    (SELECT 1 FROM "outbox" WHERE "outbox"."id" = @id
     AND "refusals"."case_number" BETWEEN "outbox"."first_case" AND "outbox"."last_case")

DELETE FROM "outbox" WHERE "id" = @id

-- IOutbox.ConfirmAsync with refused

SELECT TOP(1) [o].[id], [o].[attempts], [o].[error], [o].[first_case], [o].[is_parked], [o].[last_case], [o].[leased_by], [o].[leased_until], [o].[removes_field], [o].[removes_value]
FROM [outbox] AS [o]
WHERE [o].[id] = @batchId

DELETE FROM [r]
FROM [refusals] AS [r]
WHERE [r].[case_number] >= @first AND [r].[case_number] <= @last AND [r].[seizure_id] <> @all1

SELECT [r].[seizure_id], [r].[attempts], [r].[case_number], [r].[error_type], [r].[field], [r].[next_attempt_at], [r].[refused_at]
FROM [refusals] AS [r]
WHERE [r].[seizure_id] = @ids1

SELECT [s].[id] AS [Id], [s].[case_number] AS [CaseNumber]
FROM [seizures] AS [s]
WHERE [s].[id] = @ids1

DELETE FROM [o]
FROM [outbox] AS [o]
WHERE [o].[id] = @batchId

-- IOutbox.RefusedAsync

SELECT (SELECT COUNT(*) FROM "outbox"), (SELECT COUNT(*) FROM "refusals")

SELECT [r].[seizure_id], [r].[attempts], [r].[case_number], [r].[error_type], [r].[field], [r].[next_attempt_at], [r].[refused_at]
FROM [refusals] AS [r]
WHERE EXISTS (
    SELECT 1
    FROM [cases] AS [c]
    WHERE [c].[reporting_country] IN (@countries1, @countries2) AND [c].[marking] IN (@labels1, @labels2, @labels3) AND [c].[case_number] = [r].[case_number])
ORDER BY [r].[case_number], [r].[seizure_id]

-- IOutbox.ReplaceRefusedAsync

DELETE FROM [r]
FROM [refusals] AS [r]
WHERE [r].[refused_at] < @moment AND [r].[seizure_id] <> @all1

SELECT [r].[seizure_id], [r].[attempts], [r].[case_number], [r].[error_type], [r].[field], [r].[next_attempt_at], [r].[refused_at]
FROM [refusals] AS [r]
WHERE [r].[seizure_id] = @ids1

SELECT [s].[id] AS [Id], [s].[case_number] AS [CaseNumber]
FROM [seizures] AS [s]
WHERE [s].[id] = @ids1

-- IOutbox.FailAsync

SELECT TOP(1) [o].[id], [o].[attempts], [o].[error], [o].[first_case], [o].[is_parked], [o].[last_case], [o].[leased_by], [o].[leased_until], [o].[removes_field], [o].[removes_value]
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

-- IOutbox.EndStagedAsync fed

DELETE FROM "outbox" WHERE "leased_by" = @owner AND EXISTS
    (SELECT 1 FROM "cases" AS c JOIN "submissions" AS s ON s."number" = c."submission_number"
     WHERE c."case_number" = "outbox"."first_case" AND s."id" = @id)

-- IOutbox.EndStagedAsync not fed

UPDATE "outbox" SET "leased_until" = NULL, "leased_by" = NULL, "attempts" = 0 WHERE "leased_by" = @owner AND EXISTS
    (SELECT 1 FROM "cases" AS c JOIN "submissions" AS s ON s."number" = c."submission_number"
     WHERE c."case_number" = "outbox"."first_case" AND s."id" = @id)

-- IOutbox.BacklogAsync

SELECT COALESCE(MAX("id"), 0), COUNT(CASE WHEN "is_parked" = 0 THEN 1 END), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END),
    (SELECT COUNT(*) FROM "outbox" AS o JOIN "seizures" AS s ON s."case_number" BETWEEN o."first_case" AND o."last_case"
     WHERE o."id" BETWEEN @first AND @last),
    (SELECT COUNT(*) FROM "refusals" AS f WHERE NOT EXISTS
        (SELECT 1 FROM "outbox" AS o
         WHERE f."case_number" BETWEEN o."first_case" AND o."last_case" AND o."id" BETWEEN @first AND @last))
FROM "outbox" WHERE "id" BETWEEN @first AND @last

-- IOutbox.SearchableUpToAsync

SELECT MAX([s].[number])
FROM [submissions] AS [s]

SELECT MIN([o].[first_case])
FROM [outbox] AS [o]
WHERE [o].[first_case] > CAST(0 AS bigint)

SELECT TOP(1) [c].[submission_number]
FROM [cases] AS [c]
WHERE [c].[case_number] >= @waiting
ORDER BY [c].[case_number]

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
INSERT INTO [bulletins] ([id], [created_at], [document_json], [html], [marking], [period_from], [period_to], [region], [released_at])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8);

-- IProductStore.BulletinsAsync

SELECT [b].[id], [b].[created_at], [b].[document_json], [b].[html], [b].[marking], [b].[period_from], [b].[period_to], [b].[region], [b].[released_at]
FROM [bulletins] AS [b]
WHERE [b].[marking] IN (@labels1, @labels2, @labels3)
ORDER BY [b].[created_at] DESC, [b].[id]

-- IProductStore.FindBulletinAsync

SELECT TOP(1) [b].[id], [b].[created_at], [b].[document_json], [b].[html], [b].[marking], [b].[period_from], [b].[period_to], [b].[region], [b].[released_at]
FROM [bulletins] AS [b]
WHERE [b].[marking] IN (@labels1, @labels2, @labels3) AND [b].[id] = @id

-- IProductStore.SavedSearchesAsync

SELECT COUNT(*) FROM "saved_searches"

SELECT [s].[id], [s].[cooldown_hours], [s].[created_at], [s].[digest], [s].[last_told_at], [s].[muted_until], [s].[name], [s].[office_id], [s].[query_json], [s].[saved_by], [s].[told_up_to]
FROM [saved_searches] AS [s]
WHERE [s].[office_id] = @office
ORDER BY [s].[name], [s].[id]

-- IProductStore.SaveSearchAsync

DELETE FROM [s]
FROM [saved_searches] AS [s]
WHERE [s].[id] = @search_Id

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [saved_searches] ([id], [cooldown_hours], [created_at], [digest], [last_told_at], [muted_until], [name], [office_id], [query_json], [saved_by], [told_up_to])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10);

-- IProductStore.RemoveSearchAsync

DELETE FROM [s]
FROM [saved_searches] AS [s]
WHERE [s].[office_id] = @office AND [s].[id] = @id

DELETE FROM [n]
FROM [notices] AS [n]
WHERE [n].[search_id] = @id

-- IProductStore.TellAsync

UPDATE [s]
SET [s].[told_up_to] = @p,
    [s].[last_told_at] = NULL
FROM [saved_searches] AS [s]
WHERE [s].[id] = @search_Id AND [s].[told_up_to] = @toldBefore

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [notices] ([id], [at], [cases], [ceiling], [office_id], [search_id], [search_name], [seen_at], [seen_by], [seizures], [submissions])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10);

-- IProductStore.NoticesAsync

SELECT TOP(@p) [n].[id], [n].[at], [n].[cases], [n].[ceiling], [n].[office_id], [n].[search_id], [n].[search_name], [n].[seen_at], [n].[seen_by], [n].[seizures], [n].[submissions]
FROM [notices] AS [n]
WHERE [n].[office_id] = @office AND [n].[ceiling] IN (@labels1, @labels2, @labels3) AND [n].[seen_at] IS NULL
ORDER BY [n].[at] DESC, [n].[id]

-- IProductStore.AcknowledgeAsync

UPDATE [n]
SET [n].[seen_by] = @p,
    [n].[seen_at] = @p4
FROM [notices] AS [n]
WHERE [n].[office_id] = @office AND [n].[ceiling] IN (@labels1, @labels2, @labels3) AND [n].[id] = @id AND [n].[seen_at] IS NULL

-- IProductStore.DecisionsAsync

SELECT [d].[subject_id], [d].[kind], [d].[at], [d].[choice], [d].[code], [d].[decided_by], [d].[marking], [d].[note], [d].[reporting_country], [d].[submission_id]
FROM [decisions] AS [d]
WHERE [d].[reporting_country] IN (@countries1, @countries2) AND [d].[marking] IN (@labels1, @labels2, @labels3)
ORDER BY [d].[at] DESC, [d].[subject_id]

-- IProductStore.RemoveDecisionAsync

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[reporting_country] IN (@countries1, @countries2) AND [d].[marking] IN (@labels1, @labels2, @labels3) AND [d].[subject_id] = @subjectId AND [d].[kind] = @named

-- IProductStore.SaveDecisionAsync

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[subject_id] = @decision_SubjectId AND [d].[kind] = @kind

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [decisions] ([kind], [subject_id], [at], [choice], [code], [decided_by], [marking], [note], [reporting_country], [submission_id])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9);

-- IProductStore.RemoveDecisionAsync

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[reporting_country] IN (@countries1, @countries2) AND [d].[marking] IN (@labels1, @labels2, @labels3) AND [d].[subject_id] = @subjectId AND [d].[kind] = @named

-- IProductStore.QuestionsAsync

SELECT [q].[id], [q].[answer], [q].[answered_at], [q].[answered_by], [q].[asked_at], [q].[asked_by], [q].[marking], [q].[reporting_country], [q].[row], [q].[seizure_id], [q].[submission_id], [q].[text]
FROM [questions] AS [q]
WHERE [q].[reporting_country] IN (@countries1, @countries2) AND [q].[marking] IN (@labels1, @labels2, @labels3)
ORDER BY [q].[asked_at] DESC, [q].[id]

-- IProductStore.SaveQuestionAsync

DELETE FROM [q]
FROM [questions] AS [q]
WHERE [q].[id] = @question_Id

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [questions] ([id], [answer], [answered_at], [answered_by], [asked_at], [asked_by], [marking], [reporting_country], [row], [seizure_id], [submission_id], [text])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11);

-- IProductStore.EraseSubmissionAsync

DELETE FROM [d]
FROM [decisions] AS [d]
WHERE [d].[submission_id] = @submissionId

DELETE FROM [q]
FROM [questions] AS [q]
WHERE [q].[submission_id] = @submissionId

-- IAccountStore.FindAccountAsync

SELECT a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", a."is_closed", a."created_at", a."version"  FROM "accounts" AS a WHERE a."id" = @id

-- IAccountStore.FindAccountByNameAsync

SELECT a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", a."is_closed", a."created_at", a."version"  FROM "accounts" AS a WHERE a."name" = @id

-- IAccountStore.AccountsAsync

SELECT a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", a."is_closed", a."created_at", a."version"  FROM "accounts" AS a ORDER BY a."name"

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

SELECT o."id", o."name", o."countries"  FROM "offices" AS o ORDER BY o."name"

-- IAccountStore.FindOfficeAsync

SELECT o."id", o."name", o."countries"  FROM "offices" AS o WHERE o."id" = @id

-- IAccountStore.SaveOfficeAsync

SELECT TOP(1) [o].[id], [o].[countries], [o].[name]
FROM [offices] AS [o]
WHERE [o].[id] = @office_Id

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [offices] SET [countries] = @p0, [name] = @p1
OUTPUT 1
WHERE [id] = @p2;

-- IAccountStore.FindPersonAsync

SELECT a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", a."is_closed", a."created_at", a."version" , o."id", o."name", o."countries"  FROM "accounts" AS a JOIN "offices" AS o ON o."id" = a."office_id" WHERE a."id" = @id

-- IAccountStore.FindKeyHolderAsync

SELECT a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", a."is_closed", a."created_at", a."version" , o."id", o."name", o."countries" , k."id", k."name", k."account_id", k."secret_hash", k."scopes", k."created_at", k."ends_at", k."revoked_at"  FROM "api_keys" AS k JOIN "accounts" AS a ON a."id" = k."account_id" JOIN "offices" AS o ON o."id" = a."office_id" WHERE k."id" = @id

-- IAccountStore.FindKeyAsync

SELECT k."id", k."name", k."account_id", k."secret_hash", k."scopes", k."created_at", k."ends_at", k."revoked_at"  FROM "api_keys" AS k WHERE k."id" = @id

-- IAccountStore.KeysAsync

SELECT k."id", k."name", k."account_id", k."secret_hash", k."scopes", k."created_at", k."ends_at", k."revoked_at"  FROM "api_keys" AS k ORDER BY k."created_at" DESC, k."id"

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

SELECT "number", "hash" FROM "audit" WHERE "number" = (SELECT MAX("number") FROM "audit")

INSERT INTO "audit" ("number", "at", "actor", "action", "subject", "outcome", "detail", "hash")
VALUES (@number, @at, @actor, @action, @subject, @outcome, @detail, @hash)

-- IAuditLog.ReadAsync

SELECT TOP(@p) [a].[number], [a].[action], [a].[actor], [a].[at], [a].[detail], [a].[hash], [a].[outcome], [a].[subject]
FROM [audit] AS [a]
WHERE [a].[actor] = @query_Actor AND [a].[action] = @query_Action AND [a].[at] >= @from AND [a].[at] <= @to AND [a].[number] < @query_Before
ORDER BY [a].[number] DESC

-- IAuditLog.VerifyAsync

SELECT "number", "at", "actor", "action", "subject", "outcome", "detail", "hash" FROM "audit" WHERE "number" > 0 ORDER BY "number"

