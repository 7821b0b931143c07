using System;
using System.Data.Common;
using SeizureIntel.Accounts;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Reads accounts, offices and keys from the columns of a statement: every request asks who sent it.</summary>
internal static class AccountReading
{
    /// <summary>What an account is read from.</summary>
    public const string Columns =
        """a."id", a."name", a."role", a."office_id", a."ceiling", a."password_hash", a."password_ends", a."must_change_password", """
        + """a."security_stamp", a."failed_attempts", a."locked_until", a."authenticator_key", a."uses_codes", a."recovery_codes", """
        + """a."is_closed", a."created_at", a."version" """;

    /// <summary>What an office is read from.</summary>
    public const string OfficeColumns = """o."id", o."name", o."countries" """;

    /// <summary>What a key is read from.</summary>
    public const string KeyColumns =
        """k."id", k."name", k."account_id", k."secret_hash", k."scopes", k."created_at", k."ends_at", k."revoked_at" """;

    /// <summary>Columns of an account.</summary>
    public const int Count = 17;

    /// <summary>Columns of an account and an office.</summary>
    public const int CountWithOffice = 20;

    public static Account Account(DbDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            Name = row.GetString(1),
            Role = Enum.Parse<Role>(row.GetString(2)),
            OfficeId = row.GetString(3),

            // A marking that this version does not know opens nothing.
            Ceiling = Markings.Find(row.GetString(4)) ?? Marking.Clear,
            PasswordHash = Text(row, 5),
            PasswordEnds = Moment(row, 6),
            MustChangePassword = row.GetBoolean(7),
            SecurityStamp = row.GetString(8),
            FailedAttempts = row.GetInt32(9),
            LockedUntil = Moment(row, 10),
            AuthenticatorKey = Text(row, 11),
            UsesCodes = row.GetBoolean(12),
            RecoveryCodes = Parts(row.GetString(13)),
            IsClosed = row.GetBoolean(14),
            CreatedAt = Utc(row.GetDateTime(15)),
            Version = row.GetInt32(16),
        };

    public static Office Office(DbDataReader row, int at = Count) =>
        new(row.GetString(at), row.GetString(at + 1), Text(row, at + 2) is { } countries ? Parts(countries) : null);

    public static ApiKey Key(DbDataReader row, int at = CountWithOffice) =>
        new()
        {
            Id = row.GetString(at),
            Name = row.GetString(at + 1),
            AccountId = row.GetString(at + 2),
            SecretHash = row.GetString(at + 3),
            Scopes = Parts(row.GetString(at + 4)),
            CreatedAt = Utc(row.GetDateTime(at + 5)),
            EndsAt = Utc(row.GetDateTime(at + 6)),
            RevokedAt = Moment(row, at + 7),
        };

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : Utc(row.GetDateTime(column));

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
